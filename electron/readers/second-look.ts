// A second look at doubtful words: each is cut out, enlarged and read by itself, and the surer reading stands.
import type { Box } from './geometry.ts';
import type { Grey } from './grey.ts';
import { cutGrey } from './grey-cut.ts';
import type { OcrEngine, SeenWord } from './ocr-engine.ts';
import { meanConfidence } from './ocr-words.ts';

/** Words below this confidence are looked at again; short ones, as the figures in a table are, already below the higher bound. */
const DOUBTFUL = 0.7;
const DOUBTFUL_SHORT = 0.87;
const SHORT = 3;

/** The second reading must be this much surer to stand. */
const SURER = 0.05;

/** Enlargements that are tried, one after the other, until a reading is sure; and the paper left around the word, in inches. */
const ENLARGEMENTS = [1.6, 2.3] as const;
const SURE = 0.85;
const MARGIN = 0.03;

/** So many words of a page get a second look at most: each takes a few milliseconds. */
const MOST_WORDS = 150;

/** How many words would be looked at again. */
export function doubtfulWords(words: readonly SeenWord[]): number {
  return words.filter(isDoubtful).length;
}

/** The words with the doubtful ones read again. A word may become several, or its box a tighter one. */
export async function lookAgain(
  words: readonly SeenWord[],
  image: Grey,
  dpi: number,
  engine: OcrEngine,
): Promise<SeenWord[]> {
  const glyph = glyphWidth(words);
  const out: SeenWord[] = [];
  let looked = 0;
  for (const word of words) {
    if (!isDoubtful(word) || looked >= MOST_WORDS) {
      out.push(word);
      continue;
    }
    looked += 1;
    out.push(...(await reread(word, image, dpi, engine, glyph)));
  }
  return out;
}

function isDoubtful(word: SeenWord): boolean {
  return word.confidence < (word.text.length <= SHORT ? DOUBTFUL_SHORT : DOUBTFUL);
}

async function reread(
  word: SeenWord,
  image: Grey,
  dpi: number,
  engine: OcrEngine,
  glyph: number,
): Promise<readonly SeenWord[]> {
  let best: readonly SeenWord[] = [word];
  let bestScore = meanConfidence(best) - crowding(best, word.box, glyph) + SURER;
  for (const enlargement of ENLARGEMENTS) {
    const margin = Math.max(3, Math.round(MARGIN * dpi));
    const cut = await cutGrey(image, grow(word.box, margin), enlargement);
    const seen = await engine.recognise(cut.image, dpi * enlargement, 'line');
    const found = seen
      .filter((each) => each.text.trim() !== '')
      .map((each) => ({ ...each, line: word.line, box: cut.toSource(each.box) }));
    const score = meanConfidence(found) - crowding(found, word.box, glyph);
    if (found.length > 0 && score > bestScore) {
      best = found;
      bestScore = score;
    }
    if (bestScore >= SURE) break;
  }
  return best;
}

/** A penalty for readings with more characters than the box has room for: a lone figure was taken for two letters. */
function crowding(words: readonly SeenWord[], box: Box, glyph: number): number {
  const characters = words.reduce((sum, word) => sum + word.text.length, 0);
  const room = Math.max(1, Math.round((box.w / glyph) * 1.6));
  return characters > room ? 0.3 : 0;
}

/** The page's usual width of a character, in pixels. */
function glyphWidth(words: readonly SeenWord[]): number {
  const widths = words
    .filter((word) => word.text.length >= 3 && word.confidence > 0.8)
    .map((word) => word.box.w / word.text.length);
  widths.sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 12;
}

function grow(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, w: box.w + 2 * margin, h: box.h + 2 * margin };
}
