// Scores in running text and in single lines: “PHQ-9 23”, “MADRS 36 → 11”, “fell from 22 to 7”, “pain 7/10”.
import type { PartialDate } from '../../model/record.ts';
import type { ScaleRule } from '../../rules/care-schema.ts';
import { type Sentence, sentencesOf } from '../page-text.ts';
import { type DateHit, datesIn } from './dates.ts';
import { sourceOf } from './draft.ts';
import { dayAt } from './note-dates.ts';
import { scaleRule, scalesIn } from './scale-names.ts';
import type { ScoreDraft, ScorePage } from './scores.ts';
import { rangeText, type SpanText, trimmed } from './span-text.ts';
import { inRange } from './table-scores.ts';

/** The scores told in the sentences and lines of a page that are no rows of tables. */
export function toldScores(at: ScorePage, taken: ReadonlySet<number>): ScoreDraft[] {
  const scores: ScoreDraft[] = [];
  let form: ScaleRule | undefined;
  for (const sentence of sentencesOf(at.paper.page)) {
    if (taken.has(sentence.from)) continue;
    const span = rangeText(at.paper.page, sentence.from, sentence.to);
    const named = scalesIn(span.text, at.rules.scales);
    if (isRule(span.text)) continue;
    scores.push(
      ...named.flatMap((hit, index) =>
        valuesOf(at, sentence, span, hit, named[index + 1]?.from ?? span.text.length, named),
      ),
      ...painScores(at, sentence, span, named),
      ...totalOf(at, sentence, span, named.length === 0 ? form : undefined),
    );
    form = named.at(-1)?.rule ?? form;
  }
  return scores;
}

const RULE =
  /\b(?:must|requires?d?|criteri\w+|threshold|cut-?off|cut point|policy|defined as|is defined|indicates?|means|corresponds|interpret\w*|at or above|scores? (?:range|from 0)|ranges? from|eligible|goal|target|coverage|covered when|minimum)\b|[≥≤]/i;
const ASSERTS = /\b(?:she|he|her|his|my|patient|pt|mr|ms|mrs)\b.*\b(?:was|is|scored|fell|went|has|had|of)\b/i;

/** Limits and explanations of a scale are no scores. */
function isRule(text: string): boolean {
  return RULE.test(text) && !(ASSERTS.test(text) && !/\b(?:must|requires?d?|[≥≤]|criteri\w+|policy)\b/i.test(text));
}

const FILLER =
  '(?:\\s|[:=,|]|-{1,2}(?=\\s)|\\([^)0-9]*\\)|\\(\\d+ ?- ?\\d+\\)|\\b(?:scores?|scored|total|today|now|current(?:ly)?|was|is|were|are|of|at|on|in|the|a|an|and|scale|rating|self-?report|clinician|rated|baseline|again|has|have|had|been|still|also|down|up|initial(?:ly)?|went|fell|falls|dropped|drop|declined|decreased|improved|reduced|rose|increased|moved|came|from|stood|stands|remains?|remained|severity|level|index|result|value|pre|post|last|first|then|reported|reports|measured|measures|score[sd]? (?:of|at)|by)\\b)';
const NUMBER = '(\\d{1,3}(?:\\.\\d)?)(?: ?(?:/|out of|of) ?(\\d{1,3})(?![\\d/]))?(%)?';
const EARLIER = '(?:,? ?\\(?(?:down |up )?(?:was|from|previously|vs\\.?|versus|compared (?:to|with)) )';
const LINK =
  '(?:,? ?\\(?(?:down |up )?(?:was|from|previously|vs\\.?|versus|compared (?:to|with)) |\\s*(?:→|->|-->|=>|>)\\s*| (?:down |up )?to (?:a |an )?|,? (?:and )?then (?:to )?|,? and (?:now |later |again )?(?:(?:stood|stands|is|was|fell|dropped|rose|remained|remains|came|went) )?(?:at |to |down to )?|, (?:now |then |and )?|; )';

