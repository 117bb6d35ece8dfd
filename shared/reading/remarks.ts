// Codes and note marks on the lines of a statement, and the legend that explains them: only what stands on a line counts.
import type { Proof, ReasonFinding, Zone } from '../model/finding.ts';
import { ReasonId } from '../model/vocabulary.ts';
import { clauseTokens } from './clauses.ts';
import { type Line, type Paper, proofOf, proofOfTokens } from './paper.ts';
import type { CompiledRules } from './patterns.ts';
import { isTabular, type Sentence } from './sentences.ts';
import { type SentenceWeight, spanOf } from './weigh/weighed.ts';

/** A code as it stands on a line: claim adjustment reason, remark, or a mark of the payer's own. */
export interface UsedCode {
  readonly system: 'carc' | 'rarc' | 'own';
  readonly group: string | undefined;
  readonly code: string;
  readonly proof: Proof;
  readonly line: number;
}

/** An entry of a legend: the mark and the sentences that explain it. */
export interface LegendEntry {
  readonly key: string;
  readonly sentences: readonly number[];
}

const GROUPED = /\b(CO|PR|OA|PI|CR)\s?-?\s?([0-9]{1,3}|[ABPW][0-9]{1,2})\b/g;
const REMARK = /(?<![\w.-])(MA?[0-9]{1,3}|N[0-9]{1,3})(?![\w.-])/g;
/** "Diagnosis  A41.9, N10": what stands behind the word, among codes alone, is a diagnosis though it has the shape of a remark. */
const DIAGNOSES =
  /\b(?:dx|diagnos[ie]s|icd(?:-?10)?)(?: codes?)?[\s.:]{1,24}(?:[A-TV-Z]\d[0-9A-Z.]{1,6}[\s,;/]{1,3}){0,12}$/i;
/** Codes that leave the reason to their remark. */
const GENERAL = new Set(['16', '96', 'A1']);
/** What a note says when it refuses nothing: cost sharing, discounts, thanks. */
const COST_SHARE =
  /\b(?:deductible|coinsurance|copay\w*|discount|savings|member rate|network rate|contracted rate|paid (?:at|in full|to you)|thank)\b/;
const KEY = /^(?:\(?([A-Z]{1,3}-?[A-Z]?\d{1,4}|\d{1,4}|[A-Z]{1,2}|[a-z])\)?[.:=)-]?)$/;

