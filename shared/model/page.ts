// A page as the readers hand it on: its size and its words with their boxes.
import { z } from 'zod';

/**
 * One word. Boxes are in points (1/72 inch) on the upright page as it is viewed, origin at the top left, y growing downwards.
 * `line` is the index of the text line on the page the word belongs to, in reading order. `confidence` runs from 0 to 1.
 */
export const Word = z.object({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
  line: z.number().int().min(0),
  confidence: z.number().min(0).max(1),
});
export type Word = z.infer<typeof Word>;

/** Where the words of a page come from: the PDF's own text, optical reading, a plain-text file, or nowhere (an empty page). */
export const WordSource = z.enum(['text-layer', 'ocr', 'plain-text', 'none']);
export type WordSource = z.infer<typeof WordSource>;

/** A page of a document with its words. `pageNumber` is one-based. Sizes are of the upright page as viewed, in points. */
export const Page = z.object({
  pageNumber: z.number().int().min(1),
  widthPt: z.number().positive(),
  heightPt: z.number().positive(),
  source: WordSource,
  /** Mean confidence of the words, 0 to 1; 1 for text that was already text. */
  confidence: z.number().min(0).max(1),
  words: z.array(Word),
});
export type Page = z.infer<typeof Page>;
