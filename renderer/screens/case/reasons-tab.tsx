// Every reason of the denial with what answers it.
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../shared/model/case.ts';
import type { ReasonId } from '../../../shared/model/vocabulary.ts';
import { useCaseChange } from '../../bridge/queries.ts';
import { boardProgress } from '../../wording/board.ts';
import { REASON_IDS, REASON_NAMES } from '../../wording/reasons.ts';
import { DropBar } from './board/drop-bar.tsx';
import { DRAGGED_PAGE } from './board/move.ts';
import { useBoard } from './board/use-board.ts';
import { GroundCard } from './ground-card.tsx';
import { NewPapers } from './new-papers.tsx';

interface ReasonsTabProps {
  readonly view: CaseView;
  /** The ground to bring into view. */
  readonly groundId: string | undefined;
}

/** Dismissed reasons come last. */
export function ReasonsTab({ view, groundId }: ReasonsTabProps) {
  const { id, grounds } = view.case;
  const board = useBoard(view);
  const [draggedId, setDraggedId] = useState<string>();
  const dragged = view.case.evidence.find((evidence) => evidence.id === draggedId);
  const suggest = useCaseChange((client, _: undefined) => client.cases.suggest({ id }));
  const sorted = grounds.toSorted(
    (a, b) => Number(a.state === 'dismissed') - Number(b.state === 'dismissed') || a.order - b.order,
  );
  return (
    <Stack
      gap="lg"
      onDragStart={(event) => {
        const id = event.dataTransfer.getData(DRAGGED_PAGE);
        // A page that changes while a drag begins would end it.
        if (id !== '') requestAnimationFrame(() => setDraggedId(id));
      }}
      onDragEnd={() => setDraggedId(undefined)}
    >
      <Group justify="space-between">
        <div>
          <Text fw={600} role="status">
            {boardProgress(view)}
          </Text>
          <Text c="dimmed" maw={620}>
            Each reason below must be answered. Accept the pages that answer it and say in your own words what they
            show.
          </Text>
        </div>
        <Button variant="default" loading={suggest.isPending} onClick={() => suggest.mutate(undefined)}>
          Look again for evidence
        </Button>
      </Group>
      <NewPapers view={view} />
      {sorted.map((ground, index) => (
        <GroundCard
          key={ground.id}
          view={view}
          ground={ground}
          number={index + 1}
          isAimedAt={ground.id === groundId}
          board={board}
        />
      ))}
      <AddReason view={view} />
      {dragged !== undefined && (
        <DropBar
          view={view}
          dragged={dragged}
          onDrop={(target) => {
            setDraggedId(undefined);
            board.move(dragged, target, () => undefined);
          }}
        />
      )}
    </Stack>
  );
}

function AddReason({ view }: { readonly view: CaseView }) {
  const { id, grounds } = view.case;
  const [reason, setReason] = useState<ReasonId>();
  const add = useCaseChange((client, value: ReasonId) => client.cases.addGround({ id, reason: value }));
  const choices = REASON_IDS.filter((each) => !grounds.some((ground) => ground.reason === each));
  return (
    <Group align="flex-end">
      <Select
        label="Does the letter give a reason that is missing here?"
        placeholder="Choose a reason"
        data={choices.map((value) => ({ value, label: REASON_NAMES[value] }))}
        value={reason ?? null}
        onChange={(value) => setReason(choices.find((each) => each === value))}
        searchable
        w={400}
        maw="100%"
      />
      <Button
        variant="default"
        disabled={reason === undefined}
        loading={add.isPending}
        onClick={() => {
          if (reason === undefined) return;
          add.mutate(reason);
          setReason(undefined);
        }}
      >
        Add the reason
      </Button>
    </Group>
  );
}
