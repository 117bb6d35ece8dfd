// Where bills and benefit statements disagree, with what to do.
import { Alert, Text, Title } from '@mantine/core';
import type { MoneyDifference } from '../../../../shared/model/money.ts';
import { Icon } from '../../../parts/icons.tsx';
import { SourceLinks } from '../../../parts/source-link.tsx';

interface DifferencePartProps {
  readonly differences: readonly MoneyDifference[];
  readonly titles: Readonly<Record<string, string>>;
}

/** Nothing when all papers agree. */
export function DifferencePart({ differences, titles }: DifferencePartProps) {
  if (differences.length === 0) return null;
  return (
    <section aria-labelledby="differences-heading">
      <Title order={2} id="differences-heading" mb="sm">
        Papers that do not agree
      </Title>
      <div className="diary">
        {differences.map((difference) => (
          <Alert key={difference.id} color="yellow" variant="light" icon={<Icon name="alert" />} className="notice">
            <Text fw={600}>{difference.what}</Text>
            <Text mt={4}>{difference.advice}</Text>
            <Text size="sm" mt={4}>
              <SourceLinks sources={difference.sources} titles={titles} />
            </Text>
          </Alert>
        ))}
      </div>
    </section>
  );
}
