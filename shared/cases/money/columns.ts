// Columns of money tables: headings, also set over several lines, and which column an amount of a row stands under.

import type { Line, Paper } from '../../reading/paper.ts';
import { characterWidth } from '../../text/layout.ts';
import { type Box, boxesOf, placedAmounts, wordBoxes } from './cells.ts';
import { amountsIn } from './cents.ts';
import { columnMeaning, type Meaning } from './vocabulary.ts';

export interface Column extends Box {
  readonly meaning: Meaning;
}

export interface Heading {
  readonly columns: readonly Column[];
  /** Lines of the paper it takes up, the first and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Titled "Totals": all its rows are sums. */
  readonly totals: boolean;
}

/** Headings are set over four lines at most. */
const TALLEST = 4;
/** Words of a heading's cell, at most. */
const LONGEST = 5;

/** The heading of a table that begins at a line of the paper; undefined where none does. */
export function headingAt(paper: Paper, at: number, provider: boolean): Heading | undefined {
  const lines: Line[] = [];
  let to = at;
  for (; to < paper.lines.length && lines.length < TALLEST; to += 1) {
    const line = paper.lines[to];
    if (line === undefined || line.page !== paper.lines[at]?.page) break;
    if (!/[\p{L}\p{N}]/u.test(line.text)) {
      if (lines.length === 0) return undefined;
      break;
    }
    if (!looksLikeHeading(paper, line) || (lines.length > 0 && line.gapAbove)) break;
    lines.push(line);
  }
  if (lines.every((line) => boxesOf(paper, line).length < 2)) return undefined;
  const rows = amountsBelow(paper, to);
  // The lowest lines are the heading; what stands on top may be a title of its own.
  for (let skip = 0; skip < lines.length; skip += 1) {
    const columns = columnsOf(paper, lines.slice(skip), provider, rows);
    if (isTable(columns))
      return {
        columns,
        from: at + skip,
        to,
        totals: lines.slice(skip).some((line) => /^\W*totals?\b/.test(line.lower)),
      };
  }
  return undefined;
}

function looksLikeHeading(paper: Paper, line: Line): boolean {
  if (amountsIn(line.text).length > 0 || /\d/.test(line.text.replace(/\b(?:19|20)\d{2}\b/g, ''))) return false;
  const boxes = boxesOf(paper, line);
  if (boxes.length >= 2) {
    const crowded = (line.lower.match(TITLE_WORD)?.length ?? 0) >= 3;
    return crowded || boxes.every((box) => box.text.split(' ').length <= LONGEST);
  }
  // The upper part of one title alone ("Your" over "share") stands to the right of where rows begin.
  const next = paper.lines[paper.lines.indexOf(line) + 1];
  const [box] = boxes;
  return (
    box !== undefined &&
    box.text.split(' ').length <= 2 &&
    next !== undefined &&
    next.page === line.page &&
    !next.gapAbove &&
    box.left > next.left + 10 * unitOf(paper, next) &&
    boxesOf(paper, next).length >= 2
  );
}

/** Three of these on a line without amounts are titles, however near they stand. */
const TITLE_WORD =
  /\b(?:billed|charged?|charges|allowed|approved|paid|discount|savings|co-?pay|deductible|co-?insurance|covered|denied|credits?|owe|share|responsibility|benefit|date|service|amount)\b/g;

/** Rows below a heading that are looked at to tell titles apart that stand close together. */
const ROWS_BELOW = 8;

function amountsBelow(paper: Paper, from: number): (readonly Box[])[] {
  const page = paper.lines[from]?.page;
  return paper.lines
    .slice(from, from + ROWS_BELOW)
    .filter((line) => line.page === page)
    .map((line) => placedAmounts(paper, line))
    .filter((amounts) => amounts.length >= 2);
}

