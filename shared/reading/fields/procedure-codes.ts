// Codes of procedures as printed; ZIPs, years, telephone, chart and claim numbers are none.
import type { DocumentKind } from '../../model/vocabulary.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Line, Paper } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { isBehindNamedGroup } from './identifiers/shape.ts';
import type { Sheet } from './sheet.ts';
import { datesIn } from './values.ts';

const HCPCS =
  /(?<![\w$.#]|(?<!\s\d{4})\/|(?<!\d{4}[\dFTU])-)(?:([ABCDEGHJKLMPQRSTV]\d{4})(?!-\d|-series|-[A-Z][A-Z\d]{2})(?:x\d{1,4}|[A-Z]{2}(?=\s))?|(\d{4}[FTU]|\d{5}))(?:-(?:[A-Z\d]{2}))*(?![\w/]|-\d(?!\d{3}[\dFTU](?!\d))|\.\d|,\d{3})/g;
const CODE_WORDS = /\b(?:cpt|hcpcs|code|codes|proc|procedures?|services?|billed|bill|codings?|billing)\b/;
const ADDRESS =
  /\b(?:p\.?\s?o\.?\s*box|suite|street|st\.|avenue|road|drive|lane|court|blvd|parkway|building|mail stop|mailstop|zip)\b/i;

/** The codes of procedures on a line: HCPCS by their shape, five digits where their place or the words around them tell. */
export function procedures({ paper, kind }: Sheet, line: Line, index: number): Candidate[] {
  const hits = matchesIn(line.text, HCPCS);
  if (hits.length === 0) return [];
  const context = contextOf(paper, index);
  return hits.flatMap((hit) => {
    const value = hit[1] ?? hit[2];
    if (value === undefined) return [];
    if (
      hit[2] !== undefined &&
      !goesOn(paper, line, index, hit.index) &&
      !isProcedure(line, hit.index, hit[0], context, CLINICAL.has(kind))
    )
      return [];
    if (
      hit[1] !== undefined &&
      (isOtherNumber(line.text.slice(0, hit.index)) || isContract(line.text.slice(0, hit.index)))
    )
      return [];
    return [
      {
        field: 'codes' as const,
        system: 'cpt_hcpcs' as const,
        value,
        piece: line,
        from: hit.index,
        to: hit.index + value.length,
        confidence: 0.9,
        why: 'has the shape of a procedure code, beside other codes or amounts',
      },
    ];
  });
}

/** "Employer group:  G2205", "contract H9999": the number of something else. */
function isOtherNumber(before: string): boolean {
  return /(?:^|\s{2}|[(,;:|]\s*|\b(?:employer|your|our|the|rx|plan|policy) )(?:group|contract|plan|policy|member|id|ids|no\.?|number|form|account|ref(?:erence)?|case|mrn|suite|unit|room|lic(?:ense)?|pbp|notice)\W*$/i.test(
    before.slice(-30),
  );
}

/** "Harbor Rx Value (PDP), S9914": the number of a plan's contract with Medicare. */
function isContract(before: string): boolean {
  return /\((?:[\w -]*\b)?(?:PDP|HMO|PPO|HMO-POS|D-?SNP|PFFS)\b[^()]*\),?\s*(?:contract\s*)?$/i.test(before);
}

/** Five digits are a procedure code only in a table row, in brackets, or beside words such as CPT, code, service. */
function isProcedure(line: Line, at: number, text: string, context: string, clinical: boolean): boolean {
  const number = Number(text.slice(0, 5));
  const before = line.text.slice(Math.max(0, at - 28), at);
  const after = line.text.slice(at + text.length, at + text.length + 24);
  const money = AMOUNT.test(line.text);
  if (!money && /[A-Z]{2}\.?\s+$/.test(before) && /(?:,|\b[A-Z][A-Za-z]+)\s+[A-Z]{2}\.?\s+$/.test(before)) return false;
  if (IN_LIST.test(before) || isPaired(before, after)) return true;
  if (
    !(money && isBehindNamedGroup(before)) &&
    /(?:\b(?:box|suite|ste\.?|apt\.?|unit|no\.?|number|acct|acnt|account|invoice|id|group|policy|claim|mrn|zip|form|ref(?:erence)?|letter id|file|batch|check|run)|#)[^\w/]*$|\b(?:chart|record|license|ext\.?) ?$/i.test(
      before,
    )
  )
    return false;
  if (isInId(before, after)) return false;
  if (
    !money &&
    !/^-\d{4}[\dFTU]\b/.test(after) &&
    (/^ \d{1,4}\b(?!\/)|^ \d{6,}|^\s?-\s?\d{3,}/.test(after) || /(?:^|\s)(?:\d{1,4}|\d{6,}) $/.test(before))
  )
    return false;
  if (/^(?:\s+\w+){0,3}\s+(?:street|st|road|rd|avenue|ave|lane|drive|way|blvd|parkway|hwy)\b/i.test(after))
    return false;
  if (!money && (ADDRESS.test(line.text) || /\b[A-Z]{2} +\d{5}\b/.test(line.text)) && !CODE_WORDS.test(line.lower))
    return false;
  if (number < 100 || (number < 10000 && !/^0\d{4}/.test(text))) return false;
  if (money || /\b\d{1,3} ?x $/.test(before) || (clinical && isCharted(before, after, text))) return true;
  if (/^\d{4}[FTU]$/.test(text.slice(0, 5)) || isNamed(line, at, text)) return true;
  if (isBehindItsWords(before, after, text) || isWhatWasAsked(line, before, after, text)) return true;
  // "Claim 88-104   03/02/2026   Juniper Imaging, 72148".
  if (/\bclaim\b/.test(line.lower) && /\p{L}, $/u.test(before) && datesIn(line.text).length > 0) return true;
  if (matchesIn(line.text, /(?<![\w-])(?:\d{5}|[A-V]\d{4})(?![\w-])/g).length >= 2) return true;
  if (/\(\s*$/.test(before) || (/,\s*$|\band\s+$|\bwith\s+$|\bof\s+$/.test(before) && /\d{5}|[A-Z]\d{4}/.test(before)))
    return true;
  if (/^[A-Z]\d{4}|^\d{5}/.test(after.replace(/^[\s,;and]+/, ''))) return true;
  return (
    CODE_WORDS.test(context) ||
    /\bapproved|denied|not paid\b/i.test(line.text) ||
    (/^\s{0,12}$/.test(line.text.slice(0, at)) && line.cells.length > 1)
  );
}

/** Papers that tell of care in sentences: five digits there are rarely anything but a procedure. */
export const CLINICAL: ReadonlySet<DocumentKind> = new Set([
  'medical-record',
  'letter-of-medical-necessity',
  'medical-policy',
]);
/** The numbers the procedures have. */
const IN_USE = /^(?:0[01]\d{3}|[1-6]\d{4}|7[0-9]\d{3}|8[0-9]\d{3}|9[0-8]\d{3}|99[0-6]\d{2})/;

/** "Level 4, 99214.", "PT 97140, six visits", "97530  23 min": set off by marks or by words in small letters, no part of a number or of an address. */
function isCharted(before: string, after: string, text: string): boolean {
  return (
    IN_USE.test(text) &&
    (/(?:^|[,;:.(] ?|\s{2}|\p{Ll}{2,} |\b(?:PT|OT|MRI|CT|CPT) )$/u.test(before) || /^\s*$/.test(before)) &&
    /^(?:[.,;)]?(?:\s|$)|[,;)])/.test(after)
  );
}

/** "What was asked for: otoplasty (both ears), 69300": set off at the end of the line that says what it is about. */
function isWhatWasAsked({ lower }: Line, before: string, after: string, text: string): boolean {
  return (
    IN_USE.test(text) &&
    /^\W*(?:what (?:was|you|they|your \w+) (?:was |were |is |are )?(?:asked|wanted|requested)|(?:service|treatment|item|care|drug|surgery|test)s? (?:asked|requested|wanted|denied)|you asked|requested|request)\b[^:]{0,20}:/.test(
      lower,
    ) &&
    /[\p{L})], ?$/u.test(before) &&
    /^\.?\s*$/.test(after)
  );
}

/** "(J0585), 96413 and ", "Codes on the claim: 99204, ": the list goes on. */
const IN_LIST =
  /(?<![\w-])[A-V]\d{4}\)?(?:,? (?:and |& )?\d{5})*,? (?:and |& )?$|\b[Cc]odes?(?: \p{Ll}+){0,3}:? (?:\d{5}, (?:and )?)*$/u;

/** "CPT 97110," at the end of a line: the list goes on at the beginning of the next. */
function goesOn(paper: Paper, line: Line, index: number, at: number): boolean {
  const above = paper.lines[index - 1];
  return (
    at === 0 && !line.gapAbove && above?.page === line.page && /[^\d-](?:\d{5}|[A-V]\d{4}), ?(?:and)?$/.test(above.text)
  );
}

/** "(N20.0; 52356)": the code stands with its diagnosis. */
function isPaired(before: string, after: string): boolean {
  return /[A-TV-Z]\d[0-9AB]\.\d\w{0,3}[,;] $/.test(before) && /^[),;]/.test(after);
}

