// How the weights of a feature stand in a rule file: three characters for each weight, its class and its value. A million numbers written out would take
// twice the room and a good part of every start.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ZERO = 2048;
/** Characters for one weight: the class, then the value in two digits of base 64. */
const EACH = 3;
const ROW = /^[\w-]+$/;

const digitOf = new Int16Array(128);
for (let at = 0; at < DIGITS.length; at += 1) digitOf[DIGITS.charCodeAt(at)] = at;

/** The row of class numbers (0 to 63) and weights in hundredths, in turn. Weights beyond 20.47 are cut to it: nothing outweighs them anyway. */
export function codedRow(pairs: readonly number[]): string {
  let row = '';
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const value = Math.max(-ZERO, Math.min(ZERO - 1, pairs[at + 1] ?? 0)) + ZERO;
    row += `${DIGITS[pairs[at] ?? 0]}${DIGITS[value >> 6]}${DIGITS[value & 63]}`;
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
    numbers[to] = digit(row, at);
    numbers[to + 1] = digit(row, at + 1) * 64 + digit(row, at + 2) - ZERO;
    to += 2;
  }
}

function digit(row: string, at: number): number {
  return digitOf[row.charCodeAt(at)] ?? 0;
}
