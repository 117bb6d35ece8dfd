// One reason: where the letter says it, what answers it, what is still missing.
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { CaseView, Ground } from '../../../shared/model/case.ts';
import { useCaseChange } from '../../bridge/queries.ts';
import { AutosaveTextarea } from '../../parts/autosave.tsx';
import { Quote } from '../../parts/page-link.tsx';
import { REASON_NAMES } from '../../wording/reasons.ts';
import { reasonWords } from '../../wording/rule-words.ts';
import type { Board } from './board/use-board.ts';
import { EvidenceList } from './evidence-list.tsx';
import { GapList } from './gap-list.tsx';

interface GroundCardProps {
  readonly view: CaseView;
  readonly ground: Ground;
  readonly number: number;
  readonly isAimedAt: boolean;
  readonly board: Board;
}

const STATE_WORDS: Readonly<Record<Ground['state'], string>> = {
  read: 'Read by the app; please confirm',
  confirmed: 'Confirmed by you',
  dismissed: 'Not a reason of this denial',
  added: 'Added by you',
};

/** The card of a ground; a dismissed one is only its head. */
export function GroundCard({ view, ground, number, isAimedAt, board }: GroundCardProps) {
  const { id } = view.case;
  const card = useRef<HTMLElement>(null);
  const setAnswer = useCaseChange((client, answer: string) =>
    client.cases.setAnswer({ id, groundId: ground.id, answer }),
  );
  useEffect(() => {
    if (!isAimedAt) return;
    card.current?.scrollIntoView({ block: 'start' });
    card.current?.focus({ preventScroll: true });
  }, [isAimedAt]);
  const words = reasonWords(ground.reason);
  const name = REASON_NAMES[ground.reason];
  const headingId = `ground-${ground.id}`;
  return (
    <article ref={card} tabIndex={-1} className="surface ground-card" aria-labelledby={headingId}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} id={headingId}>
            {number}. {name}
          </Title>
          <Badge className={ground.state === 'read' ? 'tag tag-warn' : 'tag'} mt={6}>
            {STATE_WORDS[ground.state]}
          </Badge>
        </div>
        <StateButtons view={view} ground={ground} />
      </Group>
      {ground.state !== 'dismissed' && (
        <Stack gap="lg" mt="md">
          {ground.source !== undefined && (
            <Quote
              documentId={ground.source.documentId}
              title={view.documents[ground.source.documentId] ?? 'Denial letter'}
              proof={ground.source.proof}
            />
          )}
          {words !== undefined && (
            <div>
              <Text>{words.meaning}</Text>
              <Text mt={4}>
                <strong>What usually turns it around:</strong> {words.overturns}
              </Text>
            </div>
          )}
          <EvidenceList view={view} ground={ground} board={board} />
          <AutosaveTextarea
            label="Your answer"
            aria-label={`Your answer to: ${name}`}
            description="In your own words. It stands in the letter below this reason, before the quotes of the accepted pages."
            value={ground.answer}
            onSave={setAnswer.mutateAsync}
            minRows={3}
            maxLength={50_000}
          />
          <GapList view={view} gaps={view.gaps.filter((gap) => gap.groundId === ground.id)} />
        </Stack>
      )}
    </article>
  );
}

function StateButtons({ view, ground }: { readonly view: CaseView; readonly ground: Ground }) {
  const { id } = view.case;
  const setState = useCaseChange((client, state: 'confirmed' | 'dismissed' | 'read') =>
    client.cases.setGroundState({ id, groundId: ground.id, state }),
  );
  const name = REASON_NAMES[ground.reason];
  if (ground.state === 'dismissed')
    return (
      <Button variant="default" onClick={() => setState.mutate('confirmed')} aria-label={`Bring back: ${name}`}>
        Bring back
      </Button>
    );
  return (
    <Group gap="xs">
      {ground.state === 'read' && (
        <Button onClick={() => setState.mutate('confirmed')} aria-label={`Confirm: ${name}`}>
          Confirm
        </Button>
      )}
      <Button variant="default" onClick={() => setState.mutate('dismissed')} aria-label={`Not a reason: ${name}`}>
        Not a reason
      </Button>
    </Group>
  );
}
