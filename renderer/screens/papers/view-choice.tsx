// Order, direction, and list or grid.
import { ActionIcon, Group, Select, Tooltip } from '@mantine/core';
import { LIBRARY_ORDERS, type LibraryView } from '../../../shared/model/preferences.ts';
import { Icon } from '../../parts/icons.tsx';
import { DIRECTION_WORDS, ORDER_WORDS } from './order.ts';

interface ViewChoiceProps {
  readonly view: LibraryView;
  readonly onChange: (change: Partial<LibraryView>) => void;
}

/** What stands above the papers on the right of the filters. */
export function ViewChoice({ view: { layout, order, isReversed }, onChange }: ViewChoiceProps) {
  const [usual, reversed] = DIRECTION_WORDS[order];
  const direction = `Order: ${isReversed ? reversed : usual}. Turn round`;
  return (
    <Group gap={6} wrap="nowrap">
      <Select
        aria-label="Order"
        data={LIBRARY_ORDERS.map((value) => ({ value, label: ORDER_WORDS[value] }))}
        value={order}
        onChange={(value) => value !== null && onChange({ order: value, isReversed: false })}
        allowDeselect={false}
        w={180}
      />
      <Tooltip label={direction}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={direction}
          onClick={() => onChange({ isReversed: !isReversed })}
        >
          <Icon name={isReversed ? 'up' : 'down'} size={18} />
        </ActionIcon>
      </Tooltip>
      <ActionIcon.Group>
        {(['list', 'grid'] as const).map((each) => (
          <Tooltip key={each} label={each === 'list' ? 'As a list' : 'As a grid of pictures'}>
            <ActionIcon
              variant={layout === each ? 'filled' : 'default'}
              size="lg"
              aria-label={each === 'list' ? 'As a list' : 'As a grid of pictures'}
              aria-pressed={layout === each}
              onClick={() => onChange({ layout: each })}
            >
              <Icon name={each} size={18} />
            </ActionIcon>
          </Tooltip>
        ))}
      </ActionIcon.Group>
    </Group>
  );
}
