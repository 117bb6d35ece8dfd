// The emergency sheet: one page to print, made in the moment and kept nowhere.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useHost } from '../../bridge/host-context.tsx';
import { Icon } from '../../parts/icons.tsx';

/** Saves by the system's dialog on the desktop, downloads in a browser. */
export function KitButton({ words }: { readonly words: readonly string[] }) {
  const { client } = useHost();
  const make = useMutation({
    mutationFn: () => client.upkeep.kit({ words: [...words] }),
    onSuccess: ({ pdf }) => pdf !== undefined && download(pdf),
  });
  return (
    <Button
      variant="default"
      leftSection={<Icon name="download" size={16} />}
      loading={make.isPending}
      onClick={() => make.mutate()}
    >
      Emergency sheet (PDF)
    </Button>
  );
}

function download(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'appeal-vault-emergency-sheet.pdf';
  link.click();
  URL.revokeObjectURL(address);
}
