// What a power cut may leave of a file: each sector is as it was at some moment since the last fsync.
import type { Chance } from '../../letters/chance.ts';

/** The smallest piece a disk writes whole. */
export const SECTOR_BYTES = 512;

/** A change of a file that no fsync has covered yet. */
export type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'size'; readonly size: number };

/** The file with all changes done, or those `isDone` lets through, sector by sector; its length is that after the last change `sizeAfter` counts. */
export function contentAfter(
  durable: Buffer,
  changes: readonly Change[],
  isDone: (change: number, sector: number) => boolean = () => true,
  sizeAfter = changes.length,
): Buffer {
  const sizes = sizesOf(durable, changes);
  const content = Buffer.alloc(Math.max(...sizes));
  durable.copy(content);
  for (const [index, change] of changes.entries()) {
    const [from, to] =
      change.kind === 'write' ? [change.at, change.at + change.bytes.length] : [change.size, content.length];
    for (let at = from; at < to; at = nextSector(at)) {
      if (!isDone(index, Math.floor(at / SECTOR_BYTES))) continue;
      const end = Math.min(nextSector(at), to);
      if (change.kind === 'write') change.bytes.copy(content, at, at - from, end - from);
      else content.fill(0, at, end);
    }
  }
  return content.subarray(0, sizes[sizeAfter]);
}

/** How a file can be torn: the writing stopped at a moment, in the middle of a write; or writes, or single sectors, reached the disk out of order. */
const WAYS = ['stopped', 'writes out of order', 'sectors out of order'] as const;

/** The file torn in one of these ways; repeats for the same chance. */
export function torn(durable: Buffer, changes: readonly Change[], chance: Chance): Buffer {
  if (changes.length === 0) return durable;
  const sizeAfter = chance.whole(0, changes.length);
  const way = chance.pick(WAYS);
  if (way === 'stopped') {
    const last = changes[sizeAfter];
    const half = last?.kind === 'write' ? Math.floor((last.at + last.bytes.length / 2) / SECTOR_BYTES) : 0;
    const sizeWithHalf = Math.min(sizeAfter + chance.whole(0, 1), changes.length);
    return contentAfter(
      durable,
      changes,
      (change, sector) => change < sizeAfter || (change === sizeAfter && sector < half),
      sizeWithHalf,
    );
  }
  if (way === 'writes out of order') {
    const done = changes.map(() => chance.says(0.5));
    return contentAfter(durable, changes, (change) => done[change] === true, sizeAfter);
  }
  // Of each sector one of its versions, drawn when it is first met.
  const versions = new Map<number, number>();
  const versionOf = (sector: number) => {
    const known = versions.get(sector) ?? chance.whole(0, changes.length);
    versions.set(sector, known);
    return known;
  };
  return contentAfter(durable, changes, (change, sector) => change < versionOf(sector), sizeAfter);
}

/** The lengths of the file: before all changes, and after each. */
export function sizesOf(durable: Buffer, changes: readonly Change[]): number[] {
  const sizes = [durable.length];
  for (const change of changes) {
    const before = sizes.at(-1) ?? 0;
    sizes.push(change.kind === 'size' ? change.size : Math.max(before, change.at + change.bytes.length));
  }
  return sizes;
}

const nextSector = (at: number) => (Math.floor(at / SECTOR_BYTES) + 1) * SECTOR_BYTES;
