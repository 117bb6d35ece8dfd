// Codes and note marks on the lines of a statement: only what stands on a line counts.
import type { Proof, Zone } from '../../model/finding.ts';
import { type Line, type Paper, proofOf } from '../paper.ts';
import { isTabular } from '../sentences.ts';
import { cardMarks } from './cards.ts';
import { entryLines, explainedMarks, isUnusedList } from './marks.ts';
import { marksOn, namedMarks, noteColumns, type RowMark } from './own-marks.ts';
import { hasMoney, type RowState, rowStates } from './rows.ts';

/** A code as it stands on a line: claim adjustment reason, remark, reject code of a pharmacy, or a mark of the payer's own. */
export interface UsedCode {
  readonly system: 'carc' | 'rarc' | 'reject' | 'own';
  readonly group: string | undefined;
  readonly code: string;
  readonly proof: Proof;
  readonly line: number;
  /** What its row says of the payment. */
  readonly row: RowState;
}

/** "CO-45", "CO 45", "CAS*CO*45", "CO     45     88.70". */
const GROUPED =
  /\b(CO|PR|OA|PI|CR)(?:\s?[-–]?\s?|\*|\s{2,9})([0-9]{1,3}|[ABPW][0-9]{1,2})\b(?![.,]\d|-\d| \d{3,}(?![\d.,]))/g;
/** What an earlier decision on the same claim said, which is told but no longer holds. */
const WAS_DENIED = /\b(?:first|originally|previously|earlier|before|initially) (?:denied|refused|rejected|not paid)\b/;
const REMARK = /(?<![\w.-])(MA?[0-9]{1,3}|N[0-9]{1,3})(?![\w.-])/g;
/** "REJ 76", "Reject code: 608". */
const REJECT = /\brej(?:ect(?:ed|ion)?)?\.?(?: codes?)?[\s:#-]{1,3}([0-9]{2,3}|[A-Z][A-Z0-9]|[0-9][A-Z])(?![\w.,/-])/gi;
/** "Diagnosis  A41.9, N10": what stands behind the word, among codes alone, is a diagnosis though it has the shape of a remark. */
const DIAGNOSES =
  /\b(?:dx|diagnos[ie]s|icd(?:-?10)?)(?: codes?)?[\s.:]{1,24}(?:[A-TV-Z]\d[0-9A-Z.]{1,6}[\s,;/]{1,3}){0,12}$/i;

/** The codes that stand on service lines. */
export function usedCodes(paper: Paper, zones: readonly Zone[]): UsedCode[] {
  const entries = entryLines(paper, zones);
  const keys = explainedMarks(paper, entries);
  const columns = noteColumns(paper);
  const states = rowStates(paper);
  const used: UsedCode[] = [];
  paper.lines.forEach((line, index) => {
    const zone = zones[index];
    if (line.running || zone === 'legend' || zone === 'taglines' || zone === 'rights') return;
    if (entries.has(index) && !isTabular(line)) return;
    if (isUnusedList(paper, index)) return;
    const row = states.get(index);
    const add = (system: UsedCode['system'], group: string | undefined, code: string, from: number, to: number) => {
      const proof = proofOf(paper.pages, line, from, to);
      if (proof !== undefined) used.push({ system, group, code, proof, line: index, row });
    };
    const money = hasMoney(line);
    const grouped = [...line.text.matchAll(GROUPED)].filter(
      (hit) =>
        !isExplained(line, hit.index, hit[0]) && (money || !/\s{3}/.test(hit[0])) && !tellsOfEarlier(paper, index),
    );
    for (const hit of grouped) add('carc', hit[1], hit[2] ?? '', hit.index, hit.index + hit[0].length);
    if (money || belowRow(paper, index))
      for (const hit of line.text.matchAll(REJECT))
        if (/\d|^(?:AG|MR)$/.test(hit[1] ?? ''))
          add('reject', undefined, (hit[1] ?? '').toUpperCase(), hit.index, hit.index + hit[0].length);
    const addMark = ({ key, from, to }: RowMark, state: RowState): void => {
      const proof = proofOf(paper.pages, line, from, to);
      if (proof !== undefined)
        used.push({ system: 'own', group: undefined, code: key, proof, line: index, row: state });
    };
    const above = money ? undefined : rowPointedFrom(paper, index);
    if (above !== undefined && states.get(above) !== 'paid')
      for (const mark of namedMarks(line, keys)) addMark(mark, states.get(above));
    else if (!money) for (const mark of cardMarks(paper, index, keys)) addMark(mark, mark.row);
    if (grouped.length === 0 && !money && !/^\W*(?:reason|remark|code|note|adj)/.test(line.lower)) return;
    for (const hit of line.text.matchAll(REMARK))
      if (hit[1] !== undefined && !DIAGNOSES.test(line.text.slice(0, hit.index)))
        add('rarc', undefined, hit[1], hit.index, hit.index + hit[0].length);
    if (!money || (row === 'paid' && saysPaid(line))) return;
    for (const mark of marksOn(paper, index, keys, columns))
      if (!grouped.some((hit) => hit.index < mark.to && hit.index + hit[0].length > mark.from))
        add('own', undefined, mark.key, mark.from, mark.to);
  });
  return used;
}

/** "CO-29  TIME LIMIT FOR FILING HAS EXPIRED.": a code at the beginning of a cell with its meaning behind it stands in a legend, not on a line. */
function isExplained(line: Line, at: number, code: string): boolean {
  if (/\d\.\d\d(?!\d)/.test(line.text)) return false;
  const starts = at === 0 || /(?:\s{2}|[|.;]\s?)$/.test(line.text.slice(0, at));
  return starts && /^[\s.:=-]*["(]?\p{L}+(?:[\s/,-]+\p{L}+){2}/u.test(line.text.slice(at + code.length));
}

/** "Line 1 was first denied because we had no report (CO-252)": in running text, over one line's end. */
function tellsOfEarlier(paper: Paper, index: number): boolean {
  const [above, line] = [paper.lines[index - 1], paper.lines[index]];
  if (line === undefined || isTabular(line) || hasMoney(line)) return false;
  if (WAS_DENIED.test(line.lower)) return true;
  return (
    above !== undefined &&
    !line.gapAbove &&
    !isTabular(above) &&
    !/[.:]$/.test(above.text) &&
    WAS_DENIED.test(above.lower)
  );
}

/** A line that begins with a reject code, directly below a row. */
function belowRow(paper: Paper, index: number): boolean {
  const line = paper.lines[index];
  const above = paper.lines[index - 1];
  return (
    line !== undefined &&
    above !== undefined &&
    !line.gapAbove &&
    /^\W*rej/.test(line.lower) &&
    (hasMoney(above) || isTabular(above))
  );
}

/** Words of a line that only points to a note. */
const POINTER_WORDS = 7;

/** The row to which a short line below it belongs: "DENIED - see note 1". */
function rowPointedFrom(paper: Paper, index: number): number | undefined {
  const line = paper.lines[index];
  const above = paper.lines[index - 1];
  if (line === undefined || above === undefined || line.page !== above.page) return undefined;
  const isPointer = !line.gapAbove && line.tokens.length <= POINTER_WORDS && line.cells.length <= 2;
  return isPointer && hasMoney(above) && (isTabular(above) || above.cells.length >= 2) ? index - 1 : undefined;
}

function saysPaid(line: Line): boolean {
  return /\b(?:yes|paid in full|approved)\b/.test(line.lower);
}
