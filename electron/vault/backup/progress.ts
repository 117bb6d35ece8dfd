// Progress and cancel of backup and restore, counted in bytes.
import { AppError } from '../../../shared/errors.ts';

export interface BackupOptions {
  readonly signal?: AbortSignal | undefined;
  /** `done` and `total` are bytes. */
  readonly onProgress?: ((stage: string, done: number, total: number) => void) | undefined;
  /** False for a file that goes elsewhere and counts only once it is there. */
  readonly counts?: boolean | undefined;
}

/** Progress is told after so many bytes. */
const STEP_BYTES = 1024 * 1024;

/** Counts bytes from `start` on and tells about each further megabyte; throws cancelled as soon as it was asked for. */
export function countedProgress(
  { signal, onProgress }: BackupOptions,
  stage: string,
  start: number,
  total: number,
): (bytes: number) => void {
  let done = start;
  let told = start;
  onProgress?.(stage, start, total);
  return (bytes) => {
    if (signal?.aborted) throw new AppError('cancelled');
    done += bytes;
    if (done - told < STEP_BYTES) return;
    told = done;
    onProgress?.(stage, Math.min(done, total), total);
  };
}
