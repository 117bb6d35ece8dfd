// Dates of service beside their labels: "Dates of service", "DOS", "Admitted", and the wider "Dates", "When", "Service".
import type { Piece } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { type Labelled, labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { type Found, serviceDatesIn } from '../values.ts';
import { namedDate } from './named-date.ts';

/** Words before a date that is the day of a decision, though a label of services stands beside it. */
const OTHER_LEAD = /\b(?:decision|decided|denied|denial|received|processed)\b[^.]{0,12}$/i;

/** The dates beside labels; `letter` is the paper's own date. */
export function labelledDays(sheet: Sheet, letter: string | undefined): Candidate[] {
  const found: Candidate[] = [];
  let wide: string | undefined;
  for (const item of labelled(sheet, sheet.labels.byField.dates_of_service, (zone) => zone !== 'taglines')) {
    // Of the widest labels only one counts, but wherever it stands: "Dates: 04/02/2026" above each claim.
    if (item.rank > 0 && found.length > 0 && item.label !== wide) continue;
    if (item.rank > 0 && ['rights', 'legend'].includes(sheet.zones[item.line] ?? 'body')) continue;
    const text = item.piece.text.slice(item.from, item.to);
    const days = serviceDatesIn(text);
    if (!isSaid(sheet, item, text, days, letter)) continue;
    if (item.rank > 0) wide = item.label;
    const why = `stands beside "${item.label.replace(/[:.]+$/, '')}"`;
    found.push(...days.map((day) => beside(item.piece, day, item.from, 0.92, why)));
    // "Dates of service: April 6 - May 1, 2026 (partial hospital);" and below it "May 4 - May 29, 2026".
    for (const cell of days.length === 0 ? [] : item.more) {
      const more = serviceDatesIn(cell.text);
      if ((more[0]?.from ?? 99) > 3) break;
      found.push(...more.map((day) => beside(cell, day, 0, 0.85, why)));
    }
  }
  return found;
}

function beside(piece: Piece, day: Found<string>, from: number, confidence: number, why: string): Candidate {
  return { ...namedDate(piece, { ...day, from: from + day.from, to: from + day.to }), confidence, why };
}

/** Whether the dates of a value are those of the service its label names. */
function isSaid(
  { kind }: Sheet,
  { rank, label }: Labelled,
  text: string,
  days: ReadonlyArray<Found<string>>,
  letter: string | undefined,
): boolean {
  const from = days[0]?.from ?? 99;
  if (OTHER_LEAD.test(text.slice(0, days[0]?.from ?? 0))) return false;
  // An approval says from when to when care may be given.
  if (kind === 'prior-authorization' && /^from/.test(label)) return false;
  if (rank === 0) return true;
  // A form asks for records "from 01/01/2025 to 06/30/2025".
  if (kind !== 'eob' && /^from/.test(label)) return false;
  const isPast = letter !== undefined && days.every((day) => day.value < letter);
  // Care of the past has been given, also where it is approved only now.
  if (kind === 'prior-authorization') return isPast;
  // A widest label ("Service") counts only where the date leads its value, or ends it.
  const isService = /\bservices?$/.test(label.replace(/[\s.:]+$/, ''));
  return from <= (isService ? 12 : 45) || (isPast && days.at(-1)?.to === text.length);
}
