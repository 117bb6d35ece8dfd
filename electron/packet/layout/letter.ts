// The appeal letter set as pages: letterhead, reference block, headings, quotes, lists, signature.
import type { GroundId } from '../../../shared/ids.ts';
import type { Block, Inline, Letter } from '../../../shared/model/letter.ts';
import { groundsOfBlocks } from '../../../shared/packet/letter-cites.ts';
import type { Fonts } from '../fonts.ts';
import { citeSpans, type Places, spansOf } from './letter-spans.ts';
import { type Pages, paginate } from './paginate.ts';
import {
  baselineIn,
  keepTogether,
  type ParagraphStyle,
  paragraphRows,
  ruleRow,
  withItems,
  withItemsBefore,
} from './rows.ts';
import {
  ACCENT,
  anchor,
  COLUMN,
  HAIRLINE,
  INK,
  type Item,
  MARGIN,
  moved,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  QUIET,
  type Row,
} from './sheet.ts';
import { setSpans } from './spans.ts';
import { partTag, type Tag, tagged } from './tag.ts';

const BODY: ParagraphStyle = { size: 11, leading: 15.5, before: 8 };
const LINES: ParagraphStyle = { size: 11, leading: 14.5, before: 0, together: true };
const QUOTE: ParagraphStyle = { size: 10.5, leading: 14.5, before: 8, indent: 20, indentRight: 20 };
const PAIRS: ParagraphStyle = { size: 10.5, leading: 14.5, before: 0, together: true };
/** Labels and sources of the reference block. */
const SMALL = 9;
const LIST_INDENT = 20;
/** A table of more lines than this may go over two pages. */
const WHOLE_PAIRS = 18;
/** The reference block's label column is as wide as its widest label, up to this. */
const LABEL_MAX = 150;

/** Sets a letter. Marks tell where its headings and citations came to stand. */
export function layoutLetter(letter: Letter, places: Places, fonts: Fonts): Pages {
  const grounds = groundsOfBlocks(letter.blocks);
  const part = partTag('Appeal letter');
  const rows: Row[] = [];
  letter.blocks.forEach((block, index) => {
    const set =
      index === 0 && block.kind === 'lines'
        ? letterhead(block.lines, part, places, fonts)
        : blockRows(block, letter.blocks[index - 1], grounds[index], part, places, fonts);
    const follows = clings(letter.blocks[index - 1], block);
    rows.push(...set.map((row, at) => (at === 0 && follows ? { ...row, breakBefore: false } : row)));
  });
  const pages = paginate(rows, { left: MARGIN, top: MARGIN, bottom: PAGE_HEIGHT - MARGIN - 6 });
  const count = pages.sheets.length;
  const sheets = pages.sheets.map((sheet, index) =>
    index === 0 ? sheet : { items: [...runningHead(letter.subject, index + 1, count, fonts), ...sheet.items] },
  );
  return { sheets, marks: pages.marks };
}

/** True when no page may end between two blocks: after a heading, between “It says:” and what it says, before the signature. */
function clings(before: Block | undefined, block: Block): boolean {
  if (before === undefined) return false;
  if (before.kind === 'heading' || block.kind === 'signature') return true;
  if (before.kind !== 'paragraph' || !['quote', 'list', 'pairs'].includes(block.kind)) return false;
  const last = before.inlines.at(-1);
  return last?.kind === 'text' && last.text.trimEnd().endsWith(':');
}

function blockRows(
  block: Block,
  before: Block | undefined,
  groundId: GroundId | undefined,
  part: Tag,
  places: Places,
  fonts: Fonts,
): readonly Row[] {
  switch (block.kind) {
    case 'heading':
      return headingRows(block, groundId, part, fonts);
    case 'paragraph': {
      const style = before?.kind === 'heading' ? { ...BODY, before: 2 } : BODY;
      const spans = spansOf(block.inlines, { face: 'serif' }, places, groundId);
      return paragraphRows(spans, style, COLUMN, fonts, tagged('P', part));
    }
    case 'quote':
      return quoteRows(block.inlines, groundId, part, places, fonts);
    case 'list': {
      const list = tagged('L', part, { numbering: block.ordered ? 'Decimal' : 'Disc' });
      return block.items.flatMap((item, index) =>
        listItemRows(item, block.ordered ? `${index + 1}.` : '•', index === 0, groundId, list, places, fonts),
      );
    }
    case 'pairs':
      return pairRows(block.rows, part, places, fonts);
    case 'lines':
      return lineRows(block.lines, before?.kind === 'lines' ? 14 : 12, part, places, fonts);
    case 'signature':
      return signatureRows(block.lines, part, places, fonts);
  }
}

/** The sender as printed on good paper: the name large, the rest small, a rule below. */
function letterhead(lines: readonly (readonly Inline[])[], part: Tag, places: Places, fonts: Fonts): readonly Row[] {
  const rows = lines.flatMap((line, index): readonly Row[] => {
    const name = index === 0;
    const style: ParagraphStyle = name
      ? { size: 15, leading: 20, before: 0, together: true }
      : { size: 9.5, leading: 12.5, before: 0, together: true };
    const spans = spansOf(
      line,
      name ? { face: 'serif', bold: true, color: ACCENT } : { face: 'sans', color: QUIET },
      places,
      undefined,
    );
    return paragraphRows(spans, style, COLUMN, fonts, tagged('P', part));
  });
  return keepTogether([...rows, ruleRow({ before: 8, after: 10, width: 0.9, color: ACCENT, to: COLUMN })]);
}

