// Brings the letter back from a word processor: what it changes is shown first, then taken, and can be undone.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { AppealLetterView, WordComparison } from '../../../../shared/contract/appeal-letter.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { storedOwnLetter, takeAppealLetter } from '../../../bridge/queries.ts';
import { Icon } from '../../../parts/icons.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { count } from '../../../wording/format.ts';
import { ChangedWords } from './changed-words.tsx';

interface WordImportProps {
  readonly view: CaseView;
  /** Saves what was typed last and gives the revision stored then. */
  readonly revision: () => Promise<AppealLetterView['revision']>;
  readonly onReplaced: () => void;
}

/** Nothing is replaced before the user has seen what changes. */
export function WordImport({ view, revision, onReplaced }: WordImportProps) {
  const host = useHost();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const [comparison, setComparison] = useState<WordComparison>();
  const { id } = view.case;
  const compare = useMutation({
    mutationFn: async (file: File) => {
      await revision();
      const [uploaded] = await host.upload([file], () => undefined);
      if (uploaded === undefined || !('token' in uploaded)) throw new AppError('file-unreadable');
      return host.client.appealLetter.compareWord({ id, token: uploaded.token });
    },
    onSuccess: setComparison,
  });
  const putBack = useMutation({
    mutationFn: (ownLetter: CaseView['case']['ownLetter']) => host.client.appealLetter.putBack({ id, ownLetter }),
    scope: { id: 'cases' },
    onSuccess: (answer) => {
      takeAppealLetter(queries, id, answer);
      onReplaced();
    },
  });
  const take = useMutation({
    mutationFn: async ({ letter }: WordComparison) => {
      const state = await revision();
      const before = storedOwnLetter(queries, id);
      return { before, answer: await host.client.appealLetter.save({ id, letter, revision: state }) };
    },
    onSuccess: ({ before, answer }) => {
      setComparison(undefined);
      takeAppealLetter(queries, id, answer);
      onReplaced();
      offerUndo({
        id: 'letter-word',
        message: 'The letter is the one from the Word document.',
        undo: () => putBack.mutate(before),
      });
    },
  });
  return (
    <>
      <input
        ref={input}
        id={inputId}
        type="file"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        hidden
        aria-label="Word document with the letter"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) compare.mutate(file);
        }}
      />
      <Button variant="default" loading={compare.isPending} onClick={() => input.current?.click()}>
        Bring back from Word
      </Button>
      {comparison !== undefined && (
        <Modal opened onClose={() => setComparison(undefined)} title="The letter from the Word document" size="xl">
          <Comparison
            comparison={comparison}
            isBusy={take.isPending}
            onTake={() => take.mutate(comparison)}
            onClose={() => setComparison(undefined)}
          />
        </Modal>
      )}
    </>
  );
}

interface ComparisonProps {
  readonly comparison: WordComparison;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

function Comparison({ comparison: { changes, remarks }, isBusy, onTake, onClose }: ComparisonProps) {
  return (
    <Stack>
      {remarks.map((remark) => (
        <Group key={remark} gap="xs" wrap="nowrap" align="flex-start">
          <Icon name="alert" size={18} />
          <Text>{remark}</Text>
        </Group>
      ))}
      <Text>
        {changes.length === 0
          ? 'It says the same as your letter.'
          : `It changes ${count(changes.length, 'part')} of your letter. Nothing is replaced until you say so.`}
      </Text>
      <ul className="plain-list letter-comparison">
        {changes.map(({ kind, under, before, after }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no other name and never move
          <li key={index} className="gap-row">
            <Text size="sm" fw={600}>
              {under === '' ? 'Beginning of the letter' : under}
            </Text>
            <ChangedWords kind={kind} before={before} after={after} />
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus={changes.length === 0 || undefined}>
          {changes.length === 0 ? 'Close' : 'Leave my letter as it is'}
        </Button>
        {changes.length > 0 && (
          <Button loading={isBusy} onClick={onTake} data-autofocus>
            Replace my letter
          </Button>
        )}
      </Group>
    </Stack>
  );
}
