// Words that tell a way to appeal from ways to others, and papers that open one.
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Paper } from '../paper.ts';
import { isLog, isLogOfCalls } from './log.ts';

/** Houses outside the plan. */
export const AGENCY =
  /\b(?:department of|insurance department|division of|bureau|hearings?|personnel management|commission|ombudsman|office of(?! (?:the )?(?:appeals?|grievances?))|insurance administration|attorney general|legal aid|employee benefits security|labor|independent review|civil rights|state of|regulation|consumer|complaint)\b/;
/** Words for an appeal. */
export const APPEAL =
  /\b(?:appeal(?:s|ing)?|grievances?|(?:may|can|to) grieve|(?:payment |provider )?disputes?|reconsider\w*|redetermin\w*|external review|disputed|review unit|trustees)\b/;

/** A letter that decides nothing opens no appeal, whatever it says of appeals to come; a log of calls holds what the payer said of one. */
export function opensNone(paper: Paper, kind: DocumentKind): boolean {
  return kind === 'correspondence' && !isLogOfCalls(paper) && !isLog(paper);
}
