// What the window shows of a claim's money: the six sums, each with the page it stands on.
import type { ClaimMoney, MoneyKind, MoneyLine } from '../../../../shared/model/money.ts';
import type { Source } from '../../../../shared/model/source.ts';

export interface ClaimSum {
  readonly name: string;
  /** Whole cents; missing where no paper tells. */
  readonly cents: number | undefined;
  /** The page that prints this very amount; missing when it was added up from lines. */
  readonly source: Source | undefined;
}

const SUMS: readonly {
  readonly name: string;
  readonly of: 'billed' | 'adjusted' | 'planPaid' | 'notCovered' | 'patientShare' | 'patientPaid';
  readonly kind: MoneyKind;
}[] = [
  { name: 'Billed', of: 'billed', kind: 'charge' },
  { name: 'Written off', of: 'adjusted', kind: 'adjustment' },
  { name: 'Plan paid', of: 'planPaid', kind: 'plan-payment' },
  { name: 'Refused', of: 'notCovered', kind: 'not-covered' },
  { name: 'Your share', of: 'patientShare', kind: 'patient-share' },
  { name: 'You paid', of: 'patientPaid', kind: 'patient-payment' },
];

/** The sums of a claim in the order they are read. */
export function sumsOf(claim: ClaimMoney): ClaimSum[] {
  return SUMS.map(({ name, of, kind }) => {
    const cents = claim[of];
    return { name, cents, source: cents === undefined ? undefined : printedAt(claim.lines, kind, cents) };
  });
}

function printedAt(lines: readonly MoneyLine[], kind: MoneyKind, cents: number): Source | undefined {
  const same = lines.filter((line) => line.kind === kind && line.cents === cents);
  return (same.find(({ isTotal }) => isTotal) ?? same[0])?.source;
}
