// Long work: started, watched, cancelled; each job is a durable row of the vault and ends exactly once.
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { JobId } from '../../shared/ids.ts';
import type { Job, JobKind, JobResult } from '../../shared/model/job.ts';
import type { JobTable } from '../vault/types.ts';
import { newJobId } from './new-id.ts';
import { toAppError } from './to-app-error.ts';

export interface JobContext {
  readonly signal: AbortSignal;
  /** Tells how far the work is; cheap to call often. */
  readonly report: (stage: string, done: number, total: number) => void;
}

export interface JobRunner {
  /** Starts work and returns at once. `input` is kept with the row, so that the work can go on after a crash. */
  start(table: JobTable, kind: JobKind, input: unknown, run: (context: JobContext) => Promise<JobResult>): JobId;
  list(): readonly Job[];
  /** Yields the job whenever it changes; the last value is the ended job. Throws job-not-found. */
  watch(id: JobId, signal?: AbortSignal): AsyncGenerator<Job, void, void>;
  /** Asks the job to stop. Throws job-not-found. */
  cancel(id: JobId): void;
  /** Waits for the end of a job. Throws job-not-found. */
  finished(id: JobId): Promise<Job>;
  /** Cancels everything and waits until no job touches the vault any more. */
  stopAll(): Promise<void>;
}

interface RunningJob {
  job: Job;
  readonly abort: AbortController;
  readonly end: Promise<void>;
  readonly listeners: Set<() => void>;
}

/** A runner with no jobs. */
export function createJobRunner(): JobRunner {
  const running = new Map<JobId, RunningJob>();
  const entryOf = (id: JobId) => {
    const entry = running.get(id);
    if (entry === undefined) throw new AppError('job-not-found');
    return entry;
  };

  const start: JobRunner['start'] = (table, kind, input, run) => {
    const id = newJobId();
    const abort = new AbortController();
    const listeners = new Set<() => void>();
    const { promise: end, resolve: ended } = Promise.withResolvers<void>();
    const entry: RunningJob = {
      job: { id, kind, state: 'running', progress: { stage: 'Starting', done: 0, total: 1 } },
      abort,
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
      table.save(withoutText(ended), undefined);
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
    cancel: (id) => entryOf(id).abort.abort(),
    finished: async (id) => {
      const entry = entryOf(id);
      await entry.end;
      return entry.job;
    },
    stopAll: async () => {
      for (const entry of running.values()) entry.abort.abort();
      await Promise.all([...running.values()].map((entry) => entry.end));
      running.clear();
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
