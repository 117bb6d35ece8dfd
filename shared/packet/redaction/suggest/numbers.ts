// Social Security numbers, card, bank and account numbers, also where the scanner misread a digit.
import { linesOf, textOf } from '../../../cases/page-text.ts';
import type { Page } from '../../../model/page.ts';
import { asDigits, digitsOf, type Find, labelledBy, mostlyDigits } from './tokens.ts';

const SSN_LABEL = /\b(?:SSN|SS ?#|social security(?: (?:number|no\.?|num|#))?|soc\.? sec\.?)/i;
/** Nine digits beside these are something else. */
const OTHER_NUMBER =
  /\b(?:tax|TIN|EIN|employer|claim|member|policy|group|NPI|reference|ref|auth\w*|case|phone|fax|tel|tracking|invoice|MRN|chart|order|check|ZIP|subscriber|certificate|confirmation)\b/i;
const SSN = /^(\d{3})[-–—.·~_ ]?(\d{2})[-–—.·~_ ]?(\d{4})$/;
/** Most words a number may be broken into. */
const LONGEST_NUMBER = 6;

/** Social Security numbers: three groups with dashes, or nine digits beside their label. Masked ones (XXX-XX-1234) are none. */
export function findSsns(page: Page): Find[] {
  return linesOf(page).flatMap((line) => {
    const finds: Find[] = [];
    for (let at = line.from; at < line.to; at += 1) {
      // However misread, a number has a digit left.
      if (!/\d/.test(page.words[at]?.text ?? '')) continue;
      const before = textOf(page, Math.max(line.from, at - 4), at);
      const length = ssnLength(page, at, line.to, SSN_LABEL.test(before) || SSN_LABEL.test(page.words[at]?.text ?? ''));
      if (length === 0 || (!SSN_LABEL.test(before) && OTHER_NUMBER.test(before))) continue;
      finds.push({ from: at, to: at + length, why: 'ssn', what: 'Looks like a Social Security number' });
      at += length - 1;
    }
    return finds;
  });
}

/** How many words from here are one number: three at most; 0 when they are none. Without a label it needs its dashes and printed digits. */
function ssnLength(page: Page, at: number, end: number, labelled: boolean): number {
  for (let length = 1; length <= 3 && at + length <= end; length += 1) {
    const words = page.words.slice(at, at + length).map((word) => bare(word.text));
    const text = words.join(' ').replace(/ ?([-–—]) ?/g, '$1');
    const isNumber = mostlyDigits(text) && isSsn(asDigits(text));
    if (!isNumber) continue;
    const dashed = /\d[-–—]\w{2}[-–—]/.test(text);
    if (labelled || (dashed && digitsOf(text).length >= 8)) return length;
  }
  return 0;
}

function bare(text: string): string {
  return text.replace(/^(?:SSN|SS#)[:#]*/i, '').replace(/^[("'#[]+|[)"',.;:\]]+$/g, '');
}

/** Numbers the administration gives out: no group of noughts, no 666, nothing from 900 on. */
function isSsn(text: string): boolean {
  const found = SSN.exec(text);
  if (found === null) return false;
  const [, area, group, serial] = found;
  return area !== '000' && area !== '666' && Number(area) < 900 && group !== '00' && serial !== '0000';
}

/** Card numbers, by their length, first digit and check digit (ISO/IEC 7812), in one word or in groups. */
export function findCards(page: Page): Find[] {
  return runsOfDigits(
    page,
    (digits) => digits.length >= 13 && digits.length <= 19 && /^[2-6]/.test(digits) && luhn(digits),
  ).map((run) => ({ ...run, why: 'account', what: 'Looks like a card number' }));
}

/** International bank account numbers, by their check digits (ISO 13616). */
export function findIbans(page: Page): Find[] {
  const finds: Find[] = [];
  for (const line of linesOf(page)) {
    for (let at = line.from; at < line.to; at += 1) {
      if (!/^[A-Z]{2}\d{2}/.test(page.words[at]?.text ?? '')) continue;
      for (let length = 9; length >= 1; length -= 1) {
        const end = at + length;
        if (end > line.to || !isIban(textOf(page, at, end).replace(/[ .,;]/g, ''))) continue;
        finds.push({ from: at, to: end, why: 'account', what: 'Looks like a bank account number (IBAN)' });
        at = end - 1;
        break;
      }
    }
  }
  return finds;
}

const ACCOUNT_LABEL =
  /\b(?:(?:bank|checking|savings|card|credit card|debit card|routing|ABA|patient|billing|guarantor)? ?(?:account|acct|a\/c)\.?(?: (?:number|no|num|nbr|id)\b\.?| ?#)?:?|(?:routing|ABA)(?: ?\/ ?(?:routing|transit))?(?: (?:number|no|num)\b\.?| ?#)?:?|card (?:number|no)\.?:?|medical record (?:number|no)\.?:?|MRN(?: ?#)?:?)(?=\s|$)/i;

/** Account, routing and chart numbers beside their label; at least five digits, so that “account balance” is none. */
export function findAccounts(page: Page): Find[] {
  return labelledBy(page, ACCOUNT_LABEL).flatMap(({ label, rest }) => {
    let end = rest.from;
    while (end < rest.to && end - rest.from < LONGEST_NUMBER && isNumberPart(page.words[end]?.text ?? '')) end += 1;
    const text = textOf(page, rest.from, end);
    if (end === rest.from || digitsOf(text).length < 5) return [];
    const what = `Beside “${label.replace(/[:#]+$/, '').trim()}”`;
    return [{ from: rest.from, to: end, why: 'account' as const, what }];
  });
}

/** A piece of a number: digits among its signs, no amount of money and no date. */
function isNumberPart(text: string): boolean {
  return /\d/.test(text) && /^[#(]?[A-Z0-9*-]+[).,;:]?$/i.test(text) && !/^\$|\.\d\d$/.test(text) && mostlyDigits(text);
}

/** Runs of words of a line that are digits (with dashes) and together satisfy `is`. */
function runsOfDigits(page: Page, is: (digits: string) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const line of linesOf(page)) {
    for (let at = line.from; at < line.to; at += 1) {
      if (!/^\d/.test(page.words[at]?.text ?? '')) continue;
      for (let length = 5; length >= 1; length -= 1) {
        const words = page.words.slice(at, Math.min(line.to, at + length));
        if (words.length < length || !words.every((word) => /^[\d-]+[.,;:]?$/.test(word.text))) continue;
        if (!is(digitsOf(words.map((word) => word.text).join('')))) continue;
        runs.push({ from: at, to: at + length });
        at += length - 1;
        break;
      }
    }
  }
  return runs;
}

/** The check digit of cards: every second digit from the right doubled. */
function luhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const moved = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const sign of moved) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}
