// Providers named with the claims: in columns and rows of tables, on statements, beside the number of a claim and in brackets.
import { matchesIn } from '../../../text/matches.ts';
import { chiefHouse, rowHouses } from '../claim-rows.ts';
import type { Candidate } from '../collect.ts';
import { wholeText } from '../flows.ts';
import { HOUSE, isHouse, PRACTICE } from '../houses.ts';
import { labelled } from '../labels.ts';
import { isOpen, type Sheet, unitOf } from '../sheet.ts';
import { statementHouse } from '../statement-houses.ts';
import { practiceAt, proseName, wholeCell } from './names.ts';

const REFUSED = /\b(?:denied|not paid|not covered|not approved|not certified|refused|declined|no payment|unpaid)\b/i;

/** The column of providers in the table of a letter: the first one refused. */
export function tableProvider(sheet: Sheet): Candidate | undefined {
  for (const [index, cells] of sheet.grid.entries()) {
    const head =
      cells.length < 3
        ? undefined
        : cells.find(
            (cell) =>
              /^(?:(?:your )?provider|doctor|facility|pharmacy|clinician|practice|billed by|who (?:billed|you saw)|seen by)\b/.test(
                cell.lower,
              ) && cell.tokens.length <= 6,
          );
    if (head === undefined || !isOpen(sheet, index)) continue;
    const rows = sheet.paper.lines.slice(index + 1, index + 40).flatMap((line, step) => {
      const row = sheet.grid[index + 1 + step] ?? [];
      const cell = row.find((other) => Math.abs(other.left - head.left) < 3 * unitOf(head));
      return cell !== undefined &&
        row.length >= 3 &&
        cell.tokens.length > 1 &&
        /^\p{Lu}/u.test(cell.text) &&
        isHouse(cell.text)
        ? [{ line, cell }]
        : [];
    });
    const row = rows.find((other) => REFUSED.test(other.line.text)) ?? rows[0];
    if (row !== undefined && !/\d{4}/.test(row.cell.text))
      return { ...wholeCell(row.cell, 0.7, 'stands in the provider column'), isFollowed: true };
  }
  return undefined;
}

/** The house a statement is about, by all that stands around the names on it. */
export function ofStatement(sheet: Sheet): Candidate | undefined {
  const found = sheet.kind === 'eob' ? statementHouse(sheet) : undefined;
  if (found === undefined) return undefined;
  const { value, cell, alone } = found;
  // Where each claim of a statement is another's, the one named most stands for them, to be checked.
  return {
    field: 'provider',
    value,
    piece: cell,
    from: 0,
    to: value.length,
    confidence: alone ? 0.6 : 0.45,
    why: 'is named with the claims of the statement',
    isFollowed: true,
  };
}

/** The house of the rows of claims in a letter: the one refused. */
export function rowProvider(sheet: Sheet): Candidate | undefined {
  const row = sheet.kind === 'denial-letter' ? chiefHouse(rowHouses(sheet)) : undefined;
  if (row === undefined) return undefined;
  const { value, cell } = row;
  return {
    field: 'provider',
    value,
    piece: cell,
    from: 0,
    to: value.length,
    confidence: 0.6,
    why: 'stands in a row of claims',
  };
}

/** "Claims: 26B-110883 (St. Brannoc Hospital, $23,417.50)". */
export function besideClaim(sheet: Sheet): Candidate | undefined {
  for (const item of labelled(sheet, sheet.labels.byField.claim_numbers)) {
    const hit = /^[A-Z0-9 /-]*\d[A-Z0-9-]*\s*[(,]\s*(\p{Lu}[\p{L}.'&]+(?: [\p{L}.'&]+){1,6}?)(?=[,)])/u.exec(
      item.piece.text.slice(item.from, item.to),
    );
    if (hit?.[1] === undefined || !isHouse(hit[1]) || !HOUSE.test(hit[1])) continue;
    const from = item.from + hit[0].indexOf(hit[1]);
    return {
      field: 'provider',
      value: hit[1],
      piece: item.piece,
      from,
      to: from + hit[1].length,
      confidence: 0.7,
      why: 'is named with the claim',
    };
  }
  return undefined;
}

/** "(claims 5071-883-2 and 5071-884-0; July 2, 2025; Cape Merrow Audiology; $1,240.00)": a house in a bracket about claims. */
export function inBracket(sheet: Sheet): Candidate | undefined {
  const flow = wholeText(sheet.paper, sheet.zones);
  for (const hit of matchesIn(flow.text, /\((?:[^()]{0,60}\b)?(?:[Cc]laims?|[Bb]ills?)\b[^()]{4,240}\)/g)) {
    for (const part of matchesIn(hit[0], /[^();,]+/g)) {
      const value = part[0].trim();
      const from = hit.index + part.index + part[0].indexOf(value);
      if (practiceAt(value) === value || (PRACTICE.test(value) && isHouse(value) && value.split(' ').length >= 2))
        return { ...proseName(flow, value, from), confidence: 0.6, why: 'is named with the claims' };
    }
  }
  return undefined;
}
