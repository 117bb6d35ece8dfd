// Dates of service: the places of the paper that may say them, in their order.
import type { DocumentKind } from '../../../model/vocabulary.ts';
import type { Piece } from '../../paper.ts';
import { type Candidate, unique } from '../collect.ts';
import { labelled } from '../labels.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { datesIn, serviceDatesIn } from '../values.ts';
import { claimLineDates } from './claim-lines.ts';
import { labelledDays } from './labelled-days.ts';
import { listedDays } from './listed-days.ts';
import { isOtherBracket, isOtherDay } from './other-days.ts';
import { scoreRowDates } from './score-rows.ts';
import { plannedDay, proseDates } from './sentences.ts';
import { stayDates } from './stays.ts';
import { subjectDates, subjectRange } from './subject.ts';
import { claimHeads, columnDates, isPostedDay, isServiceRow, shortRows } from './tables.ts';

/** Papers that tell of nobody's care. */
const TELLS_NO_CARE: ReadonlySet<DocumentKind> = new Set(['plan-document', 'medical-policy', 'literature', 'id-card']);

/** Dates of service: beside their label, in the date column of a table, or set beside a claim number. */
export function serviceDates(sheet: Sheet, letter: string | undefined): Candidate[] {
  const { kind, paper, zones } = sheet;
  if (TELLS_NO_CARE.has(kind)) return [];
  const found: Candidate[] = labelledDays(sheet, letter);
  const add = (piece: Piece, text: string, from: number, confidence: number, why: string, not?: string): void => {
    for (const date of serviceDatesIn(text).filter((day) => day.value !== not))
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
  found.push(...stayDates(sheet));
  if ((kind === 'medical-record' || kind === 'receipt') && found.length === 0) found.push(...listedDays(sheet, letter));
  const scored = scoreRowDates(sheet);
  if (scored.length > 0) return unique([...found, ...scored]);
  const labelledOnes = found.length > 0;
  // What a letter or statement tells of was done before its own day.
  const ownDay = kind === 'eob' || kind === 'denial-letter' ? letter : undefined;
  for (const [index, line] of paper.lines.entries()) {
    if (!isOpen(sheet, index) || zones[index] === 'rights' || zones[index] === 'legend') continue;
    if (isServiceRow(sheet, index)) {
      for (const cell of (sheet.grid[index] ?? []).slice(0, 4))
        if (
          !/\b(?:denied|paid|processed|received|decided)\b|\b(?:by|until|before) \p{L}{3,9}\.? \d/u.test(cell.lower) &&
          !(kind === 'bill' && isPostedDay(sheet, index, cell)) &&
          !isOtherDay(sheet, index, cell)
        )
          add(
            cell,
            cell.text,
            0,
            0.85,
            'stands on a service line',
            index < 12 && zones[index] !== 'table' ? ownDay : undefined,
          );
    } else if (
      /\bclaim\b/.test(contextAbove(sheet, index)) &&
      /\((?:[^()]{0,60},)?\s*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,2}\/\d)/.test(
        line.lower,
      )
    ) {
      const at = line.text.indexOf('(');
      if (isOtherBracket(line.lower.slice(0, at + 1))) continue;
      add(line, line.text.slice(at), at, 0.85, 'stands beside a claim number');
    }
  }
  const isNotOwn = ({ value }: Candidate): boolean => value !== letter;
  // "Date  01/15/2026" in the block of a claim, where the letter bears another day.
  if (found.length === 0 && letter !== undefined && kind !== 'prior-authorization')
    for (const item of labelled(sheet, [/^date(?![a-z ])/], (zone) => zone !== 'taglines' && zone !== 'rights')) {
      const text = item.piece.text.slice(item.from, item.to);
      const [date] = datesIn(text);
      if (date !== undefined && date.from <= 3 && date.value < letter)
        add(item.piece, text, item.from, 0.75, 'stands beside "date", and the letter bears another');
    }
  if (!labelledOnes && ['denial-letter', 'eob', 'correspondence'].includes(kind))
    found.push(...claimLineDates(sheet, letter));
  if (found.length === 0 && kind === 'prior-authorization' && letter !== undefined)
    found.push(...claimLineDates(sheet, letter).filter(({ value }) => value < letter));
  if (found.length === 0 || !labelledOnes) found.push(...columnDates(sheet));
  if (found.length === 0) found.push(...claimHeads(sheet).filter(isNotOwn));
  if (found.length === 0 && kind === 'bill') found.push(...shortRows(sheet, letter));
  if (found.length === 0 && kind === 'eob') found.push(...shortRows(sheet, letter ?? lastDay(sheet)));
  if (found.length === 0 && kind === 'denial-letter' && letter !== undefined) found.push(...shortRows(sheet, letter));
  if (found.length === 0 && kind !== 'prior-authorization') found.push(...subjectDates(sheet).filter(isNotOwn));
  if (found.length === 0 && kind === 'denial-letter') found.push(...subjectRange(sheet).filter(isNotOwn));
  if (found.length === 0 && kind !== 'prior-authorization') found.push(...proseDates(sheet, letter));
  if (found.length === 0 && kind === 'denial-letter' && letter !== undefined) found.push(...plannedDay(sheet, letter));
  if (found.length === 0 && (kind === 'medical-record' || kind === 'receipt') && letter !== undefined)
    found.push(...recordDate(sheet, letter));
  return unique(found);
}

/** The last day a paper without a date of its own names on its first page. */
function lastDay({ paper }: Sheet): string | undefined {
  const days = paper.lines.flatMap((line) => (line.page === 0 ? datesIn(line.text).map((date) => date.value) : []));
  return days.sort().at(-1);
}

function contextAbove({ paper }: Sheet, index: number): string {
  return [index, index - 1, index - 2].map((at) => paper.lines[at]?.lower ?? '').join(' ');
}

function recordDate({ paper }: Sheet, letter: string): Candidate[] {
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
