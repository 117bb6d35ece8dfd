// Broken and hostile files: each gets its own plain error, and the next file is read as if nothing had happened.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeReader } from '../../../electron/readers/node-reader.ts';
import { createReaders } from '../../../electron/readers/readers.ts';
import type { Readers } from '../../../electron/readers/types.ts';
import { letterPng, scannedPdf, textPdf } from '../../helpers/made-papers.ts';
import { bmpOf, tiffOfLines } from '../../helpers/pictures.ts';
import { fixture, testReaders } from '../../helpers/readers.ts';

const MARK = { text: 'Nightingale', x: 90, y: 120 };
let readers: Readers;

beforeAll(() => {
  readers = testReaders();
});
afterAll(async () => {
  await readers.close();
});

/** The code of the error a file is refused with. */
async function refusal(bytes: Uint8Array): Promise<unknown> {
  return readers.read(bytes).then(
    () => 'was read',
    (error: { readonly code?: unknown }) => error.code,
  );
}

/** A black-and-white PNG of any size in a few bytes: all its rows compress to nothing. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** A PDF of a few kilobytes with one black picture of any size. Its table of objects is left to be rebuilt. */
function pdfOfHugePicture(side: number): Uint8Array {
  const content = 'q 612 0 0 792 0 0 cm /I Do Q';
  const pixels = deflateSync(Buffer.alloc(Math.ceil(side / 8) * side));
  const picture = `<</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode/Length ${pixels.length}>>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `${picture}stream\n${pixels.toString('latin1')}\nendstream`,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n`, 'latin1');
}

/** A noisy picture that no format makes small. */
function photo(): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 400, height: 300, channels: 3, background: 'white', noise } });
}

const halfOf = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length / 2);

/** The directories are whole, but the rows of the last page (tag 273 says where) lie behind the end. */
async function cutInLastPage(): Promise<Uint8Array> {
  const bytes = await tiffOfLines(['one', 'two', 'three']);
  const cut = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nextOf = (at: number) => at + 2 + 12 * cut.getUint16(at, true);
  const last = cut.getUint32(nextOf(cut.getUint32(nextOf(cut.getUint32(4, true)), true)), true);
  for (let entry = last + 2; entry < nextOf(last); entry += 12)
    if (cut.getUint16(entry, true) === 273) cut.setUint32(entry + 8, bytes.length + 1000, true);
  return bytes;
}

/** A photo whose header says another size than it has. */
function hugeHeic(side: number): Uint8Array {
  const bytes = Buffer.from(fixture('scans/letter-phone.heic'));
  for (let at = bytes.indexOf('ispe'); at >= 0; at = bytes.indexOf('ispe', at + 4)) {
    bytes.writeUInt32BE(side, at + 8);
    bytes.writeUInt32BE(side, at + 12);
  }
  return bytes;
}

async function hugeBmp(side: number): Promise<Uint8Array> {
  const bytes = await bmpOf(await photo().png().toBuffer());
  bytes.writeInt32LE(side, 18);
  bytes.writeInt32LE(side, 22);
  return bytes;
}

async function hugeGif(side: number): Promise<Uint8Array> {
  const bytes = await photo().gif().toBuffer();
  // The frame itself: of a large screen with a small frame only the frame is taken.
  const frame = bytes.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]));
  for (const at of [6, 8, frame + 5, frame + 7]) bytes.writeUInt16LE(side, at);
  return bytes;
}

