// What kind of paper this is, by its title lines and its wording.
import type { Proof } from '../model/finding.ts';
import type { DocumentKind } from '../model/vocabulary.ts';
import { allMatches } from './matching.ts';
import { type Paper, proofOfTokens } from './paper.ts';
import type { CompiledRules } from './patterns.ts';
import { matchLine } from './zones.ts';

export interface KindReading {
  readonly value: DocumentKind;
  readonly confidence: number;
  readonly why: string[];
  readonly proof?: Proof | undefined;
}

/** Lines of the first page in which a title is looked for. */
const TITLE_LINES = 16;

/** The kind with the most telling cues; `other` when nothing tells. */
export function kindOf(paper: Paper, rules: CompiledRules): KindReading {
  const lines = paper.lines.filter((line) => /[\p{L}\p{N}]/u.test(line.text));
  const all = lines.map(matchLine);
  const top = lines
    .slice(0, TITLE_LINES)
    .map((line, index) => ({ line, match: unspaced(line.text, all[index] ?? '') }));
  const body = all.join('\n');
  const scores = rules.kinds.map(({ kind, cues }) => {
    let score = 0;
    const why: string[] = [];
    let proof: Proof | undefined;
    for (const cue of cues) {
      const hit = cue.where === 'top' ? topHit(top, cue.pattern) : presence(body, cue.pattern, cue.where);
      if (hit === undefined) continue;
      score += cue.weight * hit.strength;
      if (cue.weight > 0) why.push(cue.why);
      if (hit.line !== undefined && cue.weight > 0 && proof === undefined)
        proof = proofOfTokens(paper.pages, hit.line.tokens);
    }
    return { kind, score, why, proof };
  });
  scores.sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || first.score < 1.5)
    return { value: 'other', confidence: 0.3, why: ['no wording of a known kind of paper'] };
  const lead = (first.score - (second?.score ?? 0)) / Math.max(first.score, 1);
  return {
    value: first.kind,
    confidence: Math.round(Math.min(0.99, 0.5 + lead / 1.5) * 100) / 100,
    why: first.why,
    ...(first.proof === undefined ? {} : { proof: first.proof }),
  };
}

/** "S T A T E M E N T" as one word, beside the line as it stands. */
function unspaced(text: string, match: string): string {
  const joined = text
    .replace(/(?<![\p{L}])(?:\p{Lu} ){2,}\p{Lu}(?![\p{L}])/gu, (run) => run.replace(/ /g, ''))
    .toLowerCase();
  return joined === text.toLowerCase() ? match : `${match} ${joined.replace(/\s+/g, ' ')}`;
}

function topHit(
  top: ReadonlyArray<{ line: Paper['lines'][number]; match: string }>,
  pattern: RegExp,
): { strength: number; line: Paper['lines'][number] } | undefined {
  let found: { strength: number; line: Paper['lines'][number] } | undefined;
  top.forEach(({ line, match }, index) => {
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
  body: string,
  pattern: RegExp,
  where: 'any' | 'absent',
): { strength: number; line: undefined } | undefined {
  const hit = anyHit(body, pattern);
  if (where === 'any') return hit;
  return hit === undefined ? { strength: 1, line: undefined } : undefined;
}

function anyHit(body: string, pattern: RegExp): { strength: number; line: undefined } | undefined {
  const distinct = new Set(allLines(body, pattern));
  if (distinct.size === 0) return undefined;
  return { strength: Math.min(2, 0.7 + 0.3 * distinct.size), line: undefined };
}

function allLines(body: string, pattern: RegExp): string[] {
  const found: string[] = [];
  for (const line of body.split('\n'))
    for (const hit of allMatches(pattern, line)) found.push(line.slice(hit.from, hit.to));
  return found;
}
