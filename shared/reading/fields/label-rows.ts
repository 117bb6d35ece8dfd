// Where labels may stand on a paper: at the beginning of a cell, before a further colon in it, or several joined by strokes. Worked out once for all fields.
import { oncePer } from '../../once-per.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Cell, Line } from '../paper.ts';
import type { Sifted } from '../sieve/sieve.ts';
import { isOpen, type Sheet } from './sheet.ts';

/** A stretch of a cell's text. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A stretch that a label may begin, of the cell that stands at `at` in its line. */
interface LabelStart {
  readonly cell: Cell;
  readonly at: number;
  readonly part: Part;
  /** The stretch in lower case. */
  readonly lower: string;
  /** The labels of the rules that may begin it. */
  readonly sifted: Sifted;
}

/** A label that others are joined to, with its own value: `cell` holds it at `[from, to)`. */
interface JoinedLabel extends Part {
  readonly label: string;
  readonly cell: Cell;
}

/** A line of a sheet with all that may be a label on it. */
interface LabelRow {
  readonly index: number;
  readonly line: Line;
  readonly joined: readonly JoinedLabel[];
  readonly starts: readonly LabelStart[];
}

/** The lines in which fields may stand, in their order. */
export const labelRows = oncePer((sheet: Sheet): readonly LabelRow[] =>
  sheet.grid.flatMap((cells, index) => {
    const line = sheet.paper.lines[index];
    if (line === undefined || !isOpen(sheet, index)) return [];
    const labels = joinedLabels(sheet, cells);
    const starts = cells.flatMap((cell, at) =>
      at === 0 && isJoined(cells, labels)
        ? []
        : partsOf(sheet, cell).map((part) => {
            const lower = cell.lower.slice(part.from, part.to);
            return { cell, at, part, lower, sifted: sheet.labels.sift(lower) };
          }),
    );
    return [{ index, line, joined: joined(cells, labels), starts }];
  }),
);

/** The labels joined by strokes in the first cell of a line; none where one of them is unknown. */
function joinedLabels(sheet: Sheet, cells: readonly Cell[]): readonly string[] {
  const head = cells[0]?.lower;
  if (head?.includes('/') !== true) return [];
  const labels = head.replace(/[\s:.]+$/, '').split(/\s*\/\s*/);
  return labels.length >= 2 && labels.every((label) => sheet.labels.whole.test(label)) ? labels : [];
}

/** "ID / GROUP    TF 004 871 663  /  BWP-1170": labels joined by a stroke, their values joined likewise. */
function joined([, ...rest]: readonly Cell[], labels: readonly string[]): JoinedLabel[] {
  if (labels.length === 0) return [];
  // The next cell alone may hold them all; further cells are then another label's.
  const [next] = rest;
  const own = next !== undefined && next.text.split('/').length === labels.length ? [next] : rest;
  const values = own.flatMap((cell) =>
    matchesIn(cell.text, /[^/]+/g).flatMap((hit) => {
      const lead = /^\s*/.exec(hit[0])?.[0].length ?? 0;
      const text = hit[0].trim();
      return text === '' ? [] : [{ cell, from: hit.index + lead, to: hit.index + lead + text.length }];
    }),
  );
  if (values.length !== labels.length) return [];
  return labels.flatMap((label, at) => {
    const value = values[at];
    return value === undefined ? [] : [{ label, ...value }];
  });
}

/** Whether the first cell is nothing but labels whose values stand in the cells behind it. */
function isJoined(cells: readonly Cell[], labels: readonly string[]): boolean {
  if (labels.length === 0) return false;
  return cells.length > labels.length || cells[1]?.text.split('/').length === labels.length;
}

/** A cell cut before each further "Label:" it holds: "Member: Jane Roe Member ID: 123". */
export function partsOf(sheet: Sheet, cell: Cell): Part[] {
  if (!/:\s/.test(cell.text)) return [{ from: 0, to: cell.text.length }];
  const cuts = matchesIn(cell.text, /:(?=\s)/g).flatMap((colon) => labelStart(sheet, cell, colon.index) ?? []);
  return [0, ...cuts].map((from, at) => ({ from, to: cuts[at] ?? cell.text.length }));
}

/** Where the label before a colon starts, when a label with its value stands before it: the longest known label, else one capitalised word. */
function labelStart(sheet: Sheet, cell: Cell, colon: number): number | undefined {
  if (!/:\s*\S|\d/.test(cell.text.slice(0, colon))) return undefined;
  const starts = matchesIn(cell.text.slice(0, colon), /(?<=[\s(])\S/g)
    .map((hit) => hit.index)
    .slice(-4);
  const from =
    starts.find((start) => sheet.labels.whole.test(cell.lower.slice(start, colon))) ??
    starts.slice(-1).find((start) => /^\p{Lu}[\p{L}#.'/]*$/u.test(cell.text.slice(start, colon)));
  return from !== undefined && /:\s*\S|\d/.test(cell.text.slice(0, from).trimEnd()) ? from : undefined;
}
