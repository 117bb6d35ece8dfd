// The values told behind the name of a scale, one after the other: “36 → 11”, “22 on June 24, then 7”, “8 (was 16)”.
import type { PartialDate } from '../../model/record.ts';
import type { ScaleRule } from '../../rules/care-schema.ts';
import type { DateHit } from './dates.ts';
import { trimmed } from './span-text.ts';
import { inRange } from './table-scores.ts';

const FILLER =
  '(?:\\s|[:=,|]|-{1,2}(?=\\s)|\\([^)0-9]*\\)|\\(\\d+ ?- ?\\d+\\)|\\b(?:scores?|scored|total|today|now|current(?:ly)?|was|is|were|are|of|at|on|in|the|a|an|and|scale|rating|self-?report|clinician|rated|baseline|again|has|have|had|been|still|also|down|up|initial(?:ly)?|went|fell|falls|dropped|drop|declined|decreased|improved|reduced|rose|increased|moved|came|from|stood|stands|remains?|remained|severity|level|index|result|value|pre|post|last|first|then|reported|reports|measured|measures|score[sd]? (?:of|at)|by)\\b)';
const NUMBER = '(\\d{1,3}(?:\\.\\d)?)(?: ?(?:/|out of|of) ?(\\d{1,3})(?![\\d/]))?(%)?';
const EARLIER = '(?:,? ?\\(?(?:down |up )?(?:was|from|previously|vs\\.?|versus|compared (?:to|with)) )';
const LINK =
  '(?:,? ?\\(?(?:down |up )?(?:was|from|previously|vs\\.?|versus|compared (?:to|with)) |\\s*(?:→|->|-->|=>|>)\\s*| (?:down |up )?to (?:a |an )?|,? (?:and )?then (?:to )?|,? and (?:now |later |again )?(?:(?:stood|stands|is|was|fell|dropped|rose|remained|remains|came|went) )?(?:at |to |down to )?|, (?:now |then |and )?|; )';

/** A value told of a scale, by the characters of its number. */
export interface ToldValue {
  readonly value: number;
  /** Characters of the number. */
  readonly from: number;
  readonly to: number;
  readonly on?: PartialDate;
  readonly moment?: string;
  /** Said of an earlier time than the value before it: “8 (was 16)”. */
  readonly earlier?: true;
}

/** Reads value after value, each with the day and the moment that stand beside it. */
export function valuesBehind(text: string, from: number, rule: ScaleRule, dates: readonly DateHit[]): ToldValue[] {
  const values: ToldValue[] = [];
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
export function besideValue(
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
export function isRange(text: string, values: readonly ToldValue[], rule: ScaleRule): boolean {
  const [first, second] = values;
  if (first === undefined || second === undefined || first.value > second.value) return false;
  if (first.value === rule.lowest && second.value === rule.highest) return true;
  return (
    rule.bands.some(({ from, to }) => from === first.value && to === second.value) &&
    /^ ?[=:(,-]? ?\(?(?:minimal|mild|moderate|severe)/i.test(text.slice(second.to))
  );
}
