// What a screen says when there is nothing to show yet, with the way on.
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

interface EmptyStateProps {
  readonly icon: IconName;
  readonly heading: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A heading, a sentence or two, and buttons. */
export function EmptyState({ icon, heading, children, actions }: EmptyStateProps) {
  return (
    <Stack align="center" gap="md" className="empty-state">
      <span className="empty-state-icon">
        <Icon name={icon} size={36} />
      </span>
      <Title order={2} ta="center">
        {heading}
      </Title>
      <Text c="dimmed" maw={520} ta="center">
        {children}
      </Text>
      {actions}
    </Stack>
  );
}
