// Words and edits of the criteria: the summary line, groups, and the user's word on one criterion.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editOf,
  pageOfId,
  placeOf,
  saysNothing,
  withoutPage,
  withPage,
  withState,
} from '../../../renderer/screens/case/criteria/edits.ts';
import {
  CRITERION_STATES,
  criteriaSummary,
  criterionGroups,
  criterionName,
  needsInWords,
} from '../../../renderer/wording/criteria.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { CriterionState, type CrosswalkRow } from '../../../shared/model/criteria.ts';
import type { Source } from '../../../shared/model/source.ts';

const row = (label: string, state: CriterionState, under?: string): CrosswalkRow => ({
  criterion: {
    ...{ id: `d_0/1/${label}`, label, text: `Criterion ${label}`, needs: 'all', byUser: false },
    ...(under !== undefined && { under }),
  },
  ...{ state, facts: [], why: '', byUser: false },
});
const source = (pageNumber: number, from = 0): Source => ({
  documentId: `d_${'a'.repeat(16)}` as DocumentId,
  proof: { pageNumber, from, to: from + 1, quote: 'word' },
});

describe('the summary line', () => {
  test('says first what is not met, then what is not shown', () => {
    const rows = [
      row('1', 'not-shown'),
      row('2', 'met'),
      row('3', 'not-met'),
      row('4', 'unclear'),
      row('5', 'not-applicable'),
    ];
    expect(criteriaSummary(rows)).toBe('1 of 4 met; not met: 3; not shown: 1; to be looked at: 4.');
  });
  test('is short when all is well or nothing applies', () => {
    expect(criteriaSummary([row('1', 'met')])).toBe('1 of 1 met.');
    expect(criteriaSummary([row('1', 'not-applicable')])).toBe('No criterion applies.');
  });
  test('counts every criterion that applies exactly once', () => {
    const states = fc.array(fc.constantFrom(...CriterionState.options), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(states, (each) => {
        const rows = each.map((state, index) => row(`n${index}x`, state));
        const line = criteriaSummary(rows);
        for (const { criterion, state } of rows)
          expect(line.includes(criterion.label ?? '')).toBe(state !== 'met' && state !== 'not-applicable');
      }),
    );
  });
});

test('every state is told by its word', () => {
  const names = CriterionState.options.map((state) => CRITERION_STATES[state].name);
  expect(new Set(names).size).toBe(names.length);
});

test('a criterion without a label goes by its first words', () => {
  expect(criterionName({ text: 'Age 18 or older' })).toBe('“Age 18 or older”');
  const long = criterionName({
    text: 'A documented failure of at least four medicines of two classes, each for eight weeks',
  });
  expect(long).toMatch(/^“A documented .* …”$/);
  expect(long.length).toBeLessThan(70);
});

test('neighbours under one lead-in stand together, and the lead-in says how many are needed', () => {
  const groups = criterionGroups([row('1', 'met', 'all of'), row('2', 'met', 'all of'), row('3', 'met')]);
  expect(groups.map(({ rows }) => rows.length)).toEqual([2, 1]);
  expect(groups.map(needsInWords)).toEqual(['All 2 points are asked for.', '']);
});

describe('the user’s word on a criterion', () => {
  const empty = editOf([], 'c1');
  test('starts empty, and says nothing once it is taken back', () => {
    expect(saysNothing(empty)).toBe(true);
    expect(saysNothing(withState(empty, 'met'))).toBe(false);
    expect(withState(withState(empty, 'met'), undefined)).toEqual(empty);
    expect(
      editOf(
        [
          { ...empty, note: 'old' },
          { ...empty, note: 'new' },
        ],
        'c1',
      ).note,
    ).toBe('new');
  });
  test('a page is linked once; taken away it is gone; one the app found is kept away', () => {
    const linked = withPage(withPage(empty, source(2), 'first'), source(2), 'again');
    expect(linked.facts.map(({ why }) => why)).toEqual(['again']);
    expect(withoutPage(linked, { source: source(2), why: '', byUser: true })).toEqual(empty);
    const away = withoutPage(empty, { source: source(3, 7), why: '', byUser: false });
    expect(away.rejected).toEqual([placeOf(source(3, 7))]);
    expect(withPage(away, source(3, 7), '').rejected).toEqual([]);
  });
});

test('the id of a criterion that was read tells its page', () => {
  expect(pageOfId('d_0123456789abcdef/3/17')).toEqual({ documentId: 'd_0123456789abcdef', pageNumber: 3 });
  expect(pageOfId('u_0123456789abcdef')).toBeUndefined();
});
