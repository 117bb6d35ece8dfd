// Laid-out items → content operators and link rectangles of a page. Turns our top-left origin into PDF's bottom-left one.
import type { Fonts } from './fonts.ts';
import type { Color, Item, LinkItem, Numbering, RectItem, Sheet } from './layout/sheet.ts';
import type { Tag } from './layout/tag.ts';
import type { PageTags } from './structure.ts';

/** The whole numbers below some thousand, and what stands behind them for each thousandth: a packet of 1,000 pages has a million numbers. */
const WHOLE = Array.from({ length: 4096 }, (_, value) => String(value));
const THOUSANDTHS = Array.from({ length: 1000 }, (_, value) => String(value / 1000).slice(1));

/** A number as PDF wants it: up to three decimals, never an exponent. */
export function num(value: number): string {
  const thousandths = Math.round(value * 1000);
  const whole = Math.floor(thousandths / 1000);
  if (whole >= 0 && whole < WHOLE.length) return `${WHOLE[whole]}${THOUSANDTHS[thousandths - whole * 1000]}`;
  // Below a thousand million the shortest form of a number rounded to thousandths has no exponent.
  return Math.abs(value) < 1e9 ? String(thousandths / 1000) : value.toFixed(0);
}

export interface Painted {
  readonly content: string;
  /** In PDF coordinates: left, bottom, right, top. */
  readonly links: readonly { readonly rect: readonly [number, number, number, number]; readonly link: LinkItem }[];
}

/** Paints a sheet of the given height. With `tags` each piece is marked as part of its element, and what has none as decoration. */
export function paintSheet(sheet: Sheet, height: number, numbering: Numbering, fonts: Fonts, tags?: PageTags): Painted {
  const paint = (item: Item) => paintItem(item, height, numbering, fonts);
  const content =
    tags === undefined ? sheet.items.map(paint).filter((part) => part !== '') : markedContent(sheet.items, paint, tags);
  const links = sheet.items.flatMap((item) =>
    item.kind === 'link'
      ? [{ rect: [item.x, height - item.y - item.h, item.x + item.w, height - item.y] as const, link: item }]
      : [],
  );
  return { content: content.join('\n'), links };
}

/**
 * Decoration first, for it lies below; then the elements' text in the order of the items. Text of the same element that follows without
 * a break is one sequence.
 */
function markedContent(items: readonly Item[], paint: (item: Item) => string, tags: PageTags): readonly string[] {
  const decoration = items.flatMap((item) => (isTagged(item) ? [] : [paint(item)])).filter((part) => part !== '');
  const parts = decoration.length === 0 ? [] : ['/Artifact BMC', ...decoration, 'EMC'];
  let open: Tag | undefined;
  for (const item of items) {
    if (!isTagged(item)) continue;
    tags.touch(item.tag);
    const ops = paint(item);
    if (ops === '') continue;
    if (open !== item.tag) {
      if (open !== undefined) parts.push('EMC');
      parts.push(tags.begin(item.tag));
      open = item.tag;
    }
    parts.push(ops);
  }
  return open === undefined ? parts : [...parts, 'EMC'];
}

function isTagged(item: Item): item is Item & { readonly tag: Tag } {
  return (item.kind === 'text' || item.kind === 'link') && item.tag !== undefined;
}

function paintItem(item: Item, height: number, numbering: Numbering, fonts: Fonts): string {
  switch (item.kind) {
    case 'text': {
      const text = typeof item.text === 'string' ? item.text : item.text(numbering);
      if (text.trim() === '') return '';
      const ops = textOps(text, item.x, height - item.y, item.size, item.face, item.color, fonts);
      return item.spaceAfter === true ? ops.replace(/ ET$/, `\n${fonts.show(' ', item.face, item.size)} ET`) : ops;
    }
    case 'line':
      return `q ${num(item.width)} w ${stroke(item.color)} ${num(item.x1)} ${num(height - item.y1)} m ${num(item.x2)} ${num(height - item.y2)} l S Q`;
    case 'rect':
      return rectOps(item, height);
    case 'link':
      return '';
  }
}

/** Operators that show a text with its baseline at (x, y) in PDF coordinates. */
export function textOps(
  text: string,
  x: number,
  y: number,
  size: number,
  face: Parameters<Fonts['show']>[1],
  color: Color,
  fonts: Fonts,
): string {
  return `BT ${fill(color)} 1 0 0 1 ${num(x)} ${num(y)} Tm\n${fonts.show(text, face, size)} ET`;
}

function rectOps(item: RectItem, height: number): string {
  const paint = item.fill === undefined ? 'S' : item.stroke === undefined ? 'f' : 'B';
  const colors = [
    item.fill === undefined ? '' : fill(item.fill),
    item.stroke === undefined ? '' : `${stroke(item.stroke)} ${num(item.lineWidth ?? 0.5)} w`,
  ].join(' ');
  const path = roundedPath(item.x, height - item.y - item.h, item.w, item.h, item.radius ?? 0);
  return `q ${colors} ${path} ${paint} Q`;
}

/** A rectangle's path with rounded corners; (x, y) is its lower left corner. */
export function roundedPath(x: number, y: number, w: number, h: number, radius: number): string {
  if (radius <= 0) return `${num(x)} ${num(y)} ${num(w)} ${num(h)} re`;
  const r = Math.min(radius, w / 2, h / 2);
  // Distance of a Bézier handle that makes a quarter circle of radius 1.
  const k = r * 0.5523;
  const p = (...values: readonly number[]) => values.map(num).join(' ');
  return [
    `${p(x + r, y)} m ${p(x + w - r, y)} l`,
    `${p(x + w - r + k, y, x + w, y + r - k, x + w, y + r)} c ${p(x + w, y + h - r)} l`,
    `${p(x + w, y + h - r + k, x + w - r + k, y + h, x + w - r, y + h)} c ${p(x + r, y + h)} l`,
    `${p(x + r - k, y + h, x, y + h - r + k, x, y + h - r)} c ${p(x, y + r)} l`,
    `${p(x, y + r - k, x + r - k, y, x + r, y)} c h`,
  ].join(' ');
}

/** Operator that sets the fill colour. */
export function fill(color: Color): string {
  return `${color.map(num).join(' ')} rg`;
}

function stroke(color: Color): string {
  return `${color.map(num).join(' ')} RG`;
}
