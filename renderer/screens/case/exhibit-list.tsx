// The exhibits as they would stand in the packet.
import { Table, Text, Title } from '@mantine/core';
import type { CaseView } from '../../../shared/model/case.ts';
import type { Exhibit } from '../../../shared/model/packet.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { shortDate } from '../../wording/format.ts';
import { REASON_NAMES } from '../../wording/reasons.ts';

interface ExhibitListProps {
  readonly view: CaseView;
  readonly exhibits: readonly Exhibit[];
}

/** One row per exhibit, with the reasons it answers. */
export function ExhibitList({ view, exhibits }: ExhibitListProps) {
  if (exhibits.length === 0) return null;
  return (
    <section aria-labelledby="exhibits-heading">
      <Title order={3} id="exhibits-heading" mb="xs">
        Exhibits
      </Title>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={50}>Tab</Table.Th>
              <Table.Th>Paper</Table.Th>
              <Table.Th>Date</Table.Th>
              <Table.Th>Pages</Table.Th>
              <Table.Th>Answers</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {exhibits.map((exhibit) => (
              <Table.Tr key={exhibit.label}>
                <Table.Td fw={700}>{exhibit.label}</Table.Td>
                <Table.Td>
                  <PageLink
                    documentId={exhibit.documentId}
                    title={exhibit.title}
                    fromPage={exhibit.pages[0] ?? 1}
                    toPage={exhibit.pages.at(-1)}
                  />
                </Table.Td>
                <Table.Td>{exhibit.date === undefined ? '' : shortDate(exhibit.date)}</Table.Td>
                <Table.Td>{exhibit.pages.length}</Table.Td>
                <Table.Td>
                  <Text size="sm">{answersOf(view, exhibit)}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function answersOf(view: CaseView, exhibit: Exhibit): string {
  return exhibit.supports
    .map((id) => view.case.grounds.find((ground) => ground.id === id))
    .flatMap((ground) => (ground === undefined ? [] : [REASON_NAMES[ground.reason]]))
    .join('; ');
}
