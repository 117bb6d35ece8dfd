// The amounts of a paper, line by line.
import type { FullDocument } from '../../model/document.ts';
import type { MoneyLine } from '../../model/money.ts';
import { readMoney } from './read-money.ts';

/**
 * Every amount of a plan's statement, denial letter, bill or receipt that means money of a claim: charges, payments, write-offs, shares,
 * refusals and balances, each with its words on the page. Sums of other lines are marked `isTotal`. Empty for other kinds of paper.
 */
export function moneyLines(paper: FullDocument): MoneyLine[] {
  return [...readMoney(paper).lines];
}
