// Writes one page of the packet: its operators, the objects they use, its links, its stamps.
import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';
import type { LinkItem, Numbering } from './layout/sheet.ts';
import { deflated } from './packet-file.ts';
import { MARKER_STATE } from './page-marks.ts';
import type { PageTree } from './page-tree.ts';
import { DRAFT_OPACITY, DRAFT_STATE } from './stamp.ts';
import type { PageTags } from './structure.ts';

/** A link of the packet: from page to page (one-based), and what is stamped there. */
export interface PacketLink {
  readonly fromPage: number;
  readonly toPage: number;
  readonly stamp: string;
}

export interface PageParts {
  readonly packetPage: number;
  readonly width: number;
  readonly height: number;
  readonly content: string;
  readonly objects?: ReadonlyMap<string, PDFRef>;
  readonly links?: readonly { readonly rect: readonly [number, number, number, number]; readonly link: LinkItem }[];
  /** The elements the content is marked with; they take the links in. */
  readonly tags?: PageTags;
}

export interface PageWriter {
  /** Writes a page and returns its links. A link whose target isn't in the packet is left out. */
  write(parts: PageParts): readonly PacketLink[];
}

/** Makes the writer. `fonts` is the dictionary of the fonts every page may use. */
export function pageWriter(context: PDFContext, tree: PageTree, numbering: Numbering, fonts: PDFRef): PageWriter {
  const markerState = context.register(context.obj({ Type: 'ExtGState', BM: 'Multiply' }));
  const draftState = context.register(context.obj({ Type: 'ExtGState', ca: DRAFT_OPACITY, CA: DRAFT_OPACITY }));
  return {
    write: (parts) => {
      const ref = tree.pages[parts.packetPage - 1];
      if (ref === undefined) return [];
      const objects = context.obj({});
      for (const [name, object] of parts.objects ?? []) objects.set(PDFName.of(name), object);
      const links = (parts.links ?? []).flatMap(({ rect, link }) => {
        const toPage = numbering.pageOf(link.target);
        return toPage === undefined ? [] : [{ rect, toPage, tag: link.tag }];
      });
      const page = context.obj({
        Type: 'Page',
        Parent: tree.parentOf(ref),
        MediaBox: [0, 0, parts.width, parts.height].map(rounded),
        Resources: {
          Font: fonts,
          XObject: objects,
          ExtGState: { [DRAFT_STATE]: draftState, [MARKER_STATE]: markerState },
        },
        Contents: context.register(deflated(context, parts.content)),
      });
      if (links.length > 0) {
        const annotations = links.map(({ rect, toPage, tag }) => {
          const annotation = linkAnnotation(context, rect, toPage, tree, numbering);
          const own = context.register(annotation);
          if (parts.tags !== undefined && tag !== undefined)
            annotation.set(PDFName.of('StructParent'), context.obj(parts.tags.annotation(tag, own)));
          return own;
        });
        page.set(PDFName.of('Annots'), context.obj(annotations));
        page.set(PDFName.of('Tabs'), PDFName.of('S'));
      }
      const key = parts.tags?.key();
      if (key !== undefined) {
        page.set(PDFName.of('StructParents'), context.obj(key));
        page.set(PDFName.of('Tabs'), PDFName.of('S'));
      }
      context.assign(ref, page);
      return links.map(({ toPage }) => ({
        fromPage: parts.packetPage,
        toPage,
        stamp: numbering.stampAt(toPage),
      }));
    },
  };
}

function linkAnnotation(
  context: PDFContext,
  rect: readonly number[],
  toPage: number,
  tree: PageTree,
  numbering: Numbering,
): PDFDict {
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: rect.map(rounded),
    Border: [0, 0, 0],
    F: 4,
    Dest: [tree.pages[toPage - 1] ?? null, 'XYZ', null, null, null],
  });
  annotation.set(PDFName.of('Contents'), PDFHexString.fromText(`Go to page ${numbering.stampAt(toPage)}`));
  return annotation;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
