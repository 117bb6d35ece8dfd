// `import`, `list`, `search` and `export`: papers in a vault.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { originalPath } from '../../shared/contract/assets.ts';
import { AppError } from '../../shared/errors.ts';
import { DocumentId } from '../../shared/ids.ts';
import type { ImportOutcome } from '../../shared/model/document.ts';
import { EXIT, printJson, printLine, sayLine } from './output.ts';
import { hintAtPasswords, type PasswordOptions, readPasswords } from './passwords.ts';
import { followJob, type PassphraseOptions, type ReadingOptions, withVault } from './session.ts';

type Options = PassphraseOptions & { readonly json?: boolean };

/** Implements `import DIR FILE…`. Exits with 3 when some files were refused, with 1 when all were. */
export async function importCommand(
  dir: string,
  files: readonly string[],
  options: Options & PasswordOptions,
): Promise<void> {
  const passwords = readPasswords(options);
  await withVault(dir, options, async (session) => {
    const tokens = files.map((file) => session.core.addFile({ kind: 'path', path: resolve(file) }));
    const { jobId } = await session.client.documents.import({ tokens, passwords: [...passwords] });
    const job = await followJob(session, jobId);
    const outcomes = job.result?.outcomes ?? [];
    if (job.error !== undefined) sayLine(job.error.sentence);
    reportOutcomes(outcomes, options.json ?? false);
    const refused = outcomes.filter(({ status }) => status === 'refused').length;
    if (job.state === 'failed' || refused === outcomes.length) process.exitCode = EXIT.failed;
    else if (refused > 0) process.exitCode = EXIT.someRefused;
  });
}

function reportOutcomes(outcomes: readonly ImportOutcome[], asJson: boolean): void {
  for (const { error, ...file } of outcomes) if (error !== undefined) sayLine(`${named(file)}: ${error.sentence}`);
  hintAtPasswords(outcomes.map(({ error }) => error?.code));
  if (asJson) return printJson(outcomes);
  for (const { status, documentId, pageCount, kind, ...file } of outcomes) {
    if (status === 'imported') printLine(`${documentId}  ${kind}, ${pageCount} p.  ${named(file)}`);
    if (status === 'duplicate') printLine(`${documentId}  already in the vault  ${named(file)}`);
  }
}

function named({ within, fileName }: Pick<ImportOutcome, 'within' | 'fileName'>): string {
  return within === undefined ? fileName : `${within} › ${fileName}`;
}

/** Implements `list DIR`. */
export async function listCommand(dir: string, options: Options & ReadingOptions): Promise<void> {
  await withVault(dir, options, async ({ client }) => {
    const documents = await client.documents.list({});
    if (options.json) return printJson(documents);
    for (const { id, kind, pageCount, date, title } of documents)
      printLine(`${id}  ${(date ?? '').padEnd(10)}  ${kind.padEnd(27)}  ${String(pageCount).padStart(4)} p.  ${title}`);
  });
}

/** Implements `search DIR QUERY`. */
export async function searchCommand(dir: string, query: string, options: Options & ReadingOptions): Promise<void> {
  await withVault(dir, options, async ({ client }) => {
    const hits = await client.documents.search({ query });
    if (options.json) return printJson(hits);
    for (const { documentId, pageNumber, title, snippet, isNote } of hits) {
      printLine(
        `${documentId} p. ${pageNumber}  ${title}${isNote ? ' (your note)' : ''}\n    ${snippet.replaceAll('\u0001', '«').replaceAll('\u0002', '»').replace(/\s+/g, ' ')}`,
      );
    }
  });
}

/** Implements `export DIR ID OUT`: the exported bytes equal the imported ones. Never overwrites. */
export async function exportCommand(dir: string, id: string, out: string, options: ReadingOptions): Promise<void> {
  await withVault(dir, options, async ({ core }) => {
    const parsed = DocumentId.safeParse(id);
    if (!parsed.success) throw new AppError('document-not-found');
    const { bytes } = await core.asset(originalPath(parsed.data));
    await writeFile(resolve(out), bytes, { flag: 'wx' }).catch((cause) => {
      throw new AppError('output-exists', { cause });
    });
  });
}
