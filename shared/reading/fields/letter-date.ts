// The date a paper bears: beside its label, alone near the top, or the first date of its first lines.
import type { Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { labelled } from './labels.ts';
import type { Sheet } from './sheet.ts';
import { datesIn, moneyIn } from './values.ts';

/** The date the paper itself bears: beside a label, else alone on a line near the top, else the first date of the first lines. */
export function letterDate(sheet: Sheet): Candidate[] {
  const { kind, paper } = sheet;
  if (kind === 'plan-document' || kind === 'medical-policy' || kind === 'literature') return [];
  const [own, plain] = sheet.labels.byField.letter_date;
  const named = besideLabel(sheet, own === undefined ? [] : [own]);
  if (named !== undefined) return [named];
  const dated = besideLabel(sheet, plain === undefined ? [] : [plain], 24);
  const standing = standingAlone(sheet);
  // "Date  01/15/2026" in the block of a claim, below a later day that stands alone: the day of the visit, not of the letter.
  if (dated !== undefined && standing !== undefined && standing.value > dated.value && isAbove(standing, dated))
    return [standing];
  // On a letter "Date" near the top is its own; a chart or a receipt may print it beside anything.
  if (dated !== undefined && ['denial-letter', 'eob', 'prior-authorization', 'correspondence'].includes(kind))
    return [dated];
  if (standing !== undefined) return [standing];
  const labelledDate = dated ?? besideLabel(sheet, sheet.labels.byField.letter_date);
  if (labelledDate !== undefined) return [labelledDate];
  for (const line of paper.lines.filter((other) => other.page === 0).slice(0, 14)) {
    if (
      /\b(?:dob|born|birth|effective|service|received|rec'd|recd|asked|began|begins?|stay)\b/.test(line.lower) ||
      (kind !== 'medical-record' && /\b(?:seen|admit\w*|discharge\w*|visit|claim)\b|\d\.\d\d\b/.test(line.lower))
    )
      continue;
    const date = datesIn(line.text)[0];
    if (date !== undefined) return [dateOf(line, date, 0.6, 'is the first date on the paper')];
  }
  return [];
}

function standingAlone(sheet: Sheet): Candidate | undefined {
  for (const [index, cells] of sheet.grid.slice(0, 20).entries()) {
    const line = sheet.paper.lines[index];
    if (line === undefined || line.page > 0 || cells.length >= 4 || moneyIn(line.text).length > 0) continue;
    for (const [at, cell] of cells.entries()) {
      const date = datesIn(cell.text)[0];
      const label = cells[at - 1]?.lower ?? '';
      if (/born|dob|birth|effective|received|asked|service|:$/.test(label) && !/\bdate\b/.test(label)) continue;
      if (sheet.labels.whole.test(label) && !/^(?:date|mailed|printed|dated|issued)/.test(label)) continue;
      if (date !== undefined && cell.text.length - (date.to - date.from) <= 3)
        return dateOf(cell, date, 0.93, 'stands alone near the top');
    }
  }
  return undefined;
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
): Candidate | undefined {
  for (const item of labelled(sheet, patterns, (zone) => zone !== 'taglines' && zone !== 'table')) {
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
