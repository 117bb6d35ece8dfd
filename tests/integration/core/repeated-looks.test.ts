// Looks at a case again and again: what was worked out before is used as long as nothing changed, and every change of a paper or the case is seen at once.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { CaseId } from '../../../shared/ids.ts';
import { bringIn, PASSPHRASE, startUnlocked, type TestCore } from '../../helpers/core.ts';

const paper = async (name: string) => ({
  fileName: `${name}.txt`,
  bytes: await readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8'),
});
const idOf = async (app: TestCore, name: string) =>
  (await app.client.documents.list({})).find(({ fileName }) => fileName.startsWith(name))!.id;

/** Everything the screens of a case ask for. */
const look = async ({ client }: TestCore, id: CaseId) => ({
  view: await client.cases.get({ id }),
  record: await client.record.get({ id }),
  money: await client.money.get({ id }),
  agenda: await client.agenda.get({}),
  offers: await client.letters.offers({ id }),
  letter: await client.appealLetter.get({ id }),
  preflight: await client.packets.preflight({ caseId: id }),
});
/** The treatments read from a paper. */
const toldBy = (seen: Awaited<ReturnType<typeof look>>, paperId: string) =>
  seen.record.record.treatments.filter(({ source }) => source?.documentId === paperId);

test('each look sees the papers and the case as they are, also after many looks', async () => {
  await using app = await startUnlocked();
  const { client } = app;
  await bringIn(app, [
    await paper('001-ketamine-depression-denial'),
    await paper('009-quillback-policy-bh207'),
    await paper('007-letter-of-medical-necessity'),
  ]);
  const letter = await idOf(app, '007');
  const { case: made } = await client.cases.create({ documentId: await idOf(app, '001') });
  const first = await look(app, made.id);
  expect(toldBy(first, letter)).not.toEqual([]);
  expect(await look(app, made.id)).toEqual(first);

  await client.documents.setTitle({ id: letter, title: 'What Dr. Okafor wrote' });
  expect((await look(app, made.id)).view.documents[letter]).toBe('What Dr. Okafor wrote');

  await client.documents.setKind({ id: letter, kind: 'literature' });
  expect(toldBy(await look(app, made.id), letter)).toEqual([]);
  await client.documents.setKind({ id: letter, kind: 'letter-of-medical-necessity' });
  expect(toldBy(await look(app, made.id), letter)).toEqual(toldBy(first, letter));

  await client.cases.setFact({ id: made.id, name: 'memberName', value: 'Somebody Else' });
  await client.cases.setFact({ id: made.id, name: 'memberId', value: 'ZZZ 000' });
  await client.cases.setFact({ id: made.id, name: 'claimNumbers', value: '' });
  await client.cases.setFact({ id: made.id, name: 'authorizationNumber', value: '' });
  expect(toldBy(await look(app, made.id), letter)).toEqual([]);
  for (const name of ['memberName', 'memberId', 'claimNumbers', 'authorizationNumber'] as const)
    await client.cases.setFact({ id: made.id, name, value: made.facts[name].value ?? '' });
  expect(toldBy(await look(app, made.id), letter)).toEqual(toldBy(first, letter));

  await client.documents.trash({ id: letter });
  const without = await look(app, made.id);
  expect(without.view.documents[letter]).toBeUndefined();
  expect(toldBy(without, letter)).toEqual([]);

  await client.documents.restore({ id: letter });
  const last = await look(app, made.id);
  expect(toldBy(last, letter)).toEqual(toldBy(first, letter));
  const again = await app.restart();
  await again.client.vault.unlock({ passphrase: PASSPHRASE });
  expect(await look(again, made.id)).toEqual(last);
  await again.core.close();
});
