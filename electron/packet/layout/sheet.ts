// What a laid-out page of ours consists of, before it is painted: plain data, origin at the top left, points.
import type { DocumentId, GroundId } from '../../../shared/ids.ts';
import type { Tag } from './tag.ts';

/** The faces our pages are set in. */
export type Face = 'serif' | 'serif-bold' | 'serif-italic' | 'serif-bold-italic' | 'sans' | 'sans-bold' | 'mono';

/** Red, green, blue, 0 to 1. */
export type Color = readonly [number, number, number];

/** A place in the packet something can point at. */
export type Target =
  | { readonly kind: 'document'; readonly documentId: DocumentId; readonly pageNumber: number }
  | { readonly kind: 'tab'; readonly label: string }
  | { readonly kind: 'letter'; readonly sheet: number };

/** Knows, once all pages are counted, where everything stands. */
export interface Numbering {
  /** Pages of the whole packet. */
  readonly pageCount: number;
  /** One-based page of the packet; undefined when the target isn't in it. */
  pageOf(target: Target): number | undefined;
  /** What is stamped there. */
  stampAt(packetPage: number): string;
  /** The stamp's number alone, without the prefix: for tables, where a long prefix has no room. */
  numberAt(packetPage: number): string;
  /** Letter or number of the exhibit in which a page of a document stands; undefined when it isn't in the packet. */
  labelOf(documentId: DocumentId, pageNumber: number): string | undefined;
  /** Which page of its exhibit a document's page is (one-based). */
  placeInExhibit(documentId: DocumentId, pageNumber: number): number | undefined;
}

/** Text that may depend on the numbering. */
export type Wording = string | ((numbering: Numbering) => string);

export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly face: Face;
  readonly color: Color;
  readonly text: Wording;
  /** True when the next word stands apart: a blank is written behind the text, for those who copy it or have it read aloud. */
  readonly spaceAfter?: boolean;
  /** The element it belongs to. Without one it is decoration, which is not read aloud. */
  readonly tag?: Tag | undefined;
}

export interface RectItem {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly radius?: number;
  readonly fill?: Color;
  readonly stroke?: Color;
  readonly lineWidth?: number;
}

export interface LineItem {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly color: Color;
}

export interface LinkItem {
  readonly kind: 'link';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly target: Target;
  /** The element whose text is the link's. */
  readonly tag?: Tag | undefined;
}

export type Item = TextItem | RectItem | LineItem | LinkItem;

export interface Sheet {
  readonly items: readonly Item[];
}

/** Something that lay on a row and is asked for later: where a heading begins, where a page is cited. */
export type Mark =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2; readonly groundId: GroundId | undefined }
  | {
      readonly kind: 'cite';
      readonly documentId: DocumentId;
      readonly pageNumber: number;
      readonly toPage: number;
      readonly groundId: GroundId | undefined;
    };

/** A strip across the column that is never cut: one line of a paragraph, one line of a table row. Items are relative to its top left. */
export interface Row {
  readonly height: number;
  /** White above the row; left out at the top of a page. */
  readonly before: number;
  /** Whether a page may end just above this row. */
  readonly breakBefore: boolean;
  readonly items: readonly Item[];
  readonly marks?: readonly Mark[];
}

/** Letter size, in points: 8.5 by 11 inches. */
export const PAGE_WIDTH = 612;
export const PAGE_HEIGHT = 792;
/** One inch all round. */
export const MARGIN = 72;
export const COLUMN = PAGE_WIDTH - 2 * MARGIN;

export const INK: Color = [0.09, 0.1, 0.12];
export const QUIET: Color = [0.38, 0.41, 0.45];
export const HAIRLINE: Color = [0.78, 0.8, 0.83];
export const LINK: Color = [0.09, 0.29, 0.5];
export const ACCENT: Color = [0.13, 0.24, 0.38];
export const AMBER_FILL: Color = [1, 0.95, 0.8];
export const AMBER_LINE: Color = [0.82, 0.58, 0.12];
export const AMBER_INK: Color = [0.45, 0.29, 0.02];

/** The same item, moved. */
export function moved(item: Item, dx: number, dy: number): Item {
  if (item.kind === 'line') return { ...item, x1: item.x1 + dx, x2: item.x2 + dx, y1: item.y1 + dy, y2: item.y2 + dy };
  return { ...item, x: item.x + dx, y: item.y + dy };
}

/** Nothing to be seen, but it makes an element stand here in the order of reading: an empty cell of a table keeps its place. */
export function anchor(tag: Tag): Item {
  return { kind: 'text', x: 0, y: 0, size: 1, face: 'sans', color: INK, text: '', tag };
}

/** The same item as decoration: the second time it stands somewhere, as the heading row of a table does on its next page. */
export function untagged(item: Item): Item {
  return item.kind === 'text' || item.kind === 'link' ? { ...item, tag: undefined } : item;
}
