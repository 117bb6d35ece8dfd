// The pages that answer a reason: suggested by the app or linked by hand, to be accepted, rejected or moved.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { CaseView, Evidence, Ground } from '../../../shared/model/case.ts';
import { useFocusNext } from '../../parts/focus-next.ts';
import { Icon } from '../../parts/icons.tsx';
import { count } from '../../wording/format.ts';
import { REASON_NAMES } from '../../wording/reasons.ts';
import { EvidenceRow } from './board/evidence-row.tsx';
import type { Board } from './board/use-board.ts';
import { LinkPageDialog } from './link-page-dialog.tsx';

interface EvidenceListProps {
  readonly view: CaseView;
  readonly ground: Ground;
  readonly board: Board;
}

/** Accepted first, then suggestions by strength; rejected ones are folded away. */
export function EvidenceList({ view, ground, board }: EvidenceListProps) {
  const [isLinking, { open, close }] = useDisclosure(false);
  const [isRejectedShown, setRejectedShown] = useState(false);
  const focusNext = useFocusNext();
  const own = view.case.evidence.filter((evidence) => evidence.groundId === ground.id);
  const of = (state: Evidence['state']) =>
    own.filter((evidence) => evidence.state === state).sort((a, b) => b.score - a.score);
  const suggested = of('suggested');
  const rejected = of('rejected');
  const shown = [...of('accepted'), ...suggested, ...(isRejectedShown ? rejected : [])];
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={3} id={`pages-${ground.id}`} tabIndex={-1} className="focus-target">
          Pages that answer this
        </Title>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<Icon name="link" size={16} />}
          aria-label={`Link a page to ${REASON_NAMES[ground.reason]}`}
          onClick={open}
        >
          Link a page…
        </Button>
      </Group>
      {shown.length === 0 && (
        <Text c="dimmed">Nothing among your papers answers this yet. Add papers, or link a page by hand.</Text>
      )}
      <Stack gap="xs" component="ul" className="plain-list">
        {shown.map((evidence) => (
          <EvidenceRow
            key={evidence.id}
            view={view}
            evidence={evidence}
            rank={evidence.state === 'suggested' ? suggested.indexOf(evidence) + 1 : undefined}
            board={board}
            focusNext={focusNext}
          />
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
