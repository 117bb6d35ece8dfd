// Finds the grounds a paper gives, sentence by sentence, and leaves out what it mentions without relying on it.
import type { ReasonFinding, Zone } from '../model/finding.ts';
import type { ReasonId } from '../model/vocabulary.ts';
import { blockedRanges, isSetAside } from './guards.ts';
import { matchSignal, type SignalMatch } from './matching.ts';
import { type Paper, proofOfTokens, type Token } from './paper.ts';
import type { CompiledRules } from './patterns.ts';
import { isTabular, type Sentence } from './sentences.ts';

/** What one sentence says for one reason. */
export interface Evidence {
  readonly reason: ReasonId;
  readonly sentence: number;
  readonly score: number;
  /** Added when the best sentence is chosen: one that says what was refused says the ground best. */
  readonly rank: number;
  readonly generic: 'sentence' | 'paragraph' | undefined;
  readonly span: SignalMatch;
  readonly why: readonly string[];
}

/** Score from which a reason counts as given. */
const ACCEPTED = 0.6;
/** The plan's rule as such: "the plan pays for…". What was found in this case says the ground better. */
const RULE_ONLY =
  /^(?:[a-z]+ )?(?:plan|policy|it|we|they|medicare|contract|fund|brochure|certificate|part|section) (?:only |does not |do not |will not )?(?:pay|pays|cover|covers|asks|provides|requires|allows|limits)\b/;
/** How far a zone can carry a ground. */
const ZONE_WEIGHT: Readonly<Record<Zone, number>> = {
  letterhead: 0.8,
  reference: 1,
  determination: 1,
  rationale: 1,
  body: 1,
  table: 0.95,
  legend: 1,
  rights: 0.35,
  taglines: 0,
};

/** The reasons given in the prose of a paper, each with the smallest clause that states it. `skip` names sentences read elsewhere (legend entries). */
export function proseReasons(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  rules: CompiledRules,
  skip: ReadonlySet<number>,
): ReasonFinding[] {
  const evidence: Evidence[] = [];
  sentences.forEach((sentence, index) => {
    const weight = ZONE_WEIGHT[zones[sentence.line] ?? 'body'];
    if (weight === 0 || skip.has(index)) return;
    evidence.push(...evidenceOf(sentences, index, weight * layoutWeight(paper, sentence), rules));
  });
  const strong = strengthen(withoutGeneric(evidence, sentences), sentences);
  return strong.map((item) => findingOf(paper, sentences, item)).flatMap((finding) => finding ?? []);
}

