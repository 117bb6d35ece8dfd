// What an exhibit is called in the index: the user's title, else the paper's own, else its kind; never the name of a file.
import { kindInWords } from '../cases/kind-words.ts';
import type { FullDocument } from '../model/document.ts';

/** Words that stay small inside a title (Chicago Manual of Style 8.159, the short ones that occur in such papers). */
const SMALL = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/**
 * Title of a paper as an exhibit. A file name can hold things nobody meant to send, so a title that only repeats it gives way to the kind.
 * A title shouted in capitals is set in ordinary letters; the page itself keeps its look.
 */
export function exhibitTitle({ document, reading }: FullDocument): string {
  const { title, fileName, kind } = document;
  const own = title.includes(fileName) ? reading.title : title;
  if (own === undefined || own.trim() === '') return kindInWords(kind);
  return isShouted(own) ? inTitleCase(own) : own;
}

function isShouted(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}

function inTitleCase(text: string): string {
  return text
    .toLowerCase()
    .split(' ')
    .map((word, index) => (index > 0 && SMALL.has(word) ? word : capitalised(word)))
    .join(' ');
}

/** Capitals after hyphens too: “Post-Service”. */
function capitalised(word: string): string {
  return word.replace(/(^|[-/(“"])(\p{Ll})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
