// All cases, the most urgent first.
import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { CaseSummary } from '../../../shared/model/case.ts';
import { useCases } from '../../bridge/queries.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { count, daysInWords, daysUntil, longDate } from '../../wording/format.ts';

/** A card for each case. */
export function CasesScreen() {
  const cases = useCases();
  const sorted = cases.data?.toSorted((a, b) => (a.deadline ?? '9999').localeCompare(b.deadline ?? '9999'));
  return (
    <Stack gap="lg" maw={900} mx="auto">
      <PageTitle screen="Cases">Cases</PageTitle>
      <ErrorNotice error={cases.error} />
      {cases.isPending && <Loading label="Loading cases" />}
      {sorted?.length === 0 && (
        <EmptyState
          icon="cases"
          heading="No case yet"
          actions={
            <Button component="a" href={hrefOf({ screen: 'papers' })}>
              Go to the papers
            </Button>
          }
        >
          A case starts from a denial: open the letter among your papers and choose “Make a case from this denial”.
        </EmptyState>
      )}
      {sorted?.map((item) => (
        <CaseCard key={item.id} item={item} />
      ))}
    </Stack>
  );
}

function CaseCard({ item }: { readonly item: CaseSummary }) {
  return (
    <article className="surface" style={{ padding: 20 }}>
      <Title order={2}>
        <Anchor href={hrefOf({ screen: 'case', id: item.id, tab: 'reasons' })} inherit>
          {item.title}
        </Anchor>
      </Title>
      <Group gap="xs" mt="xs">
        <Badge className="tag">
          {item.answeredCount} of {count(item.groundCount, 'reason')} answered
        </Badge>
        {item.packetCount > 0 && <Badge className="tag">{count(item.packetCount, 'packet')}</Badge>}
      </Group>
      <Text mt="sm">
        {item.deadline === undefined ? (
          'The day to send it by is not known yet.'
        ) : (
          <>
            Aim to send it by <strong>{longDate(item.deadline)}</strong>{' '}
            <Text span c={daysUntil(item.deadline) < 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
              ({daysInWords(item.deadline)})
            </Text>
          </>
        )}
      </Text>
    </article>
  );
}
