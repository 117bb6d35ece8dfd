// The journey without optical reading: text papers in, a case, a packet out; and what happens to doubles, broken files, cancel and restart.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/ids.ts';
import { bringIn, endOf, PASSPHRASE, startUnlocked } from '../../helpers/core.ts';

const paper = (name: string) => readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8');

async function sampleTexts() {
  const names = [
    '001-ketamine-depression-denial',
    '005-psychiatry-visit-note',
    '007-letter-of-medical-necessity',
    '009-quillback-policy-bh207',
  ];
  return Promise.all(names.map(async (name) => ({ fileName: `${name}.txt`, bytes: await paper(name) })));
}

test('papers become a case whose grounds, deadline and evidence carry their proof, and the case becomes a packet', async () => {
  await using app = await startUnlocked();
  const job = await bringIn(app, await sampleTexts());
  expect(job.result?.outcomes?.map(({ status }) => status)).toEqual(['imported', 'imported', 'imported', 'imported']);

  const documents = await app.client.documents.list({});
  const denial = documents.find(({ kind }) => kind === 'denial-letter');
  const made = await app.client.cases.create({ documentId: denial?.id as DocumentId });
  expect(made.case.grounds.map(({ reason }) => reason).sort()).toEqual([
    'experimental-investigational',
    'medical-necessity',
  ]);
  for (const { source } of made.case.grounds) {
    const page = await app.client.documents.page({
      id: denial?.id as DocumentId,
      pageNumber: source?.proof.pageNumber ?? 0,
    });
    const words = page.words.slice(source?.proof.from, source?.proof.to).map(({ text }) => text);
    expect(words.join(' ')).toBe(source?.proof.quote);
  }
  expect(made.case.evidence.length).toBeGreaterThan(1);

  const view = await app.client.cases.setReceived({ id: made.case.id, receivedOn: '2026-09-14' });
  expect(view.deadlines[0]?.latest).toBe('2027-03-13');

  const { jobId } = await app.client.packets.build({ caseId: made.case.id, draft: true });
  const built = await endOf(app.client, jobId);
  expect(built.error).toBeUndefined();
  const [packet] = await app.client.packets.list({ caseId: made.case.id });
  expect(packet?.version).toBe(1);
  expect(packet?.index[0]?.label).toBe('A');
});

test('a final packet is refused while a reason is unanswered, and says so', async () => {
  await using app = await startUnlocked();
  await bringIn(app, (await sampleTexts()).slice(0, 1));
  const denial = (await app.client.documents.list({})).find(({ kind }) => kind === 'denial-letter');
  const { case: made } = await app.client.cases.create({ documentId: denial?.id as DocumentId });
  const preflight = await app.client.packets.preflight({ caseId: made.id });
  expect(preflight.canFinal).toBe(false);
  expect(preflight.problems.filter(({ code }) => code === 'ground-unanswered')).toHaveLength(made.grounds.length);
  const { jobId } = await app.client.packets.build({ caseId: made.id, draft: false });
  expect((await endOf(app.client, jobId)).error?.code).toBe('packet-blocked');
});

test('the same file twice is noticed, also under another name, and a broken file is one plain error beside the good ones', async () => {
  await using app = await startUnlocked();
  const text = await paper('010-call-log-quillback');
  const first = await bringIn(app, [
    { fileName: 'log.txt', bytes: text },
    { fileName: 'empty.pdf', bytes: '' },
    { fileName: 'cut.pdf', bytes: '%PDF-1.7\n1 0 obj' },
  ]);
  expect(first.result?.outcomes?.map(({ status, error }) => error?.code ?? status)).toEqual([
    'imported',
    'file-empty',
    'file-damaged',
  ]);
  const twins = await bringIn(app, [
    { fileName: 'one.txt', bytes: 'The same twice.' },
    { fileName: 'two.txt', bytes: 'The same twice.' },
  ]);
  expect(twins.result?.outcomes?.map(({ status }) => status).sort()).toEqual(['duplicate', 'imported']);
  const second = await bringIn(app, [{ fileName: 'renamed.txt', bytes: text }]);
  expect(second.result?.outcomes?.[0]).toMatchObject({
    status: 'duplicate',
    documentId: first.result?.outcomes?.[0]?.documentId,
  });
});

