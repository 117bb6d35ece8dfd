// One thing that was sent.
import { Group, Text } from '@mantine/core';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Submission } from '../../../../shared/model/diary.ts';
import { PageLink } from '../../../parts/page-link.tsx';
import { longDate } from '../../../wording/format.ts';
import { CHANNEL_NAMES } from '../../../wording/work.ts';
import { useCopies } from '../copies/use-copies.ts';
import { RowButtons } from '../money/row-buttons.tsx';

interface SubmissionCardProps {
  readonly submission: Submission;
  readonly view: CaseView;
  readonly names: { readonly packets: ReadonlyMap<string, string>; readonly letters: ReadonlyMap<string, string> };
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** What, how, when, to whom, and the proof. */
export function SubmissionCard({ submission, view, names, onChange, onRemove }: SubmissionCardProps) {
  const { what, packetId, copyId, sha256, letterId, channel, on, to, confirmation, proofDocumentId, receivedOn, note } =
    submission;
  const heading = what === 'appeal' ? 'The appeal' : (names.letters.get(letterId ?? '') ?? 'Sent');
  const packet = names.packets.get(packetId ?? '');
  const copy = useCopies(copyId === undefined ? undefined : packetId).data?.find(({ id }) => id === copyId);
  return (
    <article className="surface diary-card" aria-label={`${heading}, ${longDate(on)}`}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div className="grow">
          <h3 className="small-heading">
            {heading}
            {packet !== undefined && `, ${packet}`}
          </h3>
          <Text size="sm" c="dimmed">
            {longDate(on)} · {CHANNEL_NAMES[channel]}
            {to !== '' && ` · to ${to}`}
          </Text>
        </div>
        <RowButtons about={`${heading} of ${longDate(on)}`} onChange={onChange} onRemove={onRemove} />
      </Group>
      <Text mt="xs">
        {receivedOn === undefined ? 'No proof of receipt noted yet.' : `They received it on ${longDate(receivedOn)}.`}
        {confirmation !== '' && ` Confirmation number: ${confirmation}.`}
      </Text>
      {what === 'appeal' && sha256 !== undefined && (
        <Text size="sm" className="wrap-anywhere">
          File: {copy?.fileName ?? (copyId === undefined ? 'the packet as built' : 'a file that was removed since')},
          SHA-256{' '}
          <Text span size="xs" ff="monospace">
            {sha256}
          </Text>
        </Text>
      )}
      {proofDocumentId !== undefined && (
        <Text size="sm">
          Proof:{' '}
          <PageLink documentId={proofDocumentId} title={view.documents[proofDocumentId] ?? 'Paper'} fromPage={1} />
        </Text>
      )}
      {note !== '' && <p className="diary-said">{note}</p>}
    </article>
  );
}
