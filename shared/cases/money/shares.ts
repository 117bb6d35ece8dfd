// What the plan says the person owes of each claim.
import type { CasePaper } from './case-papers.ts';
import { claimKey } from './claim-key.ts';
import { type MatchedClaim, sumOfKind } from './claims.ts';
import type { MoneyRow } from './money-rows.ts';
import { partsOf, sumOf } from './sums.ts';

const COST_SHARES = ['copay', 'deductible', 'coinsurance'] as const;

/** Deductible, copays and coinsurance of some rows, whole cents. */
export function costShares(rows: readonly MoneyRow[]): number {
  return COST_SHARES.reduce((sum, kind) => sum + (sumOfKind(rows, kind) ?? 0), 0);
}

/** The share a plan's paper states for all its claims together; undefined where it states none. */
export function statedShare({ money }: CasePaper): number | undefined {
  const whole = money.lines.find((line) => line.kind === 'patient-share' && line.isTotal && line.claim === undefined);
  if (whole !== undefined) return whole.cents;
  const claims = new Set(money.rows.flatMap((row) => row.claim ?? []));
  const each = [...claims].map((claim) =>
    sumOfKind(
      money.rows.filter((row) => row.claim === claim),
      'patient-share',
    ),
  );
  if (each.length === 0 || each.some((share) => share === undefined)) return undefined;
  return each.reduce<number>((sum, share) => sum + (share ?? 0), 0);
}

/** What was refused of some rows and falls to the person: refusals the provider must bear are left out. */
export function refusedToPerson(rows: readonly MoneyRow[]): number {
  const parts = rows.filter((row) => !row.isTotal);
  const lines = parts.filter((row) => !row.providersDuty).flatMap((row) => partsOf(row.lines, 'not-covered'));
  if (parts.some((row) => row.lines.some((line) => line.kind === 'not-covered'))) return sumOf(lines);
  return sumOfKind(rows, 'not-covered') ?? 0;
}

/**
 * The person's share of a claim, whole cents: as the plan states it for the claim; else worked out from its columns, but only where the
 * same working gives the share the paper states for all its claims. Undefined where no paper tells.
 */
export function shareOf(claim: MatchedClaim): number | undefined {
  const stated = sumOfKind(claim.rows, 'patient-share');
  if (stated !== undefined || claim.plan === undefined) return stated;
  const whole = statedShare(claim.plan);
  if (whole === undefined) return undefined;
  const { rows } = claim.plan.money;
  const claims = [...new Set(rows.flatMap((row) => row.claim ?? []))];
  if (claims.length === 0) return undefined;
  for (const working of WORKINGS) {
    const shares = claims.map((each) => ({ each, share: working(rows.filter((row) => row.claim === each)) }));
    if (shares.reduce((sum, { share }) => sum + (share ?? Number.NaN), 0) === whole)
      return shares.find(({ each }) => claimKey(each) === claimKey(claim.claim))?.share;
  }
  return undefined;
}

const WORKINGS: readonly ((rows: readonly MoneyRow[]) => number | undefined)[] = [
  (rows) => {
    const [billed, paid] = [sumOfKind(rows, 'charge'), sumOfKind(rows, 'plan-payment')];
    return billed === undefined || paid === undefined
      ? undefined
      : billed - paid - (sumOfKind(rows, 'adjustment') ?? 0);
  },
  (rows) => costShares(rows) + refusedToPerson(rows),
];
