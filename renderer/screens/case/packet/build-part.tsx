// Building the packet: final when nothing stands in the way, else as a marked draft.
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { useJobs } from '../../../bridge/jobs.tsx';
import { usePackets } from '../../../bridge/queries.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { count } from '../../../wording/format.ts';

/** The two ways to build, and where the versions are. */
export function BuildPart({ view, canFinal }: { readonly view: CaseView; readonly canFinal: boolean }) {
  const { id } = view.case;
  const { client } = useHost();
  const { running, watch } = useJobs();
  const packets = usePackets(id);
  const build = useMutation({
    mutationFn: (draft: boolean) => client.packets.build({ caseId: id, draft }),
    onSuccess: watch,
  });
  const isBusy = build.isPending || running.some((job) => job.kind === 'packet');
  const versions = packets.data?.length ?? 0;
  return (
    <>
      <Text>
        {canFinal
          ? 'Everything needed is there. The packet is one PDF, checked page by page before it is kept.'
          : 'Some points below are still open, so only a draft can be built. It is marked as a draft on every page.'}
      </Text>
      <Group>
        <Button size="md" disabled={!canFinal || isBusy} onClick={() => build.mutate(false)}>
          Build packet
        </Button>
        <Button size="md" variant="default" disabled={isBusy} onClick={() => build.mutate(true)}>
          Build a draft
        </Button>
        {versions > 0 && (
          <Anchor href={hrefOf({ screen: 'case', id, tab: 'packet', part: 'versions' })}>
            {count(versions, 'version')} built
          </Anchor>
        )}
      </Group>
    </>
  );
}
