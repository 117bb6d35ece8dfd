// The user's letter: its editor with what stands around it (saved or not, news from the case, doubtful quotes, files).
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AppealLetterView } from '../../../../shared/contract/appeal-letter.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { KEYS, takeAppealLetter } from '../../../bridge/queries.ts';
import { Icon } from '../../../parts/icons.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { LetterEditor } from './editor/letter-editor.tsx';
import { LetterFiles } from './letter-files.tsx';
import { QuoteList } from './quote-list.tsx';
import { UpdateList } from './update-list.tsx';
import { type SaveState, useLetterSaver } from './use-letter-saver.ts';
import { WordImport } from './word-import.tsx';

interface OwnLetterEditorProps {
  readonly view: CaseView;
  readonly appealLetter: AppealLetterView;
  /** Another letter took the place of this one. */
  readonly onReplaced: () => void;
}

const STATE_WORDS: Readonly<Record<SaveState, string>> = {
  saved: 'All changes are saved.',
  typing: 'Not saved yet…',
  saving: 'Saving…',
  failed: 'Not saved.',
  conflict: 'Not saved: the letter was changed in another window.',
};

/** The editor keeps what is typed until it is stored, whatever happens. */
export function OwnLetterEditor({ view, appealLetter, onReplaced }: OwnLetterEditorProps) {
  const { client } = useHost();
  const queries = useQueryClient();
  const { id } = view.case;
  const saver = useLetterSaver(id, appealLetter);
  const own = view.case.ownLetter;
  const replaced = (answer: Parameters<typeof takeAppealLetter>[2]) => {
    takeAppealLetter(queries, id, answer);
    onReplaced();
  };
  const putBack = useMutation({
    mutationFn: (ownLetter: typeof own) => client.appealLetter.putBack({ id, ownLetter }),
    scope: { id: 'cases' },
    onSuccess: replaced,
  });
  const backToDraft = useMutation({
    mutationFn: async () => {
      await saver.flush();
      return client.appealLetter.backToDraft({ id });
    },
    onSuccess: (answer) => {
      replaced(answer);
      offerUndo({
        id: 'letter-draft',
        message: 'The case writes the letter again; yours is put aside.',
        undo: () => putBack.mutate(answer.before),
      });
    },
  });
  const showOther = useMutation({
    mutationFn: async () => queries.setQueryData(KEYS.letter(id), await client.appealLetter.get({ id })),
    onSuccess: onReplaced,
  });
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <Text
          role="status"
          size="sm"
          c={saver.state === 'failed' || saver.state === 'conflict' ? 'var(--mantine-color-error)' : 'dimmed'}
        >
          {STATE_WORDS[saver.state]}
        </Text>
        <Group gap="xs">
          <LetterFiles caseId={id} beforeSave={saver.flush} />
          <WordImport view={view} revision={saver.flush} onReplaced={onReplaced} />
          <Button variant="default" loading={backToDraft.isPending} onClick={() => backToDraft.mutate()}>
            Back to the draft
          </Button>
        </Group>
      </Group>
      {saver.state === 'conflict' && (
        <Alert color="red" variant="light" icon={<Icon name="alert" />} role="alert" className="notice">
          <Text fw={600} mb={4}>
            Two windows changed the letter
          </Text>
          <Text mb="xs">
            Another window saved the letter while you were writing here. Your text is still below; only one of both can
            stay.
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => void saver.keepMine().catch(() => undefined)}>
              Keep what is below
            </Button>
            <Button variant="default" loading={showOther.isPending} onClick={() => showOther.mutate()}>
              Show the other one
            </Button>
          </Group>
        </Alert>
      )}
      {saver.state === 'failed' && (
        <Group gap="xs">
          <Text>Your text is still below.</Text>
          <Button variant="default" size="compact-md" onClick={() => void saver.flush().catch(() => undefined)}>
            Save again
          </Button>
        </Group>
      )}
      <UpdateList view={view} updates={appealLetter.updates} flush={saver.flush} onReplaced={onReplaced} />
      <QuoteList quotes={appealLetter.quotes} />
      <LetterEditor view={view} appealLetter={appealLetter} onChange={saver.change} />
    </Stack>
  );
}
