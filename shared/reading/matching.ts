// Matches the signals of a reason against one sentence.
import type { CompiledSignal } from './patterns.ts';
import type { Sentence } from './sentences.ts';
import { mayOccur, type Sifted } from './sieve/sieve.ts';

/** Where a signal matched: offsets in the sentence's matching form. */
export interface SignalMatch {
  readonly from: number;
  readonly to: number;
}

/**
 * The tightest place where all patterns of a signal stand near each other, outside the blocked ranges; undefined when there is none. `sifted` is the
 * sentence, sifted by the sieve that holds the signal.
 */
export function matchSignal(
  signal: CompiledSignal,
  sentence: Sentence,
  blocked: readonly SignalMatch[],
  sifted: Sifted,
): SignalMatch | undefined {
  // Most signals end here.
  for (const number of signal.numbers) if (!mayOccur(sifted, number)) return undefined;
  if (signal.all.some((pattern) => !occurs(pattern, sentence.match))) return undefined;
  const lists: SignalMatch[][] = [];
  for (const pattern of signal.all) {
    const hits = allMatches(pattern, sentence.match).filter(
      (hit) => !blocked.some((range) => hit.from < range.to && hit.to > range.from),
    );
    if (hits.length === 0) return undefined;
    lists.push(hits);
  }
  if (signal.veto?.test(sentence.match) === true) return undefined;
  let best: SignalMatch | undefined;
  for (const span of combine(lists)) {
    if (lists.length > 1 && gapWords(sentence.match, span, lists) > signal.within) continue;
    if (best === undefined || span.to - span.from < best.to - best.from) best = span;
  }
  return best;
}

/** True when a pattern occurs at all. */
function occurs(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
}

/** All matches of a global pattern, overlapping ones left out. */
export function allMatches(pattern: RegExp, text: string): SignalMatch[] {
  const matches: SignalMatch[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit !== null && matches.length < 12; hit = pattern.exec(text)) {
    matches.push({ from: hit.index, to: hit.index + hit[0].length });
    if (hit[0] === '') pattern.lastIndex += 1;
  }
  pattern.lastIndex = 0;
  return matches;
}

function combine(lists: readonly SignalMatch[][]): SignalMatch[] {
  let spans: SignalMatch[] = lists[0] ?? [];
  for (const list of lists.slice(1)) {
    spans = spans
      .flatMap((span) =>
        list.map((hit) => ({
          from: Math.min(span.from, hit.from),
          to: Math.max(span.to, hit.to),
          same: hit.from === span.from && hit.to === span.to,
        })),
      )
      .filter((span) => !span.same)
      .slice(0, 60);
  }
  return spans;
}

function countWords(text: string, span: SignalMatch): number {
  let count = 1;
  for (let at = span.from; at < span.to; at += 1) if (text.charCodeAt(at) === 32) count += 1;
  return count;
}

/** Words of the span that belong to none of the matches: how far apart they stand. */
function gapWords(text: string, span: SignalMatch, lists: readonly SignalMatch[][]): number {
  const covered = lists.map((list) =>
    list.filter((hit) => hit.from >= span.from && hit.to <= span.to).map((hit) => countWords(text, hit)),
  );
  const inside = covered.reduce((sum, counts) => sum + Math.min(...counts, 99), 0);
  return countWords(text, span) - inside;
}
