// Tables as rows: a heading row that repeats, cells of running text, hairlines between.
import type { Fonts } from '../fonts.ts';
import { ACCENT, anchor, HAIRLINE, type Item, moved, QUIET, type Row, type Target } from './sheet.ts';
import { type SetLine, type Span, setSpans } from './spans.ts';
import { type Tag, within } from './tag.ts';

export interface Column {
  readonly heading: string;
  readonly width: number;
}

/** The paragraphs of one cell. */
export type Cell = readonly (readonly Span[])[];

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Where a click anywhere on the row leads, unless a cell's own text leads elsewhere. */
  readonly target?: Target;
}

/** White between two columns. */
export const TABLE_GAP = 12;
const SIZE = 9.5;
const LEADING = 13;
const PADDING = 6;
/** A table row of more lines than this may go over two pages. */
const WHOLE = 16;

/** The heading row of a table, to stand above its rows and to repeat on each page. `table` is the table's element. */
export function tableHead(columns: readonly Column[], fonts: Fonts, table?: Tag): readonly Row[] {
  const row = within(table, 'TR');
  const tags = columns.map(() => within(row, 'TH', { scope: 'Column' }));
  const lines = columns.map((column, index) =>
    setSpans([{ text: column.heading, face: 'sans-bold', color: QUIET }], 8.5, column.width, fonts, tags[index]),
  );
  const count = Math.max(1, ...lines.map((cell) => cell.length));
  const rows = Array.from(
    { length: count },
    (_, index): Row => ({
      height: 11,
      before: 0,
      breakBefore: index === 0,
      items: [...(index === 0 ? anchors(tags) : []), ...cellItems(columns, lines, index, 8.5)],
    }),
  );
  const rule: Row = {
    height: 1,
    before: 4,
    breakBefore: false,
    items: [{ kind: 'line', x1: 0, y1: 0, x2: tableWidth(columns), y2: 0, width: 1, color: ACCENT }],
  };
  return [...rows, rule];
}

/** One row of a table. `table` is the table's element. */
export function tableRow(
  columns: readonly Column[],
  row: TableRow,
  first: boolean,
  fonts: Fonts,
  table?: Tag,
): readonly Row[] {
  const tags = rowTags(columns, row, table);
  const lines = columns.map((column, index) =>
    (row.cells[index] ?? []).flatMap((spans, at) =>
      setSpans(spans, SIZE, column.width, fonts, tags.paragraphs[index]?.[at]),
    ),
  );
  const count = Math.max(1, ...lines.map((cell) => cell.length));
  const width = tableWidth(columns);
  const hairline: Item = { kind: 'line', x1: 0, y1: 0, x2: width, y2: 0, width: 0.5, color: HAIRLINE };
  const top: Row = { height: PADDING, before: 0, breakBefore: !first, items: first ? [] : [hairline] };
  const body = Array.from({ length: count }, (_, index): Row => {
    const cells = index === 0 ? anchors(tags.cells) : [];
    const link = row.target === undefined ? [] : [rowLink(row.target, width, tags.link)];
    const marks = lines.flatMap((cell) => cell[index]?.marks ?? []);
    return {
      height: LEADING,
      before: 0,
      breakBefore: count > WHOLE && index >= 2 && index <= count - 2,
      items: [...cells, ...link, ...cellItems(columns, lines, index, SIZE)],
      marks,
    };
  });
  return [top, ...body, { height: PADDING, before: 0, breakBefore: false, items: [] }];
}

/** The line below the last row. */
export function tableFoot(columns: readonly Column[]): Row {
  const line: Item = { kind: 'line', x1: 0, y1: 0, x2: tableWidth(columns), y2: 0, width: 0.5, color: HAIRLINE };
  return { height: 1, before: 0, breakBefore: false, items: [line] };
}

interface RowTags {
  /** The elements of the cells, also of empty ones. */
  readonly cells: readonly (Tag | undefined)[];
  /** What each paragraph of each cell stands in: the cell itself when it is the only one. */
  readonly paragraphs: readonly (readonly (Tag | undefined)[])[];
  /** The element of the row's own link: all of the first cell that doesn't lead elsewhere. */
  readonly link: Tag | undefined;
}

function rowTags(columns: readonly Column[], { cells, target }: TableRow, table: Tag | undefined): RowTags {
  const row = within(table, 'TR');
  const tags = columns.map(() => within(row, 'TD'));
  const linked =
    target === undefined ? -1 : cells.findIndex((cell) => cell.flat().every((span) => span.target === undefined));
  const link = within(tags[linked], 'Link');
  const paragraphs = cells.map((cell, index) => {
    const inside = index === linked ? link : tags[index];
    return cell.map(() => (cell.length === 1 ? inside : within(inside, 'P')));
  });
  return { cells: tags, paragraphs, link };
}

/** Cells stand in the order of the columns, whichever of them gets words first. */
function anchors(tags: readonly (Tag | undefined)[]): readonly Item[] {
  return tags.flatMap((tag) => (tag === undefined ? [] : [anchor(tag)]));
}

function rowLink(target: Target, width: number, tag: Tag | undefined): Item {
  return { kind: 'link', x: 0, y: 0, w: width, h: LEADING, target, tag };
}

function cellItems(
  columns: readonly Column[],
  cells: readonly (readonly SetLine[])[],
  index: number,
  size: number,
): readonly Item[] {
  let x = 0;
  return columns.flatMap((column, at) => {
    const items = (cells[at]?.[index]?.items ?? []).map((item) => moved(item, x, (LEADING - size) / 2 + size * 0.8));
    x += column.width + TABLE_GAP;
    return items;
  });
}

function tableWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0) + TABLE_GAP * (columns.length - 1);
}
