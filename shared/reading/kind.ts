// What kind of paper this is, by its title lines and its wording.
import type { Proof } from '../model/finding.ts';
import type { DocumentKind } from '../model/vocabulary.ts';
import { allMatches } from './matching.ts';
import { type Paper, proofOfTokens } from './paper.ts';
import type { CompiledRules } from './patterns.ts';
import { mayOccur, type Sifted } from './sieve/sieve.ts';
import { spanishKind } from './spanish-kind.ts';
import { type FoundCue, type KindLook, kindRows } from './weigh/kind-features.ts';
import { KIND_CLASSES, softmax, sumsOfRows } from './weigh/model.ts';
import { matchLine } from './zones.ts';

export interface KindReading {
  readonly value: DocumentKind;
  readonly confidence: number;
  readonly why: string[];
  readonly proof?: Proof | undefined;
}

/** Lines of the first page in which a title is looked for. */
const TITLE_LINES = 16;

const NOTHING: KindReading = { value: 'other', confidence: 0.3, why: ['no wording of a known kind of paper'] };

/** A wording of a few words told the kind, and nothing learnt. */
const SPANISH_CONFIDENCE = 0.7;

/** The likeliest kind, by the cues of the rules and the words of the paper; `other` when nothing tells. */
export function kindOf(paper: Paper, rules: CompiledRules): KindReading {
  if (paper.lines.length === 0) return NOTHING;
  const spanish = spanishKind(paper);
  if (spanish !== undefined)
    return {
      value: spanish.value,
      confidence: spanish.value === 'other' ? 0.3 : SPANISH_CONFIDENCE,
      why: [spanish.why],
    };
  const look = lookAt(paper, rules);
  const probability = softmax(sumsOfRows(rules.kindModel, kindRows(look, rules.kindModel.table)));
  const ranked = KIND_CLASSES.map((kind, at) => ({ kind, value: probability[at] ?? 0 })).sort(
    (a, b) => b.value - a.value,
  );
  const cuesOf = (kind: DocumentKind) => look.hits.filter((cue) => cue.kind === kind && cue.weight > 0);
  // A card has few words, and so has a note: a card is told by what only cards say.
  const likeliest = ranked.find(({ kind }) => kind !== 'id-card' || cuesOf(kind).length > 0);
  const titled = isBrief(paper) ? titledKind(look.cues) : undefined;
  const first = ranked.find(({ kind }) => kind === titled) ?? likeliest;
  if (first === undefined) return NOTHING;
  const cues = cuesOf(first.kind).sort((a, b) => b.weight - a.weight);
  const proof = cues.find((cue) => cue.proof !== undefined)?.proof;
  return {
    value: first.kind,
    confidence: Math.round(Math.min(0.99, first.value) * 100) / 100,
    why: cues.length > 0 ? cues.map((cue) => cue.why) : ['its words are those of this kind of paper'],
    ...(proof === undefined ? {} : { proof }),
  };
}

/** Words up to which a paper is brief: weights were learnt from whole pages, and of a few words its title tells more. */
const BRIEF_WORDS = 40;

function isBrief({ lines }: Paper): boolean {
  return lines.reduce((count, line) => count + line.tokens.length, 0) <= BRIEF_WORDS;
}

/** The least sum of cues (in quarters, as features hold it) by which a title tells the kind, and by how much the next kind must be behind. */
const TITLED = 0.75;
const AHEAD = 0.5;

/** "NOTICE OF DENIAL" above a sentence: the kind whose cues alone are clear, if any. */
function titledKind(cues: readonly FoundCue[]): DocumentKind | undefined {
  const strengths = new Map(cues.map(({ name, strength }) => [name, strength]));
  const sums = KIND_CLASSES.map((kind) => ({ kind, sum: strengths.get(`sum-${kind}`) ?? 0 }));
  const [best, next] = sums.sort((a, b) => b.sum - a.sum);
  return best !== undefined && best.sum >= TITLED && best.sum - (next?.sum ?? 0) >= AHEAD ? best.kind : undefined;
}

type Cue = Pick<CompiledRules['kinds'][number]['cues'][number], 'pattern' | 'number'>;

interface CueHit {
  readonly kind: DocumentKind;
  readonly weight: number;
  readonly why: string;
  readonly proof: Proof | undefined;
}

