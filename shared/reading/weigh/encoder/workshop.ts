// Where layers are worked out: weights stand ready in memory, values come in rows, are brought to whole numbers, multiplied and brought back. JavaScript alone
// takes thirty times as long; the few instructions that do it stand in workshop.wat, and as bytes in resources/rules/reading/encoder.wasm.
import type { Steps } from './file.ts';

/** A layer whose numbers stand in memory (places in bytes). */
export interface Layer {
  readonly to: number;
  readonly from: number;
  readonly weights: number;
  readonly steps: number;
  readonly shift: number;
}

/** Room for rows of floats: a place in bytes. */
export type Room = number;

/** A memory with its layers' numbers, rooms to work in, and what works in it. */
export interface Workshop {
  /** The whole memory as floats: what stands at byte `at` is at `at / 4`. */
  readonly floats: Float32Array;
  readonly rooms: Readonly<Record<'values' | 'level' | 'heard' | 'wide' | 'left' | 'right' | 'fits', Room>>;
  readonly packed: Readonly<Record<'left' | 'right' | 'leftSteps' | 'rightSteps' | 'nothing', number>>;
  readonly work: Work;
}

/** What workshop.wat gives. */
interface Work {
  pack(from: number, to: number, count: number, most: number, wide: 0 | 1): number;
  multiply(
    a: number,
    stepsOfA: number,
    b: number,
    stepsOfB: number,
    shift: number,
    out: number,
    rows: number,
    columns: number,
    depth: number,
  ): void;
}

/** Bytes of a float. */
export const FLOAT = Float32Array.BYTES_PER_ELEMENT;
/** Bytes of a page of memory. */
const PAGE = 65536;
/** Largest whole numbers on the left side (14 bits) and on the right (8 bits): 1,536 products of both stay below 2^31. */
const MOST_LEFT = 8191;
const MOST_RIGHT = 127;

/** Brings layers into memory, with rooms for `rows` rows of up to `widest` values. `code` are the bytes of workshop.wat. */
export function workshopFor(
  layers: ReadonlyArray<{ readonly grid: Steps; readonly shift: Float32Array }>,
  rows: number,
  widest: number,
  code: Uint8Array,
): { readonly workshop: Workshop; readonly layers: Layer[] } {
  let size = 0;
  const take = (bytes: number): number => {
    const at = size;
    size += 16 * Math.ceil(bytes / 16);
    return at;
  };
  const placed = layers.map(({ grid: { to, from } }) => ({
    to,
    from,
    weights: take(to * from),
    steps: take(to * FLOAT),
    shift: take(to * FLOAT),
  }));
  const room = (): Room => take(rows * widest * FLOAT);
  const rooms = {
    values: room(),
    level: room(),
    heard: room(),
    wide: room(),
    left: room(),
    right: room(),
    fits: room(),
  };
  const packed = {
    left: take(rows * widest * Int16Array.BYTES_PER_ELEMENT),
    right: take(rows * widest),
    leftSteps: take(rows * FLOAT),
    rightSteps: take(widest * FLOAT),
    nothing: take(widest * FLOAT),
  };
  const { memory, pack, multiply } = workOf(code);
  memory.grow(Math.ceil(size / PAGE));
  placed.forEach((layer, at) => {
    const { grid, shift } = layers[at]!;
    new Int8Array(memory.buffer, layer.weights, grid.weights.length).set(grid.weights);
    new Float32Array(memory.buffer, layer.steps, layer.to).set(grid.steps);
    new Float32Array(memory.buffer, layer.shift, layer.to).set(shift);
  });
  return {
    workshop: { floats: new Float32Array(memory.buffer), rooms, packed, work: { pack, multiply } },
    layers: placed,
  };
}

/** WebAssembly as each engine has it; neither Node's types nor the window's are at hand here. */
interface Engine {
  readonly WebAssembly: {
    readonly Module: new (code: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

function workOf(
  code: Uint8Array,
): Work & { readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number } } {
  const { WebAssembly } = globalThis as unknown as Engine;
  return new WebAssembly.Instance(new WebAssembly.Module(code)).exports as ReturnType<typeof workOf>;
}

/** Puts into `to` what a layer makes of the rows in `from`. */
export function through(shop: Workshop, layer: Layer, from: Room, to: Room, rows: number): void {
  const { packed, work } = shop;
  packLeft(shop, from, rows, layer.from);
  work.multiply(
    packed.left,
    packed.leftSteps,
    layer.weights,
    layer.steps,
    layer.shift,
    to,
    upTo(rows, 2),
    layer.to,
    layer.from,
  );
}

/**
 * Puts into `fits` the rows of `left` times the turned rows of `right`, `depth` values each (a multiple of eight). A row of the outcome takes
 * `columns` values, up to a multiple of four.
 */
export function between(shop: Workshop, rows: number, columns: number, depth: number): void {
  const { floats, rooms, packed, work } = shop;
  packLeft(shop, rooms.left, rows, depth);
  for (let row = 0; row < columns; row += 1)
    floats[packed.rightSteps / FLOAT + row] = work.pack(
      rooms.right + row * depth * FLOAT,
      packed.right + row * depth,
      depth,
      MOST_RIGHT,
      0,
    );
  work.multiply(
    packed.left,
    packed.leftSteps,
    packed.right,
    packed.rightSteps,
    packed.nothing,
    rooms.fits,
    upTo(rows, 2),
    upTo(columns, 4),
    depth,
  );
}

function packLeft({ floats, packed, work }: Workshop, from: Room, rows: number, depth: number): void {
  for (let row = 0; row < rows; row += 1)
    floats[packed.leftSteps / FLOAT + row] = work.pack(
      from + row * depth * FLOAT,
      packed.left + row * depth * Int16Array.BYTES_PER_ELEMENT,
      depth,
      MOST_LEFT,
      1,
    );
}

/** The next multiple of `step`. */
export function upTo(count: number, step: number): number {
  return step * Math.ceil(count / step);
}
