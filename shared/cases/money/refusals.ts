// Whether the plan refused a row, and whether the provider must bear it: by words and codes on the row and by the legend that explains them.
import type { Line, Paper } from '../../reading/paper.ts';

/** What a row and the lines right below it say of a refusal. */
export interface Marks {
  /** A word such as DENIED or NO stands in the row. */
  readonly word: boolean;
  /** A code or note of the legend stands on it. */
  readonly noted: boolean;
  /** The note speaks of a deductible, a copay or coinsurance: nothing was refused. */
  readonly costShare: boolean;
  /** The provider may not ask the person for it. */
  readonly providersDuty: boolean;
}

const WORD =
  /(?:^|\s{2,}|[|¦]\s*)(?:(?:no|denied|rejected|refused|declined|disallowed|not (?:covered|paid|approved)|non-?covered)(?=\s{2,}|\s*[|¦]|\s+[$\d]|\s*$)|(?:denied|not (?:covered|paid)|rejected)[.:;,])/;
const CONTRACT_GROUP = /\b(?:CO|PI)[ -]?(?:\d{1,3}|[ABPW]\d{1,2})\b/;
const PERSON_GROUP = /\bPR[ -]?(?:\d{1,3}|[ABPW]\d{1,2})\b/;
const COST_SHARE_CODE = /\bPR[ -]?[123]\b/;
const ANY_GROUP = /\b(?:CO|PR|OA|PI)[ -]?(?:\d{1,3}|[ABPW]\d{1,2})\b/;
const DUTY =
  /\b(?:can(?:not|'t)|may not|must not|isn't allowed to|is not allowed to) (?:be )?(?:billed?|charged?|ask|collect)\b|\b(?:don't|do not) (?:have to pay|owe)\b|\byou are not responsible\b|\bno patient (?:liability|responsibility)\b|\bprovider write-?off\b/;
const COST_SHARE = /\b(?:deductible|co-?insurance|co-?pay\w*)\b/;
/** Lines a note of the legend is followed over. */
const NOTE_LINES = 4;

/** True when a word such as DENIED stands in a cell of the line. */
export function saysRefused(line: Line): boolean {
  return WORD.test(line.lower);
}

/** `row` is the line; `tail` its words behind the first amount; `below` the lines without amounts right under it. */
export function marksOf(paper: Paper, row: Line, tail: string, below: readonly Line[]): Marks {
  const under = below.map((line) => line.text).join(' ');
  const notes = notesIn(tail).flatMap((mark) => legendText(paper, mark, row) ?? []);
  const codes = `${tail} ${under}`;
  const all = `${under} ${notes.join(' ')}`;
  const person = PERSON_GROUP.test(codes);
  return {
    word: saysRefused(row) || /^\W*(?:denied|not covered|rejected)\b/.test(under.toLowerCase()),
    noted: notes.length > 0 || ANY_GROUP.test(codes),
    costShare: COST_SHARE_CODE.test(codes) || (!ANY_GROUP.test(codes) && COST_SHARE.test(all.toLowerCase())),
    providersDuty: !person && (CONTRACT_GROUP.test(`${codes} ${notes.join(' ')}`) || DUTY.test(all.toLowerCase())),
  };
}

/** Tokens of a row that may be marks of a note. */
function notesIn(tail: string): string[] {
  return tail
    .split(/[\s,;/|]+/)
    .map((token) => token.replace(/^[([*]+|[)\]*.:]+$/g, ''))
    .filter(
      (token) =>
        /^(?:[A-Z]{0,3}-?\d{1,4}[A-Z]?|[A-Z]{1,2}|[A-Z]\d[A-Z]|[a-z])$/.test(token) && !/^(?:NO|OK)$/.test(token),
    );
}

/** The words a legend sets beside a mark. */
function legendText(paper: Paper, mark: string, row: Line): string | undefined {
  for (const [index, line] of paper.lines.entries()) {
    const first = line.tokens[0];
    if (first === undefined || line === row || line.tokens.length < 4) continue;
    const key = line.text.slice(first.from, first.to).replace(/^[([*]+|[)\]*.:=-]+$/g, '');
    if (key !== mark || /\d\.\d\d(?!\d)/.test(line.text)) continue;
    let text = line.text;
    for (const next of paper.lines.slice(index + 1, index + NOTE_LINES)) {
      if (next.gapAbove || next.page !== line.page || next.left <= line.left + 1) break;
      text += ` ${next.text}`;
    }
    return text;
  }
  return undefined;
}
