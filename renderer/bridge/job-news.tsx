// Tells of work that ended while the person is on another screen than the one that reports it.
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { Job } from '../../shared/model/job.ts';
import { hrefOf, type Route } from '../navigation/routes.ts';
import { readsPapers, useJobs } from './jobs.tsx';

/** Shows one notice per ended job, unless its own screen is open. */
export function useJobNews(route: Route): void {
  const { ended } = useJobs();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const job of ended) {
      if (told.current.has(job.id)) continue;
      told.current.add(job.id);
      const place = placeOf(job);
      if (isThere(route, place)) continue;
      notifications.show({
        color: job.state === 'failed' ? 'red' : 'pine',
        message: (
          <>
            {sentenceOf(job)}{' '}
            <Anchor href={hrefOf(place)} underline="always" inherit>
              Show
            </Anchor>
          </>
        ),
        autoClose: 12_000,
      });
    }
  }, [ended, route]);
}

/** The screen that reports a job. */
function placeOf(job: Job): Route {
  const caseId = job.result?.caseId;
  if (job.kind === 'backup' || job.kind === 'restore' || job.kind === 'verify') return { screen: 'vault' };
  if (readsPapers(job) || caseId === undefined) return { screen: 'papers' };
  return { screen: 'case', id: caseId, tab: 'packet' };
}

function isThere(route: Route, place: Route): boolean {
  if (place.screen !== 'case') return route.screen === place.screen;
  return route.screen === 'case' && route.id === place.id && route.tab === place.tab;
}

function sentenceOf(job: Job): string {
  if (job.state === 'failed') return job.error?.sentence ?? 'A task did not finish.';
  if (job.state === 'cancelled') return 'Stopped. What was finished before is kept.';
  if (job.kind === 'backup') return 'The backup is written and was read back.';
  if (job.kind === 'restore') return 'The backup is restored.';
  if (job.kind === 'verify') return 'The vault was checked. See “Vault” for what was found.';
  if (job.kind === 'copy') return 'The files are made and checked.';
  return job.kind === 'packet' ? 'The packet is built and checked.' : 'The papers are read.';
}
