// One case: until when, then reasons, facts, letter and packet.
import { Anchor, Stack, Tabs } from '@mantine/core';
import { useCase } from '../../bridge/queries.ts';
import { CASE_TABS, type CaseTab, hrefOf, type Route } from '../../navigation/routes.ts';
import { goTo } from '../../navigation/use-route.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { CaseHead } from './case-head.tsx';
import { CriteriaTab } from './criteria/criteria-tab.tsx';
import { DeadlineCards } from './deadline-cards.tsx';
import { FactsTab } from './facts-tab.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import { LetterTab } from './letter/letter-tab.tsx';
import { LettersTab } from './letters/letters-tab.tsx';
import { MoneyTab } from './money/money-tab.tsx';
import { PacketTab } from './packet/packet-tab.tsx';
import { ReasonsTab } from './reasons-tab.tsx';
import { SubmissionsTab } from './submissions/submissions-tab.tsx';
import { TimelineTab } from './timeline/timeline-tab.tsx';

const TAB_NAMES: Readonly<Record<CaseTab, string>> = {
  reasons: 'Reasons',
  criteria: 'Criteria',
  history: 'History',
  timeline: 'Timeline',
  money: 'Money',
  facts: 'Facts',
  letters: 'Letters',
  letter: 'Appeal letter',
  packet: 'Packet',
  submissions: 'Sent',
};

/** The head stays; the tabs change below it. */
export function CaseScreen({ route }: { readonly route: Extract<Route, { screen: 'case' }> }) {
  const view = useCase(route.id);
  if (view.isPending) return <Loading label="Loading the case" />;
  if (view.isError) return <ErrorNotice error={view.error} />;
  const { data } = view;
  return (
    <Stack gap="lg" maw={1000} mx="auto">
      <div>
        <Anchor href={hrefOf({ screen: 'cases' })}>Back to the list</Anchor>
        <PageTitle screen="Case">{data.case.title}</PageTitle>
      </div>
      <DeadlineCards deadlines={data.deadlines} documents={data.documents} />
      <CaseHead view={data} />
      <Tabs
        value={route.tab}
        onChange={(value) => {
          const tab = CASE_TABS.find((name) => name === value);
          if (tab !== undefined) goTo({ screen: 'case', id: route.id, tab });
        }}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {CASE_TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab} fz="md" fw={600}>
              {TAB_NAMES[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="reasons">
          <ReasonsTab view={data} groundId={route.groundId} />
        </Tabs.Panel>
        <Tabs.Panel value="criteria">
          <CriteriaTab view={data} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryTab view={data} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <TimelineTab view={data} />
        </Tabs.Panel>
        <Tabs.Panel value="money">
          <MoneyTab view={data} />
        </Tabs.Panel>
        <Tabs.Panel value="letters">
          <LettersTab view={data} letterId={route.letterId} />
        </Tabs.Panel>
        <Tabs.Panel value="submissions">
          <SubmissionsTab view={data} />
        </Tabs.Panel>
        <Tabs.Panel value="facts">
          <FactsTab view={data} />
        </Tabs.Panel>
        <Tabs.Panel value="letter">
          <LetterTab view={data} />
        </Tabs.Panel>
        <Tabs.Panel value="packet">
          <PacketTab view={data} route={route} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
