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
  /** For each glyph of a text, in the order it is drawn, the characters it stands for there; of fonts in which letters may share a glyph. */
  readonly charactersOf?: ((text: string) => readonly string[]) | undefined;
  /** Words and digits shaped so far: stamps and lines at the foot are made of the same few. */
  readonly pieces: Map<string, ShapedPiece>;
}

/** What fontkit gives beyond the types pdf-lib knows. */
interface FontkitRun {
  readonly glyphs: readonly { readonly advanceWidth: number; readonly codePoints: readonly number[] }[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
}

/** What is shaped as a whole. */
export interface ShapedPiece {
  readonly text: string;
  /** Thousandths of the size, as all numbers here. */
  readonly width: number;
  readonly glyphs: readonly {
    /** To move right before the glyph and back after it; to raise it. */
    readonly dx: number;
    readonly dy: number;
    /** To move left after the glyph. */
    readonly kern: number;
    /** What it stands for, where the font says another letter of the same shape. */
    readonly said?: string | undefined;
  }[];
  /** The codes of its glyphs in the subset, four digits each; known when it is first shown. */
  codes: string | undefined;
}

export interface ShapedRun {
  readonly font: LoadedFont;
  readonly text: string;
  readonly width: number;
  readonly pieces: readonly ShapedPiece[];
}

/** Measures a run in reading order. */
export function shapeRun(font: LoadedFont, text: string): ShapedRun {
  const pieces = piecesOf(text).map((piece) => {
    const known = font.pieces.get(piece);
    if (known !== undefined) return known;
    const shaped = shapePiece(font, piece);
    font.pieces.set(piece, shaped);
    return shaped;
  });
  return { font, text, width: pieces.reduce((sum, piece) => sum + piece.width, 0), pieces };
}

/** Words with the blanks behind them, and single digits; scripts whose letters act on each other over more than a word stay whole. */
function piecesOf(text: string): readonly string[] {
  return /^[ -\u024f\u2010-\u2027]+$/.test(text) ? (text.match(/\d| +|[^\d ]+ */g) ?? []) : [text];
}

function shapePiece(font: LoadedFont, text: string): ShapedPiece {
  // fontkit's runs carry positions; pdf-lib's narrower type leaves them out.
  const run = font.embedder.font.layout(text, FEATURES) as unknown as FontkitRun;
  const { scale } = font.embedder;
  const characters = font.charactersOf?.(text);
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
      said: saidApart(characters?.[index], glyph.codePoints),
    };
  });
  const width = run.positions.reduce((sum, position) => sum + position.xAdvance * scale, 0);
  return { text, width, glyphs, codes: undefined };
}

/** The characters of a glyph, unless they are those that the font gives for it wherever it stands. */
function saidApart(own: string | undefined, everywhere: readonly number[]): string | undefined {
  return own === undefined || own === String.fromCodePoint(...everywhere) ? undefined : own;
}

/** Operators that show a run at the current text position. */
export function showRun(run: ShapedRun, size: number): string {
  run.font.shown = true;
  const hex = run.pieces.map((piece) => codesOf(run.font, piece)).join('');
  const glyphs = run.pieces.flatMap((piece) => piece.glyphs);
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
  glyphs.forEach(({ dx, dy, kern, said }, index) => {
    if (dy !== 0) close();
    if (dy !== 0) parts.push(`${Math.round(dy * size) / 1000} Ts`);
    move(-dx);
    const code = hex.slice(index * 4, index * 4 + 4);
    if (said !== undefined) close();
    if (said !== undefined) parts.push(`/Span << /ActualText ${utf16(said)} >> BDC <${code}> Tj EMC`);
    else codes += code;
    move(dx + (index < glyphs.length - 1 ? kern : 0));
    if (dy !== 0) close();
    if (dy !== 0) parts.push('0 Ts');
  });
  close();
  const shown = `/${run.font.key} ${size} Tf ${parts.join(' ')}`;
  return isShaped(run.font.key) ? `/Span << /ActualText ${utf16(run.text)} >> BDC ${shown} EMC` : shown;
}

function codesOf(font: LoadedFont, piece: ShapedPiece): string {
  piece.codes ??= font.embedder.encodeText(piece.text).asString();
  return piece.codes;
}

/** Text as a PDF text string in hexadecimal: what a reader copies instead of the glyphs. */
function utf16(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}
