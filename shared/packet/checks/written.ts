// What the composer says it wrote, as far as the checks of the finished file compare with it.
import type { DocumentId } from '../../ids.ts';
import type { IndexRow } from '../../model/packet.ts';
import type { PageBox } from '../../model/redaction.ts';

export interface WrittenBookmark {
  readonly title: string;
  /** One-based. */
  readonly packetPage: number;
  readonly children: readonly WrittenBookmark[];
}

/** A link from page to page (one-based), and what is stamped there. */
export interface WrittenLink {
  readonly fromPage: number;
  readonly toPage: number;
  readonly stamp: string;
}

/** A page of an exhibit. `packetPage` is one-based. */
export interface WrittenExhibitPage {
  readonly label: string;
  readonly documentId: DocumentId;
  readonly pageNumber: number;
  readonly packetPage: number;
}

/** How a page came to look as it does, and what of it is not its paper's. */
export interface WrittenLooks {
  /** `taken`: as it is in its file. `picture`: a picture of it. `redacted`: a picture with parts blacked out. `set`: text set anew; also the packet's own pages. */
  readonly way: 'taken' | 'picture' | 'redacted' | 'set';
  /** White added below it, points. */
  readonly strip: number;
  /** Where the stamp stands, points from the top left. */
  readonly stamp: PageBox;
  /** Everything the packet drew over it, the stamp too, but for the word DRAFT: points from the top left. */
  readonly drawn: readonly PageBox[];
}

export interface WrittenPacket {
  readonly pageCount: number;
  readonly byteLength: number;
  readonly index: readonly IndexRow[];
  readonly outline: readonly WrittenBookmark[];
  readonly links: readonly WrittenLink[];
  /** The stamp of each page, in order; also its label. */
  readonly stamps: readonly string[];
  readonly exhibitPages: readonly WrittenExhibitPage[];
  /** One for each page, in order. */
  readonly looks: readonly WrittenLooks[];
}
