// What the user types, turned into an FTS5 expression that is never a syntax error.
import { squeezeQuery } from './identifiers.ts';

const MAX_TERMS = 24;
const MAX_TERM_LENGTH = 120;

/** A query ready for MATCH, with the squeezed identifiers it also looks for, and its words as they were typed. */
export interface SearchExpression {
  readonly match: string;
  readonly identifiers: readonly string[];
  readonly words: readonly string[];
}

export interface Term {
  readonly text: string;
  readonly isPhrase: boolean;
  readonly isPrefix: boolean;
}

/**
 * Every word must occur; words in quotes stay together; the last word may be the beginning of one.
 * Words that can be an identifier are also looked for squeezed. Undefined when there is nothing to look for.
 */
export function searchExpression(query: string): SearchExpression | undefined {
  const terms = termsOf(query);
  if (terms.length === 0) return undefined;
  const identifiers = new Set<string>();
  const alternatives = [terms.map(spell).join(' AND ')];

  for (const run of identifierRuns(terms)) {
    const squeezed = squeezeQuery(terms.slice(run.from, run.to).map((term) => term.text));
    if (squeezed === undefined) continue;
    identifiers.add(squeezed);
    const isLast = run.to === terms.length && terms[run.to - 1]?.isPrefix === true;
    const rest = [...terms.slice(0, run.from), ...terms.slice(run.to)].map(spell);
    alternatives.push([...rest, spell({ text: squeezed, isPhrase: false, isPrefix: isLast })].join(' AND '));
  }
  const match =
    alternatives.length === 1 ? alternatives[0] : alternatives.map((alternative) => `(${alternative})`).join(' OR ');
  return { match: match ?? '', identifiers: [...identifiers], words: terms.map(({ text }) => text) };
}

/** The words and phrases of a query. */
export function termsOf(query: string): readonly Term[] {
  const terms: Term[] = [];
  for (const match of query.matchAll(/"([^"]*)("|$)|[^\s"]+/gu)) {
    const [whole, quoted, closing] = match;
    const text = (quoted ?? whole)
      .replace(/[\p{Cc}\p{Co}]+/gu, ' ')
      .trim()
      .slice(0, MAX_TERM_LENGTH);
    // A term without a letter or digit has no token, and a phrase of no tokens would match nothing.
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const isPhrase = quoted !== undefined;
    terms.push({ text, isPhrase, isPrefix: !isPhrase || closing === '' });
  }
  const kept = terms.slice(0, MAX_TERMS);
  return kept.map((term, index) => ({ ...term, isPrefix: term.isPrefix && index === kept.length - 1 }));
}

/** A term of a MATCH expression: in FTS5 everything inside double quotes is text; a double quote itself is doubled. */
export function spell(term: Term): string {
  return `"${term.text.replaceAll('"', '""')}"${term.isPrefix ? '*' : ''}`;
}

/** Ranges of terms that may be one identifier: words with a digit, together with up to two short words before them. */
function identifierRuns(terms: readonly Term[]): readonly { readonly from: number; readonly to: number }[] {
  const hasDigit = (index: number) => /\p{N}/u.test(terms[index]?.text ?? '');
  const isShortWord = (index: number) => /^\p{L}{1,5}$/u.test(terms[index]?.text ?? '');
  const runs: { from: number; to: number }[] = [];
  for (let from = 0; from < terms.length; from += 1) {
    if (!hasDigit(from) || hasDigit(from - 1)) continue;
    let to = from + 1;
    while (hasDigit(to)) to += 1;
    runs.push({ from, to });
    if (isShortWord(from - 1)) runs.push({ from: from - 1, to });
    if (isShortWord(from - 1) && isShortWord(from - 2)) runs.push({ from: from - 2, to });
  }
  return runs;
}
