// The number of a member that no label names: behind the name, or on the line of the insurance.
import type { Candidate } from '../collect.ts';
import { labelled } from '../labels.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { identifierAt } from '../values.ts';
import { isIdentifier } from './shape.ts';

/** "Member: Jane Roe   #QW-2210-88471", "Member: Jane Roe (QW-2210-88471)": the number behind the name. */
export function besideName(sheet: Sheet): Candidate | undefined {
  for (const item of labelled(sheet, sheet.labels.byField.member_name.slice(1, 3))) {
    const cells = sheet.grid[item.line] ?? [];
    const next = cells[cells.indexOf(item.piece) + 1];
    const behind =
      /,?\s+(?:member|subscriber|enrollee)(?: id| no\.?| number| #)?:?\s+(?=[A-Z]{0,5}[- ]?\d)|,\s+id:?\s+/i.exec(
        item.piece.text.slice(item.from, item.to),
      );
    const places = [
      ...(behind === null ? [] : [{ piece: item.piece, from: item.from + behind.index + behind[0].length }]),
      { piece: item.piece, from: item.from + (/[(#]/.exec(item.piece.text.slice(item.from, item.to))?.index ?? 999) },
      ...(next !== undefined && /^[(#]/.test(next.text) ? [{ piece: next, from: 0 }] : []),
    ];
    for (const { piece, from } of places) {
      const lead = /^[(#\s]*(?:id[:#\s]*)?/i.exec(piece.text.slice(from))?.[0].length ?? 0;
      const id = from >= piece.text.length ? undefined : identifierAt(piece.text.slice(from + lead));
      if (
        id === undefined ||
        id.from > 0 ||
        id.value.replace(/\D/g, '').length < 5 ||
        !isIdentifier(piece.text.slice(from + lead), id)
      )
        continue;
      const at = from + lead;
      return {
        field: 'member_id',
        value: id.value,
        piece,
        from: at,
        to: at + id.to,
        confidence: 0.75,
        why: 'stands behind the name of the member',
      };
    }
  }
  return undefined;
}

/** A bill or chart that names the insurance and the number on one line: "Insurance: Cobblemere PPO  CBM-60-118734-01". */
export function insuranceLine(sheet: Sheet): Candidate | undefined {
  for (const [index, cells] of sheet.grid.entries()) {
    const line = sheet.paper.lines[index];
    if (line === undefined || !isOpen(sheet, index) || !/^(?:insurance|ins|primary insurance|payer)\b/.test(line.lower))
      continue;
    for (const cell of cells.slice(1, 4)) {
      const hit = identifierAt(cell.text);
      if (
        hit !== undefined &&
        hit.from === 0 &&
        hit.to === cell.text.length &&
        /[A-Z]/.test(hit.value) &&
        hit.value.replace(/\D/g, '').length >= 6
      )
        return {
          field: 'member_id',
          value: hit.value,
          piece: cell,
          from: 0,
          to: hit.to,
          confidence: 0.7,
          why: 'stands on the line of the insurance',
        };
    }
  }
  return undefined;
}
