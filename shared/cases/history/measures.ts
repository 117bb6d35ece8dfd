// Doses and lengths as printed: “200 mg/d”, “0.5 mg/kg over 40 min”, “22 wk”, “36 sessions”, “six weeks”.
import type { Part } from './span-text.ts';

const AMOUNT = '(?<![\\d./])\\d[\\d,]*(?:\\.\\d+)?(?: ?(?:-|to) ?\\d[\\d,]*(?:\\.\\d+)?)?';
const UNIT = '(?:mg|mcg|µg|ug|g|gm|grams?|milligrams?|micrograms?|meq|mEq|units?|IU|iu)';
const PER = '(?: ?/ ?(?:d|day|kg|m2|hr?|hour|wk|week|min|month|24 ?h|dose)\\b)*';
const FREQUENCY =
  '(?:,? (?:daily|qd|qday|qhs|qam|qpm|bid|tid|qid|b\\.i\\.d\\.|t\\.i\\.d\\.|prn|PRN|BID|TID|QID|QD|QHS|QAM|HS|nightly|weekly|monthly|IV|IM|SC|SQ|PO|po|(?:at|before) (?:bedtime|night)|once|twice|(?:once |twice |three times )?(?:a|per|each) (?:day|week|month|night)|(?:once|twice|three times) (?:daily|weekly|monthly)|every (?:other )?(?:day|week|night|month|\\d+ (?:hours?|days?|weeks?|months?))|q ?\\d+ ?(?:h|hrs?|d|w|wks?|weeks?|months?)|over \\d+ min(?:utes)?|in the morning|per (?:dose|kg))(?![\\p{L}\\d]))*';
const DOSE = new RegExp(`${AMOUNT} ?-?${UNIT}(?!\\p{L})(?! ?/ ?(?:d?L|m[lL]|dl|mmol)\\b)${PER}${FREQUENCY}`, 'gu');
/** Strength of a cream, right behind its name. */
const STRENGTH =
  /^[ ,(]{0,3}(\d+(?:\.\d+)?) ?%(?: (?:cream|ointment|foam|gel|solution|lotion|spray|patch(?:es)?|shampoo))?/;

const NUMBER_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty-four|thirty|thirty-six|forty|fifty|sixty';
const COUNT = `(?:~ ?|about |approximately |nearly |over )?(?:\\d{1,3}(?:\\.\\d)?(?: ?(?:-|to|of) ?\\d{1,3})?|${NUMBER_WORDS})`;
const TIME_UNIT = 'weeks?|wks?|months?|mos?|days?|years?|yrs?';
const COUNT_UNIT =
  'sessions?|treatments?|visits?|infusions?|injections?|courses?|cycles?|doses?|blocks?|appointments?|rounds?';
const LENGTH = new RegExp(
  `(?<![\\d/.$-])(?:${COUNT})(?:[ -]?(?:${TIME_UNIT})|[ -](?:(?:weekly|supervised|full|separate|outpatient|individual|office) )?(?:${COUNT_UNIT}))(?![\\p{L}\\d])`,
  'giu',
);
const TIMES = /(?<![\w])x ?\d{1,2}(?: ?(?:weeks?|wks?|months?|mos?|sessions?|visits?|days?))?(?![\d./])/gi;
const NO_LENGTH_BEFORE =
  /\b(?:in|within|every|each|by|q|at least|next|last|past|after just|for the next|than|under|mild)\s?$/i;
const NO_LENGTH_AFTER =
  /^(?:['’]?s)?[ -]?(?:ago|later|old|apart|of age|supply|post|prior|before|earlier|follow|from now|per|a (?:week|month)|of (?:\w+ )?(?:relief|benefit|improvement|response|symptoms?|pain|low back|age))/i;

/** The doses of a text, in order. */
export function dosesIn(text: string): Part[] {
  return [...text.matchAll(DOSE)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

/** The strength of a cream, when the text starts with it. */
export function strengthAt(text: string): Part | undefined {
  const match = STRENGTH.exec(text);
  return match === null ? undefined : { from: match[0].search(/\d/), to: match[0].length };
}

export interface Length extends Part {
  /** It counts sessions or the like, not time. */
  readonly counts: boolean;
}

/** Lengths of time and numbers of sessions, in order; not “5 weeks ago”, “within five weeks”. */
export function lengthsIn(text: string): Length[] {
  const all = [...text.matchAll(LENGTH), ...text.matchAll(TIMES)].flatMap((match): Length[] => {
    const from = match.index;
    const to = from + match[0].length;
    if (NO_LENGTH_BEFORE.test(text.slice(Math.max(0, from - 16), from))) return [];
    if (NO_LENGTH_AFTER.test(text.slice(to))) return [];
    return [{ from, to, counts: new RegExp(`(?:${COUNT_UNIT})$|^x`, 'i').test(match[0]) }];
  });
  return all.sort((a, b) => a.from - b.from);
}
