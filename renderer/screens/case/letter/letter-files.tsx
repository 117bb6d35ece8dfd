// Saves the appeal letter as a document for a word processor or as a PDF of its own.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { appealLetterPath } from '../../../../shared/contract/assets.ts';
import type { CaseId } from '../../../../shared/ids.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { Icon } from '../../../parts/icons.tsx';

interface LetterFilesProps {
  readonly caseId: CaseId;
  /** Saves what was typed last, so that the file holds it too. */
  readonly beforeSave?: () => Promise<unknown>;
}

const FORMATS = [
  { format: 'docx', label: 'Save Word document' },
  { format: 'pdf', label: 'Save PDF' },
] as const;

/** A download in the browser, the system's dialog on the desktop. */
export function LetterFiles({ caseId, beforeSave = async () => undefined }: LetterFilesProps) {
  const host = useHost();
  const save = useMutation({
    mutationFn: async (format: 'pdf' | 'docx') => {
      await beforeSave();
      const download = host.downloadUrl(appealLetterPath(caseId, format));
      if (download === undefined) return host.client.appealLetter.saveFile({ id: caseId, format });
      const link = document.createElement('a');
      link.href = download;
      link.download = '';
      link.click();
      return { saved: false };
    },
    onSuccess: ({ saved }) => {
      if (saved) notifications.show({ message: 'The letter was saved.' });
    },
  });
  return FORMATS.map(({ format, label }) => (
    <Button
      key={format}
      variant="default"
      leftSection={<Icon name="download" size={16} />}
      loading={save.isPending && save.variables === format}
      onClick={() => save.mutate(format)}
    >
      {label}
    </Button>
  ));
}
