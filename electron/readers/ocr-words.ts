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
  if (!/[\p{L}\p{N}]/u.test(text))
    return word.confidence < NOISE_CONFIDENCE || (/^[|_~‘’`'"—–-]+$/u.test(text) && text.length > 2);
  return text.length === 1 && word.confidence < SPECK_CONFIDENCE;
}

/** The words on a page of the given size (points), with boxes mapped by `toPage` (engine pixels → points), clipped to the page, and lines numbered without holes. */
export function pageWords(seen: readonly SeenWord[], toPage: Affine, widthPt: number, heightPt: number): Word[] {
  const words: Word[] = [];
  let lastSeen = -1;
  let line = -1;
  for (const word of seen) {
    if (isNoise(word)) continue;
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
