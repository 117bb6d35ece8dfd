// Every time limit a paper states: to which step it belongs, how long it is, what it counts from, and the whole sentence that says so.
import type { Proof, StatedTime, Zone } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import { quoteOf } from '../../text/quote.ts';
import type { Paper } from '../paper.ts';
import type { ReadingRules } from '../rules.ts';
import { isHeading, type Sentence } from '../sentences.ts';
import { type AnchorHit, anchorOf } from './anchors.ts';
import { type CompiledTimes, compileTimes } from './compile.ts';
import { FAST_REQUEST } from './fast-request.ts';
import { mended } from './mended.ts';
import { type Spot, spotsOf } from './spots.ts';
import { chooseStep, isPlanStep, type Place } from './steps.ts';

const KINDS: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'denial-letter',
  'eob',
  'correspondence',
  'plan-document',
  'prior-authorization',
]);
/** One clear signal, or two faint ones. */
const LEAST_SCORE = 2;
/** Outside the part about rights lengths of time are mostly about treatment: there the words must be plain. */
const LEAST_SCORE_ELSEWHERE = 3;
/** A limit counted from this very letter is for the appeal, if anything around it speaks of one. */
const LEAST_OF_LETTER = 0.6;
/** How much the sentences before count, the nearest first. */
const BEFORE = [0.6, 0.4, 0.3];
const HEADING = 0.7;
/** The other limits of the same sentence. */
const SAME_SENTENCE = 0.4;
/** “Outside review.”: a title run into its paragraph has at most this many words. */
const LEAD_WORDS = 6;
/** Words of a sentence, not of a title. */
const SAYS_SOMETHING = /\b(?:you|we|must|may|will|can|is|are)\b/;
/** A heading reaches over this many sentences. */
const HEADING_REACH = 14;

/**
 * The time limits a paper states, in the order of its pages, each once. Only for papers that speak of decisions and appeals; a length of
 * treatment, a history or a policy's waiting time is none. Pure and total.
 */
export function statedTimes(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  kind: DocumentKind,
  rules: ReadingRules,
): StatedTime[] {
  if (!KINDS.has(kind)) return [];
  const compiled = compileTimes(rules);
  const whole = mended(sentences);
  const found = whole.flatMap((sentence, index) =>
    zones[sentence.line] === 'taglines' ? [] : timesOf(paper, whole, index, zones, kind, compiled),
  );
  return onceEach(found).sort((a, b) => a.proof.pageNumber - b.proof.pageNumber || a.proof.from - b.proof.from);
}

function timesOf(
  paper: Paper,
  sentences: readonly Sentence[],
  index: number,
  zones: readonly Zone[],
  kind: DocumentKind,
  rules: CompiledTimes,
): StatedTime[] {
  const sentence = sentences[index];
  if (sentence === undefined) return [];
  const spots = spotsOf(paper, sentence);
  if (spots.length === 0) return [];
  const zone = zones[sentence.line] ?? 'body';
  const inRights = zone === 'rights' || kind === 'plan-document';
  const around = contextOf(paper, sentences, index);
  const times: StatedTime[] = [];
  spots.forEach((spot, at) => {
    const last = times.at(-1);
    const between = sentence.match.slice(spots[at - 1]?.to ?? 0, spot.from);
    if (at > 0 && last !== undefined && APPOSITION.test(between)) {
      times[times.length - 1] = supplemented(last, spot, anchorOf(sentence.match, spot, spot.stretch, false, rules));
      return;
    }
    const own = timeAt(paper, sentence, spot, around, inRights, rules);
    const other = alternative(sentence, last, spot, between, rules);
    const time = other === undefined || (own !== undefined && own.confidence >= other.confidence) ? own : other;
    if (time !== undefined) times.push(time);
  });
  return joined(times);
}

/** “By September 21, which is 45 days from the date of this letter.” */
const APPOSITION =
  /(?:^|\b(?:which is|that is|namely|meaning|i\.e))(?: (?:by|until|on|no later than|on or before))? ?$/;

function supplemented(time: StatedTime, spot: Spot, anchor: AnchorHit | undefined): StatedTime {
  const { amount, date } = spot;
  if (time.amount === undefined && amount !== undefined)
    return { ...time, amount: amount.amount, unit: amount.unit, ...(anchor && { from: anchor.anchor }) };
  return time.date === undefined && date !== undefined ? { ...time, date } : time;
}

/** “30 days before service, 60 days after; 72 hours if urgent”: so near to each other they are one list. */
const NEAR_WORDS = 4;

