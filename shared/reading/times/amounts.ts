// Spans of time in running text: "180 days", "sixty (60) calendar days", "72-hour", "one year", through reading errors.
import type { StatedTime } from '../../model/finding.ts';
import { matchesIn } from '../../text/matches.ts';

export type Unit = NonNullable<StatedTime['unit']>;

/** A span of time and where it stands in the text. Weeks are given as days. */
export interface Amount {
  readonly amount: number;
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
}

const SMALL = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?: (?:${SMALL.join('|')}))?|${TEENS.join('|')}|${SMALL.join('|')})`;
const WORDS = `(?:(?:one|a|two|three) hundred(?: (?:and )?${BELOW_HUNDRED})?|${BELOW_HUNDRED})`;
/** Digits, also with the letters that optical reading takes for digits; at least one true digit. */
const DIGITS = '(?=[olisz]{0,2}[0-9])[0-9olisz]{1,3}';
const UNITS: ReadonlyArray<readonly [Unit | 'weeks', string]> = [
  ['hours', 'h[o0]urs?|hrs?'],
  ['days', 'd[ao][yv][s5]?|clay[s5]?'],
  ['weeks', 'weeks?|wks?'],
  ['months', 'm[o0]nth[s5]?|rnonths?'],
  ['years', 'years?|yrs?'],
];
const AMOUNT = new RegExp(
  `(?<![a-z0-9.,$])(${DIGITS}|${WORDS}|an?(?= (?:full )?(?:year|month)))(?: (${DIGITS}|${WORDS}))?` +
    `(?: ?(?:calendar|consecutive|full|more|additional|plan))*(?: (business|working|work))? ?(?:${UNITS.map(([, pattern]) => `(${pattern})`).join('|')})(?![a-z0-9])`,
  'g',
);
/** Letters of a unit, as they may be read: most sentences name none. */
const SOME_UNIT = /h[o0]ur|hr|d[ao][yv]|clay|week|wk|nth|year|yr/;
const MOST: Readonly<Record<Unit, number>> = { hours: 168, days: 730, 'business-days': 180, months: 60, years: 10 };

/** All spans of time in a text in matching form, in order. A range ("30 to 60 days") gives none: it says no limit. */
export function amountsIn(match: string): Amount[] {
  if (!SOME_UNIT.test(match)) return [];
  const found: Amount[] = [];
  for (const hit of matchesIn(match, AMOUNT)) {
    const [text, first, second, business, ...units] = hit;
    const value = numberOf(first ?? '');
    const again = second === undefined ? value : numberOf(second);
    const unit = UNITS[units.findIndex((each) => each !== undefined)]?.[0];
    if (value === undefined || value !== again || unit === undefined) continue;
    if (/(?:\d|\b(?:thirty|sixty|ninety)) (?:to|or) $/.test(match.slice(0, hit.index))) continue;
    const amount = unit === 'weeks' ? value * 7 : value;
    const plain = unit === 'weeks' ? 'days' : unit === 'days' && business !== undefined ? 'business-days' : unit;
    if (amount < 1 || amount > MOST[plain]) continue;
    found.push({ amount, unit: plain, from: hit.index, to: hit.index + text.length });
  }
  return found;
}

/** The number a text gives in digits or words; undefined when it is none. */
export function numberOf(text: string): number | undefined {
  if (/\d/.test(text)) {
    const digits = text.replace(/o/g, '0').replace(/[li]/g, '1').replace(/s/g, '5').replace(/z/g, '2');
    return /^\d+$/.test(digits) ? Number(digits) : undefined;
  }
  if (text === 'a' || text === 'an') return 1;
  let total = 0;
  for (const word of text.split(' ')) {
    if (word === 'hundred') total = Math.max(1, total) * 100;
    else if (word === 'a') total = 1;
    else if (word !== 'and') {
      const value = wordValue(word);
      if (value === undefined) return undefined;
      total += value;
    }
  }
  return total === 0 ? undefined : total;
}

function wordValue(word: string): number | undefined {
  if (SMALL.includes(word)) return SMALL.indexOf(word) + 1;
  if (TEENS.includes(word)) return TEENS.indexOf(word) + 10;
  return TENS.includes(word) ? (TENS.indexOf(word) + 2) * 10 : undefined;
}
