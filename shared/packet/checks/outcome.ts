// How a check of a finished packet ends: passed, failed or not made, with where it failed. Never words of a paper.
import type { PacketCheck } from '../../model/packet.ts';

/** One thing that is wrong. `page` is the page of the packet (one-based) to look at. */
export interface Failure {
  readonly says: string;
  readonly page?: number | undefined;
}

/** The name of a check: what is true when it passed. */
export interface CheckName {
  readonly id: string;
  readonly name: string;
}

/** Failures told in words, and pages named; more of the same kind help nobody. */
const TOLD = 5;
const PAGES = 20;

/** Passed when nothing is wrong; `note` says what is worth knowing all the same. */
export function outcome({ id, name }: CheckName, failures: readonly Failure[], note = ''): PacketCheck {
  if (failures.length === 0) return { id, name, state: 'passed', detail: note };
  const told = failures.slice(0, TOLD).map(({ says }) => says);
  const more = failures.length > TOLD ? `; and ${failures.length - TOLD} more` : '';
  const pages = pagesOf(failures.map(({ page }) => page));
  return { id, name, state: 'failed', detail: `${told.join('; ')}${more}`, ...(pages.length > 0 && { pages }) };
}

/** Not made, and why. */
export function notChecked({ id, name }: CheckName, why: string): PacketCheck {
  return { id, name, state: 'not-checked', detail: why };
}

function pagesOf(pages: readonly (number | undefined)[]): number[] {
  return [...new Set(pages.filter((page) => page !== undefined))].sort((a, b) => a - b).slice(0, PAGES);
}

/** True when the text holds the token and no letter or digit runs on at its ends. Blanks count as one, however they were read. */
export function hasToken(text: string, token: string): boolean {
  return countOfToken(text, token) > 0;
}

/** How often the text holds the token. */
export function countOfToken(text: string, token: string): number {
  const [within, wanted] = [squeezed(text), squeezed(token)];
  if (wanted === '') return 0;
  let count = 0;
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + wanted.length)) {
    const runsOn = goesOn(within[at - 1]) || goesOn(within[at + wanted.length]);
    if (!runsOn) count += 1;
  }
  return count;
}

function goesOn(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}
