// BMP pictures of every depth and way of packing, written here byte by byte.
import { describe, expect, it } from 'vitest';
import { decodeBmp, readBmpHeader } from '../../../electron/readers/bmp.ts';

interface Made {
  readonly width?: number;
  readonly height?: number;
  readonly bits: number;
  readonly compression?: number;
  readonly palette?: readonly number[];
  readonly masks?: readonly number[];
  readonly pixels: readonly number[];
}

/** A file of two by two pixels unless told, with a header of 40 bytes. */
function bmp({ width = 2, height = 2, bits, compression = 0, palette = [], masks = [], pixels }: Made): Uint8Array {
  const header = Buffer.alloc(54 + masks.length * 4);
  const start = header.length + palette.length;
  header.write('BM', 'latin1');
  header.writeUInt32LE(start, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(bits, 28);
  header.writeUInt32LE(compression, 30);
  header.writeInt32LE(7874, 38);
  for (const [index, mask] of masks.entries()) header.writeUInt32LE(mask, 54 + index * 4);
  return Buffer.concat([header, Buffer.from(palette), Buffer.from(pixels)]);
}

const [RED, GREEN, BLUE, WHITE] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
] as const;
/** As palettes hold them: blue first, and a byte for nothing. */
const PALETTE = [0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0];
/** Red and green above blue and white. */
const FOUR = [...RED, ...GREEN, ...BLUE, ...WHITE];

describe('BMP pictures', () => {
  it.each<[string, Made]>([
    ['24 bits', { bits: 24, pixels: [255, 0, 0, 255, 255, 255, 0, 0, 0, 0, 255, 0, 255, 0, 0, 0] }],
    [
      '24 bits from the top',
      { height: -2, bits: 24, pixels: [0, 0, 255, 0, 255, 0, 0, 0, 255, 0, 0, 255, 255, 255, 0, 0] },
    ],
    ['32 bits', { bits: 32, pixels: [255, 0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 0, 0, 255, 0, 0] }],
    [
      '32 bits with masks',
      {
        bits: 32,
        compression: 3,
        masks: [0xff, 0xff00, 0xff0000],
        pixels: [0, 0, 255, 0, 255, 255, 255, 0, 255, 0, 0, 0, 0, 255, 0, 0],
      },
    ],
    ['16 bits', { bits: 16, pixels: [0x1f, 0, 0xff, 0x7f, 0, 0x7c, 0xe0, 3] }],
    [
      '16 bits with masks',
      { bits: 16, compression: 3, masks: [0xf800, 0x7e0, 0x1f], pixels: [0x1f, 0, 0xff, 0xff, 0, 0xf8, 0xe0, 7] },
    ],
    ['8 bits', { bits: 8, palette: PALETTE, pixels: [2, 3, 0, 0, 0, 1, 0, 0] }],
    ['4 bits', { bits: 4, palette: PALETTE, pixels: [0x23, 0, 0, 0, 0x01, 0, 0, 0] }],
    ['8 bits, runs', { bits: 8, compression: 1, palette: PALETTE, pixels: [1, 2, 1, 3, 0, 0, 1, 0, 1, 1, 0, 1] }],
    ['4 bits, runs', { bits: 4, compression: 2, palette: PALETTE, pixels: [2, 0x23, 0, 0, 2, 0x01, 0, 1] }],
  ])('%s', (_name, made) => {
    const { pixels, width, height, channels } = decodeBmp(bmp(made));
    expect([width, height, channels, [...pixels]]).toEqual([2, 2, 3, FOUR]);
  });

  it('black and white, the first pixel in the highest bit', () => {
    const made = {
      width: 9,
      height: 1,
      bits: 1,
      palette: [0, 0, 0, 0, 255, 255, 255, 0],
      pixels: [0b10000001, 0x80, 0, 0],
    };
    const seen = [...decodeBmp(bmp(made)).pixels].filter((_, index) => index % 3 === 0);
    expect(seen).toEqual([255, 0, 0, 0, 0, 0, 0, 255, 255]);
  });

  it('runs with pixels one by one, and what is jumped over in the first colour', () => {
    const made = { width: 6, height: 1, bits: 8, compression: 1, palette: PALETTE };
    const firsts = (pixels: readonly number[]) =>
      [...decodeBmp(bmp({ ...made, pixels })).pixels].filter((_, index) => index % 3 === 2);
    expect(firsts([0, 3, 2, 1, 2, 0, 0, 2, 2, 0, 1, 2, 0, 1])).toEqual([255, 0, 255, 0, 0, 255]);
  });

  it('files of OS/2, with a short header and three bytes a colour', () => {
    const file = Buffer.alloc(26);
    file.write('BM', 'latin1');
    file.writeUInt32LE(32, 10);
    file.writeUInt32LE(12, 14);
    file.writeUInt16LE(1, 18);
    file.writeUInt16LE(1, 20);
    file.writeUInt16LE(1, 22);
    file.writeUInt16LE(1, 24);
    const whole = Buffer.concat([file, Buffer.from([0, 0, 0, 0, 255, 0, 0x80, 0, 0, 0])]);
    expect([...decodeBmp(whole).pixels]).toEqual([...GREEN]);
  });

  it('say their resolution and size without being decoded', () => {
    const { width, height, dpi } = readBmpHeader(bmp({ width: 30_000, height: 40_000, bits: 1, pixels: [] }));
    expect([width, height, Math.round(dpi ?? 0)]).toEqual([30_000, 40_000, 200]);
  });

  it.each<[string, Uint8Array]>([
    ['cut off in the header', bmp({ bits: 24, pixels: [] }).subarray(0, 40)],
    ['without all its rows', bmp({ bits: 24, pixels: [1, 2, 3, 4, 5, 6, 7, 8, 9] })],
    ['without an end of its runs', bmp({ bits: 8, compression: 1, palette: PALETTE, pixels: [1, 2, 1] })],
    ['with a JPEG inside', bmp({ bits: 24, compression: 4, pixels: [] })],
    ['without size', bmp({ width: 0, bits: 24, pixels: [] })],
  ])('%s are refused', (_name, bytes) => {
    expect(() => decodeBmp(bytes)).toThrow(expect.objectContaining({ code: 'file-damaged' }));
  });
});
