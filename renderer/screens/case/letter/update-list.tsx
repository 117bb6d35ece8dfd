// What the case would say differently since the letter was started: taken over or not, one by one or all at once.
import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppealLetterView, LetterUpdate } from '../../../../shared/contract/appeal-letter.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { storedOwnLetter, takeAppealLetter } from '../../../bridge/queries.ts';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { count } from '../../../wording/format.ts';
import { ChangedWords } from './changed-words.tsx';

interface UpdateListProps {
  readonly view: CaseView;
  readonly updates: readonly LetterUpdate[];
  /** Saves what was typed last and gives the revision stored then. */
  readonly flush: () => Promise<AppealLetterView['revision']>;
  readonly onReplaced: () => void;
}

type How = 'take' | 'keep';

/** Folded while there is nothing; blocks the user changed are never taken over in one go. */
export function UpdateList({ view, updates, flush, onReplaced }: UpdateListProps) {
  const { client } = useHost();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const { id, ownLetter } = view.case;
  const putBack = useMutation({
    mutationFn: (before: typeof ownLetter) => client.appealLetter.putBack({ id, ownLetter: before }),
    scope: { id: 'cases' },
    onSuccess: (answer) => {
      takeAppealLetter(queries, id, answer);
      onReplaced();
    },
  });
  const settle = useMutation({
    mutationFn: async ({ ids, how }: { readonly ids: readonly string[]; readonly how: How }) => {
      const revision = await flush();
      const before = storedOwnLetter(queries, id);
      return { before, answer: await client.appealLetter.settle({ id, updateIds: [...ids], how, revision }) };
    },
    onSuccess: ({ before, answer }, { how }) => {
      takeAppealLetter(queries, id, answer);
      onReplaced();
      offerUndo({
        id: 'letter-updates',
        message: how === 'take' ? 'The letter says what the case says now.' : 'Your words stay.',
        undo: () => putBack.mutate(before),
      });
    },
  });
  if (updates.length === 0) return null;
  const untouched = updates.filter(({ mine }) => mine === 'as-drafted').map((each) => each.id);
  const settleOne = (update: LetterUpdate, how: How) => settle.mutate({ ids: [update.id], how });
  return (
    <section className="surface letter-updates" aria-labelledby="updates-heading">
      <Group justify="space-between" gap="xs">
        <Title order={3} id="updates-heading">
          {updates.length === 1
            ? 'The case would say one thing differently now'
            : `The case would say ${updates.length} things differently now`}
        </Title>
        <Group gap="xs">
          {untouched.length > 0 && (
            <Button
              size="compact-md"
              loading={settle.isPending}
              onClick={() => settle.mutate({ ids: untouched, how: 'take' })}
            >
              {untouched.length === updates.length
                ? 'Take over'
                : `Take over ${count(untouched.length, 'change')} you have not edited`}
            </Button>
          )}
          <Button size="compact-md" variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? 'Hide' : 'Show'}
          </Button>
        </Group>
      </Group>
      {isOpen && (
        <ul className="plain-list">
          {updates.map((update) => (
            <li key={update.id} className="gap-row">
              <Group gap="xs" mb={4}>
                <Text size="sm" fw={600}>
                  {update.under === '' ? 'Beginning of the letter' : update.under}
                </Text>
                {update.mine === 'edited' && <Badge className="tag">You changed this part</Badge>}
                {update.mine === 'gone' && <Badge className="tag">You took this part out</Badge>}
              </Group>
              <ChangedWords kind={update.kind} before={update.before} after={update.after} />
              <Group gap="xs" mt={6}>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={settle.isPending}
                  onClick={() => settleOne(update, 'take')}
                >
                  {update.mine === 'edited' ? 'Replace mine' : 'Take over'}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={settle.isPending}
                  onClick={() => settleOne(update, 'keep')}
                >
                  Leave as it is
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
