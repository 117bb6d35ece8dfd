// The first stage of intake: sniff → unpack? → duplicate? → store. It takes seconds, so that a lock or a crash during the long reading loses no file.
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { ImportOutcome, MailFormat } from '../../shared/model/document.ts';
import type { LoadedFile, Room } from '../core/files.ts';
import { toAppError } from '../core/to-app-error.ts';
import { MAX_FILE_BYTES } from '../readers/limits.ts';
import type { Readers } from '../readers/types.ts';
import type { Vault } from '../vault/types.ts';
import { type Allowance, eachEnclosed, fullAllowance } from './enclosed.ts';
import { enclosingFormat } from './sniff.ts';

/** A file to take in: its name now, its bytes when its turn comes, in `room` unless they are in memory already. */
export interface IncomingFile {
  readonly fileName: string;
  readonly load: (room: Room) => Promise<LoadedFile>;
}

/** A file that is in the vault and is to be read, or what became of it already. `within` names the mail or ZIP file it came in. */
export type Taken = Stored | { readonly outcome: ImportOutcome };

export interface Stored {
  readonly id: DocumentId;
  readonly fileName: string;
  readonly within?: string | undefined;
}

export interface StoringServices {
  readonly vault: Pick<Vault, 'documents'>;
  readonly readers: Pick<Readers, 'sniff' | 'enclosed'>;
  readonly signal: AbortSignal;
  /** The same files were being taken in when a lock or a crash came: what became of them since stays as it is. */
  readonly isResumed?: boolean;
}

/** How many files are read side by side: single-page photos leave no reader idle. */
export const FILES_AT_ONCE = 2;

/** How many are stored side by side: one is read back while another is sealed and written and a third waits for the disk. Each is in memory as a whole. */
const STORED_AT_ONCE = 3;

/**
 * Stores files durably, and those that came in mails and ZIP files; answers what became of each, a file before those that came in it, in the order
 * given. One that was not begun when the signal came is refused as cancelled. A refused file is an outcome. Throws only what concerns the vault as a
 * whole (disk full, locked).
 */
export async function storeFiles(
  files: readonly IncomingFile[],
  services: StoringServices,
  stage: (text: string) => void = () => undefined,
): Promise<readonly Taken[]> {
  const taken = files.map(({ fileName }): readonly Taken[] => [
    { outcome: refused(fileName, new AppError('cancelled')) },
  ]);
  const rooms = createRooms();
  const queue = createQueue(files.length);
  await inParallel(files, STORED_AT_ONCE, async (file, index) => {
    const turn = queue.turn(index);
    try {
      if (services.signal.aborted) return;
      const { room, leave } = rooms.enter();
      taken[index] = await store(file, room, { services, stage, turn });
      leave();
    } finally {
      turn.pass();
    }
  });
  return taken.flat();
}

/** Stores what is attached to a mail of the vault. Safe to repeat: what is there already stays as it is. */
export function storeAttachments(
  { id, format, fileName, bytes }: LoadedFile & { readonly id: DocumentId; readonly format: MailFormat },
  services: StoringServices,
): Promise<readonly Taken[]> {
  const place = { services, stage: () => undefined, allowance: fullAllowance(), depth: 0, within: undefined };
  return attachmentsOf(id, format, { fileName, bytes }, place);
}

/** Where a file stands, and what goes with all files of one given file. */
interface Place {
  readonly services: StoringServices;
  readonly stage: (text: string) => void;
  readonly allowance: Allowance;
  readonly depth: number;
  readonly within: string | undefined;
  /** Missing where nothing else is stored beside. */
  readonly turn?: Turn | undefined;
}

/** The turn of a file among those stored side by side. */
interface Turn {
  /** Settles when the file before has been begun to be stored, or is done with. */
  readonly come: Promise<void>;
  pass(): void;
}

/** Files may be loaded in any order, but are begun to be stored, and so listed, in the order given. */
function createQueue(length: number): { turn(index: number): Turn } {
  const begun = Array.from({ length }, () => Promise.withResolvers<void>());
  return {
    turn: (index) => ({
      come: begun[index - 1]?.promise ?? Promise.resolve(),
      pass: () => begun[index]?.resolve(),
    }),
  };
}

async function store(
  file: IncomingFile,
  room: Room,
  { services, stage, turn }: Pick<Place, 'services' | 'stage' | 'turn'>,
): Promise<readonly Taken[]> {
  stage(`Opening ${file.fileName}`);
  let loaded: LoadedFile;
  try {
    loaded = await file.load(room);
  } catch (cause) {
    return [{ outcome: refused(file.fileName, ofThisFileAlone(cause)) }];
  }
  return storeLoaded(loaded, { services, stage, turn, allowance: fullAllowance(), depth: 0, within: undefined });
}