/** A label and a figure: "Charges not paid: $2,880.00". It says how much, not why. */
const FIGURE_ONLY = /^\W*[\p{L}\s/()'.-]{3,60}:?\s*\$?\s?[\d,]+(?:\.\d\d)?\W*$/u;

/** In a table or beside a label, words are names of columns more often than statements. */
export function layoutWeight(paper: Paper, sentence: Sentence): number {
  const line = paper.lines[sentence.line];
  if (line !== undefined && FIGURE_ONLY.test(line.text) && sentence.line === sentence.lastLine) return 0.2;
  if (sentence.isColumn === true || line === undefined || sentence.line !== sentence.lastLine || !isTabular(line))
    return 1;
  if (
    /^(?:[a-z0-9]{1,3} )?(?:reason|reasons|decision|determination|denial|explanation|note|remark|why|basis|rationale|result|status|outcome)/.test(
      sentence.match,
    )
  )
    return 1;
  return line.cells.length >= 3 ? 0.5 : 0.65;
}

/** What one sentence says for every reason, guards applied. */
export function evidenceOf(
  sentences: readonly Sentence[],
  index: number,
  weight: number,
  rules: CompiledRules,
): Evidence[] {
  const sentence = sentences[index];
  if (sentence === undefined || sentence.match.length < 8 || isSetAside(sentences, index, rules)) return [];
  const blocked = blockedRanges(sentence, rules);
  const rights = matchesRights(sentence, rules) ? 0.3 : 1;
  const found: Evidence[] = [];
  for (const { reason, signals } of rules.reasons) {
    const hits = signals.flatMap((signal) => {
      const span = matchSignal(signal, sentence, blocked);
      return span === undefined ? [] : [{ signal, span }];
    });
    if (hits.length === 0) continue;
    hits.sort((a, b) => b.signal.weight - a.signal.weight || a.span.to - a.span.from - (b.span.to - b.span.from));
    const missing = hits.slice(0, 3).reduce((left, hit) => left * (1 - hit.signal.weight), 1);
    const first = hits[0];
    if (first === undefined) continue;
    const firm = hits.find((hit) => hit.signal.generic === undefined);
    found.push({
      reason,
      sentence: index,
      score:
        (1 - missing) * weight * rights * (reason !== 'benefit-exclusion' && RULE_ONLY.test(sentence.match) ? 0.88 : 1),
      rank: rules.guards.deny.test(sentence.match) ? 0.08 : 0,
      generic: firm === undefined ? first.signal.generic : undefined,
      span: (firm ?? first).span,
      why: hits.slice(0, 3).map((hit) => hit.signal.why),
    });
  }
  return found;
}

function matchesRights(sentence: Sentence, rules: CompiledRules): boolean {
  rules.guards.rights.lastIndex = 0;
  const hit = rules.guards.rights.test(sentence.match);
  rules.guards.rights.lastIndex = 0;
  return hit;
}

/** A general wording gives way where the same sentence, or its paragraph, names a more specific ground. */
function withoutGeneric(evidence: readonly Evidence[], sentences: readonly Sentence[]): Evidence[] {
  const firm = evidence.filter((item) => item.generic === undefined && item.score >= ACCEPTED);
  const rank = (item: Evidence): number => (item.generic === undefined ? 2 : item.generic === 'sentence' ? 1 : 0);
  const kept = evidence.filter((item) => {
    if (item.generic === undefined) return true;
    return !firm.some((other) => other.reason !== item.reason && isNear(item, other, sentences));
  });
  return kept.filter(
    (item) =>
      item.generic === undefined ||
      !kept.some(
        (other) =>
          other.reason !== item.reason &&
          other.sentence === item.sentence &&
          rank(other) > rank(item) &&
          other.score >= ACCEPTED,
      ),
  );
}

function isNear(item: Evidence, other: Evidence, sentences: readonly Sentence[]): boolean {
  if (other.sentence === item.sentence) return true;
  if (item.generic !== 'paragraph') return false;
  const apart = Math.abs(other.sentence - item.sentence);
  const sameParagraph = sentences[other.sentence]?.paragraph === sentences[item.sentence]?.paragraph;
  return (sameParagraph && apart <= 4) || apart <= 1;
}

/** Neighbouring sentences of one paragraph that point to the same reason strengthen each other; the best sentence stands for the reason. */
function strengthen(evidence: readonly Evidence[], sentences: readonly Sentence[]): Evidence[] {
  const best = new Map<ReasonId, { item: Evidence; value: number }>();
  for (const item of evidence) {
    const near = evidence.filter(
      (other) =>
        other.reason === item.reason &&
        other !== item &&
        Math.abs(other.sentence - item.sentence) <= 2 &&
        sentences[other.sentence]?.paragraph === sentences[item.sentence]?.paragraph,
    );
    const missing = near.reduce((left, other) => left * (1 - other.score * 0.8), 1 - item.score);
    const score = 1 - missing;
    if (score < ACCEPTED) continue;
    const known = best.get(item.reason);
    const value = item.score + item.rank;
    if (known === undefined || value > known.value + 0.02)
      best.set(item.reason, { item: { ...item, score: Math.max(score, known?.item.score ?? 0) }, value });
  }
  return [...best.values()]
    .map(({ item }) => item)
    .sort((a, b) => a.sentence - b.sentence || a.span.from - b.span.from);
}

function findingOf(paper: Paper, sentences: readonly Sentence[], item: Evidence): ReasonFinding | undefined {
  const sentence = sentences[item.sentence];
  if (sentence === undefined) return undefined;
  const proof = proofOfTokens(paper.pages, clauseTokens(sentence, item.span));
  return proof === undefined
    ? undefined
    : {
        reason: item.reason,
        proof,
        confidence: Math.min(0.99, Math.round(item.score * 100) / 100),
        why: [...item.why],
      };
}

/** The words of the smallest clause that holds the match: at least six words, else the neighbouring clause too. */
export function clauseTokens(sentence: Sentence, span: SignalMatch): Token[] {
  const parts = sentence.parts;
  const inside = parts
    .map((part, index) => ({ part, index, end: parts[index + 1]?.at ?? sentence.match.length + 1 }))
    .filter(({ part, end }) => part.at < span.to && end > span.from);
  let first = inside[0]?.index ?? 0;
  let last = inside.at(-1)?.index ?? parts.length - 1;
  const grow = (): void => {
    while (first > 0 && parts[first - 1]?.clause === parts[first]?.clause) first -= 1;
    while (last < parts.length - 1 && parts[last + 1]?.clause === parts[last]?.clause) last += 1;
  };
  grow();
  while (last - first < 5 && (first > 0 || last < parts.length - 1)) {
    if (first > 0 && parts[first]?.strong !== true) first -= 1;
    else if (last < parts.length - 1) last += 1;
    else first -= 1;
    grow();
  }
  return parts.slice(first, last + 1).map((part) => part.token);
}
