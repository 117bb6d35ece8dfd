// Words of the history: spans, blanks, scores on their scales, dates as people type them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byScale, changeInWords, isOwn, pointsOf, wordOfUser } from '../../../renderer/screens/case/history/rows.ts';
import {
  blanksOf,
  byStart,
  OUTCOME_NAMES,
  SCALE_NAMES,
  SENSITIVE_NAMES,
  spanOf,
  TREATMENT_KINDS,
} from '../../../renderer/wording/care.ts';
import { DRUG_CLASSES, drugClassOf } from '../../../renderer/wording/drug-classes.ts';
import { partialDate } from '../../../renderer/wording/partial-date.ts';
import { bandInWords, bandsOf, scaleBasis, scaleRange } from '../../../renderer/wording/scales.ts';
import { typedPartialDate } from '../../../renderer/wording/typed-date.ts';
import { SensitivePage } from '../../../shared/model/diary.ts';
import {
  PartialDate,
  ScaleId,
  type Score,
  type Treatment,
  TreatmentKind,
  TreatmentOutcome,
} from '../../../shared/model/record.ts';

const TREATMENT: Treatment = {
  ...{ id: 'd_1/2/3', name: 'sertraline', kind: 'drug', ongoing: false, outcome: 'unknown', also: [], byUser: false },
};
const score = (value: number, on?: string): Score => ({
  ...{ id: `s/${value}/${on}`, scale: 'PHQ-9', value, also: [], byUser: false },
  ...(on !== undefined && { on }),
});

test('every kind, outcome, scale and sort of sensitive page has a name', () => {
  expect(TREATMENT_KINDS.map(({ id }) => id).toSorted()).toEqual([...TreatmentKind.options].sort());
  expect(Object.keys(OUTCOME_NAMES).toSorted()).toEqual([...TreatmentOutcome.options].sort());
  expect(Object.keys(SCALE_NAMES).toSorted()).toEqual([...ScaleId.options].sort());
  expect(Object.keys(SENSITIVE_NAMES).toSorted()).toEqual([...SensitivePage.shape.kind.options].sort());
});

test('a span says only what is known', () => {
  expect(spanOf({ from: '2024-03', to: '2024-06', ongoing: false })).toBe('March 2024 to June 2024');
  expect(spanOf({ from: '2024', to: '2024', ongoing: false })).toBe('2024');
  expect(spanOf({ from: '2024-03', ongoing: true })).toBe('since March 2024, still going on');
  expect(spanOf({ to: '2024-06-02', ongoing: false })).toBe('until Jun 2, 2024');
  expect(spanOf({ ongoing: false })).toBe('');
});

test('blanks are what a reader would miss, by the kind of treatment', () => {
  expect(blanksOf(TREATMENT)).toEqual(['dose', 'start', 'end or length', 'how it went']);
  expect(blanksOf({ ...TREATMENT, kind: 'therapy', from: '2024', length: '12 sessions' })).toEqual(['how it went']);
  expect(blanksOf({ ...TREATMENT, dose: '50 mg', from: '2024', ongoing: true, outcomeWords: 'no change' })).toEqual([]);
});

test('rows without a start come last', () => {
  const rows = [{ from: undefined }, { from: '2024-02' }, { from: '2024' }];
  expect(byStart(rows).map(({ from }) => from)).toEqual(['2024', '2024-02', undefined]);
});

describe('scores', () => {
  const scores = [score(9, '2024-05'), score(22, '2024-01-10'), score(15)];
  test('are drawn where their day is known, and listed all', () => {
    const points = pointsOf(scores);
    expect(points.map(({ value }) => value)).toEqual([22, 9]);
    expect(changeInWords(points)).toBe('from 22 down to 9');
    expect(changeInWords(points.slice(1))).toBe('');
    expect(byScale(scores)[0]?.scores.map(({ value }) => value)).toEqual([22, 9, 15]);
  });
  test('every scale has a range and bands that rise within it', () => {
    for (const scale of ScaleId.options) {
      const { min, max } = scaleRange(scale);
      const starts = bandsOf(scale).map(({ from }) => from);
      expect(max).toBeGreaterThan(min);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      expect(starts.every((from) => from >= min && from <= max)).toBe(true);
      expect(scaleBasis(scale).citation).not.toBe('');
    }
  });
  test('a band is named by its edges, and not beyond the scale', () => {
    expect(bandInWords('PHQ-9', 19)).toBe('moderately severe depression');
    expect(bandInWords('PHQ-9', 20)).toBe('severe depression');
    expect(bandInWords('PHQ-9', 28)).toBeUndefined();
  });
});

test('a row is the user’s own, corrected, or as it was read', () => {
  const record = { treatments: [TREATMENT], scores: [], hidden: [] };
  expect(wordOfUser(record, TREATMENT.id)).toBe('corrected');
  expect(wordOfUser(record, 'd_9/1/1')).toBe('read');
  expect(wordOfUser(record, 'u_12')).toBe('own');
  expect(isOwn({ id: 'u_12' })).toBe(true);
});

test('a drug has its class by its own and its trade name', () => {
  expect(drugClassOf(' Zoloft ')).toBe(drugClassOf('sertraline'));
  expect(DRUG_CLASSES).toContain(drugClassOf('sertraline'));
  expect(drugClassOf('lantern')).toBeUndefined();
});

describe('a typed date', () => {
  test.each([
    ['2024', '2024'],
    ['3/2024', '2024-03'],
    ['2024-03', '2024-03'],
    ['March 2024', '2024-03'],
    ['sept. 2024', '2024-09'],
    ['3/15/2024', '2024-03-15'],
    ['Mar 15, 2024', '2024-03-15'],
    ['15 March 2024', '2024-03-15'],
    ['2024-03-15', '2024-03-15'],
  ])('%s is %s', (text, date) => {
    expect(typedPartialDate(text)).toBe(date);
  });
  test.each(['', 'spring', '24', '13/2024', '2/30/2024', 'March', 'March 2024 2025 3', '3/15/24', 'mayor 2024'])(
    '“%s” is no date',
    (text) => {
      expect(typedPartialDate(text)).toBeUndefined();
    },
  );
  test('what is shown for a date is read as that date again', () => {
    const dates = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .chain((day) => fc.constantFrom(4, 7, 10).map((length) => day.toISOString().slice(0, length)));
    fc.assert(
      fc.property(dates, (date) => {
        expect(typedPartialDate(partialDate(date))).toBe(date);
        expect(typedPartialDate(date)).toBe(date);
      }),
    );
  });
  test('whatever is typed, the answer is a partial date or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = typedPartialDate(text);
        expect(date === undefined || PartialDate.safeParse(date).success).toBe(true);
      }),
    );
  });
});
