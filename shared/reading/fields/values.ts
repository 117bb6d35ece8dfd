// Shapes of values: dates, amounts, telephone numbers, identifiers.
import type { IsoDate } from '../../model/vocabulary.ts';
import { matchesIn } from '../../text/matches.ts';

/** The states and their postal letters, as addresses print them. */
export const STATE =
  '(?:[A-Z]{2}\\.?|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)';

/** A value found in a text, with its offsets. */
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '(?:19|20)\\d{2}';
const DATE = new RegExp(
  [
    `\\b(?<nameA>${MONTH_NAME})[\\s-]+(?<dayA>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?:of\\s+)?|-)(?<yearA>${YEAR})\\b`,
    // "12MAR2026", "20-Feb-26": as computers print them.
    `\\b(?<dayB>\\d{1,2})(?:st|nd|rd|th)?(?:[\\s-]+(?:of\\s+)?)?(?<nameB>${MONTH_NAME})(?:[\\s,-]*(?<yearB>${YEAR})|-(?<shortB>\\d{2}))\\b`,
    `(?<![\\w-])(?<yearC>${YEAR})(?<stroke>[/-])(?<monthC>\\d{2})\\k<stroke>(?<dayC>\\d{2})\\b(?![/-]\\w)`,
    // A stroke may join two dates: "04/06/2026-04/09/2026".
    // The same mark stands twice: "3.8-10.8" is the range of a test.
    '(?<![\\d/]|(?<!/\\d{2}|/\\d{4})-)(?<monthD>\\d{1,2})(?<mark>[/.-])(?<dayD>\\d{1,2})\\k<mark>(?<yearD>(?:19|20)?\\d{2})(?![\\d/])',
    // "12 / 01 / 2025": set into the blanks of a form.
    `(?<![\\d/] ?)(?<monthE>\\d{1,2}) / (?<dayE>\\d{1,2}) / (?<yearE>${YEAR})\\b(?! ?/)`,
  ].join('|'),
  'gi',
);

/** A stroke, a dot between digits, or a year, also one read optically as "2O26": no date is without. */
const DATE_MARK = /[/-]|\d\.\d|[12Z][09Oo]/;
/** The look back for a month stands behind the day, so that it is taken only where a day may stand. */
const MISREAD_DATE =
  /(?<![A-Za-z\d])[\dOoIl|]{1,2}(?:([/-])[\dOoIl|]{1,2}\1[\dOoIl|]{2,4}(?![A-Za-z\d])|(?<=\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+[\dOoIl|]{1,2}),?\s+[2Z][0Oo][\dOoIl]{2}\b)/gi;
const MISREAD_MONEY = /\$\s?[\dOolI]{1,3}(?:[,.][\dOolI]{3})*\.[\dOolI]{2}(?![A-Za-z\d])/g;

/** A text of the same length in which optical reading's O, l and I inside dates or amounts are the digits they stand for. */
function repaired(text: string, shape: RegExp): string {
  if (!/[OolIZ|]/.test(text)) return text;
  return text.replace(shape, (hit) =>
    /\d/.test(hit) ? hit.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1').replace(/Z/g, '2') : hit,
  );
}

/** True for a text with an amount to the cent, with or without a dollar sign. */
export function hasCents(text: string): boolean {
  return /\d\.\d\d(?!\d)/.test(text);
}

/** All full dates of a text (day, month and year), in order. Two-digit years are of this century unless they would lie after 2069. */
export function datesIn(text: string): Found<IsoDate>[] {
  if (!/\d/.test(text) || !DATE_MARK.test(text)) return [];
  const found: Found<IsoDate>[] = [];
  for (const hit of matchesIn(repaired(text, MISREAD_DATE), DATE)) {
    const part = hit.groups ?? {};
    const iso =
      isoOf(part.yearA, monthNumber(part.nameA), part.dayA) ??
      isoOf(part.yearB ?? part.shortB, monthNumber(part.nameB), part.dayB) ??
      isoOf(part.yearC, Number(part.monthC), part.dayC) ??
      isoOf(part.yearD, Number(part.monthD), part.dayD) ??
      isoOf(part.yearE, Number(part.monthE), part.dayE);
    if (iso !== undefined) found.push({ value: iso, from: hit.index, to: hit.index + hit[0].length });
  }
  return found;
}

