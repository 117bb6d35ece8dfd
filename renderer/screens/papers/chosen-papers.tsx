// What is done to several papers at once: a tag, a kind, the trash. Each with one way back for all of them.
import { Autocomplete, Button, Group, Popover, Select, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { useDocumentChange } from '../../bridge/queries.ts';
import { offerUndo } from '../../parts/undo-notice.tsx';
import { count } from '../../wording/format.ts';
import { KIND_CHOICES } from '../../wording/vocabulary.ts';
import { ArrangeDialog } from '../arrange/arrange-dialog.tsx';

interface ChosenPapersProps {
  readonly chosen: readonly DocumentSummary[];
  /** All tags there are. */
  readonly tags: readonly string[];
  readonly onDone: () => void;
}

/** A bar above the list; nothing while no paper is chosen. */
export function ChosenPapers({ chosen, tags, onDone }: ChosenPapersProps) {
  const setTags = useDocumentChange(async (client, papers: readonly Pick<DocumentSummary, 'id' | 'tags'>[]) => {
    for (const { id, tags: wanted } of papers) await client.documents.setTags({ id, tags: [...wanted] });
  });
  const setKinds = useDocumentChange(
    async (client, papers: readonly Pick<DocumentSummary, 'id' | 'kind' | 'kindConfirmed'>[]) => {
      for (const { id, kind, kindConfirmed } of papers)
        await client.documents.setKind({ id, ...(kindConfirmed && { kind }) });
    },
  );
  const trash = useDocumentChange(async (client, which: readonly DocumentSummary[]) => {
    for (const { id } of which) await client.documents.trash({ id });
  });
  const restore = useDocumentChange(async (client, which: readonly DocumentSummary[]) => {
    for (const { id } of which) await client.documents.restore({ id });
  });
  const papers = count(chosen.length, 'paper');
  const tagAll = (tag: string) => {
    const before = chosen;
    setTags.mutate(
      chosen.map(({ id, tags: old }) => ({ id, tags: [...new Set([...old, tag])] })),
      {
        onSuccess: () =>
          offerUndo({ id: 'many', message: `${papers}: tagged “${tag}”.`, undo: () => setTags.mutate(before) }),
      },
    );
  };
  const kindAll = (kind: DocumentKind, label: string) => {
    const before = chosen;
    setKinds.mutate(
      chosen.map(({ id }) => ({ id, kind, kindConfirmed: true })),
      {
        onSuccess: () =>
          offerUndo({ id: 'many', message: `${papers}: ${label}.`, undo: () => setKinds.mutate(before) }),
      },
    );
  };
  const trashAll = () => {
    const before = chosen;
    trash.mutate(before, {
      onSuccess: () => {
        onDone();
        offerUndo({ id: 'many', message: `${papers} in the trash.`, undo: () => restore.mutate(before) });
      },
    });
  };
  const [isJoining, setJoining] = useState(false);
  if (chosen.length === 0) return null;
  const canJoin = chosen.length > 1 && chosen.every(({ state, pageCount }) => state !== 'reading' && pageCount > 0);
  const isBusy = setTags.isPending || setKinds.isPending || trash.isPending || restore.isPending;
  return (
    <Group component="section" aria-label="Chosen papers" className="chosen-papers surface" gap="xs">
      <Text fw={600} role="status">
        {papers} chosen
      </Text>
      <TagForm tags={tags} isBusy={isBusy} onTag={tagAll} />
      <Select
        aria-label="Set the kind of the chosen papers"
        placeholder="Set the kind"
        data={KIND_CHOICES}
        value={null}
        onChange={(_value, choice) => choice !== null && kindAll(choice.value, choice.label)}
        disabled={isBusy}
        searchable
        w={170}
      />
      {chosen.length > 1 && (
        <Button variant="default" disabled={isBusy || !canJoin} onClick={() => setJoining(true)}>
          Join into one paper…
        </Button>
      )}
      {isJoining && <ArrangeDialog papers={chosen} onClose={() => setJoining(false)} onDone={onDone} />}
      <Button variant="default" disabled={isBusy} onClick={trashAll}>
        Move to the trash
      </Button>
      <Button variant="subtle" onClick={onDone}>
        Choose none
      </Button>
    </Group>
  );
}

interface TagFormProps {
  readonly tags: readonly string[];
  readonly isBusy: boolean;
  readonly onTag: (tag: string) => void;
}

/** Asks for the tag: one there is, or a new one. */
function TagForm({ tags, isBusy, onTag }: TagFormProps) {
  const [isOpen, setOpen] = useState(false);
  const [tag, setTag] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTag(tag.trim());
    setOpen(false);
    setTag('');
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus withArrow>
      <Popover.Target>
        <Button variant="default" disabled={isBusy} onClick={() => setOpen(!isOpen)}>
          Tag
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Tag the chosen papers">
        <form onSubmit={submit}>
          <Group align="flex-end">
            <Autocomplete
              label="Tag"
              data={[...tags]}
              value={tag}
              onChange={setTag}
              maxLength={60}
              comboboxProps={{ withinPortal: false }}
              data-autofocus
            />
            <Button type="submit" disabled={tag.trim() === ''}>
              Add the tag
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
