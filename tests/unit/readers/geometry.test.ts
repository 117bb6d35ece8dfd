// Boxes go from the picture that was read back to the original page, whatever was done to the picture.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chain, clipBox, inverse, mapBox, mapPoint, scaling, turning } from '../../../electron/readers/geometry.ts';
import { type Grey, turnGrey } from '../../../electron/readers/grey.ts';
import { findSkew } from '../../../electron/readers/skew.ts';

const side = fc.integer({ min: 2, max: 4000 });
const degree = fc.double({ min: -180, max: 180, noNaN: true });
const scale = fc.double({ min: 0.1, max: 5, noNaN: true });

describe('maps of the plane', () => {
  it('come back to where they started', () => {
    fc.assert(
      fc.property(
        side,
        side,
        degree,
        scale,
        scale,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (width, height, degrees, sx, sy, u, v) => {
          const there = chain(scaling(sx, sy), turning(width * sx, height * sy, degrees).map);
          const point = { x: u * width, y: v * height };
          const back = mapPoint(inverse(there), mapPoint(there, point));
          expect(back.x).toBeCloseTo(point.x, 4);
          expect(back.y).toBeCloseTo(point.y, 4);
        },
      ),
    );
  });

  it('hold the whole turned picture on the new canvas', () => {
    fc.assert(
      fc.property(side, side, degree, (width, height, degrees) => {
        const turned = turning(width, height, degrees);
        const box = mapBox(turned.map, { x: 0, y: 0, w: width, h: height });
        expect(box.x).toBeGreaterThanOrEqual(-1e-6);
        expect(box.y).toBeGreaterThanOrEqual(-1e-6);
        expect(box.x + box.w).toBeLessThanOrEqual(turned.width + 1e-5);
        expect(box.y + box.h).toBeLessThanOrEqual(turned.height + 1e-5);
      }),
    );
  });

  it('keep a box around what it held', () => {
    fc.assert(
      fc.property(
        degree,
        scale,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (degrees, factor, u, v) => {
          const map = chain(turning(1000, 800, degrees).map, scaling(factor, factor));
          const box = { x: 100, y: 200, w: 60, h: 12 };
          const inside = mapPoint(map, { x: box.x + u * box.w, y: box.y + v * box.h });
          const mapped = mapBox(map, box);
          expect(inside.x).toBeGreaterThanOrEqual(mapped.x - 1e-6);
          expect(inside.x).toBeLessThanOrEqual(mapped.x + mapped.w + 1e-6);
          expect(inside.y).toBeGreaterThanOrEqual(mapped.y - 1e-6);
          expect(inside.y).toBeLessThanOrEqual(mapped.y + mapped.h + 1e-6);
        },
      ),
    );
  });

  it('clip to the page', () => {
    expect(clipBox({ x: -5, y: 10, w: 20, h: 900 }, 612, 792)).toEqual({ x: 0, y: 10, w: 15, h: 782 });
    expect(clipBox({ x: 700, y: 10, w: 20, h: 9 }, 612, 792).w).toBe(0);
  });

  it('refuse to undo a fold', () => {
    expect(() => inverse(scaling(1, 0))).toThrow(RangeError);
  });
});

/** A page of black bars where text lines would be. */
function barredPage(): Grey {
  const [width, height] = [850, 1100];
  const pixels = new Uint8Array(width * height).fill(245);
  for (let line = 0; line < 40; line += 1) {
    for (let y = 100 + line * 22; y < 108 + line * 22; y += 1)
      pixels.fill(30, y * width + 90, y * width + 90 + 500 + ((line * 37) % 150));
  }
  return { pixels, width, height };
}

describe('turning pictures', () => {
  it('finds the tilt a page was given', () => {
    for (const degrees of [-4.3, -1.5, -0.4, 0, 0.75, 2.2, 4.6]) {
      expect(Math.abs(findSkew(turnGrey(barredPage(), degrees).image) - degrees)).toBeLessThanOrEqual(0.1);
    }
  });

  it('finds none on an empty page', () => {
    expect(findSkew({ pixels: new Uint8Array(10_000).fill(250), width: 100, height: 100 })).toBe(0);
  });

  it('turns four times by a quarter into the same picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (width, height, values) => {
          const image: Grey = {
            width,
            height,
            pixels: Uint8Array.from({ length: width * height }, () => values.next().value as number),
          };
          let turned = image;
          for (let quarter = 0; quarter < 4; quarter += 1) turned = turnGrey(turned, 90).image;
          expect(turned).toEqual(image);
        },
      ),
    );
  });

  it('knows where each pixel of the turned picture came from', () => {
    const image = barredPage();
    const { image: turned, back } = turnGrey(image, 3);
    const at = mapPoint(inverse(back), { x: 300, y: 104 });
    expect(turned.pixels[Math.floor(at.y) * turned.width + Math.floor(at.x)]).toBeLessThan(80);
  });
});
