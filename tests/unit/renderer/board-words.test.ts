// Words of the board of reasons: progress, headings, an order that stays while one works, and moving pages.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapState } from '../../../renderer/screens/case/board/gap-state.ts';
import { targetsOf, twinAt } from '../../../renderer/screens/case/board/move.ts';
import {
  boardProgress,
  checklistHeading,
  checklistOrder,
  GAP_STATES,
  inOrder,
} from '../../../renderer/wording/board.ts';
import type { DocumentId, EvidenceId, GroundId } from '../../../shared/ids.ts';
import type { Case, Evidence, Gap, Ground } from '../../../shared/model/case.ts';

const groundId = (letter: string) => `g_${letter.repeat(16)}` as GroundId;
const gap = (item: string, state: Gap['state']): Gap => ({
  ...{ groundId: groundId('a'), item, what: item, who: 'you', kinds: [], state, byUser: false, note: '', evidence: [] },
});
const ground = (letter: string, part: Partial<Ground> = {}): Ground => ({
  ...{ id: groundId(letter), reason: 'medical-necessity', state: 'read', why: [], answer: '', order: 1 },
  ...part,
});
const page = (letter: string, part: Partial<Evidence> = {}): Evidence => ({
  ...{ id: `e_${letter.repeat(16)}` as EvidenceId, groundId: groundId('a'), state: 'accepted', score: 1, why: [] },
  ...{ documentId: `d_${'f'.repeat(16)}` as DocumentId, fromPage: 2, toPage: 2 },
  ...part,
});
const caseOf = (grounds: Ground[], evidence: Evidence[]) => ({ grounds, evidence }) as Case; // all that is looked at

test('the progress counts reasons in force and what the checklists lack', () => {
  const value = caseOf(
    [ground('a'), ground('b', { answer: 'Because.' }), ground('c', { state: 'dismissed' })],
    [page('1')],
  );
  const gaps = [gap('x', 'missing'), gap('y', 'asked'), gap('z', 'have')];
  expect(boardProgress({ case: value, gaps })).toBe('2 of 2 reasons answered, 1 thing missing, 1 asked for');
  expect(boardProgress({ case: caseOf([ground('a')], []), gaps: [] })).toBe('0 of 1 reason answered, nothing missing');
});

test('the heading of a checklist', () => {
  expect(checklistHeading([gap('x', 'missing'), gap('y', 'asked')])).toBe('Still missing: 1 thing; asked for: 1');
  expect(checklistHeading([gap('x', 'have'), gap('y', 'not-applicable')])).toBe(
    'Nothing is missing from the checklist',
  );
});

test('an item keeps its place whatever becomes of its state', () => {
  const state = fc.constantFrom(...(Object.keys(GAP_STATES) as Gap['state'][]));
  const two = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 }).chain((items) =>
    fc.record({
      before: fc.tuple(...items.map((item) => state.map((each) => gap(item, each)))),
      after: fc.tuple(...items.map((item) => state.map((each) => gap(item, each)))),
    }),
  );
  fc.assert(
    fc.property(two, ({ before, after }) => {
      const order = checklistOrder(before);
      const names = (gaps: readonly Gap[]) => gaps.map(({ item }) => item);
      const { open, settled } = inOrder(after, order);
      expect(names(open)).toEqual(order.open);
      expect(names(settled)).toEqual(order.settled);
      expect(open.length + settled.length).toBe(before.length);
    }),
  );
});

test('missing things come first, then what was asked for; a new one last', () => {
  const order = checklistOrder([gap('a', 'have'), gap('b', 'asked'), gap('c', 'missing')]);
  expect(order).toEqual({ open: ['c', 'b'], settled: ['a'] });
  const { open, settled } = inOrder([gap('new', 'missing'), gap('a', 'missing'), gap('b', 'have')], order);
  expect([open, settled].map((gaps) => gaps.map(({ item }) => item))).toEqual([['b', 'new'], ['a']]);
});

test('only states are taken from a choice', () => {
  expect(gapState('asked')).toBe('asked');
  expect([gapState('by-papers'), gapState(null), gapState('toString')]).toEqual([undefined, undefined, undefined]);
});

test('a page can be moved to the other reasons in force', () => {
  const value = caseOf([ground('a'), ground('b'), ground('c', { state: 'dismissed' })], []);
  expect(targetsOf(value, page('1')).map(({ id }) => id)).toEqual([groundId('b')]);
});

test('the same page at the other reason is found by its place', () => {
  const there = page('2', { groundId: groundId('b'), state: 'rejected' });
  expect(twinAt({ evidence: [page('1'), there] }, page('1'), groundId('b'))).toBe(there);
  expect(twinAt({ evidence: [{ ...there, fromPage: 1 }] }, page('1'), groundId('b'))).toBeUndefined();
});
