// Fax copy, print set, smaller copy, copy with a password and manifest of a built packet, looked at with qpdf and poppler.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { PDFName } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodePlatform } from '../../../electron/hosts/node-platform.ts';
import { writeEncrypted } from '../../../electron/packet/copies/encrypted.ts';
import { excerpt } from '../../../electron/packet/copies/excerpt.ts';
import { faxTransmissions } from '../../../electron/packet/copies/fax-copy.ts';
import { manifestPdf } from '../../../electron/packet/copies/manifest-sheet.ts';
import { openPacket } from '../../../electron/packet/copies/opened-packet.ts';
import { writePrintSet } from '../../../electron/packet/copies/print-set.ts';
import { scansOf, writeSmaller } from '../../../electron/packet/copies/smaller.ts';
import { withoutPictures } from '../../../electron/packet/kept-parts.ts';
import { createReaders } from '../../../electron/readers/readers.ts';
import type { Readers } from '../../../electron/readers/types.ts';
import { isAppError } from '../../../shared/errors.ts';
import { manifestOf } from '../../../shared/packet/manifest.ts';
import { asFile, type BuiltPacket, builtPacket, collected } from '../../helpers/copy-packets.ts';
import { checkedByQpdf, infoOf, pageTexts, rasterOf, structureOf, withFile } from '../../helpers/packet-pdf.ts';
import { FONTS, pdfOf } from '../../helpers/packet-sources.ts';
import { runTool } from '../../helpers/pdf.ts';

let readers: Readers;
let built: BuiltPacket;

beforeAll(async () => {
  readers = createReaders(nodePlatform({ defaultVaultDir: '/nowhere' }));
  built = await builtPacket({ dpi: 150 });
});
afterAll(() => readers.close());

interface SeenImage {
  readonly page: number;
  readonly width: number;
  readonly color: string;
  readonly bits: number;
  readonly codec: string;
  readonly dpi: readonly [number, number];
}

/** The pictures of a file as poppler lists them. */
function imagesOf(bytes: Uint8Array): Promise<readonly SeenImage[]> {
  return withFile(bytes, (file) =>
    runTool('pdfimages', ['-list', file])
      .split('\n')
      .slice(2)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const cells = line.trim().split(/\s+/);
        return {
          page: Number(cells[0]),
          width: Number(cells[3]),
          color: cells[5]!,
          bits: Number(cells[7]),
          codec: cells[8]!,
          dpi: [Number(cells[12]), Number(cells[13])] as const,
        };
      }),
  );
}

describe('a packet opened without its pictures', () => {
  it('is small, and knows where they stand', async () => {
    let bytesRead = 0;
    const file = asFile(built.bytes);
    const opened = await openPacket({
      ...file,
      read: async (position, length) => {
        bytesRead += length;
        return file.read(position, length);
      },
    });
    const pixels = opened.pictures.ranges.reduce((sum, { length }) => sum + length, 0);
    expect(opened.pictures.ranges).toHaveLength(8);
    expect(pixels).toBeGreaterThan(built.bytes.length * 0.8);
    expect(bytesRead).toBeLessThan(built.bytes.length);
  });

  it('gives single pages that look as they do in it, whoever else draws one at the same time', async () => {
    const opened = await openPacket(asFile(built.bytes));
    const pages = built.packet.index.map(({ fromStamp }) => Number(fromStamp));
    const excerpts = await Promise.all(pages.map((page) => excerpt(opened, page, page)));
    for (const [at, bytes] of excerpts.entries()) {
      const [alone, inside] = [await rasterOf(bytes, 1), await rasterOf(built.bytes, pages[at]!)];
      expect(alone.pixels.equals(inside.pixels)).toBe(true);
    }
  });
});

