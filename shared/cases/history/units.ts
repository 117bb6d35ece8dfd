// A page cut into the pieces facts are read from: rows of tables with their continuations, and sentences.
import type { Page } from '../../model/page.ts';
import { cellsOf, linesOf, type Sentence, type Span, sentencesOf, textOf } from '../page-text.ts';
import type { Lexicon } from './lexicon.ts';
import { mentionsIn } from './mentions.ts';

export type ColumnKind = 'name' | 'dose' | 'when' | 'start' | 'end' | 'length' | 'result' | 'other';

/** A row of a table of treatments: the words of each column, continuation lines included. */
export interface Row {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly { readonly kind: ColumnKind; readonly words: readonly number[] }[];
}

interface Column {
  readonly kind: ColumnKind;
  /** Left and right edge of its heading, in points. */
  readonly left: number;
  readonly right: number;
}

const HEADINGS: readonly { readonly kind: ColumnKind; readonly words: RegExp }[] = [
  { kind: 'length', words: /\b(duration|length|weeks|how long|sessions|visits|number)\b/i },
  { kind: 'start', words: /^(start(ed)?|begun|begin|from|first|start date|date started|initiated)\b/i },
  {
    kind: 'end',
    words: /^(end(ed)?|stop(ped)?|to|until|through|last|end date|stop date|date stopped|discontinued)\b/i,
  },
  { kind: 'when', words: /\b(when|dates?|period|years?|time ?frame|dates? (used|of use|tried))\b/i },
  { kind: 'dose', words: /\b(dose|dosage|dosing|strength|mg)\b|\bmax(imum)?\b/i },
  {
    kind: 'result',
    words: /\b(results?|responses?|outcomes?|effects?|benefit|reasons?|comments?|notes?|tolerab|why|efficacy|failure)/i,
  },
  {
    kind: 'name',
    words:
      /\b(agents?|drugs?|medications?|medicines?|treatments?|therap(y|ies)|trials?|modalit(y|ies)|interventions?|procedures?|care|tried|measures?)\b/i,
  },
];

/** The rows of the tables of treatments on a page: tables whose head names the treatment and at least how it went, or dose and time. */
export function rowsOf(page: Page, lexicon: Lexicon): Row[] {
  const lines = linesOf(page);
  const rows: Row[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const columns = headOf(page, lines[at]!);
    if (columns === undefined) continue;
    const read = bodyOf(page, lines.slice(at + 1), columns, lexicon);
    rows.push(...read.rows);
    at += read.lines;
  }
  return rows;
}

function headOf(page: Page, line: Span): Column[] | undefined {
  const cells = cellsOf(page, line);
  if (cells.length < 3 || cells.some((cell) => cell.to - cell.from > 5)) return undefined;
  const columns = cells.map((cell): Column => {
    const first = page.words[cell.from]!;
    const last = page.words[cell.to - 1]!;
    const kind = HEADINGS.find(({ words }) => words.test(cell.text))?.kind ?? 'other';
    return { kind, left: first.x, right: last.x + last.w };
  });
  const has = (kind: ColumnKind) => columns.some((column) => column.kind === kind);
  const time = has('when') || has('start') || has('length');
  return has('name') && (has('result') ? has('dose') || time : has('dose') && time) ? columns : undefined;
}

function bodyOf(
  page: Page,
  lines: readonly Span[],
  columns: readonly Column[],
  lexicon: Lexicon,
): { rows: Row[]; lines: number } {
  const rows: { from: number; to: number; cells: { kind: ColumnKind; words: number[] }[] }[] = [];
  let used = 0;
  let above: Span | undefined;
  for (const line of lines) {
    if (isRule(line)) {
      used += 1;
      continue;
    }
    const pieces = cellsOf(page, line);
    const cells = pieces.flatMap((cell) => placed(page, cell, columns));
    const named = cells.some((cell) => cell.kind === 'name');
    const row = rows.at(-1);
    const first = page.words[line.from]!;
    const last = page.words[line.to - 1]!;
    const second = columns[1]!.left;
    // running text starts where the names stand and goes on below the other columns
    if (pieces.length === 1 && first.x < second - 2 && last.x + last.w > second + 4) break;
    const far = above !== undefined && first.y - page.words[above.from]!.y > 1.9 * first.h;
    if (far && !(named && mentionsIn(page, line.from, line.to, lexicon).length > 0)) break;
    if (named && !startsRow(page, line, cells, lexicon)) break;
    if (named) rows.push({ from: line.from, to: line.to, cells });
    else if (row === undefined) break;
    else {
      row.to = line.to;
      for (const cell of cells) {
        const same = row.cells.find((other) => other.kind === cell.kind);
        if (same === undefined) row.cells.push(cell);
        else same.words.push(...cell.words);
      }
    }
    above = line;
    used += 1;
  }
  return { rows, lines: used };
}

/** A line of dashes under a heading. */
function isRule(line: Span): boolean {
  return /^[\s\-_=.*+|–—]+$/u.test(line.text);
}

