// The list of what was sent: add, change, remove with the way back.
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Submission } from '../../../../shared/model/diary.ts';
import { useCaseChange, useLetterOffers, usePackets } from '../../../bridge/queries.ts';
import { useResume } from '../../../bridge/use-kept-form.ts';
import { FocusKeeper } from '../../../parts/focus-keeper.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { offerUndo } from '../../../parts/undo-notice.tsx';
import { SubmissionCard } from './submission-card.tsx';
import { SubmissionForm } from './submission-form.tsx';

/** The last sent first. */
export function SentPart({ view }: { readonly view: CaseView }) {
  const { id, submissions } = view.case;
  const packets = usePackets(id);
  const offers = useLetterOffers(id);
  const [edited, setEdited] = useState<Submission | 'new'>();
  useResume('submission', ({ about }) => setEdited(submissions.find((one) => one.id === about) ?? 'new'));
  const save = useCaseChange((client, submission: Submission) => client.diary.saveSubmission({ id, submission }));
  const remove = useCaseChange((client, submission: Submission) =>
    client.diary.removeSubmission({ id, submissionId: submission.id }),
  );
  const removeWithUndo = (submission: Submission) =>
    void remove.mutateAsync(submission).then(
      () =>
        offerUndo({
          id: `submission-${submission.id}`,
          message: 'The record of what was sent is removed.',
          undo: () => save.mutate(submission),
        }),
      () => undefined, // the reason is shown by the query client
    );
  const names = {
    packets: new Map(
      packets.data?.map(({ id: packetId, version }) => [packetId as string, `packet version ${version}`]),
    ),
    letters: new Map(
      view.case.letters.map((letter) => [
        letter.id as string,
        offers.data?.find(({ kind }) => kind === letter.kind)?.name ?? 'letter',
      ]),
    ),
  };
  return (
    <FocusKeeper aria-labelledby="submissions-heading">
      <Title order={2} id="submissions-heading" mb="xs">
        What was sent
      </Title>
      {submissions.length === 0 && edited === undefined && (
        <Text c="dimmed">
          Nothing is recorded yet. Record each thing you send, with the receipt: the plan’s time to answer counts from
          it.
        </Text>
      )}
      <div className="diary">
        {submissions
          .toSorted((a, b) => b.on.localeCompare(a.on))
          .map((submission) => (
            <SubmissionCard
              key={submission.id}
              submission={submission}
              view={view}
              names={names}
              onChange={() => setEdited(submission)}
              onRemove={() => removeWithUndo(submission)}
            />
          ))}
      </div>
      {edited === undefined ? (
        <Button mt="sm" leftSection={<Icon name="add" size={17} />} onClick={() => setEdited('new')}>
          Record what you sent
        </Button>
      ) : (
        <SubmissionForm
          key={edited === 'new' ? 'new' : edited.id}
          view={view}
          initial={edited === 'new' ? undefined : edited}
          packets={packets.data ?? []}
          letterNames={names.letters}
          onSave={(submission) =>
            void save.mutateAsync(submission).then(
              () => setEdited(undefined),
              () => undefined, // the reason is shown by the query client; the form stays
            )
          }
          onCancel={() => setEdited(undefined)}
        />
      )}
    </FocusKeeper>
  );
}
