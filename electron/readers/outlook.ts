// A message as Outlook saves it (.msg: MS-OXMSG in a compound file) → what any mail holds. Messages within it are attachments, files of the same kind.
import { createRequire } from 'node:module';
import { decompressRTF } from '@kenjiuno/decompressrtf';
import type msgreader from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import { AppError } from '../../shared/errors.ts';
import { checkCompound } from './compound-file.ts';
import { decodedHtml, withinMarkup } from './decoded-html.ts';
import { plainName } from './file-name.ts';
import { type Mail, type MailContent, type MailPart, type Person, printedMail } from './printed-mail.ts';
import { rtfText } from './rtf-text.ts';

// A CommonJS module whose class is its `default`, which bundlers and Node take for different things.
const { default: Reader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as typeof msgreader;

/** What every message has in its root (MS-OXMSG 2.4); other programs' compound files don't. */
const PROPERTIES = '__properties_version1.0';

/** Reads a message. Throws file-damaged, file-too-large, and file-unsupported for a compound file that is none. */
export async function readOutlook(bytes: Uint8Array): Promise<Mail> {
  return printedMail(contentOf(bytes));
}

function contentOf(bytes: Uint8Array): MailContent {
  try {
    if (!checkCompound(bytes).includes(PROPERTIES)) throw new AppError('file-unsupported');
    const reader = new Reader(Uint8Array.from(bytes).buffer);
    // Older messages say their letters in the code page of the computer they were written on; most were Western ones.
    reader.parserConfig = { ansiEncoding: 'windows-1252' };
    const fields = reader.getFileData();
    return {
      from: [
        personOf(fields.senderName, [fields.senderSmtpAddress, fields.sentRepresentingSmtpAddress, fields.senderEmail]),
      ],
      to: recipientsOf(fields, 'to'),
      cc: recipientsOf(fields, 'cc'),
      date: dateOf(fields),
      subject: fields.subject ?? '',
      text: fields.body ?? rtfOf(fields),
      html: fields.bodyHtml ?? htmlOf(fields),
      parts: (fields.attachments ?? []).map((attachment, index) => partOf(reader, attachment, index)),
    };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('file-damaged', { cause });
  }
}

function recipientsOf({ recipients = [] }: FieldsData, type: 'to' | 'cc'): readonly Person[] {
  return recipients
    .filter(({ recipType }) => (recipType ?? 'to') === type)
    .map(({ name, smtpAddress, email }) => personOf(name, [smtpAddress, email]));
}

/** Within a company addresses are names in its directory (“/O=…”), which say nothing to anybody else. */
function personOf(name: string | undefined, addresses: readonly (string | undefined)[]): Person {
  return { name: name ?? '', address: addresses.find((each) => each?.includes('@') === true) ?? '' };
}

/** The day its header states, where it came through the internet; else when it was sent or came in, in universal time. */
function dateOf({ headers, clientSubmitTime, messageDeliveryTime }: FieldsData): string {
  const stated = /^date:[ \t]*(.+)$/im.exec(headers ?? '')?.[1];
  return stated?.trim() ?? clientSubmitTime ?? messageDeliveryTime ?? '';
}

function rtfOf({ compressedRtf }: FieldsData): string {
  if (compressedRtf === undefined) return '';
  return rtfText(Buffer.from(decompressRTF([...withinMarkup(compressedRtf)])).toString('latin1'));
}

function htmlOf({ html }: FieldsData): string {
  return html === undefined ? '' : decodedHtml(withinMarkup(html));
}

function partOf(reader: InstanceType<typeof Reader>, attachment: FieldsData, index: number): MailPart {
  const isMessage = attachment.innerMsgContent === true;
  const name = isMessage
    ? `${attachment.name ?? 'Attached message'}.msg`
    : (attachment.fileName ?? attachment.fileNameShort ?? attachment.name ?? '');
  const hasContent = isMessage || attachment.dataId !== undefined;
  return {
    name: plainName(name, `Attachment ${index + 1}`),
    mediaType: attachment.attachMimeTag ?? mediaTypeOf(name),
    contentId: attachment.pidContentId ?? '',
    isOfText: attachment.attachmentHidden === true,
    // One that is only a link to a file elsewhere has none.
    content: hasContent ? reader.getAttachment(attachment).content : new Uint8Array(),
  };
}

/** Outlook leaves the type of pictures out often. */
function mediaTypeOf(name: string): string {
  return /\.(?:png|jpe?g|gif|bmp)$/i.test(name) ? 'image/unknown' : '';
}
