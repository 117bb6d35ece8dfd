// The cost of a passphrase: from what was measured to passes and memory, within floor and ceiling.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, calibratedCost, costFor, fittingCost } from '../../../electron/vault/calibrate.ts';
import { DEFAULT_KDF, isKdfWithinBounds, KDF_FLOOR } from '../../../shared/vault-format/header.ts';

const GIB = 1024 ** 3;

describe('the cost of a passphrase', () => {
  it('takes more passes on a faster computer, then more memory, and stays as it is on a slow one', () => {
    expect(costFor(1, DEFAULT_KDF, GIB)).toEqual(DEFAULT_KDF);
    expect(costFor(5, DEFAULT_KDF, GIB)).toEqual(DEFAULT_KDF);
    expect(costFor(0.5, DEFAULT_KDF, GIB)).toEqual({ ...DEFAULT_KDF, passes: 6 });
    expect(costFor(0.05, DEFAULT_KDF, GIB)).toEqual({ memoryKiB: 512 * 1024, passes: 20, lanes: 4 });
    expect(costFor(0.05, DEFAULT_KDF, 0)).toEqual({ ...DEFAULT_KDF, passes: 20 });
    expect(costFor(0.0001, DEFAULT_KDF, 64 * GIB)).toEqual({ memoryKiB: 1024 * 1024, passes: 20, lanes: 4 });
  });

  it('asks for less memory where there is less, never below the floor, and says when even that is not there', () => {
    expect(fittingCost(DEFAULT_KDF, GIB)).toEqual(DEFAULT_KDF);
    expect(fittingCost(DEFAULT_KDF, 200 * 1024 * 1024)).toEqual({ ...DEFAULT_KDF, memoryKiB: 128 * 1024 });
    expect(fittingCost(DEFAULT_KDF, 64 * 1024 * 1024)).toEqual({ ...DEFAULT_KDF, memoryKiB: KDF_FLOOR.memoryKiB });
    expect(() => fittingCost(DEFAULT_KDF, 63 * 1024 * 1024)).toThrow(expect.objectContaining({ code: 'memory-short' }));
  });

  it('is always one a reader accepts, and never falls when the passphrase is changed', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 60, noNaN: true }), fc.nat({ max: 8 * GIB }), (measured, bytes) => {
        const start = fittingCost(DEFAULT_KDF, Math.max(bytes, 64 * 1024 * 1024));
        const cost = costFor(measured, start, bytes);
        expect(isKdfWithinBounds(cost)).toBe(true);
        expect(atLeast(DEFAULT_KDF, cost)).toEqual(atLeast(cost, DEFAULT_KDF));
        expect(isKdfWithinBounds(atLeast(DEFAULT_KDF, cost))).toBe(true);
      }),
    );
  });

  it('is measured on this computer', async () => {
    expect(isKdfWithinBounds(await calibratedCost())).toBe(true);
  });
});
