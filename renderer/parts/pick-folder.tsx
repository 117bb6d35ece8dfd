// Lets the person choose another vault folder, where the host can.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHost } from '../bridge/host-context.tsx';
import { KEYS } from '../bridge/queries.ts';

/** A button that opens the system's dialog and then asks again what is in the chosen folder. */
export function PickFolder() {
  const { client } = useHost();
  const queries = useQueryClient();
  const pick = useMutation({
    mutationFn: () => client.vault.pickFolder({}),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS.vault }),
  });
  return (
    <Button variant="default" loading={pick.isPending} onClick={() => pick.mutate()}>
      Choose another folder…
    </Button>
  );
}