interface Value {
  readonly value: number;
  /** Characters of the number. */
  readonly from: number;
  readonly to: number;
  readonly on?: PartialDate;
  readonly moment?: string;
  /** Said of an earlier time than the value before it: “8 (was 16)”. */
  readonly earlier?: true;
}

function valuesOf(
  at: ScorePage,
  sentence: Sentence,
  span: SpanText,
  hit: { readonly from: number; readonly to: number; readonly rule: ScaleRule },
  until: number,
  named: readonly unknown[],
): ScoreDraft[] {
  const near = dayAt(at.notes, sentence.from)?.date ?? at.paper.date;
  const text = span.text.slice(0, until);
  const dates = datesIn(text, near).filter((date) => date.from !== undefined);
  const values = scan(text, hit.to, hit.rule, dates);
  if (values.length === 2 && isRange(text, values, hit.rule)) return [];
  return values.map((value) =>
    scoreOf(at, sentence, span, hit, value, dayOf(at, sentence, span, value, values, dates, named.length)),
  );
}

/** Reads value after value, each with the day and the moment that stand beside it. */
function scan(text: string, from: number, rule: ScaleRule, dates: readonly DateHit[]): Value[] {
  const values: Value[] = [];
  let at = from;
  for (;;) {
    const lead = values.length === 0 ? skipLead(text, at, dates) : skipLink(text, at, dates);
    if (lead === undefined) return values;
    const match = new RegExp(NUMBER, 'y');
    match.lastIndex = lead.end;
    const found = match.exec(text);
    if (found === null || !isValue(text, found, rule)) return values;
    const end = lead.end + found[0].length;
    const earlier = values.length > 0 && new RegExp(`^${EARLIER}`, 'i').test(text.slice(at));
    const beside = besideValue(text, end, dates);
    const on = lead.date?.from ?? beside.date?.from;
    values.push({
      value: Number(found[1]),
      from: lead.end,
      to: end,
      ...(on !== undefined && { on }),
      ...(beside.moment !== undefined && { moment: beside.moment }),
      ...(earlier && { earlier: true as const }),
    });
    at = beside.end;
  }
}

interface Lead {
  readonly end: number;
  readonly date?: DateHit;
}

/** Small words, and a date among them, between the scale and its first value. */
function skipLead(text: string, from: number, dates: readonly DateHit[]): Lead | undefined {
  let end = from;
  let date: DateHit | undefined;
  for (;;) {
    const hit = dates.find((each) => each.start === end);
    if (hit !== undefined && date === undefined) {
      date = hit;
      end = hit.end;
      continue;
    }
    const filler = new RegExp(FILLER, 'iy');
    filler.lastIndex = end;
    const match = filler.exec(text);
    if (match === null || match[0] === '') break;
    end += match[0].length;
  }
  return end - from > 70 ? undefined : { end, ...(date && { date }) };
}

function skipLink(text: string, from: number, dates: readonly DateHit[]): Lead | undefined {
  const gap = /^\s+/.exec(text.slice(from))?.[0].length ?? 0;
  const dated = dates.find((each) => each.start === from + gap && gap > 0);
  if (dated !== undefined) return { ...skipLead(text, dated.end, dates)!, date: dated };
  const link = new RegExp(LINK, 'iy');
  link.lastIndex = from;
  const match = link.exec(text);
  if (match === null) return undefined;
  const end = from + match[0].length;
  const date = dates.find((each) => each.start === end);
  if (date === undefined) return { end };
  const rest = /^[\s:,]+/.exec(text.slice(date.end))?.[0].length ?? 0;
  return { end: date.end + rest, date };
}

