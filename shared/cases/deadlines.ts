// The deadlines of a case: each computed from a rule with its citation, beside what the letter itself says.
import type { Case, Deadline } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { StatedStep } from '../model/finding.ts';
import type { AppealLevel, IsoDate } from '../model/vocabulary.ts';
import type { Rules } from '../rules/schema.ts';
import { type Clock, clockOf } from './clock.ts';
import { deadlineByRule } from './deadline-by-rule.ts';
import { openRules } from './fitting-rules.ts';
import { deadlineAsStated, deadlineWithoutRule } from './stated-deadline.ts';
import { fieldLimit, limitFor, type StatedLimit, statedLimits } from './stated-limit.ts';

/** What a letter of each level leads to, the likeliest first, when no rule says so. */
const NEXT: Readonly<Record<AppealLevel, readonly StatedStep[]>> = {
  'initial-denial': ['internal-appeal', 'second-level'],
  'first-level-upheld': ['second-level', 'internal-appeal', 'external-review', 'fair-hearing'],
  'second-level-upheld': ['external-review', 'fair-hearing', 'judge-hearing', 'internal-appeal'],
  'external-review-upheld': ['judge-hearing', 'civil-action'],
};

/**
 * The deadlines that follow from a denial, the one for the next step first, then every other limit the letter states.
 * `latest` is the last day under the rule; `target` lies five business days before the earliest day that could be meant
 * (the letter's own limit, or the rule counted from the notice date), so it is never later than `latest`.
 * Without a fitting rule the letter's own limit is used and marked as a fallback; a limit counted from something that has not
 * happened yet is shown without a day. `state` (two letters) picks the rules of one State where the data has them; `effectiveOn`
 * is the day care that is going on is to end, where the user knows it better than the letter tells.
 */
export function computeDeadlines(input: {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
  readonly today: IsoDate;
  readonly state?: string;
  readonly effectiveOn?: IsoDate;
}): Deadline[] {
  const { case: value, denial, rules, today } = input;
  const clock = clockOf(value, denial, today, input.effectiveOn);
  const open = openRules(input);
  const limits = open.map((rule) => limitFor(rule, denial));
  const computed = open.map((rule, index) => deadlineByRule(rule, clock, limits[index]));

  const used = limits.filter((limit) => limit !== undefined);
  const field = fieldLimit(denial);
  const next = field ?? nextStated(statedLimits(denial), value.level);
  const hasNext =
    open.some((rule) => rule.statedApplies) || (computed.length > 0 && (next === undefined || isUsed(next, used)));
  const first = hasNext ? [] : [deadlineWithoutRule(value, clock, next, rules.checkedOn)];
  if (!hasNext && next !== undefined) used.push(next);
  return [...first, ...computed, ...others(denial, used, clock, rules.checkedOn)];
}

function nextStated(limits: readonly StatedLimit[], level: AppealLevel): StatedLimit | undefined {
  const ordinary = limits.filter((limit) => !limit.isFast);
  return NEXT[level].map((step) => ordinary.find((limit) => limit.step === step)).find((limit) => limit !== undefined);
}

/** The limits no deadline shows yet, in the order of the pages. */
function others(denial: FullDocument, used: readonly StatedLimit[], clock: Clock, checkedOn: IsoDate): Deadline[] {
  const counts = new Map<StatedStep, number>();
  return statedLimits(denial)
    .filter((limit) => !isUsed(limit, used))
    .sort(byPlace)
    .map((limit) => {
      const number = (counts.get(limit.step) ?? 0) + 1;
      counts.set(limit.step, number);
      return deadlineAsStated(limit, clock, checkedOn, number);
    });
}

/** The same words, or the same time for the same step. */
function isUsed(limit: StatedLimit, used: readonly StatedLimit[]): boolean {
  return used.some((other) => {
    if (sameSpan(limit, other) && limit.date === other.date)
      return limit.step === other.step || sameWords(limit, other);
    return limit.date !== undefined && limit.date === other.date;
  });
}

function sameSpan({ span: a }: StatedLimit, { span: b }: StatedLimit): boolean {
  return a?.amount === b?.amount && a?.unit === b?.unit;
}

function sameWords({ source: a }: StatedLimit, { source: b }: StatedLimit): boolean {
  return (
    a !== undefined && b !== undefined && a.proof.pageNumber === b.proof.pageNumber && a.proof.from === b.proof.from
  );
}

function byPlace({ source: a }: StatedLimit, { source: b }: StatedLimit): number {
  if (a === undefined || b === undefined) return 0;
  return a.proof.pageNumber - b.proof.pageNumber || a.proof.from - b.proof.from;
}
