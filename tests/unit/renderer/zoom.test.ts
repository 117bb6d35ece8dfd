// The size and the turn of a shown page: steps that end somewhere, and points that lie where they are seen.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOfPage, keyOfPaper } from '../../../renderer/screens/paper/page-keys.ts';
import { pointOnPage, type Turn, turned, zoomed, zoomInWords } from '../../../renderer/screens/paper/zoom.ts';

const PAGE = { widthPt: 600, heightPt: 800 };

test('larger and smaller go step by step to an end, from whatever is shown', () => {
  expect(zoomed('width', 1, 1)).toBe(1.25);
  expect(zoomed('page', 0.62, -1)).toBe(0.5);
  expect(zoomed('page', 0.62, 1)).toBe(0.75);
  expect(zoomed(4, 4, 1)).toBe(4);
  expect(zoomed(0.25, 0.25, -1)).toBe(0.25);
  expect(['width', 'page', 1.5].map((zoom) => zoomInWords(zoom as never))).toEqual(['100%', 'Page', '150%']);
});

test('a point of a turned page is where it is seen: turning it with the page leads back to it', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, fc.constantFrom<Turn>(0, 1, 2, 3), (across, down, turn) => {
      // Where a point of the page is seen after so many quarter turns clockwise.
      let [x, y] = [across, down];
      for (let quarter = 0; quarter < turn; quarter += 1) [x, y] = [1 - y, x];
      const area = { left: 10, top: 20, width: turn % 2 === 1 ? 400 : 300, height: turn % 2 === 1 ? 300 : 400 };
      const at = { clientX: area.left + x * area.width, clientY: area.top + y * area.height };
      const point = pointOnPage(PAGE, area, turn, at);
      expect(point.x).toBeCloseTo(across * 600, 6);
      expect(point.y).toBeCloseTo(down * 800, 6);
      expect(turned(turned(turn, 1), -1)).toBe(turn);
    }),
  );
});

test('letters and signs count on the page alone, the ways of the browser stay its own', () => {
  const key = (name: string, more = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  });
  expect(keyOfPaper(key('r'))).toBeUndefined();
  expect(keyOfPage(key('R', { shiftKey: true }))).toEqual({ do: 'turn-back' });
  expect(keyOfPage(key('f', { metaKey: true }))).toEqual({ do: 'find' });
  expect(keyOfPage(key('+', { ctrlKey: true }))).toBeUndefined();
  expect(keyOfPage(key('ArrowLeft', { altKey: true }))).toBeUndefined();
  expect(keyOfPaper(key('End'))).toEqual({ do: 'last' });
});
