// A paper as the reading rules see it: lines and cells in the order of the eye, each character tied to its word.
import type { Proof } from '../model/finding.ts';
import type { Page, Word } from '../model/page.ts';
import { characterWidth, lineSpacing, spacesBetween, unitOfRow, visualRows } from '../text/layout.ts';
import { foldWord, lowerSameLength } from '../text/normalize.ts';
import { opticallyMended } from '../text/optical.ts';
import { quoteOf } from '../text/quote.ts';

/** A word inside a piece of text: its offsets there and where it stands (`page` is the index of the page, not its number). */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly word: number;
}

/** Text whose every word is tied to its page. `lower` has the same length as `text`. */
export interface Piece {
  readonly text: string;
  readonly lower: string;
  readonly tokens: readonly Token[];
}

/** Words of a line that stand close together; `left` and `right` in points. */
export interface Cell extends Piece {
  readonly left: number;
  readonly right: number;
}

export interface Line extends Piece {
  readonly page: number;
  /** The `line` of the first word, as the page counts them. */
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly left: number;
  readonly right: number;
  /** True when more than the usual distance lies above. */
  readonly gapAbove: boolean;
  /** A running head or foot, a page number, or a rule without letters. */
  readonly running: boolean;
}

export interface Paper {
  readonly pages: readonly Page[];
  readonly lines: readonly Line[];
  /** The median left edge and right edge of each page's lines, in points. */
  readonly widths: readonly number[];
}

/** Lays the words of all pages out in lines and marks running heads and feet. */
export function paperOf(pages: readonly Page[]): Paper {
  const lines = pages.flatMap((page, index) => linesOf(page, index));
  const widths = pages.map((_, index) =>
    Math.max(1, ...lines.filter((line) => line.page === index).map((line) => line.right)),
  );
  return { pages, lines: markRunning(lines, pages.length), widths };
}

function linesOf(page: Page, pageIndex: number): Line[] {
  const rows = visualRows(page).map((row) => ({ ...row, words: unframed(page, row.words) }));
  const pageUnit = characterWidth(page.words);
  const spacing = lineSpacing(rows);
  return rows.map((row, index) => {
    const above = rows[index - 1];
    const unit = unitOfRow(page, row.words, pageUnit);
    const piece = pieceOf(page, pageIndex, row.words, unit);
    const first = page.words[row.words[0] ?? 0];
    return {
      ...piece,
      page: pageIndex,
      line: first?.line ?? 0,
      cells: cellsOf(page, piece),
      left: row.left,
      right: row.right,
      gapAbove: above === undefined || row.top - above.top > spacing * 1.6,
      running: isRule(piece),
    };
  });
}

/** True for a line across the page: no letters and no digits. */
export function isRule({ text }: Piece): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

const BAR = /^[|¦]+$/;

/** The words of a row without the bars of the box around it; a row of nothing else keeps them. */
function unframed(page: Page, words: readonly number[]): readonly number[] {
  const isBar = (at: number): boolean => BAR.test(page.words[words[at] ?? -1]?.text ?? '');
  let from = 0;
  let to = words.length;
  while (from < to && isBar(from)) from += 1;
  while (to > from && isBar(to - 1)) to -= 1;
  return from === to ? words : words.slice(from, to);
}

/**
 * The piece made of the given words, wide gaps kept when a `unit` (points per character) is given, else single spaces. Codes that were read optically are
 * mended here; a proof quotes the words as the page has them.
 */
export function pieceOf(page: Page, pageIndex: number, words: readonly number[], unit?: number): Piece {
  let text = '';
  let before: Word | undefined;
  const tokens: Token[] = [];
  for (const index of words) {
    const word = page.words[index];
    if (word === undefined) continue;
    if (before !== undefined) text += ' '.repeat(unit === undefined ? 1 : spacesBetween(before, word, unit));
    const from = text.length;
    text += foldWord(page.source === 'ocr' ? opticallyMended(word.text) : word.text);
    tokens.push({ from, to: text.length, page: pageIndex, word: index });
    before = word;
  }
  return { text, lower: lowerSameLength(text), tokens };
}

/** The cells of a line: its words, parted where two blanks or more stand between them, or a bar. */
function cellsOf(page: Page, line: Piece): Cell[] {
  const groups: Token[][] = [];
  let before: Token | undefined;
  for (const token of line.tokens) {
    if (BAR.test(page.words[token.word]?.text ?? '')) {
      before = undefined;
      continue;
    }
    const last = groups.at(-1);
    if (last === undefined || before === undefined || token.from - before.to >= 2) groups.push([token]);
    else last.push(token);
    before = token;
  }
  return groups.map((group) => {
    const first = page.words[group[0]?.word ?? 0];
    const end = page.words[group.at(-1)?.word ?? 0];
    return { ...partOf(line, group), left: first?.x ?? 0, right: (end?.x ?? 0) + (end?.w ?? 0) };
  });
}

/** Some neighbouring words of a piece as a piece of their own; the piece itself where these are all of its words, as in most lines. */
function partOf(piece: Piece, tokens: readonly Token[]): Piece {
  if (tokens.length === piece.tokens.length) return piece;
  const from = tokens[0]?.from ?? 0;
  const to = tokens.at(-1)?.to ?? from;
  return {
    text: piece.text.slice(from, to),
    lower: piece.lower.slice(from, to),
    tokens: tokens.map((token) => ({ ...token, from: token.from - from, to: token.to - from })),
  };
}

