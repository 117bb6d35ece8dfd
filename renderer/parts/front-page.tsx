// The frame of the pages before the vault is open: one calm column.
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

/** Name of the app above, the page's own matter below. */
export function FrontPage({
  children,
  folder,
}: {
  readonly children: ReactNode;
  readonly folder?: string | undefined;
}) {
  return (
    <main className="front-page">
      <Group gap="xs" mb="xl" c="var(--mantine-color-anchor)">
        <Icon name="shield" size={26} />
        <Text fw={600} component="span">
          Appeal Vault
        </Text>
      </Group>
      {children}
      {folder !== undefined && (
        <Text size="sm" c="dimmed" mt="xl" className="wrap-anywhere">
          Vault folder: {folder}
        </Text>
      )}
    </main>
  );
}
