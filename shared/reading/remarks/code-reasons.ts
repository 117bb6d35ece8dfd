// Reasons from the codes and marks on lines: by the words of their legend where there is one, else by what the number stands for.
import type { ReasonFinding } from '../../model/finding.ts';
import type { ReasonId } from '../../model/vocabulary.ts';
import type { Paper } from '../paper.ts';
import type { CompiledRules } from '../patterns.ts';
import type { Sentence } from '../sentences.ts';
import type { SentenceWeights } from '../weigh/weighed.ts';
import { keysOf, type LegendEntry } from './legend.ts';
import { byLegend } from './note-reason.ts';
import type { UsedCode } from './used-codes.ts';

/** Codes that leave the reason to their remark. */
const GENERAL = new Set(['16', '96', 'A1']);

/** Reasons from codes on lines: by the legend's words where there is one, else by what the number stands for. */
export function codeReasons(
  paper: Paper,
  sentences: readonly Sentence[],
  used: readonly UsedCode[],
  entries: readonly LegendEntry[],
  weights: SentenceWeights,
  rules: CompiledRules,
): ReasonFinding[] {
  const findings: ReasonFinding[] = [];
  const seen = new Set<string>();
  for (const code of used) {
    if (code.row === 'pending') continue;
    const label = `${code.group ?? ''}-${code.code}`;
    if (seen.has(label)) continue;
    seen.add(label);
    const keys = keysOf(code);
    const told = entries.filter((item) => keys.includes(item.key));
    if (isRuled(code, used, rules) || isLeftToOwn(code, used, entries) || isLeftToRemark(code, used, entries)) continue;
    const known = knownReason(code, used, rules);
    const finding =
      told.length === 0
        ? byNumber(paper, code, known, used, rules)
        : byLegend(paper, sentences, told, code, known, weights, rules);
    if (finding !== undefined && !findings.some((other) => other.reason === finding.reason)) findings.push(finding);
  }
  return findings;
}

/** The reason a number stands for. A contractual price cut (CO-45) is no ground; a general code leaves the word to its remark. */
function knownReason(code: UsedCode, used: readonly UsedCode[], rules: CompiledRules): ReasonId | undefined {
  const { carc, rarc, reject } = rules.source.codes;
  if (code.system === 'carc' && code.code === '45' && code.group === 'CO') return undefined;
  if (code.system === 'carc' && GENERAL.has(code.code)) {
    const remark = used.find(
      (other) => other.system === 'rarc' && other.line === code.line && rarc[other.code]?.reason !== undefined,
    );
    if (remark !== undefined) return rarc[remark.code]?.reason;
  }
  if (code.system === 'rarc') return rarc[code.code]?.reason;
  if (code.system === 'reject') return reject[code.code]?.reason;
  if (code.system === 'own') return undefined;
  return carc[code.code]?.reason;
}

/** A remark beside an adjustment code that says why only completes it. */
function isRuled(code: UsedCode, used: readonly UsedCode[], rules: CompiledRules): boolean {
  if (code.system !== 'rarc') return false;
  return used.some(
    (other) =>
      other.system === 'carc' &&
      other.line === code.line &&
      rules.source.codes.carc[other.code]?.reason !== undefined &&
      !GENERAL.has(other.code),
  );
}

/** A general code beside a mark of the payer's own that a note explains: the note says why. */
function isLeftToOwn(code: UsedCode, used: readonly UsedCode[], entries: readonly LegendEntry[]): boolean {
  if (code.system !== 'carc' || !GENERAL.has(code.code)) return false;
  return used.some(
    (other) =>
      other.system === 'own' &&
      other.line === code.line &&
      other.code !== code.code &&
      !/^(?:MA?|N)\d+$/.test(other.code) &&
      entries.some(({ key }) => key === other.code),
  );
}

/** "PR-96, N429" with "N429  Spider veins: for appearance only" in the legend: the payer's words for the remark say why. */
function isLeftToRemark(code: UsedCode, used: readonly UsedCode[], entries: readonly LegendEntry[]): boolean {
  if (code.system !== 'carc' || !GENERAL.has(code.code)) return false;
  return used.some(
    (other) => other.system === 'rarc' && other.line === code.line && entries.some(({ key }) => key === other.code),
  );
}

function byNumber(
  paper: Paper,
  code: UsedCode,
  known: ReasonId | undefined,
  used: readonly UsedCode[],
  rules: CompiledRules,
): ReasonFinding | undefined {
  if (known === undefined || code.system === 'own') return undefined;
  const page = paper.pages[code.proof.pageNumber - 1];
  const remark = used.find(
    (other) => other.system === 'rarc' && other.line === code.line && other.proof.from === code.proof.to,
  );
  const to = remark?.proof.to ?? code.proof.to;
  const quote =
    page === undefined
      ? code.proof.quote
      : page.words
          .slice(code.proof.from, to)
          .map((word) => word.text)
          .join(' ');
  const meaning = rules.source.codes[code.system][code.code]?.meaning ?? '';
  const onPage = page?.pageNumber === code.proof.pageNumber;
  return {
    reason: known,
    proof: onPage ? { ...code.proof, to, quote } : code.proof,
    confidence: 0.85,
    why: [`code ${code.group === undefined ? '' : `${code.group}-`}${code.code} on a line: ${meaning}`],
  };
}
