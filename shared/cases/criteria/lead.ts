// Words that lead into a list of criteria, and what they ask for: all of them, any one, or a number of them.

export interface Lead {
  readonly needs: 'all' | 'any';
  /** How many of an `any` list; 1 unless the words say more. */
  readonly count: number;
  /** The list says what is not covered, or what makes a service experimental. */
  readonly inverse: boolean;
  /** The words name all, any or a number. */
  readonly explicit: boolean;
}

const NUMBER = '(?:one|two|three|four|five|[1-6])';
const ANY = new RegExp(
  `\\b(?:any(?: one| ${NUMBER})?|either|(?:at least |a minimum of |minimum of )?${NUMBER})(?: or more)?(?: \\(\\d\\))?(?: or more)?(?: of:|(?: of)? (?:the |these )?(?:following|below)|(?: of) (?:these|those)\\b| criteria)`,
  'i',
);
const ALL =
  /\b(?:all|each|every(?: one)?|both|meets?|met|must)\b(?: \(\d\))?(?: of:|(?: of)? (?:the |these )?(?:following|below|criteria|conditions|requirements)| of (?:these|those)\b)/i;
const FOLLOWING =
  /\b(?:following|these|below)\b(?: \w+){0,3} ?(?:criteria|conditions|requirements|indications|are met|apply|is true|are true|is met|is documented|are documented|documentation)|\b(?:criteria|conditions|requirements)\b(?: \w+){0,4} (?:are |is )?(?:met|satisfied|documented|present)|\b(?:criteria|requirements)\b(?: \w+){0,4}:$/i;
const ASKS =
  /\b(?:criteri\w+|requir\w+|must|document\w*|cover(?:ed|age)|medically necessary|reasonable and necessary|consider\w*|approv\w+|eligible|indicated|when|if)\b/i;
const INVERSE =
  /\bnot (?:be |been )?(?:considered |deemed |regarded )?(?:as )?(?:covered|medically|reasonable|eligible|approved|payable|indicated)|\bnon-?covered|\bexclu(?:ded|des|sions?)\b|\bcontraindicat|\bno benefits|does not (?:cover|pay)|\b(?:is|are|be|considered|deemed) (?:(?:considered|deemed) )?(?:experimental|investigational|unproven)/i;

/** What the words ask for when a list follows them; undefined when they lead into no criteria. */
export function leadOf(text: string): Lead | undefined {
  const last = lastSentence(text);
  const any = ANY.exec(last);
  const all = ALL.exec(last);
  const said = any !== null || all !== null || FOLLOWING.test(last);
  const asked = /:$/.test(last) && ASKS.test(last);
  if (!said && !asked && !/\b(?:that|which) (?:is|are)$/i.test(last)) return undefined;
  const everyOne = all !== null && STRONG.test(all[0]);
  const within = any !== null && all !== null && any.index < all.index + all[0].length && all.index <= any.index;
  const isAny = any !== null && !(everyOne && (within || any.index < all.index));
  return {
    needs: isAny ? 'any' : 'all',
    count: isAny ? countIn(any[0]) : 1,
    inverse: isInverse(last),
    explicit: isAny || everyOne,
  };
}

const STRONG = /^(?:all|each|every|both)\b/i;

/** How many of a list the words that lead into it ask for; 1 when they name no number. */
export function countAsked(under: string): number {
  const any = ANY.exec(lastSentence(under));
  return any === null ? 1 : countIn(any[0]);
}

const VALUES: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };

function countIn(words: string): number {
  const number = /\b(two|three|four|five|[2-6])\b/i.exec(words)?.[1]?.toLowerCase();
  return number === undefined ? 1 : (VALUES[number] ?? Number(number));
}

/** True when a list under these words says what is not paid for; “… unless all of the following” is none. */
export function isInverse(text: string): boolean {
  const found = INVERSE.exec(text);
  return found !== null && !/\b(?:unless|except|only (?:if|when))\b/i.test(text.slice(found.index));
}

function lastSentence(text: string): string {
  const parts = text.split(/(?<=[.?!]["”)]?)\s+(?=["“(]?[A-Z])/);
  return parts.at(-1) ?? text;
}