/** “Within 90 days after our decision, or 120 days after you first wrote to us”: the same step, counted otherwise. */
function alternative(
  sentence: Sentence,
  last: StatedTime | undefined,
  spot: Spot,
  between: string,
  rules: CompiledTimes,
): StatedTime | undefined {
  const { amount } = spot;
  if (last === undefined || amount === undefined) return undefined;
  if (isPlanStep(last.step) && between.trim().split(' ').length <= NEAR_WORDS) {
    const { date: _day, from: _from, ...answer } = last;
    const step = amount.unit === 'hours' ? 'plan-decision-expedited' : last.step;
    return { ...answer, step, amount: amount.amount, unit: amount.unit };
  }
  if (!/(?:^| )or(?: within| in)? $/.test(between)) return undefined;
  const anchor = anchorOf(sentence.match, spot, spot.stretch, isPlanStep(last.step), rules);
  if (anchor === undefined) return undefined;
  const { date: _date, ...rest } = last;
  return { ...rest, amount: amount.amount, unit: amount.unit, from: anchor.anchor };
}

function timeAt(
  paper: Paper,
  sentence: Sentence,
  spot: Spot,
  around: readonly Place[],
  inRights: boolean,
  rules: CompiledTimes,
): StatedTime | undefined {
  const { match } = sentence;
  const before = match.slice(spot.stretch.from, spot.from);
  const after = match.slice(spot.to, spot.stretch.to);
  const whole = match.slice(0, spot.from);
  if (spot.date !== undefined && !rules.due.test(whole)) return undefined;
  if (spot.amount !== undefined && (rules.durationsBefore.test(whole) || rules.durationsAfter.test(after)))
    return undefined;

  const anchorFor = (planActs: boolean): AnchorHit | undefined =>
    spot.amount === undefined ? undefined : anchorOf(match, spot, spot.stretch, planActs, rules);
  const anchor = anchorFor(false);
  const own = `${before} | ${withoutAnchor(match, spot, anchor ?? anchorFor(true))}`.replace(/ +/g, ' ').trim();
  const rest = `${match.slice(0, spot.stretch.from)} | ${match.slice(spot.stretch.to)}`;
  if (rules.othersDecide.test(own) && !rules.asks.test(own)) return undefined;
  if (!inRights && rules.past.test(`${own} ${rest}`)) return undefined;
  const hours = spot.amount?.unit === 'hours';
  const ofThisLetter = anchor?.anchor === 'receipt' || anchor?.anchor === 'notice-date';
  const rights = inRights || (anchor !== undefined && anchor.anchor !== 'service-date');
  const choice = chooseStep(own, [{ text: rest, share: SAME_SENTENCE }, ...around], rules, { hours, rights });
  if (choice === undefined) return undefined;

  const fast = rules.expedited.test(own) && !STANDARD.test(before);
  const limited =
    spot.date !== undefined || anchor !== undefined || rules.limits.test(before) || rules.limitsAfter.test(after);
  const bare = rights && isPlanStep(choice.step) && (hours || choice.own > 0);
  if (!limited && !bare) return undefined;
  if (!rights && choice.own < LEAST_SCORE) return undefined;
  const least = rights
    ? ofThisLetter && choice.step === 'internal-appeal'
      ? LEAST_OF_LETTER
      : LEAST_SCORE
    : LEAST_SCORE_ELSEWHERE;
  if (choice.score < least) return undefined;

  const planActs = isPlanStep(choice.step);
  const onRequest = choice.step === 'send-information' && anchor === undefined && rules.onRequest.test(match);
  const from = onRequest ? 'request' : (planActs ? anchorFor(true) : anchor)?.anchor;
  const isFast = planActs && (fast || (hours && (spot.amount?.amount ?? 0) <= 96) || fastBefore(around, spot, rules));
  const proof = proofAt(paper, sentence, spot.part);
  if (proof === undefined) return undefined;
  return {
    step: isFast ? 'plan-decision-expedited' : choice.step,
    ...(spot.amount && { amount: spot.amount.amount, unit: spot.amount.unit }),
    ...(from && { from }),
    ...(spot.date && { date: spot.date }),
    proof,
    confidence: confidenceOf(choice.score, choice.lead, limited, fast && !planActs),
    why: [choice.why, ...(fast && !planActs ? [FAST_REQUEST] : [])],
  };
}

/** Right before the amount: the answer meant is the ordinary one, whatever else the sentence speaks of. */
const STANDARD = /\b(?:ordinary|standard|usual|regular|normal|routine)(?: [a-z]+){0,2} ?$/;

/** “If you cannot wait, ask for an expedited review. We have three days.” */
function fastBefore(around: readonly Place[], spot: Spot, rules: CompiledTimes): boolean {
  const last = around.find((place) => place.share === BEFORE[0]);
  const { amount } = spot;
  const short = amount !== undefined && amount.unit !== 'months' && amount.unit !== 'years' && amount.amount <= 4;
  return short && last !== undefined && rules.expedited.test(last.text);
}

