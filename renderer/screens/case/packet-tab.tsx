// The packet: what still stands in the way, building it, and the versions that were built.
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../shared/model/case.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { useJobs } from '../../bridge/jobs.tsx';
import { usePackets, usePreflight } from '../../bridge/queries.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Attachments } from './attachments.tsx';
import { BuildProgress } from './build-progress.tsx';
import { CopiesPanel } from './copies/copies-panel.tsx';
import { ExhibitList } from './exhibit-list.tsx';
import { PacketVersions } from './packet-versions.tsx';
import { ProblemList } from './problem-list.tsx';
import { RedactionPanel } from './redactions/redaction-panel.tsx';
import { SensitiveNotice } from './sensitive-notice.tsx';

/** Problems first: a packet with open blanks can only be built as a marked draft. */
export function PacketTab({ view }: { readonly view: CaseView }) {
  const preflight = usePreflight(view.case.id);
  const packets = usePackets(view.case.id);
  if (preflight.isPending) return <Loading label="Checking the packet" />;
  if (preflight.isError) return <ErrorNotice error={preflight.error} />;
  return (
    <Stack gap="xl">
      <BuildProgress caseId={view.case.id} />
      <SensitiveNotice view={view} />
      {packets.data !== undefined && packets.data.length > 0 && <PacketVersions packets={packets.data} />}
      <CopiesPanel view={view} />
      <ErrorNotice error={packets.error} />
      <section aria-labelledby="build-heading">
        <Title order={2} id="build-heading" mb="xs">
          {packets.data?.length ? 'Build a new version' : 'Build the packet'}
        </Title>
        <Stack gap="md">
          <Build view={view} canFinal={preflight.data.canFinal} />
          <ProblemList view={view} problems={preflight.data.problems} />
          <Attachments view={view} />
          <ExhibitList view={view} exhibits={preflight.data.exhibits} />
        </Stack>
      </section>
      <RedactionPanel view={view} />
    </Stack>
  );
}

function Build({ view, canFinal }: { readonly view: CaseView; readonly canFinal: boolean }) {
  const { client } = useHost();
  const { running, watch } = useJobs();
  const [prefix, setPrefix] = useState('');
  const build = useMutation({
    mutationFn: (draft: boolean) => client.packets.build({ caseId: view.case.id, draft, batesPrefix: prefix.trim() }),
    onSuccess: watch,
  });
  const isBusy = build.isPending || running.some((job) => job.kind === 'packet');
  return (
    <>
      <Text>
        {canFinal
          ? 'Everything needed is there. The packet is one PDF: letter, index of exhibits, and every page you cite.'
          : 'Some points below are still open, so only a draft can be built. It is marked as a draft on every page.'}
      </Text>
      <Group align="flex-end">
        <Button size="md" disabled={!canFinal || isBusy} onClick={() => build.mutate(false)}>
          Build packet
        </Button>
        <Button size="md" variant="default" disabled={isBusy} onClick={() => build.mutate(true)}>
          Build a draft
        </Button>
        <TextInput
          label="Bates prefix (optional)"
          placeholder="for example DOE"
          maxLength={24}
          w={220}
          autoComplete="off"
          value={prefix}
          onChange={(event) => setPrefix(event.currentTarget.value)}
        />
      </Group>
    </>
  );
}