describe('the fax copy', () => {
  const cover = {
    heading: 'Fax',
    rows: [{ label: 'To', value: [{ kind: 'text' as const, text: 'Quillback Health, Appeals' }] }],
    notice: 'Confidential.',
  };
  const fax = async (pagesPerTransmission?: number) => {
    const { packet, bytes, plan } = built;
    const opened = await openPacket(asFile(bytes));
    const input = { packet, opened, title: plan.title, cover, fontsDir: FONTS, pagesPerTransmission };
    const parts: { readonly bytes: Buffer; readonly pageCount: number }[] = [];
    for (const { write } of faxTransmissions(input, readers)) {
      const { bytes: file, made } = await collected(write);
      expect(made.byteLength).toBe(file.length);
      parts.push({ bytes: file, pageCount: made.pageCount });
    }
    return parts;
  };
  /** All pages in one transmission; looked at in several ways. */
  let whole: Awaited<ReturnType<typeof fax>>[number];
  beforeAll(async () => {
    whole = (await fax())[0]!;
  });

  it('is black and white, 204 by 196 dots to the inch, Group 4, one picture to a letter page', async () => {
    expect(await checkedByQpdf(whole.bytes)).toContain('No syntax or stream encoding errors');
    const images = await imagesOf(whole.bytes);
    expect(images.map(({ page }) => page)).toEqual(
      Array.from({ length: built.packet.pageCount + 1 }, (_, at) => at + 1),
    );
    for (const { bits, codec, dpi, color } of images) {
      expect({ bits, codec, dpi, color }).toEqual({ bits: 1, codec: 'ccitt', dpi: [204, 196], color: 'gray' });
    }
    expect(await withFile(whole.bytes, (file) => runTool('pdfinfo', [file]))).toContain('612 x 792 pts (letter)');
    expect((await pageTexts(whole.bytes)).join('').trim()).toBe('');
  });

  it('stays legible: what is printed can be read again, and grey paper is white', async () => {
    const page = await sharp(await picture(whole.bytes, 1 + Number(built.packet.index[1]!.fromStamp)))
      .greyscale()
      .raw()
      .toBuffer();
    const black = page.reduce((sum, value) => sum + Number(value < 128), 0) / page.length;
    expect(black).toBeGreaterThan(0.0005);
    expect(black).toBeLessThan(0.05);
    const read = await readers.read(whole.bytes, { pictures: false });
    const words = read.pages.map(({ words: each }) => each.map(({ text }) => text).join(' '));
    expect(words[0]).toContain('Quillback Health');
    expect(words[0]).toContain(String(built.packet.pageCount + 1));
    expect(words.join(' ')).toContain('record 1');
    const stamps = Array.from({ length: built.packet.pageCount }, (_, at) => String(at + 1).padStart(4, '0'));
    const found = stamps.filter((stamp, at) => words[at + 1]!.includes(stamp));
    expect(found.length).toBeGreaterThanOrEqual(stamps.length - 1);
  }, 120_000);

  it('goes out in transmissions of so many pages, each with its own cover', async () => {
    const parts = await fax(8);
    expect(parts.map(({ pageCount }) => pageCount)).toEqual([8, 8, built.packet.pageCount - 14 + 1]);
    const labels = (await structureOf(parts[1]!.bytes)).labels;
    expect(labels).toEqual(['Fax cover 1', '0008', '0009', '0010', '0011', '0012', '0013', '0014']);
  });
});

