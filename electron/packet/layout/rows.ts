// Paragraphs, headings, rules and white as rows that a page can be filled with.
import type { Fonts } from '../fonts.ts';
import { type Item, type Mark, moved, type Row } from './sheet.ts';
import { type SetLine, type Span, setSpans } from './spans.ts';
import type { Tag } from './tag.ts';

export interface ParagraphStyle {
  readonly size: number;
  /** From baseline to baseline, points. */
  readonly leading: number;
  /** White above the first line. */
  readonly before: number;
  /** Left and right, from the edges of the column. */
  readonly indent?: number;
  readonly indentRight?: number;
  readonly align?: 'left' | 'center';
  /** No page may end inside. */
  readonly together?: boolean;
}

/** Lines of a paragraph that must stay together at the foot and at the head of a page. */
const TOGETHER = 2;

/** Sets a paragraph as rows of the column. Neither its first line stands alone at a page's foot nor its last at a page's head. `tag` is its element. */
export function paragraphRows(
  spans: readonly Span[],
  style: ParagraphStyle,
  column: number,
  fonts: Fonts,
  tag?: Tag,
): readonly Row[] {
  const indent = style.indent ?? 0;
  const width = column - indent - (style.indentRight ?? 0);
  const lines = setSpans(spans, style.size, width, fonts, tag);
  return lines.map((line, index) => ({
    height: style.leading,
    before: index === 0 ? style.before : 0,
    breakBefore: mayBreak(index, lines.length, style.together === true),
    items: placed(line, style, indent, width),
    marks: line.marks,
  }));
}

function mayBreak(index: number, count: number, together: boolean): boolean {
  if (index === 0) return true;
  if (together) return false;
  return index >= TOGETHER && index <= count - TOGETHER;
}

function placed(line: SetLine, style: ParagraphStyle, indent: number, width: number): readonly Item[] {
  const x = indent + (style.align === 'center' ? (width - line.width) / 2 : 0);
  return line.items.map((item) => moved(item, x, baselineIn(style)));
}

/** Distance of the baseline from the top of a row of this style. */
export function baselineIn(style: Pick<ParagraphStyle, 'size' | 'leading'>): number {
  return (style.leading - style.size) / 2 + style.size * 0.8;
}

/** The same rows as one piece. */
export function keepTogether(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => (index === 0 ? row : { ...row, breakBefore: false }));
}

/** A line across the column. */
export function ruleRow(line: {
  readonly before: number;
  readonly after: number;
  readonly width: number;
  readonly color: readonly [number, number, number];
  readonly from?: number;
  readonly to: number;
}): Row {
  return {
    height: line.after,
    before: line.before,
    breakBefore: true,
    items: [{ kind: 'line', x1: line.from ?? 0, y1: 0, x2: line.to, y2: 0, width: line.width, color: line.color }],
  };
}

/** The same row with further items and marks. */
export function withItems(row: Row, items: readonly Item[], marks: readonly Mark[] = []): Row {
  return { ...row, items: [...row.items, ...items], marks: [...(row.marks ?? []), ...marks] };
}

/** The same row with items that are read before its own. */
export function withItemsBefore(row: Row, items: readonly Item[]): Row {
  return { ...row, items: [...items, ...row.items] };
}
