// The frame around every screen: navigation, search, running work, lock, and the whole window as a place to drop files.
import { AppShell, Burger, Button, Group, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Picked } from '../../bridge/add-papers.ts';
import { useHost } from '../../bridge/host-context.tsx';
import type { Route } from '../../navigation/routes.ts';
import { Icon } from '../../parts/icons.tsx';
import { ReadOnlyNotice } from '../../parts/read-only-notice.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { DropCover } from './drop-cover.tsx';
import { JobsIndicator } from './jobs-indicator.tsx';
import { Navigation } from './navigation.tsx';
import { SearchBox } from './search-box.tsx';

interface ShellProps {
  readonly route: Route;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onChoose: (what: Picked) => void;
  readonly onLock: () => void;
  readonly children: ReactNode;
}

/** Landmarks, shortcuts and the drop zone. */
export function Shell({ route, query, onQuery, onFiles, onChoose, onLock, children }: ShellProps) {
  const host = useHost();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const focusSearch = () => {
    searchBox.current?.focus();
    searchBox.current?.select();
  };
  // An empty list of tags: the shortcuts work while one types, too; the lock also in the letter's editor.
  useHotkeys([['mod+K', focusSearch]], []);
  useHotkeys([['mod+L', onLock]], [], true);
  useEffect(
    () =>
      host.onMenu((command) => {
        if (command === 'search') searchBox.current?.focus();
        else onChoose(command === 'add-folder' ? 'folder' : 'files');
      }),
    [host, onChoose],
  );
  return (
    <AppShell
      header={{ height: 64 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', md: 'xl' }}
      transitionDuration={0}
    >
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page, only the address bar stays as it is */}
      <a className="skip-link" href="#main" onClick={skipToMain}>
        Skip to content
      </a>
      <AppShell.Header px="md">
        <Group h="100%" wrap="nowrap" justify="space-between">
          <Group wrap="nowrap" gap="xs" w={204} visibleFrom="sm" c="var(--mantine-color-anchor)">
            <Icon name="shield" size={24} />
            <Text component="span" fw={700}>
              Appeal Vault
            </Text>
          </Group>
          <Burger hiddenFrom="sm" opened={isOpen} onClick={toggle} size="sm" aria-label="Navigation" />
          <SearchBox ref={searchBox} query={query} onQuery={onQuery} />
          <Group wrap="nowrap" gap="xs">
            <JobsIndicator />
            <Button
              variant="default"
              leftSection={<Icon name="lock" size={17} />}
              onClick={onLock}
              aria-keyshortcuts="Control+L Meta+L"
            >
              Lock
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Main">
        <AppShell.Section grow style={{ overflowY: 'auto' }}>
          <Navigation route={route} onGo={close} />
        </AppShell.Section>
        <AppShell.Section>
          <ChangePassphrase />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <ReadOnlyNotice />
        {children}
      </AppShell.Main>
      <DropCover onFiles={onFiles} />
    </AppShell>
  );
}

/** The address after the hash belongs to the screens, so the jump is made by hand. */
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
