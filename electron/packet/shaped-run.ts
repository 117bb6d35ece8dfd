// A run of text in one font: measured glyph by glyph, and written with its kerning and the places of its marks.
import type { CustomFontSubsetEmbedder, PDFRef } from 'pdf-lib';
import { type FontKey, isShaped } from './font-files.ts';

/** Ligatures off: a search for “find” must match in every viewer. Scripts that need theirs have them through other features. */
export const FEATURES = { liga: false, clig: false, dlig: false };

/** A font ready to be used. */
export interface LoadedFont {
  readonly key: FontKey;
  readonly embedder: CustomFontSubsetEmbedder;
  readonly ref: PDFRef;
  readonly covers: ReadonlySet<number>;
  shown: boolean;
}

/** What fontkit gives beyond the types pdf-lib knows. */
interface FontkitRun {
  readonly glyphs: readonly { readonly advanceWidth: number }[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
}

export interface ShapedRun {
  readonly font: LoadedFont;
  readonly text: string;
  /** Thousandths of the size, as all numbers here. */
  readonly width: number;
  readonly glyphs: readonly {
    /** To move right before the glyph and back after it; to raise it. */
    readonly dx: number;
    readonly dy: number;
    /** To move left after the glyph. */
    readonly kern: number;
  }[];
}

/** Measures a run in reading order. */
export function shapeRun(font: LoadedFont, text: string): ShapedRun {
  // fontkit's runs carry positions; pdf-lib's narrower type leaves them out.
  const run = font.embedder.font.layout(text, FEATURES) as unknown as FontkitRun;
  const { scale } = font.embedder;
  const glyphs = run.glyphs.map((glyph, index) => {
    const { xAdvance, xOffset, yOffset } = run.positions[index] ?? {
      xAdvance: glyph.advanceWidth,
      xOffset: 0,
      yOffset: 0,
    };
    return {
      dx: Math.round(xOffset * scale),
      dy: Math.round(yOffset * scale),
      kern: Math.round((glyph.advanceWidth - xAdvance) * scale),
    };
  });
  const width = run.positions.reduce((sum, position) => sum + position.xAdvance * scale, 0);
  return { font, text, width, glyphs };
}

/** Operators that show a run at the current text position. */
export function showRun(run: ShapedRun, size: number): string {
  run.font.shown = true;
  const hex = run.font.embedder.encodeText(run.text).asString();
  const parts: string[] = [];
  let array = '';
  let codes = '';
  const move = (thousandths: number) => {
    if (thousandths === 0) return;
    if (codes !== '') array += `<${codes}>`;
    codes = '';
    array += String(thousandths);
  };
  const close = () => {
    if (codes !== '') array += `<${codes}>`;
    if (array !== '') parts.push(`[${array}] TJ`);
    array = '';
    codes = '';
  };
  run.glyphs.forEach(({ dx, dy, kern }, index) => {
    if (dy !== 0) close();
    if (dy !== 0) parts.push(`${Math.round(dy * size) / 1000} Ts`);
    move(-dx);
    codes += hex.slice(index * 4, index * 4 + 4);
    move(dx + (index < run.glyphs.length - 1 ? kern : 0));
    if (dy !== 0) close();
    if (dy !== 0) parts.push('0 Ts');
  });
  close();
  const shown = `/${run.font.key} ${size} Tf ${parts.join(' ')}`;
  return isShaped(run.font.key) ? `/Span << /ActualText ${utf16(run.text)} >> BDC ${shown} EMC` : shown;
}

/** Text as a PDF text string in hexadecimal: what a reader copies instead of the glyphs. */
function utf16(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}
