// The limits a file, a page and a reader process must keep.

/** Largest file, in bytes. */
export { MAX_FILE_BYTES } from '../../shared/contract/limits.ts';

/** Most pages of one file. */
export const MAX_PAGES = 2000;

/** Most pixels of one picture, in a file of its own or inside a PDF. */
export const MAX_IMAGE_PIXELS = 100_000_000;

/** Longest time for one page, and for opening a file, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 60_000;

/** Longest time for the text of all pages of a PDF, in milliseconds. */
export const TEXTS_TIMEOUT_MS = 300_000;

/** Most bytes the entries of a Word file may inflate to. A long letter has less than one million; the rest is pictures. */
export const MAX_WORD_BYTES = 50 * 1024 * 1024;

/** Most letters of a Word file. */
export const MAX_WORD_LETTERS = 2_000_000;

/** Most pixels of the raster that is cleaned and read: 12 million is a letter page at 350 dpi. */
export const MAX_WORK_PIXELS = 12_000_000;

/** Heap of a reader process, in MB. Pixels live outside this heap. */
export const MAX_HEAP_MB = 768;

/** A reader process that holds more memory than this ends itself, in bytes. */
export const MAX_RESIDENT_BYTES = 2_000_000_000;

/** A reader process above this is replaced after its page, because WebAssembly memory never shrinks, in bytes. */
export const RECYCLE_RESIDENT_BYTES = 900_000_000;

/** A reader process is replaced after so many requests. */
export const RECYCLE_REQUESTS = 400;
