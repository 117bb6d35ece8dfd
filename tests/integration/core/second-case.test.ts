// Other cases than the sample: the checklist, the clocks and the letters are those of their plan family and service.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { CaseView } from '../../../shared/model/case.ts';
import type { LetterKind } from '../../../shared/model/diary.ts';
import type { Letter } from '../../../shared/model/letter.ts';
import { inlinesOf } from '../../../shared/packet/letter-cites.ts';
import { bringIn, startUnlocked, type TestCore } from '../../helpers/core.ts';

const paper = async (name: string) => ({
  fileName: `${name}.txt`,
  bytes: await readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8'),
});

/** A record that fits the Medicaid visit: the corpus has none of this child. */
const TRIAGE = {
  fileName: 'triage.txt',
  bytes: `HARROW CREEK HOSPITAL                         EMERGENCY DEPARTMENT - TRIAGE RECORD
Patient: Theo Vandermolen    Member ID: MBC 770 413 9925
Arrival: 03/02/2026 2240, brought by mother

Chief complaint, mother's words: "He screamed and held his head, and I could not wake him fully in the car."
Vital signs on arrival: temperature 39.6 C, heart rate 148, respirations 30.
Nurse line advice: mother states the plan's nurse line told her at 2205 to go to the emergency room.
Signed: R. Oduya RN`,
};

async function caseFrom(app: TestCore, fileName: string): Promise<CaseView> {
  const denial = (await app.client.documents.list({})).find((each) => each.fileName === fileName);
  if (denial === undefined) throw new Error('The denial is not among the papers.');
  return app.client.cases.create({ documentId: denial.id });
}

async function written(app: TestCore, { case: { id } }: CaseView, kind: LetterKind): Promise<string> {
  const { letterId } = await app.client.letters.start({ id, kind });
  return wordsOf((await app.client.letters.get({ id, letterId })).letter);
}

function wordsOf(letter: Letter): string {
  const inlines = letter.blocks.flatMap((block) => inlinesOf(block));
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(' ');
}

test('a Medicaid emergency visit: its checklist, its clocks, its letters', async () => {
  await using app = await startUnlocked({ today: () => '2026-04-20' });
  await bringIn(app, [await paper('015-medicaid-er-visit-denial'), TRIAGE, await paper('026-emergency-hospital-bill')]);
  const view = await caseFrom(app, '015-medicaid-er-visit-denial.txt');
  const { id } = view.case;
  expect(view.case.planType.value).toBe('medicaid-mco');
  expect(view.case.grounds.map(({ reason }) => reason)).toEqual(['non-emergency']);

  expect(view.deadlines[0]).toMatchObject({ ruleId: 'mcaid-mco-1', latest: '2026-06-05', statedDays: 60 });
  expect(view.path.map(({ step }) => step)).toContain('fair-hearing');
  const items = new Map(view.gaps.map(({ item, state }) => [item, state]));
  expect([...items.keys()]).toEqual(expect.arrayContaining(['arrival', 'told', 'statement', 'rule', 'er-triage']));
  expect(items.get('er-triage')).toBe('have');
  expect(items.get('rule')).toBe('missing');

  // The bill of another person is neither evidence nor money of this case; the plan says nothing is owed.
  const money = await app.client.money.get({ id });
  expect(money.balances).toEqual([]);
  expect(money.atStake?.cents ?? 0).toBe(0);

  const offers = new Map((await app.client.letters.offers({ id })).map(({ kind, fits }) => [kind, fits]));
  expect(offers.get('claim-file')).toBe('yes');
  expect(offers.get('parity-disclosure')).toBe('no');
  expect(offers.get('external-review')).toBe('no');
  const file = await written(app, view, 'claim-file');
  expect(file).toContain('42 CFR 438');
  expect(file).not.toMatch(/ERISA|2560\.503|147\.136/);
  expect(await written(app, view, 'regulator-complaint')).not.toMatch(/ERISA|EBSA|Department of Labor/);

  const { items: dates } = await app.client.agenda.get({});
  expect(dates[0]).toMatchObject({ kind: 'deadline', latest: '2026-06-05' });
});

