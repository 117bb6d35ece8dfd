// What the checklist of a reason asks for: what is there, and who has what is missing.
import { Group, Text, Title } from '@mantine/core';
import type { Gap } from '../../../shared/model/case.ts';
import { Icon } from '../../parts/icons.tsx';
import { count } from '../../wording/format.ts';

/** Missing things first. */
export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  if (gaps.length === 0) return null;
  const sorted = gaps.toSorted((a, b) => Number(a.state === 'have') - Number(b.state === 'have'));
  const missing = gaps.filter((gap) => gap.state === 'missing').length;
  return (
    <div>
      <Title order={3} mb="xs">
        {missing === 0 ? 'Nothing is missing from the checklist' : `Still missing: ${count(missing, 'thing')}`}
      </Title>
      <ul className="plain-list gap-list">
        {sorted.map((gap) => (
          <li key={gap.item} className="gap-row" data-state={gap.state}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Icon name={gap.state === 'have' ? 'check' : 'alert'} size={18} />
              <div>
                <Text>
                  {gap.what}{' '}
                  <Text span size="sm" c="dimmed">
                    {gap.state === 'have' ? '(you have this)' : ''}
                  </Text>
                </Text>
                {gap.state === 'missing' && (
                  <Text size="sm" c="dimmed">
                    Ask: {gap.who}
                  </Text>
                )}
              </div>
            </Group>
          </li>
        ))}
      </ul>
    </div>
  );
}
