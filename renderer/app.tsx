// The app: providers, and which of the few great states is shown: lost, locking, no vault, locked, open.
import { Center, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { VaultState } from '../shared/contract/vault.ts';
import type { Host } from './bridge/host.ts';
import { HostProvider } from './bridge/host-context.tsx';
import { JobsProvider } from './bridge/jobs.tsx';
import { startKeeping } from './bridge/kept-forms.ts';
import { isPanicKey, lockAtOnce } from './bridge/panic.ts';
import { KEYS, useVaultState } from './bridge/queries.ts';
import { createQueryClient } from './bridge/query-client.ts';
import { sendForms, watchForms } from './bridge/send-forms.ts';
import { OpenVault } from './open-vault.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { ErrorNotice } from './parts/error-notice.tsx';
import { Loading } from './parts/loading.tsx';
import { LockingScreen } from './screens/locking/locking-screen.tsx';
import { LostScreen } from './screens/lost/lost-screen.tsx';
import { UnlockScreen } from './screens/unlock/unlock-screen.tsx';
import { WelcomeScreen } from './screens/welcome/welcome-screen.tsx';
import { colours, theme } from './theme.ts';

/** The whole window over a host. */
export function App({ host }: { readonly host: Host }) {
  const [state, setState] = useState<'running' | 'locking' | 'lost'>('running');
  /** Set when the host is about to lock: to be called once all is saved. */
  const [onSaved, setOnSaved] = useState<() => void>();
  const [queries] = useState(() =>
    createQueryClient({
      // While the vault is being locked, questions still on their way find nobody: that is no loss.
      onLost: () => setState((old) => (old === 'locking' ? old : 'lost')),
      onLocked: () => window.location.reload(),
    }),
  );
  const lock = () => {
    sendForms();
    setState('locking');
  };
  useEffect(watchForms, []);
  useEffect(() => startKeeping(host.client, queries), [host, queries]);
  useEffect(() => {
    const isOpen = () => queries.getQueryData<VaultState>(KEYS.vault)?.state === 'unlocked';
    const panic = (event: KeyboardEvent) => {
      if (!isPanicKey(event) || !isOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      void lockAtOnce(host);
    };
    const stopHearing = host.onLeave(
      () =>
        new Promise((resolve) => {
          if (!isOpen()) return resolve();
          sendForms();
          setOnSaved(() => resolve);
          setState((old) => (old === 'running' ? 'locking' : old));
        }),
    );
    window.addEventListener('keydown', panic, { capture: true });
    return () => {
      window.removeEventListener('keydown', panic, { capture: true });
      stopHearing();
    };
  }, [host, queries]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <HostProvider host={host}>
          <Notifications position="bottom-center" limit={3} />
          <ErrorBoundary>
            {state === 'lost' && <LostScreen />}
            {state === 'locking' && <LockingScreen onSaved={onSaved} />}
            {state === 'running' && <Vault onLock={lock} />}
          </ErrorBoundary>
        </HostProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Vault({ onLock }: { readonly onLock: () => void }) {
  const vault = useVaultState();
  if (vault.isPending)
    return (
      <Center h="100vh">
        <Loading label="Opening" />
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
      <OpenVault onLock={onLock} />
    </JobsProvider>
  );
}
