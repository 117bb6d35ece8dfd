// How the rules a paper cites stand to the sentences that give its grounds: what a decision rests on is named in them or right beside them.
import type { ReasonId } from '../../../model/vocabulary.ts';
import type { Piece } from '../../paper.ts';

/** A reason the paper gives, in the words that give it. */
export interface Ground {
  readonly reason: ReasonId;
  readonly quote: string;
}

/** Part of a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** So many characters of a quote find it in a text; more may have been cut otherwise at the end of a line. */
const ENOUGH = 60;
/** So far from a ground its rule is still named beside it. */
const BESIDE = 250;

/** Where a text gives the grounds. */
export function groundsIn(flow: Piece, grounds: readonly Ground[]): Span[] {
  return grounds.flatMap(({ quote }) => {
    const words = quote.toLowerCase().replace(/\s+/g, ' ').trim();
    const from = words === '' ? -1 : flow.lower.indexOf(words.slice(0, ENOUGH));
    return from < 0 ? [] : [{ from, to: from + words.length }];
  });
}

/** Whether a rule is named in a ground, behind or before one, or away from all. */
export function toGrounds({ from, to }: Span, given: readonly Span[]): string[] {
  if (given.length === 0) return [];
  if (given.some((ground) => from < ground.to && to > ground.from)) return ['in-ground'];
  const near = [
    ...(given.some((ground) => from >= ground.to && from - ground.to < BESIDE) ? ['behind-ground'] : []),
    ...(given.some((ground) => to <= ground.from && ground.from - to < BESIDE) ? ['before-ground'] : []),
  ];
  return near.length > 0 ? near : ['off-ground'];
}
