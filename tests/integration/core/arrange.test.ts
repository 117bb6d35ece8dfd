// Papers arranged anew in a real vault: photos joined, a page turned and read again, a paper split, cases that follow or stay, and all of it taken back.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { degrees, PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { originalPath } from '../../../shared/contract/assets.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { ArrangedPage } from '../../../shared/model/arrangement.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { letterPng } from '../../helpers/made-papers.ts';

const run = promisify(execFile);
const paper = async (name: string) => ({
  fileName: `${name}.txt`,
  bytes: await readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8'),
});
const papers = ({ client }: TestCore) => client.documents.list({});
const idOf = async (app: TestCore, name: string) =>
  (await papers(app)).find(({ fileName }) => fileName.startsWith(name))?.id as DocumentId;
const pagesOf = async (app: TestCore, id: DocumentId): Promise<ArrangedPage[]> =>
  (await app.client.documents.get({ id })).pages.map(({ pageNumber }) => ({ documentId: id, pageNumber, turn: 0 }));
const textOf = async (app: TestCore, id: DocumentId, pageNumber: number) =>
  (await app.client.documents.page({ id, pageNumber })).words.map(({ text }) => text).join(' ');
const arranged = async (app: TestCore, pages: readonly (readonly ArrangedPage[])[], title?: string) => {
  const { documentIds, jobId, staying } = await app.client.arrangements.arrange({
    papers: pages.map((each) => ({ pages: [...each], ...(title !== undefined && { title }) })),
  });
  const isTurned = pages.flat().some(({ turn }) => turn !== 0);
  expect(jobId !== undefined).toBe(isTurned);
  if (jobId !== undefined) expect((await endOf(app.client, jobId)).state).toBe('done');
  return { ids: documentIds, staying };
};

/** A page of text that a scanner laid on its side. */
const lyingPdf = async (text: string) => {
  const document = await PDFDocument.create();
  const page = document.addPage([612, 792]);
  page.drawText(`${text} tells you of your right to appeal this decision of the plan`, { x: 72, y: 600, size: 12 });
  page.setRotation(degrees(90));
  return document.save();
};

test('photos become one paper; a page that lies is turned and read again; the photos stay as they came', async () => {
  await using app = await startUnlocked();
  const first = await letterPng([{ text: 'FIRSTPAGE', x: 72, y: 100 }], 100, []);
  await bringIn(app, [
    { fileName: 'one.png', bytes: first },
    { fileName: 'two.pdf', bytes: await lyingPdf('SECONDPAGE') },
  ]);
  const [one, two] = [await idOf(app, 'one'), await idOf(app, 'two')];
  await app.client.documents.setTags({ id: one, tags: ['mail'] });
  const lying = await app.client.documents.page({ id: two, pageNumber: 1 });
  expect(lying.widthPt).toBeGreaterThan(lying.heightPt);
  const turn = 270;
  const order = [
    [{ documentId: two, pageNumber: 1, turn } as const, { documentId: one, pageNumber: 1, turn: 0 } as const],
  ];
  const { ids, staying } = await arranged(app, order, 'Both');
  const [both] = ids as [DocumentId];
  expect(staying).toEqual([]);
  expect(await papers(app)).toMatchObject([{ id: both, title: 'Both', pageCount: 2, state: 'ready', tags: ['mail'] }]);
  expect(await textOf(app, both, 1)).toMatch(/SECONDPAGE.*your right to appeal/);
  const turned = await app.client.documents.page({ id: both, pageNumber: 1 });
  expect(turned.heightPt).toBeGreaterThan(turned.widthPt);
  expect(turned.words[0]?.x).toBeCloseTo(72, 0);
  expect(await textOf(app, both, 2)).toBe(await textOf(app, one, 1));
  expect((await app.client.documents.search({ query: 'SECONDPAGE' })).map(({ documentId }) => documentId)).toEqual([
    both,
  ]);
  const made = await app.client.arrangements.get({ id: both });
  expect(made.pages).toEqual(order[0]);
  // Of files that come together, either may be stored first.
  expect(made.from.map(({ id }) => id).toSorted()).toEqual([one, two].toSorted());
  expect(await app.client.arrangements.get({ id: one })).toMatchObject({
    pages: [],
    into: [{ id: both, title: 'Both' }],
  });
  expect(Buffer.from((await app.core.asset(originalPath(one))).bytes).equals(first)).toBe(true);

  const file = join(app.dir, 'both.pdf');
  await writeFile(file, (await app.core.asset(originalPath(both))).bytes);
  await run('qpdf', ['--check', file]);
  expect((await run('pdfinfo', ['-l', '2', file])).stdout).toMatch(/Pages:\s+2/);

  await app.client.arrangements.undo({ documentIds: [both] });
  expect((await papers(app)).map(({ id }) => id).toSorted()).toEqual([one, two].toSorted());
  await app.client.documents.restore({ id: both });
  expect((await papers(app)).map(({ id }) => id)).toEqual([both]);
});

