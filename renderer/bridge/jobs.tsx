// Running work as the screens see it: progress, cancel, and what each job came to.
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { JobId } from '../../shared/ids.ts';
import type { Job } from '../../shared/model/job.ts';
import { isHostLost } from './errors.ts';
import { followJobs } from './follow-jobs.ts';
import { useHost } from './host-context.tsx';
import { KEYS } from './queries.ts';

/** Screens that show what a job changes ask again this often while it runs, in milliseconds. */
const REFRESH_EVERY_MS = 1500;

export interface Jobs {
  readonly running: readonly Job[];
  /** Jobs that ended while this window watched and were not put away yet, oldest first. */
  readonly ended: readonly Job[];
  /** Call after starting a job. */
  watch(): void;
  cancel(id: JobId): void;
  putAway(id: JobId): void;
}

const JobsContext = createContext<Jobs | undefined>(undefined);

/** Watches jobs for everything below. */
export function JobsProvider({ children }: { readonly children: ReactNode }) {
  const { client } = useHost();
  const queries = useQueryClient();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const [ended, setEnded] = useState<readonly Job[]>([]);
  const seen = useRef<Map<string, Job['state']>>(undefined);
  const refreshedAt = useRef(0);
  const following = useRef<AbortController>(undefined);

  const take = useCallback(
    (list: readonly Job[]) => {
      // What had ended before this window opened is no news.
      const before = seen.current;
      seen.current = new Map(list.map((job) => [job.id, job.state]));
      setJobs(list);
      const news = before === undefined ? [] : list.filter((job) => isNews(job, before));
      if (news.length > 0) {
        setEnded((old) => [...old, ...news]);
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== KEYS.vault[0] });
        return;
      }
      if (performance.now() - refreshedAt.current < REFRESH_EVERY_MS) return;
      refreshedAt.current = performance.now();
      if (list.some((job) => job.state === 'running' && readsPapers(job)))
        void queries.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] === KEYS.documents[0] && queryKey.length <= 2,
        });
    },
    [queries],
  );

  const watch = useCallback(() => {
    following.current?.abort();
    const controller = new AbortController();
    following.current = controller;
    followJobs(client, take, controller.signal).catch((cause: unknown) => {
      // An abort is ours; a lost host or a locked vault is told by the next question a screen asks.
      if (!controller.signal.aborted) void queries.invalidateQueries({ queryKey: KEYS.documents });
      if (!controller.signal.aborted && isHostLost(cause)) setJobs([]);
    });
  }, [client, queries, take]);

  useEffect(() => {
    watch();
    return () => following.current?.abort();
  }, [watch]);

  const value = useMemo<Jobs>(
    () => ({
      running: jobs.filter((job) => job.state === 'running'),
      ended,
      watch,
      cancel: (id) => void client.jobs.cancel({ id }).catch(watch),
      putAway: (id) => setEnded((old) => old.filter((job) => job.id !== id)),
    }),
    [jobs, ended, watch, client],
  );
  return <JobsContext.Provider value={value}>{children}</JobsContext.Provider>;
}

/** The jobs of this window. */
export function useJobs(): Jobs {
  const jobs = useContext(JobsContext);
  if (jobs === undefined) throw new Error('useJobs needs a JobsProvider above it.');
  return jobs;
}

/** Ended, and either seen running before or started since the last look. */
function isNews(job: Job, before: ReadonlyMap<string, Job['state']>): boolean {
  const old = before.get(job.id);
  return job.state !== 'running' && (old === undefined || old === 'running');
}

/** True for work that brings papers in. */
export function readsPapers({ kind }: Pick<Job, 'kind'>): boolean {
  return kind === 'import' || kind === 'sample';
}
