// Notes and highlights through the contract: words are the page's own, evidence made of them is told, arranged and turned pages keep them, packets don't.
import { readFile } from 'node:fs/promises';
import { degrees, PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentId, EntryId } from '../../../shared/ids.ts';
import type { AnnotationColour } from '../../../shared/model/annotation.ts';
import type { Proof } from '../../../shared/model/finding.ts';
import { findQuote, quoteOf } from '../../../shared/text/quote.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';

const paper = async (name: string) => ({
  fileName: `${name}.txt`,
  bytes: await readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8'),
});
const idOf = async (app: TestCore, name: string) =>
  (await app.client.documents.list({})).find(({ fileName }) => fileName.startsWith(name))?.id as DocumentId;
const entry = (number: number) => EntryId.parse(`n_${String(number).padStart(32, '0')}`);

async function proofOf({ client }: TestCore, id: DocumentId, pageNumber: number, quote: string): Promise<Proof> {
  const page = await client.documents.page({ id, pageNumber });
  const place = findQuote(page, quote);
  if (place === undefined) throw new Error(`“${quote}” is not on the page.`);
  return { pageNumber, from: place.from, to: place.to, quote: quoteOf(page, place.from, place.to) };
}
async function highlight(
  app: TestCore,
  number: number,
  documentId: DocumentId,
  proof: Proof,
  more: { readonly colour?: AnnotationColour; readonly note?: string } = { colour: 'yellow' },
) {
  const { pageNumber } = proof;
  return app.client.annotations.put({ id: entry(number), documentId, pageNumber, proof, note: '', ...more });
}

/** A page of text that a scanner laid on its side. */
const lyingPdf = async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([612, 792]);
  page.drawText('You have the right to appeal this decision of the plan within sixty days', {
    x: 72,
    y: 600,
    size: 12,
  });
  page.setRotation(degrees(90));
  return document.save();
};

let app: TestCore;
beforeAll(async () => {
  app = await startUnlocked();
  await bringIn(app, [
    await paper('001-ketamine-depression-denial'),
    await paper('007-letter-of-medical-necessity'),
    { fileName: 'recipe.txt', bytes: 'Pancakes for Sunday: two eggs, a cup of flour.\fThe bill of the hospital.' },
    { fileName: 'lying.pdf', bytes: await lyingPdf() },
  ]);
});
afterAll(() => app[Symbol.asyncDispose]());

test('what is kept says what the page says; nothing to keep and pages that are not there are refused', async () => {
  const { client } = app;
  const id = await idOf(app, 'recipe');
  const proof = await proofOf(app, id, 2, 'bill of the hospital');
  const made = await highlight(app, 1, id, { ...proof, quote: 'something the page never said' }, { note: 'Paid?' });
  expect(made).toMatchObject({ isLost: true, uses: [] });
  const kept = await highlight(app, 1, id, proof, { note: 'Paid?', colour: 'blue' });
  expect(kept).toMatchObject({ proof, isLost: false, colour: 'blue', madeAt: made.madeAt });
  const ofPage = { id: entry(2), documentId: id, pageNumber: 1, note: 'About all of it' };
  await client.annotations.put(ofPage);
  expect(await client.annotations.list({ documentId: id })).toMatchObject([ofPage, { id: entry(1), note: 'Paid?' }]);
  const refused = (input: object, code: string) =>
    expect(client.annotations.put({ ...ofPage, ...input })).rejects.toMatchObject({ code });
  await refused({ note: ' ' }, 'annotation-empty');
  await refused({ pageNumber: 3 }, 'page-not-found');
  await refused({ documentId: `d_${'0'.repeat(32)}` }, 'document-not-found');

  // Undo puts back what was, with the time it was made.
  for (const number of [1, 2]) await client.annotations.remove({ id: entry(number) });
  const again = { id: entry(1), documentId: id, pageNumber: 2, proof, note: 'Paid?', madeAt: kept.madeAt };
  await client.annotations.put(again);
  const [back, ...more] = await client.annotations.list({ documentId: id });
  expect(back).toMatchObject(again);
  expect(back?.colour).toBeUndefined();
  expect(more).toEqual([]);
  await client.annotations.remove({ id: entry(1) });
});

