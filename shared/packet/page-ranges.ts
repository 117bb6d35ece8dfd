// Page ranges of papers: as the user types them, as pages, and which exhibit gets which page when several are made of one paper. Pure.
import type { DocumentId } from '../ids.ts';
import type { ExhibitChoice, PageRange } from '../model/packet-setup.ts';

/** Pages of ranges in the order given, each once; pages the paper does not have are left out. */
export function pagesOfRanges(ranges: readonly PageRange[], existing: readonly number[]): readonly number[] {
  const there = new Set(existing);
  const pages = new Set<number>();
  for (const { from, to } of ranges) {
    for (const page of existing.length === 0 ? [] : between(from, to, Math.max(...existing))) {
      if (there.has(page)) pages.add(page);
    }
  }
  return [...pages];
}

function between(from: number, to: number, last: number): readonly number[] {
  const end = Math.min(to, last);
  return Array.from({ length: Math.max(0, end - from + 1) }, (_, index) => from + index);
}

/** The fewest ranges that give these pages in this order. */
export function rangesOfPages(pages: readonly number[]): readonly PageRange[] {
  const ranges: PageRange[] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && page === last.to + 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges;
}

/**
 * The pages of each choice, by its key. Ranges take their pages in the order of the choices, also for exhibits left out; a choice without
 * ranges gets what is left of its paper. No page is given twice. `pagesOf` gives the pages of a paper in any order.
 */
export function claimedPages(
  choices: readonly ExhibitChoice[],
  pagesOf: (id: DocumentId) => readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const taken = new Set<string>();
  const claimed = new Map<string, readonly number[]>();
  const claim = ({ key, documentId }: ExhibitChoice, wanted: readonly number[]) => {
    const free = wanted.filter((page) => !taken.has(`${documentId} ${page}`));
    for (const page of free) taken.add(`${documentId} ${page}`);
    claimed.set(key, free);
  };
  const papers = new Map(
    [...new Set(choices.map(({ documentId }) => documentId))].map((id) => [id, sorted(pagesOf(id))]),
  );
  for (const choice of choices) {
    if (choice.ranges !== undefined) claim(choice, pagesOfRanges(choice.ranges, papers.get(choice.documentId) ?? []));
  }
  for (const choice of choices) {
    if (choice.ranges === undefined) claim(choice, papers.get(choice.documentId) ?? []);
  }
  return claimed;
}

/** True when these are all pages of a paper with `count` pages, in order. */
export function isWhole(pages: readonly number[], count: number): boolean {
  return pages.length === count && pages.every((page, index) => index === 0 || page > (pages[index - 1] ?? 0));
}

/**
 * Ranges as typed: “1-3, 7” or “5”, one-based. Undefined when it is something else, holds a range that runs backwards, or a page beyond
 * `count`.
 */
export function parseRanges(typed: string, count: number): readonly PageRange[] | undefined {
  const parts = typed
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ranges = parts.map((part): PageRange | undefined => {
    const [, from, to] = /^(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?$/.exec(part) ?? [];
    if (from === undefined) return undefined;
    const range = { from: Number(from), to: Number(to ?? from) };
    return range.from >= 1 && range.from <= range.to && range.to <= count ? range : undefined;
  });
  const known = ranges.filter((range) => range !== undefined);
  return known.length === 0 || known.length < ranges.length ? undefined : known;
}

/** The inverse of `parseRanges`: “1–3, 7”. */
export function rangesText(ranges: readonly PageRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

function sorted(pages: readonly number[]): readonly number[] {
  return pages.toSorted((a, b) => a - b);
}
