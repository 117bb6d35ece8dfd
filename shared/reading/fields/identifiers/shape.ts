// What looks like an identifier and is none.
import { datesIn, moneyIn, phonesIn } from '../values.ts';

/** "92507, 48 visits", "15823, both upper eyelids": the code of what was asked for. */
const ASKED_FOR = /^,? ?(?:x ?\d|\d{1,3} (?:visits|units|sessions|days|hours)\b)|^,? [a-z]{2}/;
/** "Appeal: 180 days from the day you receive this". */
const DAYS = /^\W*\d{1,3}\s+(?:calendar |business |consecutive )?days\b/i;

/** Not a telephone number, an amount, a date, the code of a service or a ZIP behind a state. */
export function isIdentifier(text: string, hit: { value: string; from: number; to: number }): boolean {
  const head = text.slice(0, hit.to + 8);
  // "440 771 8026": a member's number may be parted as telephones are, but those have a stroke, a dot or brackets.
  const isBlanks = /^\d{3} \d{3} \d{4}$/.test(hit.value) && hit.from <= 2;
  if (!isBlanks && /^\W*[\d(]/.test(text) && phonesIn(head).some((phone) => phone.from <= hit.from + 1)) return false;
  if (moneyIn(head).some((money) => money.from <= hit.from && money.to > hit.from)) return false;
  if (DAYS.test(text)) return false;
  if (/^(?:\d{5}|[A-V]\d{4})$/.test(hit.value) && ASKED_FOR.test(text.slice(hit.to))) return false;
  // "AUTHORIZATION FOR 97153 RAN THROUGH": a sentence in capitals.
  if (/^(?:FOR|ON|BY|TO|OF|IN|AT|FROM|UNDER|AND|WAS|IS) /.test(hit.value)) return false;
  // "MEMBER LINE 785-555-0119".
  if (/^[A-Z]{4,} (?:1-)?\d{3}-\d{3}-\d{4}$/.test(hit.value)) return false;
  return !datesIn(head).some((date) => date.from < hit.to && date.to > hit.from);
}

/** "Desert Pathology Group      88307": whether a number stands a column behind a name whose last word is Group, and so is that of something else. */
export function isBehindNamedGroup(before: string): boolean {
  return /\p{Lu}[\p{L}.'&-]+ Group\s{3,}$/u.test(before);
}

/** "Contract: H1234" is the plan's contract with Medicare. */
export function isMedicareContract(label: string, value: string): boolean {
  return /^contract/.test(label) && /^[HSR]\d{4}\b/.test(value);
}

/** "Plan   Group PPO 80/60", "QUAY MEDICAL GROUP   NPI 1999990000": a kind of plan, or the number of a house. */
export function isNoGroup(value: string): boolean {
  return /^(?:(?:NPI|TIN) |(?:HMO|PPO|EPO|POS|HDHP) \d+\/)/.test(value);
}
