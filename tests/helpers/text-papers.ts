// The papers of the sample case as text files: a case without optical reading.
import { readFile } from 'node:fs/promises';
import type { CaseId } from '../../shared/ids.ts';
import { bringIn, type TestCore } from './core.ts';

const NAMES = [
  '001-ketamine-depression-denial',
  '005-psychiatry-visit-note',
  '007-letter-of-medical-necessity',
  '009-quillback-policy-bh207',
];

/** A denial and three papers that answer it, as files. */
export function textPapers(): Promise<{ readonly fileName: string; readonly bytes: Buffer }[]> {
  return Promise.all(
    NAMES.map(async (name) => ({
      fileName: `${name}.txt`,
      bytes: await readFile(new URL(`../fixtures/papers/${name}.txt`, import.meta.url)),
    })),
  );
}

/** Takes them into the vault and makes the case. */
export async function textCase(app: TestCore): Promise<CaseId> {
  await bringIn(app, await textPapers());
  const denial = (await app.client.documents.list({})).find(({ kind }) => kind === 'denial-letter');
  if (denial === undefined) throw new Error('No paper was read as a denial.');
  return (await app.client.cases.create({ documentId: denial.id })).case.id;
}