const JOIN = '\\s*(?:,\\s*and\\b|,|\\band\\b|&|-|\\bto\\b|\\bthru\\b|\\bthrough\\b|\\buntil\\b)\\s*';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?(?!\\d)';
/** "July 13, 15 and 17, 2026", "July 13 to August 24, 2026", "March 3, March 5 and March 10, 2026": days that share the year behind the last. */
const MONTH_FIRST = new RegExp(
  `\\b${MONTH_NAME}\\s+${DAY}(?:${JOIN}(?:${MONTH_NAME}\\s+)?${DAY}){1,24},?\\s+(?:of\\s+)?${YEAR}\\b`,
  'gi',
);
/** "3-6 April 2026", "4 May to 9 May 2026", "18 and 25 Feb 2026". */
const DAY_FIRST = new RegExp(
  `(?<![\\d/-])${DAY}(?:\\s+${MONTH_NAME})?(?:${JOIN}${DAY}(?:\\s+${MONTH_NAME})?){0,24}?\\s+(?:of\\s+)?${MONTH_NAME},?\\s+${YEAR}\\b`,
  'gi',
);
/** Whether a text can name a year, and a month, at all: most lines don't. */
const SOME_YEAR = /(?:19|20)\d\d/;
const SOME_MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const PART = new RegExp(`${MONTH_NAME}|\\d{1,2}(?!\\d)`, 'gi');

/** "04/06-04/09/2026", "3/3, 3/5 and 3/6/26": days that share the year behind the last. */
const NUMBERS =
  /(?<![\d/-])((?:\d{1,2}\/\d{1,2}(?:\s*(?:,\s*and|-|to|thru|through|and|&|,)\s*))+\d{1,2}\/\d{1,2})\/((?:20)?\d{2})(?![\d/])/g;

/** Dates written together: "July 13, 15 and 17, 2026", "July 13 to July 24, 2026", besides full dates. */
export function serviceDatesIn(text: string): Found<IsoDate>[] {
  if (!/\d/.test(text)) return [];
  const found: Found<IsoDate>[] = [];
  const taken = (at: number): boolean => found.some((other) => other.from <= at && other.to > at);
  if (SOME_YEAR.test(text) && SOME_MONTH.test(text)) {
    for (const hit of matchesIn(text, MONTH_FIRST)) daysOf(found, hit, partsOf(hit[0].slice(0, -4)));
    for (const hit of matchesIn(text, DAY_FIRST))
      if (!taken(hit.index)) daysOf(found, hit, partsOf(hit[0].slice(0, -4)).reverse(), true);
  }
  for (const hit of text.includes('/') ? matchesIn(text, NUMBERS) : []) {
    for (const [, month, day] of matchesIn(hit[1] ?? '', /(\d{1,2})\/(\d{1,2})/g))
      pushDate(found, hit, isoOf(yearOf(hit[2], Number(month), monthBehind(hit[1])), Number(month), day));
  }
  for (const date of datesIn(text))
    if (!found.some((other) => other.from <= date.from && other.to >= date.to)) found.push(date);
  return found.sort((a, b) => a.from - b.from);
}

/** The names of months and the days of a list, in their order. */
function partsOf(list: string): string[] {
  return matchesIn(list, PART).map((hit) => hit[0]);
}

/** The dates of a list of days and months; a day belongs to the month named last before it, of a reversed list to the one named next. */
function daysOf(found: Found<IsoDate>[], hit: RegExpMatchArray, parts: readonly string[], reversed = false): void {
  const year = hit[0].slice(-4);
  const named = parts.filter((part) => /\D/.test(part));
  const last = monthNumber(reversed ? named[0] : named.at(-1));
  let month = Number.NaN;
  const days = parts.flatMap((part) => {
    if (!/\D/.test(part)) return [isoOf(yearOf(year, month, last), month, part)];
    month = monthNumber(part);
    return [];
  });
  for (const day of reversed ? days.reverse() : days) pushDate(found, hit, day);
}

/** The year of a day whose month comes after the last month of its range: "12/28-01/03/2026" began the year before. */
function yearOf(year: string | undefined, month: number, last: number): string | undefined {
  return year === undefined || month <= last ? year : String(Number(year) - 1).padStart(year.length, '0');
}

function monthBehind(days: string | undefined): number {
  return Number(/(\d{1,2})\/\d{1,2}$/.exec(days ?? '')?.[1]);
}

