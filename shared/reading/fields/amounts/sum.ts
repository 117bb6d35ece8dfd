// An amount on its way to become a field, with the words that show it.
import type { Piece } from '../../paper.ts';

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
