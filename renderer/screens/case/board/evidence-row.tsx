// One page that answers a reason, or may: accepted, rejected, moved to another reason.
import { Button, Group, Menu, Text } from '@mantine/core';
import type { CaseView, Evidence } from '../../../../shared/model/case.ts';
import { PageLink } from '../../../parts/page-link.tsx';
import { REASON_NAMES } from '../../../wording/reasons.ts';
import { DRAGGED_PAGE, targetsOf } from './move.ts';
import type { Board } from './use-board.ts';

interface EvidenceRowProps {
  readonly view: CaseView;
  readonly evidence: Evidence;
  /** Its place among the suggestions, from 1; undefined for one that was judged. */
  readonly rank: number | undefined;
  readonly board: Board;
  /** Names the element to focus after a change. */
  readonly focusNext: (elementId: string) => void;
}

const STATE_WORDS: Readonly<Record<Evidence['state'], string>> = {
  suggested: 'Suggested',
  accepted: 'Accepted',
  rejected: 'Rejected',
};

/** The element of a page on the board. */
export function evidenceElementId(id: string): string {
  return `evidence-${id}`;
}

/** Stands in a list. An accepted page can be dragged to another reason. */
export function EvidenceRow({ view, evidence, rank, board, focusNext }: EvidenceRowProps) {
  const { id, state, documentId, fromPage, toPage, proof, why } = evidence;
  const title = view.documents[documentId] ?? 'A paper in the trash';
  const place = `${title}, page ${fromPage}`;
  const targets = targetsOf(view.case, evidence);
  const canMove = state === 'accepted' && targets.length > 0;
  const set = (next: Evidence['state'], focusId = evidenceElementId(id)) =>
    board.setState(evidence, next, () => focusNext(focusId));
  return (
    <li
      id={evidenceElementId(id)}
      tabIndex={-1}
      className="evidence-row focus-target"
      data-state={state}
      draggable={canMove}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED_PAGE, id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <div className="evidence-words">
        <Text>
          <Text span size="sm" fw={700} className="evidence-state">
            {rank === undefined ? STATE_WORDS[state] : `${STATE_WORDS[state]}, no. ${rank}`}
          </Text>{' '}
          <PageLink documentId={documentId} title={title} fromPage={fromPage} toPage={toPage} proof={proof} />
        </Text>
        {proof !== undefined && (
          <Text className="evidence-quote" lineClamp={4}>
            “{proof.quote}”
          </Text>
        )}
        {state === 'suggested' && why.length > 0 && (
          <Text size="sm" c="dimmed">
            Why: {why.join('; ')}.
          </Text>
        )}
      </div>
      <Group gap={6} className="evidence-acts">
        {state === 'suggested' && (
          <>
            <Button size="compact-md" onClick={() => set('accepted')} aria-label={`Accept ${place}`}>
              Accept
            </Button>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => set('rejected', `pages-${evidence.groundId}`)}
              aria-label={`Reject ${place}`}
            >
              Reject
            </Button>
          </>
        )}
        {canMove && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button size="compact-md" variant="default" aria-label={`Move to another reason: ${place}`}>
                Move to…
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {targets.map((ground) => (
                <Menu.Item
                  key={ground.id}
                  onClick={() => board.move(evidence, ground.id, () => focusNext(`pages-${ground.id}`))}
                >
                  {REASON_NAMES[ground.reason]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {state !== 'suggested' && (
          <Button size="compact-md" variant="subtle" onClick={() => set('suggested')} aria-label={`Undo for ${place}`}>
            Undo
          </Button>
        )}
      </Group>
    </li>
  );
}
