// Long work: started, watched, cancelled; each job is a durable row of the vault and ends exactly once.
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { JobId } from '../../shared/ids.ts';
import type { Job, JobKind, JobResult } from '../../shared/model/job.ts';
import type { JobTable, Vault } from '../vault/types.ts';
import { newJobId } from './new-id.ts';
import { toAppError } from './to-app-error.ts';

export interface JobContext {
  readonly signal: AbortSignal;
  /** Tells how far the work is; cheap to call often. */
  readonly report: (stage: string, done: number, total: number) => void;
}

/** A job whose row still says running although nobody works on it: a lock or a crash came between. */
export interface CutOffJob {
  readonly id: JobId;
  readonly input: unknown;
}

export interface JobRunner {
  /** Starts work and returns at once. `input` is kept with the row, so that the work can go on after a lock or a crash; then `id` is that of the row. */
  start(
    table: JobTable,
    kind: JobKind,
    input: unknown,
    run: (context: JobContext) => Promise<JobResult>,
    id?: JobId,
  ): JobId;
  /** Says how a job of this kind goes on that was cut off; `goOn` answers false when there is nothing to go on with. */
  resumes(kind: JobKind, goOn: (job: CutOffJob, vault: Vault) => boolean): void;
  /** Goes on with the jobs that were cut off; those nobody goes on with end as cancelled. */
  takeUp(vault: Vault): void;
  list(): readonly Job[];
  /** Yields the job whenever it changes; the last value is the ended job. Throws job-not-found. */
  watch(id: JobId, signal?: AbortSignal): AsyncGenerator<Job, void, void>;
  /** Asks the job to stop. Throws job-not-found. */
  cancel(id: JobId): void;
  /** Waits for the end of a job. Throws job-not-found. */
  finished(id: JobId): Promise<Job>;
  /** Stops everything and waits until no job touches the vault any more. Jobs that can go on later stay running in their rows. */
  stopAll(): Promise<void>;
}

interface RunningJob {
  job: Job;
  readonly abort: AbortController;
  /** Somebody said that it is not wanted any more. */
  isUnwanted: boolean;
  readonly end: Promise<void>;
  readonly listeners: Set<() => void>;
}

/** A runner with no jobs. */
export function createJobRunner(): JobRunner {
  const running = new Map<JobId, RunningJob>();
  const goOn = new Map<JobKind, (job: CutOffJob, vault: Vault) => boolean>();
  let isStopping = false;
  const entryOf = (id: JobId) => {
    const entry = running.get(id);
    if (entry === undefined) throw new AppError('job-not-found');
    return entry;
  };

  const start: JobRunner['start'] = (table, kind, input, run, id = newJobId()) => {
    const abort = new AbortController();
    const listeners = new Set<() => void>();
    const { promise: end, resolve: ended } = Promise.withResolvers<void>();
    const entry: RunningJob = {
      job: { id, kind, state: 'running', progress: { stage: 'Starting', done: 0, total: 1 } },
      abort,
      isUnwanted: false,
      end,
      listeners,
    };
    const change = (job: Job) => {
      entry.job = job;
      for (const listener of listeners) listener();
    };
    const report = (stage: string, done: number, total: number) => {
      if (entry.job.state === 'running') change({ ...entry.job, progress: { stage, done, total } });
    };
    running.set(id, entry);
    table.save(entry.job, input);

    const conclude = async () => {
      const outcome = await outcomeOf(() => run({ signal: abort.signal, report }), abort.signal);
      const ended: Job = { ...entry.job, ...outcome };
      const isCutOff = isStopping && !entry.isUnwanted && outcome.state === 'cancelled' && goOn.has(kind);
      if (!isCutOff) table.save(withoutText(ended), undefined);
      change(ended);
    };
    // Saving the row can fail too (disk full): the job then still ends for whoever watches it.
    conclude()
      .catch((cause) => change({ ...entry.job, state: 'failed', error: errorOf(cause) }))
      .finally(ended);
    return id;
  };

  return {
    start,
    resumes: (kind, how) => void goOn.set(kind, how),
    takeUp: (vault) => {
      for (const job of vault.jobs.running()) {
        if (running.has(job.id)) continue;
        if (goOn.get(job.kind)?.({ id: job.id, input: vault.jobs.input(job.id) }, vault) === true) continue;
        vault.jobs.save(withoutText({ ...job, state: 'cancelled' }), undefined);
      }
    },
    list: () => [...running.values()].map((entry) => entry.job),
    watch: async function* (id, signal) {
      const entry = entryOf(id);
      for (;;) {
        const { promise: changed, resolve } = Promise.withResolvers<void>();
        entry.listeners.add(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
        const seen = entry.job;
        try {
          yield seen;
          if (seen.state !== 'running' || signal?.aborted) return;
          if (entry.job === seen) await changed;
        } finally {
          entry.listeners.delete(resolve);
        }
      }
    },
    cancel: (id) => {
      const entry = entryOf(id);
      entry.isUnwanted = true;
      entry.abort.abort();
    },
    finished: async (id) => {
      const entry = entryOf(id);
      await entry.end;
      return entry.job;
    },
    stopAll: async () => {
      isStopping = true;
      for (const entry of running.values()) entry.abort.abort();
      await Promise.all([...running.values()].map((entry) => entry.end));
      running.clear();
      isStopping = false;
    },
  };
}

async function outcomeOf(
  run: () => Promise<JobResult>,
  signal: AbortSignal,
): Promise<Pick<Job, 'state' | 'result' | 'error'>> {
  try {
    const result = await run();
    return { state: signal.aborted ? 'cancelled' : 'done', result };
  } catch (cause) {
    const error = errorOf(cause);
    return { state: error.code === 'cancelled' || signal.aborted ? 'cancelled' : 'failed', error };
  }
}

function errorOf(cause: unknown): { code: ErrorCode; sentence: string } {
  const error = toAppError(cause);
  return { code: error.code, sentence: error.message };
}

/** The stored row keeps no file names beyond what the documents table holds anyway. */
function withoutText(job: Job): Job {
  return { ...job, progress: { ...job.progress, stage: '' } };
}
