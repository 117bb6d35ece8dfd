// The decision that came in: it starts the case of the next level.
import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { DocumentKind } from '../../../../shared/model/vocabulary.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { KEYS, takeCase, useDecidedPapers } from '../../../bridge/queries.ts';
import { goTo } from '../../../navigation/use-route.ts';
import { PaperSelect } from '../../../parts/paper-select.tsx';

const DECISIONS: readonly DocumentKind[] = ['denial-letter', 'prior-authorization', 'eob'];

/** Only decisions from which no case was made yet are offered. */
export function DecisionPart({ view }: { readonly view: CaseView }) {
  const { client } = useHost();
  const queries = useQueryClient();
  const taken = useDecidedPapers();
  const [documentId, setDocumentId] = useState<DocumentId>();
  const next = useMutation({
    mutationFn: (decision: DocumentId) => client.cases.nextLevel({ id: view.case.id, documentId: decision }),
    scope: { id: 'cases' },
    onSuccess: (fresh) => {
      takeCase(queries, fresh);
      void queries.invalidateQueries({ queryKey: KEYS.case(view.case.id) });
      goTo({ screen: 'case', id: fresh.case.id, tab: 'reasons' });
    },
  });
  return (
    <section aria-labelledby="decision-heading">
      <Title order={2} id="decision-heading" mb="xs">
        A decision came in
      </Title>
      <Text c="dimmed" mb="sm">
        Add the letter to your papers first. The next level starts as a case of its own: your facts, answers and
        accepted pages go along, and the reasons are compared.
      </Text>
      <Group align="flex-end" gap="xs">
        <PaperSelect
          label="The decision"
          value={documentId}
          onChange={setDocumentId}
          offers={({ id, kind, state }) => DECISIONS.includes(kind) && state === 'ready' && !taken.has(id)}
          nothingFoundMessage="No further decision among your papers"
          className="grow"
          maw={520}
        />
        <Button
          disabled={documentId === undefined}
          loading={next.isPending}
          onClick={() => documentId !== undefined && next.mutate(documentId)}
        >
          Go on with this decision
        </Button>
      </Group>
    </section>
  );
}
