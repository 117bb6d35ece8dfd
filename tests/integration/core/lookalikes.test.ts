// The same letter twice in different scans: offered, said in the report of the import, judged, and never dropped.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/ids.ts';
import { bringIn, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { runTool } from '../../helpers/pdf.ts';

const scan = (name: string) => readFileSync(fileURLToPath(new URL(`../../fixtures/scans/${name}`, import.meta.url)));

let app: TestCore;
beforeAll(async () => {
  app = await startUnlocked();
});
afterAll(() => app[Symbol.asyncDispose]());

/** The page of the fax once more, as another machine would scan it: turned a little, greyer, smaller. */
async function scannedAgain(): Promise<Buffer> {
  const stem = `${app.dir}/fax`;
  runTool('pdftoppm', [
    '-r',
    '170',
    '-gray',
    '-png',
    '-singlefile',
    fileURLToPath(new URL('../../fixtures/scans/statement-fax.pdf', import.meta.url)),
    stem,
  ]);
  return sharp(`${stem}.png`)
    .rotate(0.6, { background: '#ddd' })
    .linear(0.8, 20)
    .jpeg({ quality: 60 })
    .withMetadata({ density: 170 })
    .toBuffer();
}

/** A photograph of a thing, without words. */
const photo = (quality: number, width: number) =>
  sharp(
    Buffer.from(
      `<svg width="900" height="700"><rect width="900" height="700" fill="#9ab"/><circle cx="300" cy="260" r="190" fill="#334"/>
       <path d="M520 640 L720 120 L860 640 Z" fill="#765"/><circle cx="690" cy="420" r="60" fill="#eee"/></svg>`,
    ),
  )
    .resize({ width })
    .jpeg({ quality })
    .toBuffer();

const add = async (fileName: string, bytes: Uint8Array) => {
  const { result } = await bringIn(app, [{ fileName, bytes }]);
  const [outcome] = result?.outcomes ?? [];
  if (outcome === undefined) throw new Error('No outcome was told.');
  return outcome;
};
const pairs = async () => (await app.client.lookalikes.list({})).pairs;

test('another scan of a letter is offered; other papers are not', async () => {
  const first = await add('statement.txt', scan('statement-fax.txt'));
  await add('scores.txt', scan('scores-office.txt'));
  expect(await pairs()).toEqual([]);
  const again = await add('again.jpg', await scannedAgain());
  expect(again).toMatchObject({ status: 'imported', looksLike: first.documentId });
  expect(await pairs()).toEqual([{ earlier: first.documentId, later: again.documentId }]);
});

test('the word on a pair is kept, and can be taken back', async () => {
  const [pair] = await pairs();
  const both = { one: pair!.earlier, other: pair!.later };
  await app.client.lookalikes.judge({ ...both, verdict: 'not-same' });
  expect(await pairs()).toEqual([]);
  await app.client.lookalikes.judge(both);
  expect(await pairs()).toEqual([pair]);
  await app.client.documents.trash({ id: pair!.later });
  expect(await pairs()).toEqual([]);
  await app.client.documents.restore({ id: pair!.later });
  expect(await pairs()).toEqual([pair]);
  await app.client.lookalikes.judge({ ...both, verdict: 'keep-both' });
  expect(await pairs()).toEqual([]);
  await expect(app.client.lookalikes.judge({ ...both, other: `d_${'0'.repeat(32)}` as DocumentId })).rejects.toThrow();
});

test('a photograph without words is known by its look', async () => {
  const first = await add('wheelchair.jpg', await photo(90, 900));
  const second = await add('wheelchair small.jpg', await photo(50, 640));
  expect(second.looksLike).toBe(first.documentId);
  expect(await app.client.documents.list({})).toHaveLength(5);
});
