// The packet's typefaces: measured with kerning, embedded as subsets, with stand-ins for characters a face lacks.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from '@cantoo/fontkit';
import { CustomFontSubsetEmbedder, type PDFContext, PDFName, type PDFRef } from 'pdf-lib';
import { directedRuns } from './bidi.ts';
import { FONT_FILES, type FontKey, fontChain, sharesGlyphs } from './font-files.ts';
import type { Face } from './layout/sheet.ts';
import { FEATURES, type LoadedFont, type ShapedRun, shapeRun, showRun } from './shaped-run.ts';

/** Stands for a character no font here has. */
const MISSING = '□';
/** Latin letters and signs that are composed already, written from left to right, and found in the face itself before anywhere else. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u024f]*$/;

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

/** The typefaces of `fontsDir` for one packet, each read when it is first needed. Only those used are written. Text throws when a file is missing. */
export async function loadFonts(context: PDFContext, fontsDir: string): Promise<Fonts> {
  const loaded = new Map<FontKey, LoadedFont>();
  const resources = context.nextRef();
  const added = new Map<string, PDFRef>();
  const cache = new Map<string, readonly ShapedRun[]>();

  const fontOf = (key: FontKey): LoadedFont => {
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const font = loadFont(context, join(fontsDir, FONT_FILES[key]), key);
    loaded.set(key, font);
    return font;
  };
  const covering = (character: string, face: Face): LoadedFont | undefined => {
    const code = character.codePointAt(0) ?? 0;
    for (const key of fontChain(character, face)) {
      const font = fontOf(key);
      if (font.covers.has(code)) return font;
    }
    return undefined;
  };
  const runsOf = (text: string, face: Face): readonly ShapedRun[] => {
    const id = `${face}\u0000${text}`;
    const known = cache.get(id);
    if (known !== undefined) return known;
    const own = PLAIN.test(text) ? fontOf(face) : undefined;
    const runs = own !== undefined && coversAll(own, text) ? [shapeRun(own, text)] : mixedRuns(text, face);
    cache.set(id, runs);
    return runs;
  };
  const mixedRuns = (text: string, face: Face): readonly ShapedRun[] =>
    directedRuns(clean(text)).flatMap((run) => {
      const parts = split(run.text, face, covering).map(({ font, text: part }) => shapeRun(font, part));
      return run.isRightToLeft ? parts.reverse() : parts;
    });

  return {
    width: (text, face, size) => (runsOf(text, face).reduce((sum, run) => sum + run.width, 0) * size) / 1000,
    show: (text, face, size) =>
      runsOf(text, face)
        .map((run) => showRun(run, size))
        .join('\n'),
    resources,
    wideFont: async () => new Uint8Array(await readFile(join(fontsDir, FONT_FILES.wide))),
    add: (name, font) => added.set(name, font),
    embed: async () => {
      const fonts = context.obj({});
      // In the order of the table, not of first use: the same packet has the same bytes.
      for (const key of Object.keys(FONT_FILES) as FontKey[]) {
        const font = loaded.get(key);
        if (font === undefined || !font.shown) continue;
        await font.embedder.embedIntoContext(context, font.ref);
        fonts.set(PDFName.of(font.key), font.ref);
      }
      for (const [name, font] of added) fonts.set(PDFName.of(name), font);
      context.assign(resources, fonts);
    },
  };
}

function loadFont(context: PDFContext, file: string, key: FontKey): LoadedFont {
  const bytes = new Uint8Array(readFileSync(file));
  // The class has a public constructor that its types hide behind an asynchronous maker; fontkit itself answers at once.
  const Embedder = CustomFontSubsetEmbedder as unknown as new (
    font: unknown,
    bytes: Uint8Array,
    name: string,
    features: typeof FEATURES,
  ) => CustomFontSubsetEmbedder;
  const embedder = new Embedder(create(bytes), bytes, subsetName(key), FEATURES);
  const charactersOf = sharesGlyphs(key) ? glyphCharacters(embedder.font) : undefined;
  rememberLayouts(embedder.font);
  return {
    key,
    embedder,
    ref: context.nextRef(),
    covers: new Set(embedder.font.characterSet),
    shown: false,
    charactersOf,
    pieces: new Map(),
  };
}

/** What fontkit has beyond the types pdf-lib knows. */
interface GlyphSource {
  getGlyph(id: number, codePoints: readonly number[]): object;
}

/** A font keeps each glyph with the characters it first stood for; here every use of it tells its own. */
function glyphCharacters(font: CustomFontSubsetEmbedder['font']): NonNullable<LoadedFont['charactersOf']> {
  const layout = font.layout.bind(font);
  const source = font as unknown as GlyphSource;
  const getGlyph = source.getGlyph.bind(font);
  return (text) => {
    source.getGlyph = (id, codePoints) => Object.assign(Object.create(getGlyph(id, codePoints)), { codePoints });
    try {
      return layout(text, FEATURES).glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints));
    } finally {
      source.getGlyph = getGlyph;
    }
  };
}

/** Lets a font lay a text out once: what is measured is asked for again when it is shown. */
function rememberLayouts(font: CustomFontSubsetEmbedder['font']): void {
  const layout = font.layout.bind(font);
  const known = new Map<string, ReturnType<typeof layout>>();
  font.layout = (text) => {
    const laid = known.get(text) ?? layout(text, FEATURES);
    known.set(text, laid);
    return laid;
  };
}

function coversAll({ covers }: LoadedFont, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!covers.has(text.charCodeAt(at))) return false;
  return true;
}

/** Name of an embedded subset: six letters and a plus sign before the font's own name, as PDF asks. */
function subsetName(key: FontKey): string {
  const words = FONT_FILES[key].replace(/\.ttf$/, '').split('-');
  return `AVAULT+${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}

/** Composed characters, one kind of blank, no control characters but the joiners some scripts need. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\n\r\u00a0\u2007\u202f]/g, ' ')
    .replace(/(?!\u200c|\u200d)[\p{Cc}\p{Cf}]/gu, '');
}

/** Cuts a text into runs the same font covers. Blanks, joiners and marks stay with the letters before them. */
function split(
  text: string,
  face: Face,
  covering: (character: string, face: Face) => LoadedFont | undefined,
): readonly { readonly font: LoadedFont; readonly text: string }[] {
  const runs: { font: LoadedFont; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const isDependent = /\p{M}|\u200c|\u200d| /u.test(character);
    const staying = isDependent && last?.font.covers.has(character.codePointAt(0) ?? 0) === true;
    const own = staying ? last?.font : covering(character, face);
    if (own === undefined && /\u200c|\u200d/.test(character)) continue;
    const font = own ?? covering(MISSING, face);
    if (font === undefined) continue;
    const shown = own === undefined ? MISSING : character;
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}
