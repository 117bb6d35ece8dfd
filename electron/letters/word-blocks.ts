// Blocks of a letter → paragraphs and tables of a Word file, each in the style that tells what it is.
import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { tidyText } from '../../shared/letters/editing/tidy.ts';
import { groundBookmark, WORD_STYLES } from '../../shared/letters/word/marks.ts';
import { blankWords } from '../../shared/letters/word/read-inlines.ts';
import type { Block, Inline } from '../../shared/model/letter.ts';
import { COLUMN, DOTTED, LABELS, NUMBERED, POINT } from './word-styles.ts';

/** How a citation is written. */
export type CiteRuns = (cite: Extract<Inline, { kind: 'cite' }>) => readonly ParagraphChild[];

/** Rules above and below a table's rows. */
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'C8CCD2' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** The block at `index` of a letter. Each ordered list is an instance of its own, so that it starts at 1. */
export function blockParts(block: Block, index: number, cite: CiteRuns): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block)];
    case 'paragraph':
      return [paragraphOf(block.inlines, { spacing: { before: 120, after: 60 } }, cite)];
    case 'quote':
      return [paragraphOf(block.inlines, { style: WORD_STYLES.quote }, cite)];
    case 'list': {
      const numbering = { reference: block.ordered ? NUMBERED : DOTTED, level: 0, instance: index };
      return block.items.map((item) => paragraphOf(item, { numbering, spacing: { after: 50 } }, cite));
    }
    case 'pairs':
      return [pairsTable(block, cite), new Paragraph({ spacing: { after: 0, line: 160 } })];
    case 'lines':
      return [linesParagraph(block.lines, index === 0, cite)];
    case 'signature':
      return block.lines.map((line, at) =>
        paragraphOf(line, { style: WORD_STYLES.signature, keepNext: at < block.lines.length - 1 }, cite),
      );
  }
}

/** A heading that opens the answer to a ground says so by a bookmark, whatever it is called later. */
function headingOf(block: Extract<Block, { kind: 'heading' }>): Paragraph {
  const run = new TextRun(tidyText(block.text));
  const { groundId } = block;
  return new Paragraph({
    heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: groundId === undefined ? [run] : [new Bookmark({ id: groundBookmark(groundId), children: [run] })],
  });
}

function paragraphOf(inlines: readonly Inline[], options: IParagraphOptions, cite: CiteRuns): Paragraph {
  return new Paragraph({ ...options, children: runsOf(inlines, cite) });
}

/** Lines of an address are one paragraph; the first line of a letterhead is the sender's name. */
function linesParagraph(lines: readonly (readonly Inline[])[], isLetterhead: boolean, cite: CiteRuns): Paragraph {
  const children = lines.flatMap((line, at): ParagraphChild[] => [
    ...(at > 0 ? [new TextRun({ break: 1 })] : []),
    ...runsOf(line, cite, isLetterhead && at === 0 ? WORD_STYLES.sender : undefined),
  ]);
  return new Paragraph({ style: WORD_STYLES.lines, keepLines: true, children });
}

/** Runs of inlines; text takes the character style, if any. */
export function runsOf(inlines: readonly Inline[], cite: CiteRuns, style?: string): ParagraphChild[] {
  return inlines.flatMap((inline): readonly ParagraphChild[] => {
    if (inline.kind === 'blank') {
      const text = `[${tidyText(blankWords(inline.label))}]`;
      return [new TextRun({ text, highlight: 'yellow', style: WORD_STYLES.blank })];
    }
    if (inline.kind === 'cite') return cite(inline);
    const { bold, italic } = inline;
    return tidyText(inline.text)
      .split('\n')
      .map(
        (text, index) =>
          new TextRun({
            text,
            ...(bold === true && { bold }),
            ...(italic === true && { italics: italic }),
            ...(style !== undefined && { style }),
            ...(index > 0 && { break: 1 }),
          }),
      );
  });
}

/** Labels and values between two hairlines. */
function pairsTable({ rows }: Extract<Block, { kind: 'pairs' }>, cite: CiteRuns): Table {
  return tableOf(
    rows.map(({ label, value }) => {
      const name = new TextRun({ text: tidyText(label), bold: true, size: 19, color: '61686F' });
      return [[name], runsOf(value, cite)];
    }),
    [LABELS, COLUMN - LABELS],
  );
}

/** A table between two hairlines; widths in twentieths of a point. */
export function tableOf(
  rows: readonly (readonly ParagraphChild[][])[],
  widths: readonly number[],
  style?: string,
): Table {
  return new Table({
    width: { size: COLUMN, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: {
      top: HAIR,
      bottom: HAIR,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: HAIR,
      insideVertical: NO_LINE,
    },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children, at) => cellOf(children, widths[at] ?? 0, style)),
        }),
    ),
  });
}

function cellOf(children: readonly ParagraphChild[], width: number, style: string | undefined): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 2 * POINT, bottom: 2 * POINT, left: 3 * POINT, right: 3 * POINT },
    children: [new Paragraph({ children: [...children], ...(style !== undefined && { style }) })],
  });
}
