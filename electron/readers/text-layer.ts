// From the characters of a PDF page to words with boxes and lines, and whether that text can be trusted.
import type { Word } from '../../shared/model/page.ts';
import { type Affine, type Box, clipBox, mapBox } from './geometry.ts';
import type { PlacedImage } from './pdfium-images.ts';
import type { PdfCharacter } from './pdfium-text.ts';

/** Words of a PDF's own text, boxes in points of the page as viewed, lines numbered in the order of the file. */
export function textLayerWords(
  characters: readonly PdfCharacter[],
  toView: Affine,
  widthPt: number,
  heightPt: number,
): Word[] {
  const words: Word[] = [];
  let line = 0;
  let lineUsed = false;
  let text = '';
  let box: Box | undefined;
  const finish = (): void => {
    const trimmed = text.normalize('NFC');
    const view = box === undefined ? undefined : clipBox(mapBox(toView, box), widthPt, heightPt);
    // What lies wholly off the page is not part of what anyone sees.
    if (trimmed !== '' && view !== undefined && view.w > 0 && view.h > 0) {
      words.push({
        text: trimmed,
        x: round(view.x),
        y: round(view.y),
        w: round(view.w),
        h: round(view.h),
        line,
        confidence: 1,
      });
      lineUsed = true;
    }
    text = '';
    box = undefined;
  };
  for (const character of characters) {
    if (/^[\s\u00ad]$/u.test(character.text)) {
      if (character.text === '\u00ad') continue;
      finish();
      if (/[\r\n]/.test(character.text) && lineUsed) {
        line += 1;
        lineUsed = false;
      }
      continue;
    }
    if (isControl(character.text)) continue;
    if (box !== undefined && jumps(box, character.box)) finish();
    text += character.text;
    if (character.box.w > 0 || character.box.h > 0) box = box === undefined ? character.box : union(box, character.box);
  }
  finish();
  return words;
}

/** What is known about a page before it is decided how to read it. */
export interface TextLayerFacts {
  readonly characters: readonly PdfCharacter[];
  readonly words: readonly Word[];
  /** Share of the page that its pictures cover, 0 to 1. */
  readonly imageShare: number;
  readonly heightPt: number;
}

/** Share of a page under pictures, 0 to 1; the largest one counts fully, further ones as if they did not overlap. */
export function imageShare(images: readonly PlacedImage[], toView: Affine, widthPt: number, heightPt: number): number {
  let area = 0;
  for (const image of images) {
    const box = clipBox(mapBox(toView, mapBox(image.map, { x: 0, y: 0, w: 1, h: 1 })), widthPt, heightPt);
    area += box.w * box.h;
  }
  return Math.min(1, area / (widthPt * heightPt));
}

/** Above this share of the page a picture is taken for a scan of the page itself. */
const SCAN_SHARE = 0.5;

/** A scan with at least so many words behind it, spread over this share of its height, was already read well by somebody else's scanner. */
const HIDDEN_LAYER_WORDS = 30;
const HIDDEN_LAYER_SPREAD = 0.25;

/**
 * True when the PDF's own text stands for what is on the page. A scanned page with only a stamp or a header as text, or with
 * unmapped or garbled characters, is read optically instead.
 */
export function textLayerIsGood(facts: TextLayerFacts): boolean {
  if (facts.words.length === 0) return false;
  if (garbledShare(facts) > 0.12) return false;
  if (facts.imageShare < SCAN_SHARE) return true;
  return facts.words.length >= HIDDEN_LAYER_WORDS && verticalSpread(facts) >= HIDDEN_LAYER_SPREAD;
}

/** Share of characters without dependable Unicode, or of words that look like no word, number or code, whichever is larger. */
export function garbledShare(facts: Pick<TextLayerFacts, 'characters' | 'words'>): number {
  const drawn = facts.characters.filter((character) => !/^\s$/u.test(character.text) && !character.generated);
  const unmapped =
    drawn.filter((character) => character.unmapped || isControl(character.text)).length / Math.max(1, drawn.length);
  const strange = facts.words.filter((word) => isStrange(word.text)).length / Math.max(1, facts.words.length);
  // A few strange tokens (rules of dots, list marks) are normal in any paper.
  return Math.max(unmapped, strange > 0.3 ? strange : 0);
}

/** True for a token that mixes signs and letters as no writing does, or has long runs without a vowel in plain letters. */
function isStrange(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  const length = [...text].length;
  if (length >= 3 && letters + digits === 0) return !/^(.)\1+$/u.test(text);
  if (length >= 4 && (letters + digits) / length < 0.5) return true;
  return /^[a-z]{5,}$/.test(text) && !/[aeiouy]/.test(text);
}

function verticalSpread(facts: TextLayerFacts): number {
  const top = Math.min(...facts.words.map((word) => word.y));
  const bottom = Math.max(...facts.words.map((word) => word.y + word.h));
  return (bottom - top) / facts.heightPt;
}

/** True when a character stands so far from the word before it that it begins a new one, though no space was written. */
function jumps(word: Box, next: Box): boolean {
  if (next.w <= 0 && next.h <= 0) return false;
  const size = Math.max(word.h, next.h, 1);
  const gapX = Math.max(next.x - (word.x + word.w), word.x - (next.x + next.w));
  const gapY = Math.max(next.y - (word.y + word.h), word.y - (next.y + next.h));
  return gapX > size * 1.5 || gapY > size;
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

function isControl(text: string): boolean {
  const code = text.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfeff;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
