// The small judgements on the way from marks to words.
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/intake/decode-text.ts';
import { sniff } from '../../../electron/intake/sniff.ts';
import type { Grey } from '../../../electron/readers/grey.ts';
import { sheetSize } from '../../../electron/readers/image-pages.ts';
import { withoutLeaders } from '../../../electron/readers/leaders.ts';
import type { SeenWord } from '../../../electron/readers/ocr-engine.ts';
import { workSize } from '../../../electron/readers/ocr-page.ts';
import { isNoise, joinHyphens, mendGlyphs, pageWords } from '../../../electron/readers/ocr-words.ts';
import { pdfIsCutOff } from '../../../electron/readers/pdf-end.ts';
import type { PdfCharacter } from '../../../electron/readers/pdfium-text.ts';
import { escapeXml } from '../../../electron/readers/text-file.ts';
import { textLayerIsGood, textLayerWords } from '../../../electron/readers/text-layer.ts';

function seen(text: string, x: number, options: Partial<SeenWord> = {}): SeenWord {
  return { text, box: { x, y: 0, w: text.length * 10, h: 16 }, confidence: 0.95, line: 0, ...options };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('words that were read', () => {
  it.each<[string, number, boolean]>([
    ['', 1, true],
    ['~', 0.3, true],
    ['____', 0.9, true],
    ['x', 0.1, true],
    ['7', 0.9, false],
    ['$', 0.9, false],
    ['claim', 0.1, false],
  ])('tells dirt from writing: %j at %d', (text, confidence, noise) => {
    expect(isNoise({ text, confidence })).toBe(noise);
  });

  it('joins a number split at its hyphen, but no minus sign to what stands before it', () => {
    expect(joinHyphens([seen('2620-5517', 0), seen('-084', 96)]).map((word) => word.text)).toEqual(['2620-5517-084']);
    expect(joinHyphens([seen('TVH-6180-', 0), seen('4457-03', 95)]).map((word) => word.text)).toEqual([
      'TVH-6180-4457-03',
    ]);
    expect(joinHyphens([seen('adjustment', 0), seen('-200.00', 112)]).map((word) => word.text)).toEqual([
      'adjustment',
      '-200.00',
    ]);
    expect(joinHyphens([seen('well-', 0), seen('known', 0, { line: 1 })])).toHaveLength(2);
  });

  it('mends a lone bar before a word and a pound sign before figures only', () => {
    expect(mendGlyphs([seen('|', 0), seen('have', 20)]).map((word) => word.text)).toEqual(['I', 'have']);
    expect(mendGlyphs([seen('|', 0), seen('Total', 20)])[0]?.text).toBe('|');
    expect(mendGlyphs([seen('£0143', 0), seen('£5', 90)]).map((word) => word.text)).toEqual(['E0143', '£5']);
  });

  it('numbers lines without holes and keeps boxes on the page', () => {
    const words = pageWords(
      [seen('one', 0), seen('~', 50, { line: 1, confidence: 0.1 }), seen('two', -5, { line: 2 })],
      { a: 0.5, b: 0, c: 0, d: 0.5, e: 0, f: 0 },
      100,
      100,
    );
    expect(words.map((word) => [word.text, word.line, word.x])).toEqual([
      ['one', 0, 0],
      ['two', 1, 0],
    ]);
  });

  it('paints over dot leaders and leaves letters', () => {
    const [width, height] = [400, 40];
    const pixels = new Uint8Array(width * height).fill(245);
    const fill = (x: number, y: number, w: number, h: number): void => {
      for (let row = y; row < y + h; row += 1) pixels.fill(0, row * width + x, row * width + x + w);
    };
    for (let dot = 0; dot < 20; dot += 1) fill(100 + dot * 12, 30, 3, 3);
    fill(20, 10, 3, 23);
    fill(28, 30, 3, 3);
    const clear: Grey = withoutLeaders({ pixels, width, height }, 200);
    expect([clear.pixels[31 * width + 101], clear.pixels[31 * width + 329]]).toEqual([245, 245]);
    expect([clear.pixels[20 * width + 21], clear.pixels[31 * width + 29]]).toEqual([0, 0]);
  });
});

describe('the text of a PDF', () => {
  const upright = { a: 1, b: 0, c: 0, d: -1, e: 0, f: 792 };
  const write = (text: string, y = 700, more: Partial<PdfCharacter> = {}): PdfCharacter[] =>
    [...text].map((each, index) => ({
      text: each,
      box: { x: 72 + index * 6, y, w: 6, h: 12 },
      unmapped: false,
      invisible: false,
      generated: false,
      ...more,
    }));
  const facts = (characters: PdfCharacter[], imageShare: number) => ({
    characters,
    words: textLayerWords(characters, upright, 612, 792),
    imageShare,
    heightPt: 792,
  });

  it('becomes words with boxes and lines', () => {
    const words = textLayerWords([...write('Dear Ms.\r\n'), ...write('Lee', 680)], upright, 612, 792);
    expect(words.map((word) => [word.text, word.line])).toEqual([
      ['Dear', 0],
      ['Ms.', 0],
      ['Lee', 1],
    ]);
    expect(words[0]).toMatchObject({ x: 72, y: 80, w: 24, h: 12 });
  });

  it('is trusted on a page without a scan, and for a scan only when it covers the page', () => {
    const page = Array.from({ length: 40 }, (_, row) =>
      write(`the claim was denied on row ${row}\n`, 760 - row * 18),
    ).flat();
    expect(textLayerIsGood(facts(page, 0.1))).toBe(true);
    expect(textLayerIsGood(facts(page, 1))).toBe(true);
    expect(textLayerIsGood(facts(write('Received 08/24/2026'), 1))).toBe(false);
    expect(textLayerIsGood(facts([], 0))).toBe(false);
  });

  it('is not trusted when its letters have no meaning', () => {
    expect(textLayerIsGood(facts(write('\ue001\ue002\ue003 \ue004\ue005', 700, { unmapped: true }), 0))).toBe(false);
    expect(textLayerIsGood(facts(write('%&/() =?*+ #~^ {}[] ;:_ claim'), 0))).toBe(false);
  });
});

describe('sizes', () => {
  it('believes a plausible resolution and otherwise takes letter paper', () => {
    expect(sheetSize({ width: 1700, height: 2200, dpi: 200 })).toEqual({ widthPt: 612, heightPt: 792 });
    expect(sheetSize({ width: 3000, height: 4000, dpi: 72 }).widthPt).toBe(612);
    expect(sheetSize({ width: 4000, height: 3000, dpi: undefined }).widthPt).toBe(792);
    expect(sheetSize({ width: 1000, height: 1300, dpi: 96 }).widthPt).toBe(612);
  });

  it('reads fine scans smaller, coarse ones larger, and none larger than memory allows', () => {
    expect(workSize({ width: 2550, height: 3300 }, 612, 792).dpi).toBe(240);
    expect(workSize({ width: 1275, height: 1650 }, 612, 792).dpi).toBe(300);
    expect(workSize({ width: 612, height: 792 }, 612, 792).dpi).toBe(216);
    const oversize = workSize({ width: 1700, height: 2200 }, 1700, 2200);
    expect(oversize.dpi).toBeCloseTo(200, 0);
    expect(oversize.scale).toBeCloseTo(1, 2);
  });
});

describe('bytes', () => {
  it('knows a PDF that lost its end', () => {
    const whole = '%PDF-1.4\n1 0 obj<<>>endobj\nxref\ntrailer<<>>\nstartxref\n28\n%%EOF\n';
    expect(pdfIsCutOff(bytes(whole))).toBe(false);
    expect(pdfIsCutOff(bytes(`${whole}\r\n--boundary--\r\n`))).toBe(false);
    expect(pdfIsCutOff(bytes(whole.slice(0, -8)))).toBe(false);
    expect(pdfIsCutOff(bytes(whole.slice(0, 40)))).toBe(true);
    expect(pdfIsCutOff(bytes(`${whole}7 0 obj<</Length 900>>stream`))).toBe(true);
  });

  it.each<[string, Uint8Array, string]>([
    ['UTF-8', bytes('\ufeffcafé\r\nnext'), 'café\nnext'],
    ['UTF-16 little end', Uint8Array.from([0xff, 0xfe, 0x48, 0, 0x69, 0]), 'Hi'],
    ['UTF-16 big end', Uint8Array.from([0xfe, 0xff, 0, 0x48, 0, 0x69]), 'Hi'],
    ['Windows Latin', Uint8Array.from([...bytes('we can'), 0x92, ...bytes('t')]), 'we can’t'],
  ])('decodes %s', (_name, given, text) => {
    expect(decodeText(given)).toBe(text);
  });

  it('tells formats by content', () => {
    expect(sniff(bytes('junk\n%PDF-1.7\n')).format).toBe('pdf');
    expect(sniff(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])).mediaType).toBe('image/jpeg');
    expect(sniff(Uint8Array.from([0x4d, 0x4d, 0, 42])).format).toBe('tiff');
    expect(sniff(bytes('Dear Sir')).format).toBe('text');
    expect(sniff(bytes('<!doctype html><p>x')).format).toBe('html');
    expect(() => sniff(bytes('a\0b'))).toThrow(expect.objectContaining({ code: 'file-unsupported' }));
    expect(() => sniff(new Uint8Array(200 * 1024 * 1024 + 1))).toThrow(
      expect.objectContaining({ code: 'file-too-large' }),
    );
  });

  it.each<[string, string, string]>([
    ['a photo of a phone', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
    ['one whose kind stands second', '\0\0\0\x18ftypmif1\0\0\0\0mif1hevc', 'heic'],
    ['AVIF', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', 'avif'],
    ['WebP', 'RIFF\n\0\0\0WEBPVP8 ', 'webp'],
    ['GIF', 'GIF89a\x01\0', 'gif'],
    ['BMP', 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'bmp'],
    ['a text that begins like one', 'BM is my doctor; he says so.', 'text'],
  ])('tells %s', (_name, start, format) => {
    expect(sniff(Buffer.from(start, 'latin1')).format).toBe(format);
  });

  it('takes no film for a photo', () => {
    const film = Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp41', 'latin1');
    expect(() => sniff(film)).toThrow(expect.objectContaining({ code: 'file-unsupported' }));
  });

  it('makes any text safe inside a drawing', () => {
    expect(escapeXml('<a & "b">\u0001')).toBe('&lt;a &amp; &quot;b&quot;&gt;');
  });
});
