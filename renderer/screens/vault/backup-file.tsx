// The file of a backup to restore: its place, or in a browser also a file that is handed over.
import { Button, FileButton, Group, Text } from '@mantine/core';
import { useHost } from '../../bridge/host-context.tsx';
import { fileSize } from '../../wording/format.ts';
import { PlaceInput } from './place-input.tsx';

export type ChosenBackup = string | File;

interface BackupFileProps {
  readonly value: ChosenBackup;
  readonly onChange: (value: ChosenBackup) => void;
}

/** A place to type, or the name of the chosen file with the way back. */
export function BackupFile({ value, onChange }: BackupFileProps) {
  const { backups } = useHost();
  if (typeof value !== 'string')
    return (
      <div>
        <Text size="sm" fw={500}>
          Backup file
        </Text>
        <Group gap="xs" mt={4}>
          <Text className="wrap-anywhere">
            {value.name}, {fileSize(value.size)}
          </Text>
          <Button size="compact-md" variant="default" onClick={() => onChange('')}>
            Another file
          </Button>
        </Group>
      </div>
    );
  return (
    <Group align="end" gap="xs">
      <div style={{ flex: '1 1 260px' }}>
        <PlaceInput label="Backup file (.vaultbak)" what="file" value={value} onChange={onChange} />
      </div>
      {backups !== undefined && (
        <FileButton onChange={(file) => file !== null && onChange(file)} accept=".vaultbak">
          {(props) => (
            <Button {...props} variant="default">
              Choose a file…
            </Button>
          )}
        </FileButton>
      )}
    </Group>
  );
}
