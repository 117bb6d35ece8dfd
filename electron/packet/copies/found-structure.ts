// The tagged structure of a built packet, read back: to which element each piece of a page and each link belongs.
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { type Meaning, ROLES, type Role, type Tag } from '../layout/tag.ts';
import { numberTree } from './trees.ts';

export interface FoundStructure {
  /** The elements of a page's pieces of content, in the order of the pieces' numbers; none for a page without. */
  pieces(page: PDFDict): readonly Tag[];
  /** The element a link stands in. */
  linkTag(annotation: PDFDict): Tag | undefined;
  /** All cells of the row of a table that an element stands in, in order, empty ones too; none outside tables. */
  rowAround(tag: Tag): readonly Tag[];
}

/** Reads the structure below its root. The same element is the same tag whenever it is asked for. */
export function foundStructure(root: PDFDict): FoundStructure {
  const { context } = root;
  const parents = new Map(numberTree(dictOf(root.lookup(PDFName.of('ParentTree')))));
  const tags = new Map<PDFDict, Tag>();
  const elements = new Map<Tag, PDFDict>();

  const tagOf = (object: PDFObject | undefined): Tag | undefined => {
    const element = dictOf(context.lookup(object));
    const role = element === undefined ? undefined : roleOf(element);
    if (element === undefined || role === undefined) return undefined;
    const known = tags.get(element);
    if (known !== undefined) return known;
    const tag: Tag = { role, parent: tagOf(element.get(PDFName.of('P'))), ...meaningOf(element) };
    tags.set(element, tag);
    elements.set(tag, element);
    return tag;
  };
  const parentOf = (owner: PDFDict, key: string) => {
    const number = owner.lookup(PDFName.of(key));
    return number instanceof PDFNumber ? parents.get(number.asNumber()) : undefined;
  };
  return {
    pieces: (page) => {
      const owners = context.lookup(parentOf(page, 'StructParents'));
      const found = owners instanceof PDFArray ? owners.asArray().map(tagOf) : [];
      // A piece that belongs nowhere would shift the numbers of those behind it.
      const whole = found.filter((tag) => tag !== undefined);
      return whole.length === found.length ? whole : [];
    },
    linkTag: (annotation) => tagOf(parentOf(annotation, 'StructParent')),
    rowAround: (tag) => {
      let row: Tag | undefined = tag;
      while (row !== undefined && row.role !== 'TR') row = row.parent;
      const element = row === undefined ? undefined : elements.get(row);
      return element === undefined ? [] : kidsOf(element, context).flatMap((kid) => tagOf(kid) ?? []);
    },
  };
}

/** The roles our pages use; a link that led nowhere was written as plain text. */
function roleOf(element: PDFDict): Role | undefined {
  const name = element.lookup(PDFName.of('S'));
  const role = name instanceof PDFName ? name.decodeText() : '';
  return role === 'Span' ? 'Link' : ROLES.find((each) => each === role);
}

function meaningOf(element: PDFDict): Meaning {
  const title = textOf(element.lookup(PDFName.of('T')));
  const alt = textOf(element.lookup(PDFName.of('Alt')));
  const attributes = dictOf(element.lookup(PDFName.of('A')));
  const scope = textOf(attributes?.lookup(PDFName.of('Scope')));
  const numbering = textOf(attributes?.lookup(PDFName.of('ListNumbering')));
  const box = attributes?.lookup(PDFName.of('BBox'));
  const [left, bottom, right, top] = box instanceof PDFArray ? box.asArray().map(numberOf) : [];
  return {
    ...(title === undefined ? {} : { title }),
    ...(alt === undefined ? {} : { alt }),
    ...(scope === 'Column' || scope === 'Row' ? { scope } : {}),
    ...(numbering === 'Decimal' || numbering === 'Disc' ? { numbering } : {}),
    ...(left === undefined || bottom === undefined || right === undefined || top === undefined
      ? {}
      : { box: [left, bottom, right, top] }),
  };
}

function kidsOf(element: PDFDict, context: PDFContext): readonly PDFObject[] {
  const kids = element.get(PDFName.of('K'));
  const found = context.lookup(kids);
  if (found instanceof PDFArray) return found.asArray();
  return kids instanceof PDFRef ? [kids] : [];
}

function numberOf(object: PDFObject): number {
  return object instanceof PDFNumber ? object.asNumber() : 0;
}

/** The object when it is a dictionary. */
export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : undefined;
}

/** The text of a string or a name. */
export function textOf(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFName)
    return object.decodeText();
  return undefined;
}
