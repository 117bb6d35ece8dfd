// The appeal letter as it stands now.
import { Stack, Text } from '@mantine/core';
import type { CaseView } from '../../../shared/model/case.ts';
import { useLetter } from '../../bridge/queries.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Loading } from '../../parts/loading.tsx';
import { LetterBlock } from './letter-blocks.tsx';

/** Written from the case: it changes with the facts, the answers and the accepted pages. */
export function LetterTab({ view }: { readonly view: CaseView }) {
  const letter = useLetter(view.case.id);
  if (letter.isPending) return <Loading label="Writing the letter" />;
  if (letter.isError) return <ErrorNotice error={letter.error} />;
  return (
    <Stack gap="md">
      <Text c="dimmed">
        The letter is put together from your facts, your answers and the pages you accepted. Marked gaps are things
        nobody has told the app yet. In the packet each reference becomes an exhibit with its page.
      </Text>
      <article className="letter" aria-label="Appeal letter">
        {letter.data.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a letter have no other name
          <LetterBlock key={index} block={block} view={view} />
        ))}
      </article>
    </Stack>
  );
}
