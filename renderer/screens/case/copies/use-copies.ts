// What the panel of copies asks of the core.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CopyId, PacketId } from '../../../../shared/ids.ts';
import type { CopyOrder, SmallerChoice } from '../../../../shared/model/copy-order.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { useJobs } from '../../../bridge/jobs.tsx';
import { KEYS } from '../../../bridge/queries.ts';

/** Files made of a version. */
export function useCopies(packetId: PacketId | undefined) {
  const { client } = useHost();
  return useQuery({
    queryKey: KEYS.copies(packetId ?? ''),
    queryFn: () => (packetId === undefined ? [] : client.copies.list({ packetId })),
  });
}

/** What changed since the version before. A version never changes. */
export function useDifferences(packetId: PacketId) {
  const { client } = useHost();
  return useQuery({
    queryKey: [...KEYS.copies(packetId), 'differences'],
    queryFn: () => client.copies.differences({ packetId }),
  });
}

/** How large a smaller copy would be. */
export function useSmallerPreview(packetId: PacketId, choice: SmallerChoice) {
  const { client } = useHost();
  return useQuery({
    queryKey: [...KEYS.copies(packetId), 'smaller', choice.dpi, choice.quality],
    queryFn: () => client.copies.preview({ packetId, choice }),
  });
}

/** Starts making files; their progress is shown by the panel. */
export function useMakeCopies(packetId: PacketId) {
  const { client } = useHost();
  const { watch } = useJobs();
  return useMutation({
    mutationFn: (order: CopyOrder) => client.copies.make({ packetId, order }),
    onSuccess: watch,
    // A password is not kept longer than the call takes.
    gcTime: 0,
  });
}

/** Removes files for good. */
export function useRemoveCopies(packetId: PacketId) {
  const { client } = useHost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: CopyId[]) => client.copies.remove({ ids }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEYS.copies(packetId) }),
  });
}
