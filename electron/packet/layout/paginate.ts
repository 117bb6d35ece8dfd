// Rows → pages: as full as can be, broken only where a row allows it.
import { type Item, type Mark, moved, type Row, type Sheet, untagged } from './sheet.ts';

/** Where rows may stand on a page, in points from its top left. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  /** Distance of the last row's foot from the page's top. */
  readonly bottom: number;
}

export interface PlacedMark {
  readonly mark: Mark;
  /** Zero-based sheet. */
  readonly sheet: number;
  /** From the page's top. */
  readonly y: number;
}

export interface Pages {
  readonly sheets: readonly Sheet[];
  readonly marks: readonly PlacedMark[];
}

/** Fills pages with rows. `head` is repeated at the top of every page but the first. A piece taller than a page is broken where it must be. */
export function paginate(rows: readonly Row[], frame: Frame, head: readonly Row[] = []): Pages {
  const sheets: Sheet[] = [];
  const marks: PlacedMark[] = [];
  const room = frame.bottom - frame.top;
  const again = head.map((row) => ({ ...row, items: row.items.map(untagged) }));
  for (let from = 0; from < rows.length; ) {
    const heading = from === 0 ? [] : again;
    const to = endOfPage(rows, from, room - heightOf(heading));
    const items: Item[] = [];
    let y = frame.top;
    [...heading, ...rows.slice(from, to)].forEach((row, index) => {
      y += index === 0 ? 0 : row.before;
      items.push(...row.items.map((item) => moved(item, frame.left, y)));
      marks.push(...(row.marks ?? []).map((mark) => ({ mark, sheet: sheets.length, y })));
      y += row.height;
    });
    sheets.push({ items });
    from = to;
  }
  return { sheets, marks };
}

/** Index after the last row of a page that starts with row `from`. */
function endOfPage(rows: readonly Row[], from: number, room: number): number {
  let y = 0;
  let to = from;
  while (to < rows.length) {
    const row = rows[to];
    if (row === undefined) break;
    y += (to === from ? 0 : row.before) + row.height;
    if (y > room + 0.01) break;
    to += 1;
  }
  if (to >= rows.length) return rows.length;
  for (let at = to; at > from; at -= 1) if (rows[at]?.breakBefore === true) return at;
  return Math.max(to, from + 1);
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row, index) => sum + row.height + (index === 0 ? 0 : row.before), 0);
}
