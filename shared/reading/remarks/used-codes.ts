// Codes and note marks on the lines of a statement: only what stands on a line counts.
import type { Proof, Zone } from '../../model/finding.ts';
import { type Line, type Paper, proofOf } from '../paper.ts';
import { isTabular } from '../sentences.ts';
import { cardMarks } from './cards.ts';
import { entryLines, explainedMarks, isUnusedList } from './marks.ts';
import { marksOn, type NoteColumn, namedMarks, noteColumns, type RowMark } from './own-marks.ts';
import { hasMoney, isPending, isRowLike, type RowState, rowStates } from './rows.ts';

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
/** "CARC 242": without its group. */
const NAMED_ADJUSTMENT = /\bCARC(?: code)?[\s:#-]{1,2}([0-9]{1,3}|[ABPW][0-9]{1,2})\b(?![.,]\d)/g;
/** What an earlier decision on the same claim said, which is told but no longer holds. */
const WAS_DENIED = /\b(?:first|originally|previously|earlier|before|initially) (?:denied|refused|rejected|not paid)\b/;
const REMARK = /(?<![\w.-])(MA?[0-9]{1,3}|N[0-9]{1,3})(?![\w.-])/g;
/** "REJ 76", "Reject code: 608". */
const REJECT = /\brej(?:ect(?:ed|ion)?)?\.?(?: codes?)?[\s:#-]{1,3}([0-9]{2,3}|[A-Z][A-Z0-9]|[0-9][A-Z])(?![\w.,/-])/gi;
/** "Diagnosis  A41.9, N10": what stands behind the word, among codes alone, is a diagnosis though it has the shape of a remark. */
const DIAGNOSES =
  /\b(?:dx|diagnos[ie]s|icd(?:-?10)?)(?: codes?)?[\s.:]{1,24}(?:[A-TV-Z]\d[0-9A-Z.]{1,6}[\s,;/]{1,3}){0,12}$/i;

/** A code found on a line, and what the row it belongs to says of the payment. */
type Spotted = Omit<UsedCode, 'proof' | 'line'> & { readonly from: number; readonly to: number };

/** What is known of a statement before its lines are gone through. */
interface Statement {
  readonly paper: Paper;
  /** The marks its notes explain. */
  readonly keys: ReadonlySet<string>;
  readonly columns: readonly NoteColumn[];
  readonly states: ReadonlyMap<number, RowState>;
}

/** The codes that stand on service lines. */
export function usedCodes(paper: Paper, zones: readonly Zone[]): UsedCode[] {
  const entries = entryLines(paper, zones);
  const statement = {
    paper,
    keys: explainedMarks(paper, entries),
    columns: noteColumns(paper),
    states: rowStates(paper),
  };
  return paper.lines.flatMap((line, index) => {
    const zone = zones[index];
    if (line.running || zone === 'legend' || zone === 'taglines' || zone === 'rights') return [];
    const isExplaining = explains(line, entries, index) || (entries.has(index) && !isTabular(line));
    if (isExplaining || isUnusedList(paper, index)) return [];
    return codesOn(statement, line, index).flatMap(({ from, to, ...code }) => {
      const proof = proofOf(paper.pages, line, from, to);
      return proof === undefined ? [] : [{ ...code, proof, line: index }];
    });
  });
}

/**
 * "f   We need the operative note.   CO-252   M29", "CO-29    too late" among others: an entry of the legend, which may name national codes behind its
 * words, and no row of the table.
 */
function explains(line: Line, entries: ReadonlyMap<number, string>, index: number): boolean {
  if (/\d\.\d\d(?!\d)|\d\/\d/.test(line.text)) return false;
  if (entries.has(index) && /^\S{1,6}\s+\p{L}+(?:[\s/,-]+\p{L}+){2}[^.]*\.(?:\s|$)/u.test(line.text)) return true;
  return (
    /^\S{1,7}\s{2,}\p{Ll}+(?: \p{Ll}+)+\.?$/u.test(line.text) && (entries.has(index - 1) || entries.has(index + 1))
  );
}

function codesOn({ paper, keys, columns, states }: Statement, line: Line, index: number): Spotted[] {
  const row = isPending(line) ? 'pending' : states.get(index);
  const money = hasMoney(line);
  const adjustments = adjustmentsOn(paper, line, index, money).map((code) => ({ ...code, row }));
  const rejects = money || belowRow(paper, index) ? rejectsOn(line) : [];
  const isCoded = adjustments.length > 0 || money || /^\W*(?:reason|remark|code|note|adj)/.test(line.lower);
  const remarks = isCoded ? remarksOn(line).filter(({ code }) => !isNumberedByPayer(code, keys)) : [];
  const isRefused = money && !(row === 'paid' && saysPaid(line));
  const marks = (isRefused ? marksOn(paper, index, keys, columns) : []).filter(
    (mark) => !adjustments.some((code) => code.from < mark.to && code.to > mark.from),
  );
  return [
    ...adjustments,
    ...rejects.map((code) => ({ ...code, row })),
    ...(money ? [] : pointedFrom({ paper, keys, columns, states }, line, index)),
    ...remarks.map((code) => ({ ...code, row })),
    ...marks.map((mark) => ownCode(mark, row)),
  ];
}

/** Notes N1, N2, N3… that the paper explains itself: the payer counts its own notes, whatever these remarks mean elsewhere. */
function isNumberedByPayer(code: string, keys: ReadonlySet<string>): boolean {
  const letters = code.replace(/\d+/, '');
  return [code, `${letters}1`, `${letters}2`].every((key) => keys.has(key));
}

function ownCode({ key, from, to }: RowMark, row: RowState): Spotted {
  return { system: 'own', group: undefined, code: key, from, to, row };
}

type Code = Omit<Spotted, 'row'>;

/** Adjustment reasons with their group; set wide apart only in a row with money. */
function adjustmentsOn(paper: Paper, line: Line, index: number, money: boolean): Code[] {
  const named = money ? [...line.text.matchAll(NAMED_ADJUSTMENT)].map((hit) => spotted('carc', hit, hit[1] ?? '')) : [];
  const grouped = [...line.text.matchAll(GROUPED)]
    .filter(
      ({ index: at, 0: text }) =>
        !isExplained(line, at, text) && (money || !/\s{3}/.test(text)) && !tellsOfEarlier(paper, index),
    )
    .map((hit) => spotted('carc', hit, hit[2] ?? '', hit[1]));
  return [...grouped, ...named];
}

function rejectsOn(line: Line): Code[] {
  return [...line.text.matchAll(REJECT)]
    .filter((hit) => /\d|^(?:AG|MR)$/.test(hit[1] ?? ''))
    .map((hit) => spotted('reject', hit, (hit[1] ?? '').toUpperCase()));
}

function remarksOn(line: Line): Code[] {
  return [...line.text.matchAll(REMARK)]
    .filter((hit) => !DIAGNOSES.test(line.text.slice(0, hit.index)))
    .map((hit) => spotted('rarc', hit, hit[1] ?? ''));
}

function spotted(system: Code['system'], hit: RegExpExecArray, code: string, group?: string): Code {
  return { system, group, code, from: hit.index, to: hit.index + hit[0].length };
}

/** The marks of a line that only points to notes: below its row, or on a card. */
function pointedFrom({ paper, keys, columns, states }: Statement, line: Line, index: number): Spotted[] {
  const above = rowPointedFrom(paper, index);
  if (above === undefined || states.get(above) === 'paid')
    return cardMarks(paper, index, keys).map((mark) => ownCode(mark, mark.row));
  const marks = line.tokens.length === 1 ? marksOn(paper, index, keys, columns) : namedMarks(line, keys);
  return marks.map((mark) => ownCode(mark, states.get(above)));
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

/** "DENIED - see (1)" at the end of a line that goes on with what its row says. */
const POINTS = /\b(?:denied|not paid|reduced)\W+(?:see )?(?:notes? )?\S{1,5}$/;
/** Words of a line that only points to a note. */
const POINTER_WORDS = 7;

/** The row to which a short line below it belongs: "DENIED - see note 1". */
function rowPointedFrom(paper: Paper, index: number): number | undefined {
  const line = paper.lines[index];
  const above = paper.lines[index - 1];
  if (line === undefined || above === undefined || line.page !== above.page) return undefined;
  const isPointer =
    !line.gapAbove && line.tokens.length <= POINTER_WORDS && (line.cells.length <= 2 || POINTS.test(line.lower));
  return isPointer && isRowLike(above) ? index - 1 : undefined;
}

function saysPaid(line: Line): boolean {
  return /\b(?:yes|paid in full|approved)\b/.test(line.lower);
}
