// Keeps apart what a sentence states and what it only mentions: conditions, rights, what was not the reason, what was overturned.
import { matchesIn } from '../text/matches.ts';
import { allMatches, type SignalMatch } from './matching.ts';
import type { CompiledRules, Sifting } from './patterns.ts';
import type { Sentence } from './sentences.ts';
import { mayOccur, type Sifted } from './sieve/sieve.ts';

/** What a paragraph ends with when its point was given up. */
const SETTLED =
  /\b(?:(?:that|this|the first|the second) (?:point|question|reason|ground|issue)s? (?:is|was|has been) (?:now )?(?:settled|decided|resolved|dropped|withdrawn)|those points are settled|in your favou?r)\b/;

/** What stands beside words of a reversal where there was none. */
const NOT_OVERTURNED =
  /\bbut\b|however|not (?:withdr|revers|chang|overturn)|(?:did|does) not (?:accept|agree with)|(?:not|unable|need\w*|before) .*\bin your favou?r\b/;

/** True when the whole sentence cannot be a ground: it was overturned, withdrawn by the next sentence, reported speech, or about the future. */
export function isSetAside(
  sentences: readonly Sentence[],
  sifted: readonly Sifted[],
  index: number,
  rules: CompiledRules,
): boolean {
  const sentence = sentences[index];
  if (sentence === undefined) return true;
  const { guards } = rules;
  const says = (guard: Sifting, at: number): boolean => speaks(guard, sentences[at]?.match ?? '', sifted[at]);
  const following = [index + 1, index + 2, index + 3].filter((at) => {
    const other = sentences[at];
    return other !== undefined && other.paragraph - sentence.paragraph <= 1;
  });
  const next = following[0];
  if (next !== undefined && guards.anaphor.test(sentences[next]?.match ?? '')) return true;
  if (says(guards.overturned, index) && !NOT_OVERTURNED.test(sentence.match)) return true;
  if (says(guards.earlier, index) && following.some((at) => says(guards.overturned, at))) return true;
  const rest = sentences.slice(index + 1, index + 5).filter((other) => other.paragraph === sentence.paragraph);
  if (rest.some((other) => SETTLED.test(other.match))) return true;
  if (says(guards.future, index)) return true;
  return says(guards.reported, index) && !says(guards.deny, index);
}

/** Whether the next sentence of the paragraph takes a sentence back: "so the visit limit is not in question", "and the point is closed". */
export function isTakenBack(
  sentences: readonly Sentence[],
  sifted: readonly Sifted[],
  index: number,
  { guards }: CompiledRules,
): boolean {
  const next = sentences[index + 1];
  return (
    next !== undefined &&
    next.paragraph === sentences[index]?.paragraph &&
    speaks(guards.takenBack, next.match, sifted[index + 1])
  );
}

/** Whether the words of a guard stand in a text; `sifted` is the text, or a longer one it is part of, sifted by the rules' sieve. */
export function speaks({ pattern, number }: Sifting, text: string, sifted: Sifted | undefined): boolean {
  if (sifted !== undefined && !mayOccur(sifted, number)) return false;
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
}

/** Ranges of the sentence in which nothing counts: conditions from their "if" on, and segments that say what was not the reason or was approved. */
export function blockedRanges(sentence: Sentence, sifted: Sifted, rules: CompiledRules): SignalMatch[] {
  const { conditional, notGround, favorable } = rules.guards;
  if (![conditional, favorable, ...notGround].some(({ number }) => mayOccur(sifted, number))) return [];
  const blocked: SignalMatch[] = [];
  for (const segment of segmentsOf(sentence)) {
    const text = sentence.match.slice(segment.from, segment.to);
    const condition = speaks(conditional, text, sifted) ? allMatches(conditional.pattern, text)[0] : undefined;
    if (condition !== undefined)
      blocked.push({ from: segment.from + conditionStart(text, condition.from), to: segment.to });
    if (notGround.some((guard) => speaks(guard, text, sifted))) blocked.push(segment);
    if (speaks(favorable, text, sifted)) blocked.push(segment);
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

const TURN = / (?:but|however|instead|rather it) /g;

/** Parts of a sentence between semicolons, colons and "but". */
function segmentsOf(sentence: Sentence): SignalMatch[] {
  const cuts = new Set<number>([0]);
  for (const part of sentence.parts) if (part.strong) cuts.add(part.at);
  for (const hit of matchesIn(sentence.match, TURN)) cuts.add(hit.index + 1);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.map((from, index) => ({ from, to: sorted[index + 1] ?? sentence.match.length }));
}
