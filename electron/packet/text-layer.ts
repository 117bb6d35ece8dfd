// The invisible text layer of a scanned page: each word where it stands, in reading order, so that the packet can be searched and copied from.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';
import type { Page } from '../../shared/model/page.ts';
import { num } from './paint.ts';

/** Name of the glyphless font in a page's resources. */
export const LAYER_FONT = 'AvLayer';
/** Every glyph of the font is half an em wide. */
const GLYPH_WIDTH = 0.5;
/** Part of a word's box above the baseline. */
const ASCENT = 0.8;

/** Writes the font without visible glyphs: any character of the basic plane, each half an em wide. Throws when its file is missing. */
export async function embedLayerFont(context: PDFContext, fontsDir: string): Promise<PDFRef> {
  const bytes = new Uint8Array(await readFile(join(fontsDir, 'glyphless.ttf')));
  const file = context.register(context.flateStream(bytes, { Length1: bytes.length }));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'GlyphLessFont',
      Flags: 5,
      FontBBox: [0, 0, 500, 1000],
      ItalicAngle: 0,
      Ascent: 1000,
      Descent: -1,
      CapHeight: 1000,
      StemV: 80,
      FontFile2: file,
    }),
  );
  // Every character id shows glyph 1.
  const map = new Uint8Array(2 * 65_536);
  for (let index = 1; index < map.length; index += 2) map[index] = 1;
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'GlyphLessFont',
      CIDToGIDMap: context.register(context.flateStream(map)),
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 500,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'GlyphLessFont',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(IDENTITY_TO_UNICODE)),
    }),
  );
}

/** Character ids are UTF-16 code units. */
const IDENTITY_TO_UNICODE = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

/**
 * Operators of a page's text layer. `height` is that of the viewed page; words are in its points from the top left. Each word is
 * stretched to the width of its box and ends with a blank, so that copied text has its spaces.
 */
export function textLayerOps(words: Page['words'], height: number): string {
  let ops = '';
  for (let from = 0; from < words.length; ) {
    const to = endOfLine(words, from);
    ops += lineOps(words, from, to, height);
    from = to;
  }
  return ops === '' ? '' : `BT 3 Tr\n${ops}ET`;
}

/** Behind the last of the words that are of one line, in reading order. */
function endOfLine(words: Page['words'], from: number): number {
  const line = words[from]?.line;
  let to = from + 1;
  while (to < words.length && words[to]?.line === line) to += 1;
  return to;
}

/** A line whose words stand on one baseline is written in one size; else each word is written for itself. */
function lineOps(words: Page['words'], from: number, to: number, height: number): string {
  const size = largest(words, from, to);
  const foot = medianFoot(words, from, to);
  if (isLevel(words, from, to, foot, size * 0.6)) return wordsOps(words, from, to, size, foot, height);
  let ops = '';
  for (let at = from; at < to; at += 1) {
    const { y = 0, h = 0 } = words[at] ?? {};
    ops += wordsOps(words, at, at + 1, h, y + h, height);
  }
  return ops;
}

function largest(words: Page['words'], from: number, to: number): number {
  let size = 0;
  for (let at = from; at < to; at += 1) size = Math.max(size, words[at]?.h ?? 0);
  return size;
}

/** The middle one of the bottoms of the words' boxes. */
function medianFoot(words: Page['words'], from: number, to: number): number {
  const { y = 0, h = 0 } = words[from] ?? {};
  if (isLevel(words, from, to, y + h, Number.MIN_VALUE)) return y + h;
  const feet = words.slice(from, to).map((word) => word.y + word.h);
  return feet.sort((a, b) => a - b)[feet.length >> 1] ?? 0;
}

function isLevel(words: Page['words'], from: number, to: number, foot: number, tolerance: number): boolean {
  for (let at = from; at < to; at += 1) {
    const { y = 0, h = 0 } = words[at] ?? {};
    if (!(Math.abs(y + h - foot) < tolerance)) return false;
  }
  return true;
}

/** Words of one size on one baseline. `foot` is the bottom of their boxes. */
function wordsOps(words: Page['words'], from: number, to: number, size: number, foot: number, height: number): string {
  if (!(size > 0)) return '';
  const baseline = num(height - foot + (1 - ASCENT) * size);
  let ops = '';
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    const hex = word === undefined ? '' : hexOf(word.text);
    if (word === undefined || hex === '' || word.w <= 0 || word.h <= 0) continue;
    const stretch = word.w / ((hex.length / 4) * GLYPH_WIDTH * size);
    ops += `${num(stretch)} 0 0 1 ${num(word.x)} ${baseline} Tm <${hex}0020> Tj\n`;
  }
  return ops === '' ? '' : `/${LAYER_FONT} ${num(size)} Tf\n${ops}`;
}

/** Hexadecimal form of each code unit of the basic plane's first part, where nearly all words live. */
const HEX = Array.from({ length: 0x250 }, (_, code) => code.toString(16).padStart(4, '0').toUpperCase());

/** UTF-16 code units in hexadecimal; what lies beyond the basic plane shows as the replacement character. */
function hexOf(text: string): string {
  const known = hexOfWords.get(text);
  if (known !== undefined) return known;
  const hex = spelled(text);
  if (hexOfWords.size < MOST_WORDS) hexOfWords.set(text, hex);
  return hex;
}

/** Papers say the same words again and again. They are forgotten with the process, as the vault's keys are. */
const hexOfWords = new Map<string, string>();
const MOST_WORDS = 20_000;

function spelled(text: string): string {
  let hex = '';
  for (const character of text.normalize('NFC')) {
    const code = character.length > 1 ? 0xfffd : character.charCodeAt(0);
    const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
    if (!isControl) hex += HEX[code] ?? code.toString(16).padStart(4, '0').toUpperCase();
  }
  return hex;
}
