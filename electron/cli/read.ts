// `read`: kind, reasons and fields of each file, without a vault.

import type { Reading } from '../../shared/model/finding.ts';
import { readDocument } from '../../shared/reading/read-document.ts';
import { loadReadingRules } from '../core/reading-rules.ts';
import { nodePlatform } from '../hosts/node-platform.ts';
import type { LanguageOptions } from './languages.ts';
import { printJson, printLine } from './output.ts';
import { type PasswordOptions, readPasswords } from './passwords.ts';
import { type FileReport, readEachFile } from './read-files.ts';

interface ReadReport {
  readonly file: string;
  readonly kind: Reading['kind']['value'];
  readonly pages: number;
  readonly reasons: readonly { readonly id: string; readonly quote: string; readonly page: number }[];
  readonly fields: Reading['fields'];
  readonly ms: number;
}

/** Implements `read FILE… --json`. */
export async function readCommand(
  files: readonly string[],
  options: { readonly json?: boolean } & PasswordOptions & LanguageOptions,
): Promise<void> {
  const rules = loadReadingRules(nodePlatform().resourcesDir);
  const reports = await readEachFile(
    files,
    { passwords: readPasswords(options), languages: options.language },
    (file, { pages }, startedAt): ReadReport => {
      const reading = readDocument(pages, rules);
      return {
        file,
        kind: reading.kind.value,
        pages: pages.length,
        reasons: reading.reasons.map(({ reason, proof }) => ({
          id: reason,
          quote: proof.quote,
          page: proof.pageNumber,
        })),
        fields: reading.fields,
        ms: Math.round(performance.now() - startedAt),
      };
    },
  );
  if (options.json) printJson(reports);
  else for (const report of reports) printReport(report);
}

function printReport(report: FileReport<ReadReport>): void {
  if ('error' in report) return;
  printLine(`${report.file}: ${report.kind}, ${report.pages} ${report.pages === 1 ? 'page' : 'pages'}`);
  for (const { id, quote, page } of report.reasons) printLine(`  ${id} (page ${page}): “${quote}”`);
  for (const [name, value] of Object.entries(report.fields))
    printLine(`  ${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
}
