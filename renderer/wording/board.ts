// Plain words for the board of reasons: what the checklist says, and how far the work has come.
import { isAnswered } from '../../shared/cases/summary.ts';
import type { CaseView, Gap } from '../../shared/model/case.ts';
import { count } from './format.ts';

/** The word for the state of an item and the tag it wears. */
export const GAP_STATES: Readonly<Record<Gap['state'], { readonly name: string; readonly tag: string }>> = {
  have: { name: 'I have it', tag: 'tag tag-accent' },
  asked: { name: 'Asked for', tag: 'tag' },
  missing: { name: 'Missing', tag: 'tag tag-warn' },
  'not-applicable': { name: 'Does not apply', tag: 'tag' },
};

/** “2 of 3 reasons answered, 4 things missing, 1 asked for”. */
export function boardProgress({ case: value, gaps }: Pick<CaseView, 'case' | 'gaps'>): string {
  const grounds = value.grounds.filter(({ state }) => state !== 'dismissed');
  const answered = grounds.filter(({ id }) => isAnswered(value, id)).length;
  const of = (state: Gap['state']) => gaps.filter((gap) => gap.state === state).length;
  return [
    `${answered} of ${count(grounds.length, 'reason')} answered`,
    of('missing') === 0 ? 'nothing missing' : `${count(of('missing'), 'thing')} missing`,
    ...(of('asked') === 0 ? [] : [`${of('asked')} asked for`]),
  ].join(', ');
}

/** “Still missing: 2 things; asked for: 1” */
export function checklistHeading(gaps: readonly Gap[]): string {
  const missing = gaps.filter(({ state }) => state === 'missing').length;
  const asked = gaps.filter(({ state }) => state === 'asked').length;
  const rest = asked === 0 ? '' : `; asked for: ${asked}`;
  return missing === 0
    ? `Nothing is missing from the checklist${rest}`
    : `Still missing: ${count(missing, 'thing')}${rest}`;
}

/** Which items stood open and which were settled when a list was opened. It stays so while the user works on them: nothing jumps away under his hands. */
export interface ChecklistOrder {
  /** Missing ones first. */
  readonly open: readonly string[];
  readonly settled: readonly string[];
}

/** The order to keep from now on. */
export function checklistOrder(gaps: readonly Gap[]): ChecklistOrder {
  const of = (...states: readonly Gap['state'][]) =>
    states.flatMap((state) => gaps.filter((gap) => gap.state === state)).map(({ item }) => item);
  return { open: of('missing', 'asked'), settled: of('have', 'not-applicable') };
}

/** The items in the order that is kept; one that came later stands with the open ones. */
export function inOrder(gaps: readonly Gap[], { open, settled }: ChecklistOrder): { open: Gap[]; settled: Gap[] } {
  const named = (items: readonly string[]) => items.flatMap((item) => gaps.filter((gap) => gap.item === item));
  const fresh = gaps.filter(({ item }) => !open.includes(item) && !settled.includes(item));
  return { open: [...named(open), ...fresh], settled: named(settled) };
}
