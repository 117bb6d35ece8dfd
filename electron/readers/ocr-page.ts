// The recipe of one scanned page: raster → grey → even paper → level lines → reading → words on the original page.
import type { Page, Word } from '../../shared/model/page.ts';
import { hasTextColumns } from './columns.ts';
import { type Affine, chain, scaling } from './geometry.ts';
import { evenPaper, type Grey, hasInk, shrinkGrey, turnGrey } from './grey.ts';
import { withoutLeaders } from './leaders.ts';
import { MAX_WORK_PIXELS } from './limits.ts';
import type { Layout, OcrEngine, SeenWord } from './ocr-engine.ts';
import type { OcrEngines } from './ocr-engines.ts';
import { meanConfidence, pageWords } from './ocr-words.ts';
import { type Raster, toGrey } from './raster.ts';
import { doubtfulWords, lookAgain } from './second-look.ts';
import { readTwice } from './second-reading.ts';
import { findSkew } from './skew.ts';

/** A page as a picture, with its size in points as viewed. */
export interface PagePicture {
  readonly raster: Raster;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Paper blocks are this wide, in inches: 32 pixels at 200 dpi. */
const BLOCK_INCHES = 0.16;

/** Rasters finer than this are brought down to it: letters gain nothing from more (measured), time does. */
const FINEST_DPI = 240;

/** Rasters coarser than this are brought up to `UPSCALED_DPI`. */
const COARSE_DPI = 180;
const UPSCALED_DPI = 300;
const MOST_UPSCALE = 3;

/** Tilts below this are left alone, in degrees. */
const LEVEL_ENOUGH = 0.1;

/** Below this mean confidence the page may lie on its side or head. */
const DOUBTFUL = 0.55;

/** With so many doubtful words the better model looks at them: its start takes a fifth of a second, once in a process (docs/measurements.md). */
const ENOUGH_DOUBT = 3;

/** Sheets whose short side is longer than this are oversize, in points; and the short side of letter paper. */
const LARGEST_SHORT_SIDE = 864;
const LETTER_SHORT_SIDE = 612;

/** A page with less ink than this is blank. */
const BLANK_INK = 0.0004;

interface Reading {
  readonly seen: readonly SeenWord[];
  /** The level picture that was read. */
  readonly level: Grey;
  readonly layout: Layout;
  /** From the engine's pixels to the pixels of the work raster. */
  readonly back: Affine;
}

/** Reads one page optically. */
export async function ocrPage(picture: PagePicture, pageNumber: number, engines: OcrEngines): Promise<Page> {
  const { raster, widthPt, heightPt } = picture;
  const { dpi, scale } = workSize(raster, widthPt, heightPt);
  const work = await toGrey(
    raster,
    Math.max(1, Math.round(raster.width * scale)),
    Math.max(1, Math.round(raster.height * scale)),
  );
  const even = evenPaper(work, Math.max(8, Math.round(dpi * BLOCK_INCHES)));
  const base = { pageNumber, widthPt, heightPt };
  if (!hasInk(even, BLANK_INK)) return { ...base, source: 'none', confidence: 1, words: [] };
  const reading = await readAnyWayUp(even, dpi, engines);
  const toPage = chain(reading.back, scaling(widthPt / work.width, heightPt / work.height));
  const words = pageWords(reading.seen, toPage, widthPt, heightPt);
  return { ...base, source: words.length === 0 ? 'none' : 'ocr', confidence: pageConfidence(words), words };
}

/**
 * The resolution a page is read at, in pixels per inch, and the scale from its raster to that: near the raster's own, within what helps the engine
 * and what memory allows.
 */
export function workSize(
  raster: { readonly width: number; readonly height: number },
  widthPt: number,
  heightPt: number,
): { readonly dpi: number; readonly scale: number } {
  const own = (raster.width / widthPt) * 72 * oversize(widthPt, heightPt);
  const wanted = own < COARSE_DPI ? Math.min(UPSCALED_DPI, own * MOST_UPSCALE) : Math.min(own, FINEST_DPI);
  const scale = Math.min(wanted / own, Math.sqrt(MAX_WORK_PIXELS / (raster.width * raster.height)));
  return { dpi: own * scale, scale };
}

/** Programs that set one pixel to one point make sheets of a yard; their letters are as many pixels high as on a letter sheet. */
function oversize(widthPt: number, heightPt: number): number {
  const short = Math.min(widthPt, heightPt);
  return short > LARGEST_SHORT_SIDE ? short / LETTER_SHORT_SIDE : 1;
}

async function readAnyWayUp(even: Grey, dpi: number, engines: OcrEngines): Promise<Reading> {
  const engine = await engines.first();
  const first = await readLevelled(even, 0, dpi, engine);
  const confidence = meanConfidence(first.seen);
  const turn = confidence >= DOUBTFUL ? 0 : await likelyTurn(even, dpi, engine);
  const second = turn === 0 ? first : await readLevelled(even, turn, dpi, engine);
  const best = meanConfidence(second.seen) > confidence ? second : first;
  const { seen, by } = await readTwice(best.seen, engine, engines, (other) =>
    other.recognise(best.level, dpi, best.layout),
  );
  const isWorthIt = by === engine && doubtfulWords(seen) >= ENOUGH_DOUBT;
  const looker = (isWorthIt ? await engines.better?.() : undefined) ?? by;
  return { ...best, seen: await lookAgain(seen, best.level, dpi, looker) };
}

/** Turns by quarter turns, levels the lines, and reads. */
async function readLevelled(even: Grey, quarterDegrees: number, dpi: number, engine: OcrEngine): Promise<Reading> {
  const turned = quarterDegrees === 0 ? { image: even, back: scaling(1, 1) } : turnGrey(even, quarterDegrees);
  const skew = findSkew(turned.image);
  const level =
    Math.abs(skew) <= LEVEL_ENOUGH ? { image: turned.image, back: scaling(1, 1) } : turnGrey(turned.image, -skew);
  const clear = withoutLeaders(level.image, dpi);
  const layout = hasTextColumns(clear, dpi) ? 'columns' : 'across';
  return {
    seen: await engine.recognise(clear, dpi, layout),
    level: clear,
    layout,
    back: chain(level.back, turned.back),
  };
}

/** The turn (0, 90, 180 or 270 degrees clockwise) under which a reduced picture reads best. */
async function likelyTurn(even: Grey, dpi: number, engine: OcrEngine): Promise<number> {
  const factor = Math.max(1, Math.floor(dpi / 110));
  const small = shrinkGrey(even, factor);
  let bestTurn = 0;
  let bestScore = 0;
  for (const turn of [0, 90, 180, 270]) {
    const { seen } = await readLevelled(small, turn, dpi / factor, engine);
    const score = sureLetters(seen);
    if (score > bestScore * 1.2) {
      bestScore = score;
      bestTurn = turn;
    }
  }
  return bestTurn;
}

/** How much was read with some certainty: letters in words of three and more, weighted by confidence. */
function sureLetters(seen: readonly SeenWord[]): number {
  let sum = 0;
  for (const word of seen)
    if (/[\p{L}\p{N}]{3}/u.test(word.text) && word.confidence > 0.6) sum += word.text.length * word.confidence;
  return sum;
}

function pageConfidence(words: readonly Word[]): number {
  return words.length === 0 ? 1 : Math.round(meanConfidence(words) * 1000) / 1000;
}
