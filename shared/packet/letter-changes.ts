// What changed in the letter from one version to the next, block by block. Pure.
import type { LetterChange } from '../model/differences.ts';
import type { Block, Inline } from '../model/letter.ts';
import type { PacketPlan } from '../model/packet.ts';
import { exhibitPlace } from './labels.ts';
import { inlinesOf } from './letter-cites.ts';
import { commonPairs } from './sequence.ts';

/** What tells how citations are printed. */
export type Exhibited = Pick<PacketPlan, 'exhibits'>;
type Lettered = Exhibited & Pick<PacketPlan, 'letter'>;

/** Share of words two blocks have in common from which one counts as the other, changed. */
const ALIKE = 0.5;

/**
 * The blocks that were added, removed or changed, in the order of the letter. A citation is the same as long as it names the same page of
 * the same paper: that its exhibit got another letter is no change of the letter.
 */
export function letterChanges(before: Lettered, after: Lettered): readonly LetterChange[] {
  const [old, now] = [before.letter.blocks, after.letter.blocks];
  const pairs = commonPairs(old.map(identity), now.map(identity));
  const changes: LetterChange[] = [];
  let [i, j] = [0, 0];
  for (const [toOld, toNow] of [...pairs, [old.length, now.length] as const]) {
    changes.push(...gapChanges(old.slice(i, toOld), now.slice(j, toNow), { before, after, underFrom: j }));
    [i, j] = [toOld + 1, toNow + 1];
  }
  return changes;
}

interface Gap {
  readonly before: Lettered;
  readonly after: Lettered;
  /** Index in the new letter at which the gap begins. */
  readonly underFrom: number;
}

/** Between two blocks that stayed: blocks alike are pairs of before and after, the others were added or removed. */
function gapChanges(old: readonly Block[], now: readonly Block[], gap: Gap): readonly LetterChange[] {
  const used = new Set<number>();
  const partners = now.map((block) => {
    const at = old.findIndex((was, index) => !used.has(index) && was.kind === block.kind && alike(was, block) >= ALIKE);
    if (at >= 0) used.add(at);
    return old[at];
  });
  const under = (index: number) => headingAbove(gap.after.letter.blocks, gap.underFrom + index);
  return [
    ...old.flatMap((block, index): readonly LetterChange[] =>
      used.has(index) ? [] : [{ kind: 'removed', under: under(0), before: blockText(block, gap.before) }],
    ),
    ...now.map((block, index): LetterChange => {
      const was = partners[index];
      const after = blockText(block, gap.after);
      return was === undefined
        ? { kind: 'added', under: under(index), after }
        : { kind: 'changed', under: under(index), before: blockText(was, gap.before), after };
    }),
  ];
}

/** The heading a block stands under; empty at the letter's beginning. */
export function headingAbove(blocks: readonly Block[], index: number): string {
  const heading = blocks.slice(0, index).findLast((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? heading.text : '';
}

/** Share of the words of both that stand in both; 0 to 1. */
function alike(a: Block, b: Block): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const both = [...left].filter((word) => right.has(word)).length;
  return (2 * both) / Math.max(1, left.size + right.size);
}

function wordsOf(block: Block): ReadonlySet<string> {
  return new Set(
    identity(block)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** A block as text that is equal exactly when the block says the same. */
function identity(block: Block): string {
  const labels = block.kind === 'pairs' ? block.rows.map(({ label }) => label).join('|') : '';
  const words = inlinesOf(block).map((inline) => {
    if (inline.kind === 'text') return inline.text;
    if (inline.kind === 'blank') return `[blank ${inline.label}]`;
    return `[${inline.documentId} ${inline.pageNumber}–${inline.toPage ?? inline.pageNumber}]`;
  });
  const items = block.kind === 'list' ? block.items.length : 0;
  return `${block.kind} ${labels} ${items} ${words.join('').replaceAll(/\s+/g, ' ').trim()}`;
}

/** A block as a person reads it, citations as the version prints them. */
export function blockText(block: Block, plan: Exhibited): string {
  const shown = (inlines: readonly Inline[]) => inlines.map((inline) => inlineText(inline, plan)).join('');
  switch (block.kind) {
    case 'list':
      return block.items.map(shown).join(' · ');
    case 'pairs':
      return block.rows.map((row) => `${row.label}: ${shown(row.value)}`).join(' · ');
    case 'lines':
    case 'signature':
      return block.lines.map(shown).join(' · ');
    default:
      return shown(inlinesOf(block));
  }
}

function inlineText(inline: Inline, plan: Exhibited): string {
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'blank') return `[${inline.label}]`;
  const exhibit = plan.exhibits.find(
    ({ documentId, pages }) => documentId === inline.documentId && pages.includes(inline.pageNumber),
  );
  if (exhibit === undefined) return `[page ${inline.pageNumber} of a paper that is not in the packet]`;
  const from = exhibit.pages.indexOf(inline.pageNumber) + 1;
  const to = exhibit.pages.indexOf(inline.toPage ?? inline.pageNumber) + 1;
  return `(${exhibitPlace(exhibit.label, from, to)})`;
}
