// Built versions of the packet, and the files made of them.
import { Anchor, Stack } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import { usePackets } from '../../../bridge/queries.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { CopiesPanel } from '../copies/copies-panel.tsx';
import { PacketVersions } from './packet-versions.tsx';

/** The latest version first, below it what can be made of one. */
export function VersionsPanel({ view }: { readonly view: CaseView }) {
  const { id } = view.case;
  const packets = usePackets(id);
  if (packets.isPending) return <Loading label="Looking for built packets" />;
  if (packets.isError) return <ErrorNotice error={packets.error} />;
  if (packets.data.length === 0)
    return (
      <EmptyState
        icon="papers"
        heading="Nothing is built yet"
        actions={<Anchor href={hrefOf({ screen: 'case', id, tab: 'packet', part: 'setup' })}>Set up the packet</Anchor>}
      >
        Each packet you build is kept here as it is, with what changed since the one before. Copies for portals, fax and
        print are made of it.
      </EmptyState>
    );
  return (
    <Stack gap="xl">
      <PacketVersions packets={packets.data} />
      <CopiesPanel view={view} />
    </Stack>
  );
}
