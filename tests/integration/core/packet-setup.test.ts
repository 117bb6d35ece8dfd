// The setup of a packet through the core: what the user arranges is what another reader finds in the file; the preview shows the same pages.
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packetPath, packetPreviewPath } from '../../../shared/contract/assets.ts';
import type { CaseId, DocumentId } from '../../../shared/ids.ts';
import { PacketPreset, type PacketSetup } from '../../../shared/model/packet-setup.ts';
import { scansPdf } from '../../helpers/copy-packets.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { withFile } from '../../helpers/packet-pdf.ts';
import { runTool } from '../../helpers/pdf.ts';

let app: TestCore;
let caseId: CaseId;
let denial: DocumentId;
let chart: DocumentId;

const paper = (name: string) => readFile(new URL(`../../fixtures/papers/${name}.txt`, import.meta.url), 'utf8');
const client = () => app.client.packets;
const preflight = () => client().preflight({ caseId });

async function change(more: Partial<PacketSetup>): Promise<PacketSetup> {
  const { setup } = await client().getSetup({ caseId });
  return (await client().setSetup({ caseId, setup: { ...setup, ...more } })).case.packet;
}

/** The text of each page of a newly built draft, by poppler. */
async function builtTexts(): Promise<readonly string[]> {
  const { jobId } = await client().build({ caseId, draft: true });
  const { result, error } = await endOf(app.client, jobId);
  expect(error).toBeUndefined();
  const packet = (await client().list({ caseId })).find(({ id }) => id === result?.packetId)!;
  const { bytes } = await app.core.asset(packetPath(packet.id));
  const text = await withFile(bytes, (file) => runTool('pdftotext', ['-layout', file, '-']));
  const pages = text.split('\f').slice(0, -1);
  expect(pages).toHaveLength(packet.pageCount);
  return pages;
}

