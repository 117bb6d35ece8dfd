// Words that tell a way to appeal from ways to others, and papers that open one.
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Paper } from '../paper.ts';
import { isLog } from './log.ts';

/** Houses outside the plan. */
export const AGENCY =
  /\b(?:department of|insurance department|division of|bureau|hearings?|personnel management|commission|ombudsman|office of|attorney general|legal aid|employee benefits security|labor|independent review|civil rights|state of|regulation|consumer|complaint)\b/;
/** Words for an appeal. */
export const APPEAL =
  /\b(?:appeal(?:s|ing)?|grievances?|(?:payment |provider )?disputes?|reconsider\w*|redetermin\w*|external review|disputed|review unit|trustees)\b/;

const LOG_OF_CALLS =
  /\b(?:(?:tele)?phone|calls?|contacts?) (?:logs?|notes|diary|record)\b|\b(?:log|notes|record) of (?:my |our |the )?(?:tele)?(?:phone )?calls\b|^\W*calls (?:with|to|about)\b/;

/** A letter that decides nothing opens no appeal, whatever it says of appeals to come; a log of calls holds what the payer said of one. */
export function opensNone(paper: Paper, kind: DocumentKind): boolean {
  return kind === 'correspondence' && !isLogOfCalls(paper) && !isLog(paper);
}

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
