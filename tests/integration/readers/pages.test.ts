// Real files through real reader processes: which words come out, and where they stand on the original page.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Readers } from '../../../electron/readers/types.ts';
import { CLASSES, chances } from '../../bench/ocr/scan-effects.ts';
import { formPdf, letterPng, letterSvg, scannedPdf, textPdf, tiffOf } from '../../helpers/made-papers.ts';
import { textOfPage } from '../../helpers/page-text.ts';
import { findWord, fixture, testReaders } from '../../helpers/readers.ts';
import { textErrors } from '../../helpers/text-distance.ts';

const MARK = { text: 'Nightingale', x: 90, y: 120 };
let readers: Readers;

beforeAll(() => {
  readers = testReaders();
});
afterAll(async () => {
  await readers.close();
});

describe('scans', () => {
  it.each([
    ['statement-fax', 'pdf', 0.01, 0.03],
    ['scores-office', 'pdf', 0.02, 0.12],
    ['receipt-phone', 'jpg', 0.015, 0.06],
  ])('reads %s with few errors', async (name, extension, characters, numbers) => {
    const { pages } = await readers.read(fixture(`scans/${name}.${extension}`));
    const errors = textErrors(pages.map(textOfPage).join('\n'), new TextDecoder().decode(fixture(`scans/${name}.txt`)));
    expect(errors.characterErrors / errors.characters).toBeLessThan(characters);
    expect(errors.lostNumbers / errors.numbers).toBeLessThan(numbers);
    expect(pages[0]?.source).toBe('ocr');
  });

  it('reads small print on a fax of a fax a second time, with few errors', async () => {
    const [letter = ''] = new TextDecoder().decode(fixture('papers/014-lumbar-mri-denial.txt')).split('\f');
    const lines = letter
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(6, 20);
    const small = letterSvg([], 300, lines).replaceAll('font-size="12"', 'font-size="7"');
    const { data, info } = await sharp(Buffer.from(small))
      .flatten()
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const fax = await CLASSES['fax of a fax']?.({ pixels: data, width: info.width, height: info.height }, chances(5));
    const { pages } = await readers.read(fax ?? new Uint8Array());
    const errors = textErrors(pages.map(textOfPage).join('\n'), lines.join('\n'));
    expect(errors.characterErrors / errors.characters).toBeLessThan(0.015);
  });

  it('sees nothing on an empty sheet', async () => {
    const { pages } = await readers.read(await letterPng([], 100, []));
    expect(pages[0]).toMatchObject({ source: 'none', words: [] });
  });

  it.each([-4, -1.3, 2.1, 4])('puts the boxes on the original picture of a page tilted by %d degrees', async (tilt) => {
    const level = await letterPng([MARK]);
    const tilted = await sharp(level)
      .rotate(tilt, { background: '#fff' })
      .withMetadata({ density: 200 })
      .png()
      .toBuffer();
    const { pages } = await readers.read(tilted);
    const { width, height } = await sharp(tilted).metadata();
    const word = findWord(pages[0], 'Nightingale');
    // Where the middle of the drawn word lies after turning about the middle of the picture.
    const angle = (tilt * Math.PI) / 180;
    const [dx, dy] = [MARK.x + 36 - 306, MARK.y - 4 - 396];
    const x = (width / 200) * 36 + dx * Math.cos(angle) - dy * Math.sin(angle);
    const y = (height / 200) * 36 + dx * Math.sin(angle) + dy * Math.cos(angle);
    expect(Math.abs(word.x + word.w / 2 - x)).toBeLessThan(6);
    expect(Math.abs(word.y + word.h / 2 - y)).toBeLessThan(3);
  });

  it.each([90, 180, 270])(
    'reads a page that lies turned by %d degrees, and keeps the page as it lies',
    async (turn) => {
      const turned = await sharp(await letterPng([MARK]))
        .rotate(turn)
        .withMetadata({ density: 200 })
        .png()
        .toBuffer();
      const [page] = (await readers.read(turned)).pages;
      const word = findWord(page, 'Nightingale');
      const [cx, cy] = [MARK.x + 36, MARK.y - 4];
      const expected = turn === 90 ? [792 - cy, cx] : turn === 180 ? [612 - cx, 792 - cy] : [cy, 612 - cx];
      expect(Math.abs(word.x + word.w / 2 - expected[0]!)).toBeLessThan(6);
      expect(Math.abs(word.y + word.h / 2 - expected[1]!)).toBeLessThan(6);
      expect(textOfPage(page!)).toContain('You have the right to appeal this decision');
    },
  );

  it('reads two columns of text one after the other', async () => {
    const column = (side: string, x: number) =>
      Array.from({ length: 16 }, (_, row) => ({
        text: `${side} number ${row + 10} of this column text`,
        x,
        y: 150 + row * 17,
      }));
    const png = await letterPng([...column('Left', 50), ...column('Right', 330)], 200, []);
    const text = textOfPage((await readers.read(png)).pages[0]!);
    expect(text.indexOf('Left number 25')).toBeGreaterThan(-1);
    expect(text.indexOf('Left number 25')).toBeLessThan(text.indexOf('Right number 10'));
  });
});

