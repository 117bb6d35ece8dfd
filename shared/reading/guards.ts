// Keeps apart what a sentence states and what it only mentions: conditions, rights, what was not the reason, what was overturned.
import { allMatches, type SignalMatch } from './matching.ts';
import type { CompiledRules } from './patterns.ts';
import type { Sentence } from './sentences.ts';

/** What a paragraph ends with when its point was given up. */
const SETTLED =
  /\b(?:(?:that|this|the first|the second) (?:point|question|reason|ground|issue)s? (?:is|was|has been) (?:now )?(?:settled|decided|resolved|dropped|withdrawn)|those points are settled|in your favou?r)\b/;

/** True when the whole sentence cannot be a ground: it was overturned, withdrawn by the next sentence, reported speech, or about the future. */
export function isSetAside(sentences: readonly Sentence[], index: number, rules: CompiledRules): boolean {
  const sentence = sentences[index];
  if (sentence === undefined) return true;
  const { guards } = rules;
  const following = sentences.slice(index + 1, index + 4).filter((other) => other.paragraph - sentence.paragraph <= 1);
  const next = following[0];
  if (next !== undefined && guards.anaphor.test(next.match)) return true;
  if (
    guards.overturned.test(sentence.match) &&
    !/\bbut\b|however|not (withdr|revers|chang|overturn)|(did|does) not (accept|agree with)/.test(sentence.match)
  )
    return true;
  if (guards.earlier.test(sentence.match) && following.slice(0, 3).some((other) => guards.overturned.test(other.match)))
    return true;
  const rest = sentences.slice(index + 1, index + 5).filter((other) => other.paragraph === sentence.paragraph);
  if (rest.some((other) => SETTLED.test(other.match))) return true;
  if (guards.future.test(sentence.match)) return true;
  return guards.reported.test(sentence.match) && !guards.deny.test(sentence.match);
}

/** Ranges of the sentence in which nothing counts: conditions from their "if" on, and segments that say what was not the reason or was approved. */
export function blockedRanges(sentence: Sentence, rules: CompiledRules): SignalMatch[] {
  const segments = segmentsOf(sentence);
  const blocked: SignalMatch[] = [];
  for (const segment of segments) {
    const text = sentence.match.slice(segment.from, segment.to);
    const condition = allMatches(rules.guards.conditional, text)[0];
    if (condition !== undefined)
      blocked.push({ from: segment.from + conditionStart(text, condition.from), to: segment.to });
    if (rules.guards.notGround.some((pattern) => allMatches(pattern, text).length > 0)) blocked.push(segment);
    if (rules.guards.favorable.test(text)) blocked.push(segment);
  }
  return blocked;
}

/** "A claim can be denied if…": what may happen under a condition stands under it as well. */
function conditionStart(text: string, at: number): number {
  return /\b(?:can|may|might|could|will|would|must|for denials)\b/.test(text.slice(0, at)) &&
    !/\b(?:not|was|were|did)\b/.test(text.slice(0, at))
    ? 0
    : at;
}

/** Parts of a sentence between semicolons, colons and "but". */
function segmentsOf(sentence: Sentence): SignalMatch[] {
  const cuts = new Set<number>([0]);
  for (const part of sentence.parts) if (part.strong) cuts.add(part.at);
  for (const hit of sentence.match.matchAll(/ (?:but|however|instead|rather it) /g)) cuts.add(hit.index + 1);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.map((from, index) => ({ from, to: sorted[index + 1] ?? sentence.match.length }));
}