async function storeLoaded(file: LoadedFile, place: Place): Promise<readonly Taken[]> {
  const enclosing = file.bytes.length > MAX_FILE_BYTES ? undefined : enclosingFormat(file.bytes);
  if (enclosing === 'zip') return storeZip(file, place);
  const own = await storeOne(file, place);
  const id = 'outcome' in own ? own.outcome.documentId : own.id;
  return enclosing === undefined || id === undefined
    ? [own]
    : [own, ...(await attachmentsOf(id, enclosing, file, place))];
}

async function storeOne({ fileName, bytes }: LoadedFile, { services, stage, within, turn }: Place): Promise<Taken> {
  const { vault, readers, isResumed } = services;
  try {
    const { format, mediaType } = readers.sniff(bytes);
    stage(`Storing ${fileName}`);
    await turn?.come;
    const adding = vault.documents.addUnlessKnown({ fileName, format, mediaType, bytes });
    turn?.pass();
    const { document, isKnown } = await adding;
    const { id, state, pageCount, kind } = document;
    // Whoever adds a paper wants to see it: a double in the trash comes back, and one that failed is tried once more.
    if (isKnown && isResumed !== true) vault.documents.restore(id);
    if (!isKnown || (state === 'failed' && isResumed !== true)) return { id, fileName, within };
    return { outcome: { fileName, within, status: 'duplicate', documentId: id, pageCount, kind } };
  } catch (cause) {
    return { outcome: refused(fileName, ofThisFileAlone(cause), within) };
  }
}

/** A ZIP file is no paper: only what stands in it is kept. */
async function storeZip(file: LoadedFile, place: Place): Promise<readonly Taken[]> {
  const { fileName, within } = { ...file, ...place };
  const taken: Taken[] = [];
  try {
    await storeEnclosed('zip', file, place, (some) => taken.push(...some));
    return [{ outcome: { fileName, within, status: 'unpacked' } }, ...taken];
  } catch (cause) {
    return [{ outcome: refused(fileName, ofThisFileAlone(cause), within) }, ...taken];
  }
}

async function attachmentsOf(
  mail: DocumentId,
  format: MailFormat,
  file: LoadedFile,
  place: Place,
): Promise<readonly Taken[]> {
  const { documents } = place.services.vault;
  const taken: Taken[] = [];
  try {
    await storeEnclosed(format, file, place, (some) => {
      taken.push(...some);
      const [first] = some;
      const paper = first === undefined ? undefined : 'outcome' in first ? first.outcome.documentId : first.id;
      if (paper !== undefined) documents.attach(mail, paper);
    });
  } catch (cause) {
    const error = ofThisFileAlone(cause);
    const what = `What is attached to ${file.fileName}`;
    // A damaged mail, and what only looks like one, is told of when it is read itself.
    if (error.code !== 'file-damaged' && error.code !== 'file-unsupported')
      taken.push({ outcome: refused(what, error, place.within) });
  }
  return taken;
}

/** Hands on, for each file that stands in this one, what became of it and of those in it. */
async function storeEnclosed(
  format: MailFormat | 'zip',
  { fileName, bytes }: LoadedFile,
  place: Place,
  onTaken: (taken: readonly Taken[]) => void,
): Promise<void> {
  const { services, stage, depth } = place;
  const within = place.within === undefined ? fileName : `${place.within} › ${fileName}`;
  stage(`Unpacking ${fileName}`);
  await eachEnclosed(
    format,
    bytes,
    { ...services, ...place },
    async (file) => onTaken(await storeLoaded(file, { ...place, depth: depth + 1, within })),
    (name, error) => onTaken([{ outcome: refused(name, error, within) }]),
  );
}

/** The outcome of a file that can't be used. */
export function refused(fileName: string, error: AppError, within?: string): ImportOutcome {
  return { fileName, within, status: 'refused', error: { code: error.code, sentence: error.message } };
}

/** What went wrong with one file. Throws what concerns the vault as a whole. */
export function ofThisFileAlone(cause: unknown): AppError {
  const error = toAppError(cause);
  if (error.code === 'vault-disk-full' || error.code === 'vault-locked') throw error;
  return error;
}

/** Memory the files are read into, one after the other: room made anew for each has to be tidied up, which took a fifth of the time of storing. */
function createRooms(): { enter(): { readonly room: Room; leave(): void } } {
  const free: Uint8Array[] = [];
  return {
    enter: () => {
      let memory = free.pop() ?? new Uint8Array();
      return {
        room: (byteLength) => {
          if (byteLength > memory.length) memory = new Uint8Array(byteLength);
          return memory;
        },
        leave: () => void free.push(memory),
      };
    },
  };
}

/** Does the work for each item, so many at a time, and begins in their order. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      await work(items[index] as T, index); // index < length, so the item exists
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
}
