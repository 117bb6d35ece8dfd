// Treatments and scores of the sample case: every antidepressant with dose, dates, outcome and page; the PHQ-9 series with dates and page.
import { describe, expect, it } from 'vitest';
import { careHistory } from '../../../../shared/cases/history/care-history.ts';
import { severityOf } from '../../../../shared/cases/history/severity.ts';
import type { Score, Treatment } from '../../../../shared/model/record.ts';
import { caseOf, RULES, samplePapers } from '../../../helpers/cases.ts';

const documents = samplePapers();
const value = caseOf(documents);
const { treatments, scores } = careHistory({ case: value, documents, rules: RULES });
const treatment = (name: string): Treatment => {
  const found = treatments.filter((row) => row.name.toLowerCase().includes(name.toLowerCase()));
  expect(found.map((row) => row.name)).toHaveLength(1);
  return found[0]!;
};
const pageOf = (row: Treatment | Score) => `${Number(row.source!.documentId.slice(2))}/${row.source!.proof.pageNumber}`;

describe('treatments of the sample case', () => {
  it.each([
    ['sertraline', 'SSRI antidepressant', '200 mg/d', '2019-02', '2019-07', 'no-response', 'no response'],
    [
      'bupropion XL',
      'NDRI antidepressant',
      '450 mg/d',
      '2019-08',
      '2020-03',
      'partial-response',
      'partial, lost by month 5, insomnia',
    ],
    ['venlafaxine XR', 'SNRI antidepressant', '300 mg/d', '2020-05', '2021-01', 'no-response', 'none; BP 158/98'],
    ['escitalopram', 'SSRI antidepressant', '20 mg/d', '2021-03', '2022-06', 'partial-response', 'partial < 25 %'],
    [
      'nortriptyline',
      'tricyclic antidepressant',
      '100 mg/d',
      '2022-08',
      '2023-04',
      'no-response',
      'level 112 ng/mL; none; QTc 468',
    ],
    ['vilazodone', 'serotonin modulator antidepressant', '40 mg/d', '2025-02', undefined, 'no-response', 'none'],
  ] as const)('reads %s', (name, drugClass, dose, from, to, outcome, outcomeWords) => {
    const row = treatment(name);
    expect(row).toMatchObject({ name, kind: 'drug', drugClass, dose, from, outcome, outcomeWords, byUser: false });
    expect(row.to).toBe(to);
    expect(pageOf(row)).toBe('5/1');
  });

  it('knows what goes on and how long a trial was', () => {
    expect(treatment('vilazodone').ongoing).toBe(true);
    expect(treatment('sertraline')).toMatchObject({ ongoing: false, length: '22 wk' });
    expect(treatment('venlafaxine').length).toBe('34 wk');
  });

  it('tells augmentations from trials of their own', () => {
    expect(treatment('aripiprazole')).toMatchObject({
      augments: 'escitalopram',
      dose: '10 mg/d',
      from: '2021-10',
      length: '9 wk',
      outcome: 'not-tolerated',
    });
    expect(treatment('lithium')).toMatchObject({ augments: 'nortriptyline', outcome: 'no-response', length: '13 wk' });
    expect(treatments.filter((row) => row.augments !== undefined)).toHaveLength(2);
  });

  it('joins the letter to the note', () => {
    expect(treatment('sertraline').also.map(({ documentId }) => Number(documentId.slice(2)))).toEqual([7]);
    expect(treatment('rTMS')).toMatchObject({
      from: '2024-02-05',
      to: '2024-04-02',
      length: '36 sessions',
      outcome: 'relapse',
    });
    expect(treatment('inpatient psychiatry')).toMatchObject({ kind: 'hospital', from: '2024-11-11', to: '2024-11-18' });
  });

  it('reads therapies, and a treatment that was ruled out', () => {
    expect(treatment('CBT')).toMatchObject({ kind: 'therapy', from: '2019', to: '2020', length: '31 sessions' });
    expect(treatment('behavioral activation')).toMatchObject({ from: '2022', length: '14 sessions' });
    const ect = treatment('ECT');
    expect(ect.outcome).toBe('contraindicated');
    expect(ect.outcomeWords).toMatch(/^Not done\. .*advised against a series of general anesthetics$/);
    expect(pageOf(ect)).toBe('5/2');
  });

  it('makes one treatment of the infusions on letters, statements and bills', () => {
    expect(treatment('ketamine')).toMatchObject({
      from: '2026-07-13',
      to: '2026-07-24',
      length: 'six infusions',
      outcome: 'response',
      outcomeWords: 'First real improvement since 2018',
    });
    expect(treatments.filter((row) => /infusion/i.test(row.name))).toEqual([]);
  });

  it('takes nothing from the policy, the plan, or what was only planned', () => {
    expect(treatments.filter((row) => /esketamine|levothyroxine|benzodiazepine/i.test(row.name))).toEqual([]);
    const from = new Set(
      treatments.flatMap((row) => [row.source!, ...row.also]).map((at) => Number(at.documentId.slice(2))),
    );
    expect(from.has(8) || from.has(9)).toBe(false);
  });
});

