// Whether two names mean the same clinic, hospital or practice.
import { distance } from '../../text/quote.ts';

const COMMON =
  /^(?:the|and|of|for|llc|pllc|inc|pa|pc|llp|ltd|md|do|dr|medical|health|center|centre|clinic|hospital|group|associates|services?|care|billing|practice|department|patient|financial|physicians?)$/;

/** True when both share the first telling word, or two of them; one letter may be misread in a long word. */
export function sameHouse(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const one = tellingWords(a);
  const other = tellingWords(b);
  if (one.length === 0 || other.length === 0) return a.trim().toLowerCase() === b.trim().toLowerCase();
  const shared = one.filter((word) => other.some((each) => alike(word, each))).length;
  return alike(one[0]!, other[0]!) || shared >= 2;
}

function tellingWords(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[.']/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 2 && !COMMON.test(word));
}

function alike(a: string, b: string): boolean {
  return a === b || (a.length >= 6 && b.length >= 6 && distance(a, b) <= 1);
}
