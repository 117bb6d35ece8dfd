// How likely the decision rests on a rule it cites: by the form, by what leads to it and by what follows from it.
import { matchesIn } from '../../../text/matches.ts';
import type { Piece } from '../../paper.ts';
import type { Hit } from './hits.ts';

/** Words that lead from the decision to what it rests on. */
const RELIES =
  /\b(?:used|uses?|appl(?:y|ied|ies)|based on|relied|rel(?:y|ies)|under|according to|measured against|compar\w+|per|in accordance|pursuant|basis|see|sets? out|provides? that|states?|says|reads|lists?|requires?|limits?|defin\w+|excludes?|leaves? out|asks|looks? (?:at|for)|criteria|standard|our|reviewed (?:under|against)|found (?:in|at)|tells?|bars?|governs?|lets?|allows?|pays? for|keeps?|prevents?|forbids?|prohibits?|the (?:tool|yardstick|measure|test))\b/;
const REFUSES =
  /\b(?:not (?:meet|met|satisf\w+|covered?|pay|paid|payable|approved?|certif\w+|eligible|a benefit|included|necessary)|does(?:n't| not)|do not|cannot|can't|den(?:y|ied|ial|ies)|fails?|no benefits?|exclu\w+|leaves? out|sole basis|declined?|unproven|investigational|outside|not (?:part|one) of|four parts|missing|stops?|limit\w*|bars?|from paying|forbids?|prohibits?|conclusion)\b/;
const AGREES =
  /\b(?:(?:is|are|was|were|have been|all) (?:also |all )?(?:met|satisfied|approved|certified)|approval|approved|certified)\b/;
const RIGHTS =
  /\b(?:502\(a\)|erisa|civil action|lawsuit|sue|external review|right to|rights|disputes?|disputable|dismissed|(?:may|can|must|an|your) appeal (?:must|may|within|to|by)|to appeal|may appeal|grievance|hearing|discriminat\w*|civil rights|1557|department of|complaint|fraud|surprises? act|peer[- ]to[- ]peer|upon request|free of charge|copies|copy)\b/;

/** The score of a rule among all the rules of its text. */
export function scoreOf(
  flow: Piece,
  hit: Hit,
  all: readonly Hit[],
  labels: ReadonlySet<string>,
  approves: boolean,
): number {
  const sentence = sentenceAround(flow, hit.from, hit.to);
  const own = flow.lower.slice(sentence.from, sentence.to);
  const before = flow.lower.slice(Math.max(sentence.from, hit.from - 120), hit.from);
  const around = flow.lower.slice(Math.max(0, sentence.from - 160), Math.min(flow.text.length, sentence.to + 160));
  let score = hit.form.weight;
  const after = flow.lower.slice(hit.to, Math.min(sentence.to, hit.to + 60));
  if (RELIES.test(before) || RELIES.test(after)) score += 1;
  if (
    /^(?:\p{Lu}\p{L}+ (?:of |and )?){1,3}(?:Coverage|Description|Agreement|Document|Booklet|Handbook|Certificate|Contract|Brochure)\b/u.test(
      hit.value,
    )
  )
    score += 0.9;
  if (
    hit.form.name === 'provision' &&
    /\b(?:brochure|booklet|certificate|contract|plan document|handbook),? $/.test(before)
  )
    score += 0.6;
  if (hit.form.name === 'provision') score += Math.min(1, 0.5 * (hit.value.match(/, /g)?.length ?? 0));
  if (REFUSES.test(own)) score += 1.2;
  else if (REFUSES.test(around)) score += 0.6;
  // An approval, too, says what it was measured against.
  if (!approves && AGREES.test(own) && !/\bnot\b|n't/.test(own)) score -= 2.2;
  if (/\balso (?:consulted|reviewed|looked at|considered)\b/.test(own)) score -= 1.2;
  if (RIGHTS.test(own)) score -= hit.form.name === 'law' || hit.form.name === 'provision' ? 2.5 : 1.2;
  if (/\b(?:used|applied|relied on|basis)\W*$/.test(before) || [...labels].some((label) => label.includes(hit.value)))
    score += 1.5;
  const again = all.filter(
    (other) => other !== hit && code(other.value) === code(hit.value) && other.from !== hit.from,
  ).length;
  score += Math.min(1.2, again * 0.5);
  // A fuller name of the same rule at the same place is better.
  if (
    all.some(
      (other) => other !== hit && other.from <= hit.from && other.to >= hit.to && other.value.length > hit.value.length,
    )
  )
    score -= 1.5;
  return score;
}

function sentenceAround(piece: Piece, from: number, to: number): { from: number; to: number } {
  // One character more: a sentence may begin with the rule.
  const start = matchesIn(
    piece.text.slice(Math.max(0, from - 500), from + 1),
    /(?<!\b(?:No|Sec|Dr|Mr|Ms|Stat|Ch|Pub|Art|Mrs|St))[.?!]["')]?\s+(?=[A-Z(*"])/g,
  ).at(-1);
  const next = /[.?!]["')]?(?:\s+[A-Z(*"]|\s*$)/.exec(piece.text.slice(to));
  return {
    from: start === undefined ? Math.max(0, from - 500) : Math.max(0, from - 500) + start.index + start[0].length,
    to: next === null ? piece.text.length : to + next.index + 1,
  };
}

function code(value: string): string {
  return (/\S*\d\S*/.exec(value)?.[0] ?? value).toLowerCase().replace(/[^a-z0-9]/g, '');
}
