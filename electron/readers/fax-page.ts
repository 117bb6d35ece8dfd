// A page as a fax machine sends it: black or white, 204 by 196 dots to the inch, on letter paper, compressed as Group 4.
import { toFaxStrip } from './fax-strip.ts';
import { evenPaper, type Grey, withoutSpots } from './grey.ts';
import type { PdfFile, PdfPage } from './pdfium.ts';
import { type Raster, toGrey } from './raster.ts';

/** “Fine” resolution, dots per inch across and down (ITU-T T.4: 8 dots and 7.7 lines to the millimetre). */
export const FAX_DPI = { across: 204, down: 196 } as const;
/** Dots of a line (ITU-T T.4 for paper up to letter width), and lines of 11 inches. */
export const FAX_SIZE = { width: 1728, height: 2156 } as const;

/** Side of the squares in which the paper is evened out and pictures are told from writing, in dots: larger than a stamp is high. */
const SQUARE = 64;
/** Darker than this is black. Above the middle, so that thin strokes stay whole. */
const BLACK_BELOW = 172;
/** Between these a dot is neither ink nor paper; a square with more than this share of such dots is grey. */
const HALF_TONE = { from: 70, to: 195, share: 0.45 } as const;
/** Grey paper is even; a picture isn't: the standard deviation of the greys in a square from which it is one. */
const TEXTURE = 14;

/** One page's dots, compressed (ITU-T T.6), `width` by `height`. */
export interface FaxPage {
  readonly strip: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Draws page `index` (from 0) for a fax: wide pages are turned, large ones shrunk to letter size. Throws file-damaged. */
export async function faxPage(file: PdfFile, index: number): Promise<FaxPage> {
  const { raster, turned } = file.withPage(index, drawn);
  const grey = await toGrey(raster, raster.width, raster.height);
  const upright = onPaper(evenPaper(turned ? turnedRight(grey) : grey, SQUARE, withoutSpots));
  return { strip: await toFaxStrip(blackOrWhite(upright)), ...FAX_SIZE };
}

/** The page at the dots it will have; a wide one lies on its side, its width down the paper. */
function drawn(page: PdfPage): { readonly raster: Raster; readonly turned: boolean } {
  const turned = page.widthPt > page.heightPt;
  const [across, down] = turned ? [page.heightPt, page.widthPt] : [page.widthPt, page.heightPt];
  const inches = { across: FAX_SIZE.width / FAX_DPI.across, down: FAX_SIZE.height / FAX_DPI.down };
  const scale = Math.min(1, (inches.across * 72) / across, (inches.down * 72) / down);
  const dots = (points: number, dpi: number) => Math.max(1, Math.floor((points / 72) * scale * dpi + 0.01));
  const width = Math.min(FAX_SIZE.width, dots(across, FAX_DPI.across));
  const height = Math.min(FAX_SIZE.height, dots(down, FAX_DPI.down));
  return { raster: turned ? page.render(height, width) : page.render(width, height), turned };
}

/** Turned by 90 degrees clockwise. */
function turnedRight({ pixels, width, height }: Grey): Grey {
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) out[x * height + (height - 1 - y)] = pixels[y * width + x]!;
  }
  return { pixels: out, width: height, height: width };
}

/** In the middle of a white sheet. */
function onPaper({ pixels, width, height }: Grey): Grey {
  if (width === FAX_SIZE.width && height === FAX_SIZE.height) return { pixels, width, height };
  const out = new Uint8Array(FAX_SIZE.width * FAX_SIZE.height).fill(255);
  const left = Math.floor((FAX_SIZE.width - width) / 2);
  const top = Math.floor((FAX_SIZE.height - height) / 2);
  for (let y = 0; y < height; y += 1)
    out.set(pixels.subarray(y * width, (y + 1) * width), (top + y) * FAX_SIZE.width + left);
  return { pixels: out, ...FAX_SIZE };
}

/**
 * Each dot black (0) or white (255): writing by a threshold, because dotted grey makes it hard to read and slow to send; squares that
 * hold a picture by spreading the error (Floyd and Steinberg), because a threshold would leave nothing of it.
 */
export function blackOrWhite(grey: Grey): Grey {
  const { width, height } = grey;
  const isPicture = pictureSquares(grey);
  const columns = Math.ceil(width / SQUARE);
  const out = new Uint8Array(width * height);
  let errors = new Float32Array(width + 2);
  for (let y = 0; y < height; y += 1) {
    const next = new Float32Array(width + 2);
    const row = Math.floor(y / SQUARE) * columns;
    let carried = 0;
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (isPicture[row + Math.floor(x / SQUARE)] !== 1) {
        out[at] = grey.pixels[at]! < BLACK_BELOW ? 0 : 255;
        carried = 0;
        continue;
      }
      const wanted = grey.pixels[at]! + carried + errors[x + 1]!;
      out[at] = wanted < 128 ? 0 : 255;
      const error = (wanted - out[at]!) / 16;
      carried = error * 7;
      next[x] = next[x]! + error * 3;
      next[x + 1] = next[x + 1]! + error * 5;
      next[x + 2] = next[x + 2]! + error;
    }
    errors = next;
  }
  return { pixels: out, width, height };
}

/** 1 for each square that holds a picture: grey with some texture, and all the grey squares that hang together with it. */
function pictureSquares(grey: Grey): Uint8Array {
  const columns = Math.ceil(grey.width / SQUARE);
  const rows = Math.ceil(grey.height / SQUARE);
  const squares = Array.from({ length: columns * rows }, (_, at) =>
    toneOf(grey, at % columns, Math.floor(at / columns)),
  );
  const beside = (at: number) =>
    [at - columns, at + columns, at % columns > 0 ? at - 1 : -1, at % columns < columns - 1 ? at + 1 : -1].filter(
      (next) => squares[next] !== undefined && squares[next] !== 'plain',
    );
  const found = new Uint8Array(columns * rows);
  // One square alone is never a picture: smudges and bold print look like that.
  const open = squares.flatMap((tone, at) => (tone === 'textured' && beside(at).length >= 2 ? [at] : []));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found[at] === 1) continue;
    found[at] = 1;
    open.push(...beside(at));
  }
  return found;
}

function toneOf({ pixels, width, height }: Grey, column: number, row: number): 'plain' | 'grey' | 'textured' {
  let [count, sum, squares] = [0, 0, 0];
  for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y += 1) {
    for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x += 1) {
      const value = pixels[y * width + x]!;
      if (value <= HALF_TONE.from || value >= HALF_TONE.to) continue;
      count += 1;
      sum += value;
      squares += value * value;
    }
  }
  if (count <= HALF_TONE.share * SQUARE * SQUARE) return 'plain';
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)) > TEXTURE ? 'textured' : 'grey';
}
