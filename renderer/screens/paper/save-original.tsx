// Saves the paper as it came, byte for byte.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { originalPath } from '../../../shared/contract/assets.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { Icon } from '../../parts/icons.tsx';

/** A download in the browser, the system's dialog on the desktop. */
export function SaveOriginal({ document }: { readonly document: DocumentSummary }) {
  const host = useHost();
  const save = useMutation({
    mutationFn: () => host.client.documents.save({ id: document.id }),
    onSuccess: ({ saved }) => {
      if (saved) notifications.show({ message: 'The original was saved.' });
    },
  });
  const look = { variant: 'default', size: 'sm', leftSection: <Icon name="download" size={16} /> } as const;
  const download = host.downloadUrl(originalPath(document.id));
  if (download === undefined)
    return (
      <Button {...look} loading={save.isPending} onClick={() => save.mutate()}>
        Original
      </Button>
    );
  return (
    <Button {...look} component="a" href={download} download={document.fileName}>
      Original
    </Button>
  );
}
