// Gaps: the items of the reason and of the service, the letter that asks for each, the evidence that fills it, and the user's marks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGaps } from '../../../shared/cases/gaps.ts';
import { Gap } from '../../../shared/model/case.ts';
import { GapMark } from '../../../shared/model/diary.ts';
import { caseOf, RULES, samplePapers } from '../../helpers/cases.ts';
import { labelledPapers } from '../../helpers/labelled-papers.ts';

const papers = samplePapers();
const value = caseOf(papers);
const gaps = findGaps({ case: value, documents: papers, rules: RULES });
const ground = (reason: string) => value.grounds.find((each) => each.reason === reason)!;

describe('the sample', () => {
  it('has the items of the ketamine pack under the reasons they serve', () => {
    const necessity = gaps.filter(({ groundId }) => groundId === ground('medical-necessity').id);
    const packed = necessity.filter(({ pack }) => pack === 'ketamine').map(({ item }) => item);
    expect(packed).toEqual(expect.arrayContaining(['ket-trials', 'ket-augmentation', 'ket-stimulation', 'ket-scores']));
    expect(packed).not.toContain('ket-drug-line');
    expect(necessity.findIndex(({ pack }) => pack !== undefined)).toBeGreaterThan(
      necessity.findLastIndex(({ pack }) => pack === undefined),
    );
  });

  it('finds in the papers what is there and shows what is missing', () => {
    const state = (item: string) => gaps.find((gap) => gap.item === item)!.state;
    expect(state('ket-trials')).toBe('have');
    expect(state('ket-scores')).toBe('have');
    expect(state('ket-society')).toBe('missing');
    expect(state('ket-comparison')).toBe('missing');
  });

  it('names the evidence of each item and the letter that asks for it', () => {
    for (const gap of gaps) {
      Gap.parse(gap);
      for (const id of gap.evidence) {
        const evidence = value.evidence.find((each) => each.id === id)!;
        expect(evidence.groundId).toBe(gap.groundId);
      }
      if (gap.pack === undefined) expect(gap.state === 'have').toBe(gap.evidence.length > 0);
    }
    const letters = Object.fromEntries(gaps.map(({ item, letter }) => [item, letter]));
    expect(letters).toMatchObject({
      ...{ history: 'records-request', policy: 'claim-file', letter: 'medical-necessity-template' },
      ...{ 'ket-protocol': 'records-request', 'ket-society': 'medical-necessity-template' },
    });
  });

  it('has no items of a service elsewhere', () => {
    const other = labelledPapers([19]);
    const found = findGaps({ case: caseOf(other), documents: other, rules: RULES });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ pack }) => pack === undefined)).toBe(true);
  });
});

describe('the user’s marks', () => {
  it('win, the last one of each item', () => {
    const mark = fc.record({
      at: fc.nat({ max: gaps.length - 1 }),
      state: fc.constantFrom('have', 'asked', 'missing', 'not-applicable'),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const gapMarks = marks.map(({ at, state }, index) =>
          GapMark.parse({
            ...{ groundId: gaps[at]!.groundId, item: gaps[at]!.item, state },
            ...{ on: '2026-11-20', note: `note ${index}` },
          }),
        );
        const after = findGaps({ case: { ...value, gapMarks }, documents: papers, rules: RULES });
        after.forEach((gap, at) => {
          const last = marks.findLastIndex((each) => each.at === at);
          if (last < 0) expect(gap).toEqual(gaps[at]);
          else
            expect(gap).toMatchObject({
              ...{ state: marks[last]!.state, byUser: true, on: '2026-11-20', note: `note ${last}` },
            });
        });
      }),
      { numRuns: 20 },
    );
  });
});
