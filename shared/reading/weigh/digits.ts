// Whole numbers in characters, as rule files hold them: one digit of base 64 for 0 to 63, two for 0 to 4095.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const NONE = -1;
const digitOf = new Int16Array(128).fill(NONE);
for (let at = 0; at < DIGITS.length; at += 1) digitOf[DIGITS.charCodeAt(at)] = at;

/** Zero in two digits that stand for −2048 to 2047. */
export const ZERO = 2048;

/** The digit of a number from 0 to 63. */
export function oneDigit(number: number): string {
  return DIGITS[number] ?? '';
}

/** The two digits of a number from −2048 to 2047. */
export function twoDigits(number: number): string {
  const value = number + ZERO;
  return `${DIGITS[value >> 6]}${DIGITS[value & 63]}`;
}

/** Whether a digit stands at a place. */
export function isDigit(digits: string, at: number): boolean {
  return (digitOf[digits.charCodeAt(at)] ?? NONE) !== NONE;
}

/** The number of the digit at a place, 0 to 63. */
export function digitAt(digits: string, at: number): number {
  return digitOf[digits.charCodeAt(at)] ?? 0;
}

/** The number of the two digits from a place on, −2048 to 2047. */
export function numberAt(digits: string, at: number): number {
  return digitAt(digits, at) * 64 + digitAt(digits, at + 1) - ZERO;
}
