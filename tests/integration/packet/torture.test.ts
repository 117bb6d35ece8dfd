// Hard sources: whatever the file, each page looks in the packet as another program shows it in its own file, and nothing hidden comes along.
import { afterAll, describe, expect, it } from 'vitest';
import { type ComposedPacket, composePacket } from '../../../electron/packet/compose.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import { letterOf, packetCase, pageOf, paperOf, TODAY } from '../../helpers/packet-fixtures.ts';
import { checkedByQpdf, expanded, pageTexts } from '../../helpers/packet-pdf.ts';
import { FONTS } from '../../helpers/packet-sources.ts';
import { testReaders } from '../../helpers/readers.ts';
import { drawings, images } from '../../helpers/torture/contents.ts';
import { fidelityOf } from '../../helpers/torture/fidelity.ts';
import { locked, makes, withPassword } from '../../helpers/torture/files.ts';
import { geometries, inherited } from '../../helpers/torture/geometries.ts';
import { drawnAnnotations, form, layers, plainAnnotations } from '../../helpers/torture/interactive.ts';
import type { Torture } from '../../helpers/torture/torture.ts';

const readers = testReaders(1);
afterAll(() => readers.close());

async function packetOf(bytes: Uint8Array, pageCount: number): Promise<ComposedPacket> {
  const pages = Array.from({ length: pageCount }, (_, index) => pageOf(index + 1, [], { source: 'text-layer' }));
  const paper = paperOf(1, { format: 'pdf', pages });
  const plan = planPacket({
    case: packetCase(),
    documents: new Map([[paper.document.id as string, paper]]),
    letter: letterOf([]),
    deadlines: [],
    gaps: [],
    draft: false,
    today: TODAY,
  });
  return composePacket({
    plan,
    fontsDir: FONTS,
    sources: async () => ({ bytes, format: 'pdf', pages }),
    pictureOf: (_, pageNumber) => readers.picture(bytes, pageNumber, 1600),
  });
}

const all: readonly Torture[] = [
  geometries,
  inherited,
  images,
  drawings,
  drawnAnnotations,
  plainAnnotations,
  layers,
  form,
  ...makes,
  ...locked,
];

describe('a packet of', () => {
  it.each(all.map((torture) => [torture.name, torture] as const))('%s', async (_, torture) => {
    const source = await torture.make();
    const packet = await packetOf(source, torture.pages.length);
    await checkedByQpdf(packet.bytes);
    const texts = await pageTexts(packet.bytes);
    const at = packet.exhibitPages.map((page) => page.packetPage);
    const tab = texts[at[0]! - 2] ?? '';
    expect(tab, 'pages taken over, not pictured').not.toContain('pictures of the original');
    const looks = (await torture.looksLike?.()) ?? source;
    const wrong: string[] = [];
    for (const [index, label] of torture.pages.entries()) {
      const { mean, worst } = await fidelityOf(looks, index + 1, packet.bytes, at[index]!);
      const bound = torture.madeUp?.includes(label) === true ? 30 : 10;
      if (mean > 0.5 || worst > bound) wrong.push(`${label}: ${mean.toFixed(2)}, at worst ${worst.toFixed(2)} of 255`);
    }
    expect(wrong).toEqual([]);
    const inside = await expanded(packet.bytes);
    for (const words of torture.never ?? []) expect(inside).not.toContain(words);
    for (const stranger of [
      '/JavaScript',
      '/JS',
      '/Launch',
      '/EmbeddedFile',
      '/AcroForm',
      '/OpenAction',
      '/Encrypt',
      '/URI',
    ])
      expect(inside).not.toContain(stranger);
  });

  it('a paper that asks for a password stops with a plain error', async () => {
    await expect(composePacketWithoutPictures(withPassword('open sesame'), 1)).rejects.toMatchObject({
      code: 'pdf-password',
    });
  });
});

async function composePacketWithoutPictures(bytes: Uint8Array, pageCount: number): Promise<ComposedPacket> {
  const pages = Array.from({ length: pageCount }, (_, index) => pageOf(index + 1, []));
  const paper = paperOf(1, { format: 'pdf', pages });
  const documents = new Map([[paper.document.id as string, paper]]);
  const shared = { case: packetCase(), documents, letter: letterOf([]), deadlines: [], gaps: [] };
  const plan = planPacket({ ...shared, draft: false, today: TODAY });
  return composePacket({ plan, fontsDir: FONTS, sources: async () => ({ bytes, format: 'pdf', pages }) });
}
