// Which font files the packet may use: its own faces, and stand-ins by script for letters those lack.
import type { Face } from './layout/sheet.ts';

/** Files in resources/fonts, by the name of the font inside a packet. */
export const FONT_FILES = {
  serif: 'source-serif-regular.ttf',
  'serif-bold': 'source-serif-semibold.ttf',
  'serif-italic': 'source-serif-italic.ttf',
  'serif-bold-italic': 'source-serif-semibold-italic.ttf',
  sans: 'source-sans-regular.ttf',
  'sans-bold': 'source-sans-semibold.ttf',
  mono: 'noto-sans-mono-regular.ttf',
  wide: 'noto-sans-regular.ttf',
  symbols: 'noto-sans-symbols-2-regular.ttf',
  arabic: 'noto-sans-arabic-regular.ttf',
  armenian: 'noto-sans-armenian-regular.ttf',
  bengali: 'noto-sans-bengali-regular.ttf',
  devanagari: 'noto-sans-devanagari-regular.ttf',
  ethiopic: 'noto-sans-ethiopic-regular.ttf',
  georgian: 'noto-sans-georgian-regular.ttf',
  gujarati: 'noto-sans-gujarati-regular.ttf',
  gurmukhi: 'noto-sans-gurmukhi-regular.ttf',
  hangul: 'nanum-gothic-regular.ttf',
  hebrew: 'noto-sans-hebrew-regular.ttf',
  kannada: 'noto-sans-kannada-regular.ttf',
  khmer: 'noto-sans-khmer-regular.ttf',
  lao: 'noto-sans-lao-regular.ttf',
  malayalam: 'noto-sans-malayalam-regular.ttf',
  myanmar: 'noto-sans-myanmar-regular.ttf',
  sinhala: 'noto-sans-sinhala-regular.ttf',
  tamil: 'noto-sans-tamil-regular.ttf',
  telugu: 'noto-sans-telugu-regular.ttf',
  thai: 'noto-sans-thai-regular.ttf',
  'east-asian': 'droid-sans-fallback-full.ttf',
} as const;
export type FontKey = keyof typeof FONT_FILES;

/** Scripts with a font of their own: those of the languages in which US health plans must offer help (45 CFR 92.11) and their neighbours. */
const SCRIPTS: readonly (readonly [RegExp, FontKey])[] = [
  [/\p{scx=Arabic}/u, 'arabic'],
  [/\p{scx=Armenian}/u, 'armenian'],
  [/\p{scx=Bengali}/u, 'bengali'],
  [/\p{scx=Devanagari}/u, 'devanagari'],
  [/\p{scx=Ethiopic}/u, 'ethiopic'],
  [/\p{scx=Georgian}/u, 'georgian'],
  [/\p{scx=Gujarati}/u, 'gujarati'],
  [/\p{scx=Gurmukhi}/u, 'gurmukhi'],
  [/\p{scx=Hangul}/u, 'hangul'],
  [/\p{scx=Hebrew}/u, 'hebrew'],
  [/\p{scx=Kannada}/u, 'kannada'],
  [/\p{scx=Khmer}/u, 'khmer'],
  [/\p{scx=Lao}/u, 'lao'],
  [/\p{scx=Malayalam}/u, 'malayalam'],
  [/\p{scx=Myanmar}/u, 'myanmar'],
  [/\p{scx=Sinhala}/u, 'sinhala'],
  [/\p{scx=Tamil}/u, 'tamil'],
  [/\p{scx=Telugu}/u, 'telugu'],
  [/\p{scx=Thai}/u, 'thai'],
];

/** The fonts to try for a character set in a face, the best first. */
export function fontChain(character: string, face: Face): readonly FontKey[] {
  // Every letter of a Latin text is asked about: the common case is decided without trying scripts.
  if ((character.codePointAt(0) ?? 0) < 0x530) return [face, 'wide', 'symbols'];
  const own = SCRIPTS.filter(([script]) => script.test(character)).map(([, key]) => key);
  return [...own, face, 'wide', 'symbols', 'east-asian'];
}

/** Fonts whose letters are drawn in another order than written, or joined: what a reader copies must be said apart. Those from right to left are put in order by readers themselves. */
const SHAPED: ReadonlySet<FontKey> = new Set<FontKey>([
  'bengali',
  'devanagari',
  'gujarati',
  'gurmukhi',
  'kannada',
  'khmer',
  'lao',
  'malayalam',
  'myanmar',
  'sinhala',
  'tamil',
  'telugu',
  'thai',
]);

/** True for a font in which letters that look the same inside a word are one glyph: what a reader copies must be said letter by letter. */
export function sharesGlyphs(key: FontKey): boolean {
  return key === 'arabic';
}

/** True when a run in this font needs its text beside its glyphs. */
export function isShaped(key: FontKey): boolean {
  return SHAPED.has(key);
}
