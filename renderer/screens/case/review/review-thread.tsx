// One remark of a reviewer with its answers: where it stands, what it says, and what was done about it.
import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Packet } from '../../../../shared/model/packet.ts';
import type { ReviewNote } from '../../../../shared/model/review.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { hrefOf } from '../../../navigation/routes.ts';
import { AutosaveTextarea } from '../../../parts/autosave.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { longDate } from '../../../wording/format.ts';
import { ReviewPage } from './review-page.tsx';
import { headOf, type Thread } from './review-words.ts';

interface ReviewThreadProps {
  readonly thread: Thread;
  readonly view: CaseView;
  /** The version it was written into; missing once that is gone. */
  readonly packet: Packet | undefined;
}

/** The place is a link; settling can be undone. */
export function ReviewThread({ thread: { note, replies }, view, packet }: ReviewThreadProps) {
  const { id } = view.case;
  const [isShown, setIsShown] = useState(false);
  const setState = useCaseChange<ReviewNote['state']>((core, state) =>
    core.review.setState({ id, noteId: note.id, state }),
  );
  const setAnswer = useCaseChange<string>((core, answer) => core.review.setAnswer({ id, noteId: note.id, answer }));
  const remove = useCaseChange<undefined>((core) =>
    core.review.remove({ id, noteIds: [note, ...replies].map((each) => each.id) }),
  );
  const restore = useCaseChange<undefined>((core) => core.review.restore({ id, notes: [note, ...replies] }));
  const isOpen = note.state === 'open';
  const about = `${headOf(note)}, page ${note.stamp}`;
  const settle = () => {
    setState.mutate(isOpen ? 'resolved' : 'open', {
      onSuccess: () => {
        if (isOpen)
          offerUndo({
            id: `review/${note.id}`,
            message: 'The remark is settled.',
            undo: () => setState.mutate('open'),
          });
      },
    });
  };
  return (
    <article className="surface diary-card" aria-label={about}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div className="grow">
          <h3 className="small-heading">
            {headOf(note)} {!isOpen && <Badge className="tag tag-good">Settled</Badge>}
          </h3>
          <Text size="sm" c="dimmed">
            Page {note.stamp}
            {packet !== undefined && ` of version ${packet.version}`}
            {note.on !== undefined && ` · ${longDate(note.on)}`}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" aria-label={`${isOpen ? 'Settle' : 'Open again'}: ${about}`} onClick={settle}>
            {isOpen ? 'Settle' : 'Open again'}
          </Button>
          <Button
            variant="subtle"
            color="red"
            aria-label={`Remove: ${about}`}
            onClick={() =>
              remove.mutate(undefined, {
                onSuccess: () =>
                  offerUndo({
                    id: `review/${note.id}`,
                    message: 'The remark was removed.',
                    undo: () => restore.mutate(undefined),
                  }),
              })
            }
          >
            Remove
          </Button>
        </Group>
      </Group>
      {note.quote !== '' && <blockquote className="quote review-quote">“{note.quote}”</blockquote>}
      {note.text.trim() !== '' && <p className="diary-said">{note.text}</p>}
      {replies.map((reply) => (
        <p key={reply.id} className="diary-said review-reply">
          <strong>{reply.author === '' ? 'Answer' : reply.author}:</strong> {reply.text}
        </p>
      ))}
      <Group gap="md" mt="xs">
        <Place note={note} view={view} />
        {packet !== undefined && (
          <Button
            variant="subtle"
            size="compact-md"
            aria-expanded={isShown}
            aria-label={`${isShown ? 'Hide' : 'Show'} the page: ${about}`}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? 'Hide the page' : 'Show the page'}
          </Button>
        )}
      </Group>
      {isShown && packet !== undefined && <ReviewPage packet={packet} note={note} />}
      <AutosaveTextarea
        label="What was done about it"
        aria-label={`What was done about it: ${about}`}
        mt="sm"
        minRows={1}
        maxLength={5000}
        value={note.answer}
        onSave={(answer) => setAnswer.mutateAsync(answer)}
      />
    </article>
  );
}

/** The page of the paper it stands on, or the part of the app that makes such pages. */
function Place({ note, view }: { readonly note: ReviewNote; readonly view: CaseView }) {
  const title = note.documentId === undefined ? undefined : view.documents[note.documentId];
  if (note.documentId !== undefined && note.pageNumber !== undefined && title !== undefined)
    return (
      <Text size="sm">
        On <PageLink documentId={note.documentId} title={title} fromPage={note.pageNumber} />
      </Text>
    );
  return (
    <Text size="sm">
      On a page of your own text:{' '}
      <Anchor href={hrefOf({ screen: 'case', id: view.case.id, tab: 'letter' })} underline="always" inherit>
        go to the letter
      </Anchor>
    </Text>
  );
}
