// What the deadline depends on: the day the letter came, the kind of plan, how far the dispute has gone.
import { Badge, Group, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { CaseView } from '../../../shared/model/case.ts';
import type { AppealLevel, PlanType } from '../../../shared/model/vocabulary.ts';
import { useCaseChange } from '../../bridge/queries.ts';
import { AutosaveInput } from '../../parts/autosave.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { today } from '../../wording/format.ts';
import { planTypeMeaning } from '../../wording/rule-words.ts';
import { choicesOf, LEVEL_NAMES, PLAN_TYPE_NAMES } from '../../wording/vocabulary.ts';
import { STATUS_NAMES } from '../../wording/work.ts';
import { LevelLinks } from './submissions/levels.tsx';
import { NoteCallButton } from './timeline/note-call-button.tsx';

/** Each change computes the deadlines anew. */
export function CaseHead({ view }: { readonly view: CaseView }) {
  const { id, planType, level, receivedOn, title } = view.case;
  const setTitle = useCaseChange((client, text: string) => client.cases.setTitle({ id, title: text }));
  const setReceived = useCaseChange((client, date: string) =>
    client.cases.setReceived(date === '' ? { id } : { id, receivedOn: date }),
  );
  const setPlanType = useCaseChange((client, value: PlanType) => client.cases.setPlanType({ id, planType: value }));
  const setLevel = useCaseChange((client, value: AppealLevel) => client.cases.setLevel({ id, level: value }));
  return (
    <section aria-label="About this case" className="surface" style={{ padding: 20 }}>
      <Group justify="space-between" mb="md" gap="xs">
        <Badge className="tag tag-accent">{STATUS_NAMES[view.case.status]}</Badge>
        <NoteCallButton caseId={id} variant="default" />
      </Group>
      <LevelLinks view={view} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <AutosaveInput
          label="Name of the case"
          value={title}
          onSave={(text) => (text.trim() === '' ? Promise.resolve() : setTitle.mutateAsync(text.trim()))}
          maxLength={200}
        />
        <TextInput
          key={receivedOn}
          type="date"
          label="Day you received the denial"
          description="The time to appeal usually counts from this day."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          defaultValue={receivedOn ?? ''}
          max={today()}
          autoComplete="off"
          onBlur={(event) => {
            const date = event.currentTarget.value;
            if (date !== (receivedOn ?? '') && event.currentTarget.validity.valid) setReceived.mutate(date);
          }}
        />
        <div>
          <Select
            label="Kind of plan"
            data={choicesOf(PLAN_TYPE_NAMES)}
            value={planType.value}
            onChange={(_value, choice) => choice !== null && setPlanType.mutate(choice.value)}
            allowDeselect={false}
          />
          <Text size="sm" c="dimmed" mt={4}>
            {planTypeMeaning(planType.value)}
          </Text>
          {planType.source !== undefined && !planType.byUser && (
            <Text size="sm" mt={4}>
              Read from “{planType.source.proof.quote}” (
              <PageLink
                documentId={planType.source.documentId}
                title={view.documents[planType.source.documentId] ?? 'Paper'}
                fromPage={planType.source.proof.pageNumber}
                proof={planType.source.proof}
              />
              )
            </Text>
          )}
        </div>
        <Select
          label="What this letter decided"
          data={choicesOf(LEVEL_NAMES)}
          value={level}
          onChange={(_value, choice) => choice !== null && setLevel.mutate(choice.value)}
          allowDeselect={false}
        />
      </SimpleGrid>
    </section>
  );
}
