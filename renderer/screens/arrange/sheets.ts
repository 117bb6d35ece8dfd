// Pages on the table while papers are arranged: their order, their turns, where a new paper begins, and which are left out.
import type { DocumentId } from '../../../shared/ids.ts';
import type { ArrangedPage } from '../../../shared/model/arrangement.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';

export interface Sheet extends ArrangedPage {
  /** Names the page for good while it is moved. */
  readonly key: string;
  readonly isOut: boolean;
  /** A new paper begins with it; always true of the first that is not left out. */
  readonly begins: boolean;
}

/** The pages of papers as they stand, one paper after the other, as one paper. */
export function sheetsOf(papers: readonly Pick<DocumentSummary, 'id' | 'pageCount'>[]): readonly Sheet[] {
  return papers.flatMap(({ id, pageCount }) =>
    Array.from({ length: pageCount }, (_, index) => ({
      key: `${id}/${index + 1}`,
      documentId: id,
      pageNumber: index + 1,
      turn: 0 as const,
      isOut: false,
      begins: false,
    })),
  );
}

/** With the page at `from` standing at `to`; places beyond the ends are the ends. */
export function moved(sheets: readonly Sheet[], from: number, to: number): readonly Sheet[] {
  const sheet = sheets[from];
  if (sheet === undefined) return sheets;
  const place = Math.max(0, Math.min(sheets.length - 1, to));
  return sheets.toSpliced(from, 1).toSpliced(place, 0, sheet);
}

/** With the page of that key changed. */
export function changed(sheets: readonly Sheet[], key: string, change: Partial<Sheet>): readonly Sheet[] {
  return sheets.map((sheet) => (sheet.key === key ? { ...sheet, ...change } : sheet));
}

/** A quarter turn clockwise further. */
export function turnedOn(turn: ArrangedPage['turn']): ArrangedPage['turn'] {
  return TURNS[(TURNS.indexOf(turn) + 1) % TURNS.length] ?? 0;
}

const TURNS = [0, 90, 180, 270] as const;

/** The pages of each paper that is to be made; none when every page is left out. */
export function papersOf(sheets: readonly Sheet[]): readonly (readonly ArrangedPage[])[] {
  const papers: ArrangedPage[][] = [];
  for (const { documentId, pageNumber, turn, isOut, begins } of sheets) {
    if (isOut) continue;
    const last = papers.at(-1);
    if (last === undefined || begins) papers.push([{ documentId, pageNumber, turn }]);
    else last.push({ documentId, pageNumber, turn });
  }
  return papers;
}

/** Pages of the same papers in another order of the papers: by the names of their files (numbers by their value) or as they were added. */
export function papersInOrder(
  sheets: readonly Sheet[],
  papers: readonly Pick<DocumentSummary, 'id' | 'fileName' | 'sequence'>[],
  order: 'name' | 'added',
): readonly Sheet[] {
  const ranked = papers.toSorted((a, b) =>
    order === 'added'
      ? a.sequence - b.sequence
      : a.fileName.localeCompare(b.fileName, 'en', { numeric: true }) || a.sequence - b.sequence,
  );
  const rank = new Map<DocumentId, number>(ranked.map(({ id }, index) => [id, index]));
  return sheets.toSorted(
    (a, b) => (rank.get(a.documentId) ?? 0) - (rank.get(b.documentId) ?? 0) || a.pageNumber - b.pageNumber,
  );
}