describe('the print set', () => {
  const printed = async (backs: 'nothing' | 'intentionally-blank') => {
    const { packet, bytes, plan } = built;
    const opened = await openPacket(asFile(bytes));
    return collected((sink) => writePrintSet({ packet, opened, title: plan.title, fontsDir: FONTS, backs }, sink));
  };

  it('starts every part, tab sheet and exhibit on a front, stamps unchanged, backs unnumbered', async () => {
    const { bytes } = await printed('nothing');
    expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
    const { labels } = await structureOf(bytes);
    const texts = await pageTexts(bytes);
    expect(labels.length % 2).toBe(0);
    expect(labels.filter((label) => label !== 'blank')).toEqual(
      Array.from({ length: built.packet.pageCount }, (_, at) => String(at + 1).padStart(4, '0')),
    );
    texts.forEach((text, index) => {
      if (/^\s*EXHIBIT\s/.test(text)) {
        expect(index % 2).toBe(0);
        expect(labels[index + 1]).toBe('blank');
      }
      if (labels[index] === 'blank') expect(text.trim()).toBe('');
      else expect(text).toContain(labels[index]);
    });
    for (const { fromStamp } of built.packet.index) expect(labels.indexOf(fromStamp) % 2).toBe(0);
  });

  it('keeps its links and bookmarks, and says of blanks what was asked for', async () => {
    const { bytes } = await printed('intentionally-blank');
    const before = await structureOf(built.bytes);
    const after = await structureOf(bytes);
    const led = (structure: typeof before) =>
      structure.links.map(({ from, to }) => [structure.labels[from - 1], structure.labels[to - 1]].join('>')).sort();
    expect(led(after)).toEqual(led(before));
    expect(after.outline.map(({ title }) => title)).toEqual(before.outline.map(({ title }) => title));
    const texts = await pageTexts(bytes);
    const blank = after.labels.indexOf('blank');
    expect(texts[blank]!.trim()).toBe('This page is intentionally blank.');
  });
});

describe('the smaller copy', () => {
  const smaller = async (dpi: number, quality: number) => {
    const opened = await openPacket(asFile(built.bytes));
    const { file, pictures } = opened;
    const images = await readers.pdfImages(await withoutPictures(file, pictures.ranges));
    expect(images).toEqual(await readers.pdfImages(built.bytes));
    const scans = scansOf(opened, images);
    const shrinking = { choice: { dpi, quality }, opened, readers };
    const { bytes, made } = await collected((sink) => writeSmaller(scans, shrinking, sink));
    return { scans, changed: made.changed, bytes };
  };

  it('has scans of the chosen resolution, grey as before, and every word', async () => {
    const { bytes, scans, changed } = await smaller(75, 50);
    expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
    expect([scans.length, changed]).toEqual([8, 8]);
    expect(bytes.length).toBeLessThan(built.bytes.length / 5);
    for (const { dpi, codec, color } of await imagesOf(bytes))
      expect({ dpi, codec, color }).toEqual({ dpi: [75, 75], codec: 'jpeg', color: 'gray' });
    expect(await pageTexts(bytes)).toEqual(await pageTexts(built.bytes));
    expect((await structureOf(bytes)).labels).toEqual((await structureOf(built.bytes)).labels);
  });

  it('looks like the packet', async () => {
    const page = Number(built.packet.index[1]!.fromStamp);
    const { bytes } = await smaller(100, 60);
    const [before, after] = [await rasterOf(built.bytes, page), await rasterOf(bytes, page)];
    const mean = (pixels: Buffer) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
    expect(Math.abs(mean(before.pixels) - mean(after.pixels))).toBeLessThan(2);
  });

  it('leaves scans of one bit as they are', async () => {
    const bytes = await pdfOf((document) => {
      const [width, height] = [1704, 2200];
      const dots = Uint8Array.from({ length: (width / 8) * height }, (_, at) => (at * 197) % 251);
      const image = {
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: 1,
        ColorSpace: 'DeviceGray',
      };
      const page = document.addPage([612, 792]);
      const scan = document.context.register(document.context.stream(dots, image));
      page.node.setXObject(PDFName.of('Scan'), scan);
      page.node.set(
        PDFName.of('Contents'),
        document.context.register(document.context.stream('612 0 0 792 0 0 cm /Scan Do')),
      );
    });
    expect((await imagesOf(bytes)).map(({ bits }) => bits)).toEqual([1]);
    expect(scansOf(await openPacket(asFile(bytes)), await readers.pdfImages(bytes))).toEqual([]);
  });

  it('leaves a scan alone that would not get smaller', async () => {
    const { changed } = await smaller(300, 95);
    expect(changed).toBe(0);
  });
});

