// When the plan must decide the appeal that was sent, and what it means when it does not.
import type { Case } from '../model/case.ts';
import type { DecisionTime, DecisionTiming, PlanDue } from '../model/clocks.ts';
import type { FullDocument } from '../model/document.ts';
import type { Timing } from '../model/finding.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { familyRule } from '../rules/lookup.ts';
import type { DeadlineRule, FamilyRule, Rules } from '../rules/schema.ts';
import { addDays, longDate } from './calendar.ts';
import { openRules } from './fitting-rules.ts';
import { addSpan, spanWords } from './spans.ts';
import { statedAbout } from './stated-limit.ts';

/**
 * The due dates of the decision for each step that is open after the denial, one for each kind of request, the next step first. Without the day the appeal was
 * received or sent there are no dates, only the times. A time counted from the day of sending is the earliest that could be meant: the
 * plan counts from the day it receives the appeal. Empty where no rule gives a time.
 */
export function planDueDates(input: {
  readonly case: Case;
  readonly denial: FullDocument;
  readonly rules: Rules;
  readonly today: IsoDate;
  /** The day the plan had the appeal, when it is known. */
  readonly appealReceivedOn?: IsoDate;
  /** The day it went out; the case's own when not given. */
  readonly sentOn?: IsoDate;
  readonly state?: string;
}): PlanDue[] {
  const { case: value, denial, rules, today } = input;
  const open = openRules(input).filter((rule) => rule.rank > 0);
  const sent = input.sentOn ?? value.appealSentOn;
  const from =
    input.appealReceivedOn !== undefined
      ? ({ date: input.appealReceivedOn, kind: 'received' } as const)
      : sent !== undefined
        ? ({ date: sent, kind: 'sent' } as const)
        : undefined;
  const family = familyRule(rules, value.planType.value);
  return open.flatMap((rule) =>
    // What the plan forwards by itself does not run from the member's letter.
    rule.decisions.map((time) =>
      dueOf(rule, time, { from: rule.automatic === true ? undefined : from, family, denial, today, sent }),
    ),
  );
}

interface Given {
  readonly from: { readonly date: IsoDate; readonly kind: 'received' | 'sent' } | undefined;
  readonly family: FamilyRule;
  readonly denial: FullDocument;
  readonly today: IsoDate;
  readonly sent: IsoDate | undefined;
}

function dueOf(rule: DeadlineRule, time: DecisionTime, given: Given): PlanDue {
  const { from, denial, today } = given;
  const due = from && addSpan(from.date, time);
  const extended = from && time.extension && addSpan(addSpan(from.date, time), time.extension);
  const lateFrom = due && addDays(due, 1);
  const whenLate = lateOf(rule, given);
  const fast = time.timing === 'urgent';
  const applies = appliesTo(time.timing, denial.reading.notice?.timing?.value);
  const asked = applies !== 'no' && time.timing !== 'urgent' && time.timing !== 'drug';
  const late = extended === undefined ? lateFrom : addDays(extended, 1);
  return {
    ruleId: rule.id,
    timing: time.timing,
    applies,
    amount: time.amount,
    unit: time.unit,
    ...(from && { from }),
    ...(due && { due }),
    ...(extended && { dueIfExtended: extended }),
    ...(lateFrom && { lateFrom }),
    isLate: asked && late !== undefined && today >= late,
    ...(whenLate && { whenLate }),
    stated: statedAbout(denial, [fast ? 'plan-decision-expedited' : 'plan-decision']),
    explanation: explanationOf(time, { from, due, extended }),
    citation: rule.decisionCitation ?? rule.citation,
    checkedOn: rule.checkedOn,
    trust: rule.decisionCitation === undefined ? rule.trust : 'to-be-verified',
  };
}

/** What follows when the plan is late; only for the plan's own reviews, not for those by others. */
function lateOf(rule: DeadlineRule, { family, from, sent }: Given): PlanDue['whenLate'] {
  const { exhaustion } = family;
  if (exhaustion === undefined || !['internal-appeal', 'second-level'].includes(rule.step)) return undefined;
  const start = sent ?? from?.date;
  const by = exhaustion.within === undefined || start === undefined ? undefined : addSpan(start, exhaustion.within);
  const { id, what, leadsTo, citation, checkedOn, trust } = exhaustion;
  return { id, what, leadsTo, ...(by && { by }), citation, checkedOn, trust };
}

const OF_TIMING: Readonly<Record<Timing, readonly DecisionTiming[]>> = {
  'before-service': ['pre-service', 'drug'],
  ongoing: ['concurrent', 'pre-service'],
  'after-service': ['post-service', 'payment'],
};

function appliesTo(timing: DecisionTiming, read: Timing | undefined): PlanDue['applies'] {
  if (timing === 'urgent' || timing === 'drug') return read === 'after-service' ? 'no' : 'unknown';
  if (read === undefined) return 'unknown';
  return OF_TIMING[read].includes(timing) ? 'yes' : 'no';
}

const KIND: Readonly<Record<DecisionTiming, string>> = {
  'pre-service': 'For care not yet given',
  'post-service': 'For care already given',
  urgent: 'For an urgent request',
  concurrent: 'For care that is going on',
  drug: 'For a drug given by a doctor',
  payment: 'For being paid back',
};

function explanationOf(
  time: DecisionTime,
  counted: {
    readonly from: Given['from'];
    readonly due: IsoDate | undefined;
    readonly extended: IsoDate | undefined;
  },
): string {
  const { from, due, extended } = counted;
  const span = spanWords(time);
  const parts = [`${KIND[time.timing]} the decision must be made within ${span}.`];
  if (from === undefined || due === undefined)
    parts.push('Say when the appeal was sent or received, and the day is counted.');
  else if (from.kind === 'received') parts.push(`Counted from ${longDate(from.date)}, when it was received.`);
  else
    parts.push(
      `Counted from ${longDate(from.date)}, when you sent it; the plan counts from the day it receives it, a few days later when it went by mail.`,
    );
  if (extended !== undefined && time.extension !== undefined)
    parts.push(`It may be prolonged by ${spanWords(time.extension)}, to ${longDate(extended)}, if you are told why.`);
  if (time.remark !== undefined) parts.push(time.remark);
  return parts.join(' ');
}
