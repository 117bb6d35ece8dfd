// What the window asks about how the vault is kept: the person's choices and earlier backups.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '../../../shared/model/preferences.ts';
import { useHost } from '../../bridge/host-context.tsx';

const PREFERENCES = ['keeping', 'preferences'];

/** The choices for this vault. */
export function usePreferences() {
  const { client } = useHost();
  return useQuery({ queryKey: PREFERENCES, queryFn: () => client.keeping.preferences({}) });
}

/** Stores a choice; it shows at once. */
export function useChoice() {
  const { client } = useHost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (preferences: Preferences) => client.keeping.setPreferences(preferences),
    onMutate: (preferences) => queries.setQueryData(PREFERENCES, preferences),
    onSettled: () => queries.invalidateQueries({ queryKey: PREFERENCES }),
    scope: { id: 'preferences' },
  });
}

/** The good backups, newest first. The key is below that of the backup, so that both are asked for again together. */
export function useEarlierBackups() {
  const { client } = useHost();
  return useQuery({ queryKey: ['backup', 'earlier'], queryFn: () => client.keeping.backups({}) });
}
