// Everything about money in a case, from its papers and what the user noted.
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { MoneyView } from '../../model/money.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { type Account, accountsOf, billsOf } from './accounts.ts';
import { atStake } from './at-stake.ts';
import { casePapers, claimsOfCase } from './case-papers.ts';
import { claimMoney, matchedClaims } from './claims.ts';
import { accountDifferences, chargeDifferences, unpostedPayments } from './differences.ts';
import { moneyLimits } from './limits.ts';
import { onlyTyped, paidOn, patientPaid, paymentsOn } from './payments.ts';
import { shareOf } from './shares.ts';
import { billSums, planSums } from './sum-differences.ts';

/**
 * The money of a case, whole cents: its claims as the plan's statements and the bills show them, what is at stake, what the person paid, the
 * newest balance of each account, where papers disagree. Papers of other people and of other care are left out; papers dated after `today`
 * count as they are. Never throws for what papers say.
 */
export function moneyView(input: { case: Case; documents: readonly FullDocument[]; today: IsoDate }): MoneyView {
  const { case: value } = input;
  const papers = casePapers(value, input.documents);
  const bills = billsOf(papers).sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
  const accounts = accountsOf(bills);
  const claims = matchedClaims(papers, bills, claimsOfCase(value));
  const payments = paymentsOn(bills);
  const entries = value.money.filter((entry) => entry.kind !== 'payment' || entry.on <= input.today);
  const typed = onlyTyped(entries, payments);
  const stake = atStake(value, papers, claims);
  return {
    claims: claims.map((claim) =>
      claimMoney(
        claim,
        shareOf(claim),
        paidOn(
          payments,
          claim.billed.flatMap(({ row }) => row.lines),
        ),
      ),
    ),
    ...(stake !== undefined && { atStake: stake }),
    patientPaid: patientPaid(payments, typed),
    balances: accounts.flatMap((account) => balanceOf(account) ?? []),
    differences: [
      ...chargeDifferences(bills, claims),
      ...accounts.flatMap((account) => accountDifferences(account, claims, payments)),
      ...unpostedPayments(accounts, typed),
      ...papers.filter(({ money }) => money.role === 'plan').flatMap(planSums),
      ...bills.flatMap(billSums),
    ],
    limits: moneyLimits(papers.map(({ paper }) => paper)),
    entries: [...value.money],
  };
}

/** The newest statement's balance: it takes in those before it. */
function balanceOf({ bills }: Account): MoneyView['balances'][number] | undefined {
  const bill = bills.findLast(({ balance }) => balance !== undefined);
  if (bill?.balance === undefined) return undefined;
  return {
    from: bill.from,
    ...(bill.account !== undefined && { account: bill.account }),
    cents: bill.balance.cents,
    ...(bill.on !== undefined && { on: bill.on }),
    ...(bill.due !== undefined && { due: bill.due }),
    source: bill.balance.source,
  };
}
