// Criteria about age: by a date of birth, or an age, on a page about the person.
import type { CriterionFact } from '../../../model/criteria.ts';
import type { FullDocument } from '../../../model/document.ts';
import type { Page } from '../../../model/page.ts';
import { linesOf, proofOf } from '../../page-text.ts';
import { type CaseAtHand, factOf, type Part } from './ask.ts';
import { NUMBER, numberOf } from './numbers.ts';

const WORDS =
  /^(ages?|aged|years?|old|older|above|over|adults?|member|patient|person|least|between|greater|more|at|time|request)$/i;
const FROM_TO =
  /\b(?:ages?|aged)?\s*(\d{1,2}) ?(?:to|through|-|–) ?(\d{1,2}) years|\b(?:ages?|aged|between) (?:of |the ages of )?(\d{1,2}) ?(?:to|through|and|-|–) ?(\d{1,2})\b/i;
const FROM = new RegExp(
  `\\b(${NUMBER}|eighteen) (?:years?(?: of age| old)?,? )?(?:or|and) (?:older|above|over)|\\bages? ?(?:≥|>=|of at least|at least) ?(\\d{1,2})|\\b(?:at least|≥) ?(\\d{1,2}) years|\\bage (\\d{1,2}) (?:years )?or`,
  'i',
);

/** The person's age on the day that counts. */
export function matchAge(text: string, at: CaseAtHand): Part | undefined {
  const asked = askedAge(text);
  if (asked === undefined) return undefined;
  const known = ages(at);
  const fact = known[0];
  if (fact === undefined) return { state: 'not-shown', facts: [], why: 'No page tells the age', covers: WORDS };
  const met = fact.age >= asked.from && fact.age <= asked.to;
  return { state: met ? 'met' : 'not-met', facts: [fact.fact], why: `${fact.age} years old`, covers: WORDS };
}

function askedAge(text: string): { from: number; to: number } | undefined {
  const range = FROM_TO.exec(text);
  if (range !== null && /\bage|years/i.test(text)) {
    return { from: Number(range[1] ?? range[3]), to: Number(range[2] ?? range[4]) };
  }
  if (!/\bage|\byears? (?:old|of age)|\byears? (?:or|and) (?:older|over|above)|\bor older/i.test(text)) {
    return /^(?:the (?:patient|member) is )?(?:an )?adults?\b[\s.]*$/i.test(text) ? { from: 18, to: 150 } : undefined;
  }
  const from = FROM.exec(text);
  const value = from?.slice(1).find((each) => each !== undefined);
  const age = value?.toLowerCase() === 'eighteen' ? 18 : numberOf(value);
  return age === undefined ? undefined : { from: age, to: 150 };
}

function ages(at: CaseAtHand): { age: number; fact: CriterionFact }[] {
  const pages: { document: FullDocument; page: Page }[] = [
    ...at.pages.map(({ document, page }) => ({ document, page })),
    ...(at.denial?.pages ?? []).map((page) => ({ document: at.denial!, page })),
  ];
  return pages.flatMap(({ document, page }) =>
    linesOf(page).flatMap((line) => {
      for (let word = line.from; word < line.to - 1; word += 1) {
        if (!/^(?:DOB|born|birth|birthdate|D\.O\.B\.?):?$/i.test(page.words[word]!.text)) continue;
        for (const length of [1, 3]) {
          const to = Math.min(line.to, word + 1 + length);
          const birth = dateIn(
            page.words
              .slice(word + 1, to)
              .map(({ text }) => text)
              .join(' '),
            at.day,
          );
          if (birth === undefined || at.day === undefined) continue;
          const source = { documentId: document.document.id, proof: proofOf(page, { from: word, to }) };
          return [{ age: yearsBetween(birth, at.day), fact: factOf(source, 'the date of birth') }];
        }
      }
      return [];
    }),
  );
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateIn(text: string, day: string | undefined): string | undefined {
  const plain = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})\b/.exec(text);
  if (plain !== null) return iso(century(plain[3]!, day), Number(plain[1]), Number(plain[2]));
  const middle = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})\b/.exec(text);
  if (middle !== null) return iso(Number(middle[3]), MONTHS.indexOf(middle[2]!.toLowerCase()) + 1, Number(middle[1]));
  const long = /^([A-Za-z]{3})[a-z]* (\d{1,2}),? (\d{4})\b/.exec(text);
  return long === null ? undefined : iso(Number(long[3]), MONTHS.indexOf(long[1]!.toLowerCase()) + 1, Number(long[2]));
}

/** Two digits of a year of birth: never later than the day that counts. */
function century(year: string, day: string | undefined): number {
  if (year.length === 4) return Number(year);
  const now = Number((day ?? '2026').slice(0, 4));
  const same = Math.floor(now / 100) * 100 + Number(year);
  return same > now ? same - 100 : same;
}

function iso(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function yearsBetween(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
