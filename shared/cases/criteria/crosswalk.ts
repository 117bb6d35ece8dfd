// The crosswalk: each criterion of the plan's policy, what meets it, and on which page; unmet ones shown plainly.
import type { Case } from '../../model/case.ts';
import type { CrosswalkRow } from '../../model/criteria.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Score, Treatment } from '../../model/record.ts';
import type { Rules } from '../../rules/schema.ts';
import { correctedCriteria, correctedRow, lastEdit } from './edits.ts';
import { criteriaOf } from './from-papers.ts';
import { countAsked } from './lead.ts';
import { caseAtHand } from './match/ask.ts';
import { answer } from './match/match.ts';

/**
 * One row for each criterion, in the order of the policy, the user's own at the end. `met` is said only when pages or rows of the treatment
 * history settle every part of the criterion; where enough of an “any of” list is met, the rest does not apply. What the user said wins.
 */
export function crosswalk(input: {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly rules: Rules;
  readonly treatments: readonly Treatment[];
  readonly scores: readonly Score[];
}): CrosswalkRow[] {
  const { case: value, documents, rules } = input;
  const criteria = correctedCriteria(criteriaOf(value, documents, rules), value.criteria);
  const at = caseAtHand(value, documents, input);
  const rows = criteria.map((criterion): CrosswalkRow => {
    const found = answer(criterion.text, criterion.under ?? '', at);
    const row = { criterion, ...found, facts: [...found.facts], byUser: false };
    return correctedRow(row, lastEdit(value.criteria, criterion.id));
  });
  return rows.map((row) => spared(row, rows));
}

/** A criterion of an “any of” list of which others are met is not needed. */
function spared(row: CrosswalkRow, rows: readonly CrosswalkRow[]): CrosswalkRow {
  const { criterion, state } = row;
  if (criterion.needs === 'all' || state === 'met' || row.byUser) return row;
  const met = rows.filter(
    (other) => other.criterion.needs === 'any' && other.criterion.under === criterion.under && other.state === 'met',
  );
  if (met.length < countAsked(criterion.under ?? '')) return row;
  const names = met.map((other) => other.criterion.label ?? `“${other.criterion.text.slice(0, 60)}”`).join(', ');
  return { ...row, state: 'not-applicable', why: `Not needed: ${names} of the same list is met` };
}
