// The encoder that hears letters in doubt again: its arithmetic against plain arithmetic, what it says against what torch says of the same sentences.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, encoderOf } from '../../../shared/reading/weigh/encoder/encoder.ts';
import { piecesOf, piecesOfText, UNKNOWN_PIECE } from '../../../shared/reading/weigh/encoder/pieces.ts';
import { between, through, workshopFor } from '../../../shared/reading/weigh/encoder/workshop.ts';
import { fixture, READING_RULES } from '../../helpers/reading.ts';
import { ASSEMBLED, assemble } from '../../letters/encoder/assemble.ts';

const ENCODER = encoderOf(READING_RULES.encoder, READING_RULES.encoderBytes);
const SAID = JSON.parse(fixture('encoder/said.json')) as {
  sentences: Array<{ before: string; own: string; after: string; marks: string[]; pieces: number[]; said: number[] }>;
};

describe('the workshop', () => {
  test('runs the instructions that are written down', async () => {
    expect(Buffer.from(await assemble()).equals(readFileSync(ASSEMBLED))).toBe(true);
  });

  const values = (count: number): fc.Arbitrary<number[]> =>
    fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: count, maxLength: count });
  const FLOAT = 4;

  test('works a layer out as plain arithmetic does', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 7 }),
      to: fc.constantFrom(4, 8, 12),
      from: fc.constantFrom(8, 24),
    });
    fc.assert(
      fc.property(
        sizes.chain((size) =>
          fc.record({
            size: fc.constant(size),
            rows: values(size.rows * size.from),
            weights: fc.array(fc.integer({ min: -127, max: 127 }), {
              minLength: size.to * size.from,
              maxLength: size.to * size.from,
            }),
            steps: values(size.to),
            shift: values(size.to),
          }),
        ),
        ({ size, rows, weights, steps, shift }) => {
          const grid = {
            to: size.to,
            from: size.from,
            steps: Float32Array.from(steps),
            weights: Int8Array.from(weights),
          };
          const { workshop, layers } = workshopFor(
            [{ grid, shift: Float32Array.from(shift) }],
            8,
            24,
            READING_RULES.encoderBytes.work,
          );
          workshop.floats.set(rows, workshop.rooms.values / FLOAT);
          through(workshop, layers[0]!, workshop.rooms.values, workshop.rooms.wide, size.rows);
          for (let row = 0; row < size.rows; row += 1) {
            const own = rows.slice(row * size.from, (row + 1) * size.from);
            // Each value is off by half a step of its row at most.
            const most = Math.max(...own.map(Math.abs)) / 8191 / 2;
            for (let at = 0; at < size.to; at += 1) {
              const beside = weights.slice(at * size.from, (at + 1) * size.from);
              const plain = own.reduce((sum, value, place) => sum + value * beside[place]!, 0);
              const off = beside.reduce((sum, weight) => sum + Math.abs(weight), 0) * most;
              const got = workshop.floats[workshop.rooms.wide / FLOAT + row * size.to + at]!;
              const wanted = plain * steps[at]! + shift[at]!;
              expect(Math.abs(got - wanted)).toBeLessThanOrEqual(
                off * Math.abs(steps[at]!) + 1e-3 * (1 + Math.abs(wanted)),
              );
            }
          }
        },
      ),
    );
  });

  test('multiplies rows with rows, as near as eight bits allow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }).chain((rows) => fc.tuple(fc.constant(rows), values(rows * 16), values(5 * 16))),
        ([rows, left, right]) => {
          const { workshop } = workshopFor([], 8, 24, READING_RULES.encoderBytes.work);
          workshop.floats.set(left, workshop.rooms.left / FLOAT);
          workshop.floats.set(right, workshop.rooms.right / FLOAT);
          between(workshop, rows, 5, 16);
          for (let row = 0; row < rows; row += 1)
            for (let column = 0; column < 5; column += 1) {
              const plain = Array.from({ length: 16 }, (_, at) => left[row * 16 + at]! * right[column * 16 + at]!);
              const wanted = plain.reduce((sum, value) => sum + value, 0);
              // 8 columns: five and what fills them up to a multiple of four.
              const got = workshop.floats[workshop.rooms.fits / FLOAT + row * 8 + column]!;
              expect(Math.abs(got - wanted)).toBeLessThanOrEqual(16 * 4 * 4 * (1 / 127 / 2 + 1 / 8191 / 2) + 1e-3);
            }
        },
      ),
    );
  });
});

describe('pieces of words', () => {
  const PIECES = piecesOf([
    ['', null],
    ['▁un', -3],
    ['paid', -3],
    ['▁unpaid', -7],
    ['▁', -2],
    ['un', -4],
    [':', null],
  ]);

  test('are the likeliest ones', () => {
    expect(piecesOfText(PIECES, 'unpaid')).toEqual([1, 2]);
  });

  test('are unknown where no piece fits, once for signs that stand together', () => {
    expect(piecesOfText(PIECES, 'unpaid ¶¶ paid:')).toEqual([1, 2, 4, UNKNOWN_PIECE, 4, 2, UNKNOWN_PIECE]);
  });

  test('are those that another program finds', () => {
    for (const { own, pieces } of SAID.sentences) expect(piecesOfText(ENCODER.pieces, own)).toEqual(pieces);
  });
});

describe('the encoder', () => {
  test('says what torch says', () => {
    for (const sentence of SAID.sentences) {
      const heard = encode(ENCODER, sentence);
      sentence.said.forEach((share, at) => void expect(Math.abs(Math.exp(heard[at] ?? 0) - share)).toBeLessThan(0.05));
    }
  });

  test('says the same each time, whatever it heard before', () => {
    const [first, second] = SAID.sentences;
    const heard = encode(ENCODER, first!);
    encode(ENCODER, second!);
    expect(encode(ENCODER, first!)).toEqual(heard);
  });

  test('gives shares of one for any words', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(words, words, words, fc.array(fc.string(), { maxLength: 3 }), (before, own, after, marks) => {
        const heard = encode(ENCODER, { before, own, after, marks });
        expect(heard).toHaveLength(READING_RULES.encoder.classes.length);
        expect(heard.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 5);
      }),
      { numRuns: 50 },
    );
  });
});
