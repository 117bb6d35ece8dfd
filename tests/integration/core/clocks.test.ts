// The clocks of a case over the contract: the letter's own limits, the steps ahead, and the plan's time once the appeal is out.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/ids.ts';
import { bringIn, startUnlocked } from '../../helpers/core.ts';

test('a denial shows every limit it states, and the plan’s time to answer from the day the appeal went out', async () => {
  await using app = await startUnlocked();
  const name = '001-ketamine-depression-denial.txt';
  const bytes = await readFile(new URL(`../../fixtures/papers/${name}`, import.meta.url), 'utf8');
  await bringIn(app, [{ fileName: name, bytes }]);
  const [denial] = await app.client.documents.list({});
  const made = await app.client.cases.create({ documentId: denial?.id as DocumentId });

  expect(made.deadlines.map(({ ruleId, latest }) => [ruleId, latest])).toEqual([
    ['erisa-internal-1', '2027-03-08'],
    ['stated-external-review', undefined],
    ['stated-civil-action', undefined],
  ]);
  expect(made.deadlines[1]?.stated?.proof.quote).toBe('You have four months from the final internal decision to ask.');
  expect(made.path.map(({ ruleId, when }) => `${when} ${ruleId}`)).toEqual([
    'now erisa-internal-1',
    'later erisa-internal-2',
    'later ext-federal',
    'later erisa-suit',
  ]);
  expect(made.planDue.every(({ due }) => due === undefined)).toBe(true);

  const sent = await app.client.cases.setAppealSent({ id: made.case.id, appealSentOn: '2026-10-01' });
  expect(sent.planDue.find(({ timing }) => timing === 'post-service')?.due).toBe('2026-11-30');
  const unsent = await app.client.cases.setAppealSent({ id: made.case.id });
  expect(unsent.case.appealSentOn).toBeUndefined();
  expect(unsent.planDue.every(({ due }) => due === undefined)).toBe(true);
});
