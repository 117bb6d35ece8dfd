// Beside the page: reasons, what else was read, and what the person corrects or notes.
import { Button, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DocumentDetail } from '../../../shared/model/document.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { takeCase, useDocumentChange } from '../../bridge/queries.ts';
import { goTo } from '../../navigation/use-route.ts';
import { AutosaveInput, AutosaveTextarea } from '../../parts/autosave.tsx';
import { KIND_CHOICES } from '../../wording/vocabulary.ts';
import { FieldsTable } from './fields-table.tsx';
import type { PaperRoute } from './paper-screen.tsx';
import { ReasonList } from './reason-list.tsx';

interface SidePanelProps {
  readonly detail: DocumentDetail;
  readonly route: PaperRoute;
}

/** The panel, most important first. */
export function SidePanel({ detail, route }: SidePanelProps) {
  const { document, reading } = detail;
  const { id } = document;
  const setKind = useDocumentChange((client, kind: DocumentKind) => client.documents.setKind({ id, kind }));
  const setTitle = useDocumentChange((client, title: string) => client.documents.setTitle({ id, title }));
  const setNote = useDocumentChange((client, note: string) => client.documents.setNote({ id, note }));
  const isDecision = reading.reasons.length > 0 || document.kind === 'denial-letter' || document.kind === 'eob';
  return (
    <Stack component="aside" gap="lg" aria-label="About this paper">
      {document.state === 'reading' && <Text role="status">This paper is still being read.</Text>}
      {isDecision && document.state === 'ready' && <MakeCase documentId={id} />}
      {reading.reasons.length > 0 && <ReasonList reasons={reading.reasons} route={route} />}
      <Stack gap="xs">
        <Select
          label="Kind of paper"
          description={document.kindConfirmed ? 'Set by you.' : kindWhy(detail)}
          data={KIND_CHOICES}
          value={document.kind}
          onChange={(_value, choice) => choice !== null && setKind.mutate(choice.value)}
          allowDeselect={false}
          searchable
        />
        <AutosaveInput label="Title" value={document.title} onSave={setTitle.mutateAsync} maxLength={300} />
        <AutosaveTextarea
          label="Your note"
          description="For yourself; it does not go into the packet."
          value={document.note}
          onSave={setNote.mutateAsync}
          minRows={2}
          maxLength={20_000}
        />
      </Stack>
      {reading.findings.length > 0 && (
        <section aria-labelledby="read-heading">
          <Title order={2} id="read-heading" mb="xs">
            Read from this paper
          </Title>
          <FieldsTable findings={reading.findings} route={route} />
        </section>
      )}
    </Stack>
  );
}

function MakeCase({ documentId }: { readonly documentId: PaperRoute['id'] }) {
  const { client } = useHost();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => client.cases.create({ documentId }),
    onSuccess: (view) => {
      takeCase(queries, view);
      goTo({ screen: 'case', id: view.case.id, tab: 'reasons' });
    },
  });
  return (
    <Button size="md" loading={create.isPending} onClick={() => create.mutate()}>
      Make a case from this denial
    </Button>
  );
}

function kindWhy({ reading }: DocumentDetail): string {
  const why = reading.kind.why.slice(0, 2).join('; ');
  return why === '' ? 'Recognised by this app; correct it if it is wrong.' : `Recognised by: ${why}.`;
}
