// Statements that give each service a card of labels and values, one below the other and perhaps two side by side: "Paid: $0.00", "Note: (1)". What was paid
// stands above the note, in the same column.
import type { Line, Paper, Token } from '../paper.ts';
import { namedMarks, type RowMark } from './own-marks.ts';
import type { RowState } from './rows.ts';

/** A mark of a card, and what the card says of its payment. */
export interface CardMark extends RowMark {
  readonly row: RowState;
}

const NOTE_LINE = /^\W*(?:notes?|see(?: notes?)?|remarks?|reasons?|messages?|why)\b\s{0,3}:?/;
const PAID_LABEL = /^(?:(?:plan|we|fund) )?(?:paid|pays?|payment)\b[^\d$]{0,24}\$?\s?(\d[\d,]*\.\d\d)(?!\d)/;
/** Of what the plan allows nothing it pays nothing, whether the card says so or not. */
const ALLOWED_LABEL =
  /^(?:plan )?(?:allow(?:ed|ance)|covered|eligible)(?: amount| charges?)?\b[\s:.]{0,24}(?:\$?\s?(0\.00)(?!\d)|pend(?:ed|ing)\b)/;
/** Lines of a card above its note. */
const TALLEST = 7;
/** Points by which the labels of one card may differ at their left edge. */
const BESIDE = 9;

/** The marks on the note line of one card or several; none on other lines. */
export function cardMarks(paper: Paper, index: number, keys: ReadonlySet<string>): CardMark[] {
  const line = paper.lines[index];
  if (line === undefined || !NOTE_LINE.test(line.lower)) return [];
  return namedMarks(line, keys).flatMap((mark) => {
    const label = labelBefore(line, mark.from);
    const row = label === undefined ? undefined : paidOnCard(paper, index, label);
    return row === undefined ? [] : [{ ...mark, row }];
  });
}

/** The word that begins the label of a value: the last "Note" before it. */
function labelBefore(line: Line, from: number): Token | undefined {
  return line.tokens.findLast((token) => token.from < from && NOTE_LINE.test(line.lower.slice(token.from)));
}

/** What a card says was paid, above its line `index`, in the column where `label` begins. */
export function paidOnCard(paper: Paper, index: number, label: Token): RowState {
  for (let at = index - 1; at >= Math.max(0, index - TALLEST); at -= 1) {
    const line = paper.lines[at];
    if (line === undefined || line.page !== label.page) return undefined;
    const labels = line.tokens
      .filter((token) => Math.abs(leftOf(paper, token) - leftOf(paper, label)) <= BESIDE)
      .map((token) => line.lower.slice(token.from));
    const paid = labels.flatMap((text) => PAID_LABEL.exec(text)?.[1] ?? [])[0];
    if (paid !== undefined) return Number(paid.replace(/,/g, '')) > 0 ? 'paid' : 'refused';
    const allowed = labels.flatMap((text) => ALLOWED_LABEL.exec(text) ?? []);
    if (allowed.length > 0) return allowed[1] === undefined ? 'pending' : 'refused';
    if (paper.lines[at + 1]?.gapAbove === true) return undefined;
  }
  return undefined;
}

function leftOf(paper: Paper, token: Token): number {
  return paper.pages[token.page]?.words[token.word]?.x ?? Number.NaN;
}
