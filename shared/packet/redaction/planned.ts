// Which boxes a packet blacks out: those the user applied, on pages that are in its exhibits.
import type { FullDocument } from '../../model/document.ts';
import type { Exhibit, PacketPlan, PageMark } from '../../model/packet.ts';
import type { PageRedaction, Redaction } from '../../model/redaction.ts';
import { hidesWord, tidyBoxes } from './boxes.ts';

/** The redactions of a plan, in the order of the exhibits. What was waved off, or stands on pages that don't go out, is left out. */
export function plannedRedactions(
  redactions: readonly Redaction[],
  exhibits: readonly Exhibit[],
  documents: ReadonlyMap<string, FullDocument>,
): PageRedaction[] {
  const applied = redactions.filter(({ state }) => state === 'applied');
  if (applied.length === 0) return [];
  const seen = new Set<string>();
  return exhibits.flatMap(({ documentId, pages }) =>
    pages.flatMap((pageNumber) => {
      const key = `${documentId}/${pageNumber}`;
      const page = documents.get(documentId)?.pages.find((each) => each.pageNumber === pageNumber);
      if (page === undefined || seen.has(key)) return [];
      seen.add(key);
      const boxes = tidyBoxes(
        redactionsOf(applied, documentId, pageNumber).flatMap((each) => each.boxes),
        page,
      );
      return boxes.length === 0 ? [] : [{ documentId, pageNumber, boxes }];
    }),
  );
}

function redactionsOf(all: readonly Redaction[], documentId: string, pageNumber: number): readonly Redaction[] {
  return all.filter((each) => each.documentId === documentId && each.pageNumber === pageNumber);
}

/** The boxes a plan blacks out on a page; none for a page that isn't redacted. */
export function boxesOn(
  plan: Pick<PacketPlan, 'redactions'>,
  documentId: string,
  pageNumber: number,
): PageRedaction['boxes'] {
  return plan.redactions.find((each) => each.documentId === documentId && each.pageNumber === pageNumber)?.boxes ?? [];
}

/** Highlights without the boxes that lie under something blacked out: a mark there would point at words that are gone. */
export function marksBesideRedactions(marks: readonly PageMark[], redactions: readonly PageRedaction[]): PageMark[] {
  return marks.flatMap((mark) => {
    const hidden = boxesOn({ redactions: [...redactions] }, mark.documentId, mark.pageNumber);
    const boxes = mark.boxes.filter((box) => !hidden.some((each) => hidesWord(each, box)));
    return boxes.length === 0 ? [] : [{ ...mark, boxes }];
  });
}