describe('pictures with metadata', () => {
  it.each([3, 6, 8])('follows the orientation %d a camera noted', async (orientation) => {
    const turn = { 3: 180, 6: 270, 8: 90 }[orientation]!;
    const jpeg = await sharp(await letterPng([MARK]))
      .rotate(turn)
      .withMetadata({ orientation, density: 200 })
      .jpeg()
      .toBuffer();
    const [page] = (await readers.read(jpeg)).pages;
    expect(page).toMatchObject({ widthPt: 612, heightPt: 792 });
    const word = findWord(page, 'Nightingale');
    expect(Math.abs(word.x - MARK.x)).toBeLessThan(3);
  });

  it('reads every page of a TIFF, each with its size', async () => {
    const tiff = await tiffOf([await letterPng([MARK]), await letterPng([{ ...MARK, text: 'Florence' }])]);
    const { pages, format } = await readers.read(tiff);
    expect(format).toBe('tiff');
    expect(pages.map((page) => page.pageNumber)).toEqual([1, 2]);
    findWord(pages[0], 'Nightingale');
    findWord(pages[1], 'Florence');
    expect(pages[1]?.widthPt).toBeCloseTo(612, 0);
  });
});

describe('PDFs', () => {
  it.each([0, 90, 180, 270])(
    'takes the words of a text layer as they are, viewed with a rotation of %d degrees',
    async (rotate) => {
      const [page] = (await readers.read(await textPdf([MARK], rotate))).pages;
      expect(page).toMatchObject({ source: 'text-layer', confidence: 1 });
      const word = findWord(page, 'Nightingale');
      const [left, baseline] = [MARK.x, MARK.y];
      const start = {
        0: [left, baseline],
        90: [792 - baseline, left],
        180: [612 - left, 792 - baseline],
        270: [baseline, 612 - left],
      }[rotate]!;
      // The start of the baseline lies on the box, whichever way the page is viewed.
      expect(start[0]!).toBeGreaterThan(word.x - 2);
      expect(start[0]!).toBeLessThan(word.x + word.w + 2);
      expect(start[1]!).toBeGreaterThan(word.y - 2);
      expect(start[1]!).toBeLessThan(word.y + word.h + 2);
      expect([page?.widthPt, page?.heightPt]).toEqual(rotate % 180 === 0 ? [612, 792] : [792, 612]);
    },
  );

  it('decides page by page, and reads a scan that carries only a stamp', async () => {
    const scan = { png: await letterPng([MARK]), over: [{ text: 'Received 08/24/2026', x: 400, y: 30 }] };
    const { pages } = await readers.read(await scannedPdf([{ png: await letterPng([MARK]) }, scan]));
    expect(pages.map((page) => page.source)).toEqual(['ocr', 'ocr']);
    findWord(pages[1], 'Nightingale');
    findWord(pages[1], '08/24/2026');
  });

  it('trusts the text a scanner put behind the picture when it covers the page', async () => {
    const over = Array.from({ length: 30 }, (_, row) => ({
      text: `The scanner read line ${row + 1}`,
      x: 72,
      y: 60 + row * 22,
    }));
    const { pages } = await readers.read(await scannedPdf([{ png: await letterPng([MARK], 100), over }]));
    expect(pages[0]?.source).toBe('text-layer');
  });

  it('reads what was typed into a form', async () => {
    const [page] = (await readers.read(await formPdf('QHA-4471-90362'))).pages;
    const word = findWord(page, 'QHA-4471-90362');
    expect(page?.source).toBe('text-layer');
    expect(word.y).toBeGreaterThan(792 - 600 - 24 - 4);
    expect(word.y + word.h).toBeLessThan(792 - 600 + 4);
  });

  it('keeps colour in a picture only where there is some', async () => {
    const pictureOf = async (fill: string): Promise<Uint8Array> => {
      const png = await sharp({ create: { width: 850, height: 1100, channels: 3, background: fill } })
        .png()
        .toBuffer();
      return readers.picture(await scannedPdf([{ png }]), 1, 300);
    };
    expect((await sharp(await pictureOf('#d8e4b0')).metadata()).channels).toBe(3);
    expect((await sharp(await pictureOf('#e8e8e4')).metadata()).channels).toBe(1);
  });

  it('gives the text of every page as PDFium reads it', async () => {
    expect(await readers.pdfTexts(await textPdf([MARK]))).toEqual(['Nightingale']);
  });

  it('tells the page count first, skips what was read, and gives a picture of each page', async () => {
    const png = await letterPng([MARK], 100);
    const seen: number[] = [];
    const pictures: Uint8Array[] = [];
    let total = 0;
    const { pages } = await readers.read(await scannedPdf([{ png }, { png }, { png }]), {
      skip: new Set([2]),
      onPageCount: (count) => {
        total = count;
      },
      onPage: (page, picture) => {
        seen.push(page.pageNumber);
        if (picture !== undefined) pictures.push(picture);
      },
    });
    expect(total).toBe(3);
    expect(seen.sort()).toEqual([1, 3]);
    expect(pages.map((page) => page.pageNumber)).toEqual([1, 3]);
    expect(await sharp(pictures[0]!).metadata()).toMatchObject({ format: 'jpeg', width: 1275 });
  });

  it('draws one page on demand', async () => {
    const picture = await readers.picture(await textPdf([MARK]), 1, 400);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 518 });
  });
});

describe('plain text', () => {
  it('takes text as pages already read, with pictures', async () => {
    const bytes = new TextEncoder().encode('Dear Ms. Lee,\n<b>&amp; "quoted"\fSecond page');
    const pictures: Uint8Array[] = [];
    const { pages, format } = await readers.read(bytes, {
      onPage: (_page, picture) => void (picture && pictures.push(picture)),
    });
    expect(format).toBe('text');
    expect(pages.map(textOfPage)).toEqual(['Dear Ms. Lee,\n<b>&amp; "quoted"', 'Second page']);
    expect(pictures).toHaveLength(2);
  });
});
