// Finishes single pages of the packet: what stands on them, then the line at the foot, the stamp and the draft mark, tagged and with their links.
import type { PDFRef } from 'pdf-lib';
import type { PacketPlan, PageMark } from '../../shared/model/packet.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import type { WrittenLooks } from '../../shared/packet/checks/written.ts';
import type { Fonts } from './fonts.ts';
import { footLineFor, footLineOps } from './foot-line.ts';
import { type Numbering, PAGE_HEIGHT, PAGE_WIDTH, type Sheet } from './layout/sheet.ts';
import { type Tag, tagged } from './layout/tag.ts';
import type { Slot } from './numbering.ts';
import { markedBoxes, markOps } from './page-marks.ts';
import type { PacketLink, PageWriter } from './page-writer.ts';
import { paintSheet } from './paint.ts';
import type { SourcePage } from './source/source-page.ts';
import { draftOps, type Plate, plateFor, type StampText, stampOps, stripFor } from './stamp.ts';
import type { Structure } from './structure.ts';
import { LAYER_FONT, textLayerOps } from './text-layer.ts';

export type ExhibitSlot = Extract<Slot, { kind: 'exhibit' }>;

/** What was added to a page and drawn over it. */
export type PageLooks = Omit<WrittenLooks, 'way'>;

export interface PageComposer {
  /** Of every page written so far, by its number in the packet. */
  readonly looks: ReadonlyMap<number, PageLooks>;
  /** A page of ours; gives the links it was written with. `packetPage` is one-based. */
  sheet(sheet: Sheet, packetPage: number): readonly PacketLink[];
  /** A page of an exhibit with what is marked on it. `part` is the exhibit's part of the tagged structure. */
  source(
    page: SourcePage,
    packetPage: number,
    slot: ExhibitSlot,
    marks: readonly PageMark[],
    part: Tag | undefined,
  ): void;
}

/** Where the pages go. */
export interface PageTarget {
  readonly plan: PacketPlan;
  readonly numbering: Numbering;
  readonly fonts: Fonts;
  readonly writer: PageWriter;
  /** What a file of the whole packet has beyond looks: tags, links, and words to be searched in the font without visible glyphs. */
  readonly whole?: { readonly structure: Structure; readonly layerFont: PDFRef };
}

/** Makes the composer of a file's pages. Without `whole` every page is written as the first and only one of its file, to be looked at. */
export function pageComposer({ plan, numbering, fonts, writer, whole }: PageTarget): PageComposer {
  const looks = new Map<number, PageLooks>();
  const finishing = (
    packetPage: number,
    place: string,
    { width, height, words }: Pick<SourcePage, 'width' | 'height' | 'words'>,
    marked: readonly PageBox[],
  ) => {
    const text: StampText = { stamp: numbering.stampAt(packetPage), place };
    const plate = plateFor(text, width, height, fonts);
    const foot = footLineFor(plan.marks.confidentiality, plate, width, fonts);
    const draft = plan.draft ? draftOps(width, height, fonts) : '';
    const plates = foot === undefined ? [plate] : [plate, foot.plate];
    const strip = stripFor(plates, words, height);
    const fromTop = ({ x, y, w, h }: Plate) => ({ x, y: height + strip - y - h, w, h });
    looks.set(packetPage, { strip, stamp: fromTop(plate), drawn: [...plates.map(fromTop), ...marked] });
    return {
      strip,
      ops: [draft, foot === undefined ? '' : footLineOps(foot, fonts), stampOps(text, plate, fonts)].join('\n'),
    };
  };
  return {
    looks,
    sheet: (sheet, packetPage) => {
      const tags = whole?.structure.onPage(packetPage);
      const painted = paintSheet(sheet, PAGE_HEIGHT, numbering, fonts, tags);
      const { ops } = finishing(packetPage, '', { width: PAGE_WIDTH, height: PAGE_HEIGHT, words: [] }, []);
      const content = `${painted.content}\n${ops}`;
      const size = { width: PAGE_WIDTH, height: PAGE_HEIGHT };
      return tags === undefined
        ? writer.write({ packetPage: 1, ...size, content })
        : writer.write({ packetPage, ...size, content, links: painted.links, tags });
    },
    source: (page, packetPage, slot, marks, part) => {
      const { label, title, pages } = slot.exhibit;
      const place = `Exhibit ${label} · page ${slot.place} of ${pages.length}`;
      const alt = `Exhibit ${label}, page ${slot.place} of ${pages.length}: ${title}`;
      const { strip, ops } = finishing(packetPage, place, page, markedBoxes(marks, page, fonts));
      const marked = markOps(marks, page, fonts);
      const { width, objects } = page;
      const height = page.height + strip;
      const size = { width, height, objects };
      const shift = `q 1 0 0 1 0 ${strip} cm`;
      if (whole === undefined) {
        writer.write({ packetPage: 1, ...size, content: `${shift}\nq ${page.content} Q\n${marked}\nQ\n${ops}` });
        return;
      }
      const layer = page.needsTextLayer ? textLayerOps(page.words, page.height) : '';
      // In brackets of its own: what is written after it must not be invisible, too.
      if (layer !== '') fonts.add(LAYER_FONT, whole.layerFont);
      const tags = whole.structure.onPage(packetPage);
      const begin = tags.begin(tagged('Figure', part, { alt, box: [0, strip, width, height] }));
      const content = `${shift}\n${begin}\nq ${page.content} Q\nq ${layer} Q\nEMC\n${marked}\nQ\n${ops}`;
      writer.write({ packetPage, ...size, content, tags });
    },
  };
}
