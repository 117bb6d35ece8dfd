// A payer's own marks on a row: in the column of notes, behind the word note, in a cell of their own, or at the end of the row.
import type { Line, Paper } from '../paper.ts';
import { SYMBOL } from './marks.ts';

/** A mark on a row, with its range in the line. */
export interface RowMark {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Where, across the page, the column of notes stands from a line on; points. */
export interface NoteColumn {
  readonly line: number;
  readonly left: number;
  readonly right: number;
}

const TITLE =
  /^(?:see(?: notes?)?|notes?|note codes?|keys?|rmks?\.?|remarks?|remark codes?|reason codes?|reasons?|msgs?\.?|messages?|expl?\.?|expl codes?|[*†‡]|footnotes?|results?|why|codes?)\.?$/;
/** Points a mark may stand beside the title of its column. */
const BESIDE = 14;

/** The columns of notes of a paper, by the titles of its tables. The word "code" titles one only as the last of a table, or where another title is the service's. */
export function noteColumns(paper: Paper): NoteColumn[] {
  return paper.lines.flatMap((line, index) => {
    if (line.cells.length < 3 || /\d/.test(line.text)) return [];
    return line.cells.flatMap((cell, at) => {
      if (at === 0 || !TITLE.test(cell.lower)) return [];
      if (/^codes?$/.test(cell.lower) && at < line.cells.length - 1 && !hasServiceBefore(line, at)) return [];
      return [{ line: index, left: cell.left, right: cell.right }];
    });
  });
}

/** A column before says what was done, so that of codes does not. */
function hasServiceBefore(line: Line, at: number): boolean {
  return line.cells
    .slice(0, at)
    .some((cell) => /^(?:svc|services?|proc(?:edure)?s?|cpt|hcpcs|description|treatment)\b/.test(cell.lower));
}

/** The marks among `keys` that stand on a row. */
export function marksOn(
  paper: Paper,
  index: number,
  keys: ReadonlySet<string>,
  columns: readonly NoteColumn[],
): RowMark[] {
  const line = paper.lines[index];
  if (line === undefined || keys.size === 0) return [];
  const column = columns.findLast((one) => one.line < index && paper.lines[one.line]?.page === line.page);
  const last = line.tokens.length - 3;
  return line.tokens.flatMap((token, at) => {
    const found = keysIn(line.text.slice(token.from, token.to), keys);
    const isPlaced =
      at >= last ||
      isInColumn(paper, token, column) ||
      isBracketed(line.text.slice(token.from, token.to)) ||
      isNamed(line, token.from) ||
      isAlone(line, at) ||
      endsCell(line, at);
    return found.length === 0 || !isPlaced ? [] : found.map((key) => ({ key, from: token.from, to: token.to }));
  });
}

/** The marks among `keys` that stand behind the word note on a line: "DENIED - see note 1". */
export function namedMarks(line: Line, keys: ReadonlySet<string>): RowMark[] {
  return line.tokens.flatMap(({ from, to }) =>
    isNamed(line, from) ? keysIn(line.text.slice(from, to), keys).map((key) => ({ key, from, to })) : [],
  );
}

/** "Cc", "Ss": a capital alone in its column, which optical reading takes for two letters where both sizes have one shape. */
const READ_TWICE = /^(?:Cc|Kk|Oo|Pp|Ss|Uu|Vv|Ww|Xx|Zz)$/;
/** "Al", "EI": a letter with the number one. */
const WITH_ONE = /^([A-Z])[lI]$/;
/** "#3" for "*3": signs above the line look alike when small. */
const RAISED = /^[*†‡#°"'’]{1,2}(\d)$/;

/** The one mark among `keys` that optical reading takes for this word. */
function misreadKey(text: string, keys: ReadonlySet<string>): string | undefined {
  if (READ_TWICE.test(text)) return text.charAt(0);
  const letter = WITH_ONE.exec(text)?.[1];
  if (letter !== undefined) return `${letter}1`;
  const digit = RAISED.exec(text)?.[1];
  return digit === undefined
    ? undefined
    : ['*', '†', '‡', '#'].map((sign) => sign + digit).find((key) => keys.has(key));
}

/** "A,C", "(2)(5)", "R2+K1", "140.00*": the marks of one word. */
function keysIn(text: string, keys: ReadonlySet<string>): string[] {
  const trailing = /[\d)]([*†‡§¶#^~]{1,3})$/.exec(text)?.[1];
  if (trailing !== undefined && keys.has(trailing)) return [trailing];
  const whole = keys.has(text) ? text : /^[([{](\W{1,3})[)\]}]$/.exec(text)?.[1];
  if (whole !== undefined && keys.has(whole)) return [whole];
  const misread = misreadKey(text, keys);
  if (misread !== undefined && keys.has(misread)) return [misread];
  if (/\d,\d{3}(?!\d)|\d\.\d\d(?!\d)|\d\/\d+\/\d/.test(text)) return [];
  return text
    .split(/[,/;+&]|\)\(|\]\[|\}\{/)
    .map((part) => part.replace(/^[([{*]+|[)\]}.*]+$/g, ''))
    .filter((key) => keys.has(key));
}

function isInColumn(
  paper: Paper,
  token: { readonly page: number; readonly word: number },
  column: NoteColumn | undefined,
): boolean {
  const word = paper.pages[token.page]?.words[token.word];
  if (column === undefined || word === undefined) return false;
  return word.x < column.right + BESIDE && word.x + word.w > column.left - BESIDE;
}

/** "[b],", "{K}{M}": brackets of these shapes hold marks, wherever they stand. */
function isBracketed(text: string): boolean {
  return /^(?:\[[^\]]+\]|\{[^}]+\})/.test(text);
}

/** "note AA", "see B". */
function isNamed(line: Line, from: number): boolean {
  return /\b(?:notes?|see|remarks?|rmk|keys?|msg|message|reason)\b[\s:.#(]*$/.test(line.lower.slice(0, from));
}

/** "96413 e", "(162 units) a", "visit *": a symbol, or a small letter behind a number or a bracket, that ends a description. */
function endsCell(line: Line, at: number): boolean {
  const token = line.tokens[at];
  const before = line.tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  const text = line.text.slice(token.from, token.to);
  const isLast = line.cells.some((cell) => cell.tokens.at(-1)?.word === token.word && cell.tokens.length > 1);
  const isMark =
    SYMBOL.test(text) || (/^[a-z]$/.test(text) && /[\d)\]]$/.test(line.text.slice(before.from, before.to)));
  return isLast && isMark;
}

/** A letter with a number, a symbol or the number of a claim, in a cell of its own: no count of units and no modifier. */
function isAlone(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token === undefined) return false;
  const text = line.text.slice(token.from, token.to);
  const cell = line.cells.find((one) => one.tokens.some((other) => other.word === token.word));
  if (cell?.tokens.length !== 1) return false;
  return (
    SYMBOL.test(text) || /^\(.+\)$/.test(text) || (at > 0 && /^[A-Z]{1,2}-?\d{1,3}$/.test(text)) || text.length > 6
  );
}
