// The reasons a paper gives, in plain words, each with its sentence and its place.
import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { ReasonFinding } from '../../../shared/model/finding.ts';
import { goTo } from '../../navigation/use-route.ts';
import { REASON_NAMES, reasonHue } from '../../wording/reasons.ts';
import type { PaperRoute } from './paper-screen.tsx';

interface ReasonListProps {
  readonly reasons: readonly ReasonFinding[];
  readonly route: PaperRoute;
}

/** Numbered as on the page; a click shows where it is said. */
export function ReasonList({ reasons, route }: ReasonListProps) {
  return (
    <section aria-labelledby="reasons-heading">
      <Title order={2} id="reasons-heading" mb="xs">
        {reasons.length === 1 ? 'The reason given' : `${reasons.length} reasons given`}
      </Title>
      <Stack gap={4}>
        {reasons.map(({ reason, proof }, index) => (
          <UnstyledButton
            key={reason}
            className="finding-button"
            aria-pressed={route.mark?.from === proof.from && route.pageNumber === proof.pageNumber}
            onClick={() => goTo({ screen: 'paper', id: route.id, pageNumber: proof.pageNumber, mark: proof })}
          >
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <span className="reason-number" style={hueStyle(index)} aria-hidden="true">
                {index + 1}
              </span>
              <div>
                <Text fw={600} component="span" display="block">
                  {REASON_NAMES[reason]}
                </Text>
                <Text size="sm" component="span" display="block">
                  “{proof.quote}”
                </Text>
                <Text size="sm" c="dimmed" component="span" display="block">
                  Page {proof.pageNumber}
                </Text>
              </div>
            </Group>
          </UnstyledButton>
        ))}
      </Stack>
    </section>
  );
}

function hueStyle(index: number): CSSProperties & { readonly '--hue': number } {
  return { '--hue': reasonHue(index) };
}
