// Which language a text is in, told by its function words: English, Spanish, or some of both, as many payers print it.

/** How many of the words of a text are such as only English or only Spanish has. */
export interface LanguageCount {
  /** Words with letters in them. */
  readonly words: number;
  readonly english: number;
  readonly spanish: number;
}

/** `mixed` for a text that is a good part Spanish and a good part English, `unknown` when too few words tell. */
export type TextLanguage = 'english' | 'spanish' | 'mixed' | 'unknown';

/** What no other language than English says often; words that Spanish has too (“a”, “no”, “me”, “as”) are left out. */
const ENGLISH = new Set(
  `the of and to in is you your for that this we not with or be are by from have has on was will our if it at an been may can
  which any all who when what about after before under their they these those would should must please`.split(/\s+/),
);

/** The same for Spanish, without accents, since a reader of English loses them; what stands in American names of places (“los”, “las”, “san”, “el”) counts only among other such words. */
const SPANISH = new Set(
  `de la que en los las el del se por para con una un su sus al lo es y o como usted esta este estos estas nuestro nuestra
  nuestros ha han fue ser son si pero sobre sin entre cuando segun tambien puede mas dias hasta desde cada sea`.split(
    /\s+/,
  ),
);

/** Fewer function words than this tell nothing: a name, a street or a line that offers an interpreter has as many. */
const LEAST = 12;

/** From this share of Spanish among the function words a text is part Spanish, and from the second one Spanish. */
const PART_SPANISH = 0.3;
const MOSTLY_SPANISH = 0.75;

/** Counts the function words of a text given as words, as they were read. */
export function countLanguages(words: Iterable<string>): LanguageCount {
  let [all, english, spanish] = [0, 0, 0];
  for (const word of words) {
    for (const piece of lettersOf(word)) {
      all += 1;
      if (ENGLISH.has(piece)) english += 1;
      else if (SPANISH.has(piece)) spanish += 1;
    }
  }
  return { words: all, english, spanish };
}

/**
 * The language of a text. A page of an English letter that offers help in Spanish in a line stays English: its own function words are many more.
 */
export function languageOf({ english, spanish }: LanguageCount): TextLanguage {
  if (english + spanish < LEAST) return 'unknown';
  const share = spanish / (english + spanish);
  if (share < PART_SPANISH) return 'english';
  if (spanish < LEAST) return 'unknown';
  return share < MOSTLY_SPANISH ? 'mixed' : 'spanish';
}

const ASCII = /^[\0-\x7f]*$/;

/** The words in a token in small letters without accents: none for figures, two for “and/or”. */
function lettersOf(token: string): readonly string[] {
  if (ASCII.test(token)) return token.toLowerCase().match(/[a-z]+/g) ?? [];
  return (
    token
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
