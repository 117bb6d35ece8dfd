// One sitting with the app from its start to the lock: papers with marks in every field, search, a case, letters, preview, packet, backup, big sorts and a vacuum.
// Arguments: folder to work in, marks as JSON by field, `as-shipped` or `leaking` (a mark is written beside the vault, to prove that the watcher sees it).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInProcessClient } from '../../../electron/core/client.ts';
import { createCore } from '../../../electron/core/core.ts';
import { nodePlatform } from '../../../electron/hosts/node-platform.ts';
import {
  appealLetterPath,
  originalPath,
  packetPath,
  packetPreviewPath,
  pagePath,
  thumbnailPath,
} from '../../../shared/contract/assets.ts';
import { endOf, PASSPHRASE } from '../../helpers/core.ts';
import { textPapers } from '../../helpers/text-papers.ts';

const [dir = '', marksJson = '{}', mode = ''] = process.argv.slice(2);
const marks = JSON.parse(marksJson) as { text: string; name: string; note: string; title: string; letter: string }; // the test's own
const places = join(dir, 'places');
mkdirSync(places);

const core = createCore(nodePlatform({ defaultVaultDir: join(dir, 'vault'), today: () => '2026-10-15' }));
const client = createInProcessClient(core);
await client.vault.create({ passphrase: PASSPHRASE });

const scan = readFileSync(new URL('../../fixtures/scans/statement-fax.pdf', import.meta.url));
const papers = (await textPapers()).map(({ fileName, bytes }) => ({
  fileName: `${marks.name}-${fileName}`,
  bytes: Buffer.concat([bytes, Buffer.from(`\n${`${marks.text} `.repeat(40)}\n`)]),
}));
const tokens = [...papers, { fileName: 'fax.pdf', bytes: scan }].map((file) =>
  core.addFile({ kind: 'bytes', ...file }),
);
await endOf(client, (await client.documents.import({ tokens })).jobId);

// On a very busy machine the scan may take longer than a reader is given.
const documents = (await client.documents.list({})).filter(({ state }) => state === 'ready');
const denial = documents.find(({ kind }) => kind === 'denial-letter');
if (denial === undefined) throw new Error('No paper was read as a denial.');
await client.documents.setNote({ id: denial.id, note: marks.note });
await client.documents.setTitle({ id: denial.id, title: marks.title });
for (const query of [marks.text, marks.name, `"${marks.note}"`, marks.title.slice(0, 5)])
  if ((await client.documents.search({ query })).length === 0) throw new Error(`${query} was not found.`);
for (const { id } of documents) {
  await core.asset(pagePath(id, 1));
  await core.asset(thumbnailPath(id));
  await core.asset(originalPath(id));
}

const { case: made } = await client.cases.create({ documentId: denial.id });
const [ground] = made.grounds;
if (ground !== undefined) await client.cases.setAnswer({ id: made.id, groundId: ground.id, answer: marks.letter });
for (const format of ['pdf', 'docx'] as const) await core.asset(appealLetterPath(made.id, format));
const { state, pages } = await client.packets.pages({ caseId: made.id });
for (let page = 1; page <= Math.min(pages.length, 6); page += 1)
  await core.asset(packetPreviewPath(made.id, page, state));
const { result, error } = await endOf(client, (await client.packets.build({ caseId: made.id, draft: true })).jobId);
if (result?.packetId === undefined) throw new Error(`No packet: ${error?.code}`);
await core.asset(packetPath(result.packetId));

await endOf(client, (await client.backup.start({ folder: places })).jobId);
await endOf(client, (await client.upkeep.verify({})).jobId);
for (const { id } of documents.slice(-1)) await client.documents.trash({ id });
await client.upkeep.emptyTrash({});
if (mode === 'leaking') writeFileSync(join(dir, 'cache.tmp'), `x${marks.note}y`);
await core.close();
