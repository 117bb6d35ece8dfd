// Torn files: every sector is one of its versions, and nothing but what was written comes out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, contentAfter, SECTOR_BYTES, sizesOf, torn } from '../../helpers/power/tear.ts';
import { chanceOf } from '../../letters/chance.ts';

const change = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    at: fc.integer({ min: 0, max: 5_000 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  }),
  fc.record({ kind: fc.constant('size' as const), size: fc.integer({ min: 0, max: 6_000 }) }),
);
const file = fc.uint8Array({ maxLength: 4_000 }).map((bytes) => Buffer.from(bytes));

/** What a file system does, byte by byte. */
function plainly(durable: Buffer, changes: readonly Change[]): Buffer {
  let content = [...durable];
  for (const each of changes) {
    if (each.kind === 'size') content = Array.from({ length: each.size }, (_, at) => content[at] ?? 0);
    else for (const [index, byte] of each.bytes.entries()) content[each.at + index] = byte;
  }
  return Buffer.from(Array.from(content, (byte) => byte ?? 0));
}

it('all changes done are the file as programs see it', () => {
  fc.assert(
    fc.property(file, fc.array(change, { maxLength: 6 }), (durable, changes) => {
      expect(contentAfter(durable, changes).equals(plainly(durable, changes))).toBe(true);
    }),
  );
});

it('no change done is the durable file, as far as it is long', () => {
  fc.assert(
    fc.property(file, fc.array(change, { maxLength: 6 }), (durable, changes) => {
      expect(contentAfter(durable, changes, () => false, 0).equals(durable)).toBe(true);
    }),
  );
});

describe('a torn file', () => {
  it('has a length it once had, and sectors made of bytes that once stood there', () => {
    fc.assert(
      fc.property(file, fc.array(change, { maxLength: 5 }), fc.integer(), (durable, changes, seed) => {
        const left = torn(durable, changes, chanceOf(seed));
        expect(sizesOf(durable, changes)).toContain(left.length);
        for (let at = 0; at < left.length; at += SECTOR_BYTES / 4) {
          const once = [durable[at] ?? 0, 0];
          for (const each of changes) if (each.kind === 'write') once.push(each.bytes[at - each.at] ?? 0);
          expect(once).toContain(left[at]);
        }
      }),
    );
  });

  it('is the same for the same seed, and the durable file when nothing is pending', () => {
    const changes: Change[] = [{ kind: 'write', at: 100, bytes: Buffer.alloc(3_000, 1) }];
    const once = torn(Buffer.alloc(4_000), changes, chanceOf(7));
    expect(torn(Buffer.alloc(4_000), changes, chanceOf(7)).equals(once)).toBe(true);
    expect(torn(Buffer.from('as it was'), [], chanceOf(7)).toString()).toBe('as it was');
  });

  it('comes in all kinds: old, new, and part of each', () => {
    const changes: Change[] = [{ kind: 'write', at: 0, bytes: Buffer.alloc(4 * SECTOR_BYTES, 1) }];
    const news = new Set(
      Array.from({ length: 60 }, (_, seed) => {
        const left = torn(Buffer.alloc(4 * SECTOR_BYTES), changes, chanceOf(seed));
        return left.reduce((sum, byte) => sum + byte, 0) / SECTOR_BYTES;
      }),
    );
    expect([...news].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
