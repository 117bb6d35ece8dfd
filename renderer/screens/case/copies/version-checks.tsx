// What was checked in a finished file, one line for each check.
import { Group, List, Text, VisuallyHidden } from '@mantine/core';
import type { PacketCheck } from '../../../../shared/model/packet.ts';
import { Fold } from '../../../parts/fold.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { count } from '../../../wording/format.ts';

/** Folded away while all is well. */
export function VersionChecks({ checks }: { readonly checks: readonly PacketCheck[] }) {
  if (checks.length === 0) return null;
  const failed = checks.filter(({ state }) => state === 'failed').length;
  const left = checks.filter(({ state }) => state === 'not-checked').length;
  const summary =
    failed > 0
      ? `${count(failed, 'check')} of ${checks.length} failed`
      : left > 0
        ? `${checks.length - left} of ${count(checks.length, 'check')} passed, ${left} not made`
        : `${count(checks.length, 'check')} of the finished file passed`;
  return (
    <Fold summary={summary} isOpen={failed > 0}>
      <List listStyleType="none" spacing={4}>
        {checks.map(({ id, name, state, detail }) => (
          <List.Item key={id}>
            <Group gap={8} wrap="nowrap" align="flex-start">
              <Icon name={ICONS[state]} size={17} />
              <Text size="sm">
                <VisuallyHidden component="span">{STATES[state]}: </VisuallyHidden>
                {name}
                {detail !== '' && `: ${detail}`}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
    </Fold>
  );
}

const ICONS = { passed: 'check', failed: 'cross', 'not-checked': 'info' } as const;
const STATES = { passed: 'Passed', failed: 'Failed', 'not-checked': 'Not checked' } as const;
