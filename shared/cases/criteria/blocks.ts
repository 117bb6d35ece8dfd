// The pages of a paper as blocks: headings, paragraphs and items of lists, each with the words it stands on.
import type { FullDocument } from '../../model/document.ts';
import type { Page } from '../../model/page.ts';
import { cellsOf, linesOf, type Span } from '../page-text.ts';
import { type Mark, markOf } from './marks.ts';

export interface Block {
  readonly heading: boolean;
  readonly mark?: Mark;
  /** Left edge of its first word, in points. */
  readonly indent: number;
  /** Without the mark; with what follows on the next page. */
  readonly text: string;
  /** The page it begins on, and its words there, without the mark. */
  readonly page: Page;
  readonly from: number;
  readonly to: number;
  /** A blank line stands before it. */
  readonly apart: boolean;
}

/** A line that stands more than this many line heights below the last one begins something new. */
const GAP = 1.6;
/** Points by which left edges may differ and still count as the same. */
const EDGE = 4;

/** All blocks of a paper in reading order. Running heads and feet are left out. */
export function blocksOf(document: FullDocument): Block[] {
  const furniture = repeated(document.pages);
  const blocks: Block[] = [];
  const shouting = shouts(document.pages);
  for (const page of document.pages) {
    const lines = linesOf(page).filter((line) => !isFurniture(page, line, furniture));
    const pitch = usualStep(page, lines);
    let above: Span | undefined;
    for (const line of lines) {
      const apart = above === undefined || topOf(page, line) - topOf(page, above) > pitch * GAP;
      const last = blocks.at(-1);
      const next = blockOf(page, line, apart, shouting);
      if (last !== undefined && goesOn(last, next, above === undefined)) {
        blocks[blocks.length - 1] = joined(last, next);
      } else blocks.push(next);
      above = line;
    }
  }
  return blocks;
}

function blockOf(page: Page, line: Span, apart: boolean, shouting: boolean): Block {
  const words = page.words;
  const mark = line.to - line.from < 2 ? undefined : markOf(words[line.from]!.text, words[line.from + 1]?.text);
  const from = mark === undefined ? line.from : line.from + 1;
  const text = words
    .slice(from, line.to)
    .map((word) => word.text)
    .join(' ');
  const heading = isHeading(line.text, text, mark, shouting);
  const bare = {
    heading,
    indent: words[line.from]?.x ?? 0,
    text: heading ? line.text : text,
    page,
    to: line.to,
    apart,
  };
  if (heading || mark === undefined) return { ...bare, from: line.from };
  return { ...bare, from, mark };
}

/** True when a line belongs to the block before it. */
function goesOn(last: Block, next: Block, newPage: boolean): boolean {
  if (next.heading || last.heading || next.mark !== undefined) return false;
  if (newPage) return !/[.;:!?]$/.test(last.text);
  if (next.apart || /:$/.test(last.text)) return false;
  if (cellsOf(next.page, { from: next.from, to: next.to, text: next.text }).length >= 3) return false;
  if (last.mark === undefined) return true;
  return next.indent >= last.indent - EDGE && !startsAnew(last, next);
}

/** True for a line at the edge of the mark, not of the item's text, with a capital after a line that was cut short. */
function startsAnew(last: Block, next: Block): boolean {
  const end = last.page.words[last.to - 1];
  const text = last.page.words[last.from];
  if (end === undefined || text === undefined || next.indent >= text.x - EDGE) return false;
  const right = Math.max(...last.page.words.map((word) => word.x + word.w));
  return end.x + end.w < right * 0.7 && /^["“]?[A-Z]/.test(next.text) && !/^(?:AND|OR)\b/.test(next.text);
}

function joined(last: Block, next: Block): Block {
  const text = `${last.text} ${next.text}`;
  return next.page === last.page ? { ...last, text, to: next.to } : { ...last, text };
}

const TITLE =
  /^(?:section\s+)?(?:[IVX]+\.|[A-Z]\.|\d{1,2}(?:\.\d+)*\.?)?\s*(?:[A-Za-z/,()-]+ ){0,7}(?:criteria|indications?|policy|coverage|guidelines?|limitations?|background|rationale|descriptions?|definitions?|references|coding|codes|exclusions?|requirements|necessity|summary|history|determination)(?: [A-Za-z/,()-]+){0,4}:?$/i;

/** Short lines in capitals, or with a word that titles of policies have. */
function isHeading(whole: string, text: string, mark: Mark | undefined, shouting: boolean): boolean {
  if (/[.;,]$/.test(text) || text.split(' ').length > 14) return false;
  const letters = text.replace(/[^A-Za-z]/g, '');
  if (letters.length < 4) return false;
  const capitals = text.replace(/[^A-Z]/g, '').length;
  if (!shouting && capitals / letters.length > 0.75 && (mark === undefined || mark.label !== '')) return true;
  if (/^(section|chapter|part|article) [\dIVX]+/i.test(whole) && text.split(' ').length <= 10) return true;
  if (mark !== undefined && (mark.label === '' || mark.readings[0]?.kind === 'lower')) return false;
  return (
    /^["“]?[\dA-Z]/.test(whole) && TITLE.test(whole) && !/\b(is|are|must|when|if|of the following|met)\b/i.test(text)
  );
}

/** True when most lines are in capitals, so that capitals say nothing. */
function shouts(pages: readonly Page[]): boolean {
  const lines = pages.flatMap((page) => linesOf(page)).filter((line) => /[A-Za-z]{4}/.test(line.text));
  return lines.length > 0 && lines.filter((line) => line.text === line.text.toUpperCase()).length > lines.length * 0.6;
}

/** Lines at the edges of pages that come back on other pages, digits aside. */
function repeated(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const lines = linesOf(page);
    const edges = new Set([...lines.slice(0, 2), ...lines.slice(-2)].map((line) => plain(line.text)));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\d\W_]+/g, '');
}

function isFurniture(page: Page, line: Span, furniture: ReadonlySet<string>): boolean {
  if (!/[A-Za-z]/.test(line.text)) return true;
  const lines = linesOf(page);
  const edge = line.from <= (lines[1]?.from ?? 0) || line.from >= (lines.at(-2)?.from ?? 0);
  return edge && (furniture.has(plain(line.text)) || /\bpage \d+( of \d+)?\s*$/i.test(line.text));
}

function topOf(page: Page, line: Span): number {
  const tops = page.words.slice(line.from, line.to).map((word) => word.y + word.h / 2);
  return tops.sort((a, b) => a - b)[Math.floor(tops.length / 2)] ?? 0;
}

function usualStep(page: Page, lines: readonly Span[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => topOf(page, line) - topOf(page, lines[at]!))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.4)] ?? 12;
}
