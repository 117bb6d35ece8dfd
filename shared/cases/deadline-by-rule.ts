// One deadline from one rule, beside what the letter itself says of that step.
import type { Deadline } from '../model/case.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import type { DeadlineRule } from '../rules/schema.ts';
import { daysBetween, earlier } from './calendar.ts';
import { type Clock, lastDay, statedDay, targetOf, triggerOf } from './clock.ts';
import { explainRule } from './deadline-words.ts';
import { addSpan, roughDays } from './spans.ts';
import type { StatedLimit } from './stated-limit.ts';

/** A printed date may allow this many days for the mail and still say the same as the rule. */
const MAIL_DAYS = 7;

/**
 * The deadline of a rule. `latest` is the last day under the rule; `target` lies five business days before the earliest day that could
 * be meant: the letter's own limit, or the rule counted from the notice date.
 */
export function deadlineByRule(rule: DeadlineRule, clock: Clock, stated: StatedLimit | undefined): Deadline {
  const amount = amountOf(rule, stated);
  const trigger = triggerOf(rule, clock);
  const ownDay = stated === undefined ? undefined : statedDay(stated, clock);
  const counted = trigger === undefined || amount === undefined ? undefined : lastDay(rule, amount, trigger, clock);
  const latest = counted ?? (amount === undefined ? ownDay : undefined);
  const fromNotice =
    amount === undefined || clock.notice === undefined || rule.trigger === 'service-end'
      ? undefined
      : addSpan(clock.notice, { amount, unit: rule.unit });
  const target = latest === undefined ? undefined : targetOf([latest, fromNotice, ownDay], clock);
  const disagrees =
    stated !== undefined && amount !== undefined && disagreement(rule, amount, stated, { latest, fromNotice, ownDay });
  const counts = { rule, amount, trigger, latest, target, stated, statedDay: ownDay, fromNotice, disagrees };
  return {
    ruleId: rule.id,
    step: rule.step,
    what: rule.what,
    ...(trigger && amount !== undefined && { trigger }),
    ...(latest && { latest }),
    ...(target && { target }),
    ...statedPart(stated),
    disagrees,
    explanation: explainRule(counts, clock),
    citation: rule.citation,
    checkedOn: rule.checkedOn,
    trust: rule.trust,
    fallback: false,
  };
}

/** What the letter states, as a deadline shows it. */
export function statedPart(
  stated: StatedLimit | undefined,
): Pick<Deadline, 'stated' | 'statedDays' | 'statedDate' | 'statedSpan'> {
  if (stated === undefined) return {};
  const { source, span, from, date } = stated;
  return {
    ...(source && { stated: source }),
    ...(span?.unit === 'days' && { statedDays: span.amount }),
    ...(date && { statedDate: date }),
    ...(span && { statedSpan: { ...span, ...(from && { from }) } }),
  };
}

/** The rule's amount; where a State may choose, the letter's own within what the rule allows. */
function amountOf(rule: DeadlineRule, stated: StatedLimit | undefined): number | undefined {
  const { span } = stated ?? {};
  if (rule.amount === undefined || rule.amountUpTo === undefined || span?.unit !== rule.unit) return rule.amount;
  return span.amount > rule.amount && span.amount <= rule.amountUpTo ? span.amount : rule.amount;
}

function disagreement(
  rule: DeadlineRule,
  amount: number,
  { span, from, date }: StatedLimit,
  days: {
    readonly latest: IsoDate | undefined;
    readonly fromNotice: IsoDate | undefined;
    readonly ownDay: IsoDate | undefined;
  },
): boolean {
  const { latest, fromNotice, ownDay } = days;
  const first = [latest, fromNotice].filter((day) => day !== undefined).reduce(earlier, '9999-12-31');
  if (date !== undefined) return latest !== undefined && (date < first || daysBetween(latest, date) > MAIL_DAYS);
  if (span === undefined) return false;
  if (span.unit !== rule.unit) {
    if (ownDay !== undefined && latest !== undefined && ownDay < first) return true;
    return Math.abs(roughDays(span) - roughDays({ amount, unit: rule.unit })) > MAIL_DAYS;
  }
  return span.amount !== amount || (rule.trigger === 'receipt' && from === 'notice-date');
}
