// The deadlines of a case: each computed from a rule with its citation, beside what the letter itself says.
import type { Case, Deadline, Source } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import type { DeadlineRule, Rules } from '../rules/schema.ts';
import {
  addDays,
  addMonths,
  businessDaysBefore,
  daysBetween,
  earlier,
  isRealDate,
  onOrAfterBusinessDay,
} from './calendar.ts';
import { explainFallback, explainRule } from './deadline-words.ts';
import { textOf } from './page-text.ts';
import { type StatedLimit, statedLimit } from './stated-limit.ts';

/** Business days kept in hand before the earliest day that could be meant, for mail and mishaps. */
const DAYS_IN_HAND = 5;
/** A printed date may allow this many days for the mail and still say the same as the rule. */
const MAIL_DAYS = 7;

/** What the counting starts from. */
export interface Clock {
  readonly notice: IsoDate | undefined;
  readonly received: IsoDate | undefined;
  readonly today: IsoDate;
}

/**
 * The deadlines that follow from a denial, the one for the next step first.
 * `latest` is the last day under the rule; `target` lies five business days before the earliest day that could be meant
 * (the letter's own limit, or the rule counted from the notice date), so it is never later than `latest`.
 * Without a fitting rule the letter's own limit is used and marked as a fallback.
 * `state` (two letters) picks the rules of one State where the data has them.
 */
export function computeDeadlines(input: {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
  readonly today: IsoDate;
  readonly state?: string;
}): Deadline[] {
  const { case: value, denial, rules, today } = input;
  const typed = value.facts.letterDate.value;
  const notice = isRealDate(typed) ? typed : denial.reading.fields.letter_date;
  const clock: Clock = { notice, received: value.receivedOn, today };
  const stated = statedLimit(denial);

  const fitting = fittingRules(rules, value, denial, stated, input.state);
  const computed = fitting.map((rule) => byRule(rule, clock, rule.statedApplies ? stated : undefined));
  if (fitting.some((rule) => rule.statedApplies)) return computed;
  if (computed.length > 0 && stated === undefined) return computed;
  return [fallback(value, clock, stated, rules.checkedOn), ...computed];
}

function fittingRules(
  rules: Rules,
  value: Case,
  denial: FullDocument,
  stated: StatedLimit | undefined,
  state: string | undefined,
): DeadlineRule[] {
  const fitting = rules.deadlines.filter(
    (rule) =>
      rule.planTypes.includes(value.planType.value) &&
      rule.follows.includes(value.level) &&
      (rule.states === undefined || (state !== undefined && rule.states.includes(state))) &&
      (rule.amount !== undefined || stated !== undefined) &&
      (rule.whenLetterSays === undefined || letterSays(denial, rule.whenLetterSays)),
  );
  const hasOwn = fitting.some((rule) => rule.states !== undefined);
  const chosen = hasOwn ? fitting.filter((rule) => rule.id !== 'ext-state') : fitting;
  return [...chosen].sort((a, b) => Number(b.statedApplies) - Number(a.statedApplies));
}

function letterSays(denial: FullDocument, phrases: readonly string[]): boolean {
  const text = denial.pages.map((page) => textOf(page, 0, page.words.length).toLowerCase()).join(' ');
  return phrases.some((phrase) => text.includes(phrase));
}

function byRule(rule: DeadlineRule, clock: Clock, stated: StatedLimit | undefined): Deadline {
  const amount = amountOf(rule, stated);
  const trigger = triggerOf(rule, clock);
  const statedDay = stated === undefined ? undefined : statedDayOf(stated, clock);
  const counted =
    trigger === undefined || amount === undefined ? undefined : rolled(rule, add(trigger.date, amount, rule.unit));
  const latest = counted ?? (amount === undefined ? statedDay : undefined);
  const fromNotice =
    amount === undefined || clock.notice === undefined ? undefined : add(clock.notice, amount, rule.unit);
  const target =
    latest === undefined ? undefined : targetOf([latest, fromNotice, statedDay], clock.notice ?? clock.received);
  const disagrees =
    stated !== undefined && amount !== undefined && disagreement(rule, amount, stated, latest, fromNotice);
  const shape = { rule, amount, trigger, latest, target, stated, statedDay, fromNotice, disagrees };
  return {
    ruleId: rule.id,
    what: rule.what,
    ...(trigger && { trigger }),
    ...(latest && { latest }),
    ...(target && { target }),
    ...statedPart(stated),
    disagrees,
    explanation: explainRule(shape, clock),
    citation: rule.citation,
    checkedOn: rule.checkedOn,
    trust: rule.trust,
    fallback: false,
  };
}

