// The pages that answer a reason: suggested by the app or linked by hand, to be accepted or rejected.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { CaseView, Evidence, Ground } from '../../../shared/model/case.ts';
import { useCaseChange } from '../../bridge/queries.ts';
import { Icon } from '../../parts/icons.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { count } from '../../wording/format.ts';
import { LinkPageDialog } from './link-page-dialog.tsx';

interface EvidenceListProps {
  readonly view: CaseView;
  readonly ground: Ground;
}

/** Accepted first, then suggestions by strength; rejected ones are folded away. */
export function EvidenceList({ view, ground }: EvidenceListProps) {
  const [isLinking, { open, close }] = useDisclosure(false);
  const [isRejectedShown, setRejectedShown] = useState(false);
  const own = view.case.evidence.filter((evidence) => evidence.groundId === ground.id);
  const of = (state: Evidence['state']) =>
    own.filter((evidence) => evidence.state === state).sort((a, b) => b.score - a.score);
  const rejected = of('rejected');
  const shown = [...of('accepted'), ...of('suggested'), ...(isRejectedShown ? rejected : [])];
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={3}>Pages that answer this</Title>
        <Button variant="default" size="compact-md" leftSection={<Icon name="link" size={16} />} onClick={open}>
          Link a page…
        </Button>
      </Group>
      {shown.length === 0 && (
        <Text c="dimmed">Nothing among your papers answers this yet. Add papers, or link a page by hand.</Text>
      )}
      <Stack gap="xs" component="ul" className="plain-list">
        {shown.map((evidence) => (
          <EvidenceRow key={evidence.id} view={view} evidence={evidence} />
        ))}
      </Stack>
      {rejected.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          aria-expanded={isRejectedShown}
          onClick={() => setRejectedShown(!isRejectedShown)}
        >
          {isRejectedShown ? 'Hide' : 'Show'} {count(rejected.length, 'rejected page', 'rejected pages')}
        </Button>
      )}
      {isLinking && <LinkPageDialog view={view} ground={ground} onClose={close} />}
    </div>
  );
}

const STATE_WORDS: Readonly<Record<Evidence['state'], string>> = {
  suggested: 'Suggested',
  accepted: 'Accepted',
  rejected: 'Rejected',
};

function EvidenceRow({ view, evidence }: { readonly view: CaseView; readonly evidence: Evidence }) {
  const { id } = view.case;
  const setState = useCaseChange((client, state: Evidence['state']) =>
    client.cases.setEvidenceState({ id, evidenceId: evidence.id, state }),
  );
  const title = view.documents[evidence.documentId] ?? 'A paper in the trash';
  const place = `${title}, page ${evidence.fromPage}`;
  return (
    <li className="evidence-row" data-state={evidence.state}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text>
          <Text span size="sm" fw={700} className="evidence-state">
            {STATE_WORDS[evidence.state]}
          </Text>{' '}
          <PageLink
            documentId={evidence.documentId}
            title={title}
            fromPage={evidence.fromPage}
            toPage={evidence.toPage}
            proof={evidence.proof}
          />
        </Text>
        {evidence.proof !== undefined && (
          <Text className="evidence-quote" lineClamp={4}>
            “{evidence.proof.quote}”
          </Text>
        )}
        {evidence.state === 'suggested' && evidence.why.length > 0 && (
          <Text size="sm" c="dimmed">
            Why: {evidence.why.join('; ')}.
          </Text>
        )}
      </div>
      <Group gap={6} wrap="nowrap">
        {evidence.state === 'suggested' ? (
          <>
            <Button size="compact-md" onClick={() => setState.mutate('accepted')} aria-label={`Accept ${place}`}>
              Accept
            </Button>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => setState.mutate('rejected')}
              aria-label={`Reject ${place}`}
            >
              Reject
            </Button>
          </>
        ) : (
          <Button
            size="compact-md"
            variant="subtle"
            onClick={() => setState.mutate('suggested')}
            aria-label={`Undo for ${place}`}
          >
            Undo
          </Button>
        )}
      </Group>
    </li>
  );
}
