// One letter: on paper, with its blanks as fields beside it.
import { Anchor, Button, Group, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { EntryId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { WrittenLetter } from '../../../../shared/model/diary.ts';
import { KEYS, useCaseChange, useWrittenLetter } from '../../../bridge/queries.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { goTo } from '../../../navigation/use-route.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { LetterBlock } from '../letter-blocks.tsx';
import { BlankTarget } from './blank-context.ts';
import { BlankFields, fieldId } from './blank-fields.tsx';
import { LawList } from './law-list.tsx';
import { SaveLetter } from './save-letter.tsx';
import { SentMark } from './sent-mark.tsx';

interface LetterScreenProps {
  readonly view: CaseView;
  readonly letterId: EntryId;
}

/** The letter changes as its blanks are filled. */
export function LetterScreen({ view, letterId }: LetterScreenProps) {
  const { id } = view.case;
  const letter = useWrittenLetter(id, letterId);
  const queries = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const restore = useCaseChange((client, written: WrittenLetter) => client.letters.restore({ id, written }));
  const remove = useCaseChange((client, _written: WrittenLetter) => client.letters.remove({ id, letterId }));
  const isThere = letter.isSuccess;
  useEffect(() => {
    if (isThere) heading.current?.focus();
  }, [isThere]);
  const list = { screen: 'case', id, tab: 'letters' } as const;
  const removeWithUndo = (written: WrittenLetter, name: string) => {
    goTo(list);
    void remove.mutateAsync(written).then(
      () => {
        queries.removeQueries({ queryKey: KEYS.written(id, letterId) });
        offerUndo({
          id: `letter-${letterId}`,
          message: `“${name}” is removed.`,
          undo: () => restore.mutate(written),
        });
      },
      () => undefined, // the reason is shown by the query client
    );
  };
  const back = <Anchor href={hrefOf(list)}>All letters</Anchor>;
  if (letter.isPending) return <Loading label="Writing the letter" />;
  if (letter.isError)
    return (
      <>
        {back}
        <ErrorNotice error={letter.error} />
      </>
    );
  const { written, name, letter: text, blanks, open, basis } = letter.data;
  return (
    <section aria-labelledby="letter-heading">
      {back}
      <Title order={2} id="letter-heading" ref={heading} tabIndex={-1} className="page-title" mb="sm">
        {name}
      </Title>
      <Group gap="xs" mb="md">
        <SaveLetter caseId={id} letterId={letterId} name={name} />
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="trash" size={16} />}
          onClick={() => removeWithUndo(written, name)}
        >
          Remove
        </Button>
      </Group>
      <div className="letter-layout">
        <BlankTarget value={(label) => focusBlank(label, id)}>
          <article className="letter" aria-label={name}>
            {text.blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a letter have no other name
              <LetterBlock key={index} block={block} view={view} />
            ))}
          </article>
        </BlankTarget>
        <div className="letter-side">
          <BlankFields caseId={id} written={written} blanks={blanks} open={open} />
          <SentMark view={view} written={written} />
          <LawList basis={basis} />
        </div>
      </div>
    </section>
  );
}

/** A blank without a field here is a fact of the case. */
function focusBlank(label: string, id: CaseView['case']['id']): void {
  const field = document.getElementById(fieldId(label));
  if (field === null) goTo({ screen: 'case', id, tab: 'facts' });
  else field.focus();
}