/** Proof for the range `[from, to)` of a piece: whole words, on one page (the one that holds more of them), in the order of the page. */
export function proofOf(pages: readonly Page[], piece: Piece, from: number, to: number): Proof | undefined {
  return proofOfTokens(
    pages,
    piece.tokens.filter((token) => token.from < to && token.to > from),
  );
}

/** Proof for some words: the longest run of neighbours on one page. */
export function proofOfTokens(pages: readonly Page[], tokens: readonly Token[]): Proof | undefined {
  const sorted = [...tokens].sort((a, b) => a.page - b.page || a.word - b.word);
  let start = 0;
  let best = { from: 0, to: 0 };
  sorted.forEach((token, at) => {
    const last = sorted[at - 1];
    const neighbour =
      last !== undefined &&
      last.page === token.page &&
      (token.word <= last.word + 1 || onlyBars(pages[token.page], last.word + 1, token.word));
    if (!neighbour) start = at;
    if (at + 1 - start > best.to - best.from) best = { from: start, to: at + 1 };
  });
  const first = sorted[best.from];
  const last = sorted[best.to - 1];
  const page = first === undefined ? undefined : pages[first.page];
  if (first === undefined || last === undefined || page === undefined) return undefined;
  return {
    pageNumber: page.pageNumber,
    from: first.word,
    to: last.word + 1,
    quote: quoteOf(page, first.word, last.word + 1),
  };
}

/** True when nothing but the bars and rules of a box stands between two words. */
function onlyBars(page: Page | undefined, from: number, to: number): boolean {
  return page !== undefined && to - from <= 4 && page.words.slice(from, to).every((word) => BAR.test(word.text));
}

/** A title that opens a part of the letter, not one that repeats on each page. */
const OPENS =
  /\b(?:rights?|how|ways?) to (?:an? |file |make )?(?:appeal|disagree|grievance|external)|\bappeal rights\b|^\W*(?:you (?:may|can|have)|to|your|how) (?:\w+ ){0,4}(?:appeal|disagree)\b|^\W*appeals?\W*$|\bif you (?:disagree|do not agree|don't agree)\b/;

const PAGE_MARK =
  /\b(?:page|sheet|pg\.?)\s*(?:\d{1,4}|one|two|three|four|five|six)\b|\bp\.\s?\d{1,3}\b|^\W*\d{1,3}\s*(?:\/|of)\s*\d{1,3}\W*$|^\W*-?\s*\d{1,3}\s*-?\W*$|\s\d{1,2}\s*(?:\/|of)\s*\d{1,2}\s*$|continued on (?:back|next)|\bover,? please\b|^\W*over\W*$/;

/** A running head or foot stands at the edge of a page and says nothing new: a page mark, or words the first page already used for naming the case. */
function markRunning(lines: readonly Line[], pageCount: number): Line[] {
  const known = new Set(
    lines
      .filter((line) => line.page === 0)
      .slice(0, 40)
      .flatMap((line) => wordsOf(line.lower)),
  );
  const edge = new Map<Line, 'head' | 'foot'>();
  for (let page = 0; page < pageCount; page += 1) {
    const own = lines.filter((line) => line.page === page);
    let head = 0;
    for (const line of own.slice(0, 3)) {
      if (page === 0 || !isHead(line, known, head)) break;
      edge.set(line, 'head');
      head += 1;
    }
    for (const line of own.slice(-3).reverse()) {
      if (edge.has(line) || !isFoot(line)) break;
      edge.set(line, 'foot');
    }
  }
  return lines.map((line) => (edge.has(line) ? { ...line, running: true } : line));
}

function isHead(line: Line, known: ReadonlySet<string>, headsAbove: number): boolean {
  if (!/[\p{L}\p{N}]/u.test(line.text)) return true;
  const words = wordsOf(line.lower);
  if (words.length > 16) return false;
  if (PAGE_MARK.test(line.lower) && words.length <= 12) return true;
  if (OPENS.test(line.lower)) return false;
  const fresh = words.filter((word) => !known.has(word)).length;
  const sentence = /[.?!]"?$/.test(line.text) && words.length > 6;
  return (
    !sentence && words.length > 0 && fresh <= Math.floor(words.length / 4) && (headsAbove === 0 || words.length <= 6)
  );
}

function isFoot(line: Line): boolean {
  if (!/[\p{L}\p{N}]/u.test(line.text)) return true;
  const words = wordsOf(line.lower);
  if (words.length > 12) return false;
  if (PAGE_MARK.test(line.lower)) return true;
  return words.length <= 5 && /\b(?:rev\.?|form)\b.*\d|\d{2}\/\d{2}\)?$/.test(line.lower) && !/[:$]/.test(line.lower);
}

function wordsOf(lower: string): string[] {
  return lower.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
}

/** One piece made of all words of the given lines, in order, single spaces between; a hyphen at a line end before a small letter joins. */
export function flowOf(lines: readonly Line[]): Piece {
  // Joined once at the end: looking at a text that grows would take the square of its length.
  const parts: string[] = [];
  const tokens: Token[] = [];
  let length = 0;
  lines.forEach((line) => {
    line.tokens.forEach((token, at) => {
      const word = line.text.slice(token.from, token.to);
      const before = parts.at(-1) ?? '';
      if (at === 0 && /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(word)) {
        parts[parts.length - 1] = before.slice(0, -1);
        length -= 1;
      } else if (parts.length > 0) {
        parts.push(' ');
        length += 1;
      }
      parts.push(word);
      tokens.push({ from: length, to: length + word.length, page: token.page, word: token.word });
      length += word.length;
    });
  });
  const text = parts.join('');
  return { text, lower: lowerSameLength(text), tokens };
}
