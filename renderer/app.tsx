// The app: providers, and which of the few great states is shown: lost, locking, no vault, locked, open.
import { Center, Loader, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { Host } from './bridge/host.ts';
import { HostProvider } from './bridge/host-context.tsx';
import { JobsProvider } from './bridge/jobs.tsx';
import { useVaultState } from './bridge/queries.ts';
import { createQueryClient } from './bridge/query-client.ts';
import { OpenVault } from './open-vault.tsx';
import { ErrorNotice } from './parts/error-notice.tsx';
import { LockingScreen } from './screens/locking/locking-screen.tsx';
import { LostScreen } from './screens/lost/lost-screen.tsx';
import { UnlockScreen } from './screens/unlock/unlock-screen.tsx';
import { WelcomeScreen } from './screens/welcome/welcome-screen.tsx';
import { colours, theme } from './theme.ts';

/** The whole window over a host. */
export function App({ host }: { readonly host: Host }) {
  const [isLost, setLost] = useState(false);
  const [queries] = useState(() =>
    createQueryClient({ onLost: () => setLost(true), onLocked: () => window.location.reload() }),
  );
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <HostProvider host={host}>
          <Notifications position="bottom-center" limit={3} />
          {isLost ? <LostScreen /> : <Vault />}
        </HostProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Vault() {
  const vault = useVaultState();
  const [isLocking, setLocking] = useState(false);
  if (isLocking) return <LockingScreen />;
  if (vault.isPending)
    return (
      <Center h="100vh">
        <Loader aria-label="Opening" />
      </Center>
    );
  if (vault.isError)
    return (
      <Center h="100vh">
        <ErrorNotice error={vault.error} />
      </Center>
    );
  const open = () => void vault.refetch();
  if (vault.data.state === 'none') return <WelcomeScreen vault={vault.data} onOpen={open} />;
  if (vault.data.state === 'locked') return <UnlockScreen vault={vault.data} onOpen={open} />;
  return (
    <JobsProvider>
      <OpenVault onLock={() => setLocking(true)} />
    </JobsProvider>
  );
}
