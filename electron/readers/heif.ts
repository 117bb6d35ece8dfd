// The one door to libheif (WebAssembly, LGPL, used as the file it comes as): photos of phones.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { AppError } from '../../shared/errors.ts';
import type { Raster } from './raster.ts';

/** A picture of a file, upright: its turn is part of the format and done by the decoder. */
export interface HeifPicture {
  readonly width: number;
  readonly height: number;
  /** All pixels; the fourth channel is how solid a pixel is. Throws file-damaged. */
  decode(): Promise<Raster>;
}

export interface HeifFile {
  /** The pictures that stand on their own, not thumbnails, tiles or depth maps. */
  readonly pictures: readonly HeifPicture[];
  close(): void;
}

/** What is used of the library: it declares only its lower level. */
interface Library {
  readonly HeifDecoder: new () => { readonly decoder: unknown; decode(bytes: Uint8Array): LibraryImage[] };
  heif_context_free(context: unknown): void;
}

interface LibraryImage {
  get_width(): number;
  get_height(): number;
  display(
    to: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number },
    done: (shown: unknown) => void,
  ): void;
  free(): void;
}

let library: Promise<Library> | undefined;

/** Reads the headers of a file. Throws file-damaged. */
export async function openHeif(bytes: Uint8Array): Promise<HeifFile> {
  library ??= startLibrary();
  const heif = await library;
  const decoder = new heif.HeifDecoder();
  const images = decoder.decode(bytes);
  const close = (): void => {
    for (const image of images) image.free();
    heif.heif_context_free(decoder.decoder);
  };
  if (images.length === 0) {
    close();
    throw damaged('no picture');
  }
  return { pictures: images.map(pictureOf), close };
}

function pictureOf(image: LibraryImage): HeifPicture {
  const width = image.get_width();
  const height = image.get_height();
  return {
    width,
    height,
    decode: () =>
      new Promise((resolve, reject) => {
        const pixels = new Uint8ClampedArray(width * height * 4);
        image.display({ data: pixels, width, height }, (shown) => {
          if (shown === null) reject(damaged('the pixels cannot be decoded'));
          else resolve({ pixels: new Uint8Array(pixels.buffer), width, height, channels: 4 });
        });
      }),
  };
}

async function startLibrary(): Promise<Library> {
  const require = createRequire(import.meta.url);
  const wasmBinary = await readFile(require.resolve('libheif-js/libheif-wasm/libheif.wasm'));
  // The file is a script for browsers and Node alike; its only export makes the library.
  const make = require('libheif-js/libheif-wasm/libheif.js') as (options: { wasmBinary: Uint8Array }) => Library;
  return make({ wasmBinary });
}

function damaged(why: string): AppError {
  return new AppError('file-damaged', { cause: new Error(`HEIF: ${why}`) });
}
