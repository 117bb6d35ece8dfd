// The tree of pages: balanced, so that viewers find a page of thousands quickly.
import { type PDFContext, PDFDict, PDFName, type PDFRef } from 'pdf-lib';

/** Children of one node. */
const FAN = 32;

export interface PageTree {
  readonly root: PDFRef;
  /** References of the pages, in order; their objects come later. */
  readonly pages: readonly PDFRef[];
  parentOf(page: PDFRef): PDFRef;
}

/** Lays out the tree for `count` pages and writes its nodes. */
export function layPageTree(context: PDFContext, count: number): PageTree {
  const pages = Array.from({ length: count }, () => context.nextRef());
  const parents = new Map<PDFRef, PDFRef>();
  let level = pages.map((ref) => ({ ref, leaves: 1 }));
  do {
    const next: { ref: PDFRef; leaves: number }[] = [];
    for (let from = 0; from < Math.max(1, level.length); from += FAN) {
      const kids = level.slice(from, from + FAN);
      const leaves = kids.reduce((sum, kid) => sum + kid.leaves, 0);
      const ref = context.register(context.obj({ Type: 'Pages', Kids: kids.map((kid) => kid.ref), Count: leaves }));
      for (const kid of kids) {
        parents.set(kid.ref, ref);
        const node = context.lookup(kid.ref);
        if (node instanceof PDFDict) node.set(PDFName.of('Parent'), ref);
      }
      next.push({ ref, leaves });
    }
    level = next;
  } while (level.length > 1);
  const root = level[0]?.ref ?? context.nextRef();
  return { root, pages, parentOf: (page) => parents.get(page) ?? root };
}
