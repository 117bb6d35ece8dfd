// Codes and note marks on the lines of a statement: only what stands on a line counts.
import type { Proof, Zone } from '../../model/finding.ts';
import { type Line, type Paper, proofOf, proofOfTokens } from '../paper.ts';
import { isTabular } from '../sentences.ts';
import { isUnusedList, legendKeys, startsEntry } from './marks.ts';

/** A code as it stands on a line: claim adjustment reason, remark, or a mark of the payer's own. */
export interface UsedCode {
  readonly system: 'carc' | 'rarc' | 'own';
  readonly group: string | undefined;
  readonly code: string;
  readonly proof: Proof;
  readonly line: number;
}

const GROUPED = /\b(CO|PR|OA|PI|CR)\s?-?\s?([0-9]{1,3}|[ABPW][0-9]{1,2})\b/g;
const REMARK = /(?<![\w.-])(MA?[0-9]{1,3}|N[0-9]{1,3})(?![\w.-])/g;
/** "Diagnosis  A41.9, N10": what stands behind the word, among codes alone, is a diagnosis though it has the shape of a remark. */
const DIAGNOSES =
  /\b(?:dx|diagnos[ie]s|icd(?:-?10)?)(?: codes?)?[\s.:]{1,24}(?:[A-TV-Z]\d[0-9A-Z.]{1,6}[\s,;/]{1,3}){0,12}$/i;

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
