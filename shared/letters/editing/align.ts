// Which block of one letter is which block of another: the same words first, then the nearest.
import type { Block } from '../../model/letter.ts';
import { inlinesOf } from '../../packet/letter-cites.ts';
import { commonPairs } from '../../packet/sequence.ts';
import { tidyInlines } from './tidy.ts';

/** Share of words two blocks have in common from which one counts as the other, changed. */
const ALIKE = 0.5;

/** What a block says, as text that is equal exactly when it says the same in the same look. Origin and ground are no part of it. */
export function saysOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return JSON.stringify([block.kind, block.level, block.text]);
    case 'paragraph':
    case 'quote':
      return JSON.stringify([block.kind, pieces(block.inlines)]);
    case 'list':
      return JSON.stringify([block.kind, block.ordered, block.items.map(pieces)]);
    case 'pairs':
      return JSON.stringify([block.kind, block.rows.map(({ label, value }) => [label, pieces(value)])]);
    case 'lines':
    case 'signature':
      return JSON.stringify([block.kind, block.lines.map(pieces)]);
  }
}

function pieces(inlines: Parameters<typeof tidyInlines>[0]): unknown {
  return tidyInlines(inlines).map((inline) => {
    if (inline.kind === 'text') return [inline.text, inline.bold === true, inline.italic === true];
    if (inline.kind === 'blank') return { blank: inline.label };
    return { cite: inline.documentId, from: inline.pageNumber, to: inline.toPage ?? inline.pageNumber };
  });
}

/**
 * For each block of `before` the index of the block of `after` that it became, or undefined. No block is taken twice. Same words count
 * first, in order, then wherever they moved; then the heading of the same ground, blocks in the same gap, and blocks that share most words.
 */
export function align(before: readonly Block[], after: readonly Block[]): readonly (number | undefined)[] {
  const partner: (number | undefined)[] = before.map(() => undefined);
  const taken = new Set<number>();
  const pair = (i: number, j: number) => {
    partner[i] = j;
    taken.add(j);
  };
  const [old, now] = [before.map(saysOf), after.map(saysOf)];
  const pairs = commonPairs(old, now);
  for (const [i, j] of pairs) pair(i, j);
  const each = (fits: (i: number, j: number) => boolean) => {
    before.forEach((_, i) => {
      if (partner[i] !== undefined) return;
      const j = after.findIndex((_block, index) => !taken.has(index) && fits(i, index));
      if (j >= 0) pair(i, j);
    });
  };
  each((i, j) => old[i] === now[j]);
  each((i, j) => isSameHeading(before[i], after[j]));
  pairGaps(before, after, pairs, partner, taken, pair);
  const [oldWords, nowWords] = [before.map(wordsOf), after.map(wordsOf)];
  each((i, j) => before[i]?.kind === after[j]?.kind && share(oldWords[i], nowWords[j]) >= ALIKE);
  return partner;
}

function isSameHeading(a: Block | undefined, b: Block | undefined): boolean {
  return a?.kind === 'heading' && b?.kind === 'heading' && a.groundId !== undefined && a.groundId === b.groundId;
}

/** Between two blocks that stayed, as many blocks of the same kinds as before are those, changed. */
function pairGaps(
  before: readonly Block[],
  after: readonly Block[],
  pairs: readonly (readonly [number, number])[],
  partner: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
  pair: (i: number, j: number) => void,
): void {
  let [from, fromNow] = [0, 0];
  for (const [to, toNow] of [...pairs, [before.length, after.length] as const]) {
    const gap = indexes(from, to).filter((i) => partner[i] === undefined);
    const gapNow = indexes(fromNow, toNow).filter((j) => !taken.has(j));
    const isSameShape = gap.length === gapNow.length && gap.every((i, at) => isLike(before[i], after[gapNow[at]!]));
    if (isSameShape) for (const [at, i] of gap.entries()) pair(i, gapNow[at]!);
    [from, fromNow] = [to + 1, toNow + 1];
  }
}

function isLike(a: Block | undefined, b: Block | undefined): boolean {
  if (a?.kind !== b?.kind) return false;
  return !(a?.kind === 'heading' && b?.kind === 'heading' && a.groundId !== b.groundId);
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

function wordsOf(block: Block): ReadonlySet<string> {
  const text = inlinesOf(block).map((inline) =>
    inline.kind === 'text' ? inline.text : inline.kind === 'blank' ? inline.label : ` ${inline.documentId} `,
  );
  return new Set(
    text
      .join('')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** Share of the words of both that stand in both; 0 to 1. */
function share(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return (2 * both) / Math.max(1, a.size + b.size);
}