describe('the copy with a password', () => {
  const PASSWORD = 'maple Quarry-41 (ember)';

  const locked = async (password: string) => {
    const opened = await openPacket(asFile(built.bytes));
    return collected((sink) => writeEncrypted(opened, password, sink));
  };

  it('opens with it alone, in AES-256 revision 6', async () => {
    const { bytes } = await locked(PASSWORD);
    await withFile(bytes, (file) => {
      expect(spawnSync('qpdf', ['--check', file]).status).not.toBe(0);
      expect(spawnSync('qpdf', ['--password=maple Quarry-42', '--check', file]).status).not.toBe(0);
      expect(runTool('qpdf', [`--password=${PASSWORD}`, '--check', file])).toContain('No syntax');
      const how = runTool('qpdf', [`--password=${PASSWORD}`, '--show-encryption', file]);
      expect(how).toContain('R = 6');
      expect(how).toContain('stream encryption method: AESv3');
      expect(() => runTool('pdftotext', [file, '-'])).toThrow();
      expect(runTool('pdftotext', ['-upw', PASSWORD, file, '-'])).toContain('denial one');
    });
    expect(Buffer.from(bytes).includes('denial one')).toBe(false);
    expect(Buffer.from(bytes).includes('Rowan Ashgrove')).toBe(false);
  });

  it('hides titles, bookmarks, labels and alternative texts too, and shows them to whoever has it', async () => {
    const { bytes } = await locked(PASSWORD);
    const raw = bytes.toString('latin1');
    for (const words of [built.plan.title, 'Visit notes', 'Exhibit B', '0001']) {
      expect(raw).not.toContain(`(${words}`);
      expect(raw.toUpperCase()).not.toContain(Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase());
    }
    await withFile(bytes, (file) => {
      const open = `${file}.open.pdf`;
      runTool('qpdf', [`--password=${PASSWORD}`, '--decrypt', file, open]);
      const unlocked = readFileSync(open);
      rmSync(open);
      return Promise.all([structureOf(unlocked), structureOf(built.bytes), infoOf(unlocked), infoOf(built.bytes)]).then(
        ([after, before, info, original]) => {
          for (const key of ['labels', 'outline', 'links'] as const) expect(after[key]).toEqual(before[key]);
          const title = (text: string) => /Title:.*/.exec(text)?.[0];
          expect(title(info)).toBe(title(original));
        },
      );
    });
  });

  it('is known to the readers with its pictures left out', async () => {
    const { bytes, made } = await locked(PASSWORD);
    const gapped = await withoutPictures(asFile(bytes), made.pictures);
    expect(gapped.bytes.length).toBeLessThan(bytes.length / 2);
    await expect(readers.pdfTexts(gapped)).rejects.toSatisfy(
      (error) => isAppError(error) && error.code === 'pdf-password',
    );
    expect(await readers.pdfTexts({ ...gapped, password: PASSWORD })).toEqual(await readers.pdfTexts(built.bytes));
  });

  it('asks for a good one', async () => {
    await expect(locked('short')).rejects.toSatisfy((error) => isAppError(error) && error.code === 'pdf-password-weak');
  });
});

describe('the manifest to read', () => {
  it('names every file and source with its hash', async () => {
    const { plan, packet, papers } = built;
    const manifest = manifestOf({
      packet,
      fileName: 'appeal-packet-v2.pdf',
      plan,
      stamps: { first: '0001', last: '0018' },
      copies: [],
      papers: new Map(papers.map(({ document }) => [document.id as string, document])),
    });
    const bytes = await manifestPdf(manifest, FONTS);
    expect(await checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors');
    const text = (await pageTexts(bytes)).join('\n');
    for (const hash of [packet.sha256, ...papers.map(({ document }) => document.sha256)]) expect(text).toContain(hash);
    expect(text).toContain('sha256sum');
  });
});

/** A page drawn by poppler. */
function picture(bytes: Uint8Array, page: number): Promise<Buffer> {
  return withFile(bytes, (file) => {
    const { stdout } = spawnSync('pdftoppm', ['-png', '-r', '100', '-f', String(page), '-l', String(page), file], {
      maxBuffer: 1 << 26,
    });
    return stdout;
  });
}
