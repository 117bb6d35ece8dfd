// What a case says of pages that stand in another paper now: all of it follows, or none.
import type { DocumentId } from '../ids.ts';
import type { ArrangedPage } from '../model/arrangement.ts';
import type { Case } from '../model/case.ts';

/** A page of a paper. */
export interface PlaceOfPage {
  readonly documentId: DocumentId;
  readonly pageNumber: number;
}

/** Where pages went: by paper, by page. A page that isn't named did not go anywhere, or its words are read anew. */
export type Moves = ReadonlyMap<DocumentId, ReadonlyMap<number, PlaceOfPage>>;

/** Where the pages of an arrangement come to stand in the paper `made` of it; turned ones are not named: their words are read anew. */
export function movesOf(made: DocumentId, pages: readonly ArrangedPage[]): Moves {
  return gathered(
    pages.flatMap(({ documentId, pageNumber, turn }, index) =>
      turn === 0 ? [{ from: { documentId, pageNumber }, to: { documentId: made, pageNumber: index + 1 } }] : [],
    ),
  );
}

/** The way back from `movesOf`. */
export function movesBack(made: DocumentId, pages: readonly ArrangedPage[]): Moves {
  return gathered(
    pages.flatMap(({ documentId, pageNumber, turn }, index) =>
      turn === 0 ? [{ from: { documentId: made, pageNumber: index + 1 }, to: { documentId, pageNumber } }] : [],
    ),
  );
}

/** Several moves as one. */
export function joinedMoves(all: readonly Moves[]): Moves {
  return gathered(
    all.flatMap((moves) =>
      [...moves].flatMap(([documentId, pages]) =>
        [...pages].map(([pageNumber, to]) => ({ from: { documentId, pageNumber }, to })),
      ),
    ),
  );
}

/** True when the case names one of the papers, be it only as one that was looked through. */
export function namesPaper(value: Case, ids: Iterable<DocumentId>): boolean {
  const { searched: _, ...rest } = value;
  const text = JSON.stringify(rest);
  return [...ids].some((id) => text.includes(id));
}

/**
 * The case with every page where it stands now; undefined when something it says can't follow exactly: a page that was left out or turned, a range
 * of pages that are apart now, a paper whose pages went into several. Then the case is to stay with the papers as they came.
 */
export function withMovedPages(value: Case, moves: Moves): Case | undefined {
  const { searched, ...rest } = value;
  try {
    const moved = walked(rest, moves) as Omit<Case, 'searched'>; // the same shape: only ids and page numbers were changed
    const attachments = [...new Set(moved.attachments)];
    const keys = moved.packet.exhibits.map(({ key }) => key);
    if (new Set(keys).size < keys.length) return undefined;
    if (searched === undefined) return { ...moved, attachments };
    return { ...moved, attachments, searched: [...new Set(searched.flatMap((id) => targetsOf(id, moves)))] };
  } catch (cause) {
    if (cause instanceof CannotFollow) return undefined;
    throw cause;
  }
}

class CannotFollow extends Error {}

function gathered(list: readonly { readonly from: PlaceOfPage; readonly to: PlaceOfPage }[]): Moves {
  const moves = new Map<DocumentId, Map<number, PlaceOfPage>>();
  for (const { from, to } of list) {
    const pages = moves.get(from.documentId) ?? new Map<number, PlaceOfPage>();
    pages.set(from.pageNumber, to);
    moves.set(from.documentId, pages);
  }
  return moves;
}

function walked(node: unknown, moves: Moves): unknown {
  if (typeof node === 'string') return walkedText(node, moves);
  if (Array.isArray(node)) return node.map((each) => walked(each, moves));
  if (typeof node !== 'object' || node === null) return node;
  const id = 'documentId' in node ? node.documentId : undefined;
  const pages = typeof id === 'string' ? moves.get(id as DocumentId) : undefined;
  const target = pages === undefined ? undefined : targetOfPages(node, pages);
  if (pages !== undefined) keepTogether(node, pages);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const name = walkedText(key, moves);
      if (pages === undefined || target === undefined) return [name, walked(value, moves)];
      return [name, key === 'documentId' ? target : ofPaper(key, value, pages, moves)];
    }),
  );
}

