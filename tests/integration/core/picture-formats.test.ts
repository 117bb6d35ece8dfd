// Photos and scans in the formats of phones and old scanners from end to end (HEIC, TIFF: every-format.test.ts): read, shown, found, put into a packet, exported as they came.
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { originalPath, pagePath, redactedPagePath } from '../../../shared/contract/assets.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { Packet } from '../../../shared/model/packet.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { checkedByQpdf, pageTexts } from '../../helpers/packet-pdf.ts';
import { bmpOf, gifOfLines, lineOf } from '../../helpers/pictures.ts';

let app: TestCore;
let papers: readonly DocumentSummary[];
const files = new Map<string, Uint8Array>();
/** A word of each page, as the picture shows it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'screen.webp': ['Medlar'],
  'old.gif': ['Hawthorn'],
  'scan.bmp': ['Rowanberry'],
  'phone.avif': ['Juniper'],
};

beforeAll(async () => {
  // Kept lying on its side by a phone, with the mark that says so.
  const lying = sharp(await lineOf('Medlar denied in March')).rotate(270);
  files.set('screen.webp', await lying.webp({ quality: 80 }).withMetadata({ orientation: 6 }).toBuffer());
  files.set('old.gif', await gifOfLines(['Hawthorn denied in April', 'A second frame is no page']));
  files.set('scan.bmp', await bmpOf(await lineOf('Rowanberry denied in May', '#204080')));
  files.set(
    'phone.avif',
    await sharp(await lineOf('Juniper denied in June', '#7a1f1f'))
      .avif()
      .toBuffer(),
  );
  app = await startUnlocked();
  const denial = await readFile(
    new URL('../../fixtures/papers/001-ketamine-depression-denial.txt', import.meta.url),
    'utf8',
  );
  await bringIn(app, [
    { fileName: 'denial.txt', bytes: denial },
    ...[...files].map(([fileName, bytes]) => ({ fileName, bytes })),
  ]);
  papers = await app.client.documents.list({});
});
afterAll(() => app[Symbol.asyncDispose]());

const paperOf = (fileName: string) => papers.find((paper) => paper.fileName === fileName)!;

it('each is read upright, with all its pages, and exported as it came', async () => {
  expect(papers.map(({ format, pageCount, state }) => [format, pageCount, state]).sort()).toEqual([
    ['avif', 1, 'ready'],
    ['bmp', 1, 'ready'],
    ['gif', 1, 'ready'],
    ['text', expect.any(Number), 'ready'],
    ['webp', 1, 'ready'],
  ]);
  for (const [fileName, bytes] of files) {
    const { id } = paperOf(fileName);
    for (const [index, word] of WORDS[fileName]!.entries()) {
      const page = await app.client.documents.page({ id, pageNumber: index + 1 });
      const found = page.words.find(({ text }) => text === word);
      expect([fileName, found?.text, found!.w > found!.h]).toEqual([fileName, word, true]);
      const shown = await sharp((await app.core.asset(pagePath(id, index + 1))).bytes).metadata();
      expect(shown.width / shown.height).toBeCloseTo(page.widthPt / page.heightPt, 1);
    }
    expect(Buffer.compare((await app.core.asset(originalPath(id))).bytes, bytes)).toBe(0);
  }
  // A scanner's resolution is believed: 900 dots at 100 to the inch.
  expect((await app.client.documents.page({ id: paperOf('scan.bmp').id, pageNumber: 1 })).widthPt).toBeCloseTo(648, 0);
});

it('their pages go into a packet as they look, searchable, and can be blacked out', async () => {
  const made = await app.client.cases.create({ documentId: paperOf('denial.txt').id });
  const { id } = made.case;
  await app.client.cases.setAttachments({ id, documentIds: [...files.keys()].map((name) => paperOf(name).id) });
  for (const name of ['phone.avif', 'scan.bmp'])
    expect((await app.core.asset(redactedPagePath(id, paperOf(name).id, 1, '1'))).bytes.length).toBeGreaterThan(1000);
  const { jobId } = await app.client.packets.build({ caseId: id, draft: true });
  expect((await endOf(app.client, jobId)).error).toBeUndefined();
  const packet: Packet = (await app.client.packets.list({ caseId: id }))[0]!;
  // Among the checks: each page is drawn beside its paper, and a second build has the same bytes.
  const checks = new Map(packet.checks?.map(({ id: name, state }) => [name, state]));
  expect([checks.get('fidelity'), checks.get('determinism'), checks.get('searchable')]).toEqual([
    'passed',
    'passed',
    'passed',
  ]);
  const { bytes } = await app.core.asset(`packet/${packet.id}`);
  expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
  const text = (await pageTexts(bytes)).join(' ');
  for (const words of Object.values(WORDS)) for (const word of words) expect(text).toContain(word);
});
