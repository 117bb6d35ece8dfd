// The first stage of intake: sniff → duplicate? → store. It takes seconds, so that a lock or a crash during the long reading loses no file.
import type { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { ImportOutcome } from '../../shared/model/document.ts';
import type { LoadedFile, Room } from '../core/files.ts';
import { toAppError } from '../core/to-app-error.ts';
import type { Readers } from '../readers/types.ts';
import type { Vault } from '../vault/types.ts';

/** A file to take in: its name now, its bytes when its turn comes, in `room` unless they are in memory already. */
export interface IncomingFile {
  readonly fileName: string;
  readonly load: (room: Room) => Promise<LoadedFile>;
}

/** A file that is in the vault and is to be read, or what became of it already. */
export type Taken = { readonly id: DocumentId; readonly fileName: string } | { readonly outcome: ImportOutcome };

export interface StoringServices {
  readonly vault: Pick<Vault, 'documents'>;
  readonly readers: Pick<Readers, 'sniff'>;
  readonly signal: AbortSignal;
  /** The same files were being taken in when a lock or a crash came: what became of them since stays as it is. */
  readonly isResumed?: boolean;
}

/** How many files are worked on side by side: one is read back while another is written, and single-page photos leave no reader idle. */
export const FILES_AT_ONCE = 2;

/**
 * Stores files durably; answers what became of each, in their order. One that was not begun when the signal came has no answer. A refused file is an
 * outcome. Throws only what concerns the vault as a whole (disk full, locked).
 */
export async function storeFiles(
  files: readonly IncomingFile[],
  services: StoringServices,
  stage: (text: string) => void = () => undefined,
): Promise<readonly (Taken | undefined)[]> {
  const taken = new Array<Taken | undefined>(files.length).fill(undefined);
  const rooms = createRooms();
  await inParallel(files, FILES_AT_ONCE, async (file, index) => {
    if (services.signal.aborted) return;
    const { room, leave } = rooms.enter();
    taken[index] = await store(file, room, services, stage);
    leave();
  });
  return taken;
}

async function store(
  file: IncomingFile,
  room: Room,
  { vault, readers, isResumed }: StoringServices,
  stage: (text: string) => void,
): Promise<Taken> {
  try {
    stage(`Opening ${file.fileName}`);
    const { bytes, fileName } = await file.load(room);
    const { format, mediaType } = readers.sniff(bytes);
    stage(`Storing ${fileName}`);
    const { document, isKnown } = await vault.documents.addUnlessKnown({ fileName, format, mediaType, bytes });
    const { id, state, pageCount, kind } = document;
    // Whoever adds a paper wants to see it: a double in the trash comes back, and one that failed is tried once more.
    if (isKnown && isResumed !== true) vault.documents.restore(id);
    if (!isKnown || (state === 'failed' && isResumed !== true)) return { id, fileName };
    return { outcome: { fileName, status: 'duplicate', documentId: id, pageCount, kind } };
  } catch (cause) {
    return { outcome: refused(file.fileName, ofThisFileAlone(cause)) };
  }
}

/** The outcome of a file that can't be used. */
export function refused(fileName: string, error: AppError): ImportOutcome {
  return { fileName, status: 'refused', error: { code: error.code, sentence: error.message } };
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
