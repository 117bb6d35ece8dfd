// The date a paper bears: beside its label, alone near the top, or the first date of its first lines.
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { labelled } from './labels.ts';
import { isLog } from './log.ts';
import type { Sheet } from './sheet.ts';
import { datesIn, moneyIn } from './values.ts';

/** The date the paper itself bears: beside a label, else alone on a line near the top, else the first date of the first lines. */
export function letterDate(sheet: Sheet): Candidate[] {
  const { kind } = sheet;
  if (UNDATED.has(kind)) return [];
  if (kind === 'medical-policy' || kind === 'literature') return publishedOn(sheet);
  const ended = dateOfSigning(sheet) ?? reportedOn(sheet);
  if (ended !== undefined) return [ended];
  const [own, plain, visit] = sheet.labels.byField.letter_date;
  const named = besideLabel(sheet, own === undefined ? [] : [own], Number.POSITIVE_INFINITY, true);
  if (named !== undefined) return [named];
  // A note is dated by its visit, though a copy of it was printed later.
  const seen = kind === 'medical-record' && visit !== undefined ? besideLabel(sheet, [visit], 24) : undefined;
  if (seen !== undefined) return [seen];
  // The days of a log are each that of a call.
  if (kind === 'correspondence' && isLog(sheet.paper)) return lastKept(sheet);
  // The head of a superbill, set in columns, looks like a table.
  const dated = besideLabel(sheet, plain === undefined ? [] : [plain], 24, kind === 'receipt' || kind === 'eob');
  const worked = kind === 'eob' ? besideLabel(sheet, [WORKED], 24) : undefined;
  if (worked !== undefined && (dated === undefined || worked.value > dated.value)) return [worked];
  const standing = standingAlone(sheet);
  const head = besideLabel(sheet, isLetter(kind) || kind === 'eob' ? [OF_DAY, ANSWERED] : [OF_DAY], 12, true);
  if (head !== undefined && !(standing !== undefined && standing.value > head.value && isAbove(standing, head)))
    return [head];
  // "Date  01/15/2026" in the block of a claim, below a later day that stands alone: the day of the visit, not of the letter.
  if (dated !== undefined && standing !== undefined && standing.value > dated.value && isAbove(standing, dated))
    return [standing];
  // On a form "Date" stands beside its signature, on a letter near the top it is its own; a chart or a receipt may print it beside anything.
  if (dated !== undefined && (isLetter(kind) || kind === 'eob' || kind === 'authorization-form')) return [dated];
  if (standing !== undefined) return [standing];
  // The day of a visit dates its note or its receipt, never a decision on it.
  const labelledDate = dated ?? besideLabel(sheet, sheet.labels.byField.letter_date.slice(0, isLetter(kind) ? 2 : 3));
  if (labelledDate !== undefined) return [labelledDate];
  return firstDate(sheet);
}

/** "Statement of Jan 9, 2026", "Stmt 09/21/2026", "Letter of: 04/13/2026", "PRT 05/06/26": in the head of a paper, what it is with its day. */
const OF_DAY =
  /^\W*(?:(?:this )?(?:statement|letter|memo|notice)(?: (?:of|from))?|stmt|eob|explanation of benefits|prt|today)(?![a-z])/;
/** "Decided: June 11, 2026", "Sent 02/27/2026": also above a letter or a statement; a form or a chart may say so of another paper. */
const ANSWERED = /^\W*(?:(?:this )?decision(?: (?:of|from))?|decided|answered|sent)(?![a-z])/;

/** Papers that hold for a time and are of no day: a booklet, a card. */
const UNDATED: ReadonlySet<DocumentKind> = new Set(['plan-document', 'id-card']);

/** "Published 17 June 2024", "printed 05/06/2026", "Posted February 3, 2026": when a paper for everyone came out; when it takes effect is another day. */
const PUBLISHED = /^\W*(?:published|posted|printed)(?: (?:on|online))?(?![a-z])/;

function publishedOn(sheet: Sheet): Candidate[] {
  const label = besideLabel(sheet, [PUBLISHED], Number.POSITIVE_INFINITY, true);
  if (label !== undefined) return [label];
  for (const line of sheet.paper.lines) {
    // "Received 8 January 2024. Accepted 30 April 2024. Published 17 June 2024."
    const at = /\b(?:published|posted|printed) (?:online )?(?=\d|\p{L}{3,9}\.? \d)/u.exec(line.lower);
    const from = at === null ? undefined : at.index + at[0].length;
    const date = from === undefined ? undefined : datesIn(line.text).find((one) => one.from === from);
    if (date !== undefined) return [dateOf(line, date, 0.8, 'is the day it was published')];
  }
  return [];
}

