// The structure of a packet in files made of its pages: kept where they are whole, parted where they are.
import { beforeAll, describe, expect, it } from 'vitest';
import { type ComposedPacket, composePacket } from '../../../electron/packet/compose.ts';
import { openPacket } from '../../../electron/packet/copies/opened-packet.ts';
import { type FilePage, rearrange } from '../../../electron/packet/copies/rearrange.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import { asFile, collected } from '../../helpers/copy-packets.ts';
import { TODAY } from '../../helpers/packet-fixtures.ts';
import { checkedByQpdf, infoOf } from '../../helpers/packet-pdf.ts';
import { FONTS } from '../../helpers/packet-sources.ts';
import {
  elementsOf,
  elementsWith,
  pagesSeen,
  parentsOf,
  type SeenElement,
  type SeenPage,
  textIn,
} from '../../helpers/packet-structure.ts';
import { taggedPlan, taggedSources } from '../../helpers/tagged-packet.ts';

let plan: PacketPlan;
let packet: ComposedPacket;
let root: SeenElement;
let pages: readonly SeenPage[];

beforeAll(async () => {
  plan = taggedPlan();
  packet = await composePacket({ plan, sources: await taggedSources(), fontsDir: FONTS });
  root = await elementsOf(packet.bytes);
  pages = await pagesSeen(packet.bytes);
});

describe('the structure in files made of pages of a packet', () => {
  const numbering = {
    pageCount: 0,
    pageOf: () => undefined,
    stampAt: String,
    numberAt: String,
    labelOf: () => undefined,
    placeInExhibit: () => undefined,
  };
  const fileOf = async (own: readonly FilePage[]) => {
    const opened = await openPacket(asFile(packet.bytes));
    const made = await collected((sink) =>
      rearrange(
        opened,
        {
          title: 'Part',
          createdOn: TODAY,
          fontsDir: FONTS,
          numbering,
          pages: () => own,
          elsewhere: (packetPage) => ({ fileName: 'other.pdf', name: String(packetPage) }),
        },
        sink,
      ),
    );
    return made.bytes;
  };
  const pagesFrom = (from: number, to: number): readonly FilePage[] =>
    Array.from({ length: to - from + 1 }, (_, at) => ({ kind: 'packet', packetPage: from + at }));

  it('is the same, with sheets between that say nothing', async () => {
    const blank: FilePage = { kind: 'own', sheet: { items: [] }, label: 'blank' };
    const bytes = await fileOf(pagesFrom(1, packet.pageCount).flatMap((page) => [page, blank]));
    expect(await elementsOf(bytes)).toEqual(root);
    expect((await pagesSeen(bytes)).filter((_, at) => at % 2 === 0)).toEqual(pages);
    expect(await infoOf(bytes)).toMatch(/Tagged:\s+yes/);
    expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
  });

  it('is parted where the file is: each part says the words of its own pages, in tables with all their columns', async () => {
    const chronology = packet.outline.find((entry) => entry.title === 'Chronology')!.packetPage;
    const cut = chronology + 1;
    const parts = [await fileOf(pagesFrom(1, cut - 1)), await fileOf(pagesFrom(cut, packet.pageCount))];
    const seen = await Promise.all(parts.map(pagesSeen));
    // The elements around a page's own are shown with all their cells, so those of a table differ where it is cut.
    const own = ({ alts, inside, artifacts }: SeenPage) => ({ alts, inside, artifacts });
    expect(seen.flat().map(own)).toEqual(pages.map(own));
    const roots = await Promise.all(parts.map(elementsOf));
    expect(roots.map(textIn).join(' ')).toBe(textIn(root));
    expect(elementsWith(roots[1]!, 'Sect').map(({ title }) => title)).toEqual([
      'Chronology',
      ...plan.exhibits.map(({ label }) => `Exhibit ${label}`),
    ]);
    for (const row of elementsWith(roots[1]!, 'Table').flatMap((table) => elementsWith(table, 'TR')))
      expect(elementsWith(row, 'TH', 'TD')).toHaveLength(3);
    for (const bytes of parts) {
      const { resolved, pages: refs, parents } = await parentsOf(bytes);
      const annotations = refs.flatMap((ref) => (resolved(ref)['/Annots'] ?? []) as string[]);
      for (const annotation of annotations)
        expect(resolved(parents.get(Number(resolved(annotation)['/StructParent'])))['/S']).toBe('/Link');
      expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
    }
  });
});
