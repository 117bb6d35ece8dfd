// Reads files without a vault, one report each; a refused file is a report, not the end.
import { AppError, isAppError } from '../../shared/errors.ts';
import { toAppError } from '../core/to-app-error.ts';
import { nodePlatform } from '../hosts/node-platform.ts';
import { createReaders } from '../readers/readers.ts';
import type { ReadResult } from '../readers/types.ts';
import { createProgressLine, EXIT, sayLine } from './output.ts';
import { type PaperAt, type Place, papersAt, placesOf } from './papers-in.ts';
import { hintAtPasswords } from './passwords.ts';

export type FileReport<T> =
  | T
  | { readonly file: string; readonly error: { readonly code: string; readonly sentence: string } };

/** Files read side by side; pages of one file are spread over the readers anyway. */
const FILES_AT_ONCE = 2;

/**
 * Reads each file, those in folders, and those in mails and ZIP files (“mail.eml › bill.pdf”), trying `passwords` on locked ones, and makes its report;
 * answers in the order given. `languages` are those scans are read in, whatever stands on them. `startedAt` is in milliseconds of performance.now(); `opened` says how the file is opened again.
 * Sets the exit code: 3 when some files were refused, 1 when all were.
 */
export async function readEachFile<T extends { readonly file: string }>(
  files: readonly string[],
  { passwords, languages }: { readonly passwords: readonly string[]; readonly languages: string | undefined },
  report: (
    file: string,
    result: ReadResult,
    startedAt: number,
    pageMs: ReadonlyMap<number, number>,
    opened: { readonly password: string | undefined; readonly load: () => Promise<Uint8Array> },
  ) => T,
): Promise<FileReport<T>[]> {
  const readers = createReaders(nodePlatform(), { languages });
  const line = createProgressLine();
  const places = await placesOf(files);
  const reports = places.map((): FileReport<T>[] => []);
  let next = 0;
  const lane = async () => {
    while (next < places.length) {
      const index = next;
      next += 1;
      const place = places[index] as Place; // index < length
      const mine = reports[index] as FileReport<T>[];
      const refuse = (file: string, cause: unknown): void => {
        const error = toAppError(cause);
        mine.push({ file, error: { code: error.code, sentence: error.message } });
      };
      const readOne = async ({ name: file, bytes, load }: PaperAt): Promise<void> => {
        const startedAt = performance.now();
        const pageMs = new Map<number, number>();
        const onPage = (page: { pageNumber: number }, _picture: unknown, ms: number) =>
          void pageMs.set(page.pageNumber, ms);
        try {
          const { read, password } = await readWith(passwords, async (password) => ({
            read: await readers.read(bytes, { password, pictures: false, onPage }),
            password,
          }));
          mine.push(report(file, read, startedAt, pageMs, { password, load }));
        } catch (cause) {
          refuse(file, cause);
        }
      };
      await papersAt(place, readers, readOne, refuse);
      line.show(`Read ${place.name}`, reports.filter(({ length }) => length > 0).length, places.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(FILES_AT_ONCE, places.length) }, lane));
  } finally {
    line.end();
    await readers.close();
  }
  const all = reports.flat();
  tellRefused(all);
  return all;
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
