// What bills ask for now.
import { Text, Title } from '@mantine/core';
import { formatCents } from '../../../../shared/cases/money/format.ts';
import type { MoneyView } from '../../../../shared/model/money.ts';
import { AmountLink } from '../../../parts/source-link.tsx';
import { shortDate } from '../../../wording/format.ts';

interface BalancePartProps {
  readonly balances: MoneyView['balances'];
  readonly titles: Readonly<Record<string, string>>;
}

/** The newest balance of each account; nothing when no bill is there. */
export function BalancePart({ balances, titles }: BalancePartProps) {
  if (balances.length === 0) return null;
  return (
    <section aria-labelledby="balances-heading">
      <Title order={2} id="balances-heading" mb="xs">
        Open balances
      </Title>
      <Text c="dimmed" mb="xs">
        What the newest bill of each account asks for. While an appeal is running, ask the provider in writing to hold
        the account.
      </Text>
      <ul className="plain-list">
        {balances.map((balance) => (
          <li key={`${balance.from}/${balance.account ?? ''}`} className="money-row">
            <span className="money-kind">{balance.from}</span>
            <span className="money-what">
              {[
                balance.account === undefined ? undefined : `Account ${balance.account}`,
                balance.on === undefined ? undefined : `bill of ${shortDate(balance.on)}`,
                balance.due === undefined ? undefined : `due ${shortDate(balance.due)}`,
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </span>
            <span className="money-amount">
              <AmountLink source={balance.source} titles={titles}>
                {formatCents(balance.cents)}
              </AmountLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
