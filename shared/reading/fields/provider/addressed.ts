// Providers a letter is addressed to: the house or clinician above the street, or behind "To".
import type { Candidate } from '../collect.ts';
import { HOUSE, isHouse, PRACTICE } from '../houses.ts';
import { memberCandidate } from '../member.ts';
import type { Sheet } from '../sheet.ts';
import { CLINICIAN, NAME_OF_LINE, practiceAt } from './names.ts';

/** A letter that greets a provider is addressed to one: the house above the street. */
export function providerAddressed(sheet: Sheet): Candidate | undefined {
  const { lines } = sheet.paper;
  const greeted = lines.some((line) =>
    /^(?:dear (?:provider|doctor|dr\b|colleague|health care|practice|billing)|to the (?:patient accounts|billing|medical records))/i.test(
      line.text.trim(),
    ),
  );
  for (const [index, cells] of sheet.grid.slice(0, 24).entries()) {
    for (const cell of cells) {
      const to = /^(?:TO:?\s+)/i.exec(cell.text)?.[0].length ?? 0;
      const before = cells[cells.indexOf(cell) - 1]?.lower ?? '';
      const address = sheet.grid
        .slice(index + 1, index + 5)
        .some((row) => row.some((other) => /\b[A-Z]{2}\s+\d{5}\b/.test(other.text)));
      const labelledTo = to > 0 || /^to:?$/.test(before);
      if (!labelledTo && (index < 3 || cells.indexOf(cell) > 0)) continue;
      const text = cell.text.slice(to);
      const value = NAME_OF_LINE.exec(text)?.[0].trim() ?? '';
      // Without such a greeting the addressee must be a practice or a hospital by its name, with an "Attn" below it.
      const attended = [index - 1, index + 1].some((at) =>
        sheet.grid[at]?.some((other) => /^(?:attn|attention)\b/i.test(other.text)),
      );
      // "Dear Saint Odile Business Office": the greeting names it.
      const named = lines.some(
        (line) =>
          /^(?:dear|to) /i.test(line.text) &&
          value.split(' ').length >= 2 &&
          line.lower.includes(` ${value.toLowerCase().split(' ').slice(0, 2).join(' ')}`),
      );
      if (!greeted && !named && !(attended && practiceAt(text) !== undefined)) continue;
      if (
        !address ||
        value.split(' ').length < 2 ||
        !(HOUSE.test(value) || PRACTICE.test(value)) ||
        !isHouse(value) ||
        /\d/.test(value)
      )
        continue;
      return {
        field: 'provider',
        value,
        piece: cell,
        from: to,
        to: to + value.length,
        confidence: 0.7,
        why: 'is the provider the letter is addressed to',
      };
    }
  }
  return undefined;
}

/** The clinician an address block begins with, where the letter greets a doctor. */
export function clinicianAddressed(sheet: Sheet): Candidate | undefined {
  if (!sheet.paper.lines.some((line) => /^dear dr\b/i.test(line.text.trim()))) return undefined;
  // A doctor may be the patient.
  const member = memberCandidate(sheet)?.value;
  for (const [index, cells] of sheet.grid.slice(2, 20).entries()) {
    const address = sheet.grid
      .slice(index + 3, index + 7)
      .some((row) => row.some((cell) => /\b[A-Z]{2}\s+\d{5}\b/.test(cell.text)));
    for (const cell of address ? cells.slice(0, 1) : []) {
      const lead = /^dr\.?\s+/i.exec(cell.text)?.[0].length ?? 0;
      const value =
        CLINICIAN.exec(cell.text.slice(lead))?.[1] ??
        (lead > 0 ? /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}$/u.exec(cell.text.slice(lead))?.[0] : undefined);
      if (value !== undefined && value !== member)
        return {
          field: 'provider',
          value,
          piece: cell,
          from: lead,
          to: lead + value.length,
          confidence: 0.65,
          why: 'is the clinician the letter is addressed to',
        };
    }
  }
  return undefined;
}

/** The clinician or practice behind "To" at the top of a letter or of a fax. */
export function doctorAddressed(sheet: Sheet): Candidate | undefined {
  for (const cells of sheet.grid.slice(0, 12)) {
    for (const [at, cell] of cells.entries()) {
      const lead = /^to:?\s+/i.exec(cell.text)?.[0].length ?? 0;
      if (lead === 0 && !(at > 0 && /^to:?$/.test(cells[at - 1]?.lower ?? ''))) continue;
      const value = CLINICIAN.exec(cell.text.slice(lead))?.[1] ?? practiceAt(cell.text.slice(lead));
      if (value === undefined) continue;
      return {
        field: 'provider',
        value,
        piece: cell,
        from: lead,
        to: lead + value.length,
        confidence: 0.6,
        why: 'is a clinician named at the top',
      };
    }
  }
  return undefined;
}
