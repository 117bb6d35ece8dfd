// What this appeal is about, in dollars.
import { Text, Title } from '@mantine/core';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import type { MoneyView } from '../../../../shared/model/money.ts';
import { AmountLink, SourceLinks } from '../../../parts/source-link.tsx';

interface AtStakeProps {
  readonly money: MoneyView;
  readonly titles: Readonly<Record<string, string>>;
}

/** The amount with how it was found; a sentence when no paper tells. */
export function AtStake({ money: { atStake }, titles }: AtStakeProps) {
  return (
    <section aria-labelledby="stake-heading" className="surface at-stake">
      <Title order={2} id="stake-heading" fz="md" c="dimmed">
        What is at stake
      </Title>
      {atStake === undefined ? (
        <Text mt={4}>
          No paper tells the refused amount yet. Add the benefit statement (EOB) of the denied claim or the bill.
        </Text>
      ) : (
        <>
          <p className="at-stake-amount">
            <AmountLink source={atStake.sources[0]} titles={titles}>
              {formatCents(atStake.cents)}
            </AmountLink>
          </p>
          <Text>{atStake.how}</Text>
          {atStake.sources.length > 0 && (
            <Text size="sm" mt={4}>
              From <SourceLinks sources={atStake.sources} titles={titles} />
            </Text>
          )}
        </>
      )}
    </section>
  );
}
