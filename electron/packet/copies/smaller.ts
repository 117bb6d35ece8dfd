// The smaller copy: scans with fewer pixels, compressed more. Text stays text, 1-bit scans stay as they are, nothing else changes.
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import type { DrawnImage, Readers } from '../../readers/types.ts';
import type { FinishedFile, Sink } from '../packet-file.ts';
import { isPlainJpeg, onePictureFile } from './one-picture.ts';
import type { OpenedPacket } from './opened-packet.ts';
import { writeObjects } from './write-objects.ts';

/** What the user chooses. */
export interface SmallerChoice {
  /** Scans keep no more dots to the inch than this. */
  readonly dpi: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
}

/** A picture of the packet that can be made smaller. */
export interface Scan {
  readonly ref: PDFRef;
  /** As it is in the packet. */
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly grey: boolean;
  /** The largest it is drawn anywhere, points. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** Pages it stands on, one-based. */
  readonly pages: readonly number[];
}

/** Smaller than this many bytes, a picture isn't worth the loss. */
const LEAST_BYTES = 8_000;
/** The new picture must be at least this much smaller. */
const WORTH = 0.95;

/** All pictures worth making smaller. Pictures of one bit, masks, and those whose colours are keys to something are left alone. */
export function scansOf(opened: OpenedPacket, drawn: readonly (readonly DrawnImage[])[]): readonly Scan[] {
  const found = new Map<PDFRef, { readonly stream: PDFRawStream; readonly pages: number[] }>();
  for (let page = 1; page <= opened.pageCount; page += 1) {
    const resources = opened.page(page).node.Resources();
    for (const [ref, stream] of picturesIn(resources, opened)) {
      const known = found.get(ref);
      if (known === undefined) found.set(ref, { stream, pages: [page] });
      else known.pages.push(page);
    }
  }
  return [...found].flatMap(([ref, { stream, pages }]) => {
    const [width, height] = [numberIn(stream, 'Width'), numberIn(stream, 'Height')];
    const places = pages.flatMap((page) =>
      (drawn[page - 1] ?? []).filter(({ pixelWidth, pixelHeight }) => pixelWidth === width && pixelHeight === height),
    );
    if (places.length === 0) return [];
    const [widthPt, heightPt] = [
      Math.max(...places.map((place) => place.widthPt)),
      Math.max(...places.map((place) => place.heightPt)),
    ];
    const grey = isGrey(stream, opened.document.context);
    return [{ ref, bytes: bytesOf(ref, stream, opened), width, height, grey, widthPt, heightPt, pages }];
  });
}

/** Pictures that got smaller, with what takes their place. */
export type SmallerScans = ReadonlyMap<PDFRef, PDFRawStream>;

interface Shrinking {
  readonly choice: SmallerChoice;
  readonly opened: OpenedPacket;
  readonly readers: Pick<Readers, 'shrink'>;
  readonly signal?: AbortSignal | undefined;
}

/** Makes some scans smaller, one after the other; those that gain too little are left out. Throws cancelled. */
export async function smallerScans(scans: readonly Scan[], shrinking: Shrinking): Promise<SmallerScans> {
  const changed = new Map<PDFRef, PDFRawStream>();
  for (const scan of scans) {
    const stream = await shrunkScan(scan, shrinking);
    if (stream !== undefined) changed.set(scan.ref, stream);
  }
  return changed;
}

/** The picture made smaller, as the stream to put in its place; undefined when that would gain too little. Throws cancelled. */
async function shrunkScan(
  scan: Scan,
  { choice, opened, readers, signal }: Shrinking,
): Promise<PDFRawStream | undefined> {
  const { context } = opened.document;
  const found = (await opened.pictures.read(scan.ref)) ?? context.lookup(scan.ref);
  if (!(found instanceof PDFRawStream)) return undefined;
  const wanted = (points: number, pixels: number) =>
    Math.max(1, Math.min(pixels, Math.round((points / 72) * choice.dpi)));
  const size = { width: wanted(scan.widthPt, scan.width), height: wanted(scan.heightPt, scan.height) };
  const file = isPlainJpeg(found) ? found.getContents() : await onePictureFile(found, context, scan.width, scan.height);
  const jpeg = await readers
    .shrink(file, { ...size, quality: choice.quality, grey: scan.grey }, signal)
    .catch((cause: unknown) => {
      // A picture no reader can decode stays as it is.
      if (cause instanceof AppError && cause.code !== 'cancelled') return undefined;
      throw cause;
    });
  if (jpeg === undefined || jpeg.length > scan.bytes * WORTH) return undefined;
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: size.width,
    Height: size.height,
    BitsPerComponent: 8,
    ColorSpace: scan.grey ? 'DeviceGray' : 'DeviceRGB',
    Filter: 'DCTDecode',
  });
  for (const key of ['SMask', 'Mask', 'Interpolate', 'Intent', 'OC'].map((name) => PDFName.of(name))) {
    const value = found.dict.get(key);
    if (value !== undefined) dict.set(key, value);
  }
  return PDFRawStream.of(dict, jpeg);
}

