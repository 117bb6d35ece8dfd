// Work that a lock cuts off goes on by itself after the next unlock, once; what the user stopped does not.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endOf, PASSPHRASE, startUnlocked, type TestCore } from '../../helpers/core.ts';
import { textCase } from '../../helpers/text-papers.ts';

/** Another core on the same vault, opened; its jobs with how they ended. */
async function lockAndUnlock(app: TestCore) {
  const next = await app.restart();
  await next.client.vault.unlock({ passphrase: PASSPHRASE });
  const jobs = await Promise.all((await next.client.jobs.list({})).map(({ id }) => endOf(next.client, id)));
  return { next, jobs: jobs.map(({ kind, state }) => `${kind} ${state}`) };
}

test('an import, a packet and a backup are finished after the lock', async () => {
  await using app = await startUnlocked();
  const caseId = await textCase(app);
  const places = join(app.dir, 'places');
  await mkdir(places);
  const path = join(app.dir, 'letter.txt');
  await writeFile(path, 'We received your appeal.');
  await app.client.packets.build({ caseId, draft: true });
  await app.client.backup.start({ folder: places });
  await app.client.documents.import({ tokens: [app.core.addFile({ kind: 'path', path })] });

  const { next, jobs } = await lockAndUnlock(app);
  // A paper that is stored already is read on by a job of its own.
  expect([...new Set(jobs)].sort()).toEqual(['backup done', 'import done', 'packet done']);
  expect(await next.client.packets.list({ caseId })).toHaveLength(1);
  expect(await readdir(places)).toHaveLength(1);
  expect((await next.client.documents.list({})).filter(({ fileName }) => fileName === 'letter.txt')).toMatchObject([
    { state: 'ready' },
  ]);

  // Once done, it is done.
  const again = await lockAndUnlock(next);
  expect(again.jobs).toEqual([]);
  await again.next.core.close();
});

test('what the user stopped stays stopped, also when the lock comes at once', async () => {
  await using app = await startUnlocked();
  const caseId = await textCase(app);
  const { jobId } = await app.client.packets.build({ caseId, draft: true });
  await app.client.jobs.cancel({ id: jobId });
  const { next, jobs } = await lockAndUnlock(app);
  expect(jobs).toEqual([]);
  expect(await next.client.packets.list({ caseId })).toEqual([]);
  await next.core.close();
});
