// Odd sources: whatever the page's geometry, layers or format, it looks in the packet as it looked before, with its stamp where it belongs.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ComposedPacket, composePacket } from '../../../electron/packet/compose.ts';
import type { FileFormat } from '../../../shared/model/document.ts';
import type { Page } from '../../../shared/model/page.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import { letterOf, packetCase, pageOf, paperOf, TODAY } from '../../helpers/packet-fixtures.ts';
import {
  checkedByQpdf,
  difference,
  expanded,
  pageTexts,
  rasterOf,
  structureOf,
  withFile,
  wordsOn,
} from '../../helpers/packet-pdf.ts';
import {
  carelessContent,
  FONTS,
  jpegWithOrientation,
  layered,
  markPage,
  oddGeometries,
  pdfOf,
  plainHere,
  pngOf,
  tiffOfTwo,
} from '../../helpers/packet-sources.ts';

/** A packet with one exhibit; gives it with the packet pages of that exhibit. */
async function packetWith(
  bytes: Uint8Array,
  format: FileFormat,
  pages: readonly Page[],
  pictureOf?: () => Promise<Uint8Array>,
): Promise<{ readonly packet: ComposedPacket; readonly at: readonly number[] }> {
  const paper = paperOf(1, { format, pages });
  const documents = new Map([[paper.document.id as string, paper]]);
  const shared = { case: packetCase(), documents, letter: letterOf([]), deadlines: [], gaps: [] };
  const plan = planPacket({ ...shared, draft: false, today: TODAY });
  const packet = await composePacket({
    plan,
    fontsDir: FONTS,
    sources: async () => ({ bytes, format, pages, plain: plainHere(bytes, format) }),
    pictureOf,
  });
  return { packet, at: packet.exhibitPages.map((page) => page.packetPage) };
}
const unread = (count: number) =>
  Array.from({ length: count }, (_, index) => pageOf(index + 1, [], { source: 'text-layer' }));

describe('PDF pages', () => {
  it('of any turn, crop, offset, unit and size look as before and show their stamp inside the page', async () => {
    const source = await oddGeometries();
    const { packet, at } = await packetWith(source, 'pdf', unread(9));
    await checkedByQpdf(packet.bytes);
    for (const [index, page] of at.entries()) {
      const [before, after] = [await rasterOf(source, index + 1), await rasterOf(packet.bytes, page)];
      expect(after.height).toBe(before.height);
      expect(difference(before, after, 0.85)).toBeLessThan(1);
      const { width, height, words } = await wordsOn(packet.bytes, page);
      const stamp = words.find((word) => word.text === packet.stamps[page - 1])!;
      expect(stamp.right).toBeLessThan(width);
      expect(stamp.right).toBeGreaterThan(width * 0.9);
      expect(stamp.bottom).toBeLessThan(height);
      expect(stamp.bottom).toBeGreaterThan(height * 0.9);
      // Legible when the page fills a window or a sheet: at least 1.2 % of the page's width high.
      expect(stamp.bottom - stamp.y).toBeGreaterThan(width * 0.012);
    }
    const unit = await wordsOn(packet.bytes, at[6]!);
    expect([unit.width, unit.height]).toEqual([612, 792]);
  });

  it('that leave their drawing state in disorder don’t carry the stamp away', async () => {
    const source = await carelessContent();
    const { packet, at } = await packetWith(source, 'pdf', unread(1));
    expect((await pageTexts(packet.bytes))[at[0]! - 1]).toContain('careless words');
    const stamp = (await wordsOn(packet.bytes, at[0]!)).words.find((word) => word.text === packet.stamps[at[0]! - 1])!;
    expect(stamp.right).toBeGreaterThan(612 * 0.93);
    expect(difference(await rasterOf(source, 1), await rasterOf(packet.bytes, at[0]!), 0.9)).toBeLessThan(1);
  });

  it('keep hidden layers hidden and shown ones shown', async () => {
    const { packet, at } = await packetWith(await layered(), 'pdf', unread(1));
    const seen = await rasterOf(packet.bytes, at[0]!);
    expect(seen.at(150 / 612, 1 - 650 / 792)).toEqual([0, 0, 255]);
    expect(seen.at(400 / 612, 1 - 400 / 792)).toEqual([255, 255, 255]);
    expect((await structureOf(packet.bytes)).catalog['/OCProperties']).toBeDefined();
  });

  it('with words where the stamp goes grow at the foot, so that nothing is covered', async () => {
    const source = await pdfOf((document) => {
      const page = document.addPage([612, 792]);
      page.drawText('Page 3 of 3 total due 41', { x: 440, y: 22, size: 10 });
    });
    const words = [{ text: 'total', x: 500, y: 760, w: 40, h: 10, line: 0, confidence: 1 }];
    const { packet, at } = await packetWith(source, 'pdf', [{ ...pageOf(1, []), source: 'text-layer', words }]);
    const { height, words: seen } = await wordsOn(packet.bytes, at[0]!);
    expect(height).toBeGreaterThan(792);
    const due = seen.find((word) => word.text === 'due')!;
    const stamp = seen.find((word) => word.text === packet.stamps[at[0]! - 1])!;
    expect(due.bottom).toBeLessThan(stamp.y);
  });

  it('that only their owner may change are taken over as they are seen', async () => {
    const open = await pdfOf(async (document) => markPage(document, document.addPage([612, 792]), 'ownerlocked'));
    const locked = await withFile(open, (file) => {
      const out = `${file}.locked`;
      spawnSync('qpdf', ['--encrypt', '', 'owner', '256', '--', file, out]);
      return new Uint8Array(readFileSync(out));
    });
    const { packet, at } = await packetWith(locked, 'pdf', unread(1));
    expect((await pageTexts(packet.bytes))[at[0]! - 1]).toContain('ownerlocked');
  });

  it('of a damaged file are shown as pictures, and the tab says so; without pictures the packet stops', async () => {
    const broken = new TextEncoder().encode('%PDF-1.7\nthis is no PDF');
    const pages = [pageOf(1, ['saved words'])];
    await expect(packetWith(broken, 'pdf', pages)).rejects.toMatchObject({ code: 'file-damaged' });
    const { packet, at } = await packetWith(broken, 'pdf', pages, () => jpegWithOrientation(1));
    const texts = await pageTexts(packet.bytes);
    expect(texts[at[0]! - 1]).toContain('saved words');
    expect(texts[at[0]! - 2]).toContain('shown as pictures of the original');
  });
});

