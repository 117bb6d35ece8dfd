// “Assess now”: what is still open in a case and what may have been overlooked, the urgent first, each with what to do.
import type { Case, Deadline, Gap } from '../model/case.ts';
import type { PlanDue } from '../model/clocks.ts';
import type { CrosswalkRow } from '../model/criteria.ts';
import type { ReviewPoint, SensitivePage } from '../model/diary.ts';
import type { MoneyView } from '../model/money.ts';
import type { Treatment } from '../model/record.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { reasonRule } from '../rules/lookup.ts';
import type { Rules } from '../rules/schema.ts';
import { daysBetween, longDate } from './calendar.ts';
import { isAnswered } from './summary.ts';

/** A case with everything computed from it that a review looks at. */
export interface CaseForReview {
  readonly case: Case;
  readonly deadlines: readonly Deadline[];
  readonly planDue: readonly PlanDue[];
  readonly gaps: readonly Gap[];
  readonly crosswalk: readonly CrosswalkRow[];
  readonly treatments: readonly Treatment[];
  readonly money: MoneyView;
  readonly sensitive: readonly SensitivePage[];
}

/** What was asked for and did not come is remembered after this many days (30 days is the time federal rules give most holders of records). */
const ASKED_DAYS = 30;
const NEAR_DAYS = 14;

type Bare = Omit<ReviewPoint, 'caseId' | 'caseTitle'>;
const WEIGHTS = ['urgent', 'open', 'check'];

/** The open points of one case. A case that has ended has none. */
export function reviewOf(input: CaseForReview, rules: Rules, today: IsoDate): ReviewPoint[] {
  const { case: value } = input;
  if (value.status !== 'preparing' && value.status !== 'sent') return [];
  const points =
    value.status === 'preparing'
      ? [
          ...deadlinePoints(input, today),
          ...reasonPoints(input, rules),
          ...gapPoints(input, today),
          ...criterionPoints(input),
          ...factPoints(input),
          ...recordPoints(input),
          ...moneyPoints(input),
          ...sensitivePoints(input),
          ...letterPoints(input),
        ]
      : [...sentPoints(input, today), ...gapPoints(input, today), ...moneyPoints(input), ...letterPoints(input)];
  return [...promisePoints(value, today), ...points]
    .map((point) => ({ ...point, id: `${value.id}/${point.id}`, caseId: value.id, caseTitle: value.title }))
    .sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight));
}

function deadlinePoints({ deadlines }: CaseForReview, today: IsoDate): Bare[] {
  const [first] = deadlines;
  if (first === undefined || first.target === undefined)
    return [
      {
        id: 'deadline-unknown',
        weight: 'urgent',
        what: 'The last day for this appeal is not known.',
        advice: 'Say on which day the denial arrived, or look for the time limit in the letter and call the plan.',
        tab: 'facts',
      },
    ];
  const left = daysBetween(today, first.latest ?? first.target);
  if (left < 0)
    return [
      {
        id: 'deadline-passed',
        weight: 'urgent',
        what: `The last day, ${longDate(first.latest ?? first.target)}, has passed.`,
        advice:
          'Send the appeal at once and say why it is late: plans may accept a late appeal for good cause. Ask an attorney or advocate.',
        tab: 'packet',
      },
    ];
  if (left > NEAR_DAYS) return [];
  return [
    {
      id: 'deadline-near',
      weight: 'urgent',
      what: `Only ${left === 0 ? 'today is' : left === 1 ? 'one day is' : `${left} days are`} left: ${first.what}`,
      advice: 'Send it by two ways (for example fax and certified mail) and keep both receipts.',
      tab: 'packet',
    },
  ];
}

function reasonPoints({ case: value }: CaseForReview, rules: Rules): Bare[] {
  return value.grounds
    .filter((ground) => ground.state !== 'dismissed')
    .flatMap((ground): Bare[] => {
      const name = reasonRule(rules, ground.reason).name;
      const points: Bare[] = [];
      if (!isAnswered(value, ground.id))
        points.push({
          id: `unanswered/${ground.id}`,
          weight: 'open',
          what: `The reason “${name}” is not answered yet.`,
          advice: 'Accept the pages that answer it, or write an answer in your own words.',
          tab: 'reasons',
          groundId: ground.id,
        });
      if (ground.state === 'read')
        points.push({
          id: `unconfirmed/${ground.id}`,
          weight: 'check',
          what: `The reason “${name}” was read by the app and not confirmed.`,
          advice: 'Look at the marked words of the letter and confirm it, or say that it is no reason.',
          tab: 'reasons',
          groundId: ground.id,
        });
      return points;
    });
}

function gapPoints({ gaps }: CaseForReview, today: IsoDate): Bare[] {
  return gaps.flatMap((gap): Bare[] => {
    if (gap.state === 'missing')
      return [
        {
          id: `gap/${gap.groundId}/${gap.item}`,
          weight: 'open',
          what: `Missing: ${gap.what}.`,
          advice: `Ask: ${gap.who}.`,
          tab: 'reasons',
          groundId: gap.groundId,
        },
      ];
    if (gap.state !== 'asked' || gap.on === undefined || daysBetween(gap.on, today) < ASKED_DAYS) return [];
    return [
      {
        id: `asked/${gap.groundId}/${gap.item}`,
        weight: 'open',
        what: `Asked for on ${longDate(gap.on)} and not here yet: ${gap.what}.`,
        advice: `Remind: ${gap.who}.`,
        tab: 'reasons',
        groundId: gap.groundId,
      },
    ];
  });
}