/**
 * Writes the copy: every object as it is, but for the scans, which are made smaller on the way where that gains enough. `onScan` hears how many
 * are done. Throws cancelled, file-damaged.
 */
export async function writeSmaller(
  scans: readonly Scan[],
  shrinking: Shrinking,
  sink: Sink,
  onScan?: (done: number) => void,
): Promise<FinishedFile & { readonly changed: number }> {
  const waiting = new Map(scans.map((scan) => [scan.ref, scan]));
  let changed = 0;
  const replaced = async (ref: PDFRef, object: PDFObject) => {
    const scan = waiting.get(ref);
    if (scan === undefined) return object;
    waiting.delete(ref);
    onScan?.(scans.length - waiting.size - 1);
    const stream = await shrunkScan(scan, shrinking);
    if (stream !== undefined) changed += 1;
    return stream ?? object;
  };
  const { opened, signal } = shrinking;
  return { ...(await writeObjects(opened, { replaced, signal }, sink)), changed };
}

/** Pictures below some resources, through forms, each once. */
function picturesIn(resources: PDFDict | undefined, opened: OpenedPacket): ReadonlyMap<PDFRef, PDFRawStream> {
  const { context } = opened.document;
  const pictures = new Map<PDFRef, PDFRawStream>();
  const seen = new Set<PDFObject>();
  const visit = (dict: PDFDict | undefined) => {
    const objects = dict?.lookup(PDFName.of('XObject'));
    if (!(objects instanceof PDFDict) || seen.has(objects)) return;
    seen.add(objects);
    for (const [, value] of objects.entries()) {
      const object = context.lookup(value);
      if (!(object instanceof PDFStream)) continue;
      const subtype = object.dict.lookup(PDFName.of('Subtype'));
      if (subtype === PDFName.of('Image') && object instanceof PDFRawStream && value instanceof PDFRef) {
        if (canShrink(object, bytesOf(value, object, opened))) pictures.set(value, object);
      } else if (subtype === PDFName.of('Form')) {
        const below = object.dict.lookup(PDFName.of('Resources'));
        if (below instanceof PDFDict) visit(below);
      }
    }
  };
  visit(resources);
  return pictures;
}

/** Bytes of a picture in the packet. */
function bytesOf(ref: PDFRef, stream: PDFRawStream, { pictures }: OpenedPacket): number {
  return pictures.lengthOf(ref) ?? stream.getContentsSize();
}

function canShrink(stream: PDFRawStream, bytes: number): boolean {
  const { dict } = stream;
  if (dict.lookup(PDFName.of('ImageMask'))?.toString() === 'true') return false;
  if (numberIn(stream, 'BitsPerComponent', 8) === 1 || bytes < LEAST_BYTES) return false;
  // Bi-level codecs may leave the number of bits out.
  if (/JBIG2Decode|CCITTFaxDecode/.test(String(dict.lookup(PDFName.of('Filter'))))) return false;
  // A colour key would no longer fit after JPEG; a matte is worked into the colours.
  if (dict.lookup(PDFName.of('Mask')) instanceof PDFArray) return false;
  const soft = dict.lookup(PDFName.of('SMask'));
  if (soft instanceof PDFStream && soft.dict.has(PDFName.of('Matte'))) return false;
  return numberIn(stream, 'SMaskInData', 0) === 0;
}

/** One colour component: grey, calibrated grey, an ICC profile of one, or a palette of greys. */
function isGrey(stream: PDFRawStream, context: PDFContext): boolean {
  const space = stream.dict.lookup(PDFName.of('ColorSpace'));
  if (space instanceof PDFName) return space === PDFName.of('DeviceGray') || space === PDFName.of('CalGray');
  if (!(space instanceof PDFArray)) return false;
  const family = space.lookup(0);
  if (family === PDFName.of('CalGray')) return true;
  if (family !== PDFName.of('ICCBased')) return false;
  const profile = context.lookup(space.get(1));
  return profile instanceof PDFStream && String(profile.dict.lookup(PDFName.of('N'))) === '1';
}

function numberIn(stream: PDFRawStream, key: string, otherwise = 0): number {
  const value = stream.dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}
