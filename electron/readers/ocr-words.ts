// From what the engine saw to words of a page: noise out, boxes onto the original page, lines numbered.
import type { Word } from '../../shared/model/page.ts';
import { type Affine, clipBox, mapBox } from './geometry.ts';
import type { SeenWord } from './ocr-engine.ts';

/** Words below this confidence that hold no letter or digit are specks, rules and frame lines. */
const NOISE_CONFIDENCE = 0.6;

/** A lone letter or digit below this confidence is a speck. */
const SPECK_CONFIDENCE = 0.25;

/** True for a token that is dirt or a ruled line rather than writing. */
export function isNoise(word: Pick<SeenWord, 'text' | 'confidence'>): boolean {
  const text = word.text.trim();
  if (text === '') return true;
  if (text === '|') return word.confidence < 0.7;
  if (!/[\p{L}\p{N}]/u.test(text))
    return word.confidence < NOISE_CONFIDENCE || (/^[|_~‘’`'"—–-]+$/u.test(text) && text.length > 2);
  return text.length === 1 && word.confidence < SPECK_CONFIDENCE;
}

/** The words on a page of the given size (points), with boxes mapped by `toPage` (engine pixels → points), clipped to the page, and lines numbered without holes. */
export function pageWords(all: readonly SeenWord[], toPage: Affine, widthPt: number, heightPt: number): Word[] {
  const words: Word[] = [];
  const seen = mendGlyphs(joinHyphens(all.filter((word) => !isNoise(word))));
  let lastSeen = -1;
  let line = -1;
  for (const word of seen) {
    const box = clipBox(mapBox(toPage, word.box), widthPt, heightPt);
    if (box.w <= 0 || box.h <= 0) continue;
    if (word.line !== lastSeen) line += 1;
    lastSeen = word.line;
    words.push({
      text: word.text.trim(),
      ...roundBox(box),
      line,
      confidence: Math.min(Math.max(word.confidence, 0), 1),
    });
  }
  return words;
}

/**
 * Joins what the engine split at a hyphen inside a number or name: in typewriter letters the room around a hyphen looks like a space.
 * Between figures that room is up to 0.7 of their height; elsewhere a space before a minus sign may be as narrow as 0.45.
 */
export function joinHyphens(words: readonly SeenWord[]): SeenWord[] {
  const out: SeenWord[] = [];
  for (const raw of words) {
    // The blank of the cut-out is sometimes taken for a quotation mark before a hyphen.
    const word = /^['‘’]-\p{N}/u.test(raw.text) ? { ...raw, text: raw.text.slice(1) } : raw;
    const last = out.at(-1);
    if (last === undefined || last.line !== word.line || !belongTogether(last, word)) out.push(word);
    else out[out.length - 1] = joined(last, word);
  }
  return out;
}

function belongTogether(left: SeenWord, right: SeenWord): boolean {
  const gap = (right.box.x - (left.box.x + left.box.w)) / Math.min(left.box.h, right.box.h);
  if (gap < -1) return false;
  const pair = `${left.text.slice(-2)}\n${right.text.slice(0, 2)}`;
  if (/\p{N}-?\n-?\p{N}/u.test(pair) && pair.includes('-')) return gap < 0.7;
  return gap < 0.45 && (/[\p{L}\p{N}]-\n[\p{L}\p{N}]/u.test(pair) || /[\p{L}\p{N}]\n-[\p{L}\p{N}]/u.test(pair));
}

function joined(left: SeenWord, right: SeenWord): SeenWord {
  const x = Math.min(left.box.x, right.box.x);
  const y = Math.min(left.box.y, right.box.y);
  const box = {
    x,
    y,
    w: Math.max(left.box.x + left.box.w, right.box.x + right.box.w) - x,
    h: Math.max(left.box.y + left.box.h, right.box.y + right.box.h) - y,
  };
  return {
    text: left.text + right.text,
    box,
    confidence: Math.min(left.confidence, right.confidence),
    line: left.line,
  };
}

/** Signs that American papers don't print there, and the letter the engine takes for them: a lone bar before a word is I, a pound sign before figures E. */
export function mendGlyphs(words: readonly SeenWord[]): SeenWord[] {
  return words.map((word, index) => {
    const next = words[index + 1];
    const text = word.text.trim();
    if (text === '|' && next !== undefined && next.line === word.line && /^\p{Ll}/u.test(next.text))
      return { ...word, text: 'I' };
    return /^£\d{3}/.test(text) ? { ...word, text: `E${text.slice(1)}` } : word;
  });
}

/** Mean confidence of words, weighted by their length; 0 when there are none. */
export function meanConfidence(words: readonly Pick<SeenWord, 'text' | 'confidence'>[]): number {
  let sum = 0;
  let weight = 0;
  for (const word of words) {
    sum += word.confidence * word.text.length;
    weight += word.text.length;
  }
  return weight === 0 ? 0 : sum / weight;
}

function roundBox(box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }) {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { x: round(box.x), y: round(box.y), w: round(box.w), h: round(box.h) };
}