function isTable(columns: readonly Column[]): boolean {
  const money = columns.filter(({ meaning }) => meaning !== 'text' && meaning !== 'claim');
  const kinds = new Set(money.map(({ meaning }) => meaning));
  // "Example Benefits   Explanation of Benefits" heads the page, not a table.
  if (money.length >= 2) return kinds.size >= 2 || kinds.has('other-money') || kinds.has('amount');
  return money.length === 1 && columns.length >= 3;
}

/** Words that alone are the title of a column: two of them side by side are two columns, however near they stand. */
const ALONE =
  /^(?:billed|charged?|charges|allowed|paid|discount|savings|copay|deductible|coinsurance|denied|credits?|payments?|fee|balance|amount)$/i;

function columnsOf(
  paper: Paper,
  lines: readonly Line[],
  provider: boolean,
  rows: readonly (readonly Box[])[],
): Column[] {
  const base = lines.reduce<Line | undefined>(
    (most, line) => (most === undefined || boxesOf(paper, line).length >= boxesOf(paper, most).length ? line : most),
    undefined,
  );
  if (base === undefined) return [];
  const unit = unitOf(paper, base);
  const columns = boxesOf(paper, base)
    .flatMap((box) => splitBox(paper, base, box, rows))
    .map((box) => ({ ...box, words: [box] as Box[] }));
  for (const line of lines) {
    if (line === base) continue;
    for (const box of boxesOf(paper, line)) {
      for (const word of wordBoxes(paper, line).filter(
        (one) => one.left >= box.left - 0.1 && one.right <= box.right + 0.1,
      )) {
        const near = nearest(columns, word, unit);
        if (near === undefined) columns.push({ ...word, words: [word] });
        else {
          near.words.push(word);
          near.left = Math.min(near.left, word.left);
          near.right = Math.max(near.right, word.right);
        }
      }
    }
  }
  return columns
    .map(({ words, left, right }) => {
      // Words of upper lines come first.
      const order = lines.flatMap((line) => wordsOn(paper, line, words, base));
      const text = order.join(' ').toLowerCase();
      return { text, left, right, meaning: columnMeaning(text, provider) };
    })
    .sort((a, b) => a.left - b.left);
}

function wordsOn(paper: Paper, line: Line, words: readonly Box[], base: Line): string[] {
  if (line === base) return words.slice(0, 1).map((box) => box.text);
  return wordBoxes(paper, line)
    .filter((word) => words.slice(1).some((one) => one.text === word.text && one.left === word.left))
    .map((word) => word.text);
}

/** One column, or several where titles stand close together: each word alone is a title, or amounts of a row stand side by side under it. */
function splitBox(paper: Paper, line: Line, box: Box, rows: readonly (readonly Box[])[]): Box[] {
  const words = wordBoxes(paper, line).filter((word) => word.left >= box.left - 0.1 && word.right <= box.right + 0.1);
  if (words.length < 2) return [box];
  if (words.every((word) => ALONE.test(word.text))) return words;
  const unit = unitOf(paper, line);
  for (const part of [0.1, 0.5]) {
    const cut = cutAtGaps(words, amountsUnder(rows, box, part).length, unit);
    if (cut !== undefined) return cut;
  }
  const grouped = groupedUnder(words, amountsUnder(rows, box, 0.5));
  return grouped.length >= 2 ? grouped : [box];
}

/** Words cut into as many titles as amounts stand under them, where that many gaps are wider than the blank between words. */
function cutAtGaps(words: readonly Box[], count: number, unit: number): Box[] | undefined {
  if (count < 2 || count > words.length) return undefined;
  const gaps = words.slice(1).map((word, at) => ({ at: at + 1, gap: word.left - words[at]!.right }));
  const widest = [...gaps].sort((a, b) => b.gap - a.gap);
  const cuts = widest.slice(0, count - 1);
  const next = widest[count - 1]?.gap ?? 0;
  if (cuts.some(({ gap }) => gap < 1.2 * unit || gap < next + 0.2 * unit)) return undefined;
  const starts = [0, ...cuts.map(({ at }) => at).sort((a, b) => a - b)];
  return starts.map((from, at) => joined(words.slice(from, starts[at + 1] ?? words.length)));
}

