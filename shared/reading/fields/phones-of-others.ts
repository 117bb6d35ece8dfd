// Telephone numbers of others on the papers of a plan: of agencies, of help with languages, of whoever else is to be called about something else.
import { AGENCY } from './appeal-words.ts';

/** Somebody else is to call, or about something else: a peer's talk, other insurance, a bill that surprises, a page gone astray. */
const OTHER_ERRAND =
  /\b(?:(?:tell|ask|have) (?:your|the) (?:doctor|prescriber|pharmac\w+|provider|surgeon|therapist|physician)s?\b[^.;]{0,20}\bto (?:call|phone|telephone|ring)|(?:doctor|prescriber|provider|surgeon|therapist|physician|clinician)s? (?:may|can|should) (?:talk|speak|discuss)|surprises?(?: act| help desk)?|in the network|(?:tell us(?! (?:within|in the app|by|(?:so|why|that) ))|let us know|reported)(?: (?:at|to|by calling))?|in error)\b[^.;!]{0,70}$/;

/** True where the words before a number send somebody else, or on another errand. */
export function isOtherErrand(lower: string, from: number): boolean {
  return OTHER_ERRAND.test(lower.slice(Math.max(0, from - 130), from));
}

/** Numbers of the whole country: bills that surprise, who pays first, the Marketplace, the Department of Labor, Social Security, civil rights, DEERS. */
const OF_THE_COUNTRY =
  /^1?(?:8009853059|8557982627|8003182596|8664443272|8007721213|8003681019|8005377697|8005389552|8776967775)$/;
/** "Department of Commerce, 85 Seventh Place East, Suite 280, St. Paul, MN 55101, " */
const STATE_HOUSE =
  /\b(?:department of (?:insurance|commerce|financial|banking|labor|managed|health|consumer|regulatory)|division of (?:insurance|financial|consumer)|(?:insurance|health) (?:department|division|bureau|administration|commission(?:er)?)|(?:commissioner|superintendent) of|defense health agency)\b/;
/** The end of a sentence, not a short word before a name ("St. Paul", "100 N. 15th Avenue"). */
const SENTENCE_END = /(?<!\b(?:st|ste|ave|rd|dr|no|p\.o|[a-z]))[.;!?]\s(?!\W*$)/;

/** True for the number of an agency: of the whole country, or behind a state's house and its address. */
export function isOfAgency(lower: string, from: number): boolean {
  const digits = lower.slice(from, from + 16).replaceAll(/\D/g, '');
  if (OF_THE_COUNTRY.test(digits.slice(0, digits.startsWith('1') ? 11 : 10))) return true;
  const sentence =
    lower
      .slice(Math.max(0, from - 190), from)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const house = STATE_HOUSE.exec(sentence);
  return house !== null && !/\b(?:appeals?|grievances?|us|our)\b|\d{3}-\d{4}/.test(sentence.slice(house.index));
}

/** Desks and houses that take no appeals of the paper. */
const OTHERS =
  /\b(?:fax|facsimile|fx|tty|tdd|fraud|tip line|false|llame|nurse|peer\S*|legal|ombuds\w*|department|division|bureau|commission\w*|state|ship|medicare|medicaid office|social security|locator|ebsa|labor|opm|attorney|advocates?|consumers?|hearings?|independent|premium|certif\w+ is required|(?:doctor|pharmacist|prescriber|hospital|surgeon|center)s? (?:may|can|must|should|call)|direct line|urgent care|complain\w*|id cards?|questions about (?!(?:this|the|your|our|an?|any|it|that|appeal\w*|claims?|benefits?)\b))\b/;
/** Help with another language, or with reading. */
export const LANGUAGE =
  /\b(?:spanish|espa[nñ]ol|languages?|interpret\w*|translat\w*|ayuda|idioma|civil rights|portugu[eê]s|polski|kiswahili|soomaali|navajo|bizaad|tagalog|fran[cç]ais|deutsch|braille|large print|big print)\b/;

/** True where the words before a number name a desk or house that takes no appeals. */
export function isOthers(text: string, last: number, from: number): boolean {
  const clause =
    text
      .slice(Math.max(last, from - 100), from)
      .split(/[.;!]\s(?!o\. ?box|box)/)
      .at(-1) ?? '';
  return (
    isOtherErrand(text, from) ||
    isOfAgency(text, from) ||
    OTHERS.test(clause.slice(-90)) ||
    AGENCY.test(clause) ||
    LANGUAGE.test(text.slice(Math.max(0, from - 110), from))
  );
}
