// What the person corrects or notes about a paper: its kind, its title, tags, a note.
import { Select, Stack, TagsInput } from '@mantine/core';
import type { DocumentDetail } from '../../../shared/model/document.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { useDocumentChange, useDocuments } from '../../bridge/queries.ts';
import { AutosaveInput, AutosaveTextarea } from '../../parts/autosave.tsx';
import { KIND_CHOICES } from '../../wording/vocabulary.ts';
import { choicesOf } from '../search/narrowing.ts';

/** Each field saves itself. */
export function AboutPaper({ detail }: { readonly detail: DocumentDetail }) {
  const { document } = detail;
  const { id } = document;
  const setKind = useDocumentChange((client, kind: DocumentKind) => client.documents.setKind({ id, kind }));
  const setTitle = useDocumentChange((client, title: string) => client.documents.setTitle({ id, title }));
  const papers = useDocuments().data ?? [];
  const setTags = useDocumentChange((client, tags: string[]) => client.documents.setTags({ id, tags }));
  const setNote = useDocumentChange((client, note: string) => client.documents.setNote({ id, note }));
  return (
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
      <TagsInput
        label="Tags"
        description="Words of your own, to find this paper by."
        placeholder={document.tags.length === 0 ? 'to ask, paid…' : undefined}
        data={[...choicesOf(papers).tags]}
        value={[...document.tags]}
        onChange={(tags) => setTags.mutate(tags)}
        maxTags={40}
        maxLength={60}
        splitChars={[',']}
        acceptValueOnBlur
        clearable
      />
      <AutosaveTextarea
        label="Your note"
        description="For yourself; it does not go into the packet."
        value={document.note}
        onSave={setNote.mutateAsync}
        minRows={2}
        maxLength={20_000}
      />
    </Stack>
  );
}

function kindWhy({ reading }: DocumentDetail): string {
  const why = reading.kind.why.slice(0, 2).join('; ');
  return why === '' ? 'Recognised by this app; correct it if it is wrong.' : `Recognised by: ${why}.`;
}
