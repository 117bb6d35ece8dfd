// The last day for an appeal, where a paper prints its date.
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { datesIn } from './values.ts';

/** Papers that may speak of other limits than that for an appeal. */
export const TELLS_IN_PASSING: ReadonlySet<DocumentKind> = new Set(['correspondence', 'authorization-form']);

/** Days by which something else than an appeal has to be done: care kept going, a suit, papers sent, a premium paid. */
const NO_APPEAL =
  /502\(a\)|\b(?:keep (?:all|the|your|getting)|continu\w+ (?:the|your|my|to|care|services?|benefits?|coverage)|go on|while you wait|civil action|lawsuit|no appeal (?:is )?needed|(?:without|no need (?:for|of)) an appeal|in federal court|we approve|next request|not renewed|renewed by|to renew|without your having to appeal|cobra|premium|hold (?:the|your) request|still need|please (?:send (?!it\b|your (?:appeal|letter|request))|let us have))\b/;

/** "180 days from the date on this notice (August 26, 2026)". */
const DAY_IN_BRACKETS =
  /\b(?:days|months) (?:from|after|of) (?:the )?(?:date (?:of|on) )?(?:this|the) \w+[,;]? ?(?:\(|that is,? |which is )(?:by |until |on or before )?(?:\w+day,? )?$/;

/** So many days after its date at most a paper lets one appeal: years are for suits. */
const LONGEST = 400;

/** True for a day by which an appeal to a paper of this date can be due. */
function isToCome(day: string, letter: string | undefined): boolean {
  if (letter === undefined) return true;
  const days = (Date.parse(day) - Date.parse(letter)) / 86_400_000;
  return days > 0 && days < LONGEST;
}

/** The last day: "no later than January 6, 2026", "We must receive your appeal by: September 2, 2026". `letter` is the date of the paper. */
export function printedDate(piece: Piece, kind: DocumentKind, letter?: string): Candidate | undefined {
  for (const date of datesIn(piece.text)) {
    // A log of calls may begin years after the paper it tells of, or before.
    if (!TELLS_IN_PASSING.has(kind) && !isToCome(date.value, letter)) continue;
    const before = piece.lower.slice(Math.max(0, date.from - 170), date.from);
    if (
      !DAY_IN_BRACKETS.test(before) &&
      !/(?:no later than|not later than|\bby:?|on or before|deadline(?: is| to appeal)?:?|(?:last|final) day(?: to \w+| for \w+ \w+| for us to \w+ your \w+| on which [\w ]{4,30})? is|before(?: the close of business on)?|until|by this date:?|appeal (?:date|deadline)(?: (?:is|stays|remains))?:?|due(?: by)?:?)\s*(?:\w+day,?\s*)?$/.test(
        before,
      )
    )
      continue;
    if (
      !/\b(?:appeals?|reconsider|reconsideration|redetermination|request|form|review|grievance|dispute|ask (?:us |for )?(?:\w+ )?in writing|write to us|look(?:ed at)? again|second look|contest this|do(?: not|n't) agree|think (?:again|it over))\b/.test(
        before,
      ) &&
      // "You have until June 5, 2026 to appeal": the word stands behind.
      !/^ to (?:file an? )?(?:appeal|grievance)/.test(piece.lower.slice(date.to, date.to + 24))
    )
      continue;
    if (
      /\b(?:pay|amount due|information|return|claim may|premium|discussion|policy)\b/.test(
        before
          .slice(-60)
          .split(/[.!?]\s/)
          .at(-1) ?? '',
      )
    )
      continue;
    const behind = piece.lower.slice(date.to, date.to + 110).split(/[.!?]\s/)[0] ?? '';
    const sentence = `${before.split(/[.!?]\s/).at(-1) ?? ''} ${behind}`;
    if (NO_APPEAL.test(sentence)) continue;
    if (
      TELLS_IN_PASSING.has(kind) &&
      !/\b(?:appeals?|reconsider\w*|redetermination|grievance|dispute)\b/.test(sentence)
    )
      continue;
    return {
      field: 'appeal_deadline_date',
      value: date.value,
      piece,
      from: date.from,
      to: date.to,
      confidence: 0.92,
      why: 'is printed as the last day for the appeal',
    };
  }
  return undefined;
}
