// Locks: the core process ends and takes the keys with it; then the window forgets everything and starts anew.
import { Group, Loader, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isHostLost } from '../../bridge/errors.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { untilSaved } from '../../bridge/until-saved.ts';
import { FrontPage } from '../../parts/front-page.tsx';
import { PageTitle } from '../../parts/page-title.tsx';

/** Locks as soon as it is shown. With `onSaved` the host locks: it is only told when all is saved. */
export function LockingScreen({ onSaved }: { readonly onSaved?: (() => void) | undefined }) {
  const host = useHost();
  const queries = useQueryClient();
  useEffect(() => {
    const lock = async () => {
      // What was typed a moment ago is saved first.
      await untilSaved(queries);
      queries.clear();
      if (onSaved !== undefined) return onSaved();
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
  }, [host, queries, onSaved]);
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