test('an MRI refused before it is done, insured: conservative care is asked for, and the law is that of insurers', async () => {
  await using app = await startUnlocked({ today: () => '2025-08-01' });
  await bringIn(app, [await paper('014-lumbar-mri-denial')]);
  const view = await caseFrom(app, '014-lumbar-mri-denial.txt');
  const { id } = view.case;
  expect(view.case.planType.value).toBe('fully-insured');
  expect(view.deadlines[0]?.latest).toBe('2026-01-06');
  expect(view.gaps.map(({ item }) => item)).toEqual(
    expect.arrayContaining(['letter', 'history', 'mri-conservative', 'mri-red-flags', 'mri-guideline']),
  );
  const { crosswalk, packs } = await app.client.record.get({ id });
  expect(packs.map((pack) => pack.id)).toEqual(['lumbar-mri']);
  expect(crosswalk[0]?.criterion.text).toContain('six week course of care');
  expect(crosswalk[0]?.state).toBe('not-shown');
  const offers = new Map((await app.client.letters.offers({ id })).map(({ kind, fits }) => [kind, fits]));
  expect(offers.get('peer-to-peer')).toBe('yes');
  expect(offers.get('corrected-claim')).toBe('no');
  expect(offers.get('negotiation')).toBe('no');
  const file = await written(app, view, 'claim-file');
  expect(file).toContain('45 CFR 147.136');
  expect(file).not.toMatch(/42 CFR 438|ERISA section/);
});

test('an upheld decision becomes the next level of the same dispute', async () => {
  await using app = await startUnlocked({ today: () => '2026-04-20' });
  await bringIn(app, [
    await paper('015-medicaid-er-visit-denial'),
    {
      fileName: 'upheld.txt',
      bytes: `Marigold Bridge Community Health Plan
A Medicaid plan for Ohio families

May 20, 2026

Member: Theo Vandermolen      Member ID: MBC 770 413 9925
Claim: MB 26061 004418

NOTICE OF APPEAL RESOLUTION

We reviewed your appeal about the emergency room visit on March 2, 2026. We uphold our decision.
The visit was not an emergency: the symptoms could have waited for his own doctor.
You may ask for a state hearing within 120 calendar days from the date of this letter.`,
    },
  ]);
  const first = await caseFrom(app, '015-medicaid-er-visit-denial.txt');
  const { id } = first.case;
  await app.client.cases.setAnswer({ id, groundId: first.case.grounds[0]!.id, answer: 'He could not be woken fully.' });
  await app.client.diary.saveSubmission({
    id,
    submission: { what: 'appeal', channel: 'fax', on: '2026-04-21', to: '614-555-0139', confirmation: 'OK', note: '' },
  });
  const sent = await app.client.cases.get({ id });
  expect(sent.case).toMatchObject({ status: 'sent', appealSentOn: '2026-04-21' });
  const decision = (await app.client.documents.list({})).find(({ fileName }) => fileName === 'upheld.txt');
  const next = await app.client.cases.nextLevel({ id, documentId: decision!.id });
  expect(next.case.previousCaseId).toBe(id);
  expect(next.case.level).toBe('first-level-upheld');
  expect(next.case.grounds[0]).toMatchObject({ reason: 'non-emergency', answer: 'He could not be woken fully.' });
  expect(next.deadlines[0]?.what).toMatch(/hearing/i);
  expect(next.previous?.kept).toEqual(['non-emergency']);
  const { record } = await app.client.record.get({ id: next.case.id });
  expect(record.timeline.map(({ what }) => what)).toContain('Appeal sent by fax to 614-555-0139, confirmation OK');
  expect((await app.client.cases.get({ id })).case.status).toBe('lost');
});

test('a decision on another person never becomes the next level of a case', async () => {
  await using app = await startUnlocked({ today: () => '2026-04-20' });
  await bringIn(app, [await paper('015-medicaid-er-visit-denial'), await paper('013-crps-ketamine-appeal-decision')]);
  const first = await caseFrom(app, '015-medicaid-er-visit-denial.txt');
  const other = (await app.client.documents.list({})).find(({ fileName }) => fileName.startsWith('013'));
  await expect(app.client.cases.nextLevel({ id: first.case.id, documentId: other!.id })).rejects.toMatchObject({
    code: 'decision-of-another',
  });
  expect(await app.client.cases.list({})).toHaveLength(1);
  expect((await app.client.cases.get({ id: first.case.id })).case.status).toBe('preparing');
});
