// Who, what and where: each fact with its page, or typed, or a visible blank.
import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { CaseView, Fact, PartyName } from '../../../shared/model/case.ts';
import { useCaseChange } from '../../bridge/queries.ts';
import { AutosaveTextarea } from '../../parts/autosave.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { FACT_GROUPS, FACT_NAMES, misreadFact } from '../../wording/facts.ts';
import { count } from '../../wording/format.ts';

/** All facts in groups; what is typed wins over what was read. */
export function FactsTab({ view }: { readonly view: CaseView }) {
  const blanks = FACT_GROUPS.flatMap(({ names }) => names).filter((name) => isBlank(view.case.facts[name])).length;
  return (
    <Stack gap="xl">
      <Text c="dimmed">
        What was read from your papers, with its page. Correct what is wrong and fill in what is missing: nothing is
        guessed.
        {blanks > 0 && ` ${count(blanks, 'blank')} left; not every letter needs all of them.`}
      </Text>
      {FACT_GROUPS.map(({ heading, names }) => (
        <section key={heading} aria-label={heading}>
          <Title order={2} mb="sm">
            {heading}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            {names.map((name) => (
              <FactField key={name} view={view} name={name} />
            ))}
          </SimpleGrid>
        </section>
      ))}
    </Stack>
  );
}

function FactField({ view, name }: { readonly view: CaseView; readonly name: PartyName }) {
  const { id, facts } = view.case;
  const fact = facts[name];
  const setFact = useCaseChange((client, value: string) => client.cases.setFact({ id, name, value: value.trim() }));
  return (
    <div className={isBlank(fact) ? 'fact-blank' : undefined}>
      <AutosaveTextarea
        label={FACT_NAMES[name]}
        placeholder="Blank"
        value={fact?.value ?? ''}
        onSave={setFact.mutateAsync}
        minRows={1}
        maxLength={2000}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={<Origin view={view} name={name} fact={fact} />}
        descriptionProps={{ component: 'div' }}
      />
    </div>
  );
}

interface OriginProps {
  readonly view: CaseView;
  readonly name: PartyName;
  readonly fact: Fact | undefined;
}

function Origin({ view, name, fact }: OriginProps) {
  if (fact?.source !== undefined) {
    const misread = misreadFact(name, fact);
    return (
      <>
        From{' '}
        <PageLink
          documentId={fact.source.documentId}
          title={view.documents[fact.source.documentId] ?? 'a paper'}
          fromPage={fact.source.proof.pageNumber}
          proof={fact.source.proof}
        />
        {misread !== undefined && `. ${misread}`}
      </>
    );
  }
  if (fact?.byUser === true && fact.value !== undefined) return 'Typed by you';
  return 'Not found in your papers';
}

function isBlank(fact: Fact | undefined): boolean {
  return fact?.value === undefined || fact.value === '';
}
