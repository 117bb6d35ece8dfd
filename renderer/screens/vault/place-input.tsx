// A place on this computer: typed, or chosen in the system's dialog where the host has one.
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useHost } from '../../bridge/host-context.tsx';

interface PlaceInputProps {
  readonly label: string;
  readonly description?: string;
  readonly what: 'folder' | 'file';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** In a browser only the field: the app there runs on the same computer. */
export function PlaceInput({ label, description, what, value, onChange }: PlaceInputProps) {
  const host = useHost();
  const choose = useMutation({
    mutationFn: () => host.client.backup.choose({ what }),
    onSuccess: ({ path }) => path !== undefined && onChange(path),
  });
  return (
    <Group align="end" gap="xs">
      <TextInput
        label={label}
        description={description}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        style={{ flex: '1 1 260px' }}
      />
      {host.kind === 'desktop' && (
        <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate()}>
          Choose…
        </Button>
      )}
    </Group>
  );
}
