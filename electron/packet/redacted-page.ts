// A page of which parts are blacked out: a fresh picture of it with black in the pixels and the words that remain; nothing of its file.
import type { PDFContext } from 'pdf-lib';
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { Exhibit, PacketPlan } from '../../shared/model/packet.ts';
import type { Page } from '../../shared/model/page.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import { remainingWords } from '../../shared/packet/redaction/boxes.ts';
import { boxesOn } from '../../shared/packet/redaction/planned.ts';
import type { PictureFile } from '../readers/raster.ts';
import type { BlackBoxes } from '../readers/redacted.ts';
import type { ExhibitSource, SourceFile } from './exhibit-source.ts';
import { num } from './paint.ts';
import { openImageSource } from './source/image-source.ts';
import type { SourcePage } from './source/source-page.ts';

/** Draws a page of a file in a process without keys, the boxes painted black into the pixels. */
export type DrawRedacted = (file: SourceFile, pageNumber: number, black: BlackBoxes) => Promise<PictureFile>;

/** What of a paper is blacked out. */
export interface PaperRedactions {
  /** The boxes of a page, in points of the page as read; none for a page that goes out as it is. */
  readonly boxesOn: (pageNumber: number) => readonly PageBox[];
  /** Missing where nothing can be redacted: a page with boxes then stops the packet. */
  readonly draw: DrawRedacted | undefined;
}

/** The source with its redacted pages replaced: `source` is never asked for them. */
export function withRedactedPages(
  source: ExhibitSource,
  file: SourceFile,
  { boxesOn, draw }: PaperRedactions,
  target: PDFContext,
): ExhibitSource {
  return {
    ...source,
    page: async (pageNumber) => {
      const boxes = boxesOn(pageNumber);
      if (boxes.length === 0) return source.page(pageNumber);
      const page = file.pages.find((each) => each.pageNumber === pageNumber);
      if (page === undefined || draw === undefined) throw new AppError('internal');
      const { widthPt, heightPt } = page;
      return pageOfPicture(page, boxes, await draw(file, pageNumber, { widthPt, heightPt, boxes }), target);
    },
  };
}

/** The boxes are drawn once more over the picture: compression leaves their edges soft. */
async function pageOfPicture(
  page: Page,
  boxes: readonly PageBox[],
  picture: PictureFile,
  target: PDFContext,
): Promise<SourcePage> {
  const shown = { ...page, words: remainingWords(page.words, boxes) };
  const drawn = await openImageSource({ ...picture, pages: [shown] }, target).page(page.pageNumber);
  const black = boxes.map(({ x, y, w, h }) => `${[x, page.heightPt - y - h, w, h].map(num).join(' ')} re`);
  return { ...drawn, content: `${drawn.content}\nq 0 g ${black.join(' ')} f Q` };
}

/** What a plan blacks out in a paper. */
export function paperRedactions(
  plan: PacketPlan,
  documentId: DocumentId,
  draw: DrawRedacted | undefined,
): PaperRedactions {
  return { boxesOn: (pageNumber) => boxesOn(plan, documentId, pageNumber), draw };
}

/** Tells on the tab sheet that parts of pages are blacked out; undefined when none are. */
export function redactionNote(plan: PacketPlan, { documentId, pages }: Exhibit): string | undefined {
  const places = pages.flatMap((page, index) => (boxesOn(plan, documentId, page).length === 0 ? [] : [index + 1]));
  if (places.length === 0) return undefined;
  const which = places.length === 1 ? `page ${places[0]}` : `pages ${places.join(', ')}`;
  return `Parts of ${which} are blacked out.`;
}
