// The places of a sentence that may state a time limit: an amount of time or a printed day, each with its own stretch of the sentence.
import type { IsoDate } from '../../model/vocabulary.ts';
import { matchesIn } from '../../text/matches.ts';
import { foldWord } from '../../text/normalize.ts';
import { datesIn } from '../fields/values.ts';
import type { Paper } from '../paper.ts';
import type { Sentence } from '../sentences.ts';
import { type Amount, amountsIn } from './amounts.ts';

/** Offsets are in the matching form of the sentence. */
export interface Spot {
  readonly from: number;
  readonly to: number;
  readonly amount: Amount | undefined;
  readonly date: IsoDate | undefined;
  /** Index in `sentence.parts` of the first word. */
  readonly part: number;
  /** The stretch of the sentence that belongs to this place. */
  readonly stretch: { readonly from: number; readonly to: number };
}

/** All such places, in order. */
export function spotsOf(paper: Paper, sentence: Sentence): Spot[] {
  const spots = [
    ...amountsIn(sentence.match).map((amount) => ({ ...amount, amount, date: undefined })),
    ...daysIn(paper, sentence),
  ].sort((a, b) => a.from - b.from);
  return spots.map((spot, index) => {
    const before = spots[index - 1];
    const after = spots[index + 1];
    return {
      amount: spot.amount,
      date: spot.date,
      from: spot.from,
      to: spot.to,
      part: partAt(sentence, spot.from),
      stretch: {
        from: Math.max(
          before === undefined ? 0 : boundary(sentence, before.to, spot.from),
          strongMark(sentence, before?.to ?? 0, spot.from),
        ),
        to: after === undefined ? sentence.match.length : boundary(sentence, spot.to, after.from),
      },
    };
  });
}

/** Printed days, found in the words as they stand and placed in the matching form. */
function daysIn(paper: Paper, sentence: Sentence): { from: number; to: number; amount: undefined; date: IsoDate }[] {
  if (!/\d/.test(sentence.match)) return [];
  let text = '';
  const starts: number[] = [];
  for (const { token } of sentence.parts) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += foldWord(paper.pages[token.page]?.words[token.word]?.text ?? '');
  }
  return datesIn(text).map((date) => {
    const first = Math.max(
      0,
      starts.findLastIndex((start) => start <= date.from),
    );
    const last = Math.max(
      first,
      starts.findLastIndex((start) => start < date.to),
    );
    const next = sentence.parts[last + 1];
    return {
      from: sentence.parts[first]?.at ?? 0,
      to: next === undefined ? sentence.match.length : Math.max(0, next.at - 1),
      amount: undefined,
      date: date.value,
    };
  });
}

function partAt(sentence: Sentence, at: number): number {
  return Math.max(
    0,
    sentence.parts.findLastIndex((part) => part.at <= at),
  );
}

/** The last semicolon, colon or dash before a place, when some words follow it; else 0. */
function strongMark(sentence: Sentence, from: number, to: number): number {
  const mark = sentence.parts.findLast((part) => part.strong && part.at > from && part.at < to)?.at ?? 0;
  return sentence.match.slice(mark, to).trim().split(' ').length >= 3 ? mark : 0;
}

/** Where the words between two places change sides: the last clause mark or “and”, else right before the second. */
function boundary(sentence: Sentence, from: number, to: number): number {
  const marks = sentence.parts.flatMap((part, index) => {
    const before = sentence.parts[index - 1];
    return before !== undefined && part.at > from && part.at <= to && part.clause > before.clause ? [part.at] : [];
  });
  const joints = matchesIn(sentence.match.slice(from, to), / (?:and|or|but|while|then) /g).map(
    (hit) => from + hit.index + 1,
  );
  const last = Math.max(-1, ...marks, ...joints);
  if (last >= 0) return last;
  const lead = / (?:within|in|by|have|no later than|not later than|on or before|before)(?: [a-z]+)? ?$/.exec(
    sentence.match.slice(from, to),
  );
  return lead === null ? to : from + lead.index + 1;
}
