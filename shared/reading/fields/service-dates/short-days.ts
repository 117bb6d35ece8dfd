// Days of service set short in tables: without strokes ("20260601", "071426") or without a year ("Apr 6", "05/04", "March 9-20").
import { matchesIn } from '../../../text/matches.ts';
import { type Found, serviceDatesIn } from '../values.ts';

const JOINED = /^(?:(20\d\d)(\d\d)(\d\d)|(\d\d)(\d\d)(20\d\d)|(\d\d)(\d\d)(\d\d))$/;
/** "0115 011526": from and to of a row of Medicare's remittances. */
const FROM_TO = /(?<!\S)\d{4} (\d{2})(\d{2})(\d{2})(?!\S)/;

/** The day a cell of digits alone says: year first, or month first with the year behind. `letter` is the paper's date, where it bears one; no service comes after it. */
export function joinedDay(text: string, letter: string | undefined): Found<string> | undefined {
  const pair = FROM_TO.exec(text);
  const hit = pair ?? JOINED.exec(text);
  if (hit === null) return undefined;
  const [month, day, year] =
    pair !== null
      ? [pair[1], pair[2], pair[3]]
      : hit[1] !== undefined
        ? [hit[2], hit[3], hit[1]]
        : hit[4] !== undefined
          ? [hit[4], hit[5], hit[6]]
          : [hit[7], hit[8], hit[9]];
  const value = serviceDatesIn(`${month}/${day}/${year}`)[0]?.value;
  if (value === undefined || !isPast(value, letter)) return undefined;
  return { value, from: hit.index, to: hit.index + hit[0].length };
}

/** Not after the paper, and not years before it. */
function isPast(day: string, letter: string | undefined): boolean {
  if (letter === undefined) return /^20[12]/.test(day);
  return day <= letter && Number(letter.slice(0, 4)) - Number(day.slice(0, 4)) <= 3;
}

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const SHORT = new RegExp(
  `(?<![\\w/.-])(?:(${MONTH} \\d{1,2})(?: ?(?:-|to|through) ?(?:(${MONTH} \\d{1,2})|(\\d{1,2})))?|(\\d{1,2} ${MONTH})|(\\d{1,2}/\\d{1,2})(?: ?- ?(\\d{1,2}/\\d{1,2}))?)(?![\\w/-]|,? (?:19|20)\\d\\d|\\.\\d)`,
  'gi',
);

/** Days without a year: the last such day not after the paper's date `letter`. Of a range both ends. */
export function shortDays(text: string, letter: string | undefined): Found<string>[] {
  if (letter === undefined || !/\d\/\d|[A-Za-z]{3}/.test(text) || !/\d/.test(text)) return [];
  return matchesIn(text, SHORT).flatMap((hit) => {
    const first = hit[1] ?? hit[4] ?? hit[5] ?? '';
    const last = hit[2] ?? hit[6] ?? (hit[3] === undefined ? undefined : first.replace(/\d+$/, hit[3]));
    return [first, ...(last === undefined ? [] : [last])].flatMap((words) => {
      const value = withYear(words, letter);
      return value === undefined ? [] : [{ value, from: hit.index, to: hit.index + hit[0].length }];
    });
  });
}

function withYear(words: string, letter: string): string | undefined {
  const year = Number(letter.slice(0, 4));
  for (const one of [year, year - 1]) {
    const value = serviceDatesIn(/\//.test(words) ? `${words}/${one}` : `${words}, ${one}`)[0]?.value;
    if (value !== undefined && value <= letter) return value;
  }
  return undefined;
}
