// Pictures that stand in a paper of words — a photo of a letter pasted into a Word file, a scan in a saved web page — as pages of their own after those of
// its text, and marks in the text that say which page shows the picture.
import { createHash } from 'node:crypto';
import type { PictureFormat } from '../../shared/model/document.ts';
import { pictureFormat } from '../intake/sniff.ts';
import { openPicture, type ReadablePicture } from './picture-source.ts';
import { readImageHeader } from './raster.ts';

/** The bytes of a picture as it stands in the paper. */
export interface InnerPicture {
  readonly format: PictureFormat;
  readonly bytes: Uint8Array;
}

/** What a picture must have to be a page: pixels on its shorter side and altogether, or, where its size can't be told, whether that counts as enough. */
interface Least {
  readonly side: number;
  readonly pixels: number;
  readonly orUnknown: boolean;
}

/** Smaller ones are signs, lines and signatures. Of a damaged one it is said in its place that it can't be shown. */
const PICTURE_IN_TEXT: Least = { side: 200, pixels: 150_000, orUnknown: true };

/** A picture in a mail that has few bytes: a letter page at 75 pixels to the inch. */
const PAGE_IN_MAIL: Least = { side: 600, pixels: 480_000, orUnknown: false };

/** Does work on the first page of a picture file. Throws file-damaged, image-too-large. */
export async function withPicture<T>(
  { format, bytes }: InnerPicture,
  work: (picture: ReadablePicture) => Promise<T>,
): Promise<T> {
  const source = await openPicture(format, bytes);
  try {
    return await work(await source.page(0));
  } finally {
    source.close();
  }
}

/** The pictures that are pages, each once, and for each of the given ones which of these it is: undefined for those that are none. */
export async function innerPages(
  given: readonly Uint8Array[],
): Promise<{ readonly pictures: readonly InnerPicture[]; readonly places: readonly (number | undefined)[] }> {
  const pictures: InnerPicture[] = [];
  const places: (number | undefined)[] = [];
  const known = new Map<string, number | undefined>();
  for (const bytes of given) {
    const hash = createHash('sha256').update(bytes).digest('base64');
    if (!known.has(hash)) {
      const format = pictureFormat(bytes);
      const isPage = format !== undefined && (await isLarge({ format, bytes }, PICTURE_IN_TEXT));
      known.set(hash, isPage ? pictures.push({ format, bytes }) - 1 : undefined);
    }
    places.push(known.get(hash));
  }
  return { pictures, places };
}

/** Whether a picture is as large as a page of a letter is when somebody wants it read. */
export async function isAsLargeAsAPage(bytes: Uint8Array): Promise<boolean> {
  const format = pictureFormat(bytes);
  return format !== undefined && (await isLarge({ format, bytes }, PAGE_IN_MAIL));
}

async function isLarge(picture: InnerPicture, { side, pixels, orUnknown }: Least): Promise<boolean> {
  try {
    const { width, height } = await withPicture(picture, ({ bytes, index }) => readImageHeader(bytes, index));
    return Math.min(width, height) >= side && width * height >= pixels;
  } catch {
    return orUnknown;
  }
}

/** What stands in the text for a picture that is no page. Marks are as long, so that naming a page moves no other word. */
const PLAIN = '[picture]';

/** The signs of marks: each says where in its mark it stands and one digit of a number. From Unicode's private use. */
const FIRST_SIGN = 0xe200;
const DIGITS = 10;
const SIGN = /[\ue200-\ue259]/g;
const MARK = /[\ue200-\ue259]{9}/g;

/** The mark of picture `index` (from 0), nine signs that no program writes. */
export function pictureMark(index: number): string {
  const digits = String(index).padStart(PLAIN.length, '0').slice(-PLAIN.length);
  return Array.from(digits, (digit, at) => String.fromCharCode(FIRST_SIGN + at * DIGITS + Number(digit))).join('');
}

/** The text with each mark in the words of a person: “[page 3]” where the picture is that page, else “[picture]”. `pageOf` counts pages from 1. */
export function withNamedPictures(text: string, pageOf: (index: number) => number | undefined): string {
  return text
    .replace(MARK, (mark) => {
      const places = Array.from(mark, placeOf);
      const page = places.every(({ at }, index) => at === index)
        ? pageOf(Number(places.map(({ digit }) => digit).join('')))
        : undefined;
      if (page === undefined) return mark;
      return (page < 100 ? `[page ${page}]` : `[p. ${page}]`).padEnd(PLAIN.length);
    })
    .replace(SIGN, (sign) => PLAIN[placeOf(sign).at] ?? '');
}

/** True for a text that says nothing but where pictures stand. */
export function isOnlyPictures(text: string): boolean {
  return text.replace(SIGN, '').trim() === '';
}

function placeOf(sign: string): { readonly at: number; readonly digit: number } {
  const number = sign.charCodeAt(0) - FIRST_SIGN;
  return { at: Math.floor(number / DIGITS), digit: number % DIGITS };
}
