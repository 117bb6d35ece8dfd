// Names of providers: what is one, where one begins a line, how the paper gives it in full, and the candidate it makes.
import type { Cell } from '../../paper.ts';
import type { Candidate, Pick } from '../collect.ts';
import { CREDENTIAL, HOUSE, isHouse, PRACTICE } from '../houses.ts';
import type { Sheet } from '../sheet.ts';

/** A person with the letters of a clinician, at the beginning of a text. */
export const CLINICIAN =
  /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PMHNP|PA|PhD|DPM|FNP|OD|DC|DDS|DMD))\b/u;
/** The name a line begins with, up to a comma or bracket. */
export const NAME_OF_LINE = /^\p{Lu}[^,;:(]*(?:,? (?:LLC|PLLC|Inc|P\.A|P\.C)\.?)?/u;

/** "Renwick Surgical Associates, Attn: …": a practice, at the beginning of an address line. */
export function practiceAt(text: string): string | undefined {
  const name = NAME_OF_LINE.exec(text)?.[0].trim();
  return name !== undefined &&
    name.split(' ').length >= 2 &&
    isHouse(name) &&
    /\b(?:clinic|surg\w+|ortho\w+|associates|physicians|medical (?:group|center)|hospital|imaging|therapy|center|practice|cardiology|neurology|dermatology|oncology|psychiatry|pllc|spine)\b/i.test(
      name,
    ) &&
    !/\b(?:appeals?|plan|insurance|department|billing)\b/i.test(name)
    ? name
    : undefined;
}

/** Not a word a sentence begins with, a month, or a house that pays or decides. */
export function isProvider(value: string): boolean {
  return !/^(?:Dear|Mr|Mrs|Ms|OF|AND|THE|You|We|Your|The|Our|This|That|In|On|If|When|Medicare|Section|January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:Plan|Insurance|Appeals?|APPEALS?|Department|Form|Providers?|GLANCE)\b/.test(
    value,
  );
}

/** The beginning of a house's name ("Stepping Stone") as the paper prints it in full elsewhere ("Stepping Stone Behavior Partners"). */
export function fullName(sheet: Sheet, found: Candidate): Candidate {
  const { value } = found;
  if (typeof value !== 'string' || value.split(' ').length > 3 || HOUSE.test(value) || CREDENTIAL.test(value))
    return found;
  for (const cell of sheet.grid.flat()) {
    const at = cell.text.indexOf(`${value} `);
    if (at < 0) continue;
    const name =
      /^\p{Lu}[\p{L}'&.-]*(?: (?:\p{Lu}[\p{L}'&.-]*|&|of|and))+/u
        .exec(cell.text.slice(at))?.[0]
        .replace(/(?: (?:&|of|and))+$/, '') ?? '';
    if (
      name.length > value.length &&
      name.split(' ').length <= 7 &&
      isHouse(name) &&
      (HOUSE.test(name) || PRACTICE.test(name))
    )
      return { ...found, value: name, piece: cell, from: at, to: at + name.length };
  }
  return found;
}

/** The provider whose name fills a cell. */
export function wholeCell(cell: Cell, confidence: number, why: string): Candidate {
  return { field: 'provider', value: cell.text, piece: cell, from: 0, to: cell.text.length, confidence, why };
}

/** The provider whose name a text holds from `from` on. */
export function proseName(piece: Pick['piece'], value: string, from: number): Candidate {
  return {
    field: 'provider',
    value,
    piece,
    from,
    to: from + value.length,
    confidence: 0.65,
    why: 'is named as the one who asked or treated',
  };
}