/** "Last updated 3/19/26", "(typed up from my notebook, 10/12/2026)": in the head of a log, when it was left at or copied. */
function lastKept({ paper }: Sheet): Candidate[] {
  for (const line of paper.lines.slice(0, 5)) {
    const date = datesIn(line.text)[0];
    const before = line.lower.slice(0, date?.from);
    if (date !== undefined && /\b(?:updated|typed|written|copied|printed|as of)\b/.test(before))
      return [dateOf(line, date, 0.8, 'says when the log was last kept')];
  }
  return [];
}

/** "Processed 03/27/2026", "Finished Apr 19, 2026": when a claim was worked on, on a statement that says the day of the visit beside "Date". */
const WORKED =
  /^\W*(?:(?:date )?(?:processed|finished|finali[sz]ed|completed)(?: on)?|(?:pay(?:ment)?|check|process) date)(?![a-z])/;

/** The first date of the first lines that is not said to be another's. */
function firstDate(sheet: Sheet): Candidate[] {
  const { kind, paper } = sheet;
  for (const line of paper.lines.filter((other) => other.page === 0).slice(0, 14)) {
    if (
      /\b(?:dob|born|birth|effective|(?<!(?:-|customer |member ))service|received|rec'd|recd|asked|began|begins?|stay)\b/.test(
        line.lower,
      ) ||
      (kind !== 'medical-record' && /\b(?:seen|admit\w*|discharge\w*|visit|claim)\b|\d\.\d\d\b/.test(line.lower))
    )
      continue;
    const dates = datesIn(line.text).filter((one) => !isOfBirth(sheet, one.value));
    // "Report period 01/05/2026 - 03/27/2026": a report on a time is not written before its end.
    const [first, end] = dates;
    const isPeriod =
      kind === 'medical-record' &&
      first !== undefined &&
      end !== undefined &&
      /^\s*(?:-|\u2013|to|through)\s*$/.test(line.text.slice(first.to, end.from));
    // "It shows prescriptions from 03/01/2026 to 03/31/2026 and printed 04/03/2026."
    const made = dates.find((one) => /\b(?:mailed|printed|prepared)(?: on)?:?\s*$/.test(line.lower.slice(0, one.from)));
    const date = made ?? (isPeriod ? end : first);
    if (date !== undefined) return [dateOf(line, date, 0.6, 'is the first date on the paper')];
  }
  return [];
}

/** "Wolfram Dell | 1966-01-25 | 11/12/2025": a day a generation before the latest of the page is one of a birth, though no label says so. */
function isOfBirth({ paper }: Sheet, day: string): boolean {
  const year = Number(day.slice(0, 4));
  return paper.lines.some(
    (line) => line.page === 0 && datesIn(line.text).some(({ value }) => Number(value.slice(0, 4)) - year >= 16),
  );
}

function isLetter(kind: DocumentKind): boolean {
  return ['denial-letter', 'prior-authorization', 'correspondence'].includes(kind);
}

function standingAlone(sheet: Sheet): Candidate | undefined {
  for (const [index, cells] of sheet.grid.slice(0, 20).entries()) {
    const line = sheet.paper.lines[index];
    if (
      line === undefined ||
      line.page > 0 ||
      (cells.length >= 4 && !NOT_A_BILL.test(line.lower)) ||
      moneyIn(line.text).length > 0
    )
      continue;
    for (const [at, cell] of cells.entries()) {
      const date = datesIn(cell.text)[0];
      const label = cells[at - 1]?.lower ?? '';
      if (/born|dob|birth/.test(label)) continue;
      if (/effective|received|asked|(?<!-)service|:$/.test(label) && !/\bdate\b/.test(label)) continue;
      if (sheet.labels.isWhole(label) && !/^(?:date|mailed|printed|dated|issued)/.test(label)) continue;
      if (date === undefined || isOfBirth(sheet, date.value)) continue;
      // "... was paid on" above "02/20/2026.": the end of a sentence.
      if (cells.length === 1 && cell.text.endsWith('.') && !line.gapAbove && index > 0) continue;
      const rest = cell.text.slice(0, date.from) + cell.text.slice(date.to);
      if (rest.length <= 3 || BESIDE_DAY.test(rest) || (cells.length === 1 && isFromPlace(cell.text, date)))
        return dateOf(cell, date, 0.93, 'stands alone near the top');
    }
  }
  return undefined;
}