/** The letter's own limit where no rule is known to apply. */
function fallback(value: Case, clock: Clock, stated: StatedLimit | undefined, checkedOn: IsoDate): Deadline {
  const latest = stated === undefined ? undefined : statedDayOf(stated, clock);
  const fromNotice =
    stated?.days === undefined || clock.notice === undefined ? undefined : addDays(clock.notice, stated.days);
  const target = latest === undefined ? undefined : targetOf([latest, fromNotice], clock.notice ?? clock.received);
  const start = stated?.date !== undefined || stated?.days === undefined ? undefined : statedStart(stated, clock);
  return {
    ruleId: 'stated-in-letter',
    what: 'Send the appeal the letter describes',
    ...(start && { trigger: start }),
    ...(latest && { latest }),
    ...(target && { target }),
    ...statedPart(stated),
    disagrees: false,
    explanation: explainFallback(value, clock, { stated, latest, target }),
    citation: 'The letter’s own words; no rule was applied.',
    checkedOn,
    trust: 'to-be-verified',
    fallback: true,
  };
}

function statedPart(stated: StatedLimit | undefined): { stated?: Source; statedDays?: number; statedDate?: IsoDate } {
  if (stated === undefined) return {};
  return {
    ...(stated.source && { stated: stated.source }),
    ...(stated.days !== undefined && { statedDays: stated.days }),
    ...(stated.date && { statedDate: stated.date }),
  };
}

/** The rule's amount; where a State may choose, the letter's own within what the rule allows. */
function amountOf(rule: DeadlineRule, stated: StatedLimit | undefined): number | undefined {
  if (rule.amount === undefined || rule.amountUpTo === undefined || stated?.days === undefined) return rule.amount;
  return stated.days > rule.amount && stated.days <= rule.amountUpTo ? stated.days : rule.amount;
}

function triggerOf(rule: DeadlineRule, clock: Clock): Deadline['trigger'] {
  if (rule.trigger === 'receipt' && clock.received !== undefined)
    return { date: clock.received, kind: 'receipt', byUser: true };
  if (clock.notice === undefined) return undefined;
  if (rule.trigger === 'notice-date' || rule.presumeReceiptDays === 0)
    return { date: clock.notice, kind: 'notice-date', byUser: false };
  return { date: addDays(clock.notice, rule.presumeReceiptDays), kind: 'presumed-receipt', byUser: false };
}

function add(date: IsoDate, amount: number, unit: 'days' | 'months'): IsoDate {
  return unit === 'days' ? addDays(date, amount) : addMonths(date, amount);
}

function rolled(rule: DeadlineRule, date: IsoDate): IsoDate {
  return rule.roll === 'next-business-day' ? onOrAfterBusinessDay(date) : date;
}

function statedStart(stated: StatedLimit, clock: Clock): Deadline['trigger'] {
  if (stated.from === 'receipt' && clock.received !== undefined)
    return { date: clock.received, kind: 'receipt', byUser: true };
  return clock.notice === undefined ? undefined : { date: clock.notice, kind: 'notice-date', byUser: false };
}

/** The day the letter's own limit ends: the printed date, else its days counted from what it says, else from its date. */
function statedDayOf(stated: StatedLimit, clock: Clock): IsoDate | undefined {
  if (stated.date !== undefined) return stated.date;
  const start = statedStart(stated, clock);
  return start === undefined || stated.days === undefined ? undefined : addDays(start.date, stated.days);
}

/** Some business days before the earliest of the days, but not before the day the letter was written. */
function targetOf(days: readonly (IsoDate | undefined)[], notBefore: IsoDate | undefined): IsoDate {
  const known = days.filter((day) => day !== undefined);
  const safest = known.reduce(earlier);
  const target = businessDaysBefore(safest, DAYS_IN_HAND);
  return notBefore !== undefined && target < notBefore && notBefore <= safest ? notBefore : target;
}

function disagreement(
  rule: DeadlineRule,
  amount: number,
  stated: StatedLimit,
  latest: IsoDate | undefined,
  fromNotice: IsoDate | undefined,
): boolean {
  if (stated.date !== undefined) {
    const first = [latest, fromNotice].filter((day) => day !== undefined).reduce(earlier, '9999-12-31');
    if (latest === undefined) return false;
    return stated.date < first || daysBetween(latest, stated.date) > MAIL_DAYS;
  }
  if (stated.days === undefined) return false;
  if (rule.unit === 'months') return Math.abs(stated.days - amount * 30.4) > MAIL_DAYS;
  const shorterStart = rule.trigger === 'receipt' && stated.from === 'notice-date';
  return stated.days !== amount || shorterStart;
}
