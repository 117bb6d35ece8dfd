// The letter's reference block: member, claim, service and the like, each with the pages it was read from.
import type { Block, Inline } from '../../../shared/model/letter.ts';
import type { Fonts } from '../fonts.ts';
import { citeSpans, type Places, spansOf } from './letter-spans.ts';
import {
  baselineIn,
  keepTogether,
  type ParagraphStyle,
  paragraphRows,
  ruleRow,
  withItems,
  withItemsBefore,
} from './rows.ts';
import { anchor, COLUMN, HAIRLINE, moved, QUIET, type Row } from './sheet.ts';
import { setSpans } from './spans.ts';
import { type Tag, tagged } from './tag.ts';

const PAIRS: ParagraphStyle = { size: 10.5, leading: 14.5, before: 0, together: true };
/** Labels and sources of the reference block. */
const SMALL = 9;
/** A table of more lines than this may go over two pages. */
const WHOLE_PAIRS = 18;
/** The reference block's label column is as wide as its widest label, up to this. */
const LABEL_MAX = 150;

/** The reference block between two hairlines: labels, values, and at the right the pages they were read from. */
export function pairRows(
  pairs: Extract<Block, { kind: 'pairs' }>['rows'],
  part: Tag,
  places: Places,
  fonts: Fonts,
): readonly Row[] {
  const table = tagged('Table', part);
  const widths = pairs.map((pair) => fonts.width(labelText(pair.label), 'sans-bold', SMALL));
  const labels = Math.min(LABEL_MAX, Math.max(0, ...widths)) + 16;
  const sources = fonts.width(`Ex. AA, p. 00 (${places.widestNumber})`, 'sans', SMALL) + 4;
  const indentRight = pairs.some((pair) => pair.value.at(-1)?.kind === 'cite') ? Math.min(sources, COLUMN / 3) + 12 : 0;
  const rows = pairs.flatMap((pair) => {
    const { value, cites } = trailingCites(pair.value);
    const style = { ...PAIRS, indent: labels, indentRight };
    const tr = tagged('TR', table);
    const [head, cell, read] = [tagged('TH', tr, { scope: 'Row' }), tagged('TD', tr), tagged('TD', tr)];
    const aside = [
      setSpans([{ text: labelText(pair.label), face: 'sans-bold', color: QUIET }], SMALL, labels - 12, fonts, head),
      cites.flatMap((cite) => {
        const tag = cites.length === 1 ? read : tagged('P', read);
        return setSpans(citeSpans(cite, 'sans', places, undefined, true), SMALL, indentRight - 12, fonts, tag);
      }),
    ] as const;
    const text = paragraphRows(spansOf(value, { face: 'serif' }, places, undefined), style, COLUMN, fonts, cell);
    const count = Math.max(text.length, ...aside.map((lines) => lines.length));
    return Array.from({ length: count }, (_, index): Row => {
      const row = text[index] ?? { height: PAIRS.leading, before: 0, breakBefore: false, items: [] };
      const y = baselineIn(PAIRS);
      const [label, source] = aside.map((lines) => lines[index]);
      const labelled = label?.items.map((item) => moved(item, 0, y)) ?? [];
      const sourced = source?.items.map((item) => moved(item, COLUMN - source.width, y)) ?? [];
      const cells = index > 0 ? [] : [head, cell, ...(indentRight > 0 ? [read] : [])];
      return withItems(withItemsBefore(row, [...cells.map(anchor), ...labelled]), sourced, source?.marks);
    });
  });
  const line = { width: 0.5, color: HAIRLINE, to: COLUMN };
  const top = ruleRow({ ...line, before: 14, after: 5 });
  const foot = { ...ruleRow({ ...line, before: 5, after: 4 }), breakBefore: false };
  // White parts rows that are paragraphs.
  const white = rows.length > pairs.length * 1.5 ? 5 : 0;
  const parted = rows.map((row, index) =>
    row.breakBefore && index > 0 ? { ...row, before: row.before + white } : row,
  );
  if (rows.length <= WHOLE_PAIRS) return keepTogether([top, ...parted, foot]);
  const last = parted.findLastIndex((row) => row.breakBefore);
  const held = parted.map((row, index) => (index === 0 || index === last ? { ...row, breakBefore: false } : row));
  return [top, ...held, foot];
}

/** A value without the citations at its end, and those. */
function trailingCites(inlines: readonly Inline[]): {
  readonly value: readonly Inline[];
  readonly cites: readonly Extract<Inline, { kind: 'cite' }>[];
} {
  const isBlank = (inline: Inline) => inline.kind === 'text' && inline.text.trim() === '';
  let end = inlines.length;
  while (end > 0 && (inlines[end - 1]?.kind === 'cite' || isBlank(inlines[end - 1]!))) end -= 1;
  return {
    value: inlines.slice(0, end),
    cites: inlines.slice(end).filter((inline) => inline.kind === 'cite'),
  };
}

function labelText(label: string): string {
  return label.replace(/:\s*$/, '');
}
