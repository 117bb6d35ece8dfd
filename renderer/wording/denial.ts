// What the window says about a denial: outcomes, times, steps and confidence in everyday words.
import type { NoticeCheck } from '../../shared/model/case.ts';
import type { CaseStep, ClockNote, DecisionTiming } from '../../shared/model/clocks.ts';
import type { CodeInWords } from '../../shared/model/denial.ts';
import type { Outcome, StatedStep, StatedTime, Timing } from '../../shared/model/finding.ts';
import { longDate } from './format.ts';

export const OUTCOME_SENTENCES: Readonly<Record<Outcome, string>> = {
  denied: 'The plan said no.',
  'partly-denied': 'The plan said yes to part of it and no to the rest.',
  'reduced-or-ended': 'The plan cut down or ended care it had allowed.',
  upheld: 'The plan looked again and still says no.',
  'partly-overturned': 'The plan looked again and now says yes to part of it.',
  overturned: 'The plan looked again and now says yes.',
  approved: 'The plan said yes.',
  unknown: 'The app found no words that say what was decided. Please read the letter.',
};

export const TIMING_SENTENCES: Readonly<Record<Timing, string>> = {
  'before-service': 'It was decided before the care was given.',
  ongoing: 'It was decided while the care was going on.',
  'after-service': 'It was decided after the care was given.',
};

/** The steps a letter may set a time for. */
export const STEP_NAMES: Readonly<Record<StatedStep, string>> = {
  'internal-appeal': 'Appeal to the plan',
  'second-level': 'Second appeal to the plan',
  'external-review': 'Review by outsiders (external review)',
  'fair-hearing': 'State fair hearing',
  'judge-hearing': 'Hearing before a judge',
  'civil-action': 'Going to court',
  complaint: 'Complaint to an office that oversees plans',
  'continue-benefits': 'Asking to keep the care during the appeal',
  'peer-to-peer': 'Talk between your doctor and the plan’s doctor',
  'send-information': 'Sending papers the plan asks for',
  'corrected-claim': 'Corrected claim from the provider',
  'plan-decision': 'The plan must answer an appeal',
  'plan-decision-expedited': 'The plan must answer an urgent appeal',
};

const UNITS = { hours: 'hour', days: 'day', 'business-days': 'business day', months: 'month', years: 'year' } as const;

const COUNTED_FROM: Readonly<Record<NonNullable<StatedTime['from']>, string>> = {
  receipt: 'the day you received it',
  'notice-date': 'the date of the letter',
  'final-decision': 'the last decision',
  'service-date': 'the day of the care',
  request: 'the day the request arrives',
};

/** “180 days from the day you received it”, “by March 1, 2027”; empty when the letter gives neither an amount nor a day. */
export function limitInWords({
  amount,
  unit,
  from,
  date,
}: Pick<StatedTime, 'amount' | 'unit' | 'from' | 'date'>): string {
  if (date !== undefined) return `by ${longDate(date)}`;
  if (amount === undefined || unit === undefined) return '';
  const span = spanInWords(amount, unit);
  return from === undefined ? span : `${span} from ${COUNTED_FROM[from]}`;
}

/** “72 hours”, “1 month” */
export function spanInWords(amount: number, unit: keyof typeof UNITS): string {
  return `${amount} ${UNITS[unit]}${amount === 1 ? '' : 's'}`;
}

/** Below this the app asks the person to look, 0 to 1. */
const SURE = 0.75;

/** What to say of a finding the app is not sure of; undefined when it is sure. */
export function doubtInWords(confidence: number): string | undefined {
  return confidence < SURE ? 'The app is not sure: please check' : undefined;
}

/** Why a reason was read. The stems of words that were weighed are for those who tune the reader; here their gist is enough. */
export function whyInWords(why: string): string {
  return why.startsWith('its words weigh towards it') ? 'its words are typical of this reason' : why;
}

const SENTENCES = new Intl.Segmenter('en-US', { granularity: 'sentence' });

/** A paragraph as its sentences, which read more easily one below the other. */
export function sentencesIn(text: string): readonly string[] {
  return [...SENTENCES.segment(text)].map(({ segment }) => segment.trim());
}

/** Groups of the contents of a notice, in the order they are shown. */
export const NOTICE_GROUPS: readonly { readonly id: NoticeCheck['group']; readonly name: string }[] = [
  { id: 'decision', name: 'The decision' },
  { id: 'claim', name: 'The claim' },
  { id: 'appeal', name: 'How to appeal' },
  { id: 'file', name: 'Your file' },
  { id: 'next-step', name: 'After the appeal' },
  { id: 'help', name: 'Help' },
];

export const CODE_SYSTEMS: Readonly<Record<CodeInWords['system'], { readonly name: string; readonly what: string }>> = {
  carc: { name: 'Adjustment', what: 'why an amount was not paid (CARC)' },
  rarc: { name: 'Remark', what: 'more about why (RARC)' },
  cpt_hcpcs: { name: 'Service', what: 'what was done (CPT or HCPCS)' },
  icd10: { name: 'Diagnosis', what: 'the illness (ICD-10)' },
};

/** What a time to decide is for. */
const ANSWERED: Readonly<Record<DecisionTiming, string>> = {
  'pre-service': 'care not yet given',
  'post-service': 'care already given',
  urgent: 'when it is urgent',
  concurrent: 'care going on',
  drug: 'a drug given by a doctor',
  payment: 'being paid back',
};

/** “The plan must answer (care already given)”: who must decide depends on the step that is answered. */
export function answerInWords(timing: DecisionTiming, step: CaseStep | undefined): string {
  return `${decider(step)} must answer (${ANSWERED[timing]})`;
}

function decider(step: CaseStep | undefined): string {
  if (step === 'internal-appeal' || step === 'second-level') return 'The plan';
  return step === 'external-review' || step === 'automatic-review' ? 'The outside reviewer' : 'Whoever decides';
}

export const NOTE_NAMES: Readonly<Record<ClockNote['kind'], string>> = {
  expedited: 'If it is urgent',
  continuation: 'Keeping care going meanwhile',
  exhaustion: 'If the plan is late or breaks the rules',
  'first-decision': 'How long the plan could take for its first decision',
  'contract-only': 'No federal rule sets the times',
};
