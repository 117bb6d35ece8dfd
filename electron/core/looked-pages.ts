// Which pages of a finished packet are looked at closely, and all that is known of each.
import type { Page } from '../../shared/model/page.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import { MOST_SAMPLES, sampledPages } from '../../shared/packet/checks/samples.ts';
import type { WrittenExhibitPage } from '../../shared/packet/checks/written.ts';
import { boxesOn } from '../../shared/packet/redaction/planned.ts';
import type { LooksInput } from './check-looks.ts';

/** A page that is looked at. */
export interface LookedPage extends WrittenExhibitPage {
  /** As it was read when it came in; undefined when it never was. */
  readonly read: Page | undefined;
  /** What is blacked out on it, in points as read. */
  readonly boxes: readonly PageBox[];
  readonly isCompared: boolean;
  /** True when its paper is a picture file. */
  readonly isPicture: boolean;
  /** The part of the packet's page that shows the paper, from the top left, points. */
  readonly part: { readonly widthPt: number; readonly heightPt: number };
}

/** The sample of pages, and redacted ones that are not among them, up to as many again; in the order of the packet. */
export function pagesToLookAt({
  plan,
  packet,
  seen,
  paper,
}: Pick<LooksInput, 'plan' | 'packet' | 'seen' | 'paper'>): readonly LookedPage[] {
  const sample = sampledPages(packet);
  const sampled = new Set(sample.map(({ packetPage }) => packetPage));
  const isRedacted = ({ documentId, pageNumber }: WrittenExhibitPage) =>
    boxesOn(plan, documentId, pageNumber).length > 0;
  const redacted = packet.exhibitPages
    .filter((page) => !sampled.has(page.packetPage) && isRedacted(page))
    .slice(0, MOST_SAMPLES);
  return [...sample, ...redacted]
    .sort((a, b) => a.packetPage - b.packetPage)
    .map((page): LookedPage => {
      const { documentId, pageNumber, packetPage } = page;
      const { document, pages } = paper(documentId);
      const look = packet.looks[packetPage - 1];
      const { widthPt = 1, heightPt = 1 } = seen.pages[packetPage - 1] ?? {};
      return {
        ...page,
        read: pages.find((each) => each.pageNumber === pageNumber),
        boxes: boxesOn(plan, documentId, pageNumber),
        isCompared: look?.way === 'taken',
        isPicture: document.format !== 'pdf',
        part: { widthPt, heightPt: Math.max(1, heightPt - (look?.strip ?? 0)) },
      };
    });
}
