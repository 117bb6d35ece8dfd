// Looks at a packet with qpdf and poppler, which did not write it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { runTool } from './pdf.ts';

/** Gives a function a file with these bytes (made-up papers only) and removes it afterwards. */
export async function withFile<T>(bytes: Uint8Array, use: (file: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'packet-test-'));
  try {
    const file = join(folder, 'packet.pdf');
    writeFileSync(file, bytes);
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const checkedByQpdf = (bytes: Uint8Array) => withFile(bytes, (file) => runTool('qpdf', ['--check', file]));
export const infoOf = (bytes: Uint8Array) => withFile(bytes, (file) => runTool('pdfinfo', [file]));
/** Everything in the file, uncompressed. */
export const expanded = (bytes: Uint8Array) =>
  withFile(bytes, (file) =>
    spawnSync('qpdf', ['--qdf', '--stream-data=uncompress', file, '-'], {
      maxBuffer: 256 * 1024 * 1024,
    }).stdout.toString('latin1'),
  );

/** The text of each page by poppler, in reading order. */
export const pageTexts = (bytes: Uint8Array) =>
  withFile(bytes, (file) => runTool('pdftotext', [file, '-']).split('\f').slice(0, -1));

export interface SeenWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** Words of a page with their boxes, from the top left, and the page's size, by poppler. */
export function wordsOn(
  bytes: Uint8Array,
  page: number,
): Promise<{ width: number; height: number; words: SeenWord[] }> {
  return withFile(bytes, (file) => {
    const html = runTool('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), file, '-']);
    const size = /<page width="([\d.]+)" height="([\d.]+)"/.exec(html);
    const words = [...html.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map(
      ([, x, y, right, bottom, text]) => ({
        text: text!,
        x: Number(x),
        y: Number(y),
        right: Number(right),
        bottom: Number(bottom),
      }),
    );
    return { width: Number(size?.[1]), height: Number(size?.[2]), words };
  });
}

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of a place given in parts of the page, 0 to 1 from the top left. */
  at(x: number, y: number): readonly [number, number, number];
  readonly pixels: Buffer;
}

/** A page drawn by poppler, 300 pixels wide. */
export function rasterOf(bytes: Uint8Array, page: number): Promise<Raster> {
  return withFile(bytes, async (file) => {
    const out = `${file}.ppm`;
    const args = ['-cropbox', '-f', String(page), '-l', String(page), '-r', '72', '-singlefile', '-png'];
    runTool('pdftoppm', [...args, file, out]);
    const { data, info } = await sharp(readFileSync(`${out}.png`))
      .resize({ width: 300 })
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      pixels: data,
      at: (x, y) => {
        const index = 3 * (Math.floor(y * info.height) * info.width + Math.floor(x * info.width));
        return [data[index]!, data[index + 1]!, data[index + 2]!];
      },
    };
  });
}

/** Mean difference of two rasters, 0 to 255, over the part above `until` (0 to 1 of the height). */
export function difference(a: Raster, b: Raster, until: number): number {
  const rows = Math.floor(Math.min(a.height, b.height) * until);
  let sum = 0;
  for (let index = 0; index < rows * a.width * 3; index += 1) sum += Math.abs(a.pixels[index]! - b.pixels[index]!);
  return sum / (rows * a.width * 3);
}

export interface SeenOutline {
  readonly title: string;
  /** One-based. */
  readonly page: number;
  readonly kids: readonly SeenOutline[];
}

export interface SeenStructure {
  readonly labels: readonly string[];
  readonly outline: readonly SeenOutline[];
  /** One-based pages. */
  readonly links: readonly { readonly from: number; readonly to: number }[];
  /** The catalog's keys. */
  readonly catalog: Readonly<Record<string, unknown>>;
}

type Json = Record<string, unknown>;

/** Labels, bookmarks, links and catalog as qpdf reads them. */
export function structureOf(bytes: Uint8Array): Promise<SeenStructure> {
  return withFile(bytes, (file) => {
    const json = JSON.parse(runTool('qpdf', ['--json=2', '--json-stream-data=none', file])) as Json;
    const objects = (json.qpdf as Json[])[1] as Record<string, Json>;
    const resolved = (ref: unknown): Json =>
      typeof ref === 'string' && / R$/.test(ref) ? ((objects[`obj:${ref}`]?.value ?? {}) as Json) : (ref as Json);
    const pages = (json.pages as Json[]).map((page) => String(page.object));
    const pageOf = (dest: unknown) => pages.indexOf(String((dest as unknown[])[0])) + 1;
    const labels = (json.pagelabels as Json[]).map((entry) => String((entry.label as Json)['/P']).replace(/^u:/, ''));
    const links = pages.flatMap((page, index) =>
      ((resolved(page)['/Annots'] ?? []) as unknown[]).map((ref) => ({
        from: index + 1,
        to: pageOf(resolved(ref)['/Dest']),
      })),
    );
    const nodeOf = (node: Json): SeenOutline => ({
      title: String(node.title),
      page: Number(node.destpageposfrom1),
      kids: (node.kids as Json[]).map(nodeOf),
    });
    const trailer = objects.trailer?.value as Json;
    return { labels, links, outline: (json.outlines as Json[]).map(nodeOf), catalog: resolved(trailer['/Root']) };
  });
}
