// Dates and amounts the paper states about itself: letter date, dates of service, what was billed, what the patient owes.
import type { Zone } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Cell, Paper, Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { labelled } from './labels.ts';
import { datesIn, moneyIn, serviceDatesIn } from './values.ts';

const LETTER_DATE = [
  /^(?:date of (?:this )?(?:notice|letter|decision|determination)|(?:notice|letter|decision|determination|statement|invoice|mail(?:ing)?|issue|bill|billing|report) date|date (?:mailed|sent|issued|printed|of notice)|mailed|date of this)(?![a-z])/,
  /^(?:date|dated|printed|posted|issued|run)(?![a-z])/,
  /^(?:visit|visit date|encounter date|date of visit|arr|arrived|arrival|date of service|seen|processed)(?![a-z])/,
];

/** The date the paper itself bears: beside a label, else alone on a line near the top, else the first date of the first lines. */
export function letterDate(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate[] {
  if (kind === 'plan-document' || kind === 'medical-policy' || kind === 'literature') return [];
  const top = paper.lines.filter((line) => line.page === 0);
  const named = besideLabel(paper, zones, LETTER_DATE.slice(0, 1));
  if (named !== undefined) return [named];
  for (const line of top.slice(0, 16)) {
    if (line.cells.length >= 4 || moneyIn(line.text).length > 0) continue;
    for (const cell of line.cells) {
      const date = datesIn(cell.text)[0];
      const label = line.cells[line.cells.indexOf(cell) - 1]?.lower ?? '';
      if (/born|dob|birth|effective|received|asked|service/.test(label)) continue;
      if (date !== undefined && cell.text.length - (date.to - date.from) <= 3)
        return [dateOf(cell, date, 0.93, 'stands alone near the top')];
    }
  }
  const labelledDate = besideLabel(paper, zones, LETTER_DATE);
  if (labelledDate !== undefined) return [labelledDate];
  for (const line of top.slice(0, 14)) {
    if (/\b(?:dob|born|birth|effective|service|received|rec'd|recd|asked)\b/.test(line.lower)) continue;
    const date = datesIn(line.text)[0];
    if (date !== undefined) return [dateOf(line, date, 0.6, 'is the first date on the paper')];
  }
  return [];
}

function besideLabel(paper: Paper, zones: readonly Zone[], patterns: readonly RegExp[]): Candidate | undefined {
  for (const item of labelled(paper, zones, patterns, (zone) => zone !== 'taglines' && zone !== 'table')) {
    const date = datesIn(item.piece.text.slice(item.from, item.to))[0];
    if (date === undefined || date.from > 3) continue;
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

const SERVICE_DATE = [
  /^(?:dates? of (?:service|visit)s?|service dates?|dos|dates(?! of (?:birth|issue))|day of (?:visit|service)|admitted - discharged|admi(?:tted|ssion)(?: dates?)?|service|visits?(?: date)?|days? of stay)(?![a-z])/,
];

/** Dates of service: beside their label, in the date column of a table, or set beside a claim number. */
export function serviceDates(
  paper: Paper,
  zones: readonly Zone[],
  kind: DocumentKind,
  letter: string | undefined,
): Candidate[] {
  const found: Candidate[] = [];
  const add = (piece: Piece, text: string, from: number, confidence: number, why: string): void => {
    for (const date of serviceDatesIn(text))
      found.push({
        field: 'dates_of_service',
        value: date.value,
        piece,
        from: from + date.from,
        to: from + date.to,
        confidence,
        why,
      });
  };
  for (const item of labelled(paper, zones, SERVICE_DATE, (zone) => zone !== 'taglines' && zone !== 'rights')) {
    add(
      item.piece,
      item.piece.text.slice(item.from, item.to),
      item.from,
      0.92,
      `stands beside "${item.label.replace(/[:.]+$/, '')}"`,
    );
  }
  for (const [index, line] of paper.lines.entries()) {
    if (zones[index] === 'taglines' || zones[index] === 'rights' || zones[index] === 'legend') continue;
    if (isServiceRow(paper, index, kind)) {
      for (const cell of line.cells.slice(0, 4)) add(cell, cell.text, 0, 0.85, 'stands on a service line');
    } else if (
      /\bclaim\b/.test(contextAbove(paper, index)) &&
      /\(\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(line.lower)
    ) {
      const at = line.text.indexOf('(');
      add(line, line.text.slice(at), at, 0.85, 'stands beside a claim number');
    }
  }
  if (found.length === 0) found.push(...proseDates(paper, zones));
  if (found.length === 0 && kind === 'medical-record' && letter !== undefined) found.push(...recordDate(paper, letter));
  return unique(found);
}

function contextAbove(paper: Paper, index: number): string {
  return [index, index - 1, index - 2].map((at) => paper.lines[at]?.lower ?? '').join(' ');
}

/** A row of a table of services: a date first (or after a line number), then codes or amounts, and no payment on it. */
function isServiceRow(paper: Paper, index: number, kind: DocumentKind): boolean {
  const line = paper.lines[index];
  if (
    line === undefined ||
    line.running ||
    line.cells.length < 2 ||
    kind === 'correspondence' ||
    kind === 'prior-authorization'
  )
    return false;
  if (
    /\b(?:payment|adjustment|write-off|insurance|discount|received|credit|balance|card|statement|dob|effective|due|sent|posted|mailed|processed|rec'?d|asked|signature|reviewed|printed|date|born)\b/.test(
      line.lower,
    )
  )
    return false;
  const lead = line.cells.slice(0, 4).findIndex((cell) => datesIn(cell.text).length > 0);
  if (lead < 0) return false;
  const rest = line.text;
  if (kind === 'medical-record')
    return (
      lead === 0 &&
      line.cells.length >= 2 &&
      !/\b\d{2}\/\d{4}\b/.test(rest.replace(/\d{1,2}\/\d{1,2}\/\d{2,4}/g, '')) &&
      /visit|before|session|infusion|office/i.test(rest)
    );
  return /\b(?:\d{5}|[A-V]\d{4})\b/.test(rest) || moneyIn(rest).length > 0 || /\bclaim\b/.test(line.lower);
}

function proseDates(paper: Paper, zones: readonly Zone[]): Candidate[] {
  return paper.lines.flatMap((line, index) => {
    if (zones[index] === 'rights' || zones[index] === 'taglines' || line.running) return [];
    if (
      !/\b(?:services?|claim|visit|trip|stay|infusions?|admission|session|surgery|test|seen|treated)\b.*\b(?:on|of|from|between)?\b/.test(
        line.lower,
      ) ||
      /\b(?:record|note|letter|request|received|reviewed|asked|appeal|expire|effective|through|start\w*|begin\w*|will)\b/.test(
        line.lower,
      )
    )
      return [];
    return serviceDatesIn(line.text).map((date) => ({
      field: 'dates_of_service' as const,
      value: date.value,
      piece: line as Piece,
      from: date.from,
      to: date.to,
      confidence: 0.6,
      why: 'is named with the service',
    }));
  });
}

function recordDate(paper: Paper, letter: string): Candidate[] {
  for (const line of paper.lines.slice(0, 12)) {
    const date = datesIn(line.text).find((item) => item.value === letter);
    if (date !== undefined)
      return [
        {
          field: 'dates_of_service',
          value: date.value,
          piece: line,
          from: date.from,
          to: date.to,
          confidence: 0.75,
          why: 'is the date of the visit',
        },
      ];
  }
  return [];
}

function unique(found: readonly Candidate[]): Candidate[] {
  const seen = new Set<string | number>();
  return found.filter((item) => !seen.has(item.value) && seen.add(item.value));
}

const BILLED = [
  /^(?:total (?:charges?|billed|amount billed|fees?|claim amount|submitted)|new charges|charges? total|amount (?:submitted|billed|charged)|total amount (?:billed|charged)|billed amount|charges billed|provider charges?)(?![a-z])/,
  /^(?:billed(?! by)|submitted charges?|charges?|claim total|totals?)(?![a-z])/,
];
const OWED = [
  /^(?:total (?:now )?due|total (?:amount )?(?:you )?(?:may )?(?:owe|be billed)|you (?:may )?owe|amount (?:now )?(?:due|you (?:may )?owe|owed)|your (?:share|responsibility|total responsibility|cost|total cost)|patient (?:responsibility|liability|balance|owes)|member (?:responsibility|liability|owes)|balance due|please pay(?: this amount)?|pay this amount|total you may be billed|you may be billed|what you owe|balance|billed amount you may owe)(?![a-z])/,
];

/** What was billed and what the patient is said to owe. */
export function amounts(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate[] {
  const found: Candidate[] = [];
  const billed =
    kind === 'medical-record' || kind === 'literature' ? undefined : amountOf(paper, zones, BILLED, 'billed_amount');
  if (billed !== undefined) found.push(billed);
  const owed = amountOf(paper, zones, OWED, 'patient_responsibility') ?? nothingOwed(paper);
  if (owed !== undefined && ['denial-letter', 'eob', 'bill', 'receipt'].includes(kind)) found.push(owed);
  return found;
}

function amountOf(
  paper: Paper,
  zones: readonly Zone[],
  patterns: readonly RegExp[],
  field: 'billed_amount' | 'patient_responsibility',
): Candidate | undefined {
  for (const pattern of patterns) {
    for (const [index, line] of paper.lines.entries()) {
      if (zones[index] === 'taglines' || (zones[index] === 'rights' && field === 'billed_amount')) continue;
      for (const [at, cell] of line.cells.entries()) {
        if (!pattern.test(cell.lower)) continue;
        if (/^balance (?:from|bill)/.test(cell.lower)) continue;
        if (field === 'billed_amount' && /\b(?:you|owe|due|paid|allowed|savings|covered)\b/.test(cell.lower)) continue;
        const hit = firstMoney(line.cells.slice(at));
        if (hit !== undefined)
          return { field, ...hit, confidence: 0.88, why: `stands beside "${cell.lower.slice(0, 30).trim()}"` };
      }
    }
  }
  return undefined;
}

function firstMoney(cells: readonly Cell[]): { value: number; piece: Piece; from: number; to: number } | undefined {
  for (const cell of cells) {
    const hit = moneyIn(cell.text)[0];
    if (hit !== undefined) return { value: hit.value, piece: cell, from: hit.from, to: hit.to };
    if (/^\$$/.test(cell.text)) continue;
  }
  return undefined;
}

/** "You do not owe the hospital any money": nothing is owed. */
function nothingOwed(paper: Paper): Candidate | undefined {
  for (const line of paper.lines) {
    const hit =
      /you (?:do not|don't) owe [^.]{0,40}(?:any money|anything|any)|you owe (?:nothing|\$0)|paid in full|you are not responsible for (?:any|these|this)/.exec(
        line.lower,
      );
    if (hit !== null && !/\bif\b/.test(line.lower))
      return {
        field: 'patient_responsibility',
        value: 0,
        piece: line,
        from: hit.index,
        to: hit.index + hit[0].length,
        confidence: 0.8,
        why: 'says nothing is owed',
      };
  }
  return undefined;
}
