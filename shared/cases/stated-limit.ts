// The time limits a denial states for itself, each with the whole sentence that states it.
import type { StatedInLetter } from '../model/clocks.ts';
import type { FullDocument } from '../model/document.ts';
import type { Proof, StatedStep, StatedTime } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import type { IsoDate } from '../model/vocabulary.ts';
import { FAST_REQUEST } from '../reading/times/fast-request.ts';
import type { DeadlineRule } from '../rules/schema.ts';
import { proofOf, sentencesOf } from './page-text.ts';
import type { Span } from './spans.ts';

/** Below this a stated limit is too doubtful to count a day from. */
const LEAST_CONFIDENCE = 0.5;

export interface StatedLimit {
  readonly step: StatedStep;
  readonly span: Span | undefined;
  readonly from: StatedTime['from'];
  readonly date: IsoDate | undefined;
  readonly source: Source | undefined;
  /** The limit is for a fast request, not for the ordinary one. */
  readonly isFast: boolean;
}

/** All limits the reader found, without the times in which the plan must decide, the surest of each step first. */
export function statedLimits(denial: FullDocument): StatedLimit[] {
  return [...denial.reading.statedTimes]
    .filter((time) => !isPlanTime(time) && time.confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence)
    .map((time) => limitOf(denial, time));
}

/** The sentences about some steps, for showing beside a rule. */
export function statedAbout(denial: FullDocument, steps: readonly StatedStep[]): StatedInLetter[] {
  return denial.reading.statedTimes
    .filter((time) => steps.includes(time.step) && time.confidence >= LEAST_CONFIDENCE)
    .map(({ amount, unit, from, date, proof }) => ({
      documentId: denial.document.id,
      proof,
      ...(amount !== undefined && { amount }),
      ...(unit && { unit }),
      ...(from && { from }),
      ...(date && { date }),
    }));
}

/** The limit for the appeal as the fields of the reading give it, which the user may have corrected; undefined when they give none. */
export function fieldLimit(denial: FullDocument): StatedLimit | undefined {
  const { appeal_deadline_days: days, appeal_deadline_from: from, appeal_deadline_date: date } = denial.reading.fields;
  if (days === undefined && date === undefined) return undefined;
  const alike = statedLimits(denial).filter((limit) => !limit.isFast && isSame(limit, days, date));
  const same = alike.find((limit) => APPEALS.has(limit.step)) ?? (date === undefined ? undefined : alike[0]);
  if (same !== undefined)
    return {
      ...same,
      ...(date && { date }),
      from: from ?? same.from,
      ...(days !== undefined && { span: inDays(days) }),
    };
  const wanted = date === undefined ? 'appeal_deadline_days' : 'appeal_deadline_date';
  const finding = denial.reading.findings.find((each) => each.field === wanted);
  const source = finding && { documentId: denial.document.id, proof: wholeSentence(denial, finding.proof) };
  const span = days === undefined ? undefined : inDays(days);
  return { step: 'internal-appeal', span, from, date, source, isFast: false };
}

/** What the letter says of the step of a rule: its time to appeal where that is about this step, else its own words for the step. */
export function limitFor(rule: DeadlineRule, denial: FullDocument): StatedLimit | undefined {
  const field = rule.statedApplies ? fieldLimit(denial) : undefined;
  if (field !== undefined) return field;
  const limits = statedLimits(denial).filter((limit) => !limit.isFast);
  return rule.statedSteps
    .map((step) => limits.find((limit) => limit.step === step))
    .find((limit) => limit !== undefined);
}

/** What the fields of a reading call the appeal. */
const APPEALS: ReadonlySet<StatedStep> = new Set<StatedStep>(['internal-appeal', 'second-level']);

function isSame(limit: StatedLimit, days: number | undefined, date: IsoDate | undefined): boolean {
  if (date !== undefined) return limit.date === date;
  return limit.span?.unit === 'days' && limit.span.amount === days;
}

function inDays(amount: number): Span {
  return { amount, unit: 'days' };
}

function isPlanTime(time: StatedTime): boolean {
  return time.step === 'plan-decision' || time.step === 'plan-decision-expedited';
}

function limitOf(denial: FullDocument, time: StatedTime): StatedLimit {
  const { amount, unit } = time;
  return {
    step: time.step,
    span: amount === undefined || unit === undefined ? undefined : { amount, unit },
    from: time.from,
    date: time.date,
    source: { documentId: denial.document.id, proof: time.proof },
    isFast: time.why.includes(FAST_REQUEST),
  };
}

/** The sentence around a proof, or the proof itself where the words are not part of running text. */
export function wholeSentence(document: FullDocument, proof: Proof): Proof {
  const page = document.pages.find((each) => each.pageNumber === proof.pageNumber);
  if (page === undefined) return proof;
  const touched = sentencesOf(page).filter((sentence) => sentence.from < proof.to && sentence.to > proof.from);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return proof;
  return proofOf(page, { from: Math.min(first.from, proof.from), to: Math.max(last.to, proof.to) });
}
