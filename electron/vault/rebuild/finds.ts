// What the stored files of a vault say of themselves when no database tells: papers, built packets, and pictures of pages whose paper is gone.
import { stat } from 'node:fs/promises';
import { AppError, type ErrorCode, isAppError } from '../../../shared/errors.ts';
import { DocumentId } from '../../../shared/ids.ts';
import type { BlobStore, IdentifiedBlob, StoredBlob } from '../blob-store.ts';

/** A file that was read to its end and is what it says it is. */
export interface Find {
  readonly blob: StoredBlob;
  /** The name the paper came with; undefined where the file doesn't tell it. */
  readonly fileName: string | undefined;
}

/** What was found, each list in the order in which the files were written. */
export interface Finds {
  readonly papers: readonly (Find & { readonly id: DocumentId })[];
  readonly packets: readonly Find[];
  /** Pictures of pages of papers whose own file is missing or damaged. */
  readonly strayPictures: readonly Find[];
  /** Files that can't be used, named as well as they tell. */
  readonly damaged: readonly { readonly what: string; readonly code: ErrorCode }[];
}

/**
 * Looks at every stored file. Papers and packets are read to their last byte, pictures only where their paper is not there. Throws cancelled, and the
 * errors of the disk.
 */
export async function findStored(
  store: BlobStore,
  options: { readonly signal?: AbortSignal | undefined; readonly onProgress?: (done: number, total: number) => void },
): Promise<Finds> {
  const papers: (Find & { readonly id: DocumentId })[] = [];
  const packets: Find[] = [];
  const pictures: IdentifiedBlob[] = [];
  const damaged: { what: string; code: ErrorCode }[] = [];
  /** The answer of `work`, or undefined when the file is damaged, which is noted. */
  const sound = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    if (options.signal?.aborted) throw new AppError('cancelled');
    try {
      return await work();
    } catch (cause) {
      if (!isAppError(cause) || !['vault-blob-damaged', 'vault-blob-missing'].includes(cause.code)) throw cause;
      damaged.push({ what, code: cause.code });
      return undefined;
    }
  };

  const ids = await inOrderOfWriting(store);
  for (const [index, id] of ids.entries()) {
    const told = await sound(`The stored file ${id}`, () => store.identify(id));
    if (told?.kind === 'page-picture') pictures.push(told);
    else if (told !== undefined) {
      const blob = await sound(nameOf(told), () => store.vouchFor(told));
      const owner = DocumentId.safeParse(told.owner);
      if (blob !== undefined && told.kind === 'original' && owner.success)
        papers.push({ id: owner.data, blob, fileName: told.fileName });
      // Other files made of packets (`k_…`) can be made again of nothing else than the packet: they stay where they are.
      if (blob !== undefined && told.kind === 'packet' && told.owner.startsWith('p_'))
        packets.push({ blob, fileName: told.fileName });
    }
    options.onProgress?.(index + 1, ids.length);
  }

  const found = new Set<string>(papers.map(({ id }) => id));
  const strayPictures: Find[] = [];
  for (const picture of pictures.filter(({ owner }) => !found.has(owner))) {
    const blob = await sound(nameOf(picture), () => store.vouchFor(picture));
    if (blob !== undefined) strayPictures.push({ blob, fileName: undefined });
  }
  return { papers, packets, strayPictures, damaged };
}

/** Files know no order of their own; the time of their writing is the best there is, and ties don't matter. */
async function inOrderOfWriting(store: BlobStore): Promise<readonly string[]> {
  const timed = await Promise.all(
    [...store.ids()].sort().map(async (id) => ({ id, at: (await stat(store.pathOf(id))).mtimeMs })),
  );
  return timed.sort((a, b) => a.at - b.at).map(({ id }) => id);
}

function nameOf({ id, kind, fileName }: IdentifiedBlob): string {
  if (kind === 'page-picture') return `A picture of a page (${id})`;
  if (kind === 'packet') return `A packet (${id})`;
  return fileName ?? `A paper (${id})`;
}
