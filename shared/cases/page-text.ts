// The words of a page as lines, cells and sentences, always with the word range they stand for.
import type { Proof } from '../model/finding.ts';
import type { Page, Word } from '../model/page.ts';
import { oncePer } from '../once-per.ts';

/** Words `from` (inclusive) to `to` (exclusive) of a page. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Sentence extends Span {
  /** Starts like a sentence and ends with a full stop, question or exclamation mark. */
  readonly complete: boolean;
  /** A bullet, number or letter stands before it; it is not part of the sentence. */
  readonly marked: boolean;
  /** Index of the paragraph on the page. */
  readonly paragraph: number;
  /** Mean confidence of the words, 0 to 1. */
  readonly confidence: number;
}

/** A proof for a span of a page: its quote is the words as they stand. */
export function proofOf(page: Page, span: { readonly from: number; readonly to: number }): Proof {
  return { pageNumber: page.pageNumber, from: span.from, to: span.to, quote: textOf(page, span.from, span.to) };
}

/** The words `from` to `to` joined with single spaces. */
export function textOf(page: Page, from: number, to: number): string {
  return page.words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
}

/** All words of a page joined with single spaces; made once for each page. */
export const pageText: (page: Page) => string = oncePer((page) => textOf(page, 0, page.words.length));

/** The text lines of a page in reading order; found once for each page. */
export const linesOf: (page: Page) => readonly Span[] = oncePer(findLines);

function findLines(page: Page): Span[] {
  const lines: Span[] = [];
  let from = 0;
  for (let at = 1; at <= page.words.length; at += 1) {
    if (at < page.words.length && page.words[at]?.line === page.words[from]?.line) continue;
    lines.push({ from, to: at, text: textOf(page, from, at) });
    from = at;
  }
  return lines;
}

/** The pieces of a line that are set apart by wide gaps, as in tables and in two columns. */
export function cellsOf(page: Page, line: Span): Span[] {
  const cells: Span[] = [];
  let from = line.from;
  for (let at = line.from + 1; at <= line.to; at += 1) {
    if (at < line.to && !wideGap(page.words[at - 1], page.words[at])) continue;
    cells.push({ from, to: at, text: textOf(page, from, at) });
    from = at;
  }
  return cells;
}

/**
 * The sentences of a page, within paragraphs; lines of tables and headings stand as incomplete sentences of their own. Found once for each page.
 */
export const sentencesOf: (page: Page) => readonly Sentence[] = oncePer(findSentences);

function findSentences(page: Page): Sentence[] {
  const sentences = paragraphsOf(page).flatMap((paragraph, index) => splitSentences(page, paragraph, index));
  return joinLists(page, sentences);
}

/** A sentence with its list is not quoted beyond this many words: about the length of a list of criteria. */
const LONGEST_LIST = 110;
const LIST_MARK = /^([-*•·▪]|\(?[0-9]{1,2}[.)]|\(?[A-Za-z][.)]|\([ivx]+\)|[0-9]{1,2}\.[0-9]{1,2})$/;

/** A sentence that leads into a list (“… that are (1) …; (2) …”) becomes one sentence with it, when it ends within reason. */
function joinLists(page: Page, sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (let at = 0; at < sentences.length; at += 1) {
    const lead = sentences[at]!;
    const end = leadsIn(lead) ? listEnd(page, sentences, at) : at;
    if (end === at) joined.push(lead);
    else joined.push({ ...sentenceOf(page, lead.from, sentences[end]!.to, lead.paragraph), complete: true });
    at = end;
  }
  return joined;
}

