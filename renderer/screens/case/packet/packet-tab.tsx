// The packet: set up and built, looked at, blacked out, sent, reviewed.
import { Stack, Tabs } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import { PACKET_PARTS, type Route } from '../../../navigation/routes.ts';
import { goTo } from '../../../navigation/use-route.ts';
import '../../../styles/packet.css';
import { RedactionPanel } from '../redactions/redaction-panel.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import { BuildProgress } from './build-progress.tsx';
import { PART_NAMES } from './packet-words.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { SetupPanel } from './setup-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

interface PacketTabProps {
  readonly view: CaseView;
  readonly route: Extract<Route, { screen: 'case' }>;
}

/** One part at a time; what is being built is told above all of them. */
export function PacketTab({ view, route }: PacketTabProps) {
  const { id } = view.case;
  return (
    <Stack gap="lg">
      <BuildProgress caseId={id} />
      <Tabs
        variant="pills"
        value={route.part ?? 'setup'}
        onChange={(value) => {
          const part = PACKET_PARTS.find((name) => name === value);
          if (part !== undefined) goTo({ screen: 'case', id, tab: 'packet', part });
        }}
        keepMounted={false}
      >
        <Tabs.List mb="lg" className="packet-parts" aria-label="Parts of the packet’s screen">
          {PACKET_PARTS.map((part) => (
            <Tabs.Tab key={part} value={part} fw={600}>
              {PART_NAMES[part]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="setup">
          <SetupPanel view={view} exhibitKey={route.exhibitKey} />
        </Tabs.Panel>
        <Tabs.Panel value="preview">
          <PreviewPanel view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="redactions">
          <RedactionPanel view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsPanel view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="review">
          <ReviewPanel view={view} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
