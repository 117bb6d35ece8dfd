// The appeal letter set as pages: letterhead, reference block, headings, quotes, lists, signature.
import type { GroundId } from '../../../shared/ids.ts';
import type { Block, Inline, Letter } from '../../../shared/model/letter.ts';
import { groundsOfBlocks } from '../../../shared/packet/letter-cites.ts';
import type { Fonts } from '../fonts.ts';
import { pairRows } from './letter-pairs.ts';
import { type Places, spansOf } from './letter-spans.ts';
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
import { ACCENT, COLUMN, HAIRLINE, INK, type Item, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, QUIET, type Row } from './sheet.ts';
import { partTag, type Tag, tagged } from './tag.ts';

const BODY: ParagraphStyle = { size: 11, leading: 15.5, before: 8 };
const LINES: ParagraphStyle = { size: 11, leading: 14.5, before: 0, together: true };
const QUOTE: ParagraphStyle = { size: 10.5, leading: 14.5, before: 8, indent: 20, indentRight: 20 };
const LIST_INDENT = 20;

/** Sets a letter; `name` is what it is called in the file. Marks tell where its headings and citations came to stand. */
export function layoutLetter(letter: Letter, places: Places, fonts: Fonts, name = 'Appeal letter'): Pages {
  const grounds = groundsOfBlocks(letter.blocks);
  const part = partTag(name);
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
