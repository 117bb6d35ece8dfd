// “Assess now”: what is still open in the cases, the urgent first, each with the place where it is dealt with.
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { ReviewPoint } from '../../../shared/model/diary.ts';
import { hrefOf } from '../../navigation/routes.ts';
import { count } from '../../wording/format.ts';
import { WEIGHT_NAMES } from '../../wording/work.ts';
import { reviewGroups } from './groups.ts';

interface ReviewPartProps {
  readonly points: readonly ReviewPoint[];
  /** Looks again at all cases. */
  readonly onAssess: () => Promise<unknown>;
  readonly isBusy: boolean;
}

/** Shown when it is asked for; urgent points are told at once. */
export function ReviewPart({ points, onAssess, isBusy }: ReviewPartProps) {
  const [isShown, setShown] = useState(false);
  const urgent = points.filter(({ weight }) => weight === 'urgent').length;
  const several = new Set(points.map(({ caseId }) => caseId)).size > 1;
  return (
    <section aria-labelledby="review-heading">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="review-heading">
          What is still open
        </Title>
        <Button
          variant={isShown ? 'default' : 'filled'}
          loading={isBusy && isShown}
          onClick={() => {
            setShown(true);
            void onAssess();
          }}
        >
          {isShown ? 'Assess again' : 'Assess now'}
        </Button>
      </Group>
      <Text c="dimmed" role="status">
        {isShown || urgent > 0
          ? `${count(points.length, 'open point')}${urgent > 0 ? `, ${urgent} urgent` : ''}.`
          : 'Goes through all open cases: missing pages, unanswered reasons, amounts that do not fit, letters not sent.'}
      </Text>
      {isShown &&
        reviewGroups(points).map(({ weight, points: members }) => (
          <section key={weight} aria-labelledby={`review-${weight}`}>
            <Title order={3} id={`review-${weight}`} mt="md" mb="xs">
              {WEIGHT_NAMES[weight]} ({members.length})
            </Title>
            <ul className="plain-list agenda surface">
              {members.map((point) => (
                <li key={point.id} className="review-row" data-weight={weight}>
                  <Anchor href={hrefOf(placeOf(point))} underline="always" inherit fw={600}>
                    {point.what}
                  </Anchor>
                  <Text size="sm">{point.advice}</Text>
                  {several && (
                    <Text size="sm" c="dimmed">
                      {point.caseTitle}
                    </Text>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </section>
  );
}

function placeOf({ caseId, tab, groundId }: ReviewPoint) {
  const place = { screen: 'case' as const, id: caseId as CaseId, tab };
  return tab === 'reasons' && groundId !== undefined ? { ...place, groundId } : place;
}
