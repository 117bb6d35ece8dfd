// Other people on the papers: other patients, family members, contacts; their names wherever they stand, and how to reach them.

import { sameName } from '../../../cases/kinship.ts';
import { linesOf, textOf } from '../../../cases/page-text.ts';
import type { Page } from '../../../model/page.ts';
import { comparable } from '../../../text/normalize.ts';
import { type Find, labelledBy } from './tokens.ts';

/** Labels beside which a person stands who may be somebody else; a doctor or a plan's clerk is named by others. */
const PERSON =
  /\b(?:(?:patient|member|subscriber|insured|enrollee|beneficiary|dependent|guarantor|policy ?holder|responsible party|emergency contact|next of kin|spouse|wife|husband|partner|mother|father|parent|guardian|son|daughter|sibling|brother|sister|child|caregiver|household member)(?:'s)?(?: name)?|name of (?:patient|member|insured|subscriber)):?(?=\s|$)/i;
const NAME_WORD = /^[A-Z][\p{L}'’.-]*,?$/u;
const NO_NAME =
  /^(?:services?|department|center|centre|clinic|hospital|health|plan|insurance|group|numbers?|no|account|portal|information|rights|id|self|copy|responsibility|name|date|dob|phone|address|relationship|balance|paid|amount|claims?|total|for|of|the|and|may|must|is|has|not|to|if|signature|none|n\/a|same|yes|state|city|type|status|education|history|care|liability|benefits?|eligibility|discount|provider|statement|re|dear|appeals?|grievances?|committee|mail|stop|p\.o|box|coverage|inquiries|support|relations|advocate|advocacy|handbook|agreement|guide|id\/group|medical|clinical|pharmacy)[.,:]?$/i;
const LONGEST_NAME = 4;

/** Labels beside which the person of the case stands, unless it is known to be somebody else. */
const OWN_LABEL = /patient|member|enrollee|beneficiary/i;

/** The person of the case and others who are not private: the name as far as it is known, the clinic. */
export interface OwnNames {
  readonly member: string | undefined;
  readonly names: readonly string[];
}

/** Names of people beside a label, that are not the person's own. Nobody knows whose “Patient” is as long as the person has no name. */
export function findPeople(page: Page, own: OwnNames): Find[] {
  return labelledBy(page, PERSON).flatMap(({ label, rest }) => {
    if (own.member === undefined && OWN_LABEL.test(label)) return [];
    const to = endOfName(page, rest.from, rest.to);
    const name = textOf(page, rest.from, to);
    if (to - rest.from < 2 || isOwn(name, own.names)) return [];
    const what = `A name beside “${label.replace(/:$/, '').trim()}”`;
    return [{ from: rest.from, to, why: 'third-party' as const, what }];
  });
}

function endOfName(page: Page, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < LONGEST_NAME) {
    const text = page.words[at]?.text ?? '';
    if (!NAME_WORD.test(text) || NO_NAME.test(text)) break;
    at += 1;
    if (/[.;]$/.test(text) && text.length > 3) break;
  }
  return at;
}

/** The same person: first and last name, or a short form of it. */
function isOwn(name: string, ownNames: readonly string[]): boolean {
  return ownNames.some((own) => {
    const parts = partsOf(own);
    return sameName(name, own) || partsOf(name).every((part) => parts.includes(part));
  });
}

function partsOf(name: string): string[] {
  return lettersOf(name)
    .split(' ')
    .filter((part) => part.length > 1);
}

function lettersOf(text: string): string {
  return comparable(text)
    .text.normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Where the names of known other people stand on a page, in either order, with or without a middle name. */
export function findNames(page: Page, names: readonly string[]): Find[] {
  const people = names.map(partsOf).filter((parts) => parts.length >= 2);
  if (people.length === 0) return [];
  // Names begin with a capital; folding every word of a long packet takes its time.
  const words = page.words.map(({ text }) => (/\p{Lu}/u.test(text) ? lettersOf(text) : ''));
  return people.flatMap((parts) => {
    const [first = '', last = ''] = [parts[0], parts.at(-1)];
    return words.flatMap((word, from): Find[] => {
      if (word !== first && word !== last) return [];
      const other = word === first ? last : first;
      const gap = words.slice(from + 1, from + 3).indexOf(other);
      if (gap < 0 || page.words[from]?.line !== page.words[from + 1 + gap]?.line) return [];
      return [{ from, to: from + 2 + gap, why: 'third-party', what: 'The name of another person on these papers' }];
    });
  });
}

const EMAIL = /^[<("']*[\w.+'-]+@[\w-]+(?:\.[\w-]+)+[>)"',.;:]*$/;
/** Mail that people have, not companies. */
const PRIVATE_MAIL =
  /@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|mac|comcast|verizon|att|sbcglobal|proton(?:mail)?|gmx|zoho)\b/i;
/** Addresses of offices, not of people. */
const OFFICE_MAIL =
  /^[<("']*(?:info|billing|support|service|customer\w*|member\w*|appeals?|claims?|contact|office|help|no-?reply|records|admin)[\w.-]*@/i;
const PHONE = /^(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]{0,2}\d{3}[-. ]\d{4}[).,;:]*$/;
const STREET =
  /^\d{1,6}[A-Z]?(?: [NSEW]\.?)?(?: [\p{L}\d'’.-]+){1,4} (?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|circle|cir|way|place|pl|terrace|ter|trail|trl|parkway|pkwy|row|loop|highway|hwy)\b\.?/iu;

/** Private e-mail addresses anywhere; phone, mail and street of another person on the line of the name or on the next three below it. */
export function findContacts(
  page: Page,
  people: readonly Find[],
  own: { readonly contacts: readonly string[] },
): Find[] {
  const lines = linesOf(page);
  const mine = own.contacts.map(lettersOf).filter((text) => text !== '');
  const isMine = (text: string) => mine.some((each) => each.includes(lettersOf(text)));
  const finds: Find[] = [];
  const add = (find: Find) => {
    if (isMine(textOf(page, find.from, find.to)) || finds.some(({ from }) => from === find.from)) return;
    finds.push(find);
  };
  for (const line of lines) {
    for (let at = line.from; at < line.to; at += 1) {
      const text = page.words[at]?.text ?? '';
      if (EMAIL.test(text) && PRIVATE_MAIL.test(text))
        add({ from: at, to: at + 1, why: 'contact', what: 'A private e-mail address' });
    }
  }
  for (const person of people) {
    const start = lines.findIndex((line) => line.from <= person.from && person.from < line.to);
    for (const line of lines.slice(start, start + 4)) {
      for (let at = Math.max(line.from, line.from <= person.from ? person.to : line.from); at < line.to; at += 1) {
        const length = contactLength(page, at, line.to);
        if (length > 0) add({ from: at, to: at + length, why: 'contact', what: 'How to reach another person' });
        at += Math.max(0, length - 1);
      }
    }
  }
  return finds;
}

/** Words from here that are one phone number, mail address or street; 0 when they are none. */
function contactLength(page: Page, at: number, end: number): number {
  const text = page.words[at]?.text ?? '';
  if (EMAIL.test(text)) return OFFICE_MAIL.test(text) ? 0 : 1;
  for (let length = 3; length >= 1; length -= 1)
    if (at + length <= end && PHONE.test(textOf(page, at, at + length))) return length;
  if (!/^\d/.test(text)) return 0;
  const found = STREET.exec(textOf(page, at, Math.min(end, at + 7)));
  return found === null ? 0 : found[0].split(' ').length;
}
