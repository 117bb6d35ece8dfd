// The marks of notes: what a mark looks like, and the lines that begin with one and explain it.
import type { Zone } from '../../model/finding.ts';
import type { Line, Paper } from '../paper.ts';
import { hasMoney } from './rows.ts';

/** "A", "aa", "R2", "PR-45", "7K", "R-8K", "(4)", "[119]", "{K}", "iv", "*", "*1", each perhaps with a stop behind it. */
const KEY =
  /^[([{]?([A-Z]{1,3}-?[A-Z]?\d{1,4}[A-Z]?|\d{1,4}[A-Z]{0,2}|[A-Z]-\d?[A-Z]{1,2}|[A-Z]{1,3}|[a-z]|([a-z])\2|(?<=[([{])[a-z]{2}(?=[)\]}])|[ivx]{2,4}|[*†‡#]\d{1,2}|[*†‡§¶#^~+%&@]{1,3}|(?<=[([{])=(?=[)\]}]))[)\]}]?[.:=)/-]*$/;
/** The number of a claim, to which a message may answer: "7-302255". */
const CLAIM_KEY = /^\[?((?=(?:[^\d]*\d){5})(?![\d-]*\d{3}-\d{4}\b)[A-Z0-9]+(?:-[A-Z0-9]+)*)\]?[.:]?$/;
/** "Note A  …": the word before the mark of a note. */
const NOTE_WORD = /^(?:notes?|remarks?|codes?|messages?|msg|reasons?|key|footnote|comment|explanation|expl?)[.:]?$/i;
/** Short words that begin a line in capitals and are no marks. */
const SMALL_WORD = /^(?:of|in|to|as|is|it|on|by|at|or|no|we|if|be|do|an|so|up|us|am|my|he|me|go)$/i;
export const SYMBOL = /^[*†‡§¶#^~+%&@]{1,3}$/;

/** "Al" for "A1": a letter with the number one, as optical reading takes it. */
const WITH_ONE = /^([A-Z])l[.:=)]*$/;

/** The mark a word is, without brackets and stops. */
export function keyOf(text: string): string | undefined {
  const letter = WITH_ONE.exec(text)?.[1];
  return letter === undefined ? KEY.exec(text)?.[1] : `${letter}1`;
}

/** The mark a line begins with, when it explains one. */
export function entryKey(line: Line, inLegend: boolean): string | undefined {
  const lead = wordAt(line, 0);
  const from = (NOTE_WORD.test(lead) && line.tokens.length > 3) || isTitledBySymbol(line, lead) ? 1 : 0;
  const first = line.tokens[from];
  const second = line.tokens[from + 1];
  if (first === undefined || second === undefined) return undefined;
  const word = wordAt(line, from);
  if (isBrief(line) || STANDS_APART.test(line.text)) return undefined;
  const pair = firstOfTwo(line, from);
  if (pair !== undefined) return pair;
  const wide = second.from - first.to >= 2 || /[.:=)\]}-]$/.test(word) || /^[-=:]$/.test(wordAt(line, from + 1));
  const known = from > 0 && SMALL_WORD.test(word) ? undefined : keyOf(word);
  if (known === undefined) return wide && from === 0 ? CLAIM_KEY.exec(word)?.[1] : undefined;
  if (wide) return known;
  if (from > 0) return /^\p{Lu}/u.test(wordAt(line, 2)) ? known : undefined;
  return inLegend && !/^(?:[a-z]|[A-Z]{3})$/.test(word) && !SMALL_WORD.test(word) ? known : undefined;
}

/** An amount that stands by itself, as on a row, and not within what a note says. */
const STANDS_APART = /\d\.\d\d(?!\d|[%)]| \p{Ll}|[.,;] [\p{L}$])/u;

/** "16 M62  The claim came without it.", "119, N362   Five units a day": two marks that one note explains; the first counts. */
function firstOfTwo(line: Line, from: number): string | undefined {
  const [first, second, third] = line.tokens.slice(from, from + 3);
  if (first === undefined || second === undefined || third === undefined || third.from - second.to < 2)
    return undefined;
  const key = keyOf(wordAt(line, from).replace(/,$/, ''));
  return key !== undefined && /\d/.test(key) && /^[A-Z]{1,2}A?\d{1,4}$/.test(wordAt(line, from + 1)) ? key : undefined;
}

/** "*  h  Days after February 15 were not certified.": the symbol that titles the column of marks, then a mark. */
function isTitledBySymbol(line: Line, lead: string): boolean {
  const [first, second, third] = line.tokens;
  if (first === undefined || second === undefined || third === undefined || !SYMBOL.test(lead)) return false;
  return third.from - second.to >= 2 && keyOf(wordAt(line, 1)) !== undefined;
}

/** Fewer than four words explain nothing; "197 Precertification/authorization/notification absent." has five. */
function isBrief(line: Line): boolean {
  return line.tokens.length < 4 && line.text.split(/[\s/]+/).length < 4;
}

function wordAt(line: Line, at: number): string {
  const token = line.tokens[at];
  return token === undefined ? '' : line.text.slice(token.from, token.to);
}

/** The lines that begin with a mark and explain it, each with its mark. A symbol before several lines is the dot of a list. */
export function entryLines(paper: Paper, zones: readonly Zone[]): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  const symbols = new Map<string, number>();
  paper.lines.forEach((line, index) => {
    const zone = zones[index];
    const key = line.running || zone === 'rights' ? undefined : entryKey(line, zone === 'legend');
    if (key === undefined) return;
    lines.set(index, key);
    if (SYMBOL.test(wordAt(line, 0))) symbols.set(key, (symbols.get(key) ?? 0) + 1);
  });
  for (const [index, key] of lines) if ((symbols.get(key) ?? 0) > 1 || headsRows(paper, index)) lines.delete(index);
  paper.lines.forEach((line, index) => {
    const key = lines.has(index) || line.running || zones[index] === 'rights' ? undefined : keyOf(wordAt(line, 0));
    if (key !== undefined && /\d|^\W{2}/.test(key) && isAmong(paper, index, lines)) lines.set(index, key);
  });
  return new Map([...lines].sort((a, b) => a[0] - b[0]));
}

