// Where a paper's own sums do not add up.
import type { MoneyDifference, MoneyKind } from '../../model/money.ts';
import type { Bill } from './accounts.ts';
import type { CasePaper } from './case-papers.ts';
import { difference } from './difference.ts';
import { formatCents } from './format.ts';
import { partsOf, sumOf } from './sums.ts';
import { TOTAL } from './vocabulary.ts';

const SUMMED: readonly (readonly [MoneyKind, string])[] = [
  ['charge', 'charges'],
  ['adjustment', 'discounts'],
  ['not-covered', 'amounts not covered'],
  ['plan-payment', 'payments of the plan'],
  ['copay', 'copays'],
  ['deductible', 'deductibles'],
  ['coinsurance', 'coinsurance'],
  ['patient-share', 'amounts that you owe'],
];

/** Rows of totals of a plan's statement that are not the sum of the lines above them. */
export function planSums({ paper, money }: CasePaper): MoneyDifference[] {
  return money.rows
    .filter((row) => row.isTotal && (row.lines.length > 1 || TOTAL.test((row.lines[0]?.label ?? '').toLowerCase())))
    .flatMap((row) =>
      SUMMED.flatMap(([kind, name]) => {
        const total = row.lines.find((line) => line.kind === kind);
        const parts = partsOf(
          money.rows
            .filter((other) => row.claim === undefined || other.claim === row.claim)
            .flatMap((other) => other.lines),
          kind,
        );
        if (
          total === undefined ||
          parts.length === 0 ||
          parts.some((line) => line.id.endsWith('/refused')) ||
          sumOf(parts) === total.cents
        )
          return [];
        return [
          difference(
            `sum/${total.id}`,
            `“${paper.document.title}” gives ${formatCents(total.cents)} as the sum of the ${name}${row.claim === undefined ? '' : ` of claim ${row.claim}`}; the lines that could be read come to ${formatCents(sumOf(parts))}.`,
            total.cents - sumOf(parts),
            'Look at the lines on the paper. If a line was misread, the paper is right; if the paper itself is wrong, ask the plan to explain.',
            [total, ...parts],
          ),
        ];
      }),
    );
}

/** A bill whose charges less its credits are not what it asks for. */
export function billSums(bill: Bill): MoneyDifference[] {
  const { balance, earlier, money, paper } = bill;
  const charges = partsOf(money.lines, 'charge');
  if (balance === undefined || charges.length === 0 || paper.document.kind !== 'bill') return [];
  const credits = (['plan-payment', 'adjustment', 'patient-payment'] as const).flatMap((kind) =>
    partsOf(money.lines, kind),
  );
  const left = (earlier?.cents ?? 0) + sumOf(charges) - sumOf(credits);
  const stated = money.lines.find((line) => line.kind === 'charge' && line.isTotal && line.cents > sumOf(charges));
  if (left === balance.cents || (stated !== undefined && left + stated.cents - sumOf(charges) === balance.cents))
    return [];
  const before = earlier === undefined ? '' : ` and the ${formatCents(earlier.cents)} still open`;
  return [
    difference(
      `sum/${balance.id}`,
      `“${paper.document.title}” asks for ${formatCents(balance.cents)}; its charges of ${formatCents(sumOf(charges))}${before}, less ${formatCents(sumOf(credits))} of payments and discounts, come to ${formatCents(left)}.`,
      balance.cents - left,
      'Look at the lines on the bill. If all were read rightly, ask the billing office how it comes to its balance.',
      [balance, ...(earlier === undefined ? [] : [earlier]), ...charges, ...credits],
    ),
  ];
}