function pushDate(found: Found<IsoDate>[], hit: RegExpMatchArray, iso: IsoDate | undefined): void {
  if (iso !== undefined && hit.index !== undefined)
    found.push({ value: iso, from: hit.index, to: hit.index + hit[0].length });
}

function monthNumber(name: string | undefined): number {
  return name === undefined ? Number.NaN : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function isoOf(year: string | undefined, month: number, day: string | undefined): IsoDate | undefined {
  if (year === undefined || day === undefined || !(month >= 1 && month <= 12)) return undefined;
  const full = year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year);
  const number = Number(day);
  if (number < 1 || number > new Date(Date.UTC(full, month, 0)).getUTCDate()) return undefined;
  return `${full}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
}

/** US dollar amounts with cents, or with a dollar sign. A dash that parts words ("F10.20 - $218.00") is no minus. */
export function moneyIn(text: string): Found<number>[] {
  if (!text.includes('$') && !/\d\.\d\d/.test(text)) return [];
  return matchesIn(
    repaired(text, MISREAD_MONEY),
    /(?<![\d.,/-]|\b(?:EUR|CAD|GBP|MXN|CHF) |[€£] ?)((?:-|(?<!\S )- )?\$\s?-?\d{1,3}(?:, \d{3})+\.\d{2}|(?:-|(?<!\S )- )?\$\s?-?\d{1,3}(?: ?,?\d{3})*(?:\.\d{2})?|(?<![A-Za-z])-?\d{1,3}(?:,\d{3})*\.\d{2}|(?<![A-Za-z])-?\d{4,6}\.\d{2})(?![\d/]|\.\d)/g,
  ).map((hit) => ({
    value: Number(hit[0].replace(/[$,\s]/g, '')),
    from: hit.index,
    to: hit.index + hit[0].length,
  }));
}

/** US telephone numbers as printed. */
export function phonesIn(text: string): Found<string>[] {
  if (!/\d/.test(text)) return [];
  return matchesIn(text, /(?<![\d-])(?:1[-. ])?(?:\(\d{3}\)\s?|\d{3}[-. /])\d{3}[-. ]\d{4}(?![\d-])/g).map((hit) => ({
    value: hit[0],
    from: hit.index,
    to: hit.index + hit[0].length,
  }));
}

/** The identifier a text begins with: tokens of capitals and digits, up to the first word, comma or bracket; at least one digit. */
export function identifierAt(text: string): Found<string> | undefined {
  const lead = /^[\s.:#-]*/.exec(text)?.[0].length ?? 0;
  const hit =
    // "CHW.718.0092.5", "QWB 220.718.4410": parts behind dots, of a number that begins with letters.
    /^[A-Z]{2,5}(?:(?:\.\d+){2,}| ?\d{2,}(?:\.\d+){2,}|\d{4,}\.\d{4,})(?![\w.]\w)/.exec(text.slice(lead)) ??
    /^(?:[A-Z]{2,5} ?- ?(?=[A-Z0-9-]*\d))?[A-Z0-9][A-Z0-9#-]*[A-Za-z0-9]?(?:[/*][A-Z0-9][A-Z0-9-]*)*(?: ?\/ ?\d{1,3}(?![\w-])| [A-Z]{0,2}[0-9][A-Z0-9-]*| [A-Z]{1,3}(?= [0-9](?!\d?\/)))*/.exec(
      text.slice(lead),
    );
  if (hit === null || !/\d/.test(hit[0]) || hit[0].replace(/[^A-Za-z0-9]/g, '').length < 3) return undefined;
  if (/^[A-Z]{5,}(?:[ /]|$)/.test(hit[0])) return undefined;
  const dates = datesIn(text.slice(lead, lead + 24));
  if (dates.some((date) => date.from === 0)) return undefined;
  // "817 44 6205 A", "25118 07734 TX": a letter or two set apart that ends the cell.
  const tail = /^ [A-Z]{1,2}(?=\s*(?:$|,|;| and ))/.exec(text.slice(lead + hit[0].length));
  if (tail !== null && /\d$/.test(hit[0]) && / /.test(hit[0]))
    return { value: hit[0] + tail[0], from: lead, to: lead + hit[0].length + tail[0].length };
  const value = hit[0].replace(/[-/ ]+$/, '');
  return { value, from: lead, to: lead + value.length };
}
