// Codes as printed: procedures, diagnoses, adjustment and remark codes; ZIPs, years, telephone and claim numbers are not codes.
import type { DocumentKind } from '../../model/vocabulary.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Line, Paper } from '../paper.ts';
import type { UsedCode } from '../remarks/used-codes.ts';
import { adjustmentCodes } from './adjustments.ts';
import type { Candidate } from './collect.ts';
import { misreadCodes } from './misread-codes.ts';
import { CLINICAL, contextOf, procedures } from './procedure-codes.ts';
import { isOpen, type Sheet } from './sheet.ts';

const ICD10 =
  /(?<![\w.$#/]|(?<!\.\w{1,4})-)((?:[A-TV-Z]\d[0-9AB]|U[01]\d(?=\.\d))(?:\.(?![A-Z0]{2}[A-Z])[0-9A-Z]{1,4})?)(?![\w/]|-\d{2,}|\.\d)/g;
const DX_WORDS = /\b(?:dx|diagnos[ie]s|icd|condition|codes?|assessment|impression|claims?)\b/;

/** All codes printed on the paper, each once, in order of appearance; parts of the paper's `identifiers` are none. */
export function codeCandidates(
  sheet: Sheet,
  used: readonly UsedCode[],
  identifiers: readonly Candidate[],
): Candidate[] {
  const { paper } = sheet;
  const found: Candidate[] = [];
  const adjustments = adjustmentCodes(sheet, used);
  const remarks = new Set(adjustments.map((code) => code.value));
  const ids = identifiers.map((id) => String(id.value));
  const group = identifiers.find((id) => id.field === 'group_number')?.value;
  // The ticks of a superbill say what was done; a form of another kind may mean by them what it likes.
  const ticked = sheet.kind === 'receipt' || sheet.kind === 'bill';
  paper.lines.forEach((line, index) => {
    if (!isOpen(sheet, index)) return;
    found.push(
      ...procedures(sheet, line, index).filter(
        (code) =>
          !(ticked && isUnticked(line, code.from)) &&
          // "Group  B0071".
          code.value !== group &&
          !partOfIdentifier(line, code, ids) &&
          !isZip(paper, line, index, code),
      ),
      // M76 on a remittance is a remark, not a diagnosis.
      ...diagnoses(sheet, line, index).filter(
        (code) => !(ticked && isUnticked(line, code.from)) && !remarks.has(code.value),
      ),
      ...misreadCodes(paper, line),
    );
  });
  return unique([...found, ...adjustments].sort((a, b) => placeOf(a) - placeOf(b)));
}

function diagnoses({ paper, kind }: Sheet, line: Line, index: number): Candidate[] {
  const hits = matchesIn(line.text, ICD10);
  if (hits.length === 0) return [];
  const context = contextOf(paper, index);
  return hits.flatMap((hit) => {
    const value = hit[1];
    if (value === undefined) return [];
    // Without a decimal point the shape is common: it needs a word for diagnosis beside it.
    if (
      !value.includes('.') &&
      !/\b(?:dx|diagnos[ie]s|icd)\b/.test(context) &&
      !diagnosisList(line, hit.index) &&
      !(TELLS_CARE.has(kind) && isSetOff(line, hit.index, value)) &&
      !(kind !== 'eob' && WHOLE.test(value) && standsApart(line, hit.index, value))
    )
      return [];
    if (
      value.includes('.') &&
      /\b(?:section|sec|v|version|policy|standard|guideline|form|ebg)\W*$/i.test(
        line.text.slice(Math.max(0, hit.index - 12), hit.index),
      )
    )
      return [];
    // "E10.-", "O24.4-": a family of codes, not one.
    if (/^\.?-(?!\w)/.test(line.text.slice(hit.index + value.length))) return [];
    if (
      !value.includes('.') &&
      /^(?:\s*-\s*\w|-| (?:through|to|thru) [A-Z]\d)/.test(line.text.slice(hit.index + value.length))
    )
      return [];
    // "S00 through T88": the end of a range.
    if (!value.includes('.') && /[A-Z]\d\w (?:through|to|thru) $/.test(line.text.slice(0, hit.index))) return [];
    return [
      {
        field: 'codes' as const,
        system: 'icd10' as const,
        value,
        piece: line,
        from: hit.index,
        to: hit.index + value.length,
        confidence: DX_WORDS.test(context) ? 0.95 : 0.85,
        why: 'has the shape of a diagnosis code',
      },
    ];
  });
}

/** Papers that carry no remark codes. */
const TELLS_CARE: ReadonlySet<DocumentKind> = new Set([...CLINICAL, 'correspondence', 'prior-authorization']);

/** "multiple sclerosis (G35).", "19318 reduction of the breasts, N62,": in brackets behind its words, or behind the procedure it is for. */
function isSetOff(line: Line, at: number, value: string): boolean {
  const before = line.text.slice(0, at);
  const after = line.text.slice(at + value.length);
  return (
    (/\p{Ll}{3} \($/u.test(before) && after.startsWith(')')) ||
    (/(?<![\w-])\d{5}\)?,? [^;]*, $/.test(before) && /^(?:,|$|\.)/.test(after))
  );
}

/** Diagnoses that have no further digits and that no remark of a payer is called like: prostate cancer, multiple sclerosis, high blood pressure. */
const WHOLE = /^(?:C(?:01|07|19|20|23|37|52|55|61|73)|D45|F(?:21|54|82|88|89)|G(?:10|35)|I(?:10|81)|L80|O80)$/;

/** "Condition   C61", "28 fractions, for C61", "prostate cancer, C61", "1. G35 relapsing": behind a gap, a comma, "for" or a number of a list. */
function standsApart(line: Line, at: number, value: string): boolean {
  const before = line.text.slice(0, at);
  const after = line.text.slice(at + value.length);
  return (
    (/^\W*$|\s{2}$|\p{Ll}{2}, $|\bfor $|\p{Ll}{3} \($/u.test(before) && /^(?:$|[.,;)]|\s{2})/.test(after)) ||
    (/^\s*\d{1,2}[.)] $/.test(before) && /^ \p{Ll}{3}/u.test(after))
  );
}

function diagnosisList(line: Line, at: number): boolean {
  return /[A-TV-Z]\d[0-9AB]\.\d/.test(line.text.slice(0, at)) && /^[\p{Lu}]/u.test(line.text.slice(at));
}

/** "[ ] 97161 low   [X] 97110": a code a form offers, whose box is empty. */
function isUnticked(line: Line, at: number): boolean {
  return /(?:\[[ _]{0,3}\]|☐|\( {1,3}\)|(?<![A-Za-z_])_{2,4}(?= ))\s{0,2}$/.test(line.text.slice(0, at));
}

/** "71160 44825-03": five digits of a member's number. */
function partOfIdentifier(line: Line, code: Candidate, ids: readonly string[]): boolean {
  return ids.some((id) => {
    const at = id.length > String(code.value).length ? line.text.indexOf(id) : -1;
    return at >= 0 && code.from >= at && code.to <= at + id.length;
  });
}

const ENDS_WITH_STATE = /\p{L}[.,]? [A-Z]{2}\.?$/u;

/** A ZIP at the beginning of a line whose state ended the line above. */
function isZip(paper: Paper, line: Line, index: number, code: Candidate): boolean {
  return (
    code.from === 0 &&
    /^\d{5}$/.test(String(code.value)) &&
    line.tokens.length > 0 &&
    ENDS_WITH_STATE.test(paper.lines[index - 1]?.text ?? '')
  );
}

/** Where a value stands: pages, then words. */
function placeOf({ piece, from }: Candidate): number {
  const token = piece.tokens.find((other) => other.to > from);
  return token === undefined ? 0 : token.page * 1e6 + token.word;
}

function unique(found: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return found.filter((item) => {
    const key = `${item.system ?? ''} ${item.value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
