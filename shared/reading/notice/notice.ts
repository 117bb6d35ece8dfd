// The decision and how the notice gives it: outcome, timing, deciders, criteria, and the contents of a lawful notice it holds.
import type { NoticeReading, Proof, ReasonFinding, Zone } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Paper } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import type { Sentence } from '../sentences.ts';
import { contentsBySignals, foreignLine } from './contents.ts';
import { criteriaOf } from './criteria.ts';
import { decidersOf } from './deciders.ts';
import { letterOf } from './letter.ts';
import { outcomeOf, timingOf } from './outcome.ts';
import { compileNotice } from './rules.ts';

type Content = NoticeReading['contents'][number];

/** Papers that may give notice of a denial. */
export function isNotice(kind: DocumentKind): boolean {
  return kind === 'denial-letter' || kind === 'eob';
}

/** Reads a denial letter or benefit statement as a notice. Pure and total; nothing is reported without the words that show it. */
export function noticeOf(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  kind: DocumentKind,
  reasons: readonly ReasonFinding[],
  rules: CompiledRules,
): NoticeReading {
  const notice = compileNotice(rules.source);
  const letter = letterOf(paper, sentences, zones, rules, notice.sieve);
  const outcome = outcomeOf(letter, kind, reasons, notice);
  const timing = timingOf(letter, notice);
  const deciders = decidersOf(letter, notice);
  const criteria = criteriaOf(letter, notice);
  const shown = (id: string, proof: Proof | undefined, why: string): Content[] =>
    proof === undefined ? [] : [{ id, proof, why }];
  const contents = [
    ...shown('specific-reason', reasons[0]?.proof, 'gives a ground'),
    ...shown('decision-stated', outcome.proof, outcome.why[0] ?? 'says what was decided'),
    ...shown('reviewer-named', deciders.find(({ role }) => role === 'reviewer')?.proof, 'says who decided'),
    ...shown('standard-used', criteria.find(({ type }) => type === 'standard')?.proof, 'names the standard'),
    ...foreignLine(letter, 'language-help'),
    ...contentsBySignals(letter, notice),
    ...shown('plan-provision', criteria.find(({ type }) => type === 'provision')?.proof, 'names a provision'),
  ];
  return {
    outcome,
    ...(timing && { timing }),
    deciders,
    criteria: criteria.map(({ name, proof }) => ({ name, proof })),
    contents: onceEach(contents),
  };
}

function onceEach(contents: readonly Content[]): Content[] {
  const seen = new Set<string>();
  return contents.filter(({ id }) => !seen.has(id) && seen.add(id));
}
