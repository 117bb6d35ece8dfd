// Days on rows of a paper that are no days of service: labelled as something else, or only allowed.
import type { Cell } from '../../paper.ts';
import type { Sheet } from '../sheet.ts';
import { datesIn } from '../values.ts';

/** "Term  02/01/2026 to 07/31/2026", "REC: 04/27/26", "Appeal came in  September 22, 2025", "Paid  $6,812.00 on 10/21/2025": what the day is, in words right before it. */
const LABEL =
  /\b(?:(?:policy|coverage|certificate|benefit|plan) period|terms?|began|begins?|ends?|ended|years?|rec|recd|adj|fin|stmt|met|came in|paid|appeal\w*|denials?|decided|assigned|since|deductible|cover(?:age)?|notified|transaction|eob|shown|reached us|before|now)[^\p{L}\d$]*(?:\$[\d,.]+\W*)?(?:from|on)?[^\p{L}\d]*$/u;

/** "6 visits  CERTIFIED  11/05/2025 - 12/05/2025", "YES, through 11/30/2026": days on which care may be given. */
const ALLOWED = /\b(?:approved|certified|authori[sz]ed|yes|valid|allowed to)\b/;
const NOT_ALLOWED =
  /\b(?:not|non|never|nothing|un)[\s-]*(?:yet )?(?:approved|certified|authori[sz]ed)|\bdis(?:approved|allowed)/;

/** "The plan denied the infusions on May 20", "asked the plan to approve proton therapy on": the day of an answer or a request, however many words stand between. */
export const DECIDED =
  /\b(?:den(?:y|ied)|refused?|turned down|considered|asked)\b(?:(?!\b(?:that|which|who|had|got|received|performed|done|given|rendered|furnished)\b)[^.,;]){0,80}\bon(?: \w+day,?)?\s*$/;

/** "Certificate GBC-26-118 (January 1 to April 30)", "after the cover ended (05/04/2026)": whether words before a bracket say that it holds no day of service. */
export function isOtherBracket(before: string): boolean {
  return LABEL.test(before) || /\b(?:certificate|policy|term|plan)\b[^().:;]{0,28}\($/.test(before);
}

/** Whether the words before the first day of a cell, in it or in the cells before it, say that it is no day of service. */
export function isOtherDay(sheet: Sheet, index: number, cell: Cell): boolean {
  const date = datesIn(cell.text)[0];
  if (date === undefined) return false;
  const cells = sheet.grid[index] ?? [];
  const own = cell.lower.slice(0, date.from);
  const before = cells.slice(0, cells.indexOf(cell)).map(({ lower }) => lower);
  if (LABEL.test(/\p{L}/u.test(own) ? own : `${before.at(-1) ?? ''} ${own}`)) return true;
  const said = [...before, own].join('  ');
  return ALLOWED.test(said) && !NOT_ALLOWED.test(said);
}
