// Volumes of a built packet, looked at with qpdf, poppler and pdf.js: real sizes, stamps that go on, links that lead somewhere.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPacket } from '../../../electron/packet/copies/opened-packet.ts';
import { type PlannedVolumes, sizedVolumes } from '../../../electron/packet/copies/volumes.ts';
import { isAppError } from '../../../shared/errors.ts';
import { asFile, type BuiltPacket, builtPacket } from '../../helpers/copy-packets.ts';
import { pageTexts } from '../../helpers/packet-pdf.ts';
import { FONTS } from '../../helpers/packet-sources.ts';
import { elementsOf, elementsWith, pagesSeen, textIn } from '../../helpers/packet-structure.ts';
import { runTool } from '../../helpers/pdf.ts';

const LIMIT = 700_000;
const FOOT_LINE = 'Confidential: contains protected health information';
let folder: string;
let built: BuiltPacket;
let planned: PlannedVolumes;

const plan = async (limitBytes: number) =>
  sizedVolumes({
    packet: built.packet,
    opened: await openPacket(asFile(built.bytes)),
    title: built.plan.title,
    fontsDir: FONTS,
    limitBytes,
    baseName: 'packet',
    footLine: FOOT_LINE,
  });
const fileOf = (volume: number) => join(folder, planned.fileNames[volume - 1]!);
const numbers = () => planned.volumes.map((_, index) => index + 1);

/** Writes a volume as it would be kept. */
async function written(of: PlannedVolumes, volume: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await of.write(volume, (bytes) => void chunks.push(Uint8Array.from(bytes)));
  return Buffer.concat(chunks);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'volumes-test-'));
  built = await builtPacket({ dpi: 110, prefix: 'DOE ' });
  planned = await plan(LIMIT);
  for (const volume of numbers()) writeFileSync(fileOf(volume), await written(planned, volume));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('volumes', () => {
  it('are sound files below the limit, and the same bytes each time', async () => {
    expect(planned.volumes.length).toBeGreaterThan(2);
    for (const volume of numbers()) {
      expect(runTool('qpdf', ['--check', fileOf(volume)])).toContain('No syntax or stream encoding errors');
      expect(readFileSync(fileOf(volume)).length).toBeLessThanOrEqual(LIMIT);
      expect((await written(planned, volume)).equals(readFileSync(fileOf(volume)))).toBe(true);
    }
  });

  it('carry every page once, its stamp printed and its label', async () => {
    const seen: string[] = [];
    for (const volume of numbers()) {
      const texts = await pageTexts(readFileSync(fileOf(volume)));
      const labels = labelsOf(fileOf(volume));
      expect(labels).toHaveLength(texts.length);
      labels.forEach((label, index) => void expect(texts[index]).toContain(label));
      expect(labels.slice(0, 2)).toEqual([`V${volume}-1`, `V${volume}-2`]);
      expect(texts[0]).toContain(`Volume ${volume} of ${planned.volumes.length}`);
      expect(texts[1]).toContain('Index of all volumes');
      for (const own of texts.slice(0, 2)) expect(own).toContain(FOOT_LINE);
      for (const row of built.packet.index) expect(texts[1]).toContain(row.title);
      seen.push(...labels.slice(2));
    }
    expect(seen).toEqual(
      Array.from({ length: built.packet.pageCount }, (_, at) => `DOE ${String(at + 1).padStart(6, '0')}`),
    );
  });

  it('link into each other by file name and named place, and nowhere else', () => {
    const names = new Map(numbers().map((volume) => [planned.fileNames[volume - 1]!, destinationsOf(fileOf(volume))]));
    let across = 0;
    for (const volume of numbers()) {
      const { remote, local, actions } = linksOf(fileOf(volume));
      across += remote.length;
      expect(actions.every((kind) => kind === '/GoToR')).toBe(true);
      for (const { file, name } of remote) {
        expect(file).not.toBe(planned.fileNames[volume - 1]);
        expect(names.get(file)).toContain(name);
      }
      const count = Number(/Pages:\s+(\d+)/.exec(runTool('pdfinfo', [fileOf(volume)]))![1]);
      for (const page of local) expect(page >= 1 && page <= count).toBe(true);
    }
    expect(across).toBeGreaterThan(4);
  });

  it('keep the links of the letter: each leads to the page it names', () => {
    const all = numbers().flatMap((volume) => linksOf(fileOf(volume)).texts);
    const cited = built.packet.index.find(({ label }) => label === 'B')!.fromStamp;
    expect(all.some((text) => text.startsWith(`Go to page ${cited}`))).toBe(true);
  });

  it('have bookmarks of their own pages', () => {
    for (const volume of numbers()) {
      const json = JSON.parse(runTool('qpdf', ['--json=2', '--json-key=outlines', fileOf(volume)]));
      expect(json.outlines[0].title).toBe(`Volume ${volume} of ${planned.volumes.length}`);
      const flat = (nodes: { destpageposfrom1: number | null; kids: [] }[]): (number | null)[] =>
        nodes.flatMap(({ destpageposfrom1, kids }) => [destpageposfrom1, ...flat(kids)]);
      expect(flat(json.outlines).every((page) => page !== null)).toBe(true);
    }
  });

  it('keep what the packet says to somebody who does not see it, behind sheets that say what they are', async () => {
    const whole = await elementsOf(built.bytes);
    const roots = await Promise.all(numbers().map((volume) => elementsOf(readFileSync(fileOf(volume)))));
    const own = ['Volume', 'Index of all volumes'];
    const words = roots.flatMap((root, at) => {
      const [cover, index] = elementsWith(root, 'Sect');
      expect([cover!.title, index!.title]).toEqual([`${own[0]} ${at + 1} of ${roots.length}`, own[1]]);
      expect(textIn(elementsWith(cover!, 'H1')[0]!)).toBe(cover!.title);
      for (const row of elementsWith(index!, 'TR')) expect(elementsWith(row, 'TH', 'TD')).toHaveLength(5);
      const document = elementsWith(root, 'Document')[0]!;
      return document.kids.flatMap((kid) =>
        kid === cover || kid === index || typeof kid === 'string' ? [] : [textIn(kid)],
      );
    });
    expect(words.join(' ')).toBe(textIn(whole));
    for (const volume of numbers()) {
      const info = runTool('pdfinfo', [fileOf(volume)]);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toContain(`(Volume ${volume} of ${roots.length})`);
      // Throws where text belongs to nothing.
      expect(await pagesSeen(readFileSync(fileOf(volume)))).not.toHaveLength(0);
    }
  });

  it('are one alone when all fits, and refused when a page does not', async () => {
    expect((await plan(50_000_000)).volumes).toHaveLength(1);
    await expect(plan(250_000)).rejects.toSatisfy(
      (error) => isAppError(error) && error.code === 'volume-page-too-large',
    );
  });
});

