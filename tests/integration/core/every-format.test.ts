// Whatever a family brings — a phone's photo, a fax, a mail with attachments, a mixed PDF, Word, web pages, ZIP files, folders — becomes papers that can
// be read and found, and goes out again byte for byte.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originalPath, pagePath, redactedPagePath } from '../../../shared/contract/assets.ts';
import type { DocumentSummary, ImportOutcome } from '../../../shared/model/document.ts';
import { pageText } from '../../../shared/text/layout.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { letterPng, scannedPdf, textPdf } from '../../helpers/made-papers.ts';
import { mailOf } from '../../helpers/mails.ts';
import { messageOf } from '../../helpers/outlook.ts';
import { pageTexts } from '../../helpers/packet-pdf.ts';
import { lineOf, tiffOfLines } from '../../helpers/pictures.ts';
import { fixture } from '../../helpers/readers.ts';
import { zipOf } from '../../helpers/zips.ts';

const DENIAL = fixture('papers/001-ketamine-depression-denial.txt');
let app: TestCore;
const files = new Map<string, Uint8Array>();
let outcomes: readonly ImportOutcome[];
let papers: readonly DocumentSummary[];

const paperOf = (fileName: string) => papers.find((paper) => paper.fileName === fileName)!;
const bytesOf = async (fileName: string) =>
  Buffer.from((await app.core.asset(originalPath(paperOf(fileName).id))).bytes);
const textOf = async (fileName: string, pageNumber = 1) =>
  pageText(await app.client.documents.page({ id: paperOf(fileName).id, pageNumber })).text;
const foundBy = async (query: string) =>
  (await app.client.documents.search({ query })).map(
    ({ documentId }) => papers.find(({ id }) => id === documentId)?.fileName,
  );

async function wordFile(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const rows = [
    ['Code', 'Charge'],
    ['J3490', '$1,250.00'],
  ].map((row) => new TableRow({ children: row.map(cell) }));
  const headers = { default: new Header({ children: [new Paragraph('Tamarisk Pain Clinic')] }) };
  const footers = { default: new Footer({ children: [new Paragraph('Suite 400, Lakewood')] }) };
  const children = [new Paragraph('To whom it may concern: zirconia is needed.'), new Table({ rows })];
  return Packer.toBuffer(new Document({ sections: [{ headers, footers, children }] }));
}

beforeAll(async () => {
  files.set('photo.heic', fixture('scans/letter-phone.heic'));
  files.set('fax.tif', await tiffOfLines(['Marmalade denied once', 'Quince denied twice', 'Damson denied again']));
  files.set(
    'mixed.pdf',
    await joined(
      await textPdf([{ text: 'Persimmon is typed', x: 72, y: 120 }]),
      await scannedPdf([{ png: await letterPng([{ text: 'Tangerine', x: 90, y: 120 }], 150) }]),
    ),
  );
  const logo = await sharp({ create: { width: 60, height: 20, channels: 3, background: '#204080' } })
    .png()
    .toBuffer();
  files.set('bill.png', await lineOf('Elderberry bill of June'));
  files.set('denial.txt', DENIAL);
  files.set(
    'letter.eml',
    mailOf({
      subject: 'Your appeal – claim Q-20260303',
      html: '<p>Dear Ms. Example,</p><p>the <b>gooseberry</b> request is closed.</p><img src="cid:logo">',
      parts: [
        { name: 'logo.png', type: 'image/png', bytes: logo, contentId: 'logo' },
        { name: 'denial.txt', type: 'text/plain', bytes: DENIAL },
        { name: '../../bill.png', type: 'image/png', bytes: files.get('bill.png')! },
      ],
    }),
  );
  files.set(
    'saved.msg',
    messageOf({
      subject: 'From Outlook',
      body: 'The marionberry request is closed.',
      attachments: [{ name: 'outlook.txt', bytes: 'Loganberry attached' }],
    }),
  );
  files.set('necessity.docx', await wordFile());
  files.set(
    'page.html',
    Buffer.from(
      '<!doctype html><meta charset="windows-1252"><title>t</title><script>bad()</script><h1>Coverage \x93policy\x94</h1><table><tr><td>Limit</td><td>20 visits</td></tr></table>',
      'latin1',
    ),
  );
  files.set(
    'note.rtf',
    Buffer.from('{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Cloudberry note\\par Dr. O\\rquote Neil}'),
  );
  files.set('long.txt', Buffer.from(Array.from({ length: 250 }, (_, line) => `line ${line} boysenberry`).join('\n')));
  app = await startUnlocked();
  const given = [...files].filter(([name]) => !['bill.png', 'denial.txt'].includes(name));
  outcomes =
    (
      await bringIn(
        app,
        given.map(([fileName, bytes]) => ({ fileName, bytes })),
      )
    ).result?.outcomes ?? [];
  papers = await app.client.documents.list({});
});
afterAll(() => app[Symbol.asyncDispose]());

