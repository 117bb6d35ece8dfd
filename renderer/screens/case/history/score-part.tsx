// All scores: a drawing over time and a table for each scale.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../../shared/model/case.ts';
import type { Score } from '../../../../shared/model/record.ts';
import { useResume } from '../../../bridge/use-kept-form.ts';
import { Icon } from '../../../parts/icons.tsx';
import { SCALE_NAMES } from '../../../wording/care.ts';
import { bandsOf, scaleBasis } from '../../../wording/scales.ts';
import { Basis } from '../../paper/denial/basis.tsx';
import { PacketPart } from '../packet-part.tsx';
import { byScale, changeInWords, pointsOf } from './rows.ts';
import { ScoreChart } from './score-chart.tsx';
import { ScoreDialog } from './score-dialog.tsx';
import { ScoreTable } from './score-table.tsx';
import { useHistory } from './use-history.ts';

interface ScorePartProps {
  readonly view: CaseView;
  readonly scores: readonly Score[];
  readonly titles: Readonly<Record<string, string>>;
}

/** The drawing only shows what the table says. */
export function ScorePart({ view, scores, titles }: ScorePartProps) {
  const [edited, setEdited] = useState<Score | 'new'>();
  useResume('score', ({ about }) => setEdited(scores.find(({ id }) => id === about) ?? 'new'));
  const desk = useHistory(view);
  return (
    <section aria-labelledby="scores-heading">
      <Title order={2} id="scores-heading">
        What was measured
      </Title>
      <Text c="dimmed" maw={680} my="xs">
        {scores.length === 0
          ? 'Your papers name no score yet. Scores before and after a treatment are strong proof: add those you know.'
          : 'Scores of rating scales, each with its page.'}
      </Text>
      <Group justify="space-between" mb="md">
        <PacketPart view={view} part="scores" />
        <Button leftSection={<Icon name="add" size={18} />} onClick={() => setEdited('new')}>
          Add a score
        </Button>
      </Group>
      <Stack gap="xl">
        {byScale(scores).map(({ scale, scores: own }) => {
          const points = pointsOf(own);
          const change = changeInWords(points);
          return (
            <div key={scale} className="surface scale">
              <Title order={3}>{SCALE_NAMES[scale]}</Title>
              {change !== '' && <Text fw={600}>{sentence(change)}</Text>}
              {points.length > 1 && <ScoreChart scale={scale} points={points} />}
              <ScoreTable desk={desk} scale={scale} scores={own} titles={titles} onEdit={setEdited} />
              {bandsOf(scale).length > 0 && <Basis {...scaleBasis(scale)} />}
            </div>
          );
        })}
      </Stack>
      {edited !== undefined && (
        <ScoreDialog desk={desk} score={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </section>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
