// What the counting of a case starts from, and the days a rule or a stated limit leads to from there.
import type { Case, Deadline } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { StatedStep } from '../model/finding.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import type { DeadlineRule } from '../rules/schema.ts';
import { addDays, businessDaysBefore, earlier, isRealDate, onOrAfterBusinessDay } from './calendar.ts';
import { effectiveDateIn } from './effective-date.ts';
import { addSpan } from './spans.ts';
import type { StatedLimit } from './stated-limit.ts';

/** Business days kept in hand before the earliest day that could be meant, for mail and mishaps. */
const DAYS_IN_HAND = 5;

export interface Clock {
  /** The date of the letter: as the user typed it, else as it was read. */
  readonly notice: IsoDate | undefined;
  /** The day the letter arrived, as the user says. */
  readonly received: IsoDate | undefined;
  /** The day the care is to be cut or to end. */
  readonly effective: IsoDate | undefined;
  /** The letter decides an appeal: what is counted from a decision on appeal is counted from it. */
  readonly decidesAppeal: boolean;
  readonly today: IsoDate;
}

type Trigger = NonNullable<Deadline['trigger']>;

/** The clock of a case. */
export function clockOf(value: Case, denial: FullDocument, today: IsoDate, effectiveOn?: IsoDate): Clock {
  const typed = value.facts.letterDate.value;
  const notice = isRealDate(typed) ? typed : denial.reading.fields.letter_date;
  return {
    notice,
    received: value.receivedOn,
    effective: effectiveOn ?? effectiveDateIn(denial, notice),
    decidesAppeal: value.level !== 'initial-denial',
    today,
  };
}

/** The day a rule counts from; the letter's own date where the day it arrived is not known. */
export function triggerOf(rule: DeadlineRule, clock: Clock): Trigger | undefined {
  if (rule.trigger === 'service-end')
    return clock.effective === undefined ? undefined : { date: clock.effective, kind: 'service-end', byUser: false };
  if (rule.trigger === 'receipt' && clock.received !== undefined)
    return { date: clock.received, kind: 'receipt', byUser: true };
  if (clock.notice === undefined) return undefined;
  if (rule.trigger === 'notice-date' || rule.presumeReceiptDays === 0)
    return { date: clock.notice, kind: 'notice-date', byUser: false };
  return { date: addDays(clock.notice, rule.presumeReceiptDays), kind: 'presumed-receipt', byUser: false };
}

/** The last day of `amount` under the rule, moved only where the rule itself says so. */
export function lastDay(rule: DeadlineRule, amount: number, trigger: Trigger, clock: Clock): IsoDate {
  if (rule.trigger === 'service-end') return addDays(trigger.date, -amount);
  const counted = addSpan(trigger.date, { amount, unit: rule.unit });
  const day = rule.roll === 'next-business-day' ? onOrAfterBusinessDay(counted) : counted;
  if (rule.orEffectiveDate !== true || clock.effective === undefined) return day;
  return earlier(clock.effective, day) === day ? clock.effective : day;
}

/** Steps that open only after the appeal: a limit for them does not run yet when the letter is the first denial. */
const AFTER_APPEAL: ReadonlySet<StatedStep> = new Set<StatedStep>([
  'second-level',
  'external-review',
  'fair-hearing',
  'judge-hearing',
  'civil-action',
]);

/** True when the limit counts from a decision that is not there yet: the letter says so, or names no start for a later step. */
export function opensLater({ step, from }: StatedLimit, clock: Clock): boolean {
  if (clock.decidesAppeal) return false;
  return from === 'final-decision' || (from === undefined && AFTER_APPEAL.has(step));
}

/** What a stated limit is counted from; undefined when that day is not known. */
export function statedStart(stated: StatedLimit, clock: Clock): Trigger | undefined {
  if (stated.from === 'service-date' || stated.from === 'request') return undefined;
  if (opensLater(stated, clock)) return undefined;
  if (stated.from !== 'notice-date' && stated.from !== undefined && clock.received !== undefined)
    return { date: clock.received, kind: 'receipt', byUser: true };
  return clock.notice === undefined ? undefined : { date: clock.notice, kind: 'notice-date', byUser: false };
}

/** The day the letter's own limit ends: the printed date, else its span counted from what it says, else from its date. */
export function statedDay(stated: StatedLimit, clock: Clock): IsoDate | undefined {
  if (stated.date !== undefined) return stated.date;
  const start = statedStart(stated, clock);
  return start === undefined || stated.span === undefined ? undefined : addSpan(start.date, stated.span);
}

/** Some business days before the earliest of the days, but not before the day the letter was written. */
export function targetOf(days: readonly (IsoDate | undefined)[], clock: Clock): IsoDate | undefined {
  const known = days.filter((day) => day !== undefined);
  const [first, ...rest] = known;
  if (first === undefined) return undefined;
  const safest = rest.reduce(earlier, first);
  const notBefore = clock.notice ?? clock.received;
  const target = businessDaysBefore(safest, DAYS_IN_HAND);
  return notBefore !== undefined && target < notBefore && notBefore <= safest ? notBefore : target;
}
