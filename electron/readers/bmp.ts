// BMP files, which the picture library does not read and the packages for it read wrong (four-bit and run-length pictures).
import { AppError } from '../../shared/errors.ts';
import type { Raster } from './raster.ts';

/** What the header says. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  /** Rows from the top, instead of from the bottom as usual. */
  readonly isTopDown: boolean;
  readonly bits: number;
  readonly compression: number;
  /** Pixels per inch; undefined when the file states none. */
  readonly dpi: number | undefined;
  /** Where the palette, the masks and the pixels begin. */
  readonly headerEnd: number;
  readonly pixelsAt: number;
  /** Bytes of one entry of the palette: 3 in files of OS/2, else 4. */
  readonly entryBytes: 3 | 4;
}

/** Ways of compression that are read (Microsoft, “Bitmap Storage” and BITMAPINFOHEADER). */
const RGB = 0;
const RLE8 = 1;
const RLE4 = 2;
const BITFIELDS = 3;
const BITFIELDS_WITH_ALPHA = 6;

const FILE_HEADER = 14;
const OLD_HEADER = 12;
const INCHES_PER_METRE = 39.37;

/** Reads the header. Throws file-damaged for what is no whole BMP of a known kind. */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  if (bytes.length < FILE_HEADER + OLD_HEADER) throw damaged('the header is cut off');
  const view = viewOf(bytes);
  const size = view.getUint32(FILE_HEADER, true);
  const isOld = size === OLD_HEADER;
  if ((!isOld && size < 40) || bytes.length < FILE_HEADER + size) throw damaged('an unknown header');
  const width = isOld ? view.getUint16(18, true) : view.getInt32(18, true);
  const height = isOld ? view.getUint16(20, true) : view.getInt32(22, true);
  const bits = view.getUint16(isOld ? 24 : 28, true);
  const compression = isOld ? RGB : view.getUint32(30, true);
  if (width < 1 || height === 0 || height === -0x80000000) throw damaged('no size');
  if (!isReadable(bits, compression)) throw damaged(`${bits} bits, compression ${compression}`);
  const perMetre = isOld ? 0 : view.getInt32(38, true);
  // After the oldest of the newer headers the masks stand on their own; the later ones hold them.
  const masks = size === 40 && compression >= BITFIELDS ? (compression === BITFIELDS ? 12 : 16) : 0;
  return {
    width,
    height: Math.abs(height),
    isTopDown: height < 0,
    bits,
    compression,
    dpi: perMetre > 0 ? perMetre / INCHES_PER_METRE : undefined,
    headerEnd: FILE_HEADER + size + masks,
    pixelsAt: view.getUint32(10, true),
    entryBytes: isOld ? 3 : 4,
  };
}

function isReadable(bits: number, compression: number): boolean {
  if (compression === RGB) return [1, 4, 8, 16, 24, 32].includes(bits);
  if (compression === RLE8) return bits === 8;
  if (compression === RLE4) return bits === 4;
  return (compression === BITFIELDS || compression === BITFIELDS_WITH_ALPHA) && (bits === 16 || bits === 32);
}

/** All pixels, upright; what is see-through is taken as it is, as all programs show it. Throws file-damaged. */
export function decodeBmp(bytes: Uint8Array): Raster {
  const header = readBmpHeader(bytes);
  const { width, height, bits, compression, isTopDown } = header;
  const pixels = new Uint8Array(width * height * 3);
  const setRow = rowSetter(bytes, header);
  const isRunLength = compression === RLE8 || compression === RLE4;
  const rows = isRunLength ? unpacked(bytes, header) : bytes.subarray(header.pixelsAt);
  const rowBytes = isRunLength ? width : Math.ceil((width * bits) / 32) * 4;
  if (rows.length < rowBytes * (height - 1) + Math.ceil((width * bits) / 8)) throw damaged('pixels are missing');
  for (let row = 0; row < height; row += 1) {
    const to = (isTopDown ? row : height - 1 - row) * width * 3;
    setRow(rows.subarray(row * rowBytes), pixels.subarray(to, to + width * 3), isRunLength ? 8 : bits);
  }
  return { pixels, width, height, channels: 3 };
}

