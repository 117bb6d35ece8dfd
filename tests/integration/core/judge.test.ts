// The user's word on a reading: it wins, survives a new reading, reaches the cases, and never lacks words.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/ids.ts';
import { bringIn, PASSPHRASE, startUnlocked, type TestCore } from '../../helpers/core.ts';

const paper = (name: string) => readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8');

async function denialIn(app: TestCore): Promise<DocumentId> {
  await bringIn(app, [{ fileName: 'denial.txt', bytes: await paper('001-ketamine-depression-denial') }]);
  const [document] = await app.client.documents.list({});
  return document?.id as DocumentId;
}

const reasonsOf = async (app: TestCore, id: DocumentId) =>
  (await app.client.documents.get({ id })).reading.reasons.map(({ reason, byUser }) => `${reason} ${byUser ?? 'read'}`);

test('confirmed, dismissed and added reasons stay through a lock and a new reading', async () => {
  await using app = await startUnlocked();
  const id = await denialIn(app);
  expect(await reasonsOf(app, id)).toEqual(['experimental-investigational read', 'medical-necessity read']);
  await app.client.documents.judgeReason({ id, reason: 'medical-necessity', verdict: 'confirmed' });
  await app.client.documents.judgeReason({ id, reason: 'experimental-investigational', verdict: 'dismissed' });
  const page = await app.client.documents.page({ id, pageNumber: 1 });
  const proof = { pageNumber: 1, from: 3, to: 9, quote: 'not what the page says' };
  const added = await app.client.documents.judgeReason({ id, reason: 'out-of-network', verdict: 'added', proof });
  const words = page.words.slice(3, 9).map(({ text }) => text);
  expect(added.reading.reasons.find(({ reason }) => reason === 'out-of-network')?.proof.quote).toBe(words.join(' '));
  expect(added.reading.dismissed?.map(({ reason }) => reason)).toEqual(['experimental-investigational']);
  expect(added.document.reasonCount).toBe(2);

  const again = await app.restart();
  await again.client.vault.unlock({ passphrase: PASSPHRASE });
  await again.client.documents.setKind({ id, kind: 'denial-letter' });
  expect(await reasonsOf(again, id)).toEqual(['out-of-network added', 'medical-necessity confirmed']);

  await again.client.documents.judgeReason({ id, reason: 'experimental-investigational', verdict: 'none' });
  await again.client.documents.judgeReason({ id, reason: 'out-of-network', verdict: 'none' });
  expect(await reasonsOf(again, id)).toEqual(['experimental-investigational read', 'medical-necessity confirmed']);
  await again.core.close();
});

test('a corrected reason keeps its words under its new name', async () => {
  await using app = await startUnlocked();
  const id = await denialIn(app);
  const before = (await app.client.documents.get({ id })).reading.reasons[0];
  const { reading } = await app.client.documents.judgeReason({
    id,
    reason: before?.reason ?? 'cosmetic',
    verdict: 'dismissed',
    becomes: 'benefit-exclusion',
  });
  expect(reading.reasons.find(({ reason }) => reason === 'benefit-exclusion')?.proof).toEqual(before?.proof);
});

test('cases made from the paper follow: grounds and plan type, while answers stay', async () => {
  await using app = await startUnlocked();
  const id = await denialIn(app);
  const made = await app.client.cases.create({ documentId: id });
  const ground = made.case.grounds.find(({ reason }) => reason === 'medical-necessity');
  if (ground === undefined) throw new Error('the ground is missing');
  await app.client.cases.setAnswer({ id: made.case.id, groundId: ground.id, answer: 'It was needed.' });
  await app.client.documents.judgeReason({ id, reason: 'experimental-investigational', verdict: 'dismissed' });
  await app.client.documents.judgeReason({ id, reason: 'medical-necessity', verdict: 'confirmed' });
  await app.client.documents.judgeReason({
    id,
    reason: 'step-therapy',
    verdict: 'added',
    proof: { pageNumber: 1, from: 0, to: 4, quote: '' },
  });
  await app.client.documents.setPlanType({ id, planType: 'medicaid-mco' });
  const { case: value } = await app.client.cases.get({ id: made.case.id });
  expect(value.grounds.map(({ reason, state }) => `${reason} ${state}`)).toEqual([
    'experimental-investigational dismissed',
    'medical-necessity confirmed',
    'step-therapy added',
  ]);
  expect(value.grounds.find(({ reason }) => reason === 'medical-necessity')?.answer).toBe('It was needed.');
  expect(value.planType).toMatchObject({ value: 'medicaid-mco', byUser: true });
  expect((await app.client.documents.get({ id })).reading).toMatchObject({
    planTypeByUser: true,
    fields: { plan_type: 'medicaid-mco' },
  });
});

test('a reason without words is refused, and a paper set to denial letter is read as one', async () => {
  await using app = await startUnlocked();
  const id = await denialIn(app);
  await expect(app.client.documents.judgeReason({ id, reason: 'cosmetic', verdict: 'added' })).rejects.toMatchObject({
    code: 'reason-without-words',
  });
  await app.client.documents.setKind({ id, kind: 'correspondence' });
  expect(await reasonsOf(app, id)).toEqual([]);
  await app.client.documents.setKind({ id, kind: 'denial-letter' });
  expect((await reasonsOf(app, id)).length).toBe(2);
});
