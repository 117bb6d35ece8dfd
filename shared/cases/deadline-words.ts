// Says in plain words how a deadline was counted.
import type { Case, Deadline } from '../model/case.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import type { DeadlineRule } from '../rules/schema.ts';
import { longDate } from './calendar.ts';
import { type Clock, opensLater } from './clock.ts';
import { addSpan, spanWords } from './spans.ts';
import type { StatedLimit } from './stated-limit.ts';

interface Counted {
  readonly rule: DeadlineRule;
  readonly amount: number | undefined;
  readonly trigger: Deadline['trigger'];
  readonly latest: IsoDate | undefined;
  readonly target: IsoDate | undefined;
  readonly stated: StatedLimit | undefined;
  readonly statedDay: IsoDate | undefined;
  readonly fromNotice: IsoDate | undefined;
  readonly disagrees: boolean;
}

/** How a deadline follows from its rule. */
export function explainRule(counted: Counted, clock: Clock): string {
  const { rule, latest, target, stated } = counted;
  if (latest === undefined) {
    if (rule.automatic === true)
      return sentences('You need not ask for it: the plan must do it by itself', rule.remark);
    if (rule.trigger === 'service-end')
      return sentences(
        'The day the care is to end was not found in the letter, so no day could be counted',
        rule.remark,
      );
    if (rule.amount === undefined && stated !== undefined)
      return sentences(
        `The plan sets this time itself; the letter says ${limitWords(stated)}, but ${notKnownYet(stated, clock)}`,
        rule.remark,
      );
    return sentences(
      'The letter’s date is not known, so no day could be counted. Fill in the date of the letter, or the day it arrived',
      rule.remark,
    );
  }
  return sentences(
    howCounted(counted),
    rule.roll === 'next-business-day'
      ? 'A last day on a weekend or federal holiday moves to the next business day'
      : undefined,
    target && `Aim for ${longDate(target)}: five business days before the earliest day that could be meant`,
    `It counts as filed ${rule.filedWhen}`,
    statedNote(counted),
    rule.remark,
    passedNote(latest, clock.today),
  );
}

/** How the letter's own limit was used, and what is missing for more. */
export function explainWithoutRule(
  value: Case,
  clock: Clock,
  counted: {
    readonly stated: StatedLimit | undefined;
    readonly latest: IsoDate | undefined;
    readonly target: IsoDate | undefined;
  },
): string {
  const { stated, latest, target } = counted;
  const why =
    value.planType.value === 'unknown'
      ? 'The type of plan is not known, so no rule of law could be applied: confirm the type of plan'
      : value.planType.value === 'short-term'
        ? 'Federal rules for appeals do not cover this kind of plan: the rights come from the contract and from state law'
        : 'No rule is kept here for this step of this kind of plan, so check the letter and the plan document';
  if (stated === undefined)
    return sentences(why, 'The letter states no time limit that could be read, so no day could be counted');
  const said = limitWords(stated);
  if (latest === undefined) return sentences(why, `The letter says ${said}, but ${notKnownYet(stated, clock)}`);
  const start = startWords(stated, clock, latest);
  return sentences(
    why,
    `Until then the letter’s own limit is used: ${said}${start === undefined ? '' : `, ${start}`}`,
    target && `Aim for ${longDate(target)}, five business days earlier`,
    passedNote(latest, clock.today),
  );
}

/** A limit the letter states for a step that no rule is counted for now. */
export function explainStated(
  stated: StatedLimit,
  clock: Clock,
  counted: { readonly latest?: IsoDate | undefined; readonly target?: IsoDate | undefined },
): string {
  const { latest, target } = counted;
  const { today } = clock;
  const said = limitWords(stated);
  if (latest === undefined) return sentences(`The letter gives ${said}, but ${notKnownYet(stated, clock)}`);
  const start = startWords(stated, clock, latest);
  return sentences(
    `The letter gives ${said}${start === undefined ? '' : `, ${start}`}: ${longDate(latest)}`,
    target && target < latest ? `Aim for ${longDate(target)}` : undefined,
    today > latest ? 'That day has passed; ask whether it can still be done' : undefined,
  );
}

