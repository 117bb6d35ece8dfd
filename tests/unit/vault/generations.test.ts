// Which backups may go when only a number of good ones is to be kept.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Generation, superfluous } from '../../../electron/vault/backup/generations.ts';

/** Newest first. */
const backup = fc.record({
  madeAt: fc.constant('2026-10-15T12:00:00.000Z'),
  path: fc.uuid(),
  byteLength: fc.nat(),
  files: fc.nat(),
  unsound: fc.constantFrom(0, 0, 0, 2),
  found: fc.constantFrom<Generation['found'][]>('yes', 'yes', 'no', 'unknown'),
});
const isGood = ({ found, unsound }: Generation) => found === 'yes' && unsound === 0;

test('what stays holds as many good ones as wanted, or all there are; what goes is older than these, and was found', () => {
  fc.assert(
    fc.property(fc.array(backup), fc.constantFrom(3, 5, 10), (all, keep) => {
      const gone = superfluous(all, keep);
      const kept = all.filter((one) => !gone.includes(one));
      expect(kept.filter(isGood)).toHaveLength(Math.min(keep, all.filter(isGood).length));
      expect(gone.every(({ found }) => found === 'yes')).toBe(true);
      const newestGone = all.findIndex((one) => gone.includes(one));
      if (newestGone >= 0) expect(all.slice(0, newestGone).filter(isGood)).toHaveLength(keep);
    }),
  );
});

test('without a number all stay', () => {
  fc.assert(fc.property(fc.array(backup), (all) => superfluous(all, 0).length === 0));
});
