// The criteria of the plan's policy beside the pages that answer them.
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '../../../../shared/contract/record.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useRecord } from '../../../bridge/queries.ts';
import { useResume } from '../../../bridge/use-kept-form.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { criteriaSummary } from '../../../wording/criteria.ts';
import { PacketPart } from '../packet-part.tsx';
import { SensitiveNotice } from '../sensitive-notice.tsx';
import { CriterionDialog } from './criterion-dialog.tsx';
import { CriterionList } from './criterion-list.tsx';
import { HiddenCriteria } from './hidden-criteria.tsx';
import { PackList } from './pack-list.tsx';

interface CriteriaTabProps {
  readonly view: CaseView;
}

/** How the case stands first, then every criterion, then what policies usually ask. */
export function CriteriaTab({ view }: CriteriaTabProps) {
  const record = useRecord(view.case.id);
  const [isAdding, setAdding] = useState(false);
  useResume('criterion', ({ about }) => setAdding(about === undefined));
  if (record.isPending) return <Loading label="Comparing the policy with your papers" />;
  if (record.isError) return <ErrorNotice error={record.error} />;
  const { crosswalk, packs } = record.data;
  return (
    <Stack gap="lg">
      <SensitiveNotice view={view} />
      {crosswalk.length === 0 ? (
        <NoPolicy view={view} onAdd={() => setAdding(true)} />
      ) : (
        <Stand view={view} record={record.data} onAdd={() => setAdding(true)} />
      )}
      <HiddenCriteria view={view} />
      <PackList packs={packs} />
      {isAdding && <CriterionDialog view={view} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

interface StandProps {
  readonly view: CaseView;
  readonly record: RecordView;
  readonly onAdd: () => void;
}

function Stand({ view, record, onAdd }: StandProps) {
  return (
    <section aria-labelledby="criteria-heading">
      <Title order={2} id="criteria-heading">
        What the policy asks, and what your papers show
      </Title>
      <Text fw={600} my="xs" role="status">
        {criteriaSummary(record.crosswalk)}
      </Text>
      <Text c="dimmed" maw={680} mb="md">
        “Met” is said only where pages settle it. You know more than the pages: correct what is wrong, link a page that
        shows it, or ask for what is not shown yet.
      </Text>
      <Group justify="space-between" mb="md">
        <PacketPart view={view} part="crosswalk" />
        <Button variant="default" leftSection={<Icon name="add" size={18} />} onClick={onAdd}>
          Add a criterion
        </Button>
      </Group>
      <CriterionList view={view} rows={record.crosswalk} titles={record.documents} />
    </section>
  );
}

function NoPolicy({ view, onAdd }: { readonly view: CaseView; readonly onAdd: () => void }) {
  return (
    <EmptyState
      icon="papers"
      heading="No policy among your papers yet"
      actions={
        <Group justify="center">
          <Button component="a" href={hrefOf({ screen: 'case', id: view.case.id, tab: 'letters' })}>
            Write to the plan for it
          </Button>
          <Button variant="default" onClick={onAdd}>
            Type a criterion
          </Button>
        </Group>
      }
    >
      The plan decided by a rule: a medical policy, a guideline or a definition in the plan. It must give it to you free
      of charge when you ask. Ask for it in a letter, then add it to your{' '}
      <Anchor href={hrefOf({ screen: 'papers' })} underline="always" inherit>
        papers
      </Anchor>
      : each point it asks for will stand here beside the pages that show it.
    </EmptyState>
  );
}
