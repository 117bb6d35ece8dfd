// An import of 60 files that is killed while files are stored, and again while they are read, goes on by itself once the vault is open again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startCoreChild } from '../../helpers/core-child.ts';
import { expectSound, settle } from '../../helpers/kills/rounds.ts';
import { importPaths, quickVault, sha256Of, unlock } from '../../helpers/kills/vaults.ts';
import { pagePictures } from '../../helpers/vault-rows.ts';

const FILES = 60;
const dir = mkdtempSync(join(tmpdir(), 'appeal-vault-import-killed-'));
const vaultDir = join(dir, 'vault');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const running = () => {
  const core = startCoreChild(vaultDir);
  return { ...core, client: core.connect() };
};

test('nothing is missing, nothing is there twice, and no page is read twice', async () => {
  const words = await quickVault(vaultDir);
  const texts = Array.from(
    { length: FILES },
    (_, index) => `Letter ${index}. ${'We received your claim. '.repeat(10)}`,
  );
  const paths = texts.map((text, index) => {
    const path = join(dir, `letter-${index}.txt`);
    writeFileSync(path, text);
    return path;
  });

  const first = running();
  await unlock(first);
  const jobId = await importPaths(first, paths);
  for await (const { progress } of await first.client.jobs.watch({ id: jobId }))
    if (progress.stage.startsWith('Storing letter-2')) break;
  await first.kill();
  expect((await pagePictures(vaultDir, words)).size).toBe(0);

  const second = running();
  await unlock(second);
  // The papers that are stored already are read by one job, the rest comes in by another; either may be ahead.
  for (let read = 0; read < FILES / 3; )
    read = (await second.client.documents.list({})).filter(({ state }) => state === 'ready').length;
  await second.kill();
  const readBefore = await pagePictures(vaultDir, words);
  expect(readBefore.size).toBeGreaterThanOrEqual(FILES / 3);
  expect(readBefore.size).toBeLessThan(FILES);

  const third = running();
  await unlock(third);
  await settle(third.client);
  const papers = await third.client.documents.list({});
  expect(papers.map(({ sha256 }) => sha256).sort()).toEqual(texts.map(sha256Of).sort());
  expect(papers.every(({ state, pageCount }) => state === 'ready' && pageCount === 1)).toBe(true);
  await expectSound(third, vaultDir);
  third.send({ kind: 'lock' });
  await third.message('locked');
  await third.kill();

  const readAfter = await pagePictures(vaultDir, words);
  expect(readAfter.size).toBe(FILES);
  for (const [page, picture] of readBefore) expect(readAfter.get(page)).toBe(picture);
});
