// Numbers of claims told by their shape: further ones like those found, and a column of rows that names each its claim.

import { matchesIn } from '../../../text/matches.ts';
import type { Pick } from '../collect.ts';
import { columnTitle } from '../columns.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { datesIn, identifierAt, moneyIn } from '../values.ts';
import { isIdentifier } from './shape.ts';

/** Lines below a claim on which its list may go on. */
const BELOW = 4;

/** A number with each letter and each digit alike: "T-61204" is "A-99999". */
export function shapeOf(text: string): string {
  return text.replaceAll(/\d/g, '9').replaceAll(/[A-Za-z]/g, 'A');
}

/** "T-61204 (Harbor, $940.00), T-61377 (Harbor," and on the next line "T-61419 (Mercer, $268.40)": numbers of the same shape where the list goes on. */
export function alikeBelow(sheet: Sheet, found: readonly Pick[]): Pick[] {
  const first = found[0];
  const shape = first === undefined ? '' : shapeOf(String(first.value));
  if (first === undefined || !/9{4}|9.*-.*9{2}/.test(shape) || shape.length < 5) return [];
  const token = first.piece.tokens[0];
  const start = sheet.paper.lines.findIndex(
    (line) => line.page === token?.page && line.tokens.some((other) => other.word === token.word),
  );
  if (start < 0) return [];
  return sheet.paper.lines.slice(start, start + BELOW + 1).flatMap((line, step) => {
    if (line.page !== token?.page || (step > 0 && line.gapAbove) || !isOpen(sheet, start + step)) return [];
    return [
      ...matchesIn(line.text, /(?:^\s*|[,;(]\s*|\s{2,}|\band )((?=[A-Z0-9-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*)(?![\w/])/g),
    ].flatMap((hit) => {
      const value = hit[1] ?? '';
      if (shapeOf(value) !== shape || /^(?:\d{5}|[A-V]\d{4})$/.test(value)) return [];
      const from = hit.index + hit[0].length - value.length;
      return [{ field: 'claim_numbers' as const, value, piece: line, from, to: from + value.length }];
    });
  });
}

/** Titles of columns that hold other numbers. */
const OTHER_COLUMN =
  /\b(?:member|id|npi|ndc|proc|code|cpt|service|auth|account|acct|check|group|policy|rx no|rx #|units?)\b/;

/** "PB-61207  08 Jan 2026  Quinnipiac Asthma Clinic  $402.00": numbers of one shape in one column of at least two rows with amounts. */
export function claimColumn(sheet: Sheet): Pick[] {
  if (sheet.kind !== 'eob' && sheet.kind !== 'denial-letter') return [];
  const byPlace = new Map<string, Pick[]>();
  sheet.grid.forEach((cells, index) => {
    const text = sheet.paper.lines[index]?.text ?? '';
    if (
      cells.length < 3 ||
      !isOpen(sheet, index) ||
      moneyIn(text).length === 0 ||
      datesIn(text).length + Number(/\d\/\d/.test(text)) === 0
    )
      return;
    for (const cell of cells.slice(0, 4)) {
      const lead = /^(?:[A-Z][.)]|\d[.)])\s+/.exec(cell.text)?.[0].length ?? 0;
      const id = identifierAt(cell.text.slice(lead));
      if (
        id === undefined ||
        id.from > 0 ||
        id.to !== cell.text.slice(lead).trimEnd().length ||
        id.value.replace(/\D/g, '').length < 5 ||
        (/ /.test(id.value) && !/^[A-Z]{2} \d+-\d+$/.test(id.value)) ||
        /^(?:\d{5}|[A-V]\d{4})(?:-\w{2})?$|^(?:20)?\d{6}$/.test(id.value) ||
        !isIdentifier(cell.text, id) ||
        OTHER_COLUMN.test(columnTitle(sheet, index, index, cell))
      )
        continue;
      const key = `${shapeOf(id.value)} ${Math.round(cell.left / 12)}`;
      const pick = { field: 'claim_numbers' as const, value: id.value, piece: cell, from: lead, to: lead + id.to };
      byPlace.set(key, [...(byPlace.get(key) ?? []), pick]);
      break;
    }
  });
  const most = [...byPlace.values()].sort((a, b) => b.length - a.length)[0];
  return most === undefined || most.length < 2 ? [] : most;
}
