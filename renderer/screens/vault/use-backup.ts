// What the window asks about backups, the trash and health, and how it starts them.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { JobKind } from '../../../shared/model/job.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { useJobs } from '../../bridge/jobs.tsx';

/** When the last backup was made, and the folder to offer. Asked again after each job. */
export function useBackupStatus() {
  const { client } = useHost();
  return useQuery({ queryKey: ['backup'], queryFn: () => client.backup.status({}) });
}

/** What is in the trash. The key is below that of the papers, so that both are asked for again together. */
export function useTrashed() {
  const { client } = useHost();
  return useQuery({ queryKey: ['documents', 'trash'], queryFn: () => client.upkeep.trash({}) });
}

/** Starts a job of one kind; `last` is the one that ended last while this window watched. */
export function useJobOf<Input>(kind: JobKind, begin: (input: Input) => Promise<unknown>) {
  const { running, ended, watch } = useJobs();
  const start = useMutation({ mutationFn: begin, onSuccess: watch, meta: { silent: true } });
  const isRunning = running.some((job) => job.kind === kind);
  return {
    start: start.mutate,
    error: start.error,
    isBusy: start.isPending || isRunning,
    last: isRunning ? undefined : ended.findLast((job) => job.kind === kind),
  };
}
