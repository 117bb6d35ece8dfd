// The query client: what is true lives in the vault; the window asks, shows, and asks again.
import { notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isAppError } from '../../shared/errors.ts';
import { isHostLost, sentenceFor } from './errors.ts';

/** Makes the client. `onLost` is called when the host is gone, `onLocked` when the vault was locked elsewhere. */
export function createQueryClient(events: { readonly onLost: () => void; readonly onLocked: () => void }): QueryClient {
  const hear = (error: unknown): boolean => {
    if (isHostLost(error)) events.onLost();
    else if (isAppError(error) && error.code === 'vault-locked') events.onLocked();
    else return false;
    return true;
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: hear }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (hear(error) || mutation.meta?.silent === true) return;
        notifications.show({
          color: 'red',
          title: 'That did not work',
          message: sentenceFor(error),
          autoClose: 10_000,
        });
      },
    }),
    defaultOptions: {
      // The host is this computer: no retries hide a fault, and “offline” has no meaning here.
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, staleTime: 2_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
