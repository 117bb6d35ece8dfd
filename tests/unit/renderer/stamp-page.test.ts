// A stamp of the index leads to its page, whatever number the stamps start with.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageOfStamp } from '../../../renderer/screens/case/packet/stamp-page.ts';
import { stampOf } from '../../../shared/packet/labels.ts';

it('a stamp leads to its page', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90_000 }),
      fc.integer({ min: 2, max: 500 }),
      fc.nat(),
      (start, pageCount, at) => {
        const stamping = { prefix: 'DOE-2-', start, digits: 6 };
        const page = 1 + (at % pageCount);
        const row = { label: 'A', title: 'Paper', pageCount: 1, supports: '' };
        const index = [{ ...row, fromStamp: stampOf(stamping, page), toStamp: stampOf(stamping, pageCount) }];
        expect(pageOfStamp(stampOf(stamping, page), { index, pageCount })).toBe(page);
      },
    ),
  );
});
