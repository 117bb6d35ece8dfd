// A PDF some parts of which were left out, opened without ever putting it together: PDFium asks for the parts it needs.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** A file without some of its bytes: they read as zeros. For files whose left-out parts nobody looks at, as the pixels of pictures when words are read. */
export interface GappedFile {
  /** What is there, one part behind the other. */
  readonly bytes: Uint8Array;
  /** What is left out, in the order of the file, places counted in the whole file. */
  readonly gaps: readonly { readonly position: number; readonly length: number }[];
}

/** Fills `into` with the bytes of the whole file from `position` on. */
export type ReadAt = (position: number, into: Uint8Array) => void;

/** Length of the whole file, and a way to read it anywhere. */
export function wholeOf({ bytes, gaps }: GappedFile): { readonly length: number; readonly readAt: ReadAt } {
  let kept = 0;
  let whole = 0;
  const parts = gaps.map(({ position, length }) => {
    const part = { whole, kept, length: position - whole };
    kept += part.length;
    whole = position + length;
    return part;
  });
  parts.push({ whole, kept, length: bytes.length - kept });
  const readAt: ReadAt = (position, into) => {
    into.fill(0);
    for (let at = partBefore(parts, position); at < parts.length; at += 1) {
      const part = parts[at];
      if (part === undefined || part.whole >= position + into.length) return;
      const from = Math.max(position, part.whole);
      const to = Math.min(position + into.length, part.whole + part.length);
      if (from < to)
        into.set(bytes.subarray(part.kept + from - part.whole, part.kept + to - part.whole), from - position);
    }
  };
  return { length: whole + bytes.length - kept, readAt };
}

/** The last part that begins at or before a place: by halving, since a packet has thousands. */
function partBefore(parts: readonly { readonly whole: number }[], position: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.whole ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Opens the file; 0 when PDFium can't. `heap` gives the engine's memory as it is at the moment, `password` opens a locked file. Call `release` when the document is closed.
 * `missed` tells the places of the gaps that were wanted whole since it was last asked: a picture is read in one piece.
 */
export function loadGapped(
  library: WrappedPdfiumModule,
  file: GappedFile,
  heap: () => Uint8Array,
  password: string,
): { readonly document: number; readonly release: () => void; readonly missed: () => readonly number[] } {
  const { pdfium } = library;
  const { length, readAt } = wholeOf(file);
  const gaps = new Map(file.gaps.map((gap) => [gap.position, gap.length]));
  const missed = new Set<number>();
  // int GetBlock(void* param, unsigned long position, unsigned char* buffer, unsigned long size), fpdfview.h
  const getBlock = pdfium.addFunction((_: number, position: number, buffer: number, size: number) => {
    const from = position >>> 0;
    readAt(from, heap().subarray(buffer, buffer + size));
    if (size >= (gaps.get(from) ?? Number.POSITIVE_INFINITY)) missed.add(from);
    return 1;
  }, 'iiiii');
  // struct FPDF_FILEACCESS { unsigned long m_FileLen; GetBlock*; void* param }
  const access = pdfium.wasmExports.malloc(12);
  pdfium.setValue(access, length, 'i32');
  pdfium.setValue(access + 4, getBlock, 'i32');
  pdfium.setValue(access + 8, 0, 'i32');
  return {
    document: library.FPDF_LoadCustomDocument(access, password),
    missed: () => {
      const places = [...missed];
      missed.clear();
      return places;
    },
    release: () => {
      pdfium.removeFunction(getBlock);
      pdfium.wasmExports.free(access);
    },
  };
}
