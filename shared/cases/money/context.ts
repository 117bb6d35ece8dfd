// What the lines around an amount say of it: the claim, who treated, the day, the procedure code.
import type { IsoDate } from '../../model/vocabulary.ts';
import { datesIn, identifierAt, phonesIn } from '../../reading/fields/values.ts';
import type { Line, Paper } from '../../reading/paper.ts';
import { boxesOf } from './cells.ts';
import { claimKey } from './claim-key.ts';

/** The claims a line names: known ones as they were read, else what stands behind the word "claim". */
export function claimsOn(line: Line, known: readonly string[]): string[] {
  const text = claimKey(line.text);
  const named = known.filter((claim) => claimKey(claim).length >= 5 && text.includes(claimKey(claim)));
  if (named.length > 0) return named;
  const label = /\bclaims?\b(?:\s*(?:no|number|num|id)\b\.?)?\s*[:#]*\s*(?:\d{1,2}\s{2,})?/i.exec(line.text);
  if (label === null) return [];
  const value = identifierAt(line.text.slice(label.index + label[0].length))?.value;
  return value !== undefined && value.replace(/\D/g, '').length >= 4 ? [value] : [];
}

const NO_NAME =
  /^(?:received|processed|finished|visit|provider|details?|charges?|see|paid|notice|patient|member|group|id|date|dx|network|statement|continued|page|services?|code|new|your|this)\b|\b(?:claims?|you|owe|totals?)\b/i;

/** Who treated, where a line says "Provider: …" or, in a head that begins with the claim or the day, sets a name beside it. */
export function providerOn(paper: Paper, line: Line, besideClaim: boolean): string | undefined {
  const label =
    /\b(?:provider|dentist|doctor|facility|billed by|services? by)\b(?: name)?(?:\s*:\s*|\s{2,})(\p{Lu}[^|]*)/iu.exec(
      line.text,
    );
  const value = label?.[1]?.split(/\s{2,}|\s\(/)[0]?.trim();
  if (value !== undefined && /\p{L}{3}/u.test(value) && !/\d{4}/.test(value) && /^\p{Lu}/u.test(value)) return value;
  if (!besideClaim || (!/^\W*claim\b/i.test(line.text) && (datesIn(line.text)[0]?.from ?? 9) > 2)) return undefined;
  return boxesOf(paper, line)
    .map((box) => box.text.replace(/,?\s\(.*$/, '').trim())
    .find((text) => /^\p{Lu}[\p{L}.'&,-]+ \S/u.test(text) && !/\d/.test(text) && !NO_NAME.test(text));
}

const DAY_LABEL = /\b(?:visit|dates? of (?:service|visit)|service dates?|dos|day of visit)\b\s*:?\s*/i;

/** The one day a title gives for the lines below it: "Visit: October 21, 2025", or a date at the head of the line. */
export function sectionDay(line: Line): IsoDate | undefined {
  const label = DAY_LABEL.exec(line.text);
  const from = label === null ? 0 : label.index + label[0].length;
  const dates = datesIn(line.text.slice(from));
  const first = dates[0];
  return first !== undefined && first.from <= 2 && dates.length === 1 ? first.value : undefined;
}

/** The day a row begins with, its number aside; days without a year ("10/02") are taken as the last such day up to `until`. */
export function dayAtHead(text: string, until: IsoDate | undefined): IsoDate | undefined {
  const full = datesIn(text)[0];
  if (full !== undefined && isHead(text.slice(0, full.from))) return full.value;
  const short = /^\W*(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(text);
  if (short === null || until === undefined) return undefined;
  const month = Number(short[1]);
  const day = Number(short[2]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const year = Number(until.slice(0, 4));
  const on = (of: number): IsoDate => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const hit = datesIn(`${month}/${day}/${on(year) <= until ? year : year - 1}`)[0];
  return hit?.value;
}

/** Before the day of a row: its number, codes, claim or a column of names, but no label of an amount. */
function isHead(text: string): boolean {
  return (
    !/[:$]/.test(text) &&
    !/\b(?:due|by|on|posted|received|date|from|through|and|of)\s*$/i.test(text) &&
    (!/\p{L}/u.test(text) ||
      (/\s{2,}$|[|]\s*$/.test(text) &&
        !/\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(text) &&
        text.trim().split(/\s{2,}/).length <= 3))
  );
}

const PROCEDURE = /(?<![\w$.,-])(?:\d{5}|[A-VD]\d{4}|\d{4}[FTU])(?:-(?:[A-Z0-9]{2}))*(?![\w-]|[.,]\d)/;

/** The procedure code of a row, modifiers included. */
export function codeOf(text: string): string | undefined {
  const phones = phonesIn(text);
  const hit = PROCEDURE.exec(text);
  if (hit === null || phones.some((phone) => phone.from <= hit.index && phone.to > hit.index)) return undefined;
  return hit[0];
}

/** The code without its modifiers: a visit billed as 99213 and listed as 99213-25 is the same visit. */
export function plainCode(code: string): string {
  return code.split('-')[0] ?? code;
}
