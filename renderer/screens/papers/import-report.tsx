// What became of the files of an import: how many were taken, which were refused and why.
import { Alert, Anchor, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DocumentId } from '../../../shared/ids.ts';
import type { ImportOutcome } from '../../../shared/model/document.ts';
import type { Job } from '../../../shared/model/job.ts';
import { readsPapers, useJobs } from '../../bridge/jobs.tsx';
import { hrefOf } from '../../navigation/routes.ts';
import { Icon } from '../../parts/icons.tsx';
import { count } from '../../wording/format.ts';

/** Stays until it is put away. Packet jobs report elsewhere. */
export function ImportReport({ job }: { readonly job: Job }) {
  const { putAway } = useJobs();
  if (!readsPapers(job)) return null;
  const outcomes = job.result?.outcomes ?? [];
  const waiting = outcomes.filter(isWaiting);
  const refused = outcomes.filter((outcome) => outcome.status === 'refused' && !isWaiting(outcome));
  const duplicates = outcomes.filter((outcome) => outcome.status === 'duplicate');
  const alike = outcomes.filter(isAlike);
  const isBad = job.state === 'failed' || refused.length > 0;
  return (
    <Alert
      className="notice"
      color={isBad ? 'red' : 'pine'}
      variant="light"
      icon={<Icon name={isBad || waiting.length > 0 ? 'alert' : 'check'} />}
      title={headline(job, outcomes)}
      withCloseButton
      closeButtonLabel="Put this report away"
      onClose={() => putAway(job.id)}
      role="status"
    >
      {job.error !== undefined && <Text>{job.error.sentence}</Text>}
      {job.state === 'cancelled' && job.error === undefined && <Text>Stopped. What was finished before is kept.</Text>}
      {refused.length > 0 && (
        <List spacing={4}>
          {refused.map((outcome, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two refused files may have one name, and the list never changes
            <List.Item key={index}>
              <strong className="wrap-anywhere">{outcome.fileName}</strong>
              {outcome.within !== undefined && <span className="wrap-anywhere"> (in {outcome.within})</span>}:{' '}
              {outcome.error?.sentence}
            </List.Item>
          ))}
        </List>
      )}
      {waiting.length > 0 && (
        <List spacing={4}>
          {waiting.map(({ documentId, fileName }) => (
            <List.Item key={documentId}>
              <strong className="wrap-anywhere">{fileName}</strong> is kept, and opens only with its password.{' '}
              <Anchor href={hrefOf({ screen: 'paper', id: documentId, pageNumber: 1 })} underline="always">
                Type it
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      {duplicates.length > 0 && (
        <Text mt="xs">Already in the vault: {duplicates.map((outcome) => outcome.fileName).join(', ')}</Text>
      )}
      {alike.length > 0 && (
        <Text mt="xs">
          {alike.length === 1 ? 'Looks' : 'Look'} like a letter that was here before:{' '}
          {alike.map(({ fileName, documentId, looksLike }, index) => (
            <span key={documentId} className="wrap-anywhere">
              {index > 0 && ', '}
              <PaperLink id={documentId}>{fileName}</PaperLink> (<PaperLink id={looksLike}>see that one</PaperLink>)
            </span>
          ))}
          . Nothing was left out.
        </Text>
      )}
      {job.result?.caseId !== undefined && (
        <Anchor href={hrefOf({ screen: 'case', id: job.result.caseId, tab: 'reasons' })} underline="always" fw={600}>
          Open the sample case
        </Anchor>
      )}
    </Alert>
  );
}

function PaperLink({ id, children }: { readonly id: DocumentId; readonly children: ReactNode }) {
  return (
    <Anchor href={hrefOf({ screen: 'paper', id, pageNumber: 1 })} underline="always">
      {children}
    </Anchor>
  );
}

/** Taken in, and like an earlier paper. */
function isAlike(outcome: ImportOutcome): outcome is ImportOutcome & { documentId: DocumentId; looksLike: DocumentId } {
  return outcome.looksLike !== undefined && outcome.documentId !== undefined;
}

/** A locked paper is not refused: it is in the vault and waits. */
function isWaiting(outcome: ImportOutcome): outcome is ImportOutcome & { documentId: DocumentId } {
  return outcome.error?.code === 'pdf-password' && outcome.documentId !== undefined;
}

function headline(job: Job, outcomes: readonly ImportOutcome[]): string {
  const added = outcomes.filter((outcome) => outcome.status === 'imported').length;
  const waiting = outcomes.filter(isWaiting).length;
  const refused = outcomes.filter((outcome) => outcome.status === 'refused').length - waiting;
  if (job.state === 'failed') return 'The import did not finish';
  if (outcomes.length === 0) return job.state === 'cancelled' ? 'Import stopped' : 'Reading finished';
  const parts = added === 0 && waiting > 0 ? [] : [`${count(added, 'paper')} added`];
  const attached = outcomes.filter((outcome) => outcome.status === 'imported' && outcome.within !== undefined).length;
  if (attached > 0) parts[0] = `${parts[0]} (${attached} out of mails and ZIP files)`;
  if (waiting > 0) parts.push(`${count(waiting, 'paper')} waiting for a password`);
  if (refused > 0) parts.push(`${count(refused, 'file')} refused`);
  return parts.join(', ');
}
