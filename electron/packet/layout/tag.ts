// What a piece of a page is to somebody who doesn't see the page: the tagged structure of PDF (ISO 32000-1, 14.8), as the layout knows it.

/** The standard structure types our pages use (ISO 32000-1, 14.8.4). */
export const ROLES = [
  'Part',
  'Sect',
  'Div',
  'H1',
  'H2',
  'P',
  'BlockQuote',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'TR',
  'TH',
  'TD',
  'Link',
  'Figure',
] as const;

export type Role = (typeof ROLES)[number];

/** One element of the structure. All that carries the same object is one element, on whatever pages it comes to stand. */
export interface Tag extends Meaning {
  readonly role: Role;
  /** The element it stands in; missing for the parts of the packet. Elements follow each other as they first come up. */
  readonly parent?: Tag | undefined;
}

/** What an element says of itself. */
export interface Meaning {
  /** Names a part of the packet; not read aloud. */
  readonly title?: string;
  /** Says in words what a picture shows. */
  readonly alt?: string;
  /** What a heading cell of a table is the heading of. */
  readonly scope?: 'Column' | 'Row';
  /** How the entries of a list are labelled. */
  readonly numbering?: 'Decimal' | 'Disc';
  /** Where a picture stands on its page: left, bottom, right, top, in points from the lower left. */
  readonly box?: readonly [number, number, number, number];
}

/** A new element. */
export function tagged(role: Role, parent?: Tag, meaning: Meaning = {}): Tag {
  return { role, parent, ...meaning };
}

/** A new element inside another, where that one is tagged at all. */
export function within(parent: Tag | undefined, role: Role, meaning: Meaning = {}): Tag | undefined {
  return parent === undefined ? undefined : tagged(role, parent, meaning);
}

/** A part of the packet, such as the letter or one exhibit. */
export function partTag(title: string, parent?: Tag): Tag {
  return tagged('Sect', parent, { title });
}
