// The two ends of a stay: "Admitted 09/27/2025   Discharged 09/29/2025".
import type { Candidate } from '../collect.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { datesIn } from '../values.ts';
import { namedDate } from './named-date.ts';

const ADMITTED = /^\W*adm(?:it(?:ted)?|ission|\.)?(?: (?:date|on))?(?![a-z])/;
const DISCHARGED = /^\W*(?:disch(?:arged?|\.)?|left)(?: (?:date|on))?(?![a-z])/;

/** The days of admission and discharge, where a paper labels both. */
export function stayDates(sheet: Sheet): Candidate[] {
  const ends = [ADMITTED, DISCHARGED].flatMap((label) => dayBeside(sheet, label) ?? []);
  return ends.length === 2 ? ends : [];
}

function dayBeside(sheet: Sheet, label: RegExp): Candidate | undefined {
  for (const item of labelled(sheet, [label])) {
    const date = datesIn(item.piece.text.slice(item.from, item.to))[0];
    if (date === undefined || date.from > 3) continue;
    const placed = { ...date, from: date.from + item.from, to: date.to + item.from };
    return { ...namedDate(item.piece, placed), confidence: 0.9, why: `stands beside "${item.label}"` };
  }
  return undefined;
}
