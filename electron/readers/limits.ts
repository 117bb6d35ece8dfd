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

/** Most bytes the entries of a Word file may inflate to, without its pictures. A long letter has less than one million. */
export const MAX_WORD_BYTES = 50 * 1024 * 1024;

/** Most bytes the pictures of a paper of words have together, each counted as often as it stands there: some forty photos of a phone. */
export const MAX_INNER_PICTURE_BYTES = 200 * 1024 * 1024;

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

/** Most letters of a file that is laid out on pages: ninety to the line, sixty lines to the page, and no more pages than any file may have. */
export const MAX_TEXT_LETTERS = MAX_PAGES * 90 * 60;

/** Most bytes of an HTML or RTF file or of a mail's text that are looked at. A saved web page has some hundred thousand. */
export const MAX_MARKUP_BYTES = 32 * 1024 * 1024;

/** Most files that are taken out of one file, at all depths together. */
export const MAX_ENCLOSED = 1000;

/** Most bytes the files taken out of one file have together. */
export const MAX_ENCLOSED_BYTES = 1024 * 1024 * 1024;

/** A mail in a ZIP file in a mail in a ZIP file: so deep, and no deeper. */
export const MAX_ENCLOSED_DEPTH = 4;

/** An entry of a ZIP file larger than this may not be more than `MAX_SWELL` times its packed size; blank scans that swell more are smaller. In bytes. */
export const SWELL_FROM_BYTES = 50 * 1024 * 1024;
export const MAX_SWELL = 200;

/** Pictures that stand in the text of a mail and are smaller than this are logos and signatures, no papers, unless they have the pixels of a page. In bytes. */
export const MIN_INLINE_PICTURE_BYTES = 60_000;