describe('pictures', () => {
  const RED = [224, 32, 32];
  const BLUE = [32, 48, 224];
  const near = (seen: readonly number[], wanted: readonly number[]) =>
    Math.max(...seen.map((value, index) => Math.abs(value - wanted[index]!))) < 25;
  /** Where the stored picture's top left and bottom right are seen, for each EXIF orientation. */
  const corners: Readonly<Record<number, readonly [readonly [number, number], readonly [number, number]]>> = {
    1: [
      [0.08, 0.08],
      [0.92, 0.85],
    ],
    2: [
      [0.92, 0.08],
      [0.08, 0.85],
    ],
    3: [
      [0.92, 0.8],
      [0.08, 0.08],
    ],
    4: [
      [0.08, 0.85],
      [0.92, 0.08],
    ],
    5: [
      [0.08, 0.08],
      [0.92, 0.85],
    ],
    6: [
      [0.92, 0.08],
      [0.08, 0.85],
    ],
    7: [
      [0.92, 0.85],
      [0.08, 0.08],
    ],
    8: [
      [0.08, 0.85],
      [0.92, 0.08],
    ],
  };

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'in EXIF orientation %i stand upright, with the very bytes of the picture',
    async (orientation) => {
      const bytes = await jpegWithOrientation(orientation);
      const page = orientation > 4 ? { widthPt: 300, heightPt: 400 } : { widthPt: 400, heightPt: 300 };
      const { packet, at } = await packetWith(bytes, 'jpeg', [pageOf(1, [], page)]);
      const seen = await rasterOf(packet.bytes, at[0]!);
      const [red, blue] = corners[orientation]!;
      expect(near(seen.at(...red), RED)).toBe(true);
      expect(near(seen.at(...blue), BLUE)).toBe(true);
      const scan = bytes.subarray(bytes.lastIndexOf(0xda) - 1);
      expect(Buffer.from(packet.bytes).includes(Buffer.from(scan))).toBe(true);
      expect(Buffer.from(packet.bytes).includes('camera secret')).toBe(false);
    },
  );

  it.each(['plain', 'palette', 'alpha'] as const)('as %s PNG keep their colours', async (kind) => {
    const { packet, at } = await packetWith(await pngOf(kind), 'png', [pageOf(1, [], { widthPt: 400, heightPt: 300 })]);
    const seen = await rasterOf(packet.bytes, at[0]!);
    const paper = kind === 'alpha' ? (value: number) => Math.round((value + 255) / 2) : (value: number) => value;
    expect(near(seen.at(0.08, 0.08), RED.map(paper))).toBe(true);
    expect(near(seen.at(0.5, 0.5), [200, 200, 200].map(paper))).toBe(true);
    await checkedByQpdf(packet.bytes);
  });

  it('as TIFF bring all their pages', async () => {
    const pages = [1, 2].map((page) => pageOf(page, [], { widthPt: 400, heightPt: 300 }));
    const { packet, at } = await packetWith(await tiffOfTwo(), 'tiff', pages);
    expect(near((await rasterOf(packet.bytes, at[0]!)).at(0.08, 0.08), RED)).toBe(true);
    expect(
      near(
        (await rasterOf(packet.bytes, at[1]!)).at(0.08, 0.08),
        RED.map((value) => 255 - value),
      ),
    ).toBe(true);
  });

  it('are made searchable without showing the words', async () => {
    const lines = ['Hidden words here'];
    const size = { widthPt: 400, heightPt: 300 };
    const bytes = await pngOf('plain');
    const [with_, without] = [
      await packetWith(bytes, 'png', [pageOf(1, lines, size)]),
      await packetWith(bytes, 'png', [pageOf(1, [], size)]),
    ];
    expect((await pageTexts(with_.packet.bytes))[with_.at[0]! - 1]).toContain('Hidden words here');
    const [a, b] = [
      await rasterOf(with_.packet.bytes, with_.at[0]!),
      await rasterOf(without.packet.bytes, without.at[0]!),
    ];
    expect(difference(a, b, 1)).toBe(0);
    expect(await expanded(with_.packet.bytes)).toContain('3 Tr');
  });
});