/** A PDF that says it is locked for the holders of certificates. */
function certifiedPdf(): Uint8Array {
  const lock = '<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Length 128>>';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    lock,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R>>\nstartxref\n0\n%%EOF\n`, 'latin1');
}

async function pdfWithPassword(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await textPdf([MARK]));
  document.encrypt({ userPassword: 'open sesame', ownerPassword: 'owner' });
  return document.save();
}

describe('files that are refused', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing at all', () => new Uint8Array(0), 'file-empty'],
    ['only blanks', () => new TextEncoder().encode(' \n\n '), 'file-empty'],
    [
      'random bytes',
      () => Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 31) & 0xff),
      'file-unsupported',
    ],
    ['a ZIP', () => Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), 'file-unsupported'],
    ['a program for a printer', () => new TextEncoder().encode('%!PS-Adobe-3.0\n(Dear Sir) show'), 'file-unsupported'],
    ['a photo cut off half-way', () => fixture('scans/receipt-phone.jpg').slice(0, 150_000), 'file-damaged'],
    ['a photo cut off in its header', () => fixture('scans/receipt-phone.jpg').slice(0, 60), 'file-damaged'],
    ['a picture of 900 million pixels', () => hugePng(30_000), 'image-too-large'],
    ['a HEIC photo cut off half-way', () => fixture('scans/letter-phone.heic').slice(0, 12_000), 'file-damaged'],
    ['a HEIC photo cut off in its header', () => fixture('scans/letter-phone.heic').slice(0, 300), 'file-damaged'],
    ['a HEIC photo of 900 million pixels', () => hugeHeic(30_000), 'image-too-large'],
    ['a WebP cut off half-way', async () => halfOf(await photo().webp().toBuffer()), 'file-damaged'],
    ['a GIF cut off half-way', async () => halfOf(await photo().gif().toBuffer()), 'file-damaged'],
    ['an AVIF cut off half-way', async () => halfOf(await photo().avif({ effort: 0 }).toBuffer()), 'file-damaged'],
    ['a TIFF whose last page is cut off', async () => cutInLastPage(), 'file-damaged'],
    ['a BMP cut off half-way', async () => halfOf(await bmpOf(await photo().png().toBuffer())), 'file-damaged'],
    ['a BMP of 900 million pixels', async () => hugeBmp(30_000), 'image-too-large'],
    ['a GIF of 900 million pixels', async () => hugeGif(30_000), 'image-too-large'],
    ['a PDF with a password', pdfWithPassword, 'pdf-password'],
    ['a PDF locked with a certificate', async () => certifiedPdf(), 'pdf-locked'],
    ['a PDF cut off half-way', () => fixture('scans/scores-office.pdf').slice(0, 200_000), 'file-damaged'],
    [
      'a PDF header and rubbish',
      () => new TextEncoder().encode(`%PDF-1.7\n${'rubbish '.repeat(200)}\nstartxref\n9\n%%EOF\n`),
      'file-damaged',
    ],
  ])('%s', async (_name, make, code) => {
    expect(await refusal(await make())).toBe(code);
  });

  it('refuses a picture inside a PDF that says it has too many pixels', async () => {
    expect(await refusal(pdfOfHugePicture(20_000))).toBe('image-too-large');
  });

  it('reads the next file after all that', async () => {
    const { pages } = await readers.read(await textPdf([MARK]));
    expect(pages[0]?.words[0]?.text).toBe('Nightingale');
  });
});

describe('readers that fail', () => {
  /** A pool whose reader does what `program` says instead of reading. */
  function rigged(program: string, options: { readonly timeoutMs?: number } = {}): Readers {
    const entry = join(mkdtempSync(join(tmpdir(), 'readers-')), 'rigged.mjs');
    writeFileSync(entry, program);
    const reader = { execPath: process.execPath, entry, execArgv: [], env: {} };
    return createReaders({ reader, readerCount: 1, resourcesDir: 'unused' }, options);
  }

  const text = new TextEncoder().encode('Dear Sir');

  it('says so when a reader dies, and starts a fresh one for the next file', async () => {
    // Dies at the first file whose text holds "die", reads all others as one empty page.
    const pool = rigged(`process.on('message', (request) => {
      if (request.kind === 'open' && Buffer.from(request.bytes).includes('die')) process.exit(139);
      const page = { pageNumber: 1, widthPt: 1, heightPt: 1, source: 'none', confidence: 1, words: [] };
      process.send({ ok: true, outcome: request.kind === 'open' ? { pageCount: 1 } : { page, ms: 1 }, residentBytes: 1 });
    });`);
    await expect(pool.read(new TextEncoder().encode('please die'))).rejects.toMatchObject({ code: 'reader-crashed' });
    expect((await pool.read(text)).pages).toHaveLength(1);
    await pool.close();
  });

  it('says so when a reader cannot be started at all', async () => {
    const pool = createReaders({
      reader: { execPath: '/nonexistent/node', entry: 'x', execArgv: [], env: {} },
      readerCount: 1,
      resourcesDir: 'unused',
    });
    await expect(pool.read(text)).rejects.toMatchObject({ code: 'reader-crashed' });
    await pool.close();
  });

  it('stops a reader that hangs, and starts a fresh one for the next file', async () => {
    const pool = rigged(
      `process.on('message', (request) => {
        if (request.kind === 'open' && Buffer.from(request.bytes).includes('hang')) for (;;);
        const page = { pageNumber: 1, widthPt: 1, heightPt: 1, source: 'none', confidence: 1, words: [] };
        process.send({ ok: true, outcome: request.kind === 'open' ? { pageCount: 1 } : { page, ms: 1 }, residentBytes: 1 });
      });`,
      { timeoutMs: 2000 },
    );
    await expect(pool.read(new TextEncoder().encode('please hang'))).rejects.toMatchObject({ code: 'reader-timeout' });
    expect((await pool.read(text)).pages).toHaveLength(1);
    await pool.close();
  });

  it('stops at once when cancelled, also in the middle of a page', async () => {
    const pool = rigged(`process.on('message', (request) => {
      if (request.kind === 'open') process.send({ ok: true, outcome: { pageCount: 1 }, residentBytes: 1 });
      else for (;;);
    });`);
    const stop = new AbortController();
    const reading = pool.read(text, { signal: stop.signal, onPageCount: () => setImmediate(() => stop.abort()) });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    await pool.close();
  });

  it('ends what is under way when it is closed, without calling it a crash', async () => {
    const pool = rigged(`process.on('message', (request) => {
      if (request.kind === 'open') process.send({ ok: true, outcome: { pageCount: 1 }, residentBytes: 1 });
    });`);
    const reading = pool.read(text, { onPageCount: () => setImmediate(() => void pool.close()) });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    await expect(pool.read(text)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('leaves files that others are reading alone', async () => {
    const scan = await scannedPdf([{ png: await letterPng([MARK], 150) }]);
    const [bad, good] = await Promise.all([
      refusal(fixture('scans/receipt-phone.jpg').slice(0, 150_000)),
      readers.read(scan),
    ]);
    expect(bad).toBe('file-damaged');
    expect(good.pages[0]?.words.length).toBeGreaterThan(30);
  });

  it('inherits nothing of the parent and may not write', async () => {
    const out = mkdtempSync(join(tmpdir(), 'readers-'));
    const probe = rigged(
      `process.on('message', () => process.send({ ok: false, code: 'file-damaged', details: { env: Object.keys(process.env).filter((name) => !name.startsWith('NODE_CHANNEL')).join() }, why: '', residentBytes: 1 }));`,
    );
    await expect(probe.read(text)).rejects.toMatchObject({ details: { env: '' } });
    await probe.close();
    const entry = join(out, 'writer.mjs');
    writeFileSync(
      entry,
      `import { writeFileSync } from 'node:fs';
       process.on('message', () => { let code = 'none'; try { writeFileSync(${JSON.stringify(join(out, 'leak'))}, 'x'); } catch (error) { code = error.code; }
       process.send({ ok: false, code: 'file-damaged', details: { code }, why: '', residentBytes: 1 }); });`,
    );
    const writer = createReaders({ reader: { ...nodeReader(), entry }, readerCount: 1, resourcesDir: 'unused' });
    await expect(writer.read(text)).rejects.toMatchObject({ details: { code: 'ERR_ACCESS_DENIED' } });
    await writer.close();
    expect(readdirSync(out)).toEqual(['writer.mjs']);
  });
});
