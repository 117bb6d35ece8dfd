// Plain words for the criteria of a policy: states, names, and one line that says how the case stands.
import type { PackView } from '../../shared/contract/record.ts';
import type { Criterion, CriterionState, CrosswalkRow } from '../../shared/model/criteria.ts';
import { count } from './format.ts';

/** The word for a state and the tag it wears; the word alone tells the state. */
export const CRITERION_STATES: Readonly<Record<CriterionState, { readonly name: string; readonly tag: string }>> = {
  met: { name: 'Met', tag: 'tag tag-accent' },
  'not-met': { name: 'Not met', tag: 'tag tag-bad' },
  unclear: { name: 'See the pages', tag: 'tag tag-warn' },
  'not-shown': { name: 'Not shown yet', tag: 'tag tag-warn' },
  'not-applicable': { name: 'Does not apply', tag: 'tag' },
};

export const STANCES: Readonly<
  Record<PackView['literature'][number]['stance'], { readonly name: string; readonly tag: string }>
> = {
  supports: { name: 'Speaks for the treatment', tag: 'tag tag-accent' },
  adverse: { name: 'Speaks against it: be ready to answer', tag: 'tag tag-bad' },
  mixed: { name: 'Speaks both ways', tag: 'tag tag-warn' },
};

/** Letters of a criterion's text that stand for it where it has no label. */
const NAME_LENGTH = 60;

/** “4.1”, or the first words of the criterion in quotes. */
export function criterionName({ label, text }: Pick<Criterion, 'label' | 'text'>): string {
  if (label !== undefined && label.trim() !== '') return label;
  if (text.length <= NAME_LENGTH) return `“${text}”`;
  return `“${text.slice(0, NAME_LENGTH).replace(/\s+\S*$/, '')} …”`;
}

/** Unmet ones first, then what nobody has settled. */
const OPEN: readonly { readonly state: CriterionState; readonly words: string }[] = [
  { state: 'not-met', words: 'not met' },
  { state: 'not-shown', words: 'not shown' },
  { state: 'unclear', words: 'to be looked at' },
];

/** “3 of 5 met; not met: 4.2; not shown: 4.3, 4.5”. Criteria that do not apply are not counted. */
export function criteriaSummary(rows: readonly CrosswalkRow[]): string {
  const counted = rows.filter(({ state }) => state !== 'not-applicable');
  if (counted.length === 0) return 'No criterion applies.';
  const met = counted.filter(({ state }) => state === 'met').length;
  const open = OPEN.flatMap(({ state, words }) => {
    const names = counted.filter((row) => row.state === state).map(({ criterion }) => criterionName(criterion));
    return names.length === 0 ? [] : [`${words}: ${names.join(', ')}`];
  });
  return `${[`${met} of ${counted.length} met`, ...open].join('; ')}.`;
}

/** Rows that stand together under one lead-in, in their order. */
export interface CriterionGroup {
  readonly under: string | undefined;
  readonly needs: Criterion['needs'];
  readonly rows: readonly CrosswalkRow[];
}

/** Neighbours with the same lead-in as one group. */
export function criterionGroups(rows: readonly CrosswalkRow[]): CriterionGroup[] {
  const groups: { under: string | undefined; needs: Criterion['needs']; rows: CrosswalkRow[] }[] = [];
  for (const row of rows) {
    const { under, needs } = row.criterion;
    const last = groups.at(-1);
    if (last !== undefined && last.under === under && last.needs === needs) last.rows.push(row);
    else groups.push({ under, needs, rows: [row] });
  }
  return groups;
}

/** “All of these are asked” or “Any one of these is enough”; empty where there is nothing to choose. */
export function needsInWords({ needs, rows }: Pick<CriterionGroup, 'needs' | 'rows'>): string {
  if (rows.length < 2) return '';
  return needs === 'all' ? `All ${count(rows.length, 'point')} are asked for.` : 'Any of these can be enough.';
}
