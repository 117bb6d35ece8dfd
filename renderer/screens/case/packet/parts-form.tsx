// The parts before the exhibits: which, and in which order.
import { ActionIcon, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import { FrontPart } from '../../../../shared/model/packet-setup.ts';
import { useFocusNext } from '../../../parts/focus-next.ts';
import { Icon } from '../../../parts/icons.tsx';
import { PacketPart } from '../packet-part.tsx';
import { FRONT_MEANINGS, FRONT_NAMES } from './packet-words.ts';
import type { SetupDesk } from './use-setup.ts';

/** Chosen parts first, in their order; the others below. */
export function PartsForm({ view, desk }: { readonly view: CaseView; readonly desk: SetupDesk }) {
  const { setup } = desk;
  const focusNext = useFocusNext();
  const rest = FrontPart.options.filter((part) => !setup.parts.includes(part));
  const save = (parts: readonly FrontPart[], said: string) =>
    desk.change((old) => ({ ...old, parts: [...parts] }), said);
  const move = (part: FrontPart, by: 1 | -1) => {
    const at = setup.parts.indexOf(part);
    const others = setup.parts.filter((each) => each !== part);
    save([...others.slice(0, at + by), part, ...others.slice(at + by)], `Moved: ${FRONT_NAMES[part]}.`);
    focusNext(`part-${part}-${by}`);
  };
  return (
    <Stack gap="sm">
      {[...setup.parts, ...rest].map((part) => {
        const at = setup.parts.indexOf(part);
        const isIn = at >= 0;
        return (
          <Group key={part} justify="space-between" wrap="nowrap" align="flex-start">
            <Checkbox
              label={FRONT_NAMES[part]}
              description={FRONT_MEANINGS[part]}
              checked={isIn}
              onChange={({ currentTarget }) =>
                currentTarget.checked
                  ? save(
                      part === 'cover' ? [part, ...setup.parts] : [...setup.parts, part],
                      `Put in: ${FRONT_NAMES[part]}.`,
                    )
                  : save(
                      setup.parts.filter((each) => each !== part),
                      `Left out: ${FRONT_NAMES[part]}.`,
                    )
              }
            />
            {isIn && (
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  id={`part-${part}--1`}
                  variant="default"
                  aria-label={`Move up: ${FRONT_NAMES[part]}`}
                  disabled={at === 0}
                  onClick={() => move(part, -1)}
                >
                  <Icon name="up" size={16} />
                </ActionIcon>
                <ActionIcon
                  id={`part-${part}-1`}
                  variant="default"
                  aria-label={`Move down: ${FRONT_NAMES[part]}`}
                  disabled={at === setup.parts.length - 1}
                  onClick={() => move(part, 1)}
                >
                  <Icon name="down" size={16} />
                </ActionIcon>
              </Group>
            )}
          </Group>
        );
      })}
      {setup.parts.includes('tables') && (
        <Stack gap="xs" pl="lg">
          <Text size="sm" c="dimmed">
            Which tables:
          </Text>
          <PacketPart view={view} part="crosswalk" />
          <PacketPart view={view} part="history" />
          <PacketPart view={view} part="scores" />
          <PacketPart view={view} part="timeline" />
        </Stack>
      )}
    </Stack>
  );
}
