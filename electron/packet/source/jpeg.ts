// JPEG files: their header, which way up they are, and a copy without camera data. The picture itself is never touched.

export interface JpegHeader {
  /** Pixels, as stored. */
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** EXIF orientation, 1 to 8. */
  readonly orientation: number;
  /** Four-colour files by Adobe's programs hold their inks inverted. */
  readonly adobe: boolean;
}

interface Segment {
  readonly marker: number;
  /** Of the marker's first byte, and just after the segment. */
  readonly start: number;
  readonly end: number;
}

const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;
const COMMENT = 0xfe;
/** JFIF, colour profile, Adobe: what is needed to show the picture as it was. */
const KEPT_APPS = new Set([0xe0, 0xe2, APP14]);
const ORIENTATION_TAG = 0x0112;

/** Reads a JPEG's header. Undefined when it isn't a JPEG a PDF can hold. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  const segments = segmentsOf(bytes);
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (frame === undefined || frame.end - frame.start < 10) return undefined;
  const view = viewOf(bytes);
  const components = view.getUint8(frame.start + 9);
  const bits = view.getUint8(frame.start + 4);
  if (bits !== 8 || ![1, 3, 4].includes(components)) return undefined;
  const exif = segments.find(({ marker, start }) => marker === APP1 && hasText(bytes, start + 4, 'Exif\0\0'));
  return {
    width: view.getUint16(frame.start + 7),
    height: view.getUint16(frame.start + 5),
    components,
    orientation: exif === undefined ? 1 : orientationIn(bytes.subarray(exif.start + 10, exif.end)),
    adobe: segments.some(({ marker, start }) => marker === APP14 && hasText(bytes, start + 4, 'Adobe')),
  };
}

/** The same JPEG without camera data, thumbnails, places and comments; the compressed picture stays byte for byte. */
export function withoutCameraData(bytes: Uint8Array): Uint8Array {
  const dropped = segmentsOf(bytes).filter(
    ({ marker }) => marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && !KEPT_APPS.has(marker)),
  );
  if (dropped.length === 0) return bytes;
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { start, end } of dropped) {
    parts.push(bytes.subarray(from, start));
    from = end;
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
}

/** The segments before the compressed picture. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return segments;
  const view = viewOf(bytes);
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return segments;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) return segments;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return segments;
    segments.push({ marker, start: at, end });
    at = end;
  }
  return segments;
}

/** Start of frame: C0 to CF but for the Huffman, extension and arithmetic tables. Lossless and arithmetic frames aren't for PDF. */
function isFrame(marker: number): boolean {
  return marker === 0xc0 || marker === 0xc1 || marker === 0xc2;
}

/** Orientation from the first directory of an EXIF block (a TIFF file of its own). */
function orientationIn(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = viewOf(tiff);
  const little = tiff[0] === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
