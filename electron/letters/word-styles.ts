// Measures and styles of a letter in a Word file.
import { AlignmentType, type IStylesOptions, LevelFormat } from 'docx';
import { WORD_STYLES } from '../../shared/letters/word/marks.ts';

/** Twentieths of a point. */
export const POINT = 20;
export const INCH = 72 * POINT;
export const COLUMN = 6.5 * INCH;
export const LABELS = Math.round(1.75 * INCH);
const FONT = 'Cambria';
export const NUMBERED = 'numbered';
export const DOTTED = 'dotted';

const ACCENT = '213D61';

/** Sizes are half points, distances twentieths of a point. */
export const LETTER_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 22, language: { value: 'en-US' } },
      paragraph: { spacing: { line: 276 } },
    },
    heading1: {
      run: { font: FONT, size: 26, bold: true, color: ACCENT },
      paragraph: { spacing: { before: 320, after: 80 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 23, bold: true, color: '17191F' },
      paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: WORD_STYLES.quote,
      name: 'Letter Quote',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 100, after: 60 }, indent: { left: 20 * POINT, right: 20 * POINT } },
    },
    {
      id: WORD_STYLES.lines,
      name: 'Letter Lines',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 200, after: 0 } },
    },
    {
      id: WORD_STYLES.signature,
      name: 'Letter Signature',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 160, after: 0 } },
    },
    {
      id: WORD_STYLES.pages,
      name: 'Letter Pages Cited',
      basedOn: 'Normal',
      run: { size: 19, color: '61686F' },
      paragraph: { spacing: { before: 40, after: 40 } },
    },
  ],
  characterStyles: [
    { id: WORD_STYLES.blank, name: 'Letter Blank', basedOn: 'DefaultParagraphFont' },
    { id: WORD_STYLES.cite, name: 'Letter Citation', basedOn: 'DefaultParagraphFont', run: { color: '1F4E8C' } },
    { id: WORD_STYLES.sender, name: 'Letter Sender', basedOn: 'DefaultParagraphFont', run: { bold: true } },
  ],
};

/** Numbered and dotted lists. */
export const LETTER_LISTS = [
  { reference: NUMBERED, levels: [listLevel(LevelFormat.DECIMAL, '%1.')] },
  { reference: DOTTED, levels: [listLevel(LevelFormat.BULLET, '•')] },
];

function listLevel(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const paragraph = { indent: { left: 24 * POINT, hanging: 18 * POINT } };
  return { level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph } };
}
