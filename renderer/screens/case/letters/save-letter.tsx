// Saves a letter as PDF or as a document for a word processor.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { letterPath } from '../../../../shared/contract/assets.ts';
import type { CaseId, EntryId } from '../../../../shared/ids.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { Icon } from '../../../parts/icons.tsx';

interface SaveLetterProps {
  readonly caseId: CaseId;
  readonly letterId: EntryId;
  readonly name: string;
}

const FORMATS = [
  { format: 'pdf', label: 'Save PDF' },
  { format: 'docx', label: 'Save Word document' },
] as const;

/** A download in the browser, the system's dialog on the desktop. */
export function SaveLetter({ caseId, letterId, name }: SaveLetterProps) {
  const host = useHost();
  const save = useMutation({
    mutationFn: (format: 'pdf' | 'docx') => host.client.letters.save({ id: caseId, letterId, format }),
    onSuccess: ({ saved }) => {
      if (saved) notifications.show({ message: 'The letter was saved.' });
    },
  });
  return FORMATS.map(({ format, label }) => {
    const look = {
      variant: format === 'pdf' ? 'filled' : 'default',
      size: 'sm',
      leftSection: <Icon name="download" size={16} />,
      'aria-label': `${label}: ${name}`,
    } as const;
    const download = host.downloadUrl(letterPath(caseId, letterId, format));
    if (download === undefined)
      return (
        <Button key={format} {...look} loading={save.isPending} onClick={() => save.mutate(format)}>
          {label}
        </Button>
      );
    return (
      <Button key={format} {...look} component="a" href={download} download>
        {label}
      </Button>
    );
  });
}
