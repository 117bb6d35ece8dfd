// The packet's typefaces: measured with kerning, embedded as subsets, with stand-ins for characters a face lacks.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from '@cantoo/fontkit';
import { CustomFontSubsetEmbedder, type PDFContext, PDFName, type PDFRef } from 'pdf-lib';
import type { Face } from './layout/sheet.ts';

const FILES = {
  serif: 'source-serif-regular.ttf',
  'serif-bold': 'source-serif-semibold.ttf',
  'serif-italic': 'source-serif-italic.ttf',
  'serif-bold-italic': 'source-serif-semibold-italic.ttf',
  sans: 'source-sans-regular.ttf',
  'sans-bold': 'source-sans-semibold.ttf',
  mono: 'noto-sans-mono-regular.ttf',
  wide: 'noto-sans-regular.ttf',
  symbols: 'noto-sans-symbols-2-regular.ttf',
} as const;
type FontKey = keyof typeof FILES;

/** Stands for a character no font here has. */
const MISSING = '□';
/** Ligatures off: a search for “find” must match in every viewer. */
const FEATURES = { liga: false, clig: false, dlig: false };

/** What fontkit gives beyond the types pdf-lib knows. */
interface KernedRun {
  readonly glyphs: readonly { readonly advanceWidth: number }[];
  readonly positions: readonly { readonly xAdvance: number }[];
}

interface LoadedFont {
  readonly key: FontKey;
  readonly embedder: CustomFontSubsetEmbedder;
  readonly ref: PDFRef;
  readonly covers: ReadonlySet<number>;
  shown: boolean;
}

interface Piece {
  readonly font: LoadedFont;
  readonly text: string;
  /** In thousandths of the size. */
  readonly width: number;
  /** Kerning after each glyph, in thousandths, as TJ wants it: positive moves left. */
  readonly kerns: readonly number[];
}

export interface Fonts {
  /** Width of a text set in a face, in points. */
  width(text: string, face: Face, size: number): number;
  /** Operators that show a text with its kerning at the current text position; to stand between BT and ET. */
  show(text: string, face: Face, size: number): string;
  /** The font resources of every page of the packet. */
  readonly resources: PDFRef;
  /** Bytes of the font with the most letters. */
  wideFont(): Promise<Uint8Array>;
  /** Adds a font made elsewhere to the resources. */
  add(name: string, font: PDFRef): void;
  /** Writes the fonts that were used. Nothing can be shown afterwards. */
  embed(): Promise<void>;
}

/** Loads the typefaces of `fontsDir` for one packet. Only those used are written. Throws when a file is missing. */
export async function loadFonts(context: PDFContext, fontsDir: string): Promise<Fonts> {
  const keys = Object.keys(FILES) as FontKey[];
  const loaded = new Map<FontKey, LoadedFont>();
  for (const key of keys) {
    const bytes = await readFile(join(fontsDir, FILES[key]));
    const embedder = await CustomFontSubsetEmbedder.for({ create }, new Uint8Array(bytes), subsetName(key), FEATURES);
    const covers = new Set(embedder.font.characterSet);
    loaded.set(key, { key, embedder, ref: context.nextRef(), covers, shown: false });
  }
  const resources = context.nextRef();
  const added = new Map<string, PDFRef>();
  const cache = new Map<string, readonly Piece[]>();

  const piecesOf = (text: string, face: Face): readonly Piece[] => {
    const id = `${face}\u0000${text}`;
    const known = cache.get(id);
    if (known !== undefined) return known;
    const pieces = split(clean(text), [face, 'wide', 'symbols'], loaded).map(({ font, text: part }) =>
      measure(font, part),
    );
    cache.set(id, pieces);
    return pieces;
  };

  return {
    width: (text, face, size) => (piecesOf(text, face).reduce((sum, piece) => sum + piece.width, 0) * size) / 1000,
    show: (text, face, size) =>
      piecesOf(text, face)
        .map((piece) => showPiece(piece, size))
        .join('\n'),
    resources,
    wideFont: async () => new Uint8Array(await readFile(join(fontsDir, FILES.wide))),
    add: (name, font) => added.set(name, font),
    embed: async () => {
      const fonts = context.obj({});
      for (const font of loaded.values()) {
        if (!font.shown) continue;
        await font.embedder.embedIntoContext(context, font.ref);
        fonts.set(PDFName.of(font.key), font.ref);
      }
      for (const [name, font] of added) fonts.set(PDFName.of(name), font);
      context.assign(resources, fonts);
    },
  };
}

/** Name of an embedded subset: six letters and a plus sign before the font's own name, as PDF asks. */
function subsetName(key: FontKey): string {
  const words = FILES[key].replace(/\.ttf$/, '').split('-');
  return `AVAULT+${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}

/** Composed characters, one kind of blank, no control characters. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\n\r\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Cuts a text into runs the same font covers. */
function split(
  text: string,
  chain: readonly FontKey[],
  loaded: ReadonlyMap<FontKey, LoadedFont>,
): readonly { readonly font: LoadedFont; readonly text: string }[] {
  const fonts = chain.flatMap((key) => loaded.get(key) ?? []);
  const runs: { font: LoadedFont; text: string }[] = [];
  for (const character of text) {
    const own = fontFor(character, fonts);
    const font = own ?? fontFor(MISSING, fonts) ?? fonts[0];
    if (font === undefined) continue;
    const last = runs.at(-1);
    const shown = own === undefined ? MISSING : character;
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}

function fontFor(character: string, fonts: readonly LoadedFont[]): LoadedFont | undefined {
  const code = character.codePointAt(0) ?? 0;
  return fonts.find((font) => font.covers.has(code));
}

function measure(font: LoadedFont, text: string): Piece {
  // fontkit's runs carry positions; pdf-lib's narrower type leaves them out.
  const run = font.embedder.font.layout(text, FEATURES) as unknown as KernedRun;
  const scale = font.embedder.scale;
  const width = run.positions.reduce((sum, position) => sum + position.xAdvance * scale, 0);
  const kerns = run.glyphs.map((glyph, index) =>
    Math.round((glyph.advanceWidth - (run.positions[index]?.xAdvance ?? glyph.advanceWidth)) * scale),
  );
  return { font, text, width, kerns };
}

function showPiece(piece: Piece, size: number): string {
  piece.font.shown = true;
  const hex = piece.font.embedder.encodeText(piece.text).asString();
  let parts = '<';
  piece.kerns.forEach((kern, index) => {
    parts += hex.slice(index * 4, index * 4 + 4);
    if (kern !== 0 && index < piece.kerns.length - 1) parts += `>${kern}<`;
  });
  return `/${piece.font.key} ${size} Tf [${parts}>] TJ`;
}
