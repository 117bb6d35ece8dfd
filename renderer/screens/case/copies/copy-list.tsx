// The files made of a version: save them, see what was checked, remove them.
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { copyPath } from '../../../../shared/contract/assets.ts';
import type { PacketId } from '../../../../shared/ids.ts';
import type { PacketCopy } from '../../../../shared/model/packet.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { COPY_NAMES } from '../../../wording/copies.ts';
import { count, fileSize, shortDate } from '../../../wording/format.ts';
import { PacketChecks } from '../packet/packet-checks.tsx';
import { useCopies, useRemoveCopies } from './use-copies.ts';

/** One entry for each order: the volumes of one limit stand together. */
export function CopyList({ packetId }: { readonly packetId: PacketId }) {
  const copies = useCopies(packetId);
  const remove = useRemoveCopies(packetId);
  const sets = setsOf(copies.data ?? []);
  return (
    <>
      <ErrorNotice error={copies.error ?? remove.error} />
      {sets.length > 0 && (
        <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label="Files of this version">
          {sets.toReversed().map((set) => (
            <CopySet key={set[0]?.id} set={set} onRemove={() => remove.mutate(set.map(({ id }) => id))} />
          ))}
        </Stack>
      )}
    </>
  );
}

/** Parts that count up from one belong together. */
function setsOf(copies: readonly PacketCopy[]): readonly (readonly PacketCopy[])[] {
  const sets: PacketCopy[][] = [];
  for (const copy of copies) {
    const last = sets.at(-1)?.at(-1);
    const goesOn = last !== undefined && last.kind === copy.kind && copy.part?.number === (last.part?.number ?? 0) + 1;
    if (goesOn && copy.part?.number !== 1) sets.at(-1)?.push(copy);
    else sets.push([copy]);
  }
  return sets;
}

function CopySet({ set, onRemove }: { readonly set: readonly PacketCopy[]; readonly onRemove: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const [first] = set;
  if (first === undefined) return null;
  const name = set.length > 1 ? `${COPY_NAMES[first.kind].many} (${set.length})` : COPY_NAMES[first.kind].one;
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            Made {shortDate(first.createdOn)}
          </Text>
        </div>
        {isAsking ? (
          <Group gap="xs" role="group" aria-label={`Remove ${name}?`}>
            <Button size="compact-md" color="red" onClick={onRemove} autoFocus>
              Remove for good
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setAsking(false)}>
              Keep
            </Button>
          </Group>
        ) : (
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<Icon name="trash" size={16} />}
            aria-label={`Remove ${name}`}
            onClick={() => setAsking(true)}
          >
            Remove
          </Button>
        )}
      </Group>
      {set.length > 1 && first.kind === 'volume' && (
        <Text size="sm">Keep them in one folder under these names: links lead from one to the other.</Text>
      )}
      <Stack gap={6} mt={6}>
        {set.map((copy) => (
          <CopyRow key={copy.id} copy={copy} />
        ))}
      </Stack>
    </li>
  );
}

function CopyRow({ copy }: { readonly copy: PacketCopy }) {
  const pages = copy.pageCount === undefined ? '' : `${count(copy.pageCount, 'page')} · `;
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="wrap-anywhere" style={{ flex: '1 1 240px' }}>
          {copy.fileName}
          <Text span size="sm" c="dimmed">
            {' '}
            · {pages}
            {fileSize(copy.byteLength)}
          </Text>
        </Text>
        <SaveCopy copy={copy} />
      </Group>
      {copy.note !== '' && (
        <Text size="sm" c="dimmed">
          {copy.note}
        </Text>
      )}
      <PacketChecks checks={copy.checks} />
    </div>
  );
}

/** A download in the browser, the system's dialog on the desktop. */
function SaveCopy({ copy }: { readonly copy: PacketCopy }) {
  const host = useHost();
  const save = useMutation({
    mutationFn: () => host.client.copies.save({ id: copy.id }),
    onSuccess: ({ saved }) => {
      if (saved) notifications.show({ message: 'The file was saved.' });
    },
  });
  const look = {
    size: 'compact-md',
    variant: 'default',
    leftSection: <Icon name="download" size={16} />,
    'aria-label': `Save ${copy.fileName}`,
  } as const;
  const download = host.downloadUrl(copyPath(copy.id));
  return (
    <>
      {download === undefined ? (
        <Button {...look} loading={save.isPending} onClick={() => save.mutate()}>
          Save
        </Button>
      ) : (
        <Button {...look} component="a" href={download} download>
          Save
        </Button>
      )}
      <ErrorNotice error={save.error} />
    </>
  );
}
