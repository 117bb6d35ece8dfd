// Setting up the packet: what kind, which exhibits, which parts and marks; what is still open; building it. The pages stand beside it.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import { usePacketPages, usePackets, usePreflight } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Fold } from '../../../parts/fold.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { SensitiveNotice } from '../sensitive-notice.tsx';
import { Attachments } from './attachments.tsx';
import { BuildPart } from './build-part.tsx';
import { ExhibitList } from './exhibit-list.tsx';
import { MarksForm } from './marks-form.tsx';
import { PartsForm } from './parts-form.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { ProblemList } from './problem-list.tsx';
import { shownExhibits } from './shown-exhibits.ts';
import { SidePreview } from './side-preview.tsx';
import { StampForm } from './stamp-form.tsx';
import { useSetupDesk } from './use-setup.ts';

interface SetupPanelProps {
  readonly view: CaseView;
  /** The exhibit to point at. */
  readonly exhibitKey: string | undefined;
}

/** Everything is saved as it is changed. */
export function SetupPanel({ view, exhibitKey }: SetupPanelProps) {
  const preflight = usePreflight(view.case.id);
  const packets = usePackets(view.case.id);
  const pages = usePacketPages(view.case.id);
  const desk = useSetupDesk(view);
  // An exhibit chosen before its pages are laid out is shown once they are.
  const [wanted, setWanted] = useState<number | string>(1);
  if (preflight.isPending) return <Loading label="Checking the packet" />;
  if (preflight.isError) return <ErrorNotice error={preflight.error} />;
  const listed = shownExhibits(preflight.data, desk.setup);
  const all = pages.data?.pages ?? [];
  const at =
    typeof wanted === 'number'
      ? wanted
      : all.findIndex(({ kind, key }) => kind === 'exhibit' && key === wanted) + 1 || 1;
  return (
    <Stack gap="lg">
      <SensitiveNotice view={view} />
      <div className="packet-setup">
        <Stack gap="xl" miw={0}>
          <PresetChoice view={view} desk={desk} />
          <section aria-labelledby="exhibits-heading">
            <Group justify="space-between" mb="xs">
              <Title order={2} id="exhibits-heading">
                Exhibits
              </Title>
              {desk.setup.exhibits.length > 0 && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  onClick={() => desk.usualOrder('The exhibits stand in the usual order.')}
                >
                  Usual order
                </Button>
              )}
            </Group>
            <ExhibitList view={view} listed={listed} desk={desk} pointedAt={exhibitKey} onShow={setWanted} />
            <Attachments view={view} />
          </section>
          <section aria-labelledby="more-heading">
            <Title order={2} id="more-heading" mb="xs">
              Parts, numbers and marks
            </Title>
            <Stack gap="xs">
              <Fold summary="Parts before the exhibits">
                <PartsForm view={view} desk={desk} />
              </Fold>
              <Fold summary="Numbers on the pages, names of the exhibits">
                <StampForm desk={desk} />
              </Fold>
              <Fold summary="Marked words, line at the foot">
                <MarksForm desk={desk} />
              </Fold>
            </Stack>
          </section>
        </Stack>
        <SidePreview view={view} pages={pages} at={at} onTurn={setWanted} bytes={preflight.data.bytes} />
      </div>
      <section aria-labelledby="build-heading">
        <Title order={2} id="build-heading" mb="xs">
          {packets.data?.length ? 'Build a new version' : 'Build the packet'}
        </Title>
        <Stack gap="md">
          <BuildPart view={view} canFinal={preflight.data.canFinal} />
          <ErrorNotice error={packets.error} />
          {preflight.data.problems.length > 0 && (
            <Text size="sm" c="dimmed">
              Each point below leads to the place where it is mended.
            </Text>
          )}
          <ProblemList view={view} problems={preflight.data.problems} />
        </Stack>
      </section>
    </Stack>
  );
}
