// Equal things come into a packet once, places have names, the information stands there twice in step, and locked papers open with their password.
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type ComposedPacket, composePacket } from '../../../electron/packet/compose.ts';
import type { SourceFile } from '../../../electron/packet/exhibit-source.ts';
import { withoutPictures } from '../../../electron/packet/kept-parts.ts';
import { wholeOf } from '../../../electron/readers/pdfium-gapped.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import { FIRST_SETUP } from '../../../shared/model/packet-setup.ts';
import { documentId, letterOf, packetCase, pageOf } from '../../helpers/packet-fixtures.ts';
import { checkedByQpdf, pageTexts, rasterOf, withFile } from '../../helpers/packet-pdf.ts';
import { FONTS, markPage, pdfOf } from '../../helpers/packet-sources.ts';
import { runTool } from '../../helpers/pdf.ts';

function planOf(papers: number, parts: PacketPlan['parts'] = ['letter']): PacketPlan {
  return {
    caseId: packetCase().id,
    title: 'Appeal of Rowan Ashgrove & <others>',
    draft: false,
    createdOn: '2026-10-01',
    preset: 'internal-appeal',
    stamping: FIRST_SETUP.stamping,
    parts,
    marks: FIRST_SETUP.marks,
    letter: letterOf([]),
    matrix: [],
    tables: [],
    exhibits: Array.from({ length: papers }, (_, index) => ({
      key: documentId(index + 1),
      label: 'ABCDE'.charAt(index),
      title: `Paper ${index + 1}`,
      kind: 'other',
      documentId: documentId(index + 1),
      pages: [1],
      supports: [],
    })),
    highlights: [],
    redactions: [],
    problems: [],
  };
}

const compose = (plan: PacketPlan, files: readonly SourceFile[]): Promise<ComposedPacket> =>
  composePacket({
    plan,
    fontsDir: FONTS,
    sources: async (id) => files[plan.exhibits.findIndex((exhibit) => exhibit.documentId === id)]!,
  });