function leadsIn(sentence: Sentence): boolean {
  return (
    sentence.to - sentence.from >= 5 && /^["'“(]?[A-Z0-9]/.test(sentence.text) && /([a-z,]|[a-z]:)$/.test(sentence.text)
  );
}

/** Index of the item that ends the list with a full stop, or `at` when there is no list or it runs too long. */
function listEnd(page: Page, sentences: readonly Sentence[], at: number): number {
  const from = sentences[at]!.from;
  for (let next = at + 1; next < sentences.length; next += 1) {
    const item = sentences[next]!;
    if (!(item.marked || LIST_MARK.test(page.words[item.from]?.text ?? '')) || item.to - from > LONGEST_LIST) return at;
    if (/\.["'”’)]*$/.test(item.text)) return next;
    if (!/[;,:]$|\b(and|or)$/.test(item.text)) return at;
  }
  return at;
}

/** About two and a half letters: wider than any space inside running text. */
const WIDE_GAP_LETTERS = 2.6;
/** After the code of a note two spaces are enough. */
const CODE_GAP_LETTERS = 1.5;

function wideGap(left: Word | undefined, right: Word | undefined, letters = WIDE_GAP_LETTERS): boolean {
  if (left === undefined || right === undefined) return false;
  const letter = Math.max(left.w / Math.max(1, left.text.length), right.w / Math.max(1, right.text.length));
  return right.x - (left.x + left.w) > letters * letter;
}

function paragraphsOf(page: Page): Span[] {
  const lines = linesOf(page);
  const pitch = usualPitch(page, lines);
  const right = Math.max(0, ...page.words.map((word) => word.x + word.w));
  const paragraphs: Span[] = [];
  let current: Span | undefined;
  let above: Span | undefined;
  for (const line of lines) {
    const table = isTableRow(page, line);
    const near = above !== undefined && isNextLine(page, above, line, pitch);
    const joins = current !== undefined && !table && near && follows(page, current, line, right);
    above = line;
    if (current !== undefined && joins) {
      current = { from: current.from, to: line.to, text: `${current.text} ${line.text}` };
      continue;
    }
    if (current !== undefined) paragraphs.push(current);
    current = line;
    if (table) {
      paragraphs.push(line);
      current = undefined;
    }
  }
  if (current !== undefined) paragraphs.push(current);
  return paragraphs;
}

/** True when a line stands right below another: lower, and with no blank line between. */
function isNextLine(page: Page, above: Span, line: Span, pitch: number): boolean {
  const step = middleOf(page, line) - middleOf(page, above);
  return step > 0 && step < pitch * 1.5;
}

/** The height at which a line stands: the median over its words, since boxes of single words end at their letters. */
function middleOf(page: Page, line: Span): number {
  const middles = page.words.slice(line.from, line.to).map((word) => word.y + word.h / 2);
  return middles.sort((a, b) => a - b)[Math.floor(middles.length / 2)] ?? 0;
}

/** True when `line` goes on with the paragraph: no bullet, no change from capitals, and the line before was not cut short. */
function follows(page: Page, paragraph: Span, line: Span, right: number): boolean {
  const last = page.words[paragraph.to - 1];
  const first = page.words[line.from];
  if (last === undefined || first === undefined) return false;
  if (markLength(page, line) > 0 || LIST_MARK.test(first.text)) return false;
  const shouts = (text: string) => /[A-Z]{3}/.test(text) && text === text.toUpperCase();
  if (shouts(paragraph.text) !== shouts(line.text) && shouts(paragraph.text)) return false;
  const short = last.x + last.w < right * 0.55;
  return !(short && /[.:!?]$/.test(last.text));
}

/** Rows of tables and label-value lines: set apart by wide gaps, but for the one after a bullet or a note's letter. */
function isTableRow(page: Page, line: Span): boolean {
  const mark = markLength(page, line);
  return cellsOf(page, { ...line, from: line.from + mark }).length >= 2;
}

/** A code of a legend (“A”, “50”, “PR-45”), set apart by a wide gap. */
const CODE = /^[A-Z0-9-]{1,6}$/;

/** 1 when the line opens with a bullet, a list number or letter, or a short code set apart by a wide gap; else 0. */
function markLength(page: Page, line: Span): 0 | 1 {
  const first = page.words[line.from];
  const second = page.words[line.from + 1];
  if (first === undefined || second === undefined || line.from + 1 >= line.to) return 0;
  const section = /^\d{1,2}\.\d{1,2}$/.test(first.text);
  if (LIST_MARK.test(first.text) && !section) return 1;
  return !section && CODE.test(first.text) && wideGap(first, second, CODE_GAP_LETTERS) ? 1 : 0;
}

function usualPitch(page: Page, lines: readonly Span[]): number {
  const steps: number[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const step = middleOf(page, lines[at]!) - middleOf(page, lines[at - 1]!);
    if (step > 0) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.4)] ?? 12;
}

const ABBREVIATIONS =
  /^(dr|mr|mrs|ms|prof|st|no|nos|vs|e\.g|i\.e|etc|sec|sect|art|fig|approx|u\.s|u\.s\.c|c\.f\.r|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|dept|p\.o|pp|p|vol|cf|al|ref)\.$/i;

function splitSentences(page: Page, paragraph: Span, index: number): Sentence[] {
  const sentences: Sentence[] = [];
  const marked = markLength(page, paragraph);
  let from = paragraph.from + marked;
  for (let at = from + 1; at <= paragraph.to; at += 1) {
    if (at < paragraph.to && !endsSentence(page.words[at - 1]!.text, page.words[at]!.text)) continue;
    const first = sentences.length === 0;
    sentences.push({ ...sentenceOf(page, from, at, index), ...(first && marked === 1 && { marked: true }) });
    from = at;
  }
  return sentences;
}

function endsSentence(last: string, next: string): boolean {
  if (!/[.?!]["'”’)\]]*$/.test(last)) return false;
  if (ABBREVIATIONS.test(last.replace(/^[("'“]+/, '')) || /^[A-Z]\.$/.test(last)) return false;
  return /^["'“‘([]*[A-Z0-9¿¡]/.test(next);
}

function sentenceOf(page: Page, from: number, to: number, paragraph: number): Sentence {
  const words = page.words.slice(from, to);
  const text = textOf(page, from, to);
  const complete = /^["'“‘([]*[A-Z0-9]/.test(text) && /[.?!]["'”’)\]]*$/.test(text);
  const marked = false;
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
  return { from, to, text, complete, marked, paragraph, confidence };
}