interface SiftedText {
  readonly match: string;
  readonly sifted: Sifted;
}

/** Everything the kind is told by, and where its cues were hit. */
export function lookAt(
  paper: Paper,
  rules: Pick<CompiledRules, 'kinds' | 'sieve'>,
): KindLook & { readonly hits: readonly CueHit[] } {
  const lines = paper.lines.filter((line) => /[\p{L}\p{N}]/u.test(line.text));
  const all = lines.map(matchLine);
  const sifted = (match: string): SiftedText => ({ match, sifted: rules.sieve.sift(match) });
  const top = lines
    .slice(0, TITLE_LINES)
    .map((line, index) => ({ line, ...sifted(unspaced(line.text, all[index] ?? '')) }));
  const body = [...new Set(all)].map(sifted);
  const hits: CueHit[] = [];
  const found: FoundCue[] = [];
  for (const { kind, cues } of rules.kinds) {
    let score = 0;
    cues.forEach((cue, at) => {
      const hit = cue.where === 'top' ? topHit(top, cue) : presence(body, cue, cue.where);
      if (hit === undefined) return;
      score += cue.weight * hit.strength;
      found.push({ name: `${kind}-${at}`, strength: hit.strength });
      const proof = hit.line === undefined ? undefined : proofOfTokens(paper.pages, hit.line.tokens);
      hits.push({ kind, weight: cue.weight, why: cue.why, proof });
    });
    found.push({ name: `sum-${kind}`, strength: Math.max(-1, score / 4) });
  }
  return { lines, matches: all, cues: found, hits };
}

/** "S T A T E M E N T" as one word, beside the line as it stands. */
function unspaced(text: string, match: string): string {
  const joined = text
    .replace(/(?<![\p{L}])(?:\p{Lu} ){2,}\p{Lu}(?![\p{L}])/gu, (run) => run.replace(/ /g, ''))
    .toLowerCase();
  return joined === text.toLowerCase() ? match : `${match} ${joined.replace(/\s+/g, ' ')}`;
}

function topHit(
  top: ReadonlyArray<{ readonly line: Paper['lines'][number] } & SiftedText>,
  { pattern, number }: Cue,
): { strength: number; line: Paper['lines'][number] } | undefined {
  let found: { strength: number; line: Paper['lines'][number] } | undefined;
  top.forEach(({ line, match, sifted }, index) => {
    if (!mayOccur(sifted, number)) return;
    const hits = allMatches(pattern, match);
    const hit = hits[0];
    if (hit === undefined) return;
    // A title is short and stands early; the same words inside a sentence say less.
    const words = match.split(' ').length;
    const cell = line.cells.find((part) => allMatches(pattern, matchLine(part)).length > 0);
    const capitals = cell !== undefined && cell.text === cell.text.toUpperCase() && /\p{L}{3}/u.test(cell.text);
    const share = (hit.to - hit.from) / Math.max(cell === undefined ? match.length : cell.text.length, 1);
    const strength =
      (index < 4 ? 1 : 0.85) *
      (capitals || share > 0.6 ? 1 : share > 0.3 && words <= 12 ? 0.75 : words <= 10 ? 0.6 : 0.35);
    if (found === undefined || strength > found.strength) found = { strength, line };
  });
  return found;
}

function presence(
  body: readonly SiftedText[],
  cue: Cue,
  where: 'any' | 'absent',
): { strength: number; line: undefined } | undefined {
  const hit = anyHit(body, cue);
  if (where === 'any') return hit;
  return hit === undefined ? { strength: 1, line: undefined } : undefined;
}

function anyHit(body: readonly SiftedText[], cue: Cue): { strength: number; line: undefined } | undefined {
  const distinct = new Set(allLines(body, cue));
  if (distinct.size === 0) return undefined;
  return { strength: Math.min(2, 0.7 + 0.3 * distinct.size), line: undefined };
}

function allLines(body: readonly SiftedText[], { pattern, number }: Cue): string[] {
  const found: string[] = [];
  for (const { match, sifted } of body)
    if (mayOccur(sifted, number))
      for (const hit of allMatches(pattern, match)) found.push(match.slice(hit.from, hit.to));
  return found;
}