/** “180 days”, “September 2, 2026”. */
function limitWords({ span, date }: StatedLimit): string {
  if (date !== undefined) return longDate(date);
  return span === undefined ? 'a time limit' : spanWords(span);
}

function notKnownYet(stated: StatedLimit, clock: Clock): string {
  const { from } = stated;
  if (from === undefined && opensLater(stated, clock))
    return 'it does not say from which day; such a step opens after the appeal is decided';
  if (from === 'final-decision') return 'it counts from the final decision on your appeal, which is not there yet';
  if (from === 'service-date') return 'it counts from the day of the service';
  if (from === 'request') return 'it counts from the day of your request, which is not known';
  return 'the day it counts from is not known: fill in the date of the letter';
}

function startWords(stated: StatedLimit, clock: Clock, latest: IsoDate): string | undefined {
  if (stated.date !== undefined) return undefined;
  if (stated.from !== undefined && stated.from !== 'notice-date' && clock.received !== undefined)
    return `counted from ${longDate(clock.received)}, the day you say it arrived`;
  return `counted from the date of the letter, ${longDate(clock.notice ?? latest)}${stated.from === 'notice-date' ? '' : ', to be safe'}`;
}

function howCounted({ rule, amount, trigger, latest, statedDay, fromNotice }: Counted): string {
  if (amount === undefined || trigger === undefined || latest === undefined) {
    return `The plan sets this time itself; by the letter it ends on ${longDate(statedDay ?? latest ?? '')}`;
  }
  const span = spanWords({ amount, unit: rule.unit });
  if (trigger.kind === 'service-end')
    return `${longDate(latest)} is the last day: ${span} before ${longDate(trigger.date)}, when the care is to end`;
  const counted = addSpan(trigger.date, { amount, unit: rule.unit });
  if (rule.orEffectiveDate === true && latest > counted)
    return `${longDate(latest)} is the last day, because the change takes effect then; counted from the date on the letter, ${span} would end on ${longDate(counted)}, and that is the safe day`;
  const end = `${longDate(latest)} is the last day: ${span} after`;
  if (trigger.kind === 'receipt') {
    const safer =
      fromNotice !== undefined && fromNotice < latest
        ? `; counted from the letter’s own date it would be ${longDate(fromNotice)}`
        : '';
    return `${end} ${longDate(trigger.date)}, the day you say the letter arrived${safer}`;
  }
  if (trigger.kind === 'presumed-receipt') {
    return `${end} ${longDate(trigger.date)}, when the letter counts as received: ${rule.presumeReceiptDays} days after its date`;
  }
  if (rule.trigger === 'notice-date') return `${end} the date on the letter, ${longDate(trigger.date)}`;
  return `${end} the date on the letter, ${longDate(trigger.date)}. The rule counts from the day the letter arrived; that day is not known, so the safe date is shown. Fill in the day it arrived to see the last day allowed`;
}

function statedNote({ stated, amount, rule, disagrees, statedDay, latest }: Counted): string | undefined {
  if (stated === undefined || amount === undefined) return undefined;
  const from = stated.from === 'receipt' ? ' after it arrives' : stated.from === 'notice-date' ? ' after its date' : '';
  const said = stated.date === undefined ? `${limitWords(stated)}${from}` : longDate(stated.date);
  if (!disagrees) return `The letter itself says ${said}, which agrees`;
  const shorter = statedDay !== undefined && latest !== undefined && statedDay < latest;
  const rest = shorter
    ? 'Keep to the letter’s earlier day; a time shorter than the rule allows can be a defect of the notice'
    : 'Keep to the earlier day unless the plan confirms the later one in writing';
  return `The letter itself says ${said}, but the rule says ${spanWords({ amount, unit: rule.unit })}. ${rest}`;
}

function passedNote(latest: IsoDate, today: IsoDate): string | undefined {
  if (today <= latest) return undefined;
  return 'That day has passed: send the appeal at once and say why it is late; late appeals are sometimes accepted for a good reason';
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?]$/.test(part!) ? part : `${part}.`))
    .join(' ');
}