function withoutAnchor(match: string, spot: Spot, anchor: AnchorHit | undefined): string {
  if (anchor === undefined || anchor.from < spot.to) return match.slice(spot.to, spot.stretch.to);
  return `${match.slice(spot.to, anchor.from)} | ${match.slice(Math.min(anchor.to, spot.stretch.to), spot.stretch.to)}`;
}

function confidenceOf(score: number, lead: number, limited: boolean, fast: boolean): number {
  const value = 0.5 + 0.08 * Math.min(score, 6) - (limited ? 0 : 0.15) - (lead < 0.7 ? 0.1 : 0) - (fast ? 0.2 : 0);
  return Math.max(0.3, Math.min(0.97, value));
}

/** The sentences before in the same paragraph and the heading above, the nearest first. */
function contextOf(paper: Paper, sentences: readonly Sentence[], index: number): Place[] {
  const places: Place[] = [];
  const own = sentences[index];
  for (let back = 1; back <= BEFORE.length; back += 1) {
    const other = sentences[index - back];
    const share = BEFORE[back - 1];
    if (other === undefined || own === undefined || share === undefined) break;
    const next = back === 1 && own.line - other.lastLine === 1;
    if (other.paragraph !== own.paragraph && !next) break;
    places.push({ text: other.match, share });
    if (other.paragraph !== own.paragraph) break;
  }
  const first = sentences.findIndex((each) => each.paragraph === own?.paragraph);
  const lead = first < index ? sentences[first] : undefined;
  const titled = lead !== undefined && lead.parts.length <= LEAD_WORDS && !SAYS_SOMETHING.test(lead.match);
  const title = titled ? lead.match : headingAbove(paper, sentences, index);
  if (title !== undefined) places.push({ text: title, share: HEADING });
  return places;
}

/** The nearest heading above, or a paragraph of a few words: “Step 2. Ask the state for a hearing.” */
function headingAbove(paper: Paper, sentences: readonly Sentence[], index: number): string | undefined {
  const own = sentences[index];
  for (let at = index - 1; at >= Math.max(0, index - HEADING_REACH); at -= 1) {
    const other = sentences[at];
    const line = other === undefined ? undefined : paper.lines[other.line];
    if (other === undefined || line === undefined) return undefined;
    if (other.line === other.lastLine && isHeading(line)) return other.match;
    if (other.paragraph === own?.paragraph || line.cells.length > 1) continue;
    const paragraph = sentences.slice(Math.max(0, at - 2), at + 1).filter((each) => each.paragraph === other.paragraph);
    const words = paragraph.reduce((sum, each) => sum + each.parts.length, 0);
    const whole = sentences[at - 3]?.paragraph !== other.paragraph;
    if (whole && words <= 10 && !paragraph.some((each) => /\d{5}/.test(each.match)))
      return paragraph.map((each) => each.match).join(' ');
  }
  return undefined;
}

/** An amount and a printed day of the same step in one sentence are one limit: “six months, so no later than June 2, 2026”. */
function joined(times: readonly StatedTime[]): StatedTime[] {
  const kept: StatedTime[] = [];
  for (const time of times) {
    const at = kept.findIndex(
      (other) =>
        other.step === time.step &&
        (other.date === undefined) !== (time.date === undefined) &&
        (other.amount === undefined) !== (time.amount === undefined),
    );
    const other = kept[at];
    if (other === undefined) kept.push(time);
    else kept[at] = { ...time, ...other, confidence: Math.max(time.confidence, other.confidence) };
  }
  return kept;
}

/** The same limit said twice is kept where it is said most plainly. */
function onceEach(times: readonly StatedTime[]): StatedTime[] {
  const kept = new Map<string, StatedTime>();
  for (const time of times) {
    const key = [time.step, time.amount, time.unit, time.date].join('|');
    const known = kept.get(key);
    if (known === undefined || time.confidence > known.confidence + 0.05) kept.set(key, time);
  }
  return [...kept.values()];
}

/** The whole sentence as it stands on the page of the word at `part`; the words around it that follow each other on that page. */
function proofAt(paper: Paper, sentence: Sentence, part: number): Proof | undefined {
  const here = sentence.parts[part]?.token;
  const page = here === undefined ? undefined : paper.pages[here.page];
  if (here === undefined || page === undefined) return undefined;
  const words = new Set(sentence.parts.filter(({ token }) => token.page === here.page).map(({ token }) => token.word));
  let from = here.word;
  let to = here.word + 1;
  while (words.has(from - 1)) from -= 1;
  while (words.has(to)) to += 1;
  return { pageNumber: page.pageNumber, from, to, quote: quoteOf(page, from, to) };
}
