// Labels and the values printed beside them: after a colon, in the next cell, below, or in a row of titles above a row of values.
import type { Zone } from '../../model/finding.ts';
import type { Cell, Line } from '../paper.ts';
import { beginningWith, type LabelStart, labelPlaces, type Part, partsOf } from './label-rows.ts';
import { type Sheet, unitOf } from './sheet.ts';
import { isTitleRow, nextRow, overlaps } from './title-rows.ts';
import { datesIn, moneyIn } from './values.ts';

/** How a value belongs to its label: after a colon, in a cell of its own, below, or only behind a blank. */
export type Tie = 'colon' | 'cell' | 'below' | 'blank';

/** A value with its label: `piece` holds the value at `[from, to)`. */
export interface Labelled {
  readonly label: string;
  readonly rank: number;
  readonly piece: Cell;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly tie: Tie;
  /** The cells below that continue the value. */
  readonly more: readonly Cell[];
}

/** "Label:" at the beginning of a cell. */
const ANY_LABEL = /^(?:[\p{L}#/().' -]{2,36}):(?:\s|$)/u;

/** What was found before on a sheet, by its labels: several fields ask for the same ones. */
const asked = new WeakMap<Sheet, Map<readonly RegExp[], readonly Labelled[]>>();

/** All values whose label matches one of the expressions (on lower case, anchored at the cell's start); earlier ones rank first. */
export function labelled(
  sheet: Sheet,
  patterns: readonly RegExp[],
  where: (zone: Zone, line: Line) => boolean = notTaglines,
): readonly Labelled[] {
  if (where !== notTaglines) return findLabelled(sheet, patterns, where);
  const known = asked.get(sheet) ?? new Map<readonly RegExp[], readonly Labelled[]>();
  asked.set(sheet, known);
  const found = known.get(patterns) ?? findLabelled(sheet, patterns, where);
  known.set(patterns, found);
  return found;
}

function findLabelled(
  sheet: Sheet,
  patterns: readonly RegExp[],
  where: (zone: Zone, line: Line) => boolean,
): readonly Labelled[] {
  const found: Labelled[] = [];
  const isAsked = ({ index, line }: { index: number; line: Line }): boolean =>
    where(sheet.zones[index] ?? 'body', line);
  for (const { label, cell, from, to, ...place } of labelPlaces(sheet).joined) {
    const rank = isAsked(place) ? patterns.findIndex((pattern) => pattern.test(label)) : -1;
    if (rank >= 0) found.push({ label, rank, line: place.index, piece: cell, from, to, tie: 'cell', more: [] });
  }
  const taken = new Set<LabelStart>();
  patterns.forEach((pattern, rank) => {
    for (const { start, words } of beginningWith(sheet, pattern)) {
      if (taken.has(start) || !isAsked(start)) continue;
      taken.add(start);
      const { index, cell, at, part } = start;
      const value = isTitleRow(sheet, index)
        ? below(sheet, index, cell)
        : valueBeside(sheet, index, at, part, words.length);
      if (value !== undefined) found.push({ label: words.trim(), rank, line: index, ...value });
    }
  });
  return found.sort((a, b) => a.rank - b.rank || a.line - b.line);
}

type Value = Omit<Labelled, 'label' | 'rank' | 'line'>;

function below(sheet: Sheet, index: number, title: Cell): Value | undefined {
  const next = nextRow(sheet, index);
  if (next === undefined) return undefined;
  const under = (sheet.grid[next] ?? []).filter((cell) => overlaps(title, cell));
  if (goesOn(sheet, next, title)) return undefined;
  const value = under.find((cell) => Math.abs(cell.left - title.left) < 3 * unitOf(title)) ?? under[0];
  if (value === undefined || ANY_LABEL.test(value.text)) return undefined;
  return { piece: value, from: 0, to: value.text.length, tie: 'below', more: [] };
}

/** The column holds further values of the same shape below its first: one value below a title is the field; many are a table. */
function goesOn(sheet: Sheet, first: number, title: Cell): boolean {
  const at = (index: number): Cell | undefined => (sheet.grid[index] ?? []).find((cell) => overlaps(title, cell));
  const top = at(first);
  const shape = top === undefined ? 'words' : shapeOf(top);
  if (shape === 'words') return false;
  const steps = [1, 2, 3, 4];
  // Another row of titles begins another table.
  const end = steps.find((step) => {
    const row = sheet.grid[first + step] ?? [];
    const cell = at(first + step);
    // So does a row that has something else in this column: codes below the day of a trip.
    if (cell !== undefined && row.length >= 3 && shape === 'date' && shapeOf(cell) === 'number') return true;
    return row.length >= 3 && row.every((one) => /\p{L}/u.test(one.text) && !/\d/.test(one.text));
  });
  return steps.slice(0, end === undefined ? 4 : end - 1).some((step) => {
    const cell = at(first + step);
    return (
      cell !== undefined &&
      sheet.paper.lines[first + step]?.page === sheet.paper.lines[first]?.page &&
      (sheet.grid[first + step]?.length ?? 0) >= 3 &&
      shapeOf(cell) === shape
    );
  });
}

function shapeOf(cell: Cell): 'money' | 'date' | 'number' | 'words' {
  if (moneyIn(cell.text).length > 0) return 'money';
  if (datesIn(cell.text).length > 0) return 'date';
  return /\d/.test(cell.text) ? 'number' : 'words';
}

function notTaglines(zone: Zone): boolean {
  return zone !== 'taglines' && zone !== 'legend';
}

function valueBeside(
  sheet: Sheet,
  lineIndex: number,
  cellIndex: number,
  part: Part,
  labelLength: number,
): Value | undefined {
  const cells = sheet.grid[lineIndex] ?? [];
  const cell = cells[cellIndex];
  if (cell === undefined) return undefined;
  const rest = cell.text.slice(part.from + labelLength, part.to);
  const leaders = /^(?:\s*\([^)]{1,24}\)(?=\s*(?::|$)))?[\s.:?#=*-]*/.exec(rest)?.[0] ?? '';
  const from = part.from + labelLength + leaders.length;
  if (from < part.to) {
    const to = part.from + labelLength + rest.trimEnd().length;
    const tie = /[:=]|\.\s?\./.test(leaders) ? 'colon' : 'blank';
    return { piece: cell, from, to, tie, more: continuation(sheet, lineIndex, cell, cell.left + from * unitOf(cell)) };
  }
  if (part.to < cell.text.length) return undefined;
  const next = cells.slice(cellIndex + 1).find((other) => /[\p{L}\p{N}$]/u.test(other.text));
  if (next === undefined) return cells.length <= 2 ? alone(sheet, lineIndex, cell) : undefined;
  if (ANY_LABEL.test(next.text)) return undefined;
  const skip = /^[\s.:=*-]*/.exec(next.text)?.[0].length ?? 0;
  const to = partsOf(sheet, next)[0]?.to ?? next.text.length;
  return {
    piece: next,
    from: skip,
    to: next.text.slice(0, to).trimEnd().length,
    tie: 'cell',
    more: continuation(sheet, lineIndex, next),
  };
}

/** A label with nothing to its right: the value stands on the next line, where the label began or a little further in. */
function alone(sheet: Sheet, lineIndex: number, label: Cell): Value | undefined {
  const next = nextRow(sheet, lineIndex);
  if (next === undefined) return undefined;
  const unit = unitOf(label);
  const value = (sheet.grid[next] ?? []).find(
    (cell) => cell.left > label.left - 3 * unit && cell.left < label.left + 8 * unit,
  );
  if (value === undefined || ANY_LABEL.test(value.text) || sheet.labels.isWhole(value.lower)) return undefined;
  return { piece: value, from: 0, to: value.text.length, tie: 'below', more: [] };
}

/** Cells on the lines below that start where the value started and carry no label of their own. */
function continuation(sheet: Sheet, lineIndex: number, value: Cell, start = value.left): Cell[] {
  const cells: Cell[] = [];
  for (let at = lineIndex + 1; at < Math.min(lineIndex + 6, sheet.paper.lines.length); at += 1) {
    const line = sheet.paper.lines[at];
    const first = sheet.grid[at]?.[0];
    if (
      line === undefined ||
      first === undefined ||
      line.gapAbove ||
      (Math.abs(first.left - value.left) > 8 && Math.abs(first.left - start) > 8)
    )
      break;
    if (ANY_LABEL.test(first.text)) break;
    cells.push(first);
  }
  return cells;
}
