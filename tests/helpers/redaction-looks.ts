// Looks at redacted pages with poppler and qpdf: their pixels, the objects they use, every way a secret could be spelt in a file.
import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import type { FileFormat } from '../../shared/model/document.ts';
import type { Page } from '../../shared/model/page.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import { withFile } from './packet-pdf.ts';
import { runTool } from './pdf.ts';

/** Grey pixels of a page, 100 to the inch, from its top left. */
export interface Grey {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

const DPI = 100;

/** A page of a PDF as PNG. */
export function pngOfPage(bytes: Uint8Array, page: number, dpi: number): Promise<Buffer> {
  return withFile(bytes, (file) => {
    const args = ['-cropbox', '-f', String(page), '-l', String(page), '-r', String(dpi), '-singlefile', '-png'];
    runTool('pdftoppm', [...args, file, `${file}.page`]);
    return readFileSync(`${file}.page.png`);
  });
}

/** A page of a PDF as grey pixels. The packet may have added a strip below it. */
export async function greyOfPage(bytes: Uint8Array, page: number): Promise<Grey> {
  return greyOf(sharp(await pngOfPage(bytes, page, DPI)));
}

/** The source page as grey pixels of the size it has in the packet. */
export async function greyOfSource(bytes: Uint8Array, format: FileFormat, page: Page): Promise<Grey> {
  if (format === 'pdf') return greyOfPage(bytes, page.pageNumber);
  const width = Math.round((page.widthPt / 72) * DPI);
  return greyOf(sharp(bytes).resize({ width }));
}

async function greyOf(image: Sharp): Promise<Grey> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error('not grey');
  return { pixels: data, width: info.width, height: info.height };
}

/** The brightest pixel within a box, but for its outermost pixels. */
export function brightestIn(grey: Grey, box: PageBox): number {
  let brightest = 0;
  for (const at of pixelsOf(grey, box, -1)) brightest = Math.max(brightest, grey.pixels[at] ?? 0);
  return brightest;
}

/** Mean difference outside the boxes (with some pixels around them) and above the stamps, 0 to 255. */
export function differenceOutside(a: Grey, b: Grey, boxes: readonly PageBox[], page: Page): number {
  const left = new Set(boxes.flatMap((box) => [...pixelsOf(a, box, 4)]));
  const width = Math.min(a.width, b.width);
  const rows = Math.floor(Math.min(((page.heightPt - 60) / 72) * DPI, a.height, b.height));
  let sum = 0;
  let count = 0;
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (left.has(y * a.width + x)) continue;
      sum += Math.abs((a.pixels[y * a.width + x] ?? 0) - (b.pixels[y * b.width + x] ?? 0));
      count += 1;
    }
  return sum / count;
}

function* pixelsOf({ width, height }: Grey, box: PageBox, more: number): Generator<number> {
  const scale = DPI / 72;
  for (let y = Math.ceil(box.y * scale) - more; y < Math.floor((box.y + box.h) * scale) + more; y += 1)
    for (let x = Math.ceil(box.x * scale) - more; x < Math.floor((box.x + box.w) * scale) + more; x += 1)
      if (x >= 0 && y >= 0 && x < width && y < height) yield y * width + x;
}

type Json = Record<string, unknown>;

/** How many pictures and forms a page uses, those within its forms included, by qpdf. */
export function objectsOn(
  bytes: Uint8Array,
  page: number,
): Promise<{ images: number; forms: number; annotations: number }> {
  return withFile(bytes, (file) => {
    const json = JSON.parse(runTool('qpdf', ['--json=2', '--json-stream-data=none', file])) as Json;
    const objects = (json.qpdf as Json[])[1] as Record<string, { value?: Json; stream?: { dict: Json } }>;
    const resolved = (ref: unknown): Json => {
      if (typeof ref !== 'string') return (ref ?? {}) as Json;
      const object = objects[`obj:${ref}`];
      return object?.stream?.dict ?? object?.value ?? {};
    };
    const count = { images: 0, forms: 0, annotations: 0 };
    const look = (resources: Json) => {
      for (const ref of Object.values(resolved(resources['/XObject']))) {
        const object = resolved(ref);
        count[object['/Subtype'] === '/Image' ? 'images' : 'forms'] += 1;
        if (object['/Resources'] !== undefined) look(resolved(object['/Resources']));
      }
    };
    const node = resolved((json.pages as Json[])[page - 1]?.object);
    count.annotations = ((node['/Annots'] ?? []) as unknown[]).length;
    look(resolved(node['/Resources']));
    return count;
  });
}

/** All the ways a text may be written in the objects of a PDF: plain, UTF-16, hexadecimal. */
export function spellings(secret: string): string[] {
  const utf16 = Buffer.from(secret, 'utf16le').swap16();
  return [secret, utf16.toString('latin1'), Buffer.from(secret, 'latin1').toString('hex'), utf16.toString('hex')];
}

/** How many pictures the file holds, used or not, by qpdf. */
export function picturesIn(bytes: Uint8Array): Promise<number> {
  return withFile(bytes, (file) => {
    const json = JSON.parse(runTool('qpdf', ['--json=2', '--json-stream-data=none', file])) as Json;
    const objects = (json.qpdf as Json[])[1] as Record<string, { stream?: { dict: Json } }>;
    return Object.values(objects).filter(({ stream }) => stream?.dict['/Subtype'] === '/Image').length;
  });
}