test('a double in the trash comes back; a paper that failed says why and is tried again', async () => {
  await using app = await startUnlocked();
  await bringIn(app, [{ fileName: 'note.txt', bytes: 'Lunch on Tuesday.' }]);
  const [note] = await app.client.documents.list({});
  await app.client.documents.trash({ id: note?.id as DocumentId });
  const again = await bringIn(app, [{ fileName: 'note.txt', bytes: 'Lunch on Tuesday.' }]);
  expect(again.result?.outcomes?.[0]).toMatchObject({ status: 'duplicate', documentId: note?.id });
  expect(await app.client.documents.list({})).toHaveLength(1);

  const broken = [{ fileName: 'cut.pdf', bytes: '%PDF-1.7\n1 0 obj' }];
  await bringIn(app, broken);
  const failed = (await app.client.documents.list({})).find(({ fileName }) => fileName === 'cut.pdf');
  expect(failed).toMatchObject({ state: 'failed', failure: 'file-damaged' });
  const retried = await bringIn(app, broken);
  expect(retried.result?.outcomes?.[0]).toMatchObject({ status: 'refused', documentId: failed?.id });
});

test('what was imported comes back byte for byte after a restart, and the words can be searched', async () => {
  await using first = await startUnlocked();
  const text = await paper('010-call-log-quillback');
  await bringIn(first, [{ fileName: 'log.txt', bytes: text }]);
  await using app = await first.restart();
  await app.client.vault.unlock({ passphrase: PASSPHRASE });
  const [document] = await app.client.documents.list({});
  const original = await app.core.asset(`original/${document?.id}`);
  expect(new TextDecoder().decode(original.bytes)).toBe(text);
  const hits = await app.client.documents.search({ query: 'C-7720413' });
  expect(hits[0]).toMatchObject({ documentId: document?.id, pageNumber: 1 });
});

test('a cancelled import keeps what was finished and goes on after the next unlock', async () => {
  await using first = await startUnlocked();
  const scan = await readFile(
    new URL('../../../resources/samples/ketamine-case/005-psychiatry-visit-note.pdf', import.meta.url),
  );
  const token = first.core.addFile({ kind: 'bytes', fileName: 'visit.pdf', bytes: scan });
  const { jobId } = await first.client.documents.import({ tokens: [token] });
  for await (const job of await first.client.jobs.watch({ id: jobId })) {
    // The paper is stored (acknowledged) as soon as its pages are being read.
    if (job.progress.stage.startsWith('Storing') || job.progress.stage.startsWith('Read'))
      await first.client.jobs.cancel({ id: jobId });
  }
  await using app = await first.restart();
  await app.client.vault.unlock({ passphrase: PASSPHRASE });
  for (const job of await app.client.jobs.list({})) await endOf(app.client, job.id);
  const [document] = await app.client.documents.list({});
  expect(document).toMatchObject({ state: 'ready', pageCount: 2 });
});

test('corrections by the user win and survive', async () => {
  await using app = await startUnlocked();
  await bringIn(app, [{ fileName: 'note.txt', bytes: 'Lunch on Tuesday.' }]);
  const [document] = await app.client.documents.list({});
  const id = document?.id as DocumentId;
  await app.client.documents.setKind({ id, kind: 'correspondence' });
  await app.client.documents.setTitle({ id, title: 'A note' });
  await app.client.documents.setNote({ id, note: 'keep' });
  expect((await app.client.documents.get({ id })).document).toMatchObject({
    kind: 'correspondence',
    kindConfirmed: true,
    title: 'A note',
    note: 'keep',
  });
  await app.client.documents.trash({ id });
  expect(await app.client.documents.list({})).toEqual([]);
  await app.client.documents.restore({ id });
  expect(await app.client.documents.list({})).toHaveLength(1);
});
