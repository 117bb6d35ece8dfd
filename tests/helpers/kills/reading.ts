// Killed while a scan of two pages is read by OCR.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { DocumentId } from '../../../shared/ids.ts';
import { expectSound, type Operation, type RunningCore, settle } from './rounds.ts';
import { follow, importPaths, quickVault, unlock } from './vaults.ts';

const PAGES = 2;

/** Each round brings the same two pictures as another file. */
export async function reading(dir: string): Promise<Operation> {
  const vaultDir = join(dir, 'vault');
  const folder = join(dir, 'scans');
  mkdirSync(folder);
  await quickVault(vaultDir);
  const pictures = await Promise.all(
    ['Your claim was denied on March 3.', 'Call us at the number below.'].map(picture),
  );
  let promised = 0;
  let offered = 0;
  /** The words of every page that was ever there, and of the first reading, which nothing cut off. */
  const seen = new Map<string, string>();
  const reference = new Map<number, string>();

  const wordsOf = async ({ client }: RunningCore, id: DocumentId, pageNumber: number) =>
    (await client.documents.page({ id, pageNumber })).words.map(({ text }) => text).join(' ');
  const look = async (core: RunningCore) => {
    for (const { id } of await core.client.documents.list({})) {
      for (const { pageNumber } of (await core.client.documents.get({ id })).pages) {
        const key = `${id} ${pageNumber}`;
        const words = await wordsOf(core, id, pageNumber);
        expect(seen.get(key) ?? words).toBe(words);
        seen.set(key, words);
      }
    }
  };
  return {
    name: 'reading',
    vaultDir,
    opensVault: true,
    open: unlock,
    check: async (core) => {
      // Pages that were there stay as they were, also while the others are being read.
      await look(core);
      await settle(core.client);
      await look(core);
      const papers = await core.client.documents.list({});
      expect(papers.filter(({ state, pageCount }) => state !== 'ready' || pageCount !== PAGES)).toEqual([]);
      expect(papers.length).toBeGreaterThanOrEqual(promised);
      expect(papers.length).toBeLessThanOrEqual(offered);
      expect(seen.size).toBe(papers.length * PAGES);
      for (const [key, words] of seen) {
        const pageNumber = Number(key.split(' ')[1]);
        expect(words).toMatch(pageNumber === 1 ? /claim was denied/ : /number below/);
        expect(reference.get(pageNumber) ?? words).toBe(words);
        reference.set(pageNumber, words);
      }
      await expectSound(core, vaultDir);
    },
    work: async (core, round) => {
      const path = join(folder, `scan-${round}.pdf`);
      writeFileSync(path, await scan(pictures, `round ${round}`));
      offered += 1;
      const id = await importPaths(core, [path]);
      promised += 1;
      const { result } = await follow(core, id, () => look(core));
      expect(result?.outcomes?.[0]).toMatchObject({ status: 'imported', pageCount: PAGES });
    },
  };
}

/** A strip of a scanned page with one line of type. */
async function picture(text: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200"><rect width="900" height="200" fill="#f4f1ea"/><text x="40" y="110" font-family="DejaVu Sans" font-size="40">${text}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

async function scan(pictures: readonly Buffer[], title: string): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.setTitle(title);
  for (const bytes of pictures)
    file.addPage([432, 96]).drawImage(await file.embedJpg(bytes), { x: 0, y: 0, width: 432, height: 96 });
  return file.save();
}
