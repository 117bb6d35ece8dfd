// Shown when the program behind the window is gone.
import { Button, Text } from '@mantine/core';
import { useEffect } from 'react';
import { isHostLost } from '../../bridge/errors.ts';
import type { Host } from '../../bridge/host.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { FrontPage } from '../../parts/front-page.tsx';
import { PageTitle } from '../../parts/page-title.tsx';

/** How often the host is looked for, in milliseconds. */
const LOOK_AGAIN_MS = 2000;

/** Says what happened and offers a way on; when the host comes back (another tab had locked the vault) the window starts anew by itself. */
export function LostScreen() {
  const host = useHost();
  useEffect(() => {
    const timer = window.setInterval(() => void reloadWhenBack(host), LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [host]);
  return (
    <FrontPage>
      <PageTitle screen="Closed">The app was closed or restarted</PageTitle>
      <Text my="lg">
        Everything you saved is safe in the vault. Start Appeal Vault again if it is not running, open the new address
        it prints, or try this page again.
      </Text>
      <Button onClick={() => window.location.reload()}>Try again</Button>
    </FrontPage>
  );
}

async function reloadWhenBack(host: Host): Promise<void> {
  try {
    await host.client.vault.state({});
    window.location.reload();
  } catch (cause) {
    // Still gone; anything else is no reason to stay on this page.
    if (!isHostLost(cause)) window.location.reload();
  }
}
