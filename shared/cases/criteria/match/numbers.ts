// Numbers and lengths of time as criteria and records write them.
import type { Treatment } from '../../../model/record.ts';

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A number in digits or words, for use in patterns. */
export const NUMBER = `(?:\\d{1,3}|${WORDS.slice(1).join('|')})`;

/** The value of a number in digits or words; undefined for anything else. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const at = WORDS.indexOf(text.toLowerCase());
  return at > 0 ? at : undefined;
}

const WEEKS: Readonly<Record<string, number>> = { d: 1 / 7, w: 1, m: 4.35, y: 52 };

/** The length of time in a text, in weeks: “22 wk”, “six weeks”, “3 months”. */
export function weeksIn(text: string): number | undefined {
  const found = new RegExp(`\\b(${NUMBER})[\\s-]*(d|days?|w|wks?|weeks?|mo|mos|months?|y|yrs?|years?)\\b`, 'i').exec(
    text,
  );
  const amount = numberOf(found?.[1]);
  return found === null || amount === undefined ? undefined : amount * WEEKS[found[2]![0]!.toLowerCase()]!;
}

/** How long a treatment was given, in weeks, never more than its dates prove; undefined when nothing tells. */
export function weeksOf(treatment: Treatment, day: string | undefined): number | undefined {
  const stated = treatment.length === undefined ? undefined : weeksIn(treatment.length);
  if (stated !== undefined) return stated;
  const end = treatment.to ?? (treatment.ongoing ? day : undefined);
  if (treatment.from === undefined || end === undefined) return undefined;
  const first = dayNumber(treatment.from, 'last');
  const last = dayNumber(end, 'first');
  return first === undefined || last === undefined ? undefined : Math.max(0, (last - first) / 7);
}

/** Days since year 0, about; of a month or year the first or last day. */
export function dayNumber(date: string, edge: 'first' | 'last'): number | undefined {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (parts === null) return undefined;
  const month = parts[2] === undefined ? (edge === 'first' ? 1 : 12) : Number(parts[2]);
  const day = parts[3] === undefined ? (edge === 'first' ? 1 : 30) : Number(parts[3]);
  return Number(parts[1]) * 365.25 + (month - 1) * 30.44 + day;
}

/** “2 antidepressants”, “1 antidepressant”. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${/(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : noun.replace(/([^aeiou])y$/, '$1ie').concat('s')}`;
}
