// How the weights of a feature stand in a rule file: three characters for each weight, its class and its value. A million numbers written out would take
// twice the room and a good part of every start.
import { digitAt, isDigit, numberAt, oneDigit, twoDigits, ZERO } from './digits.ts';

/** Characters for one weight: the class, then the value in two digits of base 64. */
export const EACH = 3;

/** The row of class numbers (0 to 63) and weights in hundredths, in turn. Weights beyond 20.47 are cut to it: nothing outweighs them anyway. */
export function codedRow(pairs: readonly number[]): string {
  let row = '';
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const value = Math.max(-ZERO, Math.min(ZERO - 1, pairs[at + 1] ?? 0));
    row += oneDigit(pairs[at] ?? 0) + twoDigits(value);
  }
  return row;
}

/** Whether a row stands in `text` from `from` to before `end`. */
export function isRow(text: string, from: number, end: number): boolean {
  if (end <= from || (end - from) % EACH !== 0) return false;
  for (let at = from; at < end; at += 1) if (!isDigit(text, at)) return false;
  return true;
}

/** The class of the weight that begins at a place. */
export function classAt(text: string, at: number): number {
  return digitAt(text, at);
}

/** The weight that begins at a place, in hundredths. */
export function weightAt(text: string, at: number): number {
  return numberAt(text, at + 1);
}
