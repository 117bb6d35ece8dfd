// Outlook messages made while the tests run (MS-OXMSG), set in a compound file by the library that reads them, and the parts of such files for those that lie.
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

export interface MadeMessage {
  readonly subject: string;
  readonly body?: string;
  readonly html?: string;
  readonly headers?: string;
  /** Set for messages of the old kind, whose letters are bytes of Windows Latin. */
  readonly isOld?: boolean;
  readonly attachments?: readonly MadeAttachment[];
}

export interface MadeAttachment {
  readonly name: string;
  readonly bytes?: Uint8Array | string;
  readonly contentId?: string;
  /** A message within the message instead of bytes. */
  readonly message?: MadeMessage;
}

/** March 3, 2026, 15:12 in universal time, in 100 nanoseconds since 1601. */
const SENT = (BigInt(Date.UTC(2026, 2, 3, 15, 12)) + 11_644_473_600_000n) * 10_000n;

interface Folder {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly folders: readonly Folder[];
}

/** A message from Quillback to Jane Example. */
export function messageOf(message: MadeMessage): Uint8Array {
  return compoundOf(messageFolder('Root Entry', message, 32));
}

/** Any compound file. */
export function compoundOf(root: Folder): Uint8Array {
  const entries: Entry[] = [];
  // Copies, because the library takes whole buffers whatever part of them is meant.
  const add = (folder: Folder, type: TypeEnum): number => {
    const entry: Entry = { name: folder.name, type, length: 0, children: [] };
    const index = entries.push(entry) - 1;
    for (const { name, bytes } of folder.files)
      entry.children?.push(
        entries.push({
          name,
          type: TypeEnum.DOCUMENT,
          length: bytes.length,
          binaryProvider: () => Uint8Array.from(bytes),
        }) - 1,
      );
    for (const inner of folder.folders) entry.children?.push(add(inner, TypeEnum.DIRECTORY));
    return index;
  };
  add(root, TypeEnum.ROOT);
  return burn(entries);
}

function messageFolder(name: string, message: MadeMessage, headBytes: number): Folder {
  const { subject, body, html, headers, isOld = false, attachments = [] } = message;
  const text = (tag: string, value: string | undefined) =>
    value === undefined
      ? []
      : [
          isOld
            ? { name: `__substg1.0_${tag}001E`, bytes: Buffer.from(value, 'latin1') }
            : { name: `__substg1.0_${tag}001F`, bytes: Buffer.from(value, 'utf16le') },
        ];
  const sent = Buffer.alloc(8);
  sent.writeBigUInt64LE(SENT);
  const recipient: Folder = {
    name: '__recip_version1.0_#00000000',
    files: [
      ...text('3001', 'Jane Example'),
      ...text('39FE', 'jane@example.org'),
      properties(8, [[0x0c15_0003, int(1)]]),
    ],
    folders: [],
  };
  return {
    name,
    files: [
      ...text('0037', subject),
      ...text('1000', body),
      ...text('007D', headers),
      ...text('0C1A', 'Quillback Appeals'),
      ...text('0C1F', '/O=QUILLBACK/CN=APPEALS'),
      ...text('5D01', 'appeals@quillback.example'),
      ...(html === undefined ? [] : [{ name: '__substg1.0_10130102', bytes: Buffer.from(html) }]),
      properties(headBytes, [[0x0039_0040, sent]]),
    ],
    folders: [recipient, ...attachments.map(attachmentFolder)],
  };
}

function attachmentFolder({ name, bytes, contentId, message }: MadeAttachment, index: number): Folder {
  const text = (tag: string, value: string) => ({
    name: `__substg1.0_${tag}001F`,
    bytes: Buffer.from(value, 'utf16le'),
  });
  return {
    name: `__attach_version1.0_#${index.toString(16).padStart(8, '0')}`,
    files: [
      text('3001', name),
      ...(message === undefined ? [text('3707', name)] : []),
      ...(contentId === undefined ? [] : [text('3712', contentId)]),
      ...(bytes === undefined ? [] : [{ name: '__substg1.0_37010102', bytes: Buffer.from(bytes) }]),
      properties(8, []),
    ],
    folders: message === undefined ? [] : [messageFolder('__substg1.0_3701000D', message, 24)],
  };
}

function properties(headBytes: number, values: readonly (readonly [tag: number, value: Buffer])[]) {
  const rows = values.map(([tag, value]) => {
    const row = Buffer.alloc(16);
    row.writeUInt32LE(tag, 0);
    value.copy(row, 8);
    return row;
  });
  return { name: '__properties_version1.0', bytes: Buffer.concat([Buffer.alloc(headBytes), ...rows]) };
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(value);
  return bytes;
}
