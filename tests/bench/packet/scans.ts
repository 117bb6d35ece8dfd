// Papers that look like scans, made for the packet's bench: the same bytes each time, no two pages alike.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { Page } from '../../../shared/model/page.ts';

export const PAGES_PER_PAPER = 25;
/** A Letter page at 150 dots per inch. */
const [WIDTH, HEIGHT] = [1275, 1650];
/** Different pictures; every page's file of one of them differs from all others by a comment inside. */
const PICTURES = 12;
const LINES = 46;
const WORDS = 'the treatment was found to be medically necessary by each physician who examined the member on'.split(
  ' ',
);

/** Path of the n-th paper (from 1). */
export const paperPath = (dir: string, number: number) => join(dir, `paper-${String(number).padStart(3, '0')}.pdf`);

/** Writes `count` papers of 25 pages, about 6.5 MB each; those that are there are kept. Every second one has object streams, some pages are turned. */
export async function makeScans(dir: string, count: number): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((n) => !existsSync(paperPath(dir, n)));
  if (missing.length === 0) return;
  const pictures = await Promise.all(Array.from({ length: PICTURES }, (_, index) => noisyPicture(index)));
  for (const number of missing) {
    const document = await PDFDocument.create({ updateMetadata: false });
    for (let index = 0; index < PAGES_PER_PAPER; index += 1) {
      const serial = number * PAGES_PER_PAPER + index;
      const picture = pictures[serial % PICTURES] ?? Buffer.alloc(0);
      const image = await document.embedJpg(withComment(picture, `page ${serial} `.repeat(4)));
      const page = document.addPage([612, 792]);
      page.drawImage(image, { x: 0, y: 0, width: 612, height: 792 });
      if (serial % 7 === 0) page.setRotation(degrees(180));
    }
    writeFileSync(paperPath(dir, number), await document.save({ useObjectStreams: number % 2 === 0 }));
  }
}

/** The words of a paper's pages, as optical reading would give them. Made while a packet is built, so it must take next to no time. */
export function wordsOf(number: number): readonly Page[] {
  return Array.from({ length: PAGES_PER_PAPER }, (_, index) => ({
    pageNumber: index + 1,
    widthPt: 612,
    heightPt: 792,
    source: 'ocr' as const,
    confidence: 0.93,
    words: pageWords(number * 31 + index * 7),
  }));
}

function pageWords(seed: number): Page['words'] {
  const words: Page['words'][number][] = [];
  for (let line = 0; line < LINES; line += 1) {
    const y = 60 + line * 14.2;
    let x = 72;
    for (let index = 0; index < 9; index += 1) {
      const text = WORDS[(seed + line + index * 5) % WORDS.length] ?? '';
      const w = text.length * 5.4;
      words.push({ text, x, y, w, h: 10.5, line, confidence: 0.93 });
      x += w + 4;
    }
  }
  return words;
}

/** Grey noise on white paper with dark lines: about as large as a scan of a printed page. */
async function noisyPicture(seed: number): Promise<Buffer> {
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  let state = seed + 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const row = Math.floor(at / WIDTH);
    const isInk = row % 35 < 12 && (at + row * 7) % 40 < 10;
    pixels[at] = (isInk ? 40 : 225) + (state >>> 29);
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
    .jpeg({ quality: 58 })
    .toBuffer();
}

/** A comment segment behind the start of the picture's file. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe]), length, Buffer.from(comment, 'latin1')]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}
