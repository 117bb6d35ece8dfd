// The sample case from its scans alone: what the app finds for it, each with the page that says so.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordView } from '../../../shared/contract/record.ts';
import type { CaseView } from '../../../shared/model/case.ts';
import type { MoneyView } from '../../../shared/model/money.ts';
import type { Source } from '../../../shared/model/source.ts';
import { endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';

let app: TestCore;
let view: CaseView;
let work: RecordView;
let money: MoneyView;
/** File names of the papers by id. */
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  app = await startUnlocked({ today: () => '2026-11-24' });
  const { jobId } = await app.client.sample.load({});
  const job = await endOf(app.client, jobId);
  if (job.result?.caseId === undefined) throw new Error('The sample made no case.');
  view = await app.client.cases.get({ id: job.result.caseId });
  work = await app.client.record.get({ id: view.case.id });
  money = await app.client.money.get({ id: view.case.id });
  files = new Map((await app.client.documents.list({})).map(({ id, fileName }) => [id as string, fileName]));
}, 200_000);
afterAll(() => app[Symbol.asyncDispose]());

/** The number of the paper and the page, e.g. `005 p1`. */
const place = (source: Source | undefined) =>
  source === undefined ? 'no page' : `${(files.get(source.documentId) ?? '').slice(0, 3)} p${source.proof.pageNumber}`;

/** Whether the page really says those words. */
async function says(source: Source | undefined): Promise<boolean> {
  if (source === undefined) return false;
  const page = await app.client.documents.page({ id: source.documentId, pageNumber: source.proof.pageNumber });
  const words = page.words.slice(source.proof.from, source.proof.to).map(({ text }) => text);
  return source.proof.quote !== '' && words.join(' ') === source.proof.quote;
}

describe('treatments', () => {
  test.each([
    ['sertraline', '200 mg', '2019-02', '2019-07', 'no-response'],
    ['bupropion', '450 mg', '2019-08', '2020-03', 'partial-response'],
    ['venlafaxine', '300 mg', '2020-05', '2021-01', 'no-response'],
    ['escitalopram', '20 mg', '2021-03', '2022-06', 'partial-response'],
    ['nortriptyline', '100 mg', '2022-08', '2023-04', 'no-response'],
  ])('%s with dose, dates and result, on the visit note', async (name, dose, from, to, outcome) => {
    const row = work.record.treatments.find((each) => each.name.toLowerCase().includes(name));
    expect(row).toMatchObject({ kind: 'drug', from, to, outcome });
    expect(row?.dose).toContain(dose);
    expect([place(row?.source), ...(row?.also ?? []).map(place)]).toContain('005 p1');
    expect(await says(row?.source)).toBe(true);
  });

  test('vilazodone goes on; aripiprazole and lithium strengthened another', () => {
    const named = (name: string) => work.record.treatments.find((each) => each.name.toLowerCase().includes(name));
    expect(named('vilazodone')).toMatchObject({ ongoing: true, from: '2025-02', outcome: 'no-response' });
    expect(named('aripiprazole')?.augments).toMatch(/escitalopram/i);
    expect(named('lithium')?.augments).toMatch(/nortriptyline/i);
    expect(named('aripiprazole')?.outcome).toBe('not-tolerated');
  });

  test('psychotherapy, TMS and the reason against ECT, each with its page', async () => {
    const kinds = work.record.treatments.filter(({ kind }) => kind === 'therapy' || kind === 'procedure');
    const tms = kinds.find(({ name }) => /TMS|magnetic/i.test(name));
    expect(tms).toMatchObject({ from: '2024-02-05', to: '2024-04-02' });
    const ect = kinds.find(({ name }) => /ECT|electroconvulsive/i.test(name));
    expect(ect?.outcome).toBe('contraindicated');
    expect(kinds.some(({ name }) => /CBT|cognitive/i.test(name))).toBe(true);
    for (const row of [tms, ect]) expect(await says(row?.source)).toBe(true);
  });
});

test('the PHQ-9 series, each score with its day and page', async () => {
  const series = work.record.scores
    .filter(({ scale, on }) => scale === 'PHQ-9' && (on ?? '') >= '2026-06-01')
    .map(({ on, value, source, also }) => ({ on, value, places: [source, ...also].map(place) }));
  for (const [on, value] of [
    ['2026-06-24', 23],
    ['2026-08-10', 7],
  ] as const)
    expect(series.find((each) => each.on === on)).toMatchObject({ value });
  expect(series.length).toBeGreaterThanOrEqual(4);
  for (const { source } of work.record.scores) expect(await says(source)).toBe(true);
});

test('the letter of medical necessity stands as evidence', () => {
  const papers = view.case.evidence.map(({ documentId }) => (files.get(documentId) ?? '').slice(0, 3));
  expect(papers).toContain('007');
  expect(view.gaps.find(({ item }) => item === 'letter')).toMatchObject({ state: 'have' });
});

