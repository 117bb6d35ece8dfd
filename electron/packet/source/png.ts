// PNG files: those whose compressed picture a PDF can hold as it is.

export interface PngPicture {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** Grey 1, colour 3, palette 1. */
  readonly colors: number;
  readonly palette: Uint8Array | undefined;
  readonly grey: boolean;
  /** The compressed rows, as one zlib stream with PNG predictors. */
  readonly data: Uint8Array;
}

const GREY = 0;
const COLOR = 2;
const PALETTE = 3;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Takes a PNG apart. Undefined when it is interlaced, see-through or not whole: such a picture has to be made anew. */
export function readPlainPng(bytes: Uint8Array): PngPicture | undefined {
  if (!SIGNATURE.every((value, index) => bytes[index] === value)) return undefined;
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header === undefined || header.length < 13 || chunks.at(-1)?.type !== 'IEND') return undefined;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const [bits = 0, kind = 0, , , interlace = 0] = header.subarray(8);
  const seeThrough = chunks.some(({ type }) => type === 'tRNS');
  if (interlace !== 0 || seeThrough || ![GREY, COLOR, PALETTE].includes(kind)) return undefined;
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  if (kind === PALETTE && palette === undefined) return undefined;
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bits,
    colors: kind === COLOR ? 3 : 1,
    palette: kind === PALETTE ? palette : undefined,
    grey: kind === GREY,
    data: Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  };
}

function chunksOf(bytes: Uint8Array): readonly { readonly type: string; readonly data: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: { type: string; data: Uint8Array }[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return chunks;
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}
