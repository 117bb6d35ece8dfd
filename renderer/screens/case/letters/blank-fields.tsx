// The blanks of a letter as labelled fields, and the user's own paragraphs. Each saves itself.
import { Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LetterView } from '../../../../shared/contract/letters.ts';
import type { CaseId } from '../../../../shared/ids.ts';
import type { WrittenLetter } from '../../../../shared/model/diary.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { KEYS } from '../../../bridge/queries.ts';
import { AutosaveTextarea } from '../../../parts/autosave.tsx';
import { count } from '../../../wording/format.ts';

interface BlankFieldsProps {
  readonly caseId: CaseId;
  readonly written: WrittenLetter;
  /** Labels of all blanks, in the order of the text. */
  readonly blanks: readonly string[];
  readonly open: readonly string[];
}

/** The id of the field of a blank: a click on the blank in the letter goes there. */
export function fieldId(label: string): string {
  return `blank-${label.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`;
}

/** Filled blanks stay as fields, so that they can be changed. */
export function BlankFields({ caseId, written, blanks, open }: BlankFieldsProps) {
  const change = useLetterChange(caseId, written.id);
  const labels = [...new Set(blanks)];
  return (
    <section aria-labelledby="blanks-heading">
      <Title order={3} id="blanks-heading" mb="xs">
        Blanks
      </Title>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {labels.length === 0
          ? 'This letter has no blanks.'
          : open.length === 0
            ? 'All blanks are filled.'
            : `${count(new Set(open).size, 'blank')} still open.`}
      </Text>
      {labels.map((label) => (
        <div key={label} className={open.includes(label) ? 'fact-blank' : undefined}>
          <AutosaveTextarea
            id={fieldId(label)}
            label={label}
            placeholder="Blank"
            minRows={1}
            maxLength={20_000}
            value={written.fills[label] ?? ''}
            onSave={(text) => change.mutateAsync({ label, text })}
          />
        </div>
      ))}
      <AutosaveTextarea
        label="Your own paragraphs"
        description="They stand before the closing. An empty line starts a new paragraph."
        minRows={3}
        maxLength={50_000}
        value={written.added}
        onSave={(text) => change.mutateAsync({ text })}
      />
    </section>
  );
}

/** Changes a blank, or without a label the user's own paragraphs; the answer takes the letter's place. */
function useLetterChange(id: CaseId, letterId: WrittenLetter['id']) {
  const { client } = useHost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ label, text }: { readonly label?: string; readonly text: string }): Promise<LetterView> =>
      label === undefined
        ? client.letters.setAdded({ id, letterId, text })
        : client.letters.fill({ id, letterId, label, text }),
    // In one row with the changes to the case: a letter is part of it.
    scope: { id: 'cases' },
    onSuccess: (view) => {
      queries.setQueryData(KEYS.written(id, letterId), view);
      void queries.invalidateQueries({ queryKey: KEYS.case(id), exact: true });
    },
  });
}
