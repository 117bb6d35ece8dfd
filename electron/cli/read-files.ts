// Reads files without a vault, one report each; a refused file is a report, not the end.
import { AppError, isAppError } from '../../shared/errors.ts';
import { loadFile } from '../core/files.ts';
import { toAppError } from '../core/to-app-error.ts';
import { nodePlatform } from '../hosts/node-platform.ts';
import { createReaders } from '../readers/readers.ts';
import type { ReadResult } from '../readers/types.ts';
import { createProgressLine, EXIT, sayLine } from './output.ts';
import { hintAtPasswords } from './passwords.ts';

export type FileReport<T> =
  | T
  | { readonly file: string; readonly error: { readonly code: string; readonly sentence: string } };

/** Files read side by side; pages of one file are spread over the readers anyway. */
const FILES_AT_ONCE = 2;

/**
 * Reads each file, trying `passwords` on locked ones, and makes its report; answers in the order given. `startedAt` is in milliseconds of performance.now().
 * Sets the exit code: 3 when some files were refused, 1 when all were.
 */
export async function readEachFile<T extends { readonly file: string }>(
  files: readonly string[],
  passwords: readonly string[],
  report: (file: string, result: ReadResult, startedAt: number, pageMs: ReadonlyMap<number, number>) => T,
): Promise<FileReport<T>[]> {
  const readers = createReaders(nodePlatform());
  const line = createProgressLine();
  const reports: FileReport<T>[] = [];
  let next = 0;
  const lane = async () => {
    while (next < files.length) {
      const index = next;
      next += 1;
      const file = files[index] as string; // index < length
      const startedAt = performance.now();
      const pageMs = new Map<number, number>();
      try {
        const { bytes } = await loadFile(file);
        const onPage = (page: { pageNumber: number }, _picture: unknown, ms: number) =>
          void pageMs.set(page.pageNumber, ms);
        reports[index] = report(
          file,
          await readWith(passwords, (password) => readers.read(bytes, { password, pictures: false, onPage })),
          startedAt,
          pageMs,
        );
      } catch (cause) {
        const error = toAppError(cause);
        reports[index] = { file, error: { code: error.code, sentence: error.message } };
      }
      line.show(`Read ${file}`, Object.keys(reports).length, files.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(FILES_AT_ONCE, files.length) }, lane));
  } finally {
    line.end();
    await readers.close();
  }
  tellRefused(reports);
  return reports;
}

/** Reads a file as it is, then with each password until one opens it. Throws pdf-password when none does. */
async function readWith<T>(passwords: readonly string[], read: (password?: string) => Promise<T>): Promise<T> {
  for (const password of [undefined, ...passwords]) {
    try {
      return await read(password);
    } catch (cause) {
      if (!isAppError(cause) || cause.code !== 'pdf-password') throw cause;
    }
  }
  throw new AppError('pdf-password');
}

function tellRefused(reports: readonly FileReport<{ readonly file: string }>[]): void {
  const refused = reports.filter((report) => 'error' in report);
  for (const report of refused) sayLine(`${report.file}: ${report.error.sentence}`);
  hintAtPasswords(refused.map((report) => report.error.code));
  if (refused.length === 0) return;
  process.exitCode = refused.length === reports.length ? EXIT.failed : EXIT.someRefused;
}
