// A letter beside the appeal as a Word file: real headings, lists and tables, blanks highlighted, to go on writing.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { withCitesInWords } from '../../shared/letters/kinds/cite-words.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Block, Inline, Letter } from '../../shared/model/letter.ts';

/** Twentieths of a point. */
const POINT = 20;
const INCH = 72 * POINT;
const COLUMN = 6.5 * INCH;
const LABELS = Math.round(1.75 * INCH);
const FONT = 'Cambria';
const NUMBERED = 'numbered';
const DOTTED = 'dotted';
/** Rules above and below a table's rows. */
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'C8CCD2' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** The letter as a .docx file. `documents` are the papers it cites, by id. The file names no author. */
export async function letterDocx(letter: Letter, documents: ReadonlyMap<string, FullDocument>): Promise<Uint8Array> {
  const { blocks, subject } = withCitesInWords(letter, documents);
  const file = new Document({
    title: subject,
    creator: 'Appeal Vault',
    lastModifiedBy: 'Appeal Vault',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, language: { value: 'en-US' } },
          paragraph: { spacing: { line: 276 } },
        },
        heading1: {
          run: { font: FONT, size: 26, bold: true, color: '213D61' },
          paragraph: { spacing: { before: 320, after: 80 }, keepNext: true },
        },
        heading2: {
          run: { font: FONT, size: 23, bold: true, color: '17191F' },
          paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        { reference: NUMBERED, levels: [listLevel(LevelFormat.DECIMAL, '%1.')] },
        { reference: DOTTED, levels: [listLevel(LevelFormat.BULLET, '•')] },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 8.5 * INCH, height: 11 * INCH },
            margin: { top: INCH, right: INCH, bottom: INCH, left: INCH },
          },
        },
        footers: { default: pageFooter() },
        children: blocks.flatMap((block, index) => blockParts(block, index)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function listLevel(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const paragraph = { indent: { left: 24 * POINT, hanging: 18 * POINT } };
  return { level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph } };
}

function pageFooter(): Footer {
  const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children, size: 17, color: '61686F' })],
      }),
    ],
  });
}

/** Each ordered list is an instance of its own, so that it starts at 1. */
function blockParts(block: Block, index: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading, children: [new TextRun(block.text)] })];
    }
    case 'paragraph':
      return [paragraphOf(block.inlines, { spacing: { before: 120, after: 60 } })];
    case 'quote':
      return [
        paragraphOf(block.inlines, {
          spacing: { before: 100, after: 60 },
          indent: { left: 20 * POINT, right: 20 * POINT },
        }),
      ];
    case 'list': {
      const numbering = { reference: block.ordered ? NUMBERED : DOTTED, level: 0, instance: index };
      return block.items.map((item) => paragraphOf(item, { numbering, spacing: { after: 50 } }));
    }
    case 'pairs':
      return [tableOf(block), new Paragraph({ spacing: { after: 0, line: 160 } })];
    case 'lines':
      return linesOf(block.lines, { first: index === 0 ? 0 : 200, others: 0, bold: index === 0 });
    case 'signature':
      return linesOf(block.lines, { first: 280, others: 160, bold: false });
  }
}

function paragraphOf(inlines: readonly Inline[], options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, children: runsOf(inlines) });
}

/** Lines kept together; the first of a letterhead is the sender's name. */
function linesOf(
  lines: readonly (readonly Inline[])[],
  style: { readonly first: number; readonly others: number; readonly bold: boolean },
): Paragraph[] {
  return lines.map((line, index) => {
    const spacing = { before: index === 0 ? style.first : style.others, after: 0 };
    const keepNext = index < lines.length - 1;
    return new Paragraph({ spacing, keepNext, children: runsOf(line, style.bold && index === 0) });
  });
}

function runsOf(inlines: readonly Inline[], bold = false): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    if (inline.kind === 'blank') return [new TextRun({ text: `[${inline.label}]`, highlight: 'yellow', bold })];
    if (inline.kind === 'cite') return [];
    const { italic } = inline;
    return inline.text.split('\n').map(
      (text, index) =>
        new TextRun({
          text,
          bold: bold || inline.bold === true,
          italics: italic === true,
          ...(index > 0 && { break: 1 }),
        }),
    );
  });
}

/** Labels and values between two hairlines. */
function tableOf({ rows }: Extract<Block, { kind: 'pairs' }>): Table {
  return new Table({
    width: { size: COLUMN, type: WidthType.DXA },
    columnWidths: [LABELS, COLUMN - LABELS],
    borders: {
      top: HAIR,
      bottom: HAIR,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: HAIR,
      insideVertical: NO_LINE,
    },
    rows: rows.map(({ label, value }) => {
      const name = new TextRun({ text: label.replace(/:\s*$/, ''), bold: true, size: 19, color: '61686F' });
      return new TableRow({
        cantSplit: true,
        children: [cell([name], LABELS), cell(runsOf(value), COLUMN - LABELS)],
      });
    }),
  });
}

function cell(children: ParagraphChild[], width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [new Paragraph({ children })],
  });
}
