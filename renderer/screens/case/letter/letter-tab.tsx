// The appeal letter: drafted from the case until the user edits it himself, and how its reasons and answers will be printed.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppealLetterView } from '../../../../shared/contract/appeal-letter.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { takeAppealLetter, useAppealLetter } from '../../../bridge/queries.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { LetterBlock } from '../letter-blocks.tsx';
import { ChipContext } from './editor/cite-chip.tsx';
import { LetterFiles } from './letter-files.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { OwnLetterEditor } from './own-letter-editor.tsx';
import { WordImport } from './word-import.tsx';

/** Another letter in place of the shown one (brought back, taken over, undone) starts the editor afresh. */
export function LetterTab({ view }: { readonly view: CaseView }) {
  const letter = useAppealLetter(view.case.id);
  const [generation, setGeneration] = useState(0);
  const renew = () => setGeneration((old) => old + 1);
  if (letter.isPending) return <Loading label="Writing the letter" />;
  if (letter.isError) return <ErrorNotice error={letter.error} />;
  const { data } = letter;
  return (
    <Stack gap="xl">
      {data.isOwn ? (
        <OwnLetterEditor key={generation} view={view} appealLetter={data} onReplaced={renew} />
      ) : (
        <DraftedLetter view={view} appealLetter={data} onReplaced={renew} />
      )}
      <MatrixTable view={view} appealLetter={data} />
    </Stack>
  );
}

interface DraftedLetterProps {
  readonly view: CaseView;
  readonly appealLetter: AppealLetterView;
  readonly onReplaced: () => void;
}

/** Written from the case: it changes with the facts, the answers and the accepted pages. */
function DraftedLetter({ view, appealLetter, onReplaced }: DraftedLetterProps) {
  const { client } = useHost();
  const queries = useQueryClient();
  const { id } = view.case;
  const start = useMutation({
    mutationFn: () => client.appealLetter.start({ id }),
    scope: { id: 'cases' },
    onSuccess: (answer) => {
      takeAppealLetter(queries, id, answer);
      onReplaced();
    },
  });
  return (
    <Stack gap="md">
      <Text c="dimmed">
        The letter is put together from your facts, your answers and the pages you accepted, and changes with them.
        Marked gaps are things nobody has told the app yet. Edit it when the case is nearly complete: from then on it
        stays as you wrote it, and what the case would say differently is offered to you.
      </Text>
      <Group gap="xs">
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          Edit the letter
        </Button>
        <LetterFiles caseId={id} />
        <WordImport view={view} revision={async () => appealLetter.revision} onReplaced={onReplaced} />
      </Group>
      <ChipContext value={{ exhibits: appealLetter.exhibits, titles: view.documents }}>
        <article className="letter" aria-label="Appeal letter">
          {appealLetter.letter.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a letter have no other name
            <LetterBlock key={index} block={block} view={view} />
          ))}
        </article>
      </ChipContext>
    </Stack>
  );
}
