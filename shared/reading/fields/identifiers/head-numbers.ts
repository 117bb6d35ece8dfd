// Numbers of cases in the head of a letter of the payer that stand at no beginning of a cell: behind their word inside a line, or alone.
import { matchesIn } from '../../../text/matches.ts';
import type { Line } from '../../paper.ts';
import type { Pick } from '../collect.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { identifierAt } from '../values.ts';
import { isIdentifier } from './shape.ts';

/** Lines of the head of a letter, where no salutation ends it. */
const HEAD = 16;
/** Letters of those who decide: in other papers a reference is whoever's. */
const OF_DECIDERS: ReadonlySet<string> = new Set(['denial-letter', 'prior-authorization', 'correspondence']);

/** "Your appeal of May 2 (Appeal 31-Q-2207)", "Group 7120 . Appeal log 31-00284", "RE: First level appeal, File Q-31-00284": the word and its number inside a line. */
const NAMED =
  /(?<![\p{L}-] ?)(?:(?:first|second|1st|2nd)[- ]level )?(?:appeal|grievance|complaint|request|req|case|file|review|decision|docket|inquiry|document|reconsideration|dispute|determination)(?: (?:file|log|case|level|2nd level))?,?(?: is)?(?: (?:number|no\.|#))?:?\s+(?=[A-Z0-9][A-Z0-9 -]*\d)/giu;
/** What says itself that it is something else. */
const OF_ELSE = /^(?:id|dbn|mbi|fax|tel|ph|npi|tin|ein|grp|group|policy|form|page|box|claim|clm|icn|acct|mrn)\b/i;
/** Letters and digits in parts, with four digits and more: "QRN-31-2207", "QDR 31-02-20718". */
const ALONE = /^(?=(?:\D*\d){4})(?=.*-)[A-Z]{1,5}\d{0,2}[- ](?:[A-Z0-9]+-)*[A-Z0-9]+$/;

/** The number of the case in the head of a letter. */
export function numberOfHead(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  if (!OF_DECIDERS.has(sheet.kind)) return undefined;
  for (const line of headOf(sheet)) {
    const found = namedIn(line, fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The lines above the salutation, else the first ones. */
function headOf(sheet: Sheet): Line[] {
  const dear = sheet.paper.lines.findIndex((line) => /^(?:dear|hello)\b/i.test(line.text.trim()));
  const end = dear < 0 ? HEAD : Math.min(dear, 30);
  return sheet.paper.lines.slice(0, end).filter((line, index) => isOpen(sheet, index) && line.page === 0);
}

/** The number that stands behind the word for a case inside a line. */
function namedIn(line: Line, fits: (value: string) => boolean): Pick | undefined {
  for (const hit of matchesIn(line.text, NAMED)) {
    const at = hit.index + hit[0].length;
    const text = line.text.slice(at);
    const id = identifierAt(text);
    if (
      id === undefined ||
      id.from > 0 ||
      id.value.replace(/\D/g, '').length < 4 ||
      !/[-A-Z]/.test(id.value) ||
      OF_ELSE.test(id.value)
    )
      continue;
    if (fits(id.value) && isIdentifier(text, id))
      return { field: 'authorization_number', value: id.value, piece: line, from: at, to: at + id.to };
  }
  return undefined;
}

/** Titles of letters beside which a number stands that is the letter's own. */
const TITLE =
  /\b(?:appeals?|grievances?|disputes?|reconsideration|reviews?|determinations?|decisions?|notice|resolution|request|letter)\b|\b20\d\d$/;

/** "PROVIDER DISPUTE RESOLUTION      QDR 31-02-20718", or the number alone on its line: a cell of the head that is a number without a label. */
export function numberAlone(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  if (sheet.kind !== 'denial-letter' && sheet.kind !== 'prior-authorization') return undefined;
  for (const [index, cells] of sheet.grid.slice(0, HEAD).entries()) {
    if (!isOpen(sheet, index) || cells.length > 2) continue;
    const [title, last] = [cells.length === 2 ? cells[0] : undefined, cells.at(-1)];
    const text = last?.text.trim() ?? '';
    if (last === undefined || !ALONE.test(text) || OF_ELSE.test(text) || !fits(text)) continue;
    if (title !== undefined && (!TITLE.test(title.lower) || sheet.labels.isWhole(title.lower))) continue;
    const id = identifierAt(last.text);
    if (id?.value !== text || !isIdentifier(last.text, id)) continue;
    return { field: 'authorization_number', value: id.value, piece: last, from: id.from, to: id.to };
  }
  return undefined;
}
