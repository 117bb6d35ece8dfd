// A sentence cut at the names of treatments in it: what belongs to which.
import type { TreatmentRules } from '../../rules/care-schema.ts';
import type { Sentence } from '../page-text.ts';
import { datesIn } from './dates.ts';
import type { Paper } from './draft.ts';
import { dosesIn, lengthsIn } from './measures.ts';
import type { Mention } from './mentions.ts';
import type { Part, SpanText } from './span-text.ts';

/** What is said around one name. `lead` stands before it, `tail` behind it. */
export interface Told {
  readonly mention: Mention;
  /** The words of the name in the text. */
  readonly name: Part;
  readonly lead: Part;
  readonly tail: Part;
  /** Follows the one before with nothing but a comma or “and” (and its dose) between. */
  readonly chained: boolean;
  /** The same, with a few other words between: another item of the list whose name is not known. */
  readonly listed: boolean;
}

/** A name with the sentence it stands in. */
export interface Around {
  readonly paper: Paper;
  readonly span: SpanText;
  readonly lower: string;
  readonly told: readonly Told[];
  readonly index: number;
  readonly listed: boolean;
  readonly sentence: Sentence;
  readonly rules: TreatmentRules;
}

/** Cuts a sentence at its names: what stands between two goes to the first up to the last comma or “and”, the rest to the second. */
export function splitAround(span: SpanText, mentions: readonly Mention[]): Told[] {
  const first = span.words[0] ?? 0;
  const wordStarts = startsOf(span);
  const charOf = (word: number) => wordStarts[word - first] ?? span.text.length;
  const starts = mentions.map(({ from }) => charOf(from));
  const ends = mentions.map(({ to }) => charOf(to));
  let leadFrom = 0;
  return mentions.map((mention, at) => {
    const lead = { from: leadFrom, to: starts[at]! };
    const next = starts[at + 1];
    const tailTo = next === undefined ? span.text.length : splitPoint(span.text, ends[at]!, next);
    // the comma or semicolon behind a name stands in its last word
    const mark = at === 0 ? '' : (/[,;]/.exec(span.text.slice(ends[at - 1]! - 2, ends[at - 1]!))?.[0] ?? '');
    const gap = at === 0 ? '' : `${mark} ${span.text.slice(ends[at - 1]!, starts[at]!)}`;
    const chained = at > 0 && isGlue(gap);
    const listed = chained || (at > 0 && gap.includes(',') && !gap.includes('. ') && isGlue(gap, 3));
    leadFrom = tailTo;
    return {
      mention,
      name: { from: starts[at]!, to: ends[at]! },
      lead,
      tail: { from: ends[at]!, to: tailTo },
      chained,
      listed,
    };
  });
}

/** The first character of every word of a text. */
function startsOf(span: SpanText): number[] {
  const starts: number[] = [];
  for (let at = 0; at < span.text.length; at += 1) {
    const place = span.places[at]!;
    if (span.text[at] !== ' ' || at === 0) starts[place] ??= at;
  }
  return starts;
}

function splitPoint(text: string, from: number, to: number): number {
  const gap = text.slice(from, to);
  const marks = [
    ...gap.matchAll(/[,;:.] |\b(?:and|but|while|then|plus|or|after|before|followed by|switched to|with)\b /g),
  ];
  // the first word that starts something of its own, such as “3 injections” or “and that”
  const count =
    /(?:^|[,;] |\band )(?=(?:\d{1,3}|[a-z]+) (?:sessions?|weeks?|months?|courses?|treatments?|visits?|infusions?|injections?|cycles?) of\b)/.exec(
      gap,
    );
  if (count !== null) return from + count.index + count[0].length;
  const last = marks.at(-1);
  return last === undefined ? to : from + last.index + last[0].length;
}

/** Nothing but separators, doses, times, brackets and small words. */
function isGlue(gap: string, unknown = 0): boolean {
  if (gap.includes(';')) return false;
  let rest = gap.replace(/\([^)]*\)/g, ' ');
  for (const part of [...dosesIn(rest), ...lengthsIn(rest)].sort((a, b) => b.from - a.from))
    rest = rest.slice(0, part.from) + ' '.repeat(part.to - part.from) + rest.slice(part.to);
  for (const hit of datesIn(rest))
    rest = rest.slice(0, hit.start) + ' '.repeat(hit.end - hit.start) + rest.slice(hit.end);
  const words = rest.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !GLUE.has(word)).length <= unknown;
}

const GLUE = new Set(
  'and or then plus also the a an with at for of up to max dose daily both followed by as well later from through over in on oral topical weekly home prescription'.split(
    ' ',
  ),
);