describe('the criteria of the policy', () => {
  test('are the five of section 4, read from the policy', async () => {
    expect(work.crosswalk.map(({ criterion }) => criterion.label)).toEqual(['4.1', '4.2', '4.3', '4.4', '4.5']);
    for (const { criterion } of work.crosswalk) {
      expect(place(criterion.source)).toBe('009 p1');
      expect(await says(criterion.source)).toBe(true);
    }
  });

  test.each([
    ['4.1', 'met', /005 p1|007 p1/],
    ['4.2', 'met', /005 p1|007 p1/],
    ['4.3', 'met', /005 p[12]|007 p[12]/],
    ['4.4', 'met', /005 p[12]|006 p1|007 p[12]/],
  ])('%s is %s, with its pages', async (label, state, where) => {
    const row = work.crosswalk.find(({ criterion }) => criterion.label === label);
    expect(row?.state).toBe(state);
    expect(row?.facts.length).toBeGreaterThan(0);
    for (const { source } of row?.facts ?? []) {
      expect(place(source)).toMatch(where);
      expect(await says(source)).toBe(true);
    }
  });

  test('4.5 is shown with the pages that deny psychosis and substance use', () => {
    const row = work.crosswalk.find(({ criterion }) => criterion.label === '4.5');
    expect(['met', 'unclear']).toContain(row?.state);
    expect(row?.facts.map(({ source }) => place(source))).toEqual(
      expect.arrayContaining([expect.stringMatching(/005 p/)]),
    );
  });
});

describe('money', () => {
  test('at stake is what the papers say, to the cent', async () => {
    expect(money.atStake?.cents).toBe(297_000);
    for (const source of money.atStake?.sources ?? []) expect(await says(source)).toBe(true);
    expect((money.atStake?.sources ?? []).map(place)).toEqual(expect.arrayContaining(['002 p1', '002 p2']));
  });

  test('claims, what was paid and the newest balance', () => {
    const claim = (number: string) => money.claims.find((each) => each.claim === number);
    expect(claim('2620-5517-084')).toMatchObject({
      billed: 187_500,
      adjusted: 14_400,
      planPaid: 21_600,
      notCovered: 142_500,
    });
    expect(claim('2621-1904-337')).toMatchObject({
      billed: 199_500,
      adjusted: 14_400,
      planPaid: 21_600,
      notCovered: 154_500,
    });
    expect(money.patientPaid.cents).toBe(38_000);
    expect(money.balances.map(({ cents, due, account }) => [cents, due, account])).toEqual([
      [277_000, '2026-10-19', 'CL-20871'],
    ]);
    expect(money.claims.map(({ billed, notCovered, patientShare }) => [billed, notCovered, patientShare])).toEqual([
      [187_500, 142_500, 151_500],
      [199_500, 154_500, 163_500],
    ]);
    expect(money.differences).toEqual([]);
  });

  test('every line of every claim with its words on the page', async () => {
    const lines = money.claims.flatMap((claim) => claim.lines);
    expect(lines.length).toBeGreaterThan(3);
    for (const { source, cents } of lines) {
      expect(await says(source)).toBe(true);
      expect(source.proof.quote.replace(/\D/g, '')).toBe(String(cents).padStart(3, '0'));
    }
  });
});

test('at least two true gaps are named, with who has it and the letter that asks', () => {
  const missing = view.gaps.filter(({ state }) => state === 'missing');
  expect(missing.map(({ item }) => item)).toEqual(expect.arrayContaining(['literature', 'guideline']));
  for (const gap of missing) expect(gap.who).not.toBe('');
});

test('the chronology holds every call, letter, bill and infusion, each with its page', async () => {
  const days = new Map<string, string[]>();
  for (const { on, source } of work.record.timeline) days.set(on, [...(days.get(on) ?? []), place(source)]);
  for (const [on, where] of [
    ['2026-06-24', '005'],
    ['2026-07-06', '010'],
    ['2026-07-13', '00'],
    ['2026-07-24', '00'],
    ['2026-08-26', '002'],
    ['2026-08-27', '010'],
    ['2026-08-31', '003'],
    ['2026-09-09', '001'],
    ['2026-09-15', '010'],
    ['2026-09-16', '010'],
    ['2026-09-25', '010'],
    ['2026-09-28', '004'],
    ['2026-10-05', '010'],
    ['2026-10-06', '007'],
    ['2026-10-08', '010'],
  ] as const)
    expect(
      days.get(on)?.some((each) => each.startsWith(where)),
      `${on}: ${days.get(on)}`,
    ).toBe(true);
  for (const { source, byUser } of work.record.timeline) expect(byUser || (await says(source))).toBe(true);
});

test('no page of it is kept back as sensitive without cause, and the packs fit the service', () => {
  expect(work.sensitive.filter(({ kind }) => kind === 'ssn' || kind === 'psychotherapy-notes')).toEqual([]);
  expect(work.packs.map(({ id }) => id)).toContain('ketamine');
  expect(work.packs[0]?.literature.some(({ stance }) => stance === 'adverse')).toBe(true);
});