/** A sum of money, not a diagnosis with two places. */
const AMOUNT = /(?<![A-Za-z\d.]|[A-Za-z]\d|[A-Za-z]\d\d)\d[\d,]*\.\d\d(?!\d)/;
/** Capitals that may stand before the code of a procedure; others begin a number. */
const BEFORE_CODE =
  /\b(?:CPT|HCPCS|CODES?|PROC|SVC|MRI|CT|PET|MRA|EEG|EKG|ECG|EMG|US|PT|OT|ST|ED|ER|IV|TMS|ECT|ABA|DX|AND|OR|FOR|OF|TO|IN|BY|WITH|NOT|THE|ON)[\s:]*$/;
/** Words of streets behind a number. */
const STREET =
  /^\W*(?:[\p{L}.'-]+\s+){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|blvd|boulevard|parkway|pkwy|highway|hwy|court|ct|circle|place|square|row|trail|route|pike|plaza)\b/iu;

/** "KMT 20118": the number goes on what stands before it. */
function isInId(before: string, after: string): boolean {
  return (
    (/(?:^|[\s,;(])[A-Z]{2,4} $/.test(before) && !BEFORE_CODE.test(before) && !/^\W*\p{Ll}{3}/u.test(after)) ||
    /^-series\b/.test(after)
  );
}

/** The code stands with its words or its diagnosis: "95810 attended polysomnography", ", 72148, $1,120.00", "43775, inpatient", beside "G20.B1". */
function isNamed(line: Line, at: number, text: string): boolean {
  const before = line.text.slice(0, at);
  const after = line.text.slice(at + text.length);
  if (STREET.test(after) || /\b[A-Z]{2}\.? +$/.test(before)) return false;
  const begins = /(?:^|\s{2}|[:;]\s|\(\d\)\s)$/.test(before) || /^\W*(?:\(?\w{1,2}[.)]\s*)?$/.test(before);
  if (begins && /^(?:,? {1,3}\(?(?:\p{Ll}{3,}|\p{Ll}{2,}-)|\s{1,3}\p{Lu}[\p{L}\d/-]*\s\p{Ll}{2,})/u.test(after))
    return true;
  // "Surgeon: Dr. Wu.  44970, 02/28/2026 to 03/02/2026": its day stands behind.
  if (begins && /^, \d{1,2}[/-]\d{1,2}[/-]\d/.test(after)) return true;
  // "05/06/2025   76830   ultrasound", "Line 3   99214-57   Office visit".
  if (/^\W*(?:line \d{1,2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})\s+$/i.test(before)) return true;
  const sets = /,\s+$/.test(before) && /^(?:,(?:\s|$)|\)|\s\(|\s*$)/.test(after);
  if (
    sets &&
    (/[A-TV-Z]\d[0-9AB]\.\d/.test(line.text) || datesIn(line.text).length > 0 || /\p{Ll}{4}, +$/u.test(before))
  )
    return !/\b(?:box|suite|floor|claim|member|group|id)\b[^,]*, +$/i.test(before.slice(-24));
  return begins && /^,? [A-TV-Z]\d[0-9AB]\.\d/.test(after);
}

/** Words before five digits that are the number of something else. */
const OF_ELSE =
  /\b(?:check|claims?|order|prescription|ticket|form|notice|box|suite|room|route|group|local|unit|policy|plan|contract|case|file|page|number|code|zip|license|permit|about|nearly|over|than|some|only|exactly|least|most|the|was|were|and|for|with|from|under|near|at|in|of|to|by) $/i;
/** Titles of what was asked for or done. */
const OF_CARE =
  /(?:^|\s{2})\W*(?:operation|test|asked for|study|procedure|treatment|requested|surgery|scan)(?::|\s)\s*$/i;

/** "Speech therapy 92507, Norvane Clinic", "sleep study, 95810    Diagnosis", "Operation  44970": right behind the words for the care, and set off. A state before its ZIP code is no such word. */
function isBehindItsWords(before: string, after: string, text: string): boolean {
  if (!IN_USE.test(text)) return false;
  if (OF_CARE.test(before)) return /^(?:,|\s{2}|\s*$)/.test(after);
  return (
    /(?:^|[^\p{L}])\p{Ll}{3,},? $/u.test(before) &&
    !OF_ELSE.test(before) &&
    /^(?:[,;.](?:\s|$)|\s{2}|\s*$|\s[-|])/.test(after)
  );
}

/** The words of a line, of the one above it, and of the rows of the table above it, in lower case. */
export function contextOf(paper: Paper, index: number): string {
  const line = paper.lines[index];
  const above = [1, 2, 3, 4, 5, 6].flatMap((step) => {
    const other = paper.lines[index - step];
    return other !== undefined && other.page === line?.page && other.cells.length >= 3 ? [other.lower] : [];
  });
  return [paper.lines[index - 1]?.lower ?? '', line?.lower ?? '', ...above].join(' ');
}
