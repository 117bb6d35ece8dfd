// Notes printed under the rows they belong to, without a mark: what stands under a row that was refused says why.
import type { Zone } from '../../model/finding.ts';
import type { Line, Paper } from '../paper.ts';
import { isTabular, type Sentence } from '../sentences.ts';
import { paidOnCard } from './cards.ts';
import { entryLines, isUnusedList } from './marks.ts';
import { isPending, isRowLike, type RowState, rowStates } from './rows.ts';

/** The sentences under one row, and what the row says of its payment. */
export interface RowNote {
  readonly row: RowState;
  /** The line of the row's figures. */
  readonly line: number;
  readonly sentences: readonly number[];
}

/** Lines a note may run over. */
const LONGEST = 6;
/** Words that show a note to belong to its row, whatever its indent. */
const LEAD = /^(?:[>»*→-]+\s|(?:msg|message|note|remark|reason|reject|denied|why)\b)/;

/** The notes under rows, in the order of the paper; sections on rights and lists of unused codes have none. */
export function notesUnderRows(paper: Paper, sentences: readonly Sentence[], zones: readonly Zone[]): RowNote[] {
  const states = rowStates(paper);
  const entries = entryLines(paper, zones);
  const rowOf = new Map<number, number>();
  paper.lines.forEach((line, index) => {
    if (!isRow(line, zones[index])) return;
    for (let at = index + 1; at <= index + LONGEST; at += 1) {
      const below = paper.lines[at];
      if (
        below === undefined ||
        below.page !== line.page ||
        below.running ||
        (entries.has(at) && (at > index + 1 || isListed(entries, at))) ||
        !isNote(paper, at, line, zones[at])
      )
        break;
      rowOf.set(at, index);
    }
  });
  const notes = new Map<number, number[]>();
  sentences.forEach((sentence, index) => {
    const row = rowOf.get(sentence.line);
    if (row === undefined || sentence.isColumn === true) return;
    notes.set(row, [...(notes.get(row) ?? []), index]);
  });
  return [...notes].map(([line, of]) => ({
    row: states.get(line) ?? stateOnCard(paper, sentences[of[0] ?? -1]),
    line,
    sentences: of,
  }));
}

/** A mark with its meaning beside others: a list, and not "XC: language services are not insured" below its one row. */
function isListed(entries: ReadonlyMap<number, string>, at: number): boolean {
  return entries.has(at - 1) || entries.has(at + 1);
}

/** "Paid ..... 0.00", a line or two above "Reason ..... It was not shown to work." on the card of a service. */
function stateOnCard(paper: Paper, sentence: Sentence | undefined): RowState {
  const label = sentence === undefined ? undefined : paper.lines[sentence.line]?.tokens[0];
  return sentence === undefined || label === undefined ? undefined : paidOnCard(paper, sentence.line, label);
}

function isRow(line: Line, zone: Zone | undefined): boolean {
  if (line.running || zone === 'rights' || zone === 'taglines' || zone === 'legend' || isPending(line)) return false;
  return isRowLike(line) && !/^\W*(?:sub-?|grand |claim )?totals?\b/.test(line.lower);
}

function isNote(paper: Paper, index: number, row: Line, zone: Zone | undefined): boolean {
  const line = paper.lines[index];
  if (line === undefined || zone === 'rights' || zone === 'taglines' || isUnusedList(paper, index)) return false;
  const leads = LEAD.test(line.lower);
  if (line.gapAbove && !leads) return false;
  if (isTabular(line) || !/\p{L}{2}/u.test(line.text) || /-{4}|={4}/.test(line.text)) return false;
  if (/^\W*(?:sub-?|grand |claim )?totals?\b/.test(line.lower)) return false;
  return leads || line.left >= row.left - 2;
}

/** The rows that were refused, by line, totals left out. */
export function refusedRows(paper: Paper, zones: readonly Zone[]): number[] {
  return [...rowStates(paper)].flatMap(([index, state]) => {
    const line = paper.lines[index];
    return state === 'refused' && line !== undefined && isRow(line, zones[index]) ? [index] : [];
  });
}
