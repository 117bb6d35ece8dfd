// The encoder as its files hold it: what it knows by name (JSON), and its numbers (bytes). Numbers of layers stand in eight bits each, with a step for each
// of the layer's values; all else in 32 bits.
import { z } from 'zod';

/** Where the numbers of a layer stand: `steps`, one for each of its `to` values (32 bits), and `weights`, `to` rows of `from` numbers (8 bits). */
const Placed = z.object({
  to: z.number().int().positive(),
  from: z.number().int().positive(),
  steps: z.number().int(),
  weights: z.number().int(),
});
/** Where plain numbers stand, and how many. */
const Plain = z.object({ count: z.number().int().positive(), at: z.number().int() });

/** A layer with what is added to its values. */
const Layer = z.object({ grid: Placed, shift: Plain });
const Norm = z.object({ scale: Plain, shift: Plain });

/** One turn of the encoder: what each piece hears of the others, then what it makes of that. */
const Turn = z.object({
  heads: z.number().int().positive(),
  listen: Norm,
  /** Questions, keys and answers of each piece, side by side. */
  ask: Layer,
  heard: Layer,
  /** What becomes of a piece itself where the turn widens it. */
  widen: Layer.optional(),
  think: Norm,
  wide: Layer,
  narrow: Layer,
});

/** What `resources/rules/reading/encoder.json` holds: names, and where in `encoder.bin` the numbers stand. */
export const EncoderFile = z.object({
  about: z.string(),
  source: z.string(),
  classes: z.array(z.string()).min(1),
  pieces: z.array(z.tuple([z.string(), z.number().nullable()])),
  marks: z.array(z.string()),
  places: Placed,
  waves: Plain,
  turns: z.array(Turn).min(1),
  sum: Layer,
  first: Layer,
  last: Layer,
});
export type EncoderFile = z.infer<typeof EncoderFile>;

/** What stands beside it in bytes: `encoder.bin`, and `encoder.wasm`, which is workshop.wat made ready to run. */
export const EncoderBytes = z.object({ numbers: z.instanceof(Uint8Array), work: z.instanceof(Uint8Array) });
export type EncoderBytes = z.infer<typeof EncoderBytes>;

/** Numbers of a layer, ready: steps and rows. */
export interface Steps {
  readonly to: number;
  readonly from: number;
  readonly steps: Float32Array;
  readonly weights: Int8Array;
}

/** Reads numbers of `encoder.bin`. */
export interface Numbers {
  plain(place: z.infer<typeof Plain>): Float32Array;
  grid(place: z.infer<typeof Placed>): Steps;
}

/** The numbers in some bytes (the lowest byte first). */
export function numbersIn(bytes: Uint8Array): Numbers {
  const plain = ({ count, at }: z.infer<typeof Plain>): Float32Array =>
    new Float32Array(new Uint8Array(bytes.subarray(at, at + count * Float32Array.BYTES_PER_ELEMENT)).buffer);
  return {
    plain,
    grid: ({ to, from, steps, weights }) => ({
      to,
      from,
      steps: plain({ count: to, at: steps }),
      weights: new Int8Array(new Uint8Array(bytes.subarray(weights, weights + to * from)).buffer),
    }),
  };
}
