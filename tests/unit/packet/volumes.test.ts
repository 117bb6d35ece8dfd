// Volumes: every page in exactly one, in order, within the limit, exhibits whole where they can be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../../shared/errors.ts';
import { planVolumes, type SizedPage, volumeFileName, volumeOf } from '../../../shared/packet/volumes.ts';

/** Front pages and exhibits of the given page sizes, each exhibit behind a tab of 1 byte. */
function packet(front: readonly number[], exhibits: readonly (readonly number[])[]): SizedPage[] {
  return [
    ...front.map((bytes) => ({ bytes })),
    ...exhibits.flatMap((pages, index) => [
      { bytes: 1, exhibit: `${index}`, isTab: true },
      ...pages.map((bytes) => ({ bytes, exhibit: `${index}` })),
    ]),
  ];
}

const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 });
const packets = fc.tuple(sizes, fc.array(sizes, { maxLength: 8 })).map(([front, exhibits]) => packet(front, exhibits));
const bytesOf = (pages: readonly SizedPage[], from: number, to: number) =>
  pages.slice(from - 1, to).reduce((sum, page) => sum + page.bytes, 0);

describe('volumes', () => {
  it('hold every page exactly once, in order, within their room', () => {
    fc.assert(
      fc.property(packets, fc.array(fc.integer({ min: 31, max: 90 }), { minLength: 1 }), (pages, rooms) => {
        const room = (volume: number) => rooms[volume % rooms.length]!;
        const volumes = planVolumes(pages, room);
        let next = 1;
        volumes.forEach(({ from, to }, index) => {
          expect(from).toBe(next);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(bytesOf(pages, from, to)).toBeLessThanOrEqual(room(index));
          next = to + 1;
        });
        expect(next).toBe(pages.length + 1);
      }),
    );
  });

  it('never end with a tab sheet, and cut an exhibit only when it is larger than a volume', () => {
    fc.assert(
      fc.property(packets, fc.integer({ min: 31, max: 120 }), (pages, room) => {
        for (const { to } of planVolumes(pages, () => room).slice(0, -1)) {
          expect(pages[to - 1]?.isTab).not.toBe(true);
          const exhibit = pages[to - 1]?.exhibit;
          const isCut = pages[to]?.exhibit === exhibit;
          const whole = pages.reduce((sum, page) => sum + (page.exhibit === exhibit ? page.bytes : 0), 0);
          if (isCut) expect(whole).toBeGreaterThan(room);
        }
      }),
    );
  });

  it('need no second file when all fits into one', () => {
    fc.assert(
      fc.property(packets, (pages) => {
        expect(planVolumes(pages, () => 1e6)).toEqual([{ from: 1, to: pages.length }]);
      }),
    );
  });

  it('refuse a page that fits nowhere, and say which', () => {
    const pages = packet([5], [[5, 80], [5]]);
    try {
      planVolumes(pages, () => 40);
      expect.unreachable();
    } catch (error) {
      expect(isAppError(error) && error.code).toBe('volume-page-too-large');
      expect(isAppError(error) && error.details.page).toBe(4);
    }
  });

  it('know where a page stands', () => {
    const volumes = planVolumes(packet([10], [[10], [10]]), () => 21);
    expect(volumes).toEqual([
      { from: 1, to: 3 },
      { from: 4, to: 5 },
    ]);
    expect([1, 3, 4, 5, 6].map((page) => volumeOf(volumes, page))).toEqual([1, 1, 2, 2, undefined]);
    expect(volumeFileName('packet', 2, 3)).toBe('packet-volume-2-of-3.pdf');
  });
});
