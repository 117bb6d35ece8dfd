// `ocr`: the text of each page, without a vault; a searchable copy when it is wanted.
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Page } from '../../shared/model/page.ts';
import { pageText } from '../../shared/text/layout.ts';
import { nodePlatform } from '../hosts/node-platform.ts';
import type { SearchablePaper } from '../packet/searchable-file.ts';
import { createReaders } from '../readers/readers.ts';
import type { ReadResult } from '../readers/types.ts';
import type { LanguageOptions } from './languages.ts';
import { printJson, printLine, sayLine } from './output.ts';
import { type PasswordOptions, readPasswords } from './passwords.ts';
import { readEachFile } from './read-files.ts';

/** A file that was read, as the searchable copy needs it again. */
interface ReadFile {
  readonly format: ReadResult['format'];
  readonly pages: readonly Page[];
  readonly password: string | undefined;
  readonly load: () => Promise<Uint8Array>;
}

/** Implements `ocr FILE… --json --language NAME --pdf OUT`. The copy holds the pages of all files that could be read, in the order given. */
export async function ocrCommand(
  files: readonly string[],
  options: { readonly json?: boolean; readonly pdf?: string } & PasswordOptions & LanguageOptions,
): Promise<void> {
  const read = new Map<string, ReadFile>();
  const reading = readEachFile(
    files,
    { passwords: readPasswords(options), languages: options.language },
    (file, { pages, format }, _startedAt, pageMs, opened) => {
      if (options.pdf !== undefined) read.set(file, { ...opened, format, pages });
      return {
        file,
        pages: pages.map((page) => ({
          page: page.pageNumber,
          text: pageText(page).text,
          ms: Math.round(pageMs.get(page.pageNumber) ?? 0),
        })),
      };
    },
  );
  // What writes the copy is loaded while the readers are at work.
  if (options.pdf !== undefined) await import('../packet/searchable-file.ts');
  const reports = await reading;
  const copied = reports.flatMap(({ file }) => read.get(file) ?? []);
  if (options.pdf !== undefined && copied.length > 0) await writeCopy(copied, options.pdf);
  if (options.json) return printJson(reports);
  for (const report of reports) if (!('error' in report)) printLine(report.pages.map(({ text }) => text).join('\f'));
}

/** Writes the copy under another name and names it when it is whole, so that an earlier file is never half replaced. */
async function writeCopy(files: readonly ReadFile[], out: string): Promise<void> {
  const { writeSearchable } = await import('../packet/searchable-file.ts');
  const platform = nodePlatform();
  const readers = createReaders(platform);
  const part = `${out}.part`;
  try {
    const handle = await open(part, 'w');
    const papers = files.map(
      ({ load, password, format, pages }): SearchablePaper => ({
        pageCount: pages.length,
        load: async () => {
          const bytes = await load();
          return { bytes, password, format, pages, plain: (page) => readers.plain({ bytes }, page) };
        },
        picture: async (page) => readers.picture(await load(), page, PICTURE_WIDTH_PX),
      }),
    );
    try {
      await writeSearchable(papers, join(platform.resourcesDir, 'fonts'), async (bytes) => {
        await handle.writeFile(bytes);
      });
    } finally {
      await handle.close();
    }
    await rename(part, out);
    sayLine(`Wrote ${out}.`);
  } catch (cause) {
    await rm(part, { force: true });
    throw isSystemError(cause) ? new AppError('output-exists', { cause }) : cause;
  } finally {
    await readers.close();
  }
}

/** The place can't be written to, or the disk is full. */
function isSystemError(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause;
}

/** Width of the picture of a page that can't be taken over from its file, in pixels: 200 dots to the inch of a letter. */
const PICTURE_WIDTH_PX = 1700;
