// The plan's yearly limits and how much of them is used.
import { Text, Title } from '@mantine/core';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import type { MoneyView } from '../../../../shared/model/money.ts';
import { AmountLink } from '../../../parts/source-link.tsx';
import { shortDate } from '../../../wording/format.ts';

interface LimitPartProps {
  readonly limits: MoneyView['limits'];
  readonly titles: Readonly<Record<string, string>>;
}

/** Deductible and out-of-pocket maximum by the newest statement; nothing when none names them. */
export function LimitPart({ limits, titles }: LimitPartProps) {
  if (limits.length === 0) return null;
  return (
    <section aria-labelledby="limits-heading">
      <Title order={2} id="limits-heading" mb="xs">
        Limits of the year
      </Title>
      <Text c="dimmed" mb="xs">
        What the plan says it has counted so far. Refused charges usually do not count.
      </Text>
      <ul className="plain-list">
        {limits.map((limit) => (
          <li key={limit.what} className="money-row">
            <span className="money-kind">{limit.what}</span>
            <span className="money-what">
              {limit.on === undefined ? '' : `statement of ${shortDate(limit.on)} · `}
              {`limit ${formatCents(limit.limitCents)}`}
            </span>
            <span className="money-amount">
              <AmountLink source={limit.source} titles={titles}>
                {formatCents(limit.usedCents)}
              </AmountLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
