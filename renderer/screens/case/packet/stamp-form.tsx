// The numbers on the pages, and whether exhibits have letters or numbers.
import { Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { stampOf } from '../../../../shared/packet/labels.ts';
import { AutosaveInput } from '../../../parts/autosave.tsx';
import type { SetupDesk } from './use-setup.ts';

/** The sample shows what the first pages will read. */
export function StampForm({ desk }: { readonly desk: SetupDesk }) {
  const { setup, change } = desk;
  const { stamping } = setup;
  const number = (name: 'start' | 'digits', value: number | string, least: number, most: number) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) return;
    change(
      (old) => ({ ...old, stamping: { ...old.stamping, [name]: value } }),
      'The numbers on the pages are others now.',
    );
  };
  return (
    <Stack gap="sm">
      <Group align="flex-start">
        <AutosaveInput
          label="Before the number"
          description="For example AR- or a name"
          maxLength={24}
          w={200}
          value={stamping.prefix}
          onSave={(prefix) =>
            desk.save(
              (old) => ({ ...old, stamping: { ...old.stamping, prefix } }),
              'The numbers on the pages are others now.',
            )
          }
        />
        <NumberInput
          label="First number"
          description="To go on from another packet"
          min={1}
          max={99_999_999}
          allowDecimal={false}
          allowNegative={false}
          w={200}
          value={stamping.start}
          onChange={(value) => number('start', value, 1, 99_999_999)}
        />
        <NumberInput
          label="Digits"
          description="At least so many"
          min={1}
          max={9}
          allowDecimal={false}
          allowNegative={false}
          w={140}
          value={stamping.digits}
          onChange={(value) => number('digits', value, 1, 9)}
        />
      </Group>
      <Text size="sm" role="status">
        The first page reads <strong className="stamp-sample">{stampOf(stamping, 1)}</strong>, the second{' '}
        <strong className="stamp-sample">{stampOf(stamping, 2)}</strong>.
      </Text>
      <div>
        <Text size="sm" fw={500} mb={4} id="labels-name">
          Exhibits are called
        </Text>
        <SegmentedControl
          aria-labelledby="labels-name"
          data={[
            { value: 'letters', label: 'A, B, C' },
            { value: 'numbers', label: '1, 2, 3' },
          ]}
          value={setup.labels}
          onChange={(value) =>
            change(
              (old) => ({ ...old, labels: value === 'numbers' ? 'numbers' : 'letters' }),
              value === 'numbers' ? 'The exhibits have numbers.' : 'The exhibits have letters.',
            )
          }
        />
      </div>
    </Stack>
  );
}
