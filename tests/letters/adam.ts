// Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015): each number moves by how its slope ran so far, not by how steep it is.
import type { Grid } from '../../shared/reading/weigh/grid.ts';

/** The slopes of one grid, gathered over a batch. Large grids of which a batch touches few rows say which. */
export interface Slopes {
  readonly values: Float32Array;
  /** Says that a row has a slope in this batch; a grid of which nothing is said is taken whole. */
  touch(row: number): void;
}

interface Part {
  readonly numbers: Float32Array;
  readonly columns: number;
  readonly slopes: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
  readonly touched: Set<number>;
}

const MEAN_KEPT = 0.9;
const SQUARE_KEPT = 0.999;
const LEAST = 1e-8;

/** Moves grids of numbers downhill. */
export class Adam {
  readonly #parts: Part[] = [];
  #steps = 0;

  /** Where the slopes of a grid go; from now on each step moves it. */
  slopesOf({ values, columns }: Grid): Slopes {
    const part = {
      numbers: values,
      columns,
      slopes: new Float32Array(values.length),
      mean: new Float32Array(values.length),
      square: new Float32Array(values.length),
      touched: new Set<number>(),
    };
    this.#parts.push(part);
    return { values: part.slopes, touch: (row) => void part.touched.add(row) };
  }

  /** One step by the slopes gathered since the last one, which are then forgotten. */
  step(rate: number): void {
    this.#steps += 1;
    const size = (rate * Math.sqrt(1 - SQUARE_KEPT ** this.#steps)) / (1 - MEAN_KEPT ** this.#steps);
    for (const part of this.#parts) {
      if (part.touched.size === 0) move(part, 0, part.numbers.length, size);
      else for (const row of part.touched) move(part, row * part.columns, (row + 1) * part.columns, size);
      part.touched.clear();
    }
  }
}

function move({ numbers, slopes, mean, square }: Part, from: number, to: number, size: number): void {
  for (let at = from; at < to; at += 1) {
    const slope = slopes[at] ?? 0;
    const m = MEAN_KEPT * (mean[at] ?? 0) + (1 - MEAN_KEPT) * slope;
    const v = SQUARE_KEPT * (square[at] ?? 0) + (1 - SQUARE_KEPT) * slope * slope;
    mean[at] = m;
    square[at] = v;
    numbers[at] = (numbers[at] ?? 0) - (size * m) / (Math.sqrt(v) + LEAST);
    slopes[at] = 0;
  }
}
