// Papers that are read after a case was made: those that may answer a reason are offered, and nothing the user decided changes.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bringIn, startUnlocked, type TestCore } from '../../helpers/core.ts';

const paper = async (name: string) => ({
  fileName: `${name}.txt`,
  bytes: await readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8'),
});
const idOf = async (app: TestCore, name: string) =>
  (await app.client.documents.list({})).find(({ fileName }) => fileName.startsWith(name))!.id;

test('papers that come later are offered once, and taken in beside what was decided', async () => {
  await using app = await startUnlocked();
  const { client } = app;
  await bringIn(app, [await paper('001-ketamine-depression-denial'), await paper('009-quillback-policy-bh207')]);
  const made = await client.cases.create({ documentId: await idOf(app, '001') });
  const { id } = made.case;
  expect(made.newPapers).toEqual([]);
  expect(made.case.evidence.length).toBeGreaterThan(1);
  const [first, second] = made.case.evidence;
  await client.cases.setEvidenceState({ id, evidenceId: first!.id, state: 'accepted' });
  const decided = await client.cases.setEvidenceState({ id, evidenceId: second!.id, state: 'rejected' });

  const note = {
    fileName: 'recipe.txt',
    bytes: 'Pancakes for Sunday: two eggs, a cup of flour, a pinch of salt, some milk.',
  };
  await bringIn(app, [await paper('007-letter-of-medical-necessity'), note]);
  const letter = await idOf(app, '007');
  const offered = await client.cases.get({ id });
  expect(offered.newPapers).toEqual([letter]);
  expect(offered.case).toEqual(decided.case);

  const taken = await client.cases.takeNewPapers({ id, isWanted: true });
  expect(taken.newPapers).toEqual([]);
  expect(taken.case.evidence.slice(0, decided.case.evidence.length)).toEqual(decided.case.evidence);
  const fresh = taken.case.evidence.slice(decided.case.evidence.length);
  expect(fresh.length).toBeGreaterThan(0);
  for (const each of fresh) expect(each).toMatchObject({ documentId: letter, state: 'suggested' });
  expect((await client.cases.get({ id })).newPapers).toEqual([]);
});

test('an offer that is not wanted is not made again', async () => {
  await using app = await startUnlocked();
  const { client } = app;
  await bringIn(app, [await paper('001-ketamine-depression-denial')]);
  const { case: value } = await client.cases.create({ documentId: await idOf(app, '001') });
  await bringIn(app, [await paper('007-letter-of-medical-necessity')]);
  expect((await client.cases.get({ id: value.id })).newPapers).toHaveLength(1);
  const after = await client.cases.takeNewPapers({ id: value.id, isWanted: false });
  expect(after.newPapers).toEqual([]);
  expect(after.case.evidence).toEqual(value.evidence);
});
