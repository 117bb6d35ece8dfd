// Prepares every sentence of a paper for the weights: its words, its neighbours, signals, guards and zone.
import type { Zone } from '../../model/finding.ts';
import { blockedRanges, isSetAside } from '../guards.ts';
import { allMatches } from '../matching.ts';
import type { Paper } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import { evidenceOf } from '../reasons.ts';
import { isTabular, type Sentence } from '../sentences.ts';
import type { Look } from './features.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One look for each sentence, in their order. */
export function looksOf(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  rules: CompiledRules,
): Look[] {
  const words = sentences.map((sentence) => tokensOf(sentence.match));
  const beside = (index: number, step: number): readonly Token[] => {
    const other = sentences[index + step];
    return other !== undefined && other.paragraph === sentences[index]?.paragraph ? (words[index + step] ?? []) : [];
  };
  return sentences.map((sentence, index) => ({
    tokens: words[index] ?? [],
    before: beside(index, -1),
    after: beside(index, 1),
    zone: zones[sentence.line] ?? 'body',
    signals: evidenceOf(sentences, index, 1, rules).map(({ reason, score, generic, why }) => ({
      reason,
      score,
      isGeneric: generic !== undefined,
      why,
    })),
    guards: guardsOf(paper, sentences, index, rules),
  }));
}

/** The guards that speak in a sentence. */
function guardsOf(paper: Paper, sentences: readonly Sentence[], index: number, rules: CompiledRules): string[] {
  const sentence = sentences[index];
  if (sentence === undefined) return [];
  const { guards } = rules;
  const { match } = sentence;
  const spoken: string[] = [];
  const blocked = blockedRanges(sentence, rules);
  if (blocked.length > 0) spoken.push('blocked');
  if (blocked.some((range) => range.to - range.from > match.length * 0.8)) spoken.push('all-blocked');
  if (isSetAside(sentences, index, rules)) spoken.push('set-aside');
  for (const name of ['overturned', 'earlier', 'reported', 'favorable', 'future', 'deny'] as const)
    if (guards[name].test(match)) spoken.push(name);
  if (guards.anaphor.test(match)) spoken.push('anaphor');
  if (allMatches(guards.rights, match).length > 0) spoken.push('rights');
  if (allMatches(guards.conditional, match).length > 0) spoken.push('conditional');
  if (guards.notGround.some((pattern) => allMatches(pattern, match).length > 0)) spoken.push('not-ground');
  const line = paper.lines[sentence.line];
  if (line !== undefined && isTabular(line)) spoken.push('tabular');
  return spoken;
}
