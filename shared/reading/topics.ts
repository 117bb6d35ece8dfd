// The second look: a refusal in unusual words, told by the world its words belong to. Only where no signal spoke, and with low confidence.
import type { ReasonFinding, Zone } from '../model/finding.ts';
import type { ReasonId } from '../model/vocabulary.ts';
import { blockedRanges, isSetAside } from './guards.ts';
import { allMatches, type SignalMatch } from './matching.ts';
import { type Paper, proofOfTokens } from './paper.ts';
import type { CompiledRules } from './patterns.ts';
import { clauseTokens } from './reasons.ts';
import { isTabular, type Sentence } from './sentences.ts';

/** Least sum of word weights, and least lead over the next reason, by how much else is known. */
const NOTHING_FOUND = { least: 2.5, lead: 0.3 };
const OPEN_GROUND = { least: 3.2, lead: 0.6 };
/** Under this confidence a general exclusion gives way to a clearer topic. */
const WEAK_EXCLUSION = 0.75;

/** One sentence with the one after it, and how much each reason's words weigh there. */
interface Look {
  readonly index: number;
  readonly reason: ReasonId;
  readonly score: number;
  readonly lead: number;
  readonly span: SignalMatch;
}

/**
 * The reasons of a refusal, `found` by signals, completed where no signal spoke: of the whole paper when it names none (or only a general
 * exclusion), else of its numbered grounds that are still without one.
 */
export function withTopics(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  rules: CompiledRules,
  found: readonly ReasonFinding[],
  skip: ReadonlySet<number>,
): ReasonFinding[] {
  const open = explaining(paper, sentences, zones, rules, skip);
  const only = found.length === 1 ? found[0] : undefined;
  if (found.length === 0) return bestOf(paper, sentences, zones, rules, open, NOTHING_FOUND);
  if (only?.reason === 'benefit-exclusion' && only.confidence < WEAK_EXCLUSION) {
    const other = bestOf(paper, sentences, zones, rules, open, OPEN_GROUND);
    return other.length > 0 ? other : [...found];
  }
  const extra = openGrounds(paper, sentences, open, found, rules).flatMap((ground) =>
    bestOf(paper, sentences, zones, rules, ground, OPEN_GROUND),
  );
  return [
    ...found,
    ...extra.filter(
      (finding, at) =>
        !found.some((other) => other.reason === finding.reason) &&
        extra.findIndex((other) => other.reason === finding.reason) === at,
    ),
  ];
}

/** The reason whose words weigh most in the given sentences, when they weigh enough. */
export function bestOf(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  rules: CompiledRules,
  indexes: readonly number[],
  limits: { readonly least: number; readonly lead: number } = NOTHING_FOUND,
): ReasonFinding[] {
  const looks = indexes
    .flatMap((index) => lookAt(sentences, index, zones, rules) ?? [])
    .filter((look) => look.score >= limits.least && look.lead >= limits.lead);
  looks.sort((a, b) => b.score + b.lead - a.score - a.lead);
  return looks.slice(0, 1).flatMap((look) => findingOf(paper, sentences, look) ?? []);
}

const MARKER =
  /^(?:the )?(?:first|second|third|fourth|also|in addition|finally|another reason|ground [a-z0-9]|reason [a-z0-9]|bill \d|claim \d|line \d|item \d|[a-d1-6])(?: |$)/;

/** Numbered grounds ("First", "B.", "Bill 3") none of whose sentences gave a reason; only where at least two are numbered. */
function openGrounds(
  paper: Paper,
  sentences: readonly Sentence[],
  open: readonly number[],
  found: readonly ReasonFinding[],
  rules: CompiledRules,
): number[][] {
  const grounds: number[][] = [];
  let paragraph = -9;
  for (const index of open) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    if (MARKER.test(sentence.match)) grounds.push([index]);
    else if (grounds.length > 0 && sentence.paragraph === paragraph) grounds.at(-1)?.push(index);
    paragraph = sentence.paragraph;
  }
  if (grounds.length < 2) return [];
  return grounds.filter(
    (ground) =>
      speaks(sentences, ground, rules) &&
      !ground.some((index) => found.some((finding) => isIn(paper, sentences[index], finding))),
  );
}

/** A ground told by a bare number or letter must speak of refusing: official letters number all their paragraphs. */
function speaks(sentences: readonly Sentence[], ground: readonly number[], rules: CompiledRules): boolean {
  if (!/^(?:[a-d1-6])(?: |$)/.test(sentences[ground[0] ?? 0]?.match ?? '')) return true;
  return ground.some((index) => rules.guards.deny.test(sentences[index]?.match ?? ''));
}

function isIn(paper: Paper, sentence: Sentence | undefined, finding: ReasonFinding): boolean {
  return (sentence?.parts ?? []).some(
    ({ token }) =>
      paper.pages[token.page]?.pageNumber === finding.proof.pageNumber &&
      token.word >= finding.proof.from &&
      token.word < finding.proof.to,
  );
}

/** Sentences that may explain the refusal: not rights, tables, headings, or what was set aside. */
function explaining(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  rules: CompiledRules,
  skip: ReadonlySet<number>,
): number[] {
  return sentences.flatMap((sentence, index) => {
    const zone = zones[sentence.line];
    const line = paper.lines[sentence.line];
    if (skip.has(index) || line === undefined || (zone !== 'determination' && zone !== 'rationale' && zone !== 'body'))
      return [];
    if (isTabular(line) || sentence.match.split(' ').length < 5) return [];
    if (isSetAside(sentences, index, rules) || allMatches(rules.guards.rights, sentence.match).length > 0) return [];
    return [index];
  });
}

function lookAt(
  sentences: readonly Sentence[],
  index: number,
  zones: readonly Zone[],
  rules: CompiledRules,
): Look | undefined {
  const sentence = sentences[index];
  if (sentence === undefined) return undefined;
  const after = sentences[index + 1];
  const next =
    after !== undefined &&
    after.paragraph === sentence.paragraph &&
    zones[after.line] !== 'rights' &&
    !isSetAside(sentences, index + 1, rules)
      ? after
      : undefined;
  const blocked = blockedRanges(sentence, rules);
  const scores = rules.topics.map(({ reason, cues }) => {
    let score = 0;
    let span: SignalMatch | undefined;
    for (const { pattern, weight } of cues) {
      const own = allMatches(pattern, sentence.match).find(
        (hit) => !blocked.some((range) => hit.from < range.to && hit.to > range.from),
      );
      if (own !== undefined) {
        score += weight;
        span = span === undefined ? own : { from: Math.min(span.from, own.from), to: Math.max(span.to, own.to) };
      } else if (next !== undefined && allMatches(pattern, next.match).length > 0) score += weight * 0.8;
    }
    return { reason, score, span };
  });
  scores.sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first?.span === undefined) return undefined;
  const lead = first.score - (second?.score ?? 0);
  return { index, reason: first.reason, score: first.score, lead, span: first.span };
}

function findingOf(paper: Paper, sentences: readonly Sentence[], look: Look): ReasonFinding | undefined {
  const sentence = sentences[look.index];
  const proof = sentence === undefined ? undefined : proofOfTokens(paper.pages, clauseTokens(sentence, look.span));
  if (proof === undefined) return undefined;
  return {
    reason: look.reason,
    proof,
    confidence: Math.round(Math.min(0.55, 0.3 + look.score / 30) * 100) / 100,
    why: ['no usual wording; the words of this sentence belong to this reason, so please check it'],
  };
}
