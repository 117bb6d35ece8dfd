// Tolerant search: words of the index that are spelt like the words one looks for.
import {
  isSimilarSpelling,
  LEAST_LETTERS,
  plainSpelling,
  similarBeginnings,
} from '../../shared/text/similar-spelling.ts';
import type { Database } from './database.ts';
import { spell, termsOf } from './search-query.ts';

/** So many similar spellings of one word are looked for, the commonest first. */
const MOST_SPELLINGS = 24;

/** A query ready for MATCH in which each word outside quotes may also stand in a similar spelling; undefined when no word has any. */
export function similarExpression(database: Database, query: string): string | undefined {
  let hasSimilar = false;
  const spelt = termsOf(query).flatMap((term) => {
    if (term.isPhrase) return [spell(term)];
    // What the index holds as several words, such as C-7720413, is looked for word by word.
    const words = plainSpelling(term.text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.map((word, index) => {
      const isPrefix = term.isPrefix && index === words.length - 1;
      const similar = similarWords(database, word).map((text) => spell({ text, isPhrase: false, isPrefix: false }));
      hasSimilar ||= similar.length > 0;
      return `(${[spell({ text: word, isPhrase: false, isPrefix }), ...similar].join(' OR ')})`;
    });
  });
  return hasSimilar ? spelt.join(' AND ') : undefined;
}

/** Words of the index in a similar spelling, the commonest first. `word` is in plain spelling. */
function similarWords(database: Database, word: string): readonly string[] {
  if (word.length < LEAST_LETTERS) return [];
  return similarBeginnings(word)
    .flatMap((beginning) =>
      database.all<{ term: string; doc: number }>(
        'SELECT term, doc FROM search_words WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?',
        beginning,
        `${beginning}\u{10ffff}`,
        word.length - 2,
        word.length + 2,
      ),
    )
    .filter(({ term }) => isSimilarSpelling(word, term))
    .sort((a, b) => b.doc - a.doc || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_SPELLINGS)
    .map(({ term }) => term);
}
