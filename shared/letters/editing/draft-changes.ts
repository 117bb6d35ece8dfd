// What the case would say differently now than in the draft the user's letter was started from, and taking that over, one by one.
import type { Block, Letter } from '../../model/letter.ts';
import { keptInOrder } from '../../packet/sequence.ts';
import { align, saysOf } from './align.ts';
import type { OwnLetter } from './own-letter.ts';
import { tidyLetter } from './tidy.ts';

/** One block the case would say differently. Blocks are those of the draft it was started from (`before`) and of the draft of now (`after`). */
export interface DraftChange {
  /** Names the change as long as both drafts stay the same. */
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before?: Block;
  readonly after?: Block;
  /** What the user made of the block: nothing yet, something else, or taken out. Always `as-drafted` for an added one. */
  readonly mine: 'as-drafted' | 'edited' | 'gone';
}

interface Placed extends DraftChange {
  /** Index in the draft it was started from, and in the draft of now. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** The changes from the draft the letter was started from to `draft`, in the order of the letter. */
export function draftChanges(own: OwnLetter, draft: Letter): readonly DraftChange[] {
  return placedChanges(own, tidyLetter(draft)).map(({ from: _from, to: _to, ...change }) => change);
}

/**
 * Settles changes by their ids (those unknown by now are passed over): `take` puts the block as the case says it now in place of the user's,
 * `keep` leaves the user's letter as it is. Either way the change is not told again.
 */
export function settleChanges(
  own: OwnLetter,
  draft: Letter,
  ids: ReadonlySet<string>,
  how: 'take' | 'keep',
): OwnLetter {
  const now = tidyLetter(draft);
  const all = placedChanges(own, now);
  const wanted = all.filter(({ id }) => ids.has(id));
  const toMine = align(own.draft.blocks, own.letter.blocks);
  const fromMine = new Map(toMine.flatMap((mine, base) => (mine === undefined ? [] : [[mine, base] as const])));
  const known = new Map(align(own.draft.blocks, now.blocks).map((to, base) => [base, to]));
  const entries = (blocks: readonly Block[], baseOf: (index: number) => number | undefined): Entry[] =>
    blocks.map((block, index) => {
      const base = baseOf(index);
      return { block, base, to: base === undefined ? undefined : known.get(base) };
    });
  const letter =
    how === 'keep'
      ? own.letter.blocks
      : applied(
          entries(own.letter.blocks, (at) => fromMine.get(at)),
          wanted,
        );
  const settled = applied(
    entries(own.draft.blocks, (at) => at),
    wanted,
  );
  return {
    letter: { subject: how === 'take' ? now.subject : own.letter.subject, blocks: [...letter] },
    draft: wanted.length === all.length ? now : { ...own.draft, blocks: [...settled] },
  };
}

/** A block on its way, with its places in the draft it was started from and in the draft of now. */
interface Entry {
  readonly block: Block;
  readonly base: number | undefined;
  readonly to: number | undefined;
}

function applied(start: readonly Entry[], changes: readonly Placed[]): readonly Block[] {
  let entries = [...start];
  for (const { kind, from, to, after } of changes) {
    const at = from === undefined ? -1 : entries.findIndex(({ base }) => base === from);
    if (kind === 'removed') {
      if (at >= 0) entries.splice(at, 1);
      continue;
    }
    if (after === undefined) continue;
    const fresh: Entry = { block: after, base: from, to };
    if (kind === 'changed' && at >= 0) {
      entries[at] = fresh;
      continue;
    }
    if (kind === 'moved' && at < 0) continue;
    if (at >= 0) entries.splice(at, 1);
    entries = inserted(
      entries,
      kind === 'moved' ? { ...fresh, block: start.find(({ base }) => base === from)!.block } : fresh,
    );
  }
  return entries.map(({ block }) => block);
}

/** Behind the block that stands before it in the draft of now, or the nearest before that; else before the nearest that follows. */
function inserted(entries: readonly Entry[], fresh: Entry): Entry[] {
  const place = fresh.to ?? 0;
  let at = -1;
  let nearest = -1;
  entries.forEach(({ to }, index) => {
    if (to !== undefined && to < place && to > nearest) [nearest, at] = [to, index];
  });
  if (at >= 0) return entries.toSpliced(at + 1, 0, fresh);
  const next = entries.findIndex(({ to }) => to !== undefined && to > place);
  return entries.toSpliced(Math.max(0, next), 0, fresh);
}

function placedChanges(own: OwnLetter, draft: Letter): readonly Placed[] {
  const [base, now, mine] = [own.draft.blocks, draft.blocks, own.letter.blocks];
  const toNow = align(base, now);
  const toMine = align(base, mine);
  const fromNow = new Map(toNow.flatMap((to, from) => (to === undefined ? [] : [[to, from] as const])));
  const matched = toNow.filter((to) => to !== undefined);
  const inOrder = new Set(
    keptInOrder(
      matched,
      matched.toSorted((a, b) => a - b),
    ),
  );
  const mineOf = (from: number): DraftChange['mine'] => {
    const at = toMine[from];
    if (at === undefined) return 'gone';
    return saysOf(mine[at]!) === saysOf(base[from]!) ? 'as-drafted' : 'edited';
  };
  const named = (change: Omit<Placed, 'id'>): Placed => ({ id: idOf(change), ...change });
  const removed = base.flatMap((before, from) =>
    toNow[from] === undefined ? [named({ kind: 'removed', before, mine: mineOf(from), from, to: undefined })] : [],
  );
  const others = now.flatMap((after, to): Placed[] => {
    const from = fromNow.get(to);
    const before = from === undefined ? undefined : base[from];
    if (from === undefined || before === undefined)
      return [named({ kind: 'added', after, mine: 'as-drafted', from: undefined, to })];
    const place = { before, after, mine: mineOf(from), from, to };
    const moved = inOrder.has(to) ? [] : [named({ kind: 'moved', ...place })];
    return saysOf(before) === saysOf(after) ? moved : [...moved, named({ kind: 'changed', ...place })];
  });
  return [...others, ...removed].toSorted((a, b) => placeOf(a, fromNow) - placeOf(b, fromNow));
}

/** Where a change is told: at its place in the draft of now; a removed block behind the last block before it that stayed. */
function placeOf({ from, to }: Placed, fromNow: ReadonlyMap<number, number>): number {
  if (to !== undefined) return to;
  let last = -1;
  for (const [place, base] of fromNow) if (base < (from ?? 0)) last = Math.max(last, place);
  return last + 0.5;
}

function idOf({ kind, before, after, from }: Omit<Placed, 'id'>): string {
  const said = `${from}|${before === undefined ? '' : saysOf(before)}|${after === undefined ? '' : saysOf(after)}`;
  return `${kind}-${hash(said)}`;
}

/** FNV-1a, 32 bits, in hexadecimal: a short name, no protection. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
