// A hash of a picture that scans of the same page share: which neighbours grow darker from left to right, on a coarse grid (dHash).

/** The grid the picture is brought to, in grey pixels; one column more than bits in a row. */
export const HASH_GRID = { width: 17, height: 16 } as const;

/** A difference of grey that counts; below it paper is only paper. */
const STEP = 6;
/** A picture with fewer rises than this says too little to be told from another one. */
const LEAST_RISES = 24;
/** Most of the 256 bits that may differ between two scans of one page. */
const MOST_DIFFERENT = 26;

/** The hash of grey pixels of `HASH_GRID`, row by row: 32 bytes; undefined for an even surface. */
export function pictureHash(pixels: Uint8Array): Uint8Array | undefined {
  const bits = new Uint8Array((HASH_GRID.height * (HASH_GRID.width - 1)) / 8);
  let rises = 0;
  for (let y = 0; y < HASH_GRID.height; y += 1)
    for (let x = 0; x < HASH_GRID.width - 1; x += 1) {
      const at = y * HASH_GRID.width + x;
      if ((pixels[at] ?? 0) - (pixels[at + 1] ?? 0) <= STEP) continue;
      rises += 1;
      const bit = y * (HASH_GRID.width - 1) + x;
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  return rises < LEAST_RISES ? undefined : bits;
}

/** True when two hashes may be of the same page. */
export function isSamePicture(a: Uint8Array, b: Uint8Array): boolean {
  let different = 0;
  for (let at = 0; at < a.length; at += 1) {
    for (let bits = (a[at] ?? 0) ^ (b[at] ?? 0); bits > 0; bits &= bits - 1) different += 1;
  }
  return different <= MOST_DIFFERENT;
}
