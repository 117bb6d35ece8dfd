// Logs of calls and letters that a patient or a relative keeps: told by their title, or by a line for each day.
import type { Paper } from '../paper.ts';

/** "3/12   1:45   plan, Marlon", "Feb 9  called": a day, and behind it what happened. */
const LOG_LINE =
  /^\W*(?:(?:mon|tues?|wed|thur?s?|fri|sat|sun)[a-z]*\.?,? )?(?:\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{4}-\d\d-\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?)(?![\d/])[\s,:.-]+.*\p{L}{3}/iu;

/** Whether at least three lines of a paper without a salutation begin with a day and tell what happened on it. */
export function isLog({ lines }: Paper): boolean {
  if (lines.some((line) => /^\W*(?:dear|to whom)\b/.test(line.lower))) return false;
  return lines.filter((line) => LOG_LINE.test(line.text)).length >= 3;
}

const LOG_OF_CALLS =
  /\b(?:(?:tele)?phone|calls?|contacts?) (?:logs?|notes|diary|record)\b|\b(?:log|notes|record) of (?:my |our |the )?(?:tele)?(?:phone )?calls\b|^\W*calls (?:with|to|about)\b/;

/** "DATE  TIME  WHO  WHAT", "date | spoke with | what they said": the titles over notes of calls. */
const TITLES_OF_LOG =
  /^\W*(?:date|day|when)\b.*\s(?:who|(?:spoke|talked) (?:with|to)|rep\w*|person)\b.*\b(?:what|said|notes?|result|outcome)\b/;

/** Somebody's notes on what was said on the telephone. */
export function isLogOfCalls(paper: Paper): boolean {
  return (
    paper.lines.slice(0, 4).some((line) => LOG_OF_CALLS.test(line.lower)) ||
    paper.lines.slice(0, 12).some((line) => line.cells.length >= 3 && TITLES_OF_LOG.test(line.lower))
  );
}
