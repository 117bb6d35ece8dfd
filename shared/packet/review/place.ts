// Puts a reviewer's remarks at their places: the page of the version he read, and the page of the paper that stands there. Pure.

import { isRealDate } from '../../cases/calendar.ts';
import type { DocumentId, EntryId, PacketId } from '../../ids.ts';
import type { PageBox } from '../../model/redaction.ts';
import type { ReviewNote } from '../../model/review.ts';

/** A page as it came back. */
export interface ReviewedPage {
  readonly label: string;
  readonly text: string;
  /** Points, as viewed. */
  readonly widthPt: number;
  readonly heightPt: number;
  readonly notes: readonly {
    readonly index: number;
    readonly kind: ReviewNote['kind'];
    readonly author: string;
    readonly changed: string;
    readonly text: string;
    readonly quote: string;
    readonly boxes: readonly PageBox[];
    readonly replyTo: number | undefined;
  }[];
}

/** The version the remarks were written into. */
export interface ReviewedVersion {
  readonly packetId: PacketId;
  /** The stamp of each page, in order. */
  readonly stamps: readonly string[];
  readonly exhibitPages: readonly {
    readonly packetPage: number;
    readonly documentId: DocumentId;
    readonly pageNumber: number;
  }[];
}

export interface PlacedReview {
  /** New remarks only. */
  readonly notes: readonly ReviewNote[];
  /** Remarks that were brought in before. */
  readonly known: number;
  /** Remarks on pages that are none of this version's. */
  readonly elsewhere: number;
}

/** Places the remarks of all pages. Pages may have been taken out or put in another order: each goes by its own stamp. */
export function placeReview(
  pages: readonly ReviewedPage[],
  version: ReviewedVersion,
  before: readonly ReviewNote[],
  newId: () => EntryId,
): PlacedReview {
  const notes: ReviewNote[] = [];
  const seen = new Set(before.map(keyOf));
  let known = 0;
  let elsewhere = 0;
  pages.forEach((page, index) => {
    const packetPage = packetPageOf(page, index, version.stamps);
    if (packetPage === undefined) {
      elsewhere += page.notes.length;
      return;
    }
    const paper = version.exhibitPages.find((each) => each.packetPage === packetPage);
    const ids = new Map<number, EntryId>();
    for (const { index: at, changed, replyTo, boxes, ...note } of page.notes) {
      // Marked words without a remark of their own still say something; a bare note without text does not.
      if (note.text.trim() === '' && note.quote === '' && note.kind !== 'drawing' && note.kind !== 'stamp') continue;
      const on = dayOf(changed);
      const parent = replyTo === undefined ? undefined : ids.get(replyTo);
      const placed: ReviewNote = {
        ...note,
        id: newId(),
        packetId: version.packetId,
        packetPage,
        stamp: version.stamps[packetPage - 1] ?? '',
        ...(paper !== undefined && { documentId: paper.documentId, pageNumber: paper.pageNumber }),
        boxes: [...boxes],
        pageSize: { w: page.widthPt, h: page.heightPt },
        ...(on !== undefined && { on }),
        ...(parent !== undefined && { replyTo: parent }),
        state: 'open',
        answer: '',
      };
      if (seen.has(keyOf(placed))) {
        known += 1;
        continue;
      }
      seen.add(keyOf(placed));
      ids.set(at, placed.id);
      notes.push(placed);
    }
  });
  return { notes, known, elsewhere };
}

/** How many of the pages carry a stamp of this version: tells which version a file is when it doesn't say so itself. */
export function pagesOfVersion(pages: readonly ReviewedPage[], stamps: readonly string[]): number {
  return pages.filter((page, index) => packetPageOf(page, index, stamps) !== undefined).length;
}

/** The page of the version (one-based): by its label, else by the stamp among its words, the place in the file deciding between several. */
function packetPageOf(page: ReviewedPage, index: number, stamps: readonly string[]): number | undefined {
  const labelled = stamps.indexOf(page.label);
  // A file that lost its labels numbers its pages 1, 2, 3: only a stamp that stands on the page proves such a label right.
  const tokens = new Set(page.text.split(/\s+/));
  if (labelled >= 0 && tokens.has(page.label)) return labelled + 1;
  if (tokens.has(stamps[index] ?? '')) return index + 1;
  const found = stamps.findIndex((stamp) => tokens.has(stamp));
  return found < 0 ? undefined : found + 1;
}

/** What makes two remarks the same, however often the file is brought in. */
function keyOf({ packetId, packetPage, kind, author, text, quote, boxes }: ReviewNote): string {
  const places = boxes.map((box) => [box.x, box.y, box.w, box.h].map(Math.round).join(' '));
  return JSON.stringify([packetId, packetPage, kind, author, text, quote, places]);
}

/** The day of a PDF date, D:20261124153000+01'00' (PDF 32000-1, 7.9.4), as an ISO date. */
function dayOf(date: string): string | undefined {
  const parts = /^D?:?(\d{4})(\d{2})(\d{2})/.exec(date);
  if (parts === null) return undefined;
  const day = `${parts[1]}-${parts[2]}-${parts[3]}`;
  return isRealDate(day) ? day : undefined;
}
