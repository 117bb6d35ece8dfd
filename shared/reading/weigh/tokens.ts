// The words of a sentence as the weights know them: stems, numbers by their shape, negation marked.

/** Words that carry no ground by themselves. Words of denial, time and order are kept. */
const PLAIN = new Set(
  (
    'the a an of to for and in is was were are be been being on by with at it its we our us you your he his she her they their them as has have had ' +
    'which from or this that these those there here will would shall so also any some such who what i my me am if do does did mr mrs ms dr'
  ).split(' '),
);
const NEGATORS = new Set([
  'not',
  'no',
  'never',
  'without',
  'nor',
  'neither',
  'none',
  'nothing',
  'cannot',
  'unable',
  'lack',
  'fail',
  'absent',
]);
/** Content words a negation reaches over. */
const REACH = 5;

const ENDINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?:ations?|ating|ated|ates?|ative|atory)$/, 'at'],
  [/(?:ities|ity)$/, 'it'],
  [/(?:ments?)$/, ''],
  [/(?:ings?|ingly)$/, ''],
  [/(?:ied|ies|ily|y)$/, 'i'],
  [/(?:edly|ed|er|ers|es|e)$/, ''],
  [/(?:ally|al)$/, ''],
  [/(?:ively|ives?)$/, 'iv'],
  [/(?:ly|ness)$/, ''],
  [/(?:s)$/, ''],
];

/** The stem of a word in matching form. Short words stay as they are. */
export function weightStem(word: string): string {
  const base = word.replace(/'s?$/, '').replace(/[^a-z]/g, '');
  if (base.length <= 3) return base;
  for (const [ending, plain] of ENDINGS) {
    const cut = base.replace(ending, plain);
    if (cut !== base && cut.length >= 3) return /([bdfglmnprt])\1$/.test(cut) ? cut.slice(0, -1) : cut;
  }
  return base;
}

/** Stems kept; a letter says most of its words several times. */
const KEPT_STEMS = 5000;
const kept = new Map<string, string>();

/** What a word counts as: its shape when it holds a digit, else its stem. */
function stemOf(word: string): string {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const stem = shapeOf(word) ?? weightStem(word);
  if (kept.size >= KEPT_STEMS) kept.clear();
  kept.set(word, stem);
  return stem;
}

/** One content word: its stem, and whether a negation reaches it. */
export interface Token {
  readonly stem: string;
  readonly negated: boolean;
}

/** The content words of a sentence in matching form. */
export function tokensOf(match: string): Token[] {
  const tokens: Token[] = [];
  let reach = 0;
  for (const word of match.split(' ')) {
    if (word === '' || PLAIN.has(word)) continue;
    const stem = stemOf(word);
    if (stem === '') continue;
    tokens.push({ stem, negated: reach > 0 });
    if (NEGATORS.has(stem) || NEGATORS.has(word)) reach = REACH;
    else if (stem === 'but' || stem === 'howev') reach = 0;
    else reach -= 1;
  }
  return tokens;
}

function shapeOf(word: string): string | undefined {
  if (!/\d/.test(word)) return undefined;
  if (/^\$/.test(word)) return '$#';
  if (/%$/.test(word)) return '%#';
  if (/^\d{4}$/.test(word) && /^(?:19|20)/.test(word)) return 'year#';
  return /^[\d.,]+$/.test(word) ? '#' : 'x#';
}
