// The days of a denial: in order, without a target that has passed, and a scale that keeps to the drawing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherTimes, scaleOf, timePoints, withoutRepeats } from '../../../renderer/screens/paper/denial/timeline.ts';
import type { Deadline } from '../../../shared/model/case.ts';
import type { PathStep } from '../../../shared/model/clocks.ts';
import type { StatedTime } from '../../../shared/model/finding.ts';

const DEADLINE: Deadline = {
  ruleId: 'r',
  step: 'internal-appeal',
  what: 'Send the appeal',
  trigger: { date: '2026-09-12', kind: 'receipt', byUser: true },
  latest: '2027-03-11',
  target: '2027-03-04',
  disagrees: false,
  explanation: '',
  citation: '',
  checkedOn: '2026-11-25',
  trust: 'verified',
  fallback: false,
};
const BASE = { deadline: DEADLINE, letterDate: '2026-09-09', today: '2026-10-15' };
const said = (input: Parameters<typeof timePoints>[0]) => timePoints(input).map(({ kind, date }) => `${kind} ${date}`);

test('letter, arrival, today, aim, last day', () => {
  expect(said(BASE)).toEqual([
    'letter 2026-09-09',
    'arrived 2026-09-12',
    'today 2026-10-15',
    'aim 2027-03-04',
    'last 2027-03-11',
  ]);
});

test('today moves past the day to aim for, which then goes away, and past the last day', () => {
  expect(said({ ...BASE, today: '2027-03-05' })).toEqual([
    'letter 2026-09-09',
    'arrived 2026-09-12',
    'today 2027-03-05',
    'last 2027-03-11',
  ]);
  expect(said({ ...BASE, today: '2027-04-01' }).at(-1)).toBe('today 2027-04-01');
});

test('other deadlines show their last day only, each with what must be done', () => {
  const points = timePoints({ ...BASE, others: [{ ...DEADLINE, what: 'Ask for review', latest: '2027-07-09' }] });
  expect(points.filter(({ kind }) => kind === 'last').map(({ date, what }) => `${date} ${what}`)).toEqual([
    '2027-03-11 Send the appeal',
    '2027-07-09 Ask for review',
  ]);
  expect(points.filter(({ kind }) => kind === 'aim')).toHaveLength(1);
});

test('what is not known is left out; a day counted from the letter is no arrival', () => {
  const { latest: _latest, target: _target, ...open } = DEADLINE;
  const deadline: Deadline = { ...open, trigger: { date: '2026-09-09', kind: 'notice-date', byUser: false } };
  expect(said({ deadline, letterDate: undefined, today: '2026-10-15' })).toEqual(['today 2026-10-15']);
});

test('the scale keeps order and stays between 0 and 100', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, day, (letterDate, today, latest) => {
      const points = timePoints({ deadline: { ...DEADLINE, latest }, letterDate, today });
      const places = points.map(({ date }) => scaleOf(points)?.placeOf(date) ?? 0);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places.every((place) => place >= 0 && place <= 100)).toBe(true);
    }),
  );
  expect(scaleOf([{ kind: 'today', date: '2026-10-15' }])).toBeUndefined();
});

test('a limit whose words are shown already is not listed again', () => {
  const time = (from: number, to: number): StatedTime => ({
    step: 'external-review',
    proof: { pageNumber: 2, from, to, quote: '' },
    confidence: 1,
    why: [],
  });
  const shown = [{ pageNumber: 2, from: 5, to: 9, quote: '' }];
  expect(otherTimes([time(0, 5), time(8, 12), time(9, 12)], shown)).toEqual([time(0, 5), time(9, 12)]);
});

test('a limit without a day stands on the path when the path has its step', () => {
  const step = { step: 'external-review', when: 'later' } as PathStep; // only what is looked at
  const { latest: _latest, ...open } = DEADLINE;
  const onPath: Deadline = { ...open, ruleId: 'a', step: 'external-review' };
  const apart: Deadline = { ...open, ruleId: 'b', step: 'complaint' };
  expect(withoutRepeats({ deadlines: [DEADLINE, onPath, apart], path: [step] })).toEqual([DEADLINE, apart]);
});
