// How the weights of a feature stand in a rule file: three characters for each weight, its class and its value. A million numbers written out would take
// twice the room and a good part of every start.
import { digitAt, numberAt, oneDigit, twoDigits, ZERO } from './digits.ts';

/** Characters for one weight: the class, then the value in two digits of base 64. */
const EACH = 3;
const ROW = /^[\w-]+$/;

/** The row of class numbers (0 to 63) and weights in hundredths, in turn. Weights beyond 20.47 are cut to it: nothing outweighs them anyway. */
export function codedRow(pairs: readonly number[]): string {
  let row = '';
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const value = Math.max(-ZERO, Math.min(ZERO - 1, pairs[at + 1] ?? 0));
    row += oneDigit(pairs[at] ?? 0) + twoDigits(value);
  }
  return row;
}

/** Whether a text is such a row. */
export function isRow(text: unknown): text is string {
  return typeof text === 'string' && text.length % EACH === 0 && ROW.test(text);
}

/** How many weights a row holds. */
export function sizeOfRow(row: string): number {
  return row.length / EACH;
}

/** Puts the class numbers and weights of a row into `numbers`, in turn, from `from` on. */
export function putRow(row: string, numbers: Int16Array, from: number): void {
  let to = from;
  for (let at = 0; at < row.length; at += EACH) {
    numbers[to] = digitAt(row, at);
    numbers[to + 1] = numberAt(row, at + 1);
    to += 2;
  }
}