const NOT_A_BILL = /\bnot a bill\b/;
/** "Thursday, October 8, 2026", "June 5, 2026 - not a bill": what may stand with the day of a paper. */
const BESIDE_DAY = /^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this is )?not a bill)\W*$/i;

/** "Bellhaven, May 6, 2026": where and when a letter was written. */
function isFromPlace(text: string, date: { from: number; to: number }): boolean {
  return /^\p{Lu}[\p{L}. ]{2,24}, $/u.test(text.slice(0, date.from)) && date.to === text.trimEnd().length;
}

/** Papers that are dated where they are signed. */
const SIGNED: ReadonlySet<DocumentKind> = new Set(['authorization-form', 'letter-of-medical-necessity']);
/** "Beatrix Sook", "Rowena Blackwood-Singh, MD": the name of one who signs. */
const SIGNER = /^(?:\p{Lu}[\p{L}.'-]*,? ){1,4}\p{Lu}[\p{L}.'-]*\.?$/u;

/** "Algernon Sook-Whitaker      Feb. 12, 2026": a name and a day alone on a line, as a form is signed; the first of them, unless the paper has a date above. */
function dateOfSigning(sheet: Sheet): Candidate | undefined {
  if (!SIGNED.has(sheet.kind)) return undefined;
  const top = sheet.grid.slice(0, 6).filter((cells) => cells.length === 1);
  if (top.some(([cell]) => datesIn(cell?.text ?? '')[0]?.from === 0)) return undefined;
  for (const [name, day, ...rest] of sheet.grid) {
    if (name === undefined || day === undefined || rest.length > 0) continue;
    const date = datesIn(day.text)[0];
    if (date === undefined || date.from > 0 || date.to < day.text.length) continue;
    if (SIGNER.test(name.text) && !sheet.labels.isWhole(name.lower))
      return dateOf(day, date, 0.8, 'stands beside a signature');
  }
  return undefined;
}

/** A report is dated when it was given, not when the sample was taken or the patient seen: "Reported 04/19/2026 06:47", "Dictated/final: August 6, 2025", "DISCHARGE: 11/03/2025". */
const REPORTED =
  /^\W*(?:(?:date )?(?:reported|dictated|resulted|finali[sz]ed|signed out)(?: ?\/ ?(?:final|signed|reported))?|report(?:ed)? date|final report|rept|disch(?:arged?|\.)?)(?: (?:on|date))?(?![a-z])/;

function reportedOn(sheet: Sheet): Candidate | undefined {
  return sheet.kind === 'medical-record' ? besideLabel(sheet, [REPORTED], 16) : undefined;
}

/** Whether the first value's words come before the second's. */
function isAbove(first: Candidate, second: Candidate): boolean {
  const [a, b] = [first.piece.tokens[0], second.piece.tokens[0]];
  return a !== undefined && b !== undefined && (a.page < b.page || (a.page === b.page && a.word < b.word));
}

function besideLabel(
  sheet: Sheet,
  patterns: readonly RegExp[],
  lines = Number.POSITIVE_INFINITY,
  inTables = false,
): Candidate | undefined {
  for (const item of labelled(sheet, patterns, (zone) => zone !== 'taglines' && (inTables || zone !== 'table'))) {
    // "Statement date  11/05/2026  Account  7714": a head set in columns looks like a table.
    if (sheet.zones[item.line] === 'table' && (item.tie === 'below' || item.line > 20)) continue;
    const date = datesIn(item.piece.text.slice(item.from, item.to))[0];
    if (date === undefined || date.from > 3 || item.line >= lines) continue;
    const placed = { ...date, from: date.from + item.from, to: date.to + item.from };
    return dateOf(item.piece, placed, 0.9, `stands beside "${item.label.replace(/[:.]+$/, '')}"`);
  }
  return undefined;
}

function dateOf(
  piece: Piece,
  date: { value: string; from: number; to: number },
  confidence: number,
  why: string,
): Candidate {
  return { field: 'letter_date', value: date.value, piece, from: date.from, to: date.to, confidence, why };
}
