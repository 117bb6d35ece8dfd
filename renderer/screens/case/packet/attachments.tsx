// Papers that go into the packet although no reason cites them.
import { MultiSelect } from '@mantine/core';
import type { DocumentId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useCaseChange, useDocuments } from '../../../bridge/queries.ts';
import { isDocumentId } from '../../../navigation/routes.ts';

/** A choice among the papers that are ready; their order is the order of choosing. */
export function Attachments({ view }: { readonly view: CaseView }) {
  const { id, attachments } = view.case;
  const documents = useDocuments();
  const set = useCaseChange((client, documentIds: DocumentId[]) => client.cases.setAttachments({ id, documentIds }));
  const ready = documents.data?.filter((document) => document.state === 'ready') ?? [];
  return (
    <MultiSelect
      label="Also enclose"
      description="Papers to put into the packet although no reason points at them."
      placeholder={attachments.length === 0 ? 'Choose papers' : ''}
      data={ready.map((document) => ({ value: document.id as string, label: document.title }))}
      value={attachments.filter((each) => ready.some((document) => document.id === each))}
      onChange={(values) => set.mutate(values.filter(isDocumentId))}
      searchable
      hidePickedOptions
      autoComplete="off"
    />
  );
}
