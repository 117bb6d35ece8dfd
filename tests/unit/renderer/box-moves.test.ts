// Boxes under mouse and keyboard: never off the page, never inside out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxByKey,
  drawnBox,
  firstBox,
  LEAST_SIDE_PT,
  movedBox,
  resizedBox,
  STEP_PT,
} from '../../../renderer/screens/case/redactions/box-moves.ts';

const SHEET = { widthPt: 612, heightPt: 792 };
const BOX = { x: 100, y: 200, w: 60, h: 20 };
const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });

describe('a box', () => {
  it('is drawn from any corner to any other; a mere click draws none', () => {
    expect(drawnBox({ x: 160, y: 220 }, { x: 100, y: 200 }, SHEET)).toEqual(BOX);
    expect(drawnBox({ x: 100, y: 200 }, { x: 101, y: 300 }, SHEET)).toBeUndefined();
  });

  it('moves by arrows, grows and shrinks with Shift, and minds no other key', () => {
    expect(boxByKey(BOX, 'ArrowDown', false, SHEET)).toEqual({ ...BOX, y: 200 + STEP_PT });
    expect(boxByKey(BOX, 'ArrowLeft', true, SHEET)).toEqual({ ...BOX, w: 60 - STEP_PT });
    expect(boxByKey(BOX, 'Enter', false, SHEET)).toBeUndefined();
  });

  it('stays on the page whatever is done to it', () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (a, b, c, d) => {
        const drawn = drawnBox({ x: a, y: b }, { x: c, y: d }, SHEET);
        for (const box of [drawn, movedBox(BOX, a, b, SHEET), resizedBox(BOX, c, d, SHEET), firstBox(SHEET)]) {
          if (box === undefined) continue;
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
          expect(Math.min(box.w, box.h)).toBeGreaterThanOrEqual(LEAST_SIDE_PT);
          expect(box.x + box.w).toBeLessThanOrEqual(612 + 1e-9);
          expect(box.y + box.h).toBeLessThanOrEqual(792 + 1e-9);
        }
      }),
    );
  });

  it('keeps its size when it is moved against an edge', () => {
    expect(movedBox(BOX, 5000, -5000, SHEET)).toEqual({ ...BOX, x: 552, y: 0 });
  });
});
