// Codes on scanned pages whose first letter was read as the digit or sign of its shape: "121.4" behind "DX" is I21.4, "Services: $9480" is S9480.
import { matchesIn } from '../../text/matches.ts';
import type { Line, Paper } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { hasCents } from './values.ts';

/** The letters that codes begin with, by the sign that optical reading takes them for. */
const LETTERS: Readonly<Record<string, string>> = { 1: 'I', 5: 'S', 6: 'G', 8: 'B', 2: 'Z', 0: 'O', $: 'S' };

/** Three digits, a point and further signs: no amount has more than two, so a third or another code beside it must tell. */
const DIAGNOSIS = /(?<![\w.$#/,-])([125680])(\d[\dAB]\.\d[\dA-Z]{0,3})(?![\w%/]|\.\d|,\d)/g;
const DX = /\b(?:dx|diagnos[ie]s|icd(?:-?10)?)\b[^.]*$|\bcondition\W*$/;
const CODE = /(?<![\w.$])[A-TV-Z]\d[\dAB]\.[\dA-Z]{1,4}(?!\w)/;
/** "Services: $9480, intensive outpatient", "CPT code $9083": no cents, and the word for a service before it. */
const PROCEDURE =
  /\b(?:cpt|hcpcs|codes?|proc(?:edure)?s?|services?)\W{1,14}(\$)(\d{4})(?![\d.,]\d|\d)(?=,? \p{L}|\W*$)/giu;

/** "$9122 Home aide   270.00": no cents, in a row whose sums have them. */
const IN_ROW = /(?<![\w.])(\$)(\d{4})(?= +\p{L}{3})/gu;

/** The misread codes of a line that was read optically, as they were most likely printed. */
export function misreadCodes(paper: Paper, line: Line): Candidate[] {
  if (paper.pages[line.page]?.source !== 'ocr' || !/[$\d]\d\d/.test(line.text)) return [];
  const diagnoses = matchesIn(line.text, DIAGNOSIS).filter(
    (hit) => DX.test(line.lower.slice(0, hit.index)) || (CODE.test(line.text) && /\bdx|diagnos|icd/.test(line.lower)),
  );
  const procedures = [...matchesIn(line.text, PROCEDURE), ...(hasCents(line.text) ? matchesIn(line.text, IN_ROW) : [])];
  return [
    ...diagnoses.map((hit) => mended(line, 'icd10', hit, hit.index)),
    ...procedures.map((hit) => mended(line, 'cpt_hcpcs', hit, hit.index + hit[0].lastIndexOf('$'))),
  ];
}

function mended(line: Line, system: 'icd10' | 'cpt_hcpcs', hit: RegExpExecArray, from: number): Candidate {
  const value = `${LETTERS[hit[1] ?? ''] ?? ''}${hit[2] ?? ''}`;
  return {
    field: 'codes',
    system,
    value,
    piece: line,
    from,
    to: from + value.length,
    confidence: 0.6,
    why: 'is a code whose first letter was read as the sign of its shape',
  };
}
