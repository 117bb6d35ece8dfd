// Following jobs on a real runner: every change arrives, one stream at a time, until nothing runs.
import { expect, test } from 'vitest';
import { createJobRunner } from '../../../electron/core/jobs.ts';
import type { JobTable } from '../../../electron/vault/types.ts';
import { followJobs } from '../../../renderer/bridge/follow-jobs.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Job } from '../../../shared/model/job.ts';

test('two jobs: both are seen to end', async () => {
  const runner = createJobRunner();
  const table = { save: () => undefined } as unknown as JobTable; // the rows are not looked at here
  let streams = 0;
  let mostStreams = 0;
  // The two calls that are used, over the runner itself instead of a wire.
  const client = {
    jobs: {
      list: async () => runner.list(),
      watch: async ({ id }: { id: Job['id'] }, { signal }: { signal: AbortSignal }) =>
        (async function* () {
          streams += 1;
          mostStreams = Math.max(mostStreams, streams);
          yield* runner.watch(id, signal);
          streams -= 1;
        })(),
    },
  } as unknown as Client;

  const gate = Promise.withResolvers<void>();
  const first = runner.start(table, 'import', {}, async ({ report }) => {
    report('Reading', 1, 2);
    await gate.promise;
    return {};
  });
  const second = runner.start(table, 'packet', {}, async () => {
    await gate.promise;
    throw new Error('broken');
  });

  const seen: (readonly Job[])[] = [];
  const following = followJobs(client, (jobs) => seen.push(jobs), new AbortController().signal);
  gate.resolve();
  await following;

  const last = new Map(seen.at(-1)?.map((job) => [job.id, job.state]));
  expect(last).toEqual(
    new Map([
      [first, 'done'],
      [second, 'failed'],
    ]),
  );
  expect(seen.flat().some((job) => job.progress.stage === 'Reading')).toBe(true);
  expect(mostStreams).toBe(1);
});
