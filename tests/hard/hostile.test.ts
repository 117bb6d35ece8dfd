// Files made to do harm, and sound files spoilt in hundreds of ways (HOSTILE_SEED repeats them, HOSTILE_COUNT says how many), taken into a vault: each is read or
// refused with one plain sentence, none stops the others, no limit is passed, and the vault is whole afterwards.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAX_ENCLOSED, MAX_PAGES } from '../../electron/readers/limits.ts';
import { originalPath } from '../../shared/contract/assets.ts';
import { isErrorCode } from '../../shared/errors.ts';
import type { ImportOutcome } from '../../shared/model/document.ts';
import { bringIn, endOf, startUnlocked, type TestCore } from '../helpers/core.ts';
import { deepMails, deepTexts, growingPdfs, zipBombs } from '../helpers/hostile/monsters.ts';
import { mutated } from '../helpers/hostile/mutate.ts';
import { type Seed, seedsOfPictures, seedsOfWords } from '../helpers/hostile/seeds.ts';
import { chanceOf } from '../letters/chance.ts';

const SEED = Number(process.env.HOSTILE_SEED ?? Date.now() % 1_000_000);
const COUNT = Number(process.env.HOSTILE_COUNT ?? 400);
/** Files given at once. */
const BATCH = 40;

let app: TestCore;
let seeds: readonly Seed[];

beforeAll(async () => {
  process.stderr.write(`\nHOSTILE_SEED=${SEED}\n`);
  seeds = [...(await seedsOfWords()), ...(await seedsOfPictures())];
  app = await startUnlocked();
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

/** Takes the files in and looks at what became of each. Names what is not as promised. */
async function taken(files: readonly Seed[]): Promise<readonly ImportOutcome[]> {
  const job = await bringIn(
    app,
    files.map(({ name, bytes }) => ({ fileName: name, bytes })),
  );
  expect(job.error).toBeUndefined();
  const outcomes = job.result?.outcomes ?? [];
  for (const { name } of files)
    expect(outcomes.filter(({ fileName }) => fileName === name).length, name).toBeGreaterThan(0);
  for (const { fileName, status, error, documentId, pageCount } of outcomes) {
    if (status === 'refused') {
      expect([fileName, isErrorCode(error?.code), error?.sentence.includes('{')]).toEqual([fileName, true, false]);
      expect([fileName, error?.code]).not.toEqual([fileName, 'internal']);
    } else if (status !== 'unpacked') {
      expect([fileName, documentId !== undefined, (pageCount ?? 0) <= MAX_PAGES]).toEqual([fileName, true, true]);
    }
  }
  return outcomes;
}

/** Codes of a reader that had to be ended, with the files that did it: no harm, but worth a look. */
function ended(outcomes: readonly ImportOutcome[]): readonly string[] {
  return outcomes
    .filter(({ error }) => error?.code === 'reader-crashed' || error?.code === 'reader-timeout')
    .map(({ fileName, error }) => `${fileName}: ${error?.code}`);
}

async function expectWholeVault(): Promise<void> {
  const { jobId } = await app.client.upkeep.verify({});
  expect((await endOf(app.client, jobId)).result?.health?.damaged).toEqual([]);
}

it.each([
  ['ZIP bombs', zipBombs],
  ['deep mails', deepMails],
  ['deep texts', deepTexts],
  ['growing PDFs', growingPdfs],
])('%s harm only themselves', async (_name, make) => {
  for (const { name, make: bytesOf } of make()) {
    const monster = { name, bytes: bytesOf() };
    const outcomes = await taken([monster]);
    const story = new Map<string, number>();
    for (const { status, error } of outcomes)
      story.set(error?.code ?? status, (story.get(error?.code ?? status) ?? 0) + 1);
    process.stderr.write(`${monster.name} (${monster.bytes.length} bytes): ${JSON.stringify([...story])}\n`);
    expect(outcomes.length).toBeLessThanOrEqual(MAX_ENCLOSED + 2);
    expect((await taken([{ name: 'next.txt', bytes: Buffer.from(`After ${monster.name}`) }]))[0]?.status).toBe(
      'imported',
    );
  }
  await expectWholeVault();
});

it('files cut off anywhere and files of noise are read or refused', async () => {
  const chance = chanceOf(SEED);
  const cut = seeds.flatMap(({ name, bytes }) =>
    [0, 1, 4, 12, 40, 0.1, 0.5, 0.9, 0.99].map((part) => ({
      name: `cut ${part} ${name}`,
      bytes: bytes.slice(0, part < 1 ? bytes.length * part : part),
    })),
  );
  const noise = seeds.map(({ name, bytes }) => ({
    name: `noise ${name}`,
    bytes: Buffer.concat([bytes.slice(0, chance.whole(0, 64)), randomBytes(chance.whole(1, 20_000))]),
  }));
  const told: string[] = [];
  for (const files of batches([...cut, ...noise])) told.push(...ended(await taken(files)));
  process.stderr.write(`ended readers: ${told.join('; ') || 'none'}\n`);
  await expectWholeVault();
});

it(`${COUNT} spoilt files are read or refused, and what is kept is what was given`, async () => {
  const files = Array.from({ length: COUNT }, (_, index) => {
    const seed = seeds[index % seeds.length] as Seed; // index % length < length
    // Each its own chance: one can be spoilt again without those before it.
    return { name: `${index} ${seed.name}`, bytes: mutated(seed.bytes, chanceOf(SEED + index)) };
  });
  const told: string[] = [];
  const states = new Map<string, number>();
  for (const batch of batches(files)) {
    const outcomes = await taken(batch);
    told.push(...ended(outcomes));
    for (const { fileName, documentId, status, error } of outcomes) {
      states.set(error?.code ?? status, (states.get(error?.code ?? status) ?? 0) + 1);
      const given = batch.find(({ name }) => name === fileName);
      if (given === undefined || documentId === undefined || status === 'duplicate') continue;
      const { bytes } = await app.core.asset(originalPath(documentId));
      expect([fileName, hash(bytes)]).toEqual([fileName, hash(given.bytes)]);
    }
  }
  process.stderr.write(`${JSON.stringify([...states])}\nended readers: ${told.join('; ') || 'none'}\n`);
  await expectWholeVault();
});

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
