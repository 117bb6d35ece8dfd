// Pixels as a fax machine sends them, in one piece.
import type { Grey } from './grey.ts';
import { open } from './raster.ts';

/** Tags of a TIFF that say where its strips are and how long (TIFF 6.0, section 8). */
const STRIP_OFFSETS = 273;
const STRIP_BYTES = 279;

/** A picture of black (0) and white (255) pixels, compressed as Group 4 (ITU-T T.6) in one piece, as PDF and fax machines take it. */
export async function toFaxStrip(page: Grey): Promise<Uint8Array> {
  const tiff = await open({ ...page, channels: 1 })
    .toColourspace('b-w')
    // Without tiles the height of a tile is that of a strip: all rows in one.
    .tiff({
      compression: 'ccittfax4',
      bitdepth: 1,
      miniswhite: true,
      tile: false,
      tileHeight: Math.ceil(page.height / 16) * 16,
    })
    .toBuffer();
  const directory = tiff.readUInt32LE(4);
  const entries = Array.from({ length: tiff.readUInt16LE(directory) }, (_, index) => directory + 2 + 12 * index);
  const entryOf = (tag: number) => {
    const entry = entries.find((at) => tiff.readUInt16LE(at) === tag);
    if (entry === undefined || tiff.readUInt32LE(entry + 4) !== 1) throw new Error('not one strip');
    return tiff.readUInt32LE(entry + 8);
  };
  const start = entryOf(STRIP_OFFSETS);
  return Uint8Array.from(tiff.subarray(start, start + entryOf(STRIP_BYTES)));
}
