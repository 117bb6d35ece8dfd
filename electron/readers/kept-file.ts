// Keeps the file of the last request open for the next one: a paper with many redacted pages is handed to the readers once.
import type { FileFormat } from '../../shared/model/document.ts';
import type { Pool, PooledFile } from './pool.ts';
import type { PaperFile } from './types.ts';

/** A file nobody asks about for so long is dropped, in milliseconds. */
const KEPT_MS = 10_000;

/** Works on a file that may stay open from the work before: known by its array of bytes, not by what is in it. */
export type WithKeptFile = <T>(given: PaperFile, work: (file: PooledFile) => Promise<T>) => Promise<T>;

/** Keeps one file of a pool at a time. A second file that is worked on meanwhile is dropped at once. */
export function keepFile(pool: Pool, formatOf: (bytes: Uint8Array) => FileFormat): WithKeptFile {
  let kept: PooledFile | undefined;
  let working = 0;
  let timer: NodeJS.Timeout | undefined;
  const drop = (): void => {
    if (kept !== undefined) pool.drop(kept);
    kept = undefined;
  };
  return async (given, work) => {
    const { bytes } = given;
    if (working > 0 && kept?.bytes !== bytes) {
      const other = pool.add(formatOf(bytes), given);
      return work(other).finally(() => pool.drop(other));
    }
    clearTimeout(timer);
    if (kept?.bytes !== bytes) drop();
    kept ??= pool.add(formatOf(bytes), given);
    working += 1;
    try {
      return await work(kept);
    } finally {
      working -= 1;
      if (working === 0) timer = setTimeout(drop, KEPT_MS).unref();
    }
  };
}