/** “ on June 24”, “ (06/24/2026)”, “ by the last infusion” behind a value. */
function besideValue(
  text: string,
  from: number,
  dates: readonly DateHit[],
): { end: number; date?: DateHit; moment?: string } {
  const gap = /^(?: ?\([a-z -]*\))? ?(?:,? ?(?:on|in|at|dated|as of) |\()?/i.exec(text.slice(from))?.[0].length ?? 0;
  const date = dates.find((each) => each.start === from + gap && /[a-z(]/i.test(text.slice(from, from + gap)));
  if (date !== undefined) return { end: date.end + (text[date.end] === ')' ? 1 : 0), date };
  const moment =
    /^,? ((?:by|at|before|after|during|prior to|following) (?:the |his |her |infusion |session |week |treatment )?[^,.;()\d→]{3,40}?)(?= and | to |,|\.|;|$)/i.exec(
      text.slice(from),
    );
  return moment === null ? { end: from } : { end: from + moment[0].length, moment: trimmed(moment[1]!) };
}

/** The number is a score of the scale: in its range, with the right “of”, and no amount of something else. */
function isValue(text: string, found: RegExpExecArray, rule: ScaleRule): boolean {
  const of = found[2];
  if (
    of !== undefined &&
    Number(of) !== rule.highest &&
    !(rule.id === 'HAM-D' && (of === '50' || of === '52' || of === '53'))
  )
    return false;
  if (found[3] !== undefined && rule.highest !== 100) return false;
  if (!inRange(Number(found[1]), rule)) return false;
  const after = text.slice(found.index + found[0].length);
  return !/^(?:[\d/.:]\d|\p{L}|\+| ?- ?\d| ?% | ?(?:or (?:more|greater|higher|above|over|less|lower|fewer|below)|and (?:above|over|higher|up)|points?|items?|questions?|percent|weeks?|wks?|months?|days?|years?|hours?|min|mg|sessions?|infusions?|of (?:the )?(?:items|questions)|times)\b)/iu.test(
    after,
  );
}

/** “0 to 27” and “10 to 14, moderate” explain the scale. */
function isRange(text: string, values: readonly Value[], rule: ScaleRule): boolean {
  const [first, second] = values;
  if (first === undefined || second === undefined || first.value > second.value) return false;
  if (first.value === rule.lowest && second.value === rule.highest) return true;
  return (
    rule.bands.some(({ from, to }) => from === first.value && to === second.value) &&
    /^ ?[=:(,-]? ?\(?(?:minimal|mild|moderate|severe)/i.test(text.slice(second.to))
  );
}

/** Nothing between a value and the only day of its sentence speaks of another value. */
function isOfValue(text: string, date: DateHit, value: Value): boolean {
  if (date.end <= value.from) return !text.slice(date.end, value.from).includes(';');
  return !/\d|\b(?:was|were|from|vs|versus|prior|previous\w*|compared)\b/i.test(text.slice(value.to, date.start));
}

const PAST =
  /\b(?:was|were|had|previous(?:ly)?|prior|last|baseline|initial(?:ly)?|history|before|back (?:to|in)|ago|in the past|earlier|started at|at intake)\b/i;
const TODAY = /\b(?:today|now|current(?:ly)?|at this visit|this visit)\b/i;

/** The day of a value: beside it, the only one of its sentence, or that of the note it stands in. */
function dayOf(
  at: ScorePage,
  sentence: Sentence,
  span: SpanText,
  value: Value,
  values: readonly Value[],
  dates: readonly DateHit[],
  scales: number,
): PartialDate | undefined {
  if (value.on !== undefined) return value.on;
  const note = dayAt(at.notes, sentence.from);
  const before = span.text.slice(0, value.from);
  const current = values.filter((each) => each.earlier === undefined);
  const only =
    dates.length === 1 && current.length === 1 && values.length === 1 && !dates[0]!.range ? dates[0] : undefined;
  // a day at the head of the sentence is that of all its scores
  if (only !== undefined && (scales === 1 || only.start <= 12))
    return isOfValue(span.text, only, value) ? only.from : undefined;
  if (value.earlier === true) return undefined;
  const justBefore = span.text.slice(Math.max(0, value.from - 24), value.from);
  if (at.kind === 'medical-record' && note?.heading && TODAY.test(justBefore) && !PAST.test(justBefore))
    return note.date;
  if (dates.some(({ end }) => end <= value.from) || (dates.length > 0 && values.length === 1)) return undefined;
  if (current.length > 1 || value.moment !== undefined) return undefined;
  const today = TODAY.test(before) || TODAY.test(span.text.slice(value.to, value.to + 24));
  if (PAST.test(before) && !today) return undefined;
  if (at.kind === 'medical-record' && note?.heading) return note.date;
  return today && (at.kind === 'medical-record' || at.kind === 'letter-of-medical-necessity')
    ? (note?.date ?? at.paper.date)
    : undefined;
}

function scoreOf(
  at: ScorePage,
  sentence: Sentence,
  span: SpanText,
  hit: { readonly from: number; readonly rule: ScaleRule },
  value: Value,
  on: PartialDate | undefined,
): ScoreDraft {
  const word = sentence.from + (span.places[value.from] ?? 0);
  const start = sentence.from + (span.places[Math.min(hit.from, value.from)] ?? 0);
  return {
    scale: hit.rule.id,
    value: value.value,
    ...(on !== undefined && { on }),
    ...(value.moment !== undefined && { moment: value.moment.slice(0, 300) }),
    word,
    source: sourceOf(
      at.paper.documentId,
      at.paper.page,
      start,
      Math.max(word + 1, sentence.from + (span.places[Math.max(0, value.to - 1)] ?? 0) + 1),
    ),
  };
}

const OF_TEN = /(?<![\d./-])(\d{1,2}(?:\.\d)?) ?(?:\/|out of) ?10(?![\d/])/gi;
const PAINFUL = /\b(?:pain\w*|ache|aching|discomfort|headaches?|NRS|NPRS|VAS)\b/i;

/** “pain 7/10”, “8 out of 10 pain, then 3/10”. */
function painScores(
  at: ScorePage,
  sentence: Sentence,
  span: SpanText,
  named: readonly { readonly rule: ScaleRule; readonly to: number }[],
): ScoreDraft[] {
  const rule = scaleRule('pain', at.rules.scales);
  const pain = PAINFUL.exec(span.text);
  if (rule === undefined || pain === null || /\b(?:goal|acceptable|strength|reflex|motor)\b/i.test(span.text))
    return [];
  const near = dayAt(at.notes, sentence.from)?.date ?? at.paper.date;
  const dates = datesIn(span.text, near).filter((date) => date.from !== undefined);
  const values = [...span.text.matchAll(OF_TEN)].flatMap((match): Value[] => {
    const value = Number(match[1]);
    const taken = named.some(
      ({ to, rule: other }) =>
        to <= match.index && match.index - to < 30 && (other.id === 'pain' || other.highest === 10),
    );
    if (value > 10 || taken) return [];
    const to = match.index + match[0].length;
    const on = besideValue(span.text, to, dates).date?.from;
    return [{ value, from: match.index, to, ...(on !== undefined && { on }) }];
  });
  const whole = { from: Math.min(pain.index, values[0]?.from ?? pain.index), rule };
  return values.map((value) =>
    scoreOf(at, sentence, span, whole, value, dayOf(at, sentence, span, value, values, dates, 1)),
  );
}

/** “Total score: 18” on a form that names its scale above. */
function totalOf(at: ScorePage, sentence: Sentence, span: SpanText, form: ScaleRule | undefined): ScoreDraft[] {
  if (form === undefined) return [];
  const match = /^\W*total(?: score)?\s*[:=]?\s*(\d{1,3})(?: ?\/ ?(\d{1,3}))?\W*$/i.exec(span.text);
  if (
    match === null ||
    !inRange(Number(match[1]), form) ||
    (match[2] !== undefined && Number(match[2]) !== form.highest)
  )
    return [];
  const from = match[0].search(/\d/);
  const value: Value = { value: Number(match[1]), from, to: from + match[1]!.length };
  return [
    scoreOf(at, sentence, span, { from: 0, rule: form }, value, dayOf(at, sentence, span, value, [value], [], 1)),
  ];
}
