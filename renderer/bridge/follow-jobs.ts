// Follows running jobs one stream at a time: a browser allows few connections to one address, and pictures need them too.
import type { Client } from '../../shared/contract/contract.ts';
import type { Job } from '../../shared/model/job.ts';

/** While several jobs run, the others' progress is asked for this often, in milliseconds. */
const OTHERS_EVERY_MS = 1000;

/** Reports every change of the list until nothing runs any more. Ends when `signal` is aborted. */
export async function followJobs(
  client: Client,
  onChange: (jobs: readonly Job[]) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    let jobs = await client.jobs.list({}, { signal });
    onChange(jobs);
    const first = jobs.find((job) => job.state === 'running');
    if (first === undefined) return;
    let askedAt = performance.now();
    for await (const job of await client.jobs.watch({ id: first.id }, { signal })) {
      const othersRun = jobs.some((other) => other.id !== job.id && other.state === 'running');
      if (othersRun && performance.now() - askedAt > OTHERS_EVERY_MS) {
        jobs = await client.jobs.list({}, { signal });
        askedAt = performance.now();
      }
      jobs = jobs.map((other) => (other.id === job.id ? job : other));
      onChange(jobs);
    }
  }
}
