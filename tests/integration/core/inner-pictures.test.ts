// Photos and scans pasted into a Word file, carried in a web page or shown in the text of a mail are read, found, shown, blacked out and put into packets.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { originalPath, pagePath, redactedPagePath } from '../../../shared/contract/assets.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { pageText } from '../../../shared/text/layout.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { mailOf } from '../../helpers/mails.ts';
import { pageTexts } from '../../helpers/packet-pdf.ts';
import { lineOf } from '../../helpers/pictures.ts';
import { fixture } from '../../helpers/readers.ts';
import { wordOfPieces } from '../../helpers/word-pictures.ts';

let app: TestCore;
let papers: readonly DocumentSummary[];
const files = new Map<string, Uint8Array>();

const paperOf = (fileName: string) => papers.find((paper) => paper.fileName === fileName)!;
const textOf = async (fileName: string, pageNumber: number) =>
  pageText(await app.client.documents.page({ id: paperOf(fileName).id, pageNumber })).text;
const dataAddress = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

beforeAll(async () => {
  const scan = await lineOf('Mirabelle request denied');
  // As a phone keeps it: lying on its side, with a note of how to turn it.
  const photo = await sharp(await lineOf('Greengage covered'))
    .rotate(90)
    .jpeg()
    .withMetadata({ orientation: 8 })
    .toBuffer();
  const logo = await sharp(scan).resize(120).png().toBuffer();
  const page = await sharp(await lineOf('Jostaberry shown'))
    .resize(1000, 800, { fit: 'contain', background: '#fff' })
    .png({ palette: true, colours: 4 })
    .toBuffer();
  files.set(
    'letters.docx',
    await wordOfPieces(
      [
        'My letters, pasted in order.',
        { bytes: scan, type: 'png' },
        'The second one:',
        { bytes: photo, type: 'jpg' },
        { bytes: logo, type: 'png' },
        'Once more the first:',
        { bytes: scan, type: 'png' },
      ],
      'Kumquat Street',
    ),
  );
  files.set(
    'portal.html',
    Buffer.from(
      `<!doctype html><h1>Rambutan portal</h1><img src="${dataAddress(await lineOf('Longan message'))}"><img src="https://x.example/y.png">`,
    ),
  );
  files.set(
    'inline.eml',
    mailOf({
      subject: 'Pictures',
      html: `<p>See below</p><img src="cid:page"><img src="cid:logo"><img src="${dataAddress(logo)}"><img src="${dataAddress(page)}">`,
      parts: [
        { name: 'logo.png', type: 'image/png', bytes: logo, contentId: 'logo' },
        { name: 'shown.png', type: 'image/png', bytes: page, contentId: 'page' },
      ],
    }),
  );
  files.set('denial.txt', fixture('papers/001-ketamine-depression-denial.txt'));
  app = await startUnlocked();
  await bringIn(
    app,
    [...files].map(([fileName, bytes]) => ({ fileName, bytes })),
  );
  papers = await app.client.documents.list({});
});
afterAll(() => app[Symbol.asyncDispose]());

it('pictures are pages after the text, which says where each is', async () => {
  expect(papers.map(({ fileName, pageCount, state }) => [fileName, pageCount, state]).sort()).toEqual([
    ['denial.txt', expect.any(Number), 'ready'],
    ['inline.eml', 1, 'ready'],
    ['letters.docx', 3, 'ready'],
    ['portal.html', 2, 'ready'],
    ['shown.png', 1, 'ready'],
  ]);
  expect(await textOf('letters.docx', 1)).toMatch(
    /Kumquat Street\s+My letters, pasted in order\.\s+\[page 2\]\s+The second one:\s+\[page 3\]\s+\[picture\]\s+Once more the first:\s+\[page 2\]/,
  );
  const words = {
    Mirabelle: ['letters.docx', 2],
    Greengage: ['letters.docx', 3],
    Longan: ['portal.html', 2],
    Jostaberry: ['shown.png', 1],
  };
  for (const [word, place] of Object.entries(words)) {
    const [hit] = await app.client.documents.search({ query: word });
    expect([papers.find(({ id }) => id === hit?.documentId)?.fileName, hit?.pageNumber]).toEqual(place);
  }
  for (const [fileName, bytes] of files) {
    const { id } = paperOf(fileName);
    expect(Buffer.compare(Buffer.from((await app.core.asset(originalPath(id))).bytes), bytes)).toBe(0);
  }
});

it('they are shown upright, and blacked out like any scan', async () => {
  const { id } = paperOf('letters.docx');
  const shown = await sharp((await app.core.asset(pagePath(id, 3))).bytes).metadata();
  expect(shown.width).toBeGreaterThan(shown.height);
  const { case: made } = await app.client.cases.create({ documentId: paperOf('denial.txt').id });
  const names = ['letters.docx', 'portal.html'];
  await app.client.cases.setAttachments({ id: made.id, documentIds: names.map((name) => paperOf(name).id) });
  for (const pageNumber of [1, 2, 3])
    expect(
      (await sharp((await app.core.asset(redactedPagePath(made.id, id, pageNumber, '1'))).bytes).metadata()).width,
    ).toBeGreaterThan(800);

  const { jobId } = await app.client.packets.build({ caseId: made.id, draft: true });
  expect((await endOf(app.client, jobId)).error).toBeUndefined();
  const [packet] = await app.client.packets.list({ caseId: made.id });
  expect(packet?.checks?.filter(({ state }) => state === 'failed')).toEqual([]);
  const text = (await pageTexts((await app.core.asset(`packet/${packet?.id}`)).bytes)).join(' ');
  for (const word of ['Kumquat', 'Mirabelle', 'Greengage', 'Rambutan', 'Longan']) expect(text).toContain(word);
});
