// The form in which words are searched for redaction: letters and digits alone, without case and accents, each knowing its word and whether a name may begin or end there.
import type { Page } from '../../model/page.ts';
import { foldWord } from '../../text/normalize.ts';

/** The letters and digits of a page in reading order. `word[i]` is the index of the word of `text[i]`. */
export interface LetterStream {
  readonly text: string;
  readonly word: readonly number[];
  /** True where a letter or digit begins a run within its word, or ends one: “Poe” in “(Poe’s” does both. */
  readonly begins: readonly boolean[];
  readonly ends: readonly boolean[];
}

/** Letters and digits in lower case, without accents; typographic variants folded. */
export function plainLetters(text: string): string {
  return foldWord(text)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

const LINE_END_HYPHEN = /\p{L}[-\u00ad\u2010\u2011]$/u;

/** The stream of a page. A word broken by a hyphen at a line's end goes on in the next line. */
export function letterStream(page: Page): LetterStream {
  let text = '';
  const word: number[] = [];
  const begins: boolean[] = [];
  const ends: boolean[] = [];
  let goesOn = false;
  page.words.forEach((each, index) => {
    const runs = foldWord(each.text)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .split(/[^\p{L}\p{N}]+/u);
    const pieces = runs.map((run) => run.toLowerCase()).filter((run) => run !== '');
    const next = page.words[index + 1];
    const broken =
      next !== undefined && next.line !== each.line && LINE_END_HYPHEN.test(each.text) && /^\p{Ll}/u.test(next.text);
    pieces.forEach((piece, at) => {
      for (let unit = 0; unit < piece.length; unit += 1) {
        word.push(index);
        begins.push(unit === 0 && !(at === 0 && goesOn));
        ends.push(unit === piece.length - 1 && !(at === pieces.length - 1 && broken));
      }
      text += piece;
    });
    if (pieces.length > 0) goesOn = broken;
  });
  return { text, word, begins, ends };
}

/** Signs that optical reading takes for one another, each as the one that stands for all. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  q: 'o',
  d: 'o',
  '1': 'l',
  i: 'l',
  j: 'l',
  t: 'l',
  f: 'l',
  '7': 'l',
  '2': 'z',
  '5': 's',
  '6': 'b',
  '8': 'b',
  '9': 'g',
  u: 'v',
  e: 'c',
};

/** Signs that look like two others side by side. */
const DOUBLES: Readonly<Record<string, string>> = { m: 'rn', w: 'vv' };

/** Letters in the form in which look-alikes are equal; `at[i]` is the index in `text` that gave sign `i`. */
export function lookalikes(text: string): { readonly signs: readonly string[]; readonly at: readonly number[] } {
  const signs: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    for (const part of DOUBLES[sign] ?? sign) {
      signs.push(LOOKALIKES[part] ?? part);
      at.push(index);
    }
  }
  return { signs, at };
}
