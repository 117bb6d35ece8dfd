// Numbers in rows and columns as they stand in a rule file: two characters for each, in steps of one size. Written out they would take four times the room.
import { z } from 'zod';
import { numberAt, twoDigits } from './digits.ts';

const EACH = 2;
/** Steps either way of zero. */
const MOST = 2047;

/** A grid in a file: `digits` holds its rows one after the other, each number as steps of `step` from zero. */
export const GridFile = z
  .object({
    rows: z.number().int().positive(),
    columns: z.number().int().positive(),
    step: z.number().nonnegative(),
    digits: z.string().regex(/^[\w-]*$/),
  })
  .refine(({ rows, columns, digits }) => digits.length === rows * columns * EACH, 'rows times columns numbers');
export type GridFile = z.infer<typeof GridFile>;

/** Numbers in rows, one row after the other. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** The numbers of a file's grid. */
export function gridOf({ rows, columns, step, digits }: GridFile): Grid {
  const values = new Float32Array(rows * columns);
  for (let at = 0; at < values.length; at += 1) values[at] = numberAt(digits, EACH * at) * step;
  return { rows, columns, values };
}

/** A grid as a file holds it; the steps are as fine as its largest number allows. */
export function gridFileOf({ rows, columns, values }: Grid): GridFile {
  const most = values.reduce((to, value) => Math.max(to, Math.abs(value)), 0);
  const step = most === 0 ? 0 : Number((most / MOST).toPrecision(6));
  let digits = '';
  for (const value of values)
    digits += twoDigits(step === 0 ? 0 : Math.max(-MOST, Math.min(MOST, Math.round(value / step))));
  return { rows, columns, step, digits };
}

/**
 * Adds to `out` what a layer with these weights makes of its inputs: a row of them for each input that is not zero. Four columns in each turn of the loop,
 * which takes a third less than one: most of the time a net takes is spent here.
 */
export function addLayer({ columns, values }: Grid, input: Float32Array, out: Float32Array | Float64Array): void {
  const fours = columns - (columns % 4);
  for (let row = 0; row < input.length; row += 1) {
    const value = input[row]!;
    if (value === 0) continue;
    const from = row * columns;
    for (let at = 0; at < fours; at += 4) {
      out[at] = out[at]! + value * values[from + at]!;
      out[at + 1] = out[at + 1]! + value * values[from + at + 1]!;
      out[at + 2] = out[at + 2]! + value * values[from + at + 2]!;
      out[at + 3] = out[at + 3]! + value * values[from + at + 3]!;
    }
    for (let at = fours; at < columns; at += 1) out[at] = out[at]! + value * values[from + at]!;
  }
}