/** The paper that all pages stand in which a thing names; that of the whole paper when it names none. */
function targetOfPages(node: object, pages: ReadonlyMap<number, PlaceOfPage>): DocumentId {
  const named = numbersOf(node).map((page) => placeOf(page, pages).documentId);
  const targets = new Set(named.length > 0 ? named : [...pages.values()].map(({ documentId }) => documentId));
  const [target] = targets;
  if (target === undefined || targets.size > 1) throw new CannotFollow();
  return target;
}

/** The pages a thing with a `documentId` names. */
function numbersOf(node: object): readonly number[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (isPageNumber(key, value)) return [value];
    if (key === 'proof' || key === 'ranges')
      return (Array.isArray(value) ? value : [value]).flatMap((each) =>
        typeof each === 'object' && each !== null
          ? Object.entries(each).flatMap(([inner, number]) =>
              isPageNumber(inner, number) || (key === 'ranges' && typeof number === 'number') ? [Number(number)] : [],
            )
          : [],
      );
    return [];
  });
}

/** Pages from one to another (evidence, a citation) must stand one after the other still. */
function keepTogether(node: object, pages: ReadonlyMap<number, PlaceOfPage>): void {
  const { fromPage, pageNumber, toPage } = node as Readonly<Record<string, unknown>>; // looked at below
  const first = fromPage ?? pageNumber;
  if (typeof first !== 'number' || typeof toPage !== 'number') return;
  const start = placeOf(first, pages);
  for (let page = first + 1; page <= toPage; page += 1) {
    const place = placeOf(page, pages);
    const isNext = place.documentId === start.documentId && place.pageNumber === start.pageNumber + page - first;
    if (!isNext) throw new CannotFollow();
  }
}

const PAGE_KEYS: readonly string[] = ['pageNumber', 'fromPage', 'toPage'];

function isPageNumber(key: string, value: unknown): value is number {
  return PAGE_KEYS.includes(key) && typeof value === 'number';
}

/** A part of a thing that is about a paper whose pages went elsewhere. */
function ofPaper(key: string, value: unknown, pages: ReadonlyMap<number, PlaceOfPage>, moves: Moves): unknown {
  if (isPageNumber(key, value)) return placeOf(value, pages).pageNumber;
  if (key === 'proof' && typeof value === 'object' && value !== null && 'pageNumber' in value)
    return { ...value, pageNumber: placeOf(Number(value.pageNumber), pages).pageNumber };
  // Ranges of pages chosen for an exhibit, in an order of the user's own.
  if (key === 'ranges') throw new CannotFollow();
  return walked(value, moves);
}

function placeOf(page: number, pages: ReadonlyMap<number, PlaceOfPage>): PlaceOfPage {
  const place = pages.get(page);
  if (place === undefined) throw new CannotFollow();
  return place;
}

/** A text that is the id of a paper, or has a page of it in it as `id/page`. */
function walkedText(text: string, moves: Moves): string {
  let moved = text;
  for (const [id, pages] of moves) {
    if (!moved.includes(id)) continue;
    moved = moved.replaceAll(new RegExp(`${id}/(\\d+)`, 'g'), (_all, page: string) => {
      const place = placeOf(Number(page), pages);
      return `${place.documentId}/${place.pageNumber}`;
    });
    if (moved.includes(id)) moved = moved.replaceAll(new RegExp(`^${id}(?=$|#)`, 'g'), () => targetOfPages({}, pages));
    if (moved.includes(id)) throw new CannotFollow();
  }
  return moved;
}

function targetsOf(id: DocumentId, moves: Moves): readonly DocumentId[] {
  const pages = moves.get(id);
  return pages === undefined ? [id] : [...new Set([...pages.values()].map(({ documentId }) => documentId))];
}
