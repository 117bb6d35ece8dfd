// Scores in running text and in single lines: “PHQ-9 23”, “MADRS 36 → 11”, “fell from 22 to 7”, “pain 7/10”.
import type { PartialDate } from '../../model/record.ts';
import type { ScaleRule } from '../../rules/care-schema.ts';
import { type Sentence, sentencesOf } from '../page-text.ts';
import { type DateHit, datesIn } from './dates.ts';
import { sourceOf } from './draft.ts';
import { dayAt } from './note-dates.ts';
import { scaleRule, scalesIn } from './scale-names.ts';
import type { ScoreDraft, ScorePage } from './scores.ts';
import { rangeText, type SpanText } from './span-text.ts';
import { inRange } from './table-scores.ts';
import { besideValue, isRange, type ToldValue, valuesBehind } from './told-values.ts';

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
  const values = valuesBehind(text, hit.to, hit.rule, dates);
  if (values.length === 2 && isRange(text, values, hit.rule)) return [];
  return values.map((value) =>
    scoreOf(at, sentence, span, hit, value, dayOf(at, sentence, span, value, values, dates, named.length)),
  );
}

/** Nothing between a value and the only day of its sentence speaks of another value. */
function isOfValue(text: string, date: DateHit, value: ToldValue): boolean {
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
  value: ToldValue,
  values: readonly ToldValue[],
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
  value: ToldValue,
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
  const values = [...span.text.matchAll(OF_TEN)].flatMap((match): ToldValue[] => {
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
  const value: ToldValue = { value: Number(match[1]), from, to: from + match[1]!.length };
  return [
    scoreOf(at, sentence, span, { from: 0, rule: form }, value, dayOf(at, sentence, span, value, [value], [], 1)),
  ];
}
