// How much a page of a packet differs from the page it was made of, as poppler draws both: pixel by pixel, outside the stamp.
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { withFile } from '../packet-pdf.ts';
import { runTool } from '../pdf.ts';

/** Pixels across a page. */
const WIDTH = 600;
/** The stamp's plate and its distance from the edges, as a share of the page's width, with a margin. */
const PLATE_HEIGHT = 0.075;
const PLATE_WIDTH = 0.6;

interface Drawn {
  readonly pixels: Buffer;
  readonly height: number;
}

function drawn(bytes: Uint8Array, page: number): Promise<Drawn> {
  return withFile(bytes, async (file) => {
    const only = ['-f', String(page), '-l', String(page)];
    const info = runTool('pdfinfo', [...only, file]);
    const [, wide, high] = /size:\s+([\d.]+) x ([\d.]+)/.exec(info)!;
    const sideways = Number(/rot:\s+(\d+)/.exec(info)![1]) % 180 === 90;
    const resolution = (72 * WIDTH) / Number(sideways ? high : wide);
    runTool('pdftoppm', ['-cropbox', ...only, '-singlefile', '-r', String(resolution), '-png', file, file]);
    const image = sharp(readFileSync(`${file}.png`))
      .removeAlpha()
      .toColourspace('srgb');
    const { data, info: size } = await image.resize({ width: WIDTH }).raw().toBuffer({ resolveWithObject: true });
    return { pixels: data, height: size.height };
  });
}

/** How two pages differ, 0 to 255, outside the lower right corner where the packet's page has its stamp. */
export interface Fidelity {
  /** Over the whole page. */
  readonly mean: number;
  /** Over the worst square of 30 by 30 pixels: a lost mark shows here although the page is large. */
  readonly worst: number;
}

/** Sides of the squares, pixels. */
const SQUARE = 30;

/** Compares a page of a packet with the page it was made of. Pages of different shapes differ wholly. */
export async function fidelityOf(
  source: Uint8Array,
  sourcePage: number,
  packet: Uint8Array,
  packetPage: number,
): Promise<Fidelity> {
  const [before, after] = [await drawn(source, sourcePage), await drawn(packet, packetPage)];
  if (Math.abs(before.height - after.height) > 1) return { mean: 255, worst: 255 };
  const height = Math.min(before.height, after.height);
  const plateTop = height - Math.ceil(PLATE_HEIGHT * WIDTH);
  const across = WIDTH / SQUARE;
  const squares = new Float64Array(across * Math.ceil(height / SQUARE));
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    const until = y < plateTop ? WIDTH : Math.floor((1 - PLATE_WIDTH) * WIDTH);
    for (let at = 3 * y * WIDTH; at < 3 * (y * WIDTH + until); at += 1) {
      const difference = Math.abs(before.pixels[at]! - after.pixels[at]!);
      const square = Math.floor(y / SQUARE) * across + Math.floor((at / 3 - y * WIDTH) / SQUARE);
      squares[square] = (squares[square] ?? 0) + difference;
      sum += difference;
      count += 1;
    }
  }
  return { mean: sum / Math.max(1, count), worst: Math.max(...squares) / (3 * SQUARE * SQUARE) };
}