test('evidence made of a highlight is told with its case; the note goes nowhere', async () => {
  const { client } = app;
  const [denial, letter, recipe] = [await idOf(app, '001'), await idOf(app, '007'), await idOf(app, 'recipe')];
  const { case: value } = await client.cases.create({ documentId: denial });
  const { id, grounds } = value;
  const [ground] = grounds;
  if (ground === undefined) throw new Error('The case has no reason.');
  const page = await client.documents.page({ id: letter, pageNumber: 1 });
  const proof = { pageNumber: 1, from: 2, to: 6, quote: quoteOf(page, 2, 6) };
  await highlight(app, 1, letter, proof, { colour: 'green', note: 'Quillwort says so' });
  await highlight(app, 2, recipe, await proofOf(app, recipe, 1, 'two eggs'));
  const offered = await client.annotations.ofCase({ id });
  expect(offered.map(({ documentId, uses }) => [documentId, uses])).toEqual([[letter, []]]);
  const title = (await client.documents.list({})).find((each) => each.id === letter)?.title;
  expect(offered[0]?.title).toBe(title);

  const linked = await client.cases.linkEvidence({
    id,
    groundId: ground.id,
    documentId: letter,
    fromPage: 1,
    toPage: 1,
    proof,
  });
  const added = linked.case.evidence.at(-1);
  expect(added).toMatchObject({ state: 'accepted', proof });
  const uses = async (documentId: DocumentId) => (await client.annotations.list({ documentId }))[0]?.uses;
  expect(await uses(letter)).toEqual([
    { caseId: id, caseTitle: value.title, groundId: ground.id, reason: ground.reason, evidenceId: added?.id },
  ]);
  const going = JSON.stringify([await client.cases.letter({ id }), await client.packets.pages({ caseId: id })]);
  expect(going).toContain(proof.quote);
  expect(going).not.toContain('Quillwort');

  // The letter behind another paper: highlight and evidence both stand on the later page, and back.
  const { pages } = await client.documents.get({ id: letter });
  const moved = pages.map(({ pageNumber }) => ({ documentId: letter, pageNumber, turn: 0 as const }));
  const { documentIds } = await client.arrangements.arrange({
    papers: [{ pages: [{ documentId: recipe, pageNumber: 1, turn: 0 }, ...moved] }],
  });
  const [joined] = documentIds as [DocumentId];
  const [ofRecipe, ofLetter] = await client.annotations.list({ documentId: joined });
  expect([ofRecipe?.pageNumber, ofLetter?.pageNumber]).toEqual([1, 2]);
  expect(ofLetter?.uses).toMatchObject([{ caseId: id, evidenceId: added?.id }]);
  await client.arrangements.undo({ documentIds: [joined] });
  expect(await uses(letter)).toMatchObject([{ evidenceId: added?.id }]);

  await client.cases.setEvidenceState({ id, evidenceId: added?.id as never, state: 'rejected' });
  expect(await uses(letter)).toEqual([]);
});

test('on a page that is turned and read anew a highlight is on its words again', async () => {
  const { client } = app;
  const id = await idOf(app, 'lying');
  const proof = await proofOf(app, id, 1, 'right to appeal this decision');
  await highlight(app, 3, id, proof);
  const { documentIds, jobId } = await client.arrangements.arrange({
    papers: [{ pages: [{ documentId: id, pageNumber: 1, turn: 270 }] }],
  });
  if (jobId === undefined) throw new Error('A turned page is read anew.');
  expect((await endOf(client, jobId)).state).toBe('done');
  const [documentId] = documentIds as [DocumentId];
  const [found] = await client.annotations.list({ documentId });
  expect(found).toMatchObject({ id: entry(3), documentId, pageNumber: 1, isLost: false });
  const page = await client.documents.page({ id: documentId, pageNumber: 1 });
  expect(quoteOf(page, found?.proof?.from ?? 0, found?.proof?.to ?? 0)).toBe('right to appeal this decision');
  expect((await client.annotations.list({ documentId: id }))[0]).toMatchObject({ proof, isLost: false });
});
