// What holds a PDF together, as PDFium finds it: labels, bookmarks, links, names, and what the file would do by itself.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { PageBox } from '../../shared/model/redaction.ts';
import type { SeenBookmark, SeenFile, SeenLink, SeenPage } from '../../shared/packet/checks/seen.ts';
import { mapBox } from './geometry.ts';
import type { LoadedPage } from './pdfium.ts';
import { wideString } from './pdfium-notes.ts';
import { openTextPage } from './pdfium-page-text.ts';

/** FPDFACTION_… of fpdf_doc.h: what a link does, but for turning to a page of its file. */
const ACTIONS: Readonly<Record<number, string>> = {
  0: 'an unknown action',
  2: 'another file',
  3: 'an address of the web',
  4: 'a program',
  5: 'an attached file',
};
const ACTION_GO_TO = 1;

const ANNOTATION_LINK = 2;
/** More than any packet has: a file with more goes round in circles. */
const MOST_BOOKMARKS = 100_000;
const MOST_LINKS = 20_000;
const MOST_NAMES = 200_000;
const INFO = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer'];

/** Everything but pages and bytes. */
export function readDocument(library: WrappedPdfiumModule, document: number): Omit<SeenFile, 'pages' | 'bytes'> {
  return {
    bookmarks: bookmarksOf(library, document),
    names: namesOf(library, document),
    info: infoOf(library, document),
    javaScripts: Math.max(0, library.FPDFDoc_GetJavaScriptActionCount(document)),
    attachments: Math.max(0, library.FPDFDoc_GetAttachmentCount(document)),
    hasForm: library.FPDF_GetFormType(document) !== 0,
    isEncrypted: library.FPDF_GetSecurityHandlerRevision(document) !== -1,
  };
}

/** A page. `stampBox` is in points from the top left of the viewed page; the text within it is told by itself. */
export function readStructure(
  library: WrappedPdfiumModule,
  document: number,
  index: number,
  page: LoadedPage,
  stampBox: PageBox | undefined,
): SeenPage {
  const { widthPt, heightPt, toView } = page;
  const text = openTextPage(library, page.handle, toView);
  try {
    const links = linksOf(library, document, page, text.within);
    return {
      label: wideString(library, (buffer, size) => library.FPDF_GetPageLabel(document, index, buffer, size)),
      widthPt,
      heightPt,
      text: text.all(),
      stamp: stampBox === undefined ? '' : text.within(stampBox),
      links,
      annotations: annotationsOf(library, page.handle),
    };
  } finally {
    text.close();
  }
}

function bookmarksOf(library: WrappedPdfiumModule, document: number): readonly SeenBookmark[] {
  const seen = new Set<number>();
  const level = (parent: number): readonly SeenBookmark[] => {
    const found: SeenBookmark[] = [];
    let at = library.FPDFBookmark_GetFirstChild(document, parent);
    while (at !== 0 && !seen.has(at) && seen.size < MOST_BOOKMARKS) {
      seen.add(at);
      const bookmark = at;
      const title = wideString(library, (buffer, size) => library.FPDFBookmark_GetTitle(bookmark, buffer, size));
      const page = pageOf(library, document, library.FPDFBookmark_GetDest(document, bookmark));
      found.push({ title, page, children: level(bookmark) });
      at = library.FPDFBookmark_GetNextSibling(document, bookmark);
    }
    return found;
  };
  return level(0);
}

function linksOf(
  library: WrappedPdfiumModule,
  document: number,
  { handle, toView }: LoadedPage,
  textWithin: (box: PageBox) => string,
): readonly SeenLink[] {
  const { pdfium } = library;
  const at = pdfium.wasmExports.malloc(24);
  const links: SeenLink[] = [];
  try {
    pdfium.setValue(at, 0, 'i32');
    while (links.length < MOST_LINKS && library.FPDFLink_Enumerate(handle, at, at + 4)) {
      const link = pdfium.getValue(at + 4, 'i32');
      const [left, top, right, bottom] = library.FPDFLink_GetAnnotRect(link, at + 8)
        ? ([0, 4, 8, 12].map((offset) => pdfium.getValue(at + 8 + offset, 'float')) as [number, number, number, number])
        : ([0, 0, 0, 0] as const);
      const box = mapBox(toView, {
        x: Math.min(left, right),
        y: Math.min(top, bottom),
        w: Math.abs(right - left),
        h: Math.abs(top - bottom),
      });
      const page = pageOf(library, document, library.FPDFLink_GetDest(document, link));
      const elsewhere = elsewhereOf(library, link);
      links.push({ box, text: textWithin(box), page: elsewhere === undefined ? page : undefined, elsewhere });
    }
    return links;
  } finally {
    pdfium.wasmExports.free(at);
  }
}

function elsewhereOf(library: WrappedPdfiumModule, link: number): string | undefined {
  const action = library.FPDFLink_GetAction(link);
  if (action === 0) return undefined;
  const type = library.FPDFAction_GetType(action);
  return type === ACTION_GO_TO ? undefined : (ACTIONS[type] ?? ACTIONS[0]);
}

/** The one-based page of a destination. */
function pageOf(library: WrappedPdfiumModule, document: number, dest: number): number | undefined {
  const index = dest === 0 ? -1 : library.FPDFDest_GetDestPageIndex(document, dest);
  return index < 0 ? undefined : index + 1;
}

function namesOf(library: WrappedPdfiumModule, document: number): SeenFile['names'] {
  const count = Math.min(library.FPDF_CountNamedDests(document), MOST_NAMES);
  const { pdfium } = library;
  const length = pdfium.wasmExports.malloc(4);
  try {
    return Array.from({ length: count }, (_, index) => {
      let dest = 0;
      const name = wideString(library, (buffer, size) => {
        pdfium.setValue(length, buffer === 0 ? 0 : size, 'i32');
        dest = library.FPDF_GetNamedDest(document, index, buffer, length);
        return pdfium.getValue(length, 'i32');
      });
      return { name, page: pageOf(library, document, dest) };
    });
  } finally {
    pdfium.wasmExports.free(length);
  }
}

function infoOf(library: WrappedPdfiumModule, document: number): Readonly<Record<string, string>> {
  const entries = INFO.map((tag) => [
    tag,
    wideString(library, (buffer, size) => library.FPDF_GetMetaText(document, tag, buffer, size)),
  ]);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function annotationsOf(library: WrappedPdfiumModule, page: number): number {
  const count = Math.min(library.FPDFPage_GetAnnotCount(page), MOST_LINKS);
  let others = 0;
  for (let index = 0; index < count; index += 1) {
    const annotation = library.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    if (library.FPDFAnnot_GetSubtype(annotation) !== ANNOTATION_LINK) others += 1;
    library.FPDFPage_CloseAnnot(annotation);
  }
  return others;
}
