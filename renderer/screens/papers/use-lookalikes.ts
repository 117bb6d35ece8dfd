// Papers that came twice, and the user's word on them.
import { useQuery } from '@tanstack/react-query';
import type { Lookalike, LookalikeVerdict } from '../../../shared/model/lookalike.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { KEYS, useDocumentChange } from '../../bridge/queries.ts';

/** While papers of before are still being looked at, it is asked again this often, in milliseconds. */
const AGAIN_EVERY_MS = 2000;

/** Pairs nobody judged yet; asked for again whenever papers change. */
export function useLookalikes(): readonly Lookalike[] {
  const { client } = useHost();
  const { data } = useQuery({
    queryKey: [...KEYS.documents, 'lookalikes'],
    queryFn: () => client.lookalikes.list({}),
    refetchInterval: ({ state }) => (state.data?.isComplete === false ? AGAIN_EVERY_MS : false),
  });
  return data?.pairs ?? NONE;
}

/** Always the same empty list, so that nothing is drawn anew for it. */
const NONE: readonly Lookalike[] = [];

/** Stores a verdict on a pair; without one it is taken back. */
export function useVerdict() {
  return useDocumentChange(
    (client, { earlier, later, verdict }: Lookalike & { readonly verdict?: LookalikeVerdict | undefined }) =>
      client.lookalikes.judge({ one: earlier, other: later, verdict }),
  );
}
