// Where labels may stand on a paper: at the beginning of a cell, before a further colon in it, or several joined by strokes. Worked out once for all fields.
import { oncePer, oncePerPair } from '../../once-per.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Cell, Line } from '../paper.ts';
import { mayOccur, type Sifted } from '../sieve/sieve.ts';
import { isOpen, type Sheet } from './sheet.ts';

/** A stretch of a cell's text. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Where a line of a sheet may have a label. */
interface Place {
  readonly index: number;
  readonly line: Line;
}

/** A stretch that a label may begin, of the cell that stands at `at` in its line. */
export interface LabelStart extends Place {
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

/** All that may be a label on a sheet, in the order of its lines. */
interface LabelPlaces {
  readonly joined: ReadonlyArray<JoinedLabel & Place>;
  readonly starts: readonly LabelStart[];
}

/** The places of labels on the lines in which fields may stand. */
export const labelPlaces = oncePer((sheet: Sheet): LabelPlaces => {
  const places = { joined: [] as Array<JoinedLabel & Place>, starts: [] as LabelStart[] };
  sheet.grid.forEach((cells, index) => {
    const line = sheet.paper.lines[index];
    if (line === undefined || !isOpen(sheet, index)) return;
    const labels = joinedLabels(sheet, cells);
    for (const one of joined(cells, labels)) places.joined.push({ ...one, index, line });
    cells.forEach((cell, at) => {
      if (at === 0 && isJoined(cells, labels)) return;
      for (const part of partsOf(sheet, cell)) {
        const lower = cell.lower.slice(part.from, part.to);
        places.starts.push({ index, line, cell, at, part, lower, sifted: sheet.labels.sift(lower) });
      }
    });
  });
  return places;
});

/** The stretches that begin with a label, each with the words it matches. */
export const beginningWith = oncePerPair(
  (sheet: Sheet, label: RegExp): ReadonlyArray<{ readonly start: LabelStart; readonly words: string }> => {
    const number = sheet.labels.numbers.get(label);
    const found: Array<{ readonly start: LabelStart; readonly words: string }> = [];
    for (const start of labelPlaces(sheet).starts) {
      if (number !== undefined && !mayOccur(start.sifted, number)) continue;
      const words = label.exec(start.lower)?.[0];
      if (words !== undefined) found.push({ start, words });
    }
    return found;
  },
);

/** The labels joined by strokes in the first cell of a line; none where one of them is unknown. */
function joinedLabels(sheet: Sheet, cells: readonly Cell[]): readonly string[] {
  const head = cells[0]?.lower;
  if (head?.includes('/') !== true) return [];
  const labels = head.replace(/[\s:.]+$/, '').split(/\s*\/\s*/);
  return labels.length >= 2 && labels.every((label) => sheet.labels.isWhole(label)) ? labels : [];
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
    starts.find((start) => sheet.labels.isWhole(cell.lower.slice(start, colon))) ??
    starts.slice(-1).find((start) => /^\p{Lu}[\p{L}#.'/]*$/u.test(cell.text.slice(start, colon)));
  return from !== undefined && /:\s*\S|\d/.test(cell.text.slice(0, from).trimEnd()) ? from : undefined;
}
