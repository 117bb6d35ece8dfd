// How long looks at a case take in a vault of many papers: `npm run bench -- case [papers]`. The baseline is the first look after the vault was opened, which reads
// every paper; later looks find what follows from an unchanged paper worked out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../shared/contract/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import { bringIn, PASSPHRASE, startUnlocked, type TestCore } from '../helpers/core.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
const PAPERS = Number(process.argv[2] ?? 150);
const ROUNDS = 7;
const LOOKS: ReadonlyArray<readonly [name: string, look: (client: Client, id: CaseId) => Promise<unknown>]> = [
  ['case', (client, id) => client.cases.get({ id })],
  ['record', (client, id) => client.record.get({ id })],
  ['agenda', (client) => client.agenda.get({})],
  ['money', (client, id) => client.money.get({ id })],
];

/** The texts of labelled papers of all authors, as many as wanted. */
function texts(): Array<{ fileName: string; bytes: Uint8Array }> {
  const authored = join(FIXTURES, 'letters', 'authored');
  const folders = [join(FIXTURES, 'papers'), ...readdirSync(authored).map((author) => join(authored, author))];
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.txt'))
    .slice(0, PAPERS)
    .map((file, at) => ({ fileName: `${at}.txt`, bytes: readFileSync(file) }));
}

async function timed(look: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await look();
  return performance.now() - started;
}

async function measure(test: TestCore): Promise<void> {
  await bringIn(test, texts());
  const papers = await test.client.documents.list({});
  const denial = papers.find(({ kind }) => kind === 'denial-letter');
  if (denial === undefined) throw new Error('None of the papers was read as a denial.');
  const { case: made } = await test.client.cases.create({ documentId: denial.id });
  await using again = await test.restart();
  await again.client.vault.unlock({ passphrase: PASSPHRASE });
  process.stdout.write(`${papers.length} papers; milliseconds, later looks beside the first\n`);
  const first: number[] = [];
  for (const [, look] of LOOKS) first.push(await timed(() => look(again.client, made.id)));
  for (const [at, [name, look]] of LOOKS.entries()) {
    const later: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) later.push(await timed(() => look(again.client, made.id)));
    const median = later.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
    const one = first[at] ?? 0;
    process.stdout.write(
      `${name}: first ${one.toFixed(0)}, later ${median.toFixed(0)} (${(median / one).toFixed(2)})\n`,
    );
  }
}

await measure(await startUnlocked());
process.exit(0);