function criterionPoints({ crosswalk }: CaseForReview): Bare[] {
  const named = ({ criterion }: CrosswalkRow) =>
    `${criterion.label === undefined ? '' : `${criterion.label} `}${criterion.text}`.slice(0, 160);
  return crosswalk
    .filter((row) => row.state === 'not-met' || row.state === 'not-shown' || row.state === 'unclear')
    .map((row) => ({
      id: `criterion/${row.criterion.id}`,
      weight: row.state === 'unclear' ? ('check' as const) : ('open' as const),
      what:
        row.state === 'not-met'
          ? `A criterion of the policy is not met by your papers: ${named(row)}`
          : row.state === 'not-shown'
            ? `No page shows this criterion of the policy: ${named(row)}`
            : `It is not clear that this criterion is met: ${named(row)}`,
      advice: 'Link the page that shows it, or ask the treating clinician to address it in a letter.',
      tab: 'criteria' as const,
    }));
}

function factPoints({ case: value }: CaseForReview): Bare[] {
  const points: Bare[] = [];
  if (!value.planType.byUser)
    points.push({
      id: 'plan-type',
      weight: 'check',
      what: 'The type of plan is not confirmed. Deadlines and rights depend on it.',
      advice: 'Confirm it in the head of the case; the member card or the personnel office can tell.',
      tab: 'facts',
    });
  if (value.receivedOn === undefined)
    points.push({
      id: 'received',
      weight: 'check',
      what: 'The day on which the denial arrived is not noted.',
      advice: 'Note it in the head of the case, and keep the envelope.',
      tab: 'facts',
    });
  return points;
}

function recordPoints({ treatments }: CaseForReview): Bare[] {
  const open = treatments.filter((row) => row.outcome === 'unknown' || (row.kind === 'drug' && row.dose === undefined));
  if (open.length === 0) return [];
  return [
    {
      id: 'treatments-open',
      weight: 'check',
      what: `The treatment history has gaps: ${open
        .slice(0, 4)
        .map((row) => row.name)
        .join(', ')}${open.length > 4 ? ' and others' : ''}.`,
      advice: 'Add dose, dates and result where you know them, or ask the clinic and the pharmacy for their records.',
      tab: 'history',
    },
  ];
}

function moneyPoints({ money }: CaseForReview): Bare[] {
  return money.differences.map((difference) => ({
    id: `money/${difference.id}`,
    weight: 'check',
    what: difference.what,
    advice: difference.advice,
    tab: 'money',
  }));
}

function sensitivePoints({ sensitive }: CaseForReview): Bare[] {
  return sensitive
    .filter((page) => !page.allowed)
    .map((page) => ({
      id: `sensitive/${page.documentId}/${page.pageNumber}/${page.kind}`,
      weight: 'open',
      what: `A page that would go out needs a look: ${page.meaning}`,
      advice: page.advice,
      tab: 'packet',
    }));
}

function letterPoints({ case: value }: CaseForReview): Bare[] {
  const unsent = value.letters.filter((letter) => letter.sentOn === undefined);
  const points: Bare[] = unsent.map((letter) => ({
    id: `letter/${letter.id}`,
    weight: 'open',
    what: 'A letter was started and not sent.',
    advice: 'Finish and send it, then note the day; or remove it.',
    tab: 'letters',
  }));
  const asked = value.letters.some((letter) => letter.kind === 'claim-file');
  if (!asked && value.status === 'preparing')
    points.push({
      id: 'claim-file',
      weight: 'check',
      what: 'The claim file was not asked for.',
      advice:
        'Most plans must send you, free of charge, everything they decided by. A letter is ready under “Letters”.',
      tab: 'letters',
    });
  return points;
}

function sentPoints({ case: value, planDue }: CaseForReview, today: IsoDate): Bare[] {
  const points: Bare[] = [];
  const sent = value.submissions.filter((submission) => submission.what === 'appeal');
  if (sent.length === 0)
    points.push({
      id: 'submission',
      weight: 'open',
      what: 'It is not noted how and when the appeal was sent.',
      advice: 'Note it under “Sent”, with the receipt.',
      tab: 'submissions',
    });
  else if (sent.every((each) => each.confirmation.trim() === '' && each.proofDocumentId === undefined))
    points.push({
      id: 'proof',
      weight: 'open',
      what: 'There is no proof that the appeal was sent.',
      advice: 'Add the fax report, the receipt of certified mail or a picture of the portal’s confirmation.',
      tab: 'submissions',
    });
  const late = planDue.find((due) => due.isLate);
  if (late !== undefined)
    points.push({
      id: 'plan-late',
      weight: 'urgent',
      what: `The plan has not answered in time${late.due === undefined ? '' : ` (due ${longDate(late.due)})`}.`,
      advice: `${late.whenLate?.what ?? 'Ask for the decision in writing.'} A letter is ready under “Letters”.`,
      tab: 'letters',
    });
  const first = sent.map((each) => each.on).sort()[0];
  if (
    late === undefined &&
    first !== undefined &&
    daysBetween(first, today) > 10 &&
    sent.every((each) => each.receivedOn === undefined)
  )
    points.push({
      id: 'acknowledged',
      weight: 'check',
      what: 'The plan has not confirmed that it has the appeal.',
      advice: 'Call, ask for the day of receipt and a reference number, and note the call in the diary.',
      tab: 'timeline',
    });
  return points;
}

function promisePoints(value: Case, today: IsoDate): Bare[] {
  return value.diary
    .filter((entry) => entry.promisedBy !== undefined && !entry.kept && entry.promisedBy < today)
    .map((entry) => ({
      id: `promise/${entry.id}`,
      weight: 'urgent',
      what: `Promised by ${longDate(entry.promisedBy ?? entry.on)} and not kept: ${entry.promised.trim() || entry.said.trim()}`,
      advice: 'Call again, name the reference number of the last call, and note the answer.',
      tab: 'timeline',
    }));
}