describe('scores of the sample case', () => {
  it('reads the PHQ-9 series with its days and pages', () => {
    const series = scores.filter((score) => score.scale === 'PHQ-9' && score.on !== undefined);
    expect(series.map(({ on, value: points }) => [on, points])).toEqual([
      ['2026-06-24', 23],
      ['2026-07-13', 22],
      ['2026-07-17', 15],
      ['2026-07-24', 9],
      ['2026-08-10', 7],
      ['2026-09-08', 6],
    ]);
    expect(series.every((score) => [score.source!, ...score.also].some((at) => at.documentId.endsWith('6')))).toBe(
      true,
    );
    expect(series[1]?.moment).toContain('before infusion 1');
  });

  it('reads two values without a day, and the other scales', () => {
    expect(
      scores
        .filter((score) => score.scale === 'PHQ-9' && score.on === undefined)
        .map(({ value: points }) => points)
        .sort(),
    ).toEqual([17, 21]);
    expect(scores.filter((score) => score.scale === 'MADRS').map(({ on, value: points }) => [on, points])).toEqual([
      ['2026-06-24', 36],
      ['2026-08-10', 11],
      ['2026-09-08', 9],
    ]);
    expect(scores.filter((score) => score.scale === 'GAD-7').map(({ value: points }) => points)).toEqual([14]);
  });

  it('says how severe a score is', () => {
    expect(severityOf({ scale: 'PHQ-9', value: 23 }, RULES)).toBe('severe depression');
    expect(severityOf({ scale: 'PHQ-9', value: 9 }, RULES)).toBe('mild depression');
    expect(severityOf({ scale: 'pain', value: 6.5 }, RULES)).toBe('moderate pain');
    expect(severityOf({ scale: 'PHQ-2', value: 9 }, RULES)).toBeUndefined();
  });
});

describe('the user’s changes', () => {
  const first = treatments[0]!;
  const record = {
    treatments: [
      { ...first, dose: 'as typed', byUser: true },
      { ...first, id: 'mine', name: 'acupuncture', source: undefined, byUser: true },
    ] as Treatment[],
    scores: [],
    hidden: [treatments[1]!.id, scores[0]!.id],
  };
  const edited = careHistory({ case: { ...value, record }, documents, rules: RULES });

  it('replace, add and take out rows', () => {
    expect(edited.treatments.find(({ id }) => id === first.id)?.dose).toBe('as typed');
    expect(edited.treatments.some(({ id }) => id === 'mine')).toBe(true);
    expect(edited.treatments.some(({ id }) => id === treatments[1]!.id)).toBe(false);
    expect(edited.scores).toHaveLength(scores.length - 1);
  });

  it('rest on ids that stay the same and are all different', () => {
    const again = careHistory({ case: value, documents: samplePapers(), rules: RULES });
    expect(again.treatments.map(({ id }) => id)).toEqual(treatments.map(({ id }) => id));
    const ids = [...treatments, ...scores].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
