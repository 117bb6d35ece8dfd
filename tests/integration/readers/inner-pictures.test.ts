// Pictures in Word files and web pages made to do harm: the paper is read without them, or refused with one error, within its limits.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Readers } from '../../../electron/readers/types.ts';
import { pageText } from '../../../shared/text/layout.ts';
import { lineOf } from '../../helpers/pictures.ts';
import { testReaders } from '../../helpers/readers.ts';
import { withDocumentXml } from '../../helpers/word.ts';
import { wordOfPieces } from '../../helpers/word-pictures.ts';

let readers: Readers;
let line: Buffer;
beforeAll(async () => {
  readers = testReaders(1);
  line = await lineOf('Sound letter');
});
afterAll(() => readers.close());

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { pages } = await readers.read(bytes, { pictures: false });
  return pages.map((page) => pageText(page).text.trim());
}

/** A PNG of nothing that says it has this many pixels on each side. */
async function hugePng(side: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  return png;
}

it('a damaged or huge picture is told on its page, and the others are read', async () => {
  const photo = await sharp(line).jpeg().toBuffer();
  const word = await wordOfPieces([
    'Before',
    { bytes: photo.subarray(0, photo.length / 2), type: 'jpg' },
    { bytes: await hugePng(30_000), type: 'png' },
    { bytes: Buffer.from('no picture at all'), type: 'png' },
    { bytes: line, type: 'png' },
  ]);
  const texts = await textsOf(word);
  expect(texts[0]).toMatch(/Before\s+\[page 2\]\s+\[page 3\]\s+\[picture\]\s+\[page 4\]/);
  expect(texts.slice(1, 3).map((text) => /can’t be shown/.test(text))).toEqual([true, true]);
  expect(texts.slice(3)).toEqual(['Sound letter']);
  // Without any text there is no page of text.
  expect(await textsOf(await wordOfPieces([{ bytes: line, type: 'png' }]))).toEqual(['Sound letter']);
});

it('a picture at another place is not fetched', async () => {
  const word = withDocumentXml(await wordOfPieces(['Here', { bytes: line, type: 'png' }]), (xml) =>
    xml.replaceAll('r:embed=', 'r:link='),
  );
  expect(await textsOf(word)).toEqual([expect.stringMatching(/^Here\s+\[picture\]$/)]);
});

it('addresses that hold no picture are passed over', async () => {
  const html = `<!doctype html><p>Text</p><img src="data:image/png;base64,AAAA"><img src="data:image/svg+xml;base64,PHN2Zy8+"><img src="data:image/png;base64,%%%"><img src="data:text/html;base64,${line.toString('base64')}">`;
  expect(await textsOf(Buffer.from(html))).toEqual(['Text']);
});