const pdf = (bytes: Uint8Array, password?: string): SourceFile => ({
  bytes,
  format: 'pdf',
  pages: [pageOf(1, [], { source: 'text-layer' })],
  password,
});
/** A noisy picture, which compresses badly: its size in a file tells how often it is there. */
const noise = (seed: number) => {
  let state = seed;
  const pixels = Uint8Array.from({ length: 300 * 300 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return sharp(pixels, { raw: { width: 300, height: 300, channels: 1 } })
    .jpeg({ quality: 90 })
    .toBuffer();
};
const withPicture = (picture: Buffer, label: string) =>
  pdfOf(async (document) => {
    const page = document.addPage([612, 792]);
    page.drawImage(await document.embedJpg(picture), { x: 100, y: 100, width: 400, height: 400 });
    await markPage(document, page, label);
  });

describe('equal things', () => {
  it('are written once, whichever sources they come with', async () => {
    const picture = await noise(1);
    const [same, other] = [await withPicture(picture, 'first'), await withPicture(picture, 'second')];
    const one = await compose(planOf(1), [pdf(same)]);
    const two = await compose(planOf(2), [pdf(same), pdf(same)]);
    const shared = await compose(planOf(2), [pdf(same), pdf(other)]);
    const different = await compose(planOf(2), [pdf(same), pdf(await withPicture(await noise(2), 'second'))]);
    expect(two.byteLength - one.byteLength).toBeLessThan(picture.length / 2);
    expect(shared.byteLength - one.byteLength).toBeLessThan(picture.length / 2);
    expect(different.byteLength - one.byteLength).toBeGreaterThan(picture.length * 0.9);
    expect(await checkedByQpdf(shared.bytes)).toContain('No syntax or stream encoding errors');
    const texts = await pageTexts(shared.bytes);
    expect(shared.exhibitPages.map(({ packetPage }) => texts[packetPage - 1]!.includes('first'))).toEqual([
      true,
      false,
    ]);
    const [left, right] = await Promise.all(two.exhibitPages.map(({ packetPage }) => rasterOf(two.bytes, packetPage)));
    expect(left!.at(0.5, 0.6)).toEqual(right!.at(0.5, 0.6));
  });

  it('are also the same photograph as two exhibits', async () => {
    const picture = await noise(3);
    const photo: SourceFile = { bytes: picture, format: 'jpeg', pages: [pageOf(1, [])] };
    const one = await compose(planOf(1), [photo]);
    const two = await compose(planOf(2), [photo, photo]);
    expect(two.byteLength - one.byteLength).toBeLessThan(picture.length / 2);
  });
});

describe('a finished packet', () => {
  it('names its exhibits and pages, in a sorted tree', async () => {
    const packet = await compose(planOf(2), [
      pdf(await withPicture(await noise(1), 'a')),
      pdf(await withPicture(await noise(2), 'b')),
    ]);
    const listed = await withFile(packet.bytes, (file) => runTool('pdfinfo', ['-dests', file]));
    const found = [...listed.matchAll(/^ *(\d+) \[.*\] "(.*)"$/gm)].map(([, page, name]) => `${name} ${page}`);
    const tabs = packet.exhibitPages.map(({ label, packetPage }) => `ex${label} ${packetPage - 1}`);
    const pages = Array.from({ length: packet.pageCount }, (_, index) => `p000${index + 1} ${index + 1}`);
    expect(found.toSorted()).toEqual([...tabs, ...pages].toSorted());
  });

  it('tells the same in its information and its metadata', async () => {
    const packet = await compose(planOf(1), [pdf(await withPicture(await noise(1), 'a'))]);
    const xml = await withFile(packet.bytes, (file) => runTool('pdfinfo', ['-meta', file]));
    expect(xml).toContain('Appeal of Rowan Ashgrove &amp; &lt;others&gt;');
    expect(xml).toContain('<xmp:CreateDate>2026-10-01T00:00:00Z</xmp:CreateDate>');
    expect(xml).toContain('<pdf:Producer>Appeal Vault</pdf:Producer>');
  });

  it('is much smaller without its pictures, and all else stands where it stood', async () => {
    const { bytes, pictures } = await compose(planOf(1), [pdf(await withPicture(await noise(1), 'a'))]);
    const read = async (position: number, length: number) => bytes.subarray(position, position + length);
    const kept = await withoutPictures({ length: bytes.length, read }, pictures);
    expect(pictures).toHaveLength(1);
    const { length, readAt } = wholeOf(kept);
    expect(length).toBe(bytes.length);
    const whole = new Uint8Array(length);
    readAt(0, whole);
    const wanted = Uint8Array.from(bytes);
    for (const picture of pictures) wanted.fill(0, picture.position, picture.position + picture.length);
    expect(Buffer.compare(whole, wanted)).toBe(0);
    const part = new Uint8Array(5000);
    readAt(pictures[0]!.position - 2000, part);
    expect(Buffer.compare(part, wanted.subarray(pictures[0]!.position - 2000, pictures[0]!.position + 3000))).toBe(0);
  });
});

describe('a locked paper', () => {
  it('opens with its password, and not without', async () => {
    const document = await PDFDocument.create();
    await markPage(document, document.addPage([612, 792]), 'lockedpage');
    document.encrypt({ userPassword: 'quiet lantern', ownerPassword: 'another one' });
    const locked = await document.save();
    const packet = await compose(planOf(1), [pdf(locked, 'quiet lantern')]);
    const texts = await pageTexts(packet.bytes);
    expect(texts[packet.exhibitPages[0]!.packetPage - 1]).toContain('lockedpage');
    expect(await withFile(packet.bytes, (file) => runTool('pdfinfo', [file]))).toMatch(/Encrypted:\s+no/);
    await expect(compose(planOf(1), [pdf(locked)])).rejects.toMatchObject({ code: 'pdf-password' });
    await expect(compose(planOf(1), [pdf(locked, 'wrong')])).rejects.toMatchObject({ code: 'pdf-password' });
  });
});
