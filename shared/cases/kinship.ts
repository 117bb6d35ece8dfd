// Whose paper is it? Papers of another person must never be offered as evidence.
import type { FullDocument } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import type { DocumentKind } from '../model/vocabulary.ts';
import { oncePer } from '../once-per.ts';
import { distance } from '../text/quote.ts';
import { linesOf, pageText } from './page-text.ts';

/** What a case knows about its person, as far as it is known. */
export interface Identity {
  readonly memberName: string | undefined;
  readonly memberId: string | undefined;
  readonly groupNumber: string | undefined;
  readonly claimNumbers: readonly string[];
  readonly authorizationNumber: string | undefined;
}

/**
 * `same-claim`: shares the member id, a claim or an authorization number. `same-name`: names the same person.
 * `same-group`: shares the group number only. `other-person`: names somebody else. `nobody`: names no person.
 */
export type Kinship = 'same-claim' | 'same-name' | 'same-group' | 'nobody' | 'other-person';

/** Kinds that are about one person, and of use only when they are about the right one. */
const PERSONAL: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'denial-letter',
  'eob',
  'bill',
  'receipt',
  'medical-record',
  'letter-of-medical-necessity',
  'prior-authorization',
  'correspondence',
  'id-card',
  'authorization-form',
  'other',
]);

/** How a paper stands to the person of the case. */
export function kinship(identity: Identity, document: FullDocument): Kinship {
  const { fields } = document.reading;
  const numbers = new Set(
    [fields.member_id, fields.authorization_number, ...(fields.claim_numbers ?? [])].map(compact).filter(Boolean),
  );
  const own = [identity.memberId, identity.authorizationNumber, ...identity.claimNumbers].map(compact).filter(Boolean);
  if (own.some((number) => numbers.has(number))) return 'same-claim';

  const named = fields.member_name;
  if (named !== undefined && identity.memberName !== undefined) {
    if (sameName(named, identity.memberName)) return 'same-name';
    return isAbout(document, identity.memberName) ? 'same-name' : 'other-person';
  }
  if (identity.memberName !== undefined && mentions(document, identity.memberName)) return 'same-name';
  if (fields.member_id !== undefined && identity.memberId !== undefined) return 'other-person';
  const sameGroup =
    compact(fields.group_number) !== '' && compact(fields.group_number) === compact(identity.groupNumber);
  return sameGroup ? 'same-group' : 'nobody';
}

/** True when the paper may serve as evidence for the person: about them, or about nobody in particular (plan, policy, literature). */
export function mayServe(relation: Kinship, kind: DocumentKind): boolean {
  if (relation === 'other-person') return false;
  return relation === 'same-claim' || relation === 'same-name' || !PERSONAL.has(kind);
}

/** Letters and digits only, upper case: “QHA 4471-01” and “QHA447101” meet. Empty for undefined. */
export function compact(value: string | undefined): string {
  return (value ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** True when both hold the same first and last name, in whatever order and case. */
export function sameName(a: string, b: string): boolean {
  return isNamed(new Set(nameParts(a)), nameParts(b));
}

function isNamed(other: ReadonlySet<string>, parts: readonly string[]): boolean {
  return (
    parts.length >= 2 &&
    parts.filter((part) => other.has(part)).length >= Math.min(2, parts.length, other.size) &&
    other.size >= 2
  );
}

function mentions(document: FullDocument, name: string): boolean {
  const parts = nameParts(name);
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined || first === last) return false;
  return document.pages.some((page) => {
    const words = wordsOn(page);
    return holdsName(words, first) && holdsName(words, last);
  });
}

/** The words of a page in lower case, as names are looked for among them. */
const wordsOn = oncePer(
  (page: Page): ReadonlySet<string> =>
    new Set(
      pageText(page)
        .toLowerCase()
        .split(/[^a-z0-9'’-]+/),
    ),
);

/** Names of this length may have one letter misread by the scanner. */
const FORGIVING_LENGTH = 6;

function holdsName(words: ReadonlySet<string>, name: string): boolean {
  if (words.has(name)) return true;
  if (name.length < FORGIVING_LENGTH) return false;
  return [...words].some((word) => Math.abs(word.length - name.length) <= 1 && distance(word, name) <= 1);
}

/** A line that sets the name beside one of these says whose paper it is. */
const OWNER = /\b(patient|member|re|name|beneficiary|enrollee|regarding)\b/i;
/** These name the holder of the insurance or a contact, who may be somebody else. */
const HOLDER =
  /\b(subscriber|guarantor|insured|policy ?holder|responsible|contact|spouse|parent|sponsor|mother|father|cc)\b/i;

/**
 * True when a paper whose owner was read otherwise is about the named person all the same: a line says so, with no word for a mere holder
 * of the insurance beside it. A family member’s paper that names the subscriber is not.
 */
function isAbout(document: FullDocument, name: string): boolean {
  const parts = nameParts(name);
  return document.pages.some((page) => ownerLines(page).some((line) => isNamed(line, parts)));
}

/** The words of each line of a page that says whose paper it is. */
const ownerLines = oncePer((page: Page): readonly ReadonlySet<string>[] =>
  linesOf(page)
    .filter(({ text }) => OWNER.test(text) && !HOLDER.test(text))
    .map(({ text }) => new Set(nameParts(text))),
);

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'jr', 'sr', 'ii', 'iii', 'md', 'the', 'self']);

function nameParts(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z'’-]+/)
    .filter((part) => part.length >= 2 && !TITLES.has(part));
}
