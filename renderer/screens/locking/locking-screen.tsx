// Locks: the core process ends and takes the keys with it; then the window forgets everything and starts anew.
import { Group, Loader, Text } from '@mantine/core';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isHostLost } from '../../bridge/errors.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { FrontPage } from '../../parts/front-page.tsx';
import { PageTitle } from '../../parts/page-title.tsx';

/** Locks as soon as it is shown. */
export function LockingScreen() {
  const host = useHost();
  const queries = useQueryClient();
  useEffect(() => {
    const lock = async () => {
      // What was typed a moment ago is saved first.
      await untilSaved(queries);
      queries.clear();
      try {
        await host.client.vault.lock({});
      } catch (cause) {
        // The process may end before its answer is out. Anything else shows after the reload: the vault is then still open.
        if (!isHostLost(cause)) return window.location.reload();
      }
      await host.waitForFreshCore();
      window.location.replace('#/papers');
      window.location.reload();
    };
    void lock();
  }, [host, queries]);
  return (
    <FrontPage>
      <PageTitle screen="Locking">Locking the vault</PageTitle>
      <Group my="lg" role="status">
        <Loader size="sm" aria-hidden="true" />
        <Text>Closing the vault and clearing this window.</Text>
      </Group>
    </FrontPage>
  );
}

/** Longest time a change that is still on its way holds up a lock, in milliseconds. */
const PATIENCE_MS = 3000;

function untilSaved(queries: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      window.clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const look = () => {
      if (queries.isMutating() === 0) end();
    };
    const timer = window.setTimeout(end, PATIENCE_MS);
    // Looked at a moment later: a field may start its next save when the last one is done.
    const lookSoon = () => window.setTimeout(look);
    const unsubscribe = queries.getMutationCache().subscribe(lookSoon);
    lookSoon();
  });
}