/** A new row has a name and at least one more cell, or a name the lexicon knows; running text has neither. */
function startsRow(
  page: Page,
  line: Span,
  cells: readonly { kind: ColumnKind; words: readonly number[] }[],
  lexicon: Lexicon,
) {
  const name = cells.find((cell) => cell.kind === 'name')!;
  if (name.words.length > 6 || /:$/.test(page.words[line.from]!.text)) return false;
  return cells.length >= 2 || mentionsIn(page, line.from, line.to, lexicon).length > 0;
}

/** The columns a cell stands in: it is cut where a word starts right below a heading. */
function placed(page: Page, cell: Span, columns: readonly Column[]): { kind: ColumnKind; words: number[] }[] {
  const pieces: number[][] = [];
  for (let word = cell.from; word < cell.to; word += 1) {
    const starts = columns.some((column) => Math.abs(column.left - page.words[word]!.x) <= 2);
    if (pieces.length === 0 || starts) pieces.push([word]);
    else pieces.at(-1)!.push(word);
  }
  return pieces.flatMap((words) => {
    const column = columnOf(page, words, columns);
    return column === undefined ? [] : [{ kind: column.kind, words }];
  });
}

/** The column the words overlap most, else the nearest to the left. */
function columnOf(page: Page, words: readonly number[], columns: readonly Column[]): Column | undefined {
  const left = page.words[words[0]!]!.x;
  const last = page.words[words.at(-1)!]!;
  const right = last.x + last.w;
  const overlap = (column: Column) => Math.min(right, column.right) - Math.max(left, column.left);
  const best = [...columns].sort((a, b) => overlap(b) - overlap(a))[0];
  if (best !== undefined && overlap(best) > 0) return best;
  return columns.findLast((column) => column.left <= left + 2) ?? columns[0];
}

/** The sentences of a page that do not lie in rows; a line set in columns takes along the lines that go on below its second column. */
export function looseSentences(page: Page, rows: readonly Row[], lexicon: Lexicon): Sentence[] {
  const free = sentencesOf(page).filter(
    (sentence) => !rows.some((row) => row.from < sentence.to && sentence.from < row.to),
  );
  const lines = linesOf(page);
  const joined: Sentence[] = [];
  for (const sentence of free) {
    const before = joined.at(-1);
    if (before !== undefined && goesOn(page, lines, before, sentence, lexicon))
      joined[joined.length - 1] = { ...before, to: sentence.to, text: `${before.text} ${sentence.text}` };
    else joined.push(sentence);
  }
  return joined.flatMap((sentence) => atLabels(page, sentence, lexicon));
}

/** “… 2022. rTMS: left …”: a name with a colon starts a piece of its own, also where it is no sentence. */
function atLabels(page: Page, sentence: Sentence, lexicon: Lexicon): Sentence[] {
  const mentions = mentionsIn(page, sentence.from, sentence.to, lexicon);
  const starts = new Set(mentions.map(({ from }) => from));
  const labels = new Set(mentions.filter(({ to }) => page.words[to - 1]!.text.endsWith(':')).map(({ from }) => from));
  const cuts: number[] = [];
  let lineStart = sentence.from;
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    const before = page.words[at - 1]!;
    const newLine = before.line !== page.words[at]!.line;
    const listed = newLine && starts.has(at) && endsItem(before.text, starts.has(lineStart));
    if (
      (labels.has(at) && (newLine || /[.;]$/.test(before.text))) ||
      listed ||
      (newLine && isLabel(page, at, sentence.to))
    )
      cuts.push(at);
    if (newLine) lineStart = at;
  }
  return [sentence.from, ...cuts].map((from, at) => {
    const to = cuts[at] ?? sentence.to;
    return cuts.length === 0 ? sentence : { ...sentence, from, to, text: textOf(page, from, to) };
  });
}

/** A line that starts with a name begins a new item when the one above is closed or is such an item itself. */
function endsItem(last: string, above: boolean): boolean {
  if (/[\d.;)]$/.test(last)) return true;
  return above && !/,$|^(?:and|or|of|with|the|to|for|by|on|in|plus|a|an|then|was|were|took|tried)$/i.test(last);
}

/** “Current medications:” at the head of a line. */
function isLabel(page: Page, at: number, to: number): boolean {
  const line = page.words[at]!.line;
  if (!/^[A-Z]/.test(page.words[at]!.text)) return false;
  for (let word = at; word < Math.min(at + 4, to) && page.words[word]!.line === line; word += 1) {
    if (page.words[word]!.text.endsWith(':')) return true;
    if (/[,.;]$/.test(page.words[word]!.text)) return false;
  }
  return false;
}

function goesOn(page: Page, lines: readonly Span[], above: Sentence, below: Sentence, lexicon: Lexicon): boolean {
  if (above.to !== below.from) return false;
  const line = lines.find((each) => each.from <= above.from && above.from < each.to);
  const cells = line === undefined ? [] : cellsOf(page, line);
  const second = cells[1];
  if (second === undefined || cells.length < 2) return false;
  const first = page.words[below.from]!;
  return first.x >= page.words[second.from]!.x - 2 && mentionsIn(page, below.from, below.to, lexicon).length === 0;
}