type SetRow = (row: Uint8Array, to: Uint8Array, bits: number) => void;

function rowSetter(bytes: Uint8Array, header: BmpHeader): SetRow {
  const { bits, width } = header;
  if (bits <= 8) return paletteRow(bytes, header);
  if (bits === 24 || (bits === 32 && header.compression === RGB)) {
    const step = bits / 8;
    return (row, to) => {
      for (let x = 0; x < width; x += 1) {
        to[x * 3] = row[x * step + 2]!;
        to[x * 3 + 1] = row[x * step + 1]!;
        to[x * 3 + 2] = row[x * step]!;
      }
    };
  }
  return maskedRow(bytes, header);
}

function paletteRow(bytes: Uint8Array, { headerEnd, pixelsAt, entryBytes, width }: BmpHeader): SetRow {
  const palette = bytes.subarray(headerEnd, Math.max(headerEnd, pixelsAt));
  return (row, to, bits) => {
    const perByte = 8 / bits;
    const mask = 2 ** bits - 1;
    for (let x = 0; x < width; x += 1) {
      const shift = 8 - bits * ((x % perByte) + 1);
      const entry = ((row[Math.floor(x / perByte)]! >> shift) & mask) * entryBytes;
      to[x * 3] = palette[entry + 2] ?? 0;
      to[x * 3 + 1] = palette[entry + 1] ?? 0;
      to[x * 3 + 2] = palette[entry] ?? 0;
    }
  };
}

function maskedRow(bytes: Uint8Array, { compression, bits, width }: BmpHeader): SetRow {
  const view = viewOf(bytes);
  // The masks follow the 40 bytes every newer header begins with, inside of it or after it.
  const masks = compression === RGB ? [0x7c00, 0x3e0, 0x1f] : [0, 4, 8].map((at) => view.getUint32(54 + at, true));
  const channels = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
    return { mask, shift, most: mask >>> shift || 1 };
  });
  return (row, to) => {
    const line = viewOf(row);
    for (let x = 0; x < width; x += 1) {
      const value = bits === 16 ? line.getUint16(x * 2, true) : line.getUint32(x * 4, true);
      for (const [index, { mask, shift, most }] of channels.entries())
        to[x * 3 + index] = Math.round((((value & mask) >>> shift) / most) * 255);
    }
  };
}

/** Run-length pixels as one byte each, in the order of the file; what no run reaches is colour 0. */
function unpacked(bytes: Uint8Array, { width, height, bits, pixelsAt }: BmpHeader): Uint8Array {
  const out = new Uint8Array(width * height);
  let [x, y, at] = [0, 0, pixelsAt];
  const set = (color: number) => {
    if (x < width && y < height) out[y * width + x] = color;
    x += 1;
  };
  const colorOf = (byte: number, index: number) => (bits === 8 ? byte : index % 2 === 0 ? byte >> 4 : byte & 15);
  for (;;) {
    if (at + 2 > bytes.length) throw damaged('pixels are missing');
    const [count, second] = [bytes[at]!, bytes[at + 1]!];
    at += 2;
    if (count > 0) for (let index = 0; index < count; index += 1) set(colorOf(second, index));
    else if (second === 0) [x, y] = [0, y + 1];
    else if (second === 1) return out;
    else if (second === 2) {
      x += bytes[at] ?? 0;
      y += bytes[at + 1] ?? 0;
      at += 2;
    } else {
      const length = bits === 8 ? second : Math.ceil(second / 2);
      if (at + length > bytes.length) throw damaged('pixels are missing');
      for (let index = 0; index < second; index += 1)
        set(colorOf(bytes[at + (bits === 8 ? index : index >> 1)]!, index));
      // Filled up to an even number of bytes.
      at += length + (length % 2);
    }
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(why: string): AppError {
  return new AppError('file-damaged', { cause: new Error(`BMP: ${why}`) });
}
