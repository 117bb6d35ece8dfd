// An amount on its way to become a field, with the words that show it.
import type { Piece } from '../../paper.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { moneyIn } from '../values.ts';

export interface Sum {
  readonly value: number;
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly why: string;
  readonly confidence: number;
}

/** What several amounts come to, to the cent. */
export function sumOf(sums: readonly Sum[]): number {
  return Math.round(sums.reduce((sum, one) => sum + one.value, 0) * 100) / 100;
}

/** A sum we made ourselves, where the paper prints it too; else it states none. */
export function printed(sheet: Sheet, value: number, why: string): Sum | undefined {
  for (const [index, cells] of sheet.grid.entries()) {
    if (!isOpen(sheet, index)) continue;
    for (const cell of cells) {
      const hit = moneyIn(cell.text).find((money) => Math.abs(money.value - value) < 0.005);
      if (hit !== undefined) return { value, piece: cell, from: hit.from, to: hit.to, confidence: 0.7, why };
    }
  }
  return undefined;
}
