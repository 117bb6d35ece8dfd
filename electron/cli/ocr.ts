// `ocr`: the text of each page, without a vault.
import { pageText } from '../../shared/text/layout.ts';
import { printJson, printLine } from './output.ts';
import { type PasswordOptions, readPasswords } from './passwords.ts';
import { readEachFile } from './read-files.ts';

/** Implements `ocr FILE… --json`. */
export async function ocrCommand(
  files: readonly string[],
  options: { readonly json?: boolean } & PasswordOptions,
): Promise<void> {
  const reports = await readEachFile(files, readPasswords(options), (file, { pages }, _startedAt, pageMs) => ({
    file,
    pages: pages.map((page) => ({
      page: page.pageNumber,
      text: pageText(page).text,
      ms: Math.round(pageMs.get(page.pageNumber) ?? 0),
    })),
  }));
  if (options.json) return printJson(reports);
  for (const report of reports) if (!('error' in report)) printLine(report.pages.map(({ text }) => text).join('\f'));
}