/** The codes that stand on service lines. */
export function usedCodes(paper: Paper, zones: readonly Zone[]): UsedCode[] {
  const keys = new Set(legendKeys(paper, zones));
  const used: UsedCode[] = [];
  paper.lines.forEach((line, index) => {
    const zone = zones[index];
    if (line.running || zone === 'legend' || zone === 'taglines' || zone === 'rights') return;
    if (startsEntry(line, keys) && !isTabular(line)) return;
    if (isUnusedList(paper, index)) return;
    const grouped = [...line.text.matchAll(GROUPED)].filter((hit) => !isExplained(line, hit.index, hit[0]));
    for (const hit of grouped) {
      const proof = proofOf(paper.pages, line, hit.index, hit.index + hit[0].length);
      if (proof !== undefined && hit[2] !== undefined)
        used.push({ system: 'carc', group: hit[1], code: hit[2], proof, line: index });
    }
    const money = /(?:^|[\s$(-])\d[\d,]*\.\d\d(?!\d)/.test(line.text);
    if (grouped.length === 0 && !money && !/^\W*(?:reason|remark|code|note|adj)/.test(line.lower)) return;
    for (const hit of line.text.matchAll(REMARK)) {
      const proof = proofOf(paper.pages, line, hit.index, hit.index + hit[0].length);
      if (proof !== undefined && hit[1] !== undefined && !DIAGNOSES.test(line.text.slice(0, hit.index)))
        used.push({ system: 'rarc', group: undefined, code: hit[1], proof, line: index });
    }
    if (money && !isPaidLine(line)) used.push(...ownMarks(paper, line, index, keys));
  });
  return used;
}

/** "CO-29  TIME LIMIT FOR FILING HAS EXPIRED.": a code at the beginning of a cell with its meaning behind it stands in a legend, not on a line. */
function isExplained(line: Line, at: number, code: string): boolean {
  if (/\d\.\d\d(?!\d)/.test(line.text)) return false;
  const starts = at === 0 || /(?:\s{2}|[|.;]\s?)$/.test(line.text.slice(0, at));
  return starts && /^[\s.:=-]*["(]?\p{L}+(?:[\s/,-]+\p{L}+){2}/u.test(line.text.slice(at + code.length));
}

/** The lines of a list of codes the paper says it does not use: "other remarks in use (not on this EOB)". */
function isUnusedList(paper: Paper, index: number): boolean {
  for (let at = index; at >= Math.max(0, index - 12); at -= 1) {
    const line = paper.lines[at];
    if (line === undefined || line.page !== paper.lines[index]?.page) return false;
    if (
      /\b(?:not (?:used )?(?:on|in) this (?:eob|statement|notice|claim|paper|remittance)|(?:not|never) used here|unused|other (?:codes|remarks|notes|messages) (?:in use|we use|you may see))\b/.test(
        line.lower,
      )
    )
      return true;
    if (at < index && paper.lines[at + 1]?.gapAbove === true) return false;
  }
  return false;
}

function isPaidLine(line: Line): boolean {
  return /\b(?:yes|paid in full|approved)\b/.test(line.lower) && !/\b(?:no|denied|not)\b/.test(line.lower);
}

function ownMarks(paper: Paper, line: Line, index: number, keys: ReadonlySet<string>): UsedCode[] {
  const last = line.tokens.at(-1);
  if (last === undefined) return [];
  const marks: UsedCode[] = [];
  for (const token of line.tokens.slice(-3)) {
    for (const text of line.text.slice(token.from, token.to).split(/[,/;]/)) {
      const key = text.replace(/^[(*]+|[).*]+$/g, '');
      const proof = proofOfTokens(paper.pages, [token]);
      if (keys.has(key) && proof !== undefined)
        marks.push({ system: 'own', group: undefined, code: key, proof, line: index });
    }
  }
  return marks;
}

function keyOf(text: string): string | undefined {
  const hit = KEY.exec(text);
  return hit?.[1];
}

/** The mark a line begins with, when it explains one. */
function entryKey(line: Line, inLegend: boolean): string | undefined {
  const first = line.tokens[0];
  const second = line.tokens[1];
  if (first === undefined || second === undefined) return undefined;
  const word = line.text.slice(first.from, first.to);
  const wide = second.from - first.to >= 2 || /[.:=)-]$/.test(word) || line.text.slice(second.from, second.to) === '-';
  if (!wide && (!inLegend || /^[a-z]$/.test(word))) return undefined;
  const prose = line.tokens.length >= 4 && !/\d\.\d\d\b/.test(line.text);
  return prose ? keyOf(word) : undefined;
}

function legendKeys(paper: Paper, zones: readonly Zone[]): string[] {
  return paper.lines.flatMap((line, index) =>
    line.running || zones[index] === 'rights' ? [] : (entryKey(line, zones[index] === 'legend') ?? []),
  );
}

function startsEntry(line: Line, keys: ReadonlySet<string>): boolean {
  const key = entryKey(line, false);
  return key !== undefined && keys.has(key);
}

/** The entries of the legend whose marks stand on a line; sentences of other entries are returned as unused. */
export function legendEntries(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  used: readonly UsedCode[],
): { readonly entries: LegendEntry[]; readonly covered: ReadonlySet<number> } {
  const marks = new Set(
    used.flatMap((code) => [code.code, `${code.group ?? ''}-${code.code}`, `${code.group ?? ''}${code.code}`]),
  );
  const listed = listedLines(paper, zones, marks);
  const entries: Array<{ key: string; sentences: number[] }> = [];
  const covered = new Set<number>();
  let current: { key: string; sentences: number[] } | undefined;
  let paragraph = -1;
  sentences.forEach((sentence, index) => {
    const line = paper.lines[sentence.line];
    const zone = zones[sentence.line];
    if (line === undefined || zone === 'rights' || zone === 'taglines') {
      current = undefined;
      return;
    }
    if (isUnusedList(paper, sentence.line)) {
      covered.add(index);
      current = undefined;
      return;
    }
    const first = sentence.parts[0]?.token;
    const atStart = first !== undefined && line.tokens[0]?.word === first.word;
    const text = first === undefined ? '' : wordText(paper, first.page, first.word);
    const inner = keyOf(text);
    const key = atStart
      ? entryKey(line, zone === 'legend')
      : inner !== undefined && /\d/.test(inner) && marks.has(inner)
        ? inner
        : undefined;
    if (key !== undefined && (zone === 'legend' || marks.has(key) || entries.length > 0 || listed.has(sentence.line))) {
      current = { key, sentences: [] };
      entries.push(current);
    } else if (zone !== 'legend' && sentence.paragraph !== paragraph) current = undefined;
    paragraph = sentence.paragraph;
    if (current === undefined) {
      if (zone === 'legend') covered.add(index);
      return;
    }
    current.sentences.push(index);
    covered.add(index);
  });
  return { entries: entries.filter((entry) => marks.has(entry.key)), covered };
}

/** Lines that begin an entry of a list of notes one of which stands on a line: the whole list is a legend, whatever its title. */
function listedLines(paper: Paper, zones: readonly Zone[], marks: ReadonlySet<string>): ReadonlySet<number> {
  const listed = new Set<number>();
  let list: Array<{ line: number; key: string }> = [];
  const close = (): void => {
    if (list.some((entry) => marks.has(entry.key))) for (const entry of list) listed.add(entry.line);
    list = [];
  };
  paper.lines.forEach((line, index) => {
    const zone = zones[index];
    const key = line.running || zone === 'rights' || zone === 'taglines' ? undefined : entryKey(line, false);
    if (key === undefined) return;
    if (index - (list.at(-1)?.line ?? index) > 5) close();
    list.push({ line: index, key });
  });
  close();
  return listed;
}

function wordText(paper: Paper, page: number, word: number): string {
  return paper.pages[page]?.words[word]?.text ?? '';
}

/** Reasons from codes on lines: by the legend's words where there is one, else by what the number stands for. */
export function codeReasons(
  paper: Paper,
  sentences: readonly Sentence[],
  used: readonly UsedCode[],
  entries: readonly LegendEntry[],
  weights: readonly SentenceWeight[],
  rules: CompiledRules,
): ReasonFinding[] {
  const findings: ReasonFinding[] = [];
  const seen = new Set<string>();
  for (const code of used) {
    const label = `${code.group ?? ''}-${code.code}`;
    if (seen.has(label)) continue;
    seen.add(label);
    const entry = entries.find(
      (item) => item.key === code.code || item.key === label || item.key === label.replace('-', ''),
    );
    if (isRuled(code, used, rules)) continue;
    const known = knownReason(code, used, rules);
    const finding =
      entry === undefined
        ? byNumber(paper, code, known, used, rules)
        : byLegend(paper, sentences, entry, code, known, weights, rules);
    if (finding !== undefined && !findings.some((other) => other.reason === finding.reason)) findings.push(finding);
  }
  return findings;
}

/** The reason a number stands for. A contractual price cut (CO-45) is no ground; a general code leaves the word to its remark. */
function knownReason(code: UsedCode, used: readonly UsedCode[], rules: CompiledRules): ReasonId | undefined {
  const { carc, rarc } = rules.source.codes;
  if (code.system === 'carc' && code.code === '45' && code.group === 'CO') return undefined;
  if (code.system === 'carc' && GENERAL.has(code.code)) {
    const remark = used.find(
      (other) => other.system === 'rarc' && other.line === code.line && rarc[other.code]?.reason !== undefined,
    );
    if (remark !== undefined) return rarc[remark.code]?.reason;
  }
  if (code.system === 'rarc') return rarc[code.code]?.reason;
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
  const meaning =
    (code.system === 'carc' ? rules.source.codes.carc : rules.source.codes.rarc)[code.code]?.meaning ?? '';
  const onPage = page?.pageNumber === code.proof.pageNumber;
  return {
    reason: known,
    proof: onPage ? { ...code.proof, to, quote } : code.proof,
    confidence: 0.85,
    why: [`code ${code.group === undefined ? '' : `${code.group}-`}${code.code} on a line: ${meaning}`],
  };
}

/** Share of probability, among the reasons alone, from which a note of a denied line is taken to say its likeliest reason. */
const LEADS = 0.35;

/** The reason a legend entry gives. The number's own meaning wins where the number is a standard one; the payer's own marks are read by their words. */
function byLegend(
  paper: Paper,
  sentences: readonly Sentence[],
  entry: LegendEntry,
  code: UsedCode,
  known: ReasonId | undefined,
  weights: readonly SentenceWeight[],
  rules: CompiledRules,
): ReasonFinding | undefined {
  const standard = rules.source.codes.carc[code.code];
  const said = likeliest(entry, weights);
  const words = entry.sentences.map((at) => sentences[at]?.match ?? '').join(' ');
  const isOwn = code.system === 'own';
  if (!isOwn && known === undefined && code.system === 'carc' && standard !== undefined) return undefined;
  const fromWords = said === undefined || (COST_SHARE.test(words) && said.none > 0.5) ? undefined : said.reason;
  const reason = isOwn ? (fromWords ?? standard?.reason) : (known ?? fromWords);
  if (reason === undefined) return undefined;
  const index = said?.reason === reason ? said.sentence : entry.sentences[0];
  const sentence = index === undefined ? undefined : sentences[index];
  if (sentence === undefined) return undefined;
  const proof = proofOfTokens(
    paper.pages,
    clauseTokens(sentence, spanOf(sentence, reason, rules.model)).filter(
      (token) => keyOf(wordText(paper, token.page, token.word)) !== entry.key,
    ),
  );
  if (proof === undefined) return undefined;
  const confidence = said?.reason === reason ? Math.min(0.97, 0.6 + 0.4 * said.share) : 0.75;
  return {
    reason,
    proof,
    confidence: Math.round(confidence * 100) / 100,
    why: [
      `note ${code.code} stands on a line`,
      ...(said?.reason === reason ? [`its words weigh towards it: ${said.words.join(', ')}`] : []),
    ],
  };
}

interface Said {
  readonly reason: ReasonId;
  readonly sentence: number;
  readonly share: number;
  readonly none: number;
  readonly words: readonly string[];
}

/** The likeliest reason of an entry's sentences, given that the line it belongs to was refused. */
function likeliest(entry: LegendEntry, weights: readonly SentenceWeight[]): Said | undefined {
  const said = entry.sentences.flatMap((sentence) => {
    const weight = weights[sentence];
    if (weight === undefined) return [];
    const most = Math.max(...weight.together);
    const reason = ReasonId.options[weight.together.indexOf(most)];
    if (reason === undefined) return [];
    const share = most / Math.max(1e-9, 1 - weight.none);
    return [{ reason, sentence, share, none: weight.none, words: weight.words(reason) }];
  });
  said.sort((a, b) => b.share * (1 - b.none) - a.share * (1 - a.none));
  const best = said[0];
  return best !== undefined && best.share >= LEADS ? best : undefined;
}
