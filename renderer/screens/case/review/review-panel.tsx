// Review: somebody wrote remarks into a copy of the packet; here they stand at their places, to be settled one by one.
import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { AppError } from '../../../../shared/errors.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { takeCase, usePackets } from '../../../bridge/queries.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { count } from '../../../wording/format.ts';
import { ReviewThread } from './review-thread.tsx';
import { broughtIn, threadsOf } from './review-words.ts';

/** Open remarks first; the settled ones are a click away. */
export function ReviewPanel({ view }: { readonly view: CaseView }) {
  const packets = usePackets(view.case.id);
  const [shown, setShown] = useState<'open' | 'all'>('open');
  const notes = view.case.reviewNotes;
  const threads = threadsOf(notes);
  const open = threads.filter(({ note }) => note.state === 'open');
  const versions = new Map((packets.data ?? []).map((packet) => [packet.id, packet]));
  if (packets.data?.length === 0)
    return (
      <EmptyState icon="papers" heading="Nothing to review yet">
        Build a packet first, as a draft if points are still open. Give the PDF to your attorney, doctor or advocate;
        the remarks they write into it can be brought back here.
      </EmptyState>
    );
  return (
    <section aria-labelledby="review-heading">
      <Group justify="space-between" align="flex-end" mb="sm">
        <div>
          <Title order={2} id="review-heading">
            Remarks of a reviewer
          </Title>
          <Text c="dimmed" maw={640}>
            Send a version to somebody you trust. Notes, marked words and drawings made in Acrobat, Preview or a browser
            come back to the pages they belong to. The PDF itself is not kept.
          </Text>
        </div>
        <BringIn view={view} />
      </Group>
      {threads.length === 0 ? (
        <Text c="dimmed">No remarks yet.</Text>
      ) : (
        <Stack gap="sm">
          <Group justify="space-between">
            <SegmentedControl
              aria-label="Which remarks"
              value={shown}
              onChange={(value) => setShown(value === 'all' ? 'all' : 'open')}
              data={[
                { value: 'open', label: `Open (${open.length})` },
                { value: 'all', label: `All (${threads.length})` },
              ]}
            />
            <Text role="status" size="sm" c="dimmed">
              {open.length === 0 ? 'Every remark is settled.' : `${count(open.length, 'remark')} to settle.`}
            </Text>
          </Group>
          <div className="diary">
            {(shown === 'open' ? open : threads).map((thread) => (
              <ReviewThread
                key={thread.note.id}
                thread={thread}
                view={view}
                packet={versions.get(thread.note.packetId)}
              />
            ))}
          </div>
        </Stack>
      )}
    </section>
  );
}

function BringIn({ view }: { readonly view: CaseView }) {
  const host = useHost();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const bringIn = useMutation({
    mutationFn: async (file: File) => {
      const [uploaded] = await host.upload([file], () => undefined);
      if (uploaded === undefined || !('token' in uploaded)) throw new AppError('file-unreadable');
      return host.client.review.bringIn({ id: view.case.id, token: uploaded.token });
    },
    onSuccess: ({ view: changed, added, known, elsewhere }) => {
      takeCase(queries, changed);
      notifications.show({ message: broughtIn(added.length, known, elsewhere), autoClose: 8000 });
    },
  });
  return (
    <Stack gap={4}>
      <input
        ref={input}
        id={inputId}
        type="file"
        accept="application/pdf,.pdf"
        hidden
        aria-label="PDF with remarks"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) bringIn.mutate(file);
        }}
      />
      <Button
        leftSection={<Icon name="add" size={18} />}
        loading={bringIn.isPending}
        onClick={() => input.current?.click()}
      >
        Bring in a PDF with remarks
      </Button>
      <ErrorNotice error={bringIn.error} />
    </Stack>
  );
}