beforeAll(async () => {
  app = await startUnlocked();
  await bringIn(app, [
    { fileName: 'denial.txt', bytes: await paper('001-ketamine-depression-denial') },
    { fileName: 'letter.txt', bytes: await paper('007-letter-of-medical-necessity') },
    { fileName: 'policy.txt', bytes: await paper('009-quillback-policy-bh207') },
    { fileName: 'chart.pdf', bytes: await scansPdf(['chart one', 'chart two', 'chart three', 'chart four']) },
  ]);
  const papers = await app.client.documents.list({});
  denial = papers.find(({ kind }) => kind === 'denial-letter')!.id;
  chart = papers.find(({ fileName }) => fileName === 'chart.pdf')!.id;
  caseId = (await app.client.cases.create({ documentId: denial })).case.id;
  await app.client.cases.setAttachments({ id: caseId, documentIds: [chart] });
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

describe('a setup', () => {
  it('starts as the preset that fits, with what there is to know of it', async () => {
    const { setup, suggested, presets } = await client().getSetup({ caseId });
    expect(setup.preset).toBe('internal-appeal');
    expect(suggested).toBe('internal-appeal');
    expect(presets.map(({ id }) => id)).toContain('external-review');
    const { order, excluded, paperPages } = await preflight();
    expect(order).toContain(chart);
    expect(excluded).toEqual([]);
    expect(paperPages[chart]).toBe(4);
  });

  it('arranges the file: order, numbers, names, ranges, two exhibits of one paper, stamps, foot line', async () => {
    await change({
      labels: 'numbers',
      stamping: { prefix: 'DOE-', start: 101, digits: 6 },
      parts: ['index', 'letter', 'matrix'],
      marks: { highlights: 'none', confidentiality: 'Private: for the reviewer alone' },
      exhibits: [
        {
          key: chart,
          documentId: chart,
          ranges: [
            { from: 4, to: 4 },
            { from: 1, to: 2 },
          ],
          title: 'The chart',
          excluded: false,
        },
        { key: denial, documentId: denial, excluded: false },
        { key: `${chart}#2`, documentId: chart, ranges: [{ from: 3, to: 3 }], excluded: false },
      ],
    });
    const texts = await builtTexts();
    expect(texts[0]).toContain('Index of exhibits');
    const tabs = texts.flatMap((text, index) => (/^\s*EXHIBIT\s*$/m.test(text) ? [index] : []));
    expect(tabs.length).toBeGreaterThanOrEqual(3);
    const first = tabs[0] ?? 0;
    expect(texts[first]).toContain('The chart');
    expect(texts.slice(first + 1, first + 4).map((text) => /chart (\w+)/.exec(text)?.[1])).toEqual([
      'four',
      'one',
      'two',
    ]);
    expect(texts[first + 1]).toContain('Exhibit 1 · page 1 of 3');
    expect(texts[tabs[1]! + 1]).toMatch(/Exhibit 2 · page 1 of \d/);
    expect(texts[tabs[2]! + 1]).toContain('Exhibit 3 · page 1 of 1');
    expect(texts[tabs[2]! + 1]).toContain('chart three');
    texts.forEach((text, index) => {
      expect(text).toContain(`DOE-${String(101 + index).padStart(6, '0')}`);
      expect(text).toContain('Private: for the reviewer alone');
    });
    const toc = texts[0] ?? '';
    expect(toc).toMatch(new RegExp(`The chart[\\s\\S]*DOE-${String(102 + first).padStart(6, '0')}`));
  }, 60_000);

  it('leaves a paper out, and tells what still points at it', async () => {
    const { setup } = await client().getSetup({ caseId });
    await client().setSetup({
      caseId,
      setup: {
        ...setup,
        exhibits: setup.exhibits.map((each) => (each.key === denial ? { ...each, excluded: true } : each)),
      },
    });
    const { problems, exhibits, excluded, canFinal } = await preflight();
    expect(exhibits.some(({ documentId }) => documentId === denial)).toBe(false);
    expect(excluded.map(({ key }) => key)).toEqual([denial]);
    expect(canFinal).toBe(false);
    expect(problems.find(({ code }) => code === 'page-left-out')?.go).toEqual({ at: 'exhibit', key: denial });
    await client().setSetup({ caseId, setup });
    expect((await preflight()).problems.some(({ code }) => code === 'page-left-out')).toBe(false);
  });

  it('is tidied before it is kept', async () => {
    const kept = await change({
      parts: ['letter', 'letter', 'index'],
      stamping: { prefix: ' A\nB', start: 1, digits: 4 },
    });
    expect(kept.parts).toEqual(['letter', 'index']);
    expect(kept.stamping.prefix).toBe('A B');
  });

  it('follows a preset; titles and pages stay, the order is the preset’s', async () => {
    const { case: value } = await client().choosePreset({ caseId, preset: 'fax' });
    expect(value.packet.parts[0]).toBe('cover');
    expect(value.packet.exhibits.find(({ key }) => key === chart)?.title).toBe('The chart');
    expect(value.packet.exhibits[0]?.key).toBe(denial);
    const texts = await builtTexts();
    expect(texts[0]).toContain('Fax');
    expect(texts[0]).toContain(`${texts.length}, including this sheet`);
    expect(texts[0]).not.toMatch(/ketamine|depress/i);
  }, 60_000);
});

describe('each preset', () => {
  it.each(PacketPreset.options)(
    '%s makes a packet that passes its checks',
    async (preset) => {
      await client().choosePreset({ caseId, preset });
      const { setup } = await client().getSetup({ caseId });
      const texts = await builtTexts();
      const all = texts.join('\n');
      expect(all.includes('Cover sheet') || all.includes('including this sheet')).toBe(setup.parts.includes('cover'));
      expect(all.includes('Index of exhibits')).toBe(setup.parts.includes('index'));
      expect(all.includes('To the Appeals Reviewer')).toBe(preset !== 'claim-file-request');
      if (preset === 'claim-file-request') expect(all).toMatch(/claim file/i);
      if (preset === 'attorney-record') expect(texts.every((text) => /AR-\d{6}/.test(text))).toBe(true);
    },
    60_000,
  );
});

describe('the preview', () => {
  it('lists the pages of the packet as they will be stamped and draws each', async () => {
    const { pages, state } = await client().pages({ caseId });
    const texts = await builtTexts();
    expect(pages).toHaveLength(texts.length);
    for (const [index, { stamp }] of pages.entries()) expect(texts[index]).toContain(stamp);
    const at = pages.findIndex(({ documentId, pageNumber }) => documentId === chart && pageNumber === 2);
    for (const page of [1, at, at + 1]) {
      const { bytes, mediaType } = await app.core.asset(packetPreviewPath(caseId, page, state));
      expect(mediaType).toBe('image/jpeg');
      const { width = 0, height = 0 } = await sharp(bytes).metadata();
      expect(width).toBe(1100);
      expect(height / width).toBeCloseTo(11 / 8.5, 1);
    }
    await expect(app.core.asset(packetPreviewPath(caseId, pages.length + 1, state))).rejects.toMatchObject({
      code: 'page-not-found',
    });
  }, 60_000);

  it('has another state once anything on a page changes, and the same when nothing does', async () => {
    const before = await client().pages({ caseId });
    expect((await client().pages({ caseId })).state).toBe(before.state);
    await change({ stamping: { prefix: 'X', start: 1, digits: 4 } });
    const after = await client().pages({ caseId });
    expect(after.state).not.toBe(before.state);
    expect(after.pages[0]?.stamp).toBe('X0001');
  });

  it('shows what the built file shows, dot for dot', async () => {
    await change({
      parts: ['letter', 'index'],
      marks: { highlights: 'highlight-and-notes', confidentiality: 'Private' },
    });
    const { pages, state } = await client().pages({ caseId });
    const { jobId } = await client().build({ caseId, draft: false });
    const job = await endOf(app.client, jobId);
    expect(job.error).toBeUndefined();
    const packet = (await client().list({ caseId })).find(({ id }) => id === job.result?.packetId)!;
    for (const page of [1, pages.length]) {
      const [shown, built] = await Promise.all(
        [packetPreviewPath(caseId, page, state), `packet-page/${packet.id}/${page}`].map(async (path) =>
          sharp((await app.core.asset(path)).bytes)
            .greyscale()
            .raw()
            .toBuffer(),
        ),
      );
      const off = shown!.reduce((sum, value, index) => sum + Math.abs(value - built![index]!), 0) / shown!.length;
      expect(off).toBeLessThan(0.5);
    }
  }, 60_000);
});
