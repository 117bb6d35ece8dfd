// What the finders of private data share: digits through the noise of optical reading, labels before a value, numbers of the person's own.
import { cellsOf, linesOf, type Span, textOf } from '../../../cases/page-text.ts';
import type { Page } from '../../../model/page.ts';
import type { RedactionWhy } from '../../../model/redaction.ts';

/** Something private on a page: words `from` (inclusive) to `to` (exclusive), and in plain words what it is. */
export interface Find {
  readonly from: number;
  readonly to: number;
  readonly why: RedactionWhy;
  readonly what: string;
}

/** Letters that optical reading gives for digits. */
const DIGIT_LOOKS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  B: '8',
  g: '9',
  q: '9',
};

/** The text with letters that look like digits read as digits; everything else stays. */
export function asDigits(text: string): string {
  return [...text].map((character) => DIGIT_LOOKS[character] ?? character).join('');
}

/** True when most of the letters and digits of the text are digits as printed. */
export function mostlyDigits(text: string): boolean {
  const signs = text.replace(/[^\p{L}\p{N}]/gu, '');
  return signs.replace(/\D/g, '').length * 2 > signs.length;
}

/** Digits alone. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Letters and digits only, upper case, what looks like a digit read as one: two prints of one number meet. */
export function numberKey(text: string): string {
  return asDigits(text.replace(/[^\p{L}\p{N}]/gu, '')).toUpperCase();
}

/** A label with the words beside it, within one cell of a line or in the next cell: “Account no.: 1234”. */
export interface Labelled {
  readonly label: string;
  readonly rest: Span;
}

/** Every place where `label` ends before something else on its line; `rest` runs to the end of the cell, or is the next cell. */
export function labelledBy(page: Page, label: RegExp): Labelled[] {
  return linesOf(page).flatMap((line) => {
    if (!label.test(line.text)) return [];
    const cells = cellsOf(page, line);
    return cells.flatMap((cell, at) =>
      endsOfLabels(page, cell, label).flatMap((end): Labelled[] => {
        const text = textOf(page, cell.from, end);
        if (end < cell.to) return [{ label: lastLabel(text, label), rest: spanOf(page, end, cell.to) }];
        const next = cells[at + 1];
        return next === undefined ? [] : [{ label: lastLabel(text, label), rest: next }];
      }),
    );
  });
}

function spanOf(page: Page, from: number, to: number): Span {
  return { from, to, text: textOf(page, from, to) };
}

function lastLabel(text: string, label: RegExp): string {
  return allOf(text, label).at(-1)?.[0] ?? text;
}

function allOf(text: string, label: RegExp): RegExpExecArray[] {
  return [...text.matchAll(new RegExp(label.source, `${label.flags}g`))];
}

/** For each label in the cell, the word after its last word. */
function endsOfLabels(page: Page, cell: Span, label: RegExp): number[] {
  const ends = allOf(cell.text, label).map((found) => found.index + found[0].length);
  return ends.flatMap((end) => {
    let length = 0;
    for (let at = cell.from; at < cell.to; at += 1) {
      length += (page.words[at]?.text.length ?? 0) + (at === cell.from ? 0 : 1);
      if (length >= end) return [at + 1];
    }
    return [];
  });
}
