// Labels and the values printed beside them, in cells, in "label: value" and in columns.
import type { Zone } from '../../model/finding.ts';
import type { Cell, Line, Paper, Piece } from '../paper.ts';

/** A value with its label: `piece` holds the value at `[from, to)`. */
export interface Labelled {
  readonly label: string;
  readonly rank: number;
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** The cells below that continue the value. */
  readonly more: readonly Cell[];
}

const ANY_LABEL = /^(?:[\p{L}#/().' -]{2,32}):(?:\s|$)/u;

/** All values whose label matches one of the patterns (on lower case, anchored at the cell's start); earlier patterns rank first. */
export function labelled(
  paper: Paper,
  zones: readonly Zone[],
  patterns: readonly RegExp[],
  where: (zone: Zone, line: Line) => boolean = notTaglines,
): Labelled[] {
  const found: Labelled[] = [];
  paper.lines.forEach((line, index) => {
    const zone = zones[index] ?? 'body';
    if (line.running && line.page > 0) return;
    if (!where(zone, line) || isTableHead(paper, index)) return;
    line.cells.forEach((cell, at) => {
      for (const [rank, pattern] of patterns.entries()) {
        const hit = pattern.exec(cell.lower);
        if (hit === null) continue;
        const value = valueBeside(paper, index, at, hit[0].length);
        if (value !== undefined) found.push({ label: hit[0].trim(), rank, line: index, ...value });
        return;
      }
    });
  });
  return found.sort((a, b) => a.rank - b.rank || a.line - b.line);
}

/** A row of column titles: several cells without digits or colons, above a rule or a row of data. */
function isTableHead(paper: Paper, index: number): boolean {
  const line = paper.lines[index];
  const next = paper.lines[index + 1];
  if (line === undefined || next === undefined || line.cells.length < 4 || /[\d:]/.test(line.text)) return false;
  if (line.cells.some((cell) => cell.tokens.length > 3)) return false;
  return next.running || next.cells.length >= line.cells.length - 1;
}

function notTaglines(zone: Zone): boolean {
  return zone !== 'taglines' && zone !== 'legend';
}

function valueBeside(
  paper: Paper,
  lineIndex: number,
  cellIndex: number,
  labelLength: number,
): { piece: Piece; from: number; to: number; more: Cell[] } | undefined {
  const line = paper.lines[lineIndex];
  const cell = line?.cells[cellIndex];
  if (line === undefined || cell === undefined) return undefined;
  const leaders = /^[\s.:#-]*/.exec(cell.text.slice(labelLength))?.[0].length ?? 0;
  const from = labelLength + leaders;
  if (from < cell.text.length) {
    return { piece: cell, from, to: cell.text.length, more: continuation(paper, lineIndex, cell) };
  }
  const next = line.cells.slice(cellIndex + 1).find((other) => /[\p{L}\p{N}$]/u.test(other.text));
  if (next === undefined || ANY_LABEL.test(next.text)) return undefined;
  const skip = /^[\s.:]*/.exec(next.text)?.[0].length ?? 0;
  return { piece: next, from: skip, to: next.text.length, more: continuation(paper, lineIndex, next) };
}

/** Cells on the lines below that start where the value started and carry no label of their own. */
function continuation(paper: Paper, lineIndex: number, value: Cell): Cell[] {
  const cells: Cell[] = [];
  for (let at = lineIndex + 1; at < Math.min(lineIndex + 4, paper.lines.length); at += 1) {
    const line = paper.lines[at];
    const first = line?.cells[0];
    if (line === undefined || first === undefined || line.gapAbove || Math.abs(first.left - value.left) > 8) break;
    if (ANY_LABEL.test(first.text)) break;
    cells.push(first);
  }
  return cells;
}
