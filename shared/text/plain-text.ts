// Text files as pages: a form feed ends a page, and every word gets a box on a monospaced grid.
import type { Page, Word } from '../model/page.ts';

/** Letter paper, in points. */
const WIDTH_PT = 612;
const HEIGHT_PT = 792;
const MARGIN_PT = 36;
const TAB_STOP = 8;
/** Ten-point Courier: 6 pt a character, 12 pt a line; smaller when the text would not fit. */
const CHARACTER_PT = 6;
const LINE_PT = 12;

/** The pages of a plain text. A form feed at the very end starts no further page; an empty text is one empty page. */
export function pagesFromText(text: string): Page[] {
  return sheetsOf(text).map((sheet, index) => pageFromSheet(sheet, index + 1));
}

/** The text of each page of a plain text. */
export function sheetsOf(text: string): string[] {
  const sheets = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\f');
  if (sheets.length > 1 && sheets.at(-1)?.trim() === '') sheets.pop();
  return sheets.map((sheet) => sheet.replace(/^\n(?=.)/, ''));
}

/** A page of the lines of one sheet. */
export function pageFromSheet(sheet: string, pageNumber: number): Page {
  const lines = sheet.split('\n').map(expandTabs);
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 1);
  const characterPt = Math.min(CHARACTER_PT, (WIDTH_PT - 2 * MARGIN_PT) / longest);
  const linePt = Math.min(LINE_PT, (HEIGHT_PT - 2 * MARGIN_PT) / Math.max(lines.length, 1));
  const words: Word[] = [];
  lines.forEach((line, row) => {
    for (const match of line.matchAll(/\S+/g)) {
      words.push({
        text: match[0],
        x: MARGIN_PT + match.index * characterPt,
        y: MARGIN_PT + row * linePt,
        w: match[0].length * characterPt,
        h: linePt * 0.85,
        line: row,
        confidence: 1,
      });
    }
  });
  return {
    pageNumber,
    widthPt: WIDTH_PT,
    heightPt: HEIGHT_PT,
    source: words.length === 0 ? 'none' : 'plain-text',
    confidence: 1,
    words,
  };
}

function expandTabs(line: string): string {
  let expanded = '';
  for (const character of line) {
    expanded += character === '\t' ? ' '.repeat(TAB_STOP - (expanded.length % TAB_STOP)) : character;
  }
  return expanded;
}