/** "(1) CUTLER BEND SURGERY CENTER   claim 6032": a number before a claim, its rows below it, is no note. */
function headsRows(paper: Paper, index: number): boolean {
  const next = paper.lines[index + 1];
  if (next === undefined || next.gapAbove || next.page !== paper.lines[index]?.page) return false;
  return next.cells.length >= 2 && hasMoney(next) && entryKey(next, false) === undefined;
}

/** "197 Precertification absent.": set close, but in a list of notes, at their edge. */
function isAmong(paper: Paper, index: number, lines: ReadonlyMap<number, string>): boolean {
  const line = paper.lines[index];
  if (line === undefined || isBrief(line) || /\d\.\d\d\b/.test(line.text)) return false;
  if (!/^\p{Lu}/u.test(wordAt(line, 1))) return false;
  return [-4, -3, -2, -1, 1, 2, 3, 4].some((step) => {
    const other = paper.lines[index + step];
    return lines.has(index + step) && other?.page === line.page && Math.abs(other.left - line.left) <= 2;
  });
}

/** "…may not bill you. D4  We have handled this…": marks within the running text of a list of notes. */
const INNER = /[.!?)]["')]?\s+([A-Z]{1,3}-?\d{1,4}|\d{2,4})\s+(?=\p{Lu}\p{Ll})/gu;

/** The marks that notes explain: those at the beginning of lines, and those within notes that run on. */
export function explainedMarks(paper: Paper, entries: ReadonlyMap<number, string>): ReadonlySet<string> {
  const keys = new Set(entries.values());
  for (const index of entries.keys())
    for (let at = index; at <= index + 3; at += 1) {
      const line = paper.lines[at];
      if (line === undefined || line.page !== paper.lines[index]?.page || (at > index && line.gapAbove)) break;
      for (const hit of line.text.matchAll(INNER)) if (hit[1] !== undefined) keys.add(hit[1]);
    }
  return keys;
}

const UNUSED =
  /\b(?:not (?:used )?(?:on|in) this (?:eob|statement|notice|claim|paper|page|sheet|remittance|advice|summary|explanation)|(?:codes|remarks|notes|messages) (?:sometimes|often|also|commonly) (?:seen|used|found|printed)|printed for your information|(?:not|never) used here|unused|other (?:common )?(?:(?:reject|remark|reason) )?(?:codes|remarks|notes|messages) (?:in use|we use|you may see)|(?:other|common|reject) (?:\w+ )?codes,? (?:for your information|you (?:might|may|could) see|often asked)|did not occur|none of these)\b/;

/** Characters before words that begin a line: "* NOT USED ON THIS STATEMENT" is a title, whatever mark its first word may look like. */
const TITLE_STARTS = 2;

/** The lines of a list of codes the paper says it does not use: "other remarks in use (not on this EOB)". */
export function isUnusedList(paper: Paper, index: number): boolean {
  for (let at = index; at >= Math.max(0, index - 12); at -= 1) {
    const line = paper.lines[at];
    if (line === undefined || line.page !== paper.lines[index]?.page) return false;
    const said = UNUSED.exec(line.lower);
    if (said !== null) return at === index || said.index <= TITLE_STARTS || !isEntryOfItsOwn(paper, at, index);
    if (at < index && paper.lines[at + 1]?.gapAbove === true) return false;
  }
  return false;
}

/** "19  Not a benefit over the age limit. (not used on this statement)": said of one entry, which ends where the next one begins. */
function isEntryOfItsOwn(paper: Paper, at: number, index: number): boolean {
  const begins = (line: Line | undefined): boolean => line !== undefined && keyOf(wordAt(line, 0)) !== undefined;
  if (!begins(paper.lines[at])) return false;
  return paper.lines.slice(at + 1, index + 1).some(begins);
}
