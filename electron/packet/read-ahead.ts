// Reads the next paper while the one before it is written: the disk and the rest of the computer need not wait for each other.
import type { DocumentId } from '../../shared/ids.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import type { SourceFile } from './exhibit-source.ts';

/** Papers larger than this wait for their turn, so that memory never holds two of them. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/**
 * `read`, which is asked for each exhibit of the plan in order, a paper ahead. `sizeOf` gives the bytes of a paper; a paper whose size
 * isn't known waits for its turn. What reading ahead throws is thrown when the paper's turn comes.
 */
export function readAhead(
  plan: Pick<PacketPlan, 'exhibits'>,
  read: (id: DocumentId) => Promise<SourceFile>,
  sizeOf: (id: DocumentId) => number | undefined,
): (id: DocumentId) => Promise<SourceFile> {
  let at = 0;
  let ahead: { readonly id: DocumentId; readonly file: Promise<SourceFile> } | undefined;
  return async (id) => {
    const file = await (ahead?.id === id ? ahead.file : read(id));
    ahead = undefined;
    at += 1;
    const next = plan.exhibits[at]?.documentId;
    if (next !== undefined && (sizeOf(next) ?? Number.POSITIVE_INFINITY) <= LARGEST_BYTES) {
      ahead = { id: next, file: read(next) };
      ahead.file.catch(() => undefined);
    }
    return file;
  };
}