/** The amounts of the row that has most of them under a box, each with at least a part of its width there. */
function amountsUnder(rows: readonly (readonly Box[])[], box: Box, part: number): readonly Box[] {
  return rows
    .map((row) => row.filter((amount) => shared(amount, box) > (amount.right - amount.left) * part))
    .reduce<readonly Box[]>((most, row) => (row.length > most.length ? row : most), []);
}

function groupedUnder(words: readonly Box[], amounts: readonly Box[]): Box[] {
  const groups = amounts.map((): Box[] => []);
  for (const word of words) groups[nearestIndex(amounts, word)]?.push(word);
  return groups.flatMap((group) => (group.length === 0 ? [] : [joined(group)]));
}

function shared(a: Box, b: Box): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/** The amount a word of a title stands over: the one it shares most with, and the nearest where it shares with none. */
function nearestIndex(amounts: readonly Box[], word: Box): number {
  let best = 0;
  amounts.forEach((amount, index) => {
    if (shared(amount, word) > shared(amounts[best]!, word)) best = index;
  });
  return best;
}

function joined(boxes: readonly Box[]): Box {
  return {
    text: boxes.map((box) => box.text).join(' '),
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
  };
}

function nearest<T extends Box>(columns: readonly T[], word: Box, unit: number): T | undefined {
  let best: T | undefined;
  let least = 1.5 * unit;
  for (const column of columns) {
    const gap = Math.max(column.left - word.right, word.left - column.right);
    if (gap < least) {
      best = column;
      least = gap;
    }
  }
  return best;
}

/** Width of a character of a line, in points. */
export function unitOf(paper: Paper, line: Line): number {
  return characterWidth(line.tokens.flatMap((token) => paper.pages[token.page]?.words[token.word] ?? []));
}

/** Cost, in characters, of leaving an amount under no column, and of setting it under one that holds no money. */
const LEFT_OUT = 14;
const NO_MONEY = 5;

/**
 * The column each amount of a row stands under: amounts keep the order of the columns, and the sum of the distances is the least. Undefined
 * for an amount that stands under none.
 */
export function assign(columns: readonly Column[], amounts: readonly Box[], unit: number): (Column | undefined)[] {
  // cost[i][j]: the least cost of the first i amounts with the first j columns.
  const cost: number[][] = [[...columns.map(() => 0), 0]];
  for (let i = 1; i <= amounts.length; i += 1) {
    const row = [(cost[i - 1]?.[0] ?? 0) + LEFT_OUT];
    for (let j = 1; j <= columns.length; j += 1) {
      const set = (cost[i - 1]?.[j - 1] ?? 0) + distance(columns[j - 1]!, amounts[i - 1]!, unit);
      row.push(Math.min(row[j - 1] ?? 0, (cost[i - 1]?.[j] ?? 0) + LEFT_OUT, set));
    }
    cost.push(row);
  }
  const found: (Column | undefined)[] = amounts.map(() => undefined);
  let j = columns.length;
  for (let i = amounts.length; i > 0; ) {
    const here = cost[i]?.[j] ?? 0;
    if (j > 0 && here === cost[i]?.[j - 1]) j -= 1;
    else if (j > 0 && here === (cost[i - 1]?.[j - 1] ?? 0) + distance(columns[j - 1]!, amounts[i - 1]!, unit)) {
      found[i - 1] = columns[j - 1];
      i -= 1;
      j -= 1;
    } else i -= 1;
  }
  return found;
}

function distance(column: Column, amount: Box, unit: number): number {
  const apart = Math.max(0, column.left - amount.right, amount.left - column.right);
  const middle = Math.abs(column.left + column.right - amount.left - amount.right) / 2;
  const edges = Math.min(Math.abs(column.right - amount.right), Math.abs(column.left - amount.left), middle);
  const money = column.meaning === 'text' || column.meaning === 'claim' ? NO_MONEY : 0;
  return (3 * apart + edges) / unit + money;
}