type Json = Record<string, unknown>;

function objectsOf(file: string): {
  readonly objects: Record<string, Json>;
  readonly pages: readonly string[];
  readonly json: Json;
} {
  const json = JSON.parse(runTool('qpdf', ['--json=2', '--json-stream-data=none', file])) as Json;
  return {
    json,
    objects: (json.qpdf as Json[])[1] as Record<string, Json>,
    pages: (json.pages as Json[]).map(({ object }) => String(object)),
  };
}

function labelsOf(file: string): readonly string[] {
  const { json } = objectsOf(file);
  return (json.pagelabels as Json[]).map(({ label }) => String((label as Json)['/P']).replace(/^u:/, ''));
}

function destinationsOf(file: string): readonly string[] {
  return [...runTool('pdfinfo', ['-dests', file]).matchAll(/"(.+)"$/gm)].map(([, name]) => name!);
}

/** All link annotations of a file. `local` are one-based pages. */
function linksOf(file: string) {
  const { objects, pages } = objectsOf(file);
  const annotations = Object.values(objects)
    .map(({ value }) => value as Json | undefined)
    .filter((value): value is Json => (value as Json | undefined)?.['/Subtype'] === '/Link');
  const actions = annotations.flatMap((link) => (link['/A'] === undefined ? [] : [link['/A'] as Json]));
  return {
    texts: annotations.map((link) => String(link['/Contents']).replace(/^u:/, '')),
    actions: actions.map((action) => String(action['/S'])),
    remote: actions.map((action) => ({
      file: String((action['/F'] as Json)['/F']).replace(/^u:/, ''),
      name: String(action['/D']).replace(/^u:/, ''),
    })),
    local: annotations.flatMap((link) =>
      link['/Dest'] === undefined ? [] : [pages.indexOf(String((link['/Dest'] as unknown[])[0])) + 1],
    ),
  };
}