test('a case follows its papers into a joined one and back; where it cannot, the papers stay and are named', async () => {
  await using app = await startUnlocked();
  const { client } = app;
  await bringIn(app, [await paper('001-ketamine-depression-denial'), await paper('007-letter-of-medical-necessity')]);
  const [denial, letter] = [await idOf(app, '001'), await idOf(app, '007')];
  const before = await client.cases.create({ documentId: denial });
  const { id } = before.case;
  const own = await pagesOf(app, letter);
  const inner = before.case.evidence.find((each) => each.documentId === letter);
  expect(inner).toBeDefined();

  // The letter's pages behind a page of another paper: the evidence stands on later pages now, with the same words.
  await bringIn(app, [{ fileName: 'cover.txt', bytes: 'A sheet to go before the letter of my doctor.' }]);
  const cover = await idOf(app, 'cover');
  const { ids, staying } = await arranged(app, [[...(await pagesOf(app, cover)), ...own]]);
  const [joined] = ids as [DocumentId];
  expect(staying).toEqual([]);
  const moved = (await client.cases.get({ id })).case;
  const same = moved.evidence.find((each) => each.id === inner?.id);
  expect(same).toMatchObject({ documentId: joined, fromPage: (inner?.fromPage ?? 0) + 1 });
  const words = (await client.documents.page({ id: joined, pageNumber: same?.proof?.pageNumber ?? 1 })).words;
  expect(words.slice(same?.proof?.from, same?.proof?.to)[0]?.text).toBe(same?.proof?.quote.split(' ')[0]);
  expect((await papers(app)).map((each) => each.id)).toEqual([denial, joined]);
  await client.arrangements.undo({ documentIds: [joined] });
  expect((await client.cases.get({ id })).case.evidence).toEqual(before.case.evidence);

  // The page the evidence stands on is left out: the case keeps the letter as it came, and says so.
  const kept = own.filter(({ pageNumber }) => pageNumber !== inner?.fromPage);
  const shorter = await arranged(app, [[...(await pagesOf(app, cover)), ...kept]]);
  expect(shorter.staying).toMatchObject([{ id }]);
  expect((await client.cases.get({ id })).case.evidence).toEqual(before.case.evidence);
  expect((await papers(app)).map((each) => each.id)).toContain(letter);
  expect((await client.arrangements.get({ id: letter })).cases).toEqual(
    kept.length === 0 ? [] : [{ id, title: before.case.title }],
  );
});

test('a paper is split, and its parts are papers of their own', async () => {
  await using app = await startUnlocked();
  await bringIn(app, [{ fileName: 'two.txt', bytes: 'The letter of the plan.\fThe bill of the hospital.' }]);
  const id = await idOf(app, 'two');
  const pages = await pagesOf(app, id);
  expect(pages).toHaveLength(2);
  const { ids } = await arranged(
    app,
    pages.map((page) => [page]),
  );
  expect(await Promise.all(ids.map((part) => textOf(app, part, 1)))).toEqual([
    'The letter of the plan.',
    'The bill of the hospital.',
  ]);
  expect((await papers(app)).map((each) => each.id)).toEqual(ids);
  // Half of it in the trash: the other half is still there, and the whole stays folded.
  await app.client.documents.trash({ id: ids[0] as DocumentId });
  expect((await papers(app)).map((each) => each.id)).toEqual([ids[1]]);
  await app.client.documents.restore({ id: ids[0] as DocumentId });
  await app.client.arrangements.undo({ documentIds: [ids[1] as DocumentId] });
  expect((await papers(app)).map((each) => each.id)).toEqual([id]);
});
