// The policy, guideline, manual, law or plan provision the decision relies on, as printed.
import type { DocumentKind } from '../../../model/vocabulary.ts';
import type { Model } from '../../weigh/model.ts';
import type { Candidate } from '../collect.ts';
import { CRITERIA_AT, likeliest, weighLooks } from '../named/weigh-looks.ts';
import type { Sheet } from '../sheet.ts';
import type { Ground } from './grounds-near.ts';
import { criteriaLineUp, isUnnumbered } from './line-up.ts';
import { policyNumber } from './policy-number.ts';

const KINDS: ReadonlySet<DocumentKind> = new Set([
  'denial-letter',
  'prior-authorization',
  'medical-policy',
  'letter-of-medical-necessity',
  'correspondence',
  'eob',
]);

/** How much rather a rule is said than none, beside what was learnt (log odds). */
const RATHER = 0.5;
/** The same where a rule of the body is led to and followed by words of a decision (`scoreOf` from this on). */
const RATHER_WITH_SCORE = 4;
const ENOUGH = 2.7;

/** Whether a paper is asked for the rule its decision rests on. */
export function weighsCriteria(sheet: Sheet): boolean {
  return KINDS.has(sheet.kind) && (sheet.kind !== 'medical-policy' || policyNumber(sheet) === undefined);
}

/** The rule the decision rests on: of all rules the paper cites, or none, the likeliest; never the member's own policy, whose number is among `own`. */
export function criteria(
  sheet: Sheet,
  model: Model,
  grounds: readonly Ground[],
  own: readonly Candidate[],
): Candidate | undefined {
  if (!KINDS.has(sheet.kind)) return undefined;
  if (sheet.kind === 'medical-policy') {
    const number = policyNumber(sheet);
    if (number !== undefined) return number;
  }
  const lineUp = criteriaLineUp(sheet, grounds);
  // "Policy BH-207" may be taken for a member's: theirs have more digits.
  const numbers = own.map((one) => String(one.value)).filter((number) => number.replace(/\D/g, '').length >= 5);
  const cited = lineUp.cited.filter((one) => !numbers.some((number) => one.hit.value.includes(number)));
  const sums = cited.map((one) => weighLooks(model, one.looks)[CRITERIA_AT] ?? 0);
  // Letters alone name what they refuse by; a statement lists much that it does not rest on.
  const told =
    sheet.kind === 'denial-letter' &&
    cited.some((one) => one.score >= ENOUGH && one.looks.has('c:body') && !isUnnumbered(one.hit));
  const none = weighLooks(model, lineUp.none)[CRITERIA_AT] ?? 0;
  const likely = likeliest(
    together(
      sums,
      cited.map((one) => one.hit.value),
    ),
    none - (told ? RATHER_WITH_SCORE : RATHER),
    0.9,
  );
  const chosen = likely === undefined ? undefined : cited[likely.at];
  if (likely === undefined || chosen === undefined) return undefined;
  return {
    field: 'criteria_cited',
    value: chosen.hit.value,
    piece: chosen.piece,
    from: chosen.hit.from,
    to: chosen.hit.to,
    confidence: likely.confidence,
    why: 'is the rule the decision names',
  };
}

/** A rule cited several times counts where it is cited first, with all its chances; it is that rule wherever it stands. */
function together(sums: readonly number[], values: readonly string[]): number[] {
  return sums.map((_, at) =>
    values.indexOf(values[at] ?? '') === at
      ? Math.log(sums.reduce((to, other, index) => (values[index] === values[at] ? to + Math.exp(other) : to), 0))
      : Number.NEGATIVE_INFINITY,
  );
}
