// Cleaning of grey pictures: the quick ways say what the plain ones would.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenPaper, type Grey, hasInk, shrinkGrey } from '../../../electron/readers/grey.ts';

const greys: fc.Arbitrary<Grey> = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((pixels) => ({ pixels, width, height })),
  );

describe('cleaning', () => {
  it('knows a written page from an empty one as counting all its dark pixels would', () => {
    fc.assert(
      fc.property(greys, fc.double({ min: 0.0001, max: 1, noNaN: true }), (grey, share) => {
        const dark = grey.pixels.filter((value) => value < 128).length;
        expect(hasInk(grey, share)).toBe(dark >= Math.ceil(grey.pixels.length * share));
      }),
    );
  });

  it('makes a picture smaller by taking means', () => {
    fc.assert(
      fc.property(greys, fc.integer({ min: 2, max: 5 }), (grey, factor) => {
        const small = shrinkGrey(grey, factor);
        if (grey.width < factor || grey.height < factor) {
          expect(small).toBe(grey);
          return;
        }
        const means: number[] = [];
        const place = (x: number, y: number) => grey.pixels[y * grey.width + x] ?? 0;
        for (let at = 0; at < small.pixels.length; at += 1) {
          const [left, top] = [(at % small.width) * factor, Math.floor(at / small.width) * factor];
          let sum = 0;
          for (let i = 0; i < factor * factor; i += 1) sum += place(left + (i % factor), top + Math.floor(i / factor));
          means.push(Math.floor(sum / factor ** 2));
        }
        expect([...small.pixels]).toEqual(means);
      }),
    );
  });

  it('brings paper of any brightness to one, and ink to what it was beside its paper', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 255 }),
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 8, max: 32 }),
        (paper, ink, block) => {
          const [width, height] = [97, 61];
          const pixels = new Uint8Array(width * height).fill(paper);
          for (let at = 5; at < pixels.length; at += 11) pixels[at] = Math.min(ink, paper);
          const even = evenPaper({ pixels, width, height }, block);
          const farthest = pixels.reduce(
            (most, value, at) => Math.max(most, Math.abs((even.pixels[at] ?? 0) - (value * 245) / paper)),
            0,
          );
          expect(farthest).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('follows paper that grows darker to one side, without a step where its measures meet', () => {
    const [width, height] = [300, 40];
    const pixels = Uint8Array.from({ length: width * height }, (_, at) => 240 - Math.round((at % width) / 3));
    const even = evenPaper({ pixels, width, height }, 20);
    for (let at = 1; at < pixels.length; at += 1)
      if (at % width > 0) expect(Math.abs((even.pixels[at] ?? 0) - (even.pixels[at - 1] ?? 0))).toBeLessThanOrEqual(4);
  });
});