function headingRows(
  block: Extract<Block, { kind: 'heading' }>,
  groundId: GroundId | undefined,
  part: Tag,
  fonts: Fonts,
): readonly Row[] {
  const top = block.level === 1;
  const style: ParagraphStyle = top
    ? { size: 13, leading: 17, before: 18, together: true }
    : { size: 11.5, leading: 15.5, before: 13, together: true };
  const span = { text: block.text, face: 'serif-bold', color: top ? ACCENT : INK } as const;
  const rows = paragraphRows([span], style, COLUMN, fonts, tagged(top ? 'H1' : 'H2', part));
  return rows.map((row, index) =>
    index === 0
      ? withItems(
          row,
          [],
          [{ kind: 'heading', text: block.text, level: block.level, groundId: block.groundId ?? groundId }],
        )
      : row,
  );
}

function quoteRows(
  inlines: readonly Inline[],
  groundId: GroundId | undefined,
  part: Tag,
  places: Places,
  fonts: Fonts,
): readonly Row[] {
  const rows = paragraphRows(
    spansOf(inlines, { face: 'serif', color: [0.2, 0.22, 0.25] }, places, groundId),
    QUOTE,
    COLUMN,
    fonts,
    tagged('P', tagged('BlockQuote', part)),
  );
  const x = 9;
  return rows.map((row) =>
    withItems(row, [{ kind: 'line', x1: x, y1: 0, x2: x, y2: row.height, width: 1.4, color: [0.66, 0.72, 0.79] }]),
  );
}

function listItemRows(
  item: readonly Inline[],
  marker: string,
  first: boolean,
  groundId: GroundId | undefined,
  list: Tag,
  places: Places,
  fonts: Fonts,
): readonly Row[] {
  const style: ParagraphStyle = { ...BODY, before: first ? 6 : 3, indent: LIST_INDENT };
  const entry = tagged('LI', list);
  const spans = spansOf(item, { face: 'serif' }, places, groundId);
  const rows = paragraphRows(spans, style, COLUMN, fonts, tagged('LBody', entry));
  const sign: Item = {
    kind: 'text',
    x: marker === '•' ? 7 : 2,
    y: baselineIn(style),
    size: style.size,
    face: 'serif',
    color: INK,
    text: marker,
    tag: tagged('Lbl', entry),
  };
  return rows.map((row, index) => (index === 0 ? withItemsBefore(row, [sign]) : row));
}

/** The reference block between two hairlines: labels, values, and at the right the pages they were read from. */
function pairRows(
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

/** Closing, line to sign on, name. Lines to write on get room for a hand. */
function signatureRows(lines: readonly (readonly Inline[])[], part: Tag, places: Places, fonts: Fonts): readonly Row[] {
  const rows = lines.flatMap((line, index) => {
    const toWriteOn = line.some((inline) => inline.kind === 'text' && inline.text.includes('___'));
    const style = { ...LINES, before: index === 0 ? 14 : toWriteOn ? 18 : 2 };
    const spans = line.length === 0 ? [blankLine] : spansOf(line, { face: 'serif' }, places, undefined);
    return paragraphRows(spans, style, COLUMN, fonts, tagged('P', part));
  });
  return keepTogether(rows);
}

function labelText(label: string): string {
  return label.replace(/:\s*$/, '');
}

function lineRows(
  lines: readonly (readonly Inline[])[],
  before: number,
  part: Tag,
  places: Places,
  fonts: Fonts,
): readonly Row[] {
  const rows = lines.flatMap((line, index) => {
    const style = { ...LINES, before: index === 0 ? before : 0 };
    const spans = line.length === 0 ? [blankLine] : spansOf(line, { face: 'serif' }, places, undefined);
    return paragraphRows(spans, style, COLUMN, fonts, tagged('P', part));
  });
  return keepTogether(rows);
}

const blankLine = { text: '', face: 'serif', color: INK } as const;

/** From its second page on the letter says on top what it is about and which page this is. */
function runningHead(subject: string, page: number, count: number, fonts: Fonts): readonly Item[] {
  const size = 8.5;
  const right = `Letter, page ${page} of ${count}`;
  const rightWidth = fonts.width(right, 'sans', size);
  const room = COLUMN - rightWidth - 24;
  const y = 46;
  return [
    { kind: 'text', x: MARGIN, y, size, face: 'sans', color: QUIET, text: shortened(subject, room, size, fonts) },
    { kind: 'text', x: PAGE_WIDTH - MARGIN - rightWidth, y, size, face: 'sans', color: QUIET, text: right },
    { kind: 'line', x1: MARGIN, y1: y + 6, x2: PAGE_WIDTH - MARGIN, y2: y + 6, width: 0.5, color: HAIRLINE },
  ];
}

/** A text cut with an ellipsis so that it fits in `room` points of the plain sans. */
export function shortened(text: string, room: number, size: number, fonts: Fonts): string {
  if (fonts.width(text, 'sans', size) <= room) return text;
  const words = text.split(' ');
  while (words.length > 1 && fonts.width(`${words.join(' ')}…`, 'sans', size) > room) words.pop();
  return `${words.join(' ')}…`;
}
