// What is owed told in its parts, with what they come to behind them or right below.
import type { Cell, Piece } from '../../paper.ts';
import type { Sheet } from '../sheet.ts';
import { moneyIn } from '../values.ts';

/** An amount with the piece it stands in. */
export interface Placed {
  readonly value: number;
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

/** "copay 30.00 + line 2 325.00 = 355.00", "Ingrid $2,400.00   Soren $595.00   all $2,995.00": the whole behind at least two parts; `line` holds the cell `first`, the parts begin at `from`. */
export function wholeOfParts(sheet: Sheet, line: number, first: Cell, from: number): Placed | undefined {
  const cells = sheet.grid[line] ?? [];
  const at = cells.indexOf(first);
  if (at < 0) return undefined;
  const parts = cells.slice(at).flatMap((cell, step) => placedIn(cell, step === 0 ? from : 0));
  const below = (sheet.grid[line + 1] ?? []).flatMap((cell) => placedIn(cell, 0));
  return [...parts, ...below.slice(0, 1)].find((whole, end) => {
    const before = parts.slice(0, end).filter((part) => part.value > 0);
    return before.length >= 2 && Math.abs(before.reduce((sum, part) => sum + part.value, 0) - whole.value) < 0.005;
  });
}

function placedIn(cell: Cell, from: number): Placed[] {
  return moneyIn(cell.text.slice(from)).map((money) => ({
    value: money.value,
    piece: cell,
    from: from + money.from,
    to: from + money.to,
  }));
}
