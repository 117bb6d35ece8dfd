// The tagged structure of the packet (ISO 32000-1, 14.7): elements are written part by part, as each part is complete.
import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFObject, type PDFRef, PDFString } from 'pdf-lib';
import type { Tag } from './layout/tag.ts';
import { writeNumberTree } from './number-tree.ts';

/** The elements of one page. */
export interface PageTags {
  /** Makes sure that an element stands in the order of reading, also when it stays empty. */
  touch(tag: Tag): void;
  /** The operator that begins a piece of an element's content; EMC ends it. */
  begin(tag: Tag): string;
  /** Takes an annotation into an element; gives its key in the parent tree. */
  annotation(tag: Tag, ref: PDFRef): number;
  /** The page's key in the parent tree; undefined while nothing of it belongs to an element. */
  key(): number | undefined;
}

export interface Structure {
  /** `packetPage` is one-based. */
  onPage(packetPage: number): PageTags;
  /** Makes sure that an element stands in the order of reading, before what comes later. */
  touch(tag: Tag): void;
  /** Writes what is left; gives the root of the structure. */
  finish(): PDFRef;
}

/** A piece of content, by its page and its number on it; an annotation of a page; or an element inside. */
type Kid =
  | { readonly page: PDFRef; readonly sequence: number }
  | { readonly page: PDFRef; readonly annotation: PDFRef }
  | PDFRef;

interface Element {
  readonly tag: Tag;
  readonly ref: PDFRef;
  readonly parent: PDFRef;
  readonly kids: Kid[];
}

/**
 * Starts the structure of a packet of these pages. Only the elements of one section are held in memory, those of the section that was
 * touched last: beginning another writes it. Of what is written a reference is kept for each piece of content, for the parent tree.
 */
export function startStructure(context: PDFContext, pages: readonly PDFRef[]): Structure {
  const root = context.nextRef();
  const whole = { ref: context.nextRef(), kids: [] as Kid[] };
  /** Parts that hold sections; written last. */
  const holders = new Map<Tag, Element>();
  let section = new Map<Tag, Element>();
  const contents = new Map<number, PDFRef[]>();
  const annotations: PDFRef[] = [];

  const write = (elements: Iterable<Element>) => {
    for (const element of elements) context.assign(element.ref, elementDict(context, element));
  };
  const elementOf = (tag: Tag): Element => {
    const known = section.get(tag) ?? holders.get(tag);
    if (known !== undefined) return known;
    const parent = tag.parent === undefined ? whole : elementOf(tag.parent);
    const element: Element = { tag, ref: context.nextRef(), parent: parent.ref, kids: [] };
    parent.kids.push(element.ref);
    if (tag.role === 'Part') {
      holders.set(tag, element);
      return element;
    }
    if (tag.role === 'Sect') {
      write(section.values());
      section = new Map();
    }
    section.set(tag, element);
    return element;
  };

  const onPage = (packetPage: number): PageTags => {
    const page = pages[packetPage - 1] ?? root;
    const owners: PDFRef[] = [];
    return {
      touch: elementOf,
      begin: (tag) => {
        const element = elementOf(tag);
        const sequence = owners.length;
        owners.push(element.ref);
        contents.set(packetPage - 1, owners);
        element.kids.push({ page, sequence });
        // A picture is one piece, so its element is complete: an exhibit may have thousands.
        if (tag.role === 'Figure') {
          write([element]);
          section.delete(tag);
        }
        return `/${tag.role} << /MCID ${sequence} >> BDC`;
      },
      annotation: (tag, annotation) => {
        const { ref, kids } = elementOf(tag);
        kids.push({ page, annotation });
        annotations.push(ref);
        return pages.length + annotations.length - 1;
      },
      key: () => (owners.length === 0 ? undefined : packetPage - 1),
    };
  };

  return {
    onPage,
    touch: elementOf,
    finish: () => {
      write(section.values());
      write(holders.values());
      const document = context.obj({ S: 'Document', P: root, K: context.obj(whole.kids as PDFRef[]) });
      document.set(PDFName.of('Lang'), PDFString.of('en-US'));
      context.assign(whole.ref, document);
      const owned = [...contents].toSorted(([a], [b]) => a - b);
      const entries: readonly (readonly [number, PDFObject])[] = [
        ...owned.map(([page, owners]) => [page, context.obj(owners)] as const),
        ...annotations.map((owner, index) => [pages.length + index, owner] as const),
      ];
      const dict = context.obj({
        Type: 'StructTreeRoot',
        K: [whole.ref],
        ParentTree: writeNumberTree(context, entries),
        ParentTreeNextKey: pages.length + annotations.length,
      });
      context.assign(root, dict);
      return root;
    },
  };
}

function elementDict(context: PDFContext, { tag, parent, kids }: Element): PDFDict {
  const content = kids.filter((kid) => 'page' in kid);
  // A link whose target isn't in the packet is plain text.
  const isPlain = tag.role === 'Link' && !content.some((kid) => 'annotation' in kid);
  const dict = context.obj({ S: isPlain ? 'Span' : tag.role, P: parent });
  const page = content[0]?.page;
  if (page !== undefined) dict.set(PDFName.of('Pg'), page);
  const own = kids.map((kid) => kidObject(context, kid, page));
  const lone = own[0];
  if (lone !== undefined) dict.set(PDFName.of('K'), own.length === 1 ? lone : context.obj(own));
  if (tag.title !== undefined) dict.set(PDFName.of('T'), textString(tag.title));
  if (tag.alt !== undefined) dict.set(PDFName.of('Alt'), textString(tag.alt));
  const attributes = attributesOf(context, tag);
  if (attributes !== undefined) dict.set(PDFName.of('A'), attributes);
  return dict;
}

/** `page` is that of the element: only what stands elsewhere says where. */
function kidObject(context: PDFContext, kid: Kid, page: PDFRef | undefined): PDFObject {
  if (!('page' in kid)) return kid;
  const elsewhere = kid.page === page ? {} : { Pg: kid.page };
  if ('annotation' in kid) return context.obj({ Type: 'OBJR', ...elsewhere, Obj: kid.annotation });
  if (kid.page === page) return context.obj(kid.sequence);
  return context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.sequence });
}

/** ISO 32000-1, 14.8.5: what the heading cells of tables, lists and pictures say of themselves. */
function attributesOf(context: PDFContext, { scope, numbering, box }: Tag): PDFDict | undefined {
  if (scope !== undefined) return context.obj({ O: 'Table', Scope: scope });
  if (numbering !== undefined) return context.obj({ O: 'List', ListNumbering: numbering });
  if (box !== undefined)
    return context.obj({ O: 'Layout', Placement: 'Block', BBox: box.map((value) => Math.round(value * 1000) / 1000) });
  return undefined;
}

/** The shortest form of a text: as it is where it is plain, else in UTF-16. */
function textString(text: string): PDFObject {
  return /^[\x20-\x27\x2a-\x5b\x5d-\x7e]*$/.test(text) ? PDFString.of(text) : PDFHexString.fromText(text);
}