/** Pages of two PDFs in one. */
async function joined(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const { PDFDocument } = await import('pdf-lib');
  const whole = await PDFDocument.create();
  for (const part of parts) {
    const source = await PDFDocument.load(part);
    for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
}

it('each becomes a paper that is read, found, and exported as it came', async () => {
  expect(papers.map(({ fileName, format, pageCount, state }) => [fileName, format, pageCount, state]).sort()).toEqual([
    ['bill.png', 'png', 1, 'ready'],
    ['denial.txt', 'text', expect.any(Number), 'ready'],
    ['fax.tif', 'tiff', 3, 'ready'],
    ['letter.eml', 'mail', 1, 'ready'],
    ['long.txt', 'text', 5, 'ready'],
    ['mixed.pdf', 'pdf', 2, 'ready'],
    ['necessity.docx', 'word', 1, 'ready'],
    ['note.rtf', 'rtf', 1, 'ready'],
    ['outlook.txt', 'text', 1, 'ready'],
    ['page.html', 'html', 1, 'ready'],
    ['photo.heic', 'heic', 1, 'ready'],
    ['saved.msg', 'outlook', 1, 'ready'],
  ]);
  for (const [fileName, bytes] of files)
    expect([fileName, Buffer.compare(await bytesOf(fileName), bytes)]).toEqual([fileName, 0]);
  const words = {
    Nightingale: 'photo.heic',
    Quince: 'fax.tif',
    Persimmon: 'mixed.pdf',
    Tangerine: 'mixed.pdf',
    gooseberry: 'letter.eml',
    Elderberry: 'bill.png',
    marionberry: 'saved.msg',
    Loganberry: 'outlook.txt',
    zirconia: 'necessity.docx',
    Coverage: 'page.html',
    Cloudberry: 'note.rtf',
  };
  for (const [word, fileName] of Object.entries(words))
    expect([word, await foundBy(word)]).toEqual([word, expect.arrayContaining([fileName])]);
  for (const { id, pageCount } of papers) {
    const shown = await sharp((await app.core.asset(pagePath(id, pageCount))).bytes).metadata();
    expect(shown.width).toBeGreaterThan(300);
  }
});

it('a mail is read as it would be printed, and what is attached to it knows where it came from', async () => {
  const text = await textOf('letter.eml');
  expect(text).toContain('From: Quillback Appeals <appeals@quillback.example>');
  expect(text).toContain('Date: March 3, 2026, 10:12 -0500');
  expect(text).toContain('Subject: Your appeal – claim Q-20260303');
  expect(text).toContain('Attachments: denial.txt, bill.png');
  expect(text).toContain('Also in this mail: logo.png');
  const mail = paperOf('letter.eml').id;
  expect(papers.filter(({ cameWith }) => cameWith?.includes(mail)).map(({ fileName }) => fileName)).toEqual([
    'denial.txt',
    'bill.png',
  ]);
  expect(paperOf('denial.txt').kind).toBe('denial-letter');
  // The logo stays in the mail, which is whole.
  expect(papers.some(({ fileName }) => fileName === 'logo.png')).toBe(false);
  expect(
    outcomes
      .filter(({ within }) => within !== undefined)
      .map(({ fileName, within, status }) => [fileName, within, status]),
  ).toEqual([
    ['denial.txt', 'letter.eml', 'imported'],
    ['bill.png', 'letter.eml', 'imported'],
    ['outlook.txt', 'saved.msg', 'imported'],
  ]);
  expect(paperOf('outlook.txt').cameWith).toEqual([paperOf('saved.msg').id]);
  await app.client.documents.trash({ id: mail });
  expect((await app.client.documents.get({ id: paperOf('bill.png').id })).document.cameWith).toBeUndefined();
  await app.client.documents.restore({ id: mail });
  expect((await app.client.documents.get({ id: paperOf('bill.png').id })).document.cameWith).toEqual([mail]);
});

it('Word files, web pages and long texts keep their tables, letterheads and lines', async () => {
  const word = await textOf('necessity.docx');
  expect(word).toMatch(/^Tamarisk Pain Clinic[\s\S]+zirconia[\s\S]+J3490 +\$1,250\.00[\s\S]+Suite 400/);
  expect(await textOf('page.html')).toMatch(/^Coverage “policy”\s+Limit +20 visits$/);
  expect(await textOf('note.rtf')).toMatch(/Cloudberry note\s+Dr\. O’Neil/);
  expect(await textOf('long.txt', 5)).toContain('line 249');
});

it('they go into a packet, the mail beside its attachments', async () => {
  const { case: made } = await app.client.cases.create({ documentId: paperOf('denial.txt').id });
  const names = [
    'letter.eml',
    'saved.msg',
    'necessity.docx',
    'page.html',
    'note.rtf',
    'mixed.pdf',
    'photo.heic',
    'fax.tif',
  ];
  await app.client.cases.setAttachments({ id: made.id, documentIds: names.map((name) => paperOf(name).id) });
  for (const name of ['photo.heic', 'letter.eml'])
    expect((await app.core.asset(redactedPagePath(made.id, paperOf(name).id, 1, '1'))).bytes.length).toBeGreaterThan(
      1000,
    );
  const { jobId } = await app.client.packets.build({ caseId: made.id, draft: true });
  expect((await endOf(app.client, jobId)).error).toBeUndefined();
  const [packet] = await app.client.packets.list({ caseId: made.id });
  expect(packet?.checks?.filter(({ state }) => state === 'failed')).toEqual([]);
  const text = (await pageTexts((await app.core.asset(`packet/${packet?.id}`)).bytes)).join(' ');
  for (const word of [
    'gooseberry',
    'marionberry',
    'zirconia',
    'Cloudberry',
    'Coverage',
    'Tangerine',
    'Nightingale',
    'Damson',
  ])
    expect(text).toContain(word);
});

describe('ZIP files and folders', () => {
  it('their files become papers; what is left out is named with its reason', async () => {
    const inner = zipOf([{ name: 'deeper/huckleberry.txt', bytes: 'Huckleberry letter of May' }]);
    const zip = zipOf([
      { name: 'papers/', bytes: '' },
      { name: '../../../etc/lingonberry.txt', bytes: 'Lingonberry letter of April' },
      { name: '__MACOSX/._x.txt', bytes: 'rubbish' },
      { name: 'inner.zip', bytes: inner, isStored: true },
      {
        name: 'mail.eml',
        bytes: mailOf({
          subject: 'Hello',
          text: 'Mulberry mail',
          parts: [{ name: 'x.txt', type: 'text/plain', bytes: 'Salmonberry attached' }],
        }),
      },
      { name: 'locked.pdf', bytes: 'secret', says: { flags: 1 } },
      { name: 'swollen.bmp', bytes: 'x', says: { size: 190 * 1024 * 1024 } },
      { name: 'liar.txt', bytes: 'x'.repeat(5000), says: { size: 10 } },
      { name: 'program.exe', bytes: Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3]) },
      { name: 'again.txt', bytes: DENIAL },
    ]);
    const job = await bringIn(app, [{ fileName: 'all.zip', bytes: zip }]);
    expect(
      job.result?.outcomes?.map(({ fileName, within, status, error }) => [fileName, within, error?.code ?? status]),
    ).toEqual([
      ['all.zip', undefined, 'unpacked'],
      ['lingonberry.txt', 'all.zip', 'imported'],
      ['inner.zip', 'all.zip', 'unpacked'],
      ['huckleberry.txt', 'all.zip › inner.zip', 'imported'],
      ['mail.eml', 'all.zip', 'imported'],
      ['x.txt', 'all.zip › mail.eml', 'imported'],
      ['locked.pdf', 'all.zip', 'zip-entry-locked'],
      ['swollen.bmp', 'all.zip', 'zip-entry-swells'],
      ['liar.txt', 'all.zip', 'zip-entry-damaged'],
      ['program.exe', 'all.zip', 'file-unsupported'],
      ['again.txt', 'all.zip', 'duplicate'],
    ]);
    papers = await app.client.documents.list({});
    const found = {
      Lingonberry: 'lingonberry.txt',
      Huckleberry: 'huckleberry.txt',
      Mulberry: 'mail.eml',
      Salmonberry: 'x.txt',
    };
    for (const [word, fileName] of Object.entries(found)) expect((await foundBy(word))[0]).toBe(fileName);
  });

  it('a folder is walked, and its hidden files and links are not followed', async () => {
    const folder = join(app.dir, 'pile');
    mkdirSync(join(folder, '2026', 'may'), { recursive: true });
    writeFileSync(join(folder, '2026', 'may', 'bilberry.txt'), 'Bilberry letter');
    writeFileSync(join(folder, '.hidden.txt'), 'hidden');
    symlinkSync(app.vaultDir, join(folder, 'vault'));
    mkdirSync(join(app.dir, 'empty'));
    const tokens = ['pile', 'empty'].map((name) => app.core.addFile({ kind: 'path', path: join(app.dir, name) }));
    const { jobId } = await app.client.documents.import({ tokens });
    const job = await endOf(app.client, jobId);
    expect(job.result?.outcomes?.map(({ fileName, status, error }) => [fileName, error?.code ?? status])).toEqual([
      ['bilberry.txt', 'imported'],
      ['empty', 'folder-empty'],
    ]);
  });
});
