// Sums among the rows of a paper: which rows add up others, and over how much of the paper.
import type { MoneyKind, MoneyLine } from '../../model/money.ts';
import type { MoneyRow } from './money-rows.ts';
import type { Role } from './row-kinds.ts';

/** The sum of lines, whole cents. */
export function sumOf(lines: readonly MoneyLine[]): number {
  return lines.reduce((sum, line) => sum + line.cents, 0);
}

/** The lines of a kind that are parts, not sums. */
export function partsOf(lines: readonly MoneyLine[], kind: MoneyKind): MoneyLine[] {
  return lines.filter((line) => line.kind === kind && !line.isTotal);
}

/**
 * The rows with their sums told apart: charges of a bill that a label sums up above their list become sums; a total that is more than its
 * claim is one of the whole paper and belongs to no claim.
 */
export function markSums(rows: readonly MoneyRow[], role: Role): MoneyRow[] {
  return widenTotals(role === 'provider' ? rows.map((row) => summedCharges(row, rows)) : rows);
}

function summedCharges(row: MoneyRow, rows: readonly MoneyRow[]): MoneyRow {
  if (row.isTotal || row.code !== undefined || !row.lines.some((line) => line.kind === 'charge')) return row;
  const listed = rows
    .filter((other) => other !== row && other.code !== undefined)
    .flatMap((other) => partsOf(other.lines, 'charge'));
  const cents = sumOf(partsOf(row.lines, 'charge'));
  const says = /\bcharges\b/i.test(row.lines[0]?.label ?? '');
  if (listed.length === 0 || !(says || (listed.length > 1 && cents === sumOf(listed)))) return row;
  return asTotal(row);
}

function asTotal(row: MoneyRow): MoneyRow {
  const { on: _day, code: _code, ...rest } = row;
  const lines = row.lines.map(({ on: _on, code: _own, ...line }) => ({ ...line, isTotal: true }));
  return { ...rest, lines, isTotal: true };
}

function widenTotals(rows: readonly MoneyRow[]): MoneyRow[] {
  const claims = new Set(rows.flatMap((row) => (row.isTotal ? [] : (row.claim ?? []))));
  let wide: string | undefined;
  return rows.map((row) => {
    if (row.claim !== wide) wide = undefined;
    if (!row.isTotal || row.claim === undefined || claims.size < 2) return row;
    const total = row.lines.find((line) => line.kind === 'charge');
    const own = sumOf(
      rows
        .filter((other) => other.claim === row.claim && !other.isTotal)
        .flatMap((other) => partsOf(other.lines, 'charge')),
    );
    if (wide !== row.claim && (total === undefined || total.cents <= own)) return row;
    wide = row.claim;
    const { claim: _claim, ...rest } = row;
    return { ...rest, lines: row.lines.map(({ claim: _own, ...line }) => line) };
  });
}
