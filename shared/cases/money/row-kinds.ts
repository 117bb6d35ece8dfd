// What the amounts of one row are: by the columns they stand under, or by the labels beside them.
import type { MoneyKind } from '../../model/money.ts';
import type { Line, Paper } from '../../reading/paper.ts';
import { labelBefore, type PlacedAmount } from './cells.ts';
import { assign, type Column, unitOf } from './columns.ts';
import { saysRefused } from './refusals.ts';
import { billLabelKind, type Meaning, planLabelKind, TOTAL } from './vocabulary.ts';

/** Who speaks: the plan in a statement, the plan in a letter, or the provider in a bill or receipt. */
export type Role = 'plan' | 'letter' | 'provider';

/** An amount with its kind. */
export interface Read {
  readonly kind: MoneyKind | 'allowed';
  readonly amount: PlacedAmount;
  /** The label of this amount alone; empty where the row's words are its label. */
  readonly label: string;
  readonly byLabel?: boolean;
  /** It sums others, though its row does not. */
  readonly total?: boolean;
  /** A share that takes in all the person is asked to pay, not only deductible and coinsurance. */
  readonly wholeShare?: boolean;
  /** Read off another amount of the row. */
  readonly derived?: boolean;
}

interface RowWords {
  readonly words: string;
  readonly code: string | undefined;
  readonly isTotal: boolean;
}

const NO_MONEY: ReadonlySet<Meaning> = new Set(['text', 'claim', 'other-money']);

/** The amounts of a row of a table; undefined where the row is not one of the table, only set under it. */
export function kindsByColumn(
  { paper, role, columns }: { readonly paper: Paper; readonly role: Role; readonly columns: readonly Column[] },
  line: Line,
  amounts: readonly PlacedAmount[],
  row: RowWords,
): Read[] | undefined {
  const labels = amounts.map((amount) => labelKind(role, labelBefore(amount), amount));
  const labelled = labels.filter((kind) => kind !== undefined).length;
  const money = columns.filter((column) => !NO_MONEY.has(column.meaning)).length;
  const leader = /[.·…_]{3}/.test(line.text);
  const further = amounts
    .slice(1)
    .filter(
      (amount) =>
        labelKind(role, labelBefore(amount), amount) !== undefined &&
        !/^(?:denied|rejected|not covered|declined)$/i.test(labelBefore(amount)),
    );
  if (leader || (further.length > 0 && labelled >= 2 && !row.isTotal)) return undefined;
  if (role !== 'provider' && money >= 3 && amounts.length === 1 && labelled === 1 && row.code === undefined)
    return undefined;
  if (further.length > 0 && amounts.length === labelled) return undefined;
  const under = assign(columns, amounts, unitOf(paper, line));
  const placed = under.filter((column) => column !== undefined).length;
  if (placed === 0 || placed * 2 < amounts.length) return undefined;
  if (under.every((column) => column === undefined || column.meaning === 'text' || column.meaning === 'claim'))
    return undefined;
  return amounts.flatMap((amount, index) => {
    const column = under[index];
    if (column === undefined) return [];
    const kind = role === 'provider' ? billKind(column, amount, row) : planKind(column.meaning);
    return kind === undefined
      ? []
      : [{ kind, amount, label: '', wholeShare: kind === 'patient-share' && !/ded|co-?ins|copay/.test(column.text) }];
  });
}

function planKind(meaning: Meaning): Read['kind'] | undefined {
  if (meaning === 'amount') return 'charge';
  if (meaning === 'credit') return 'plan-payment';
  return meaning === 'text' || meaning === 'claim' || meaning === 'other-money' ? undefined : meaning;
}

function billKind(column: Column, amount: PlacedAmount, row: RowWords): Read['kind'] | undefined {
  const label = row.words.toLowerCase();
  const refused = /\b(?:denied|not covered|rejected)\b/.test(label);
  if (refused && amount.cents === 0) return undefined;
  const service = row.code !== undefined && !amount.negative;
  const said = service ? undefined : billLabelKind(label, false);
  if (said === 'balance' && !amount.negative) return 'balance';
  const { meaning } = column;
  if (meaning === 'credit' || ((meaning === 'amount' || meaning === 'charge') && amount.negative)) {
    // The sum of a column of credits mixes payments and discounts.
    if (row.isTotal) return undefined;
    return billLabelKind(label, true) ?? 'adjustment';
  }
  // The slip to return repeats an amount under the column by chance.
  if (/\b(?:acc(?:oun)?t|invoice|enclosed)\b/.test(label) && row.code === undefined && !row.isTotal) return said;
  if (meaning === 'amount' || meaning === 'charge') return said ?? 'charge';
  return planKind(meaning);
}

function labelKind(role: Role, label: string, amount: PlacedAmount): MoneyKind | undefined {
  const words = label.toLowerCase();
  if (words === '' || words.split(' ').length > 10) return undefined;
  return role === 'provider' ? billLabelKind(words, amount.negative) : planLabelKind(words);
}

/** The amounts of a line without a table: each by the label before it; on a bill, a service with one amount is a charge. */
export function kindsByLabel(
  role: Role,
  amounts: readonly PlacedAmount[],
  row: RowWords & { readonly dated: boolean; readonly bare: boolean; readonly line: Line },
): Read[] {
  return amounts.flatMap((amount, index): Read[] => {
    const label = labelBefore(amount);
    const service = role === 'provider' && index === 0 && !amount.negative && row.code !== undefined;
    const kind = service ? undefined : labelKind(role, label, amount);
    if (kind !== undefined) {
      if (endsInSentence(row.line, amount)) return [];
      const total = role !== 'provider' ? false : kind === 'balance' || TOTAL.test(label.toLowerCase());
      return [{ kind, amount, label, byLabel: true, total, wholeShare: kind === 'patient-share' }];
    }
    // A letter's list: "Claim …   April 1, 2026   97110   $486.00   not paid".
    if (role === 'letter' && amounts.length === 1 && saysRefused(row.line))
      return [{ kind: 'charge', amount, label: '' }];
    if (role !== 'provider') return [];
    if (TOTAL.test(label.toLowerCase())) return [{ kind: 'charge', amount, label, byLabel: true, total: true }];
    if (service) return [{ kind: 'charge', amount, label: '' }];
    if (row.bare && row.isTotal) return [{ kind: 'charge', amount, label: 'Total', total: true }];
    if (amount.negative && row.dated) return [{ kind: 'adjustment', amount, label }];
    return [];
  });
}

/** "… ($900.00) and coinsurance": words of a sentence follow right behind the amount. */
function endsInSentence(line: Line, amount: PlacedAmount): boolean {
  return (
    /^\)? ?(?:\p{Ll}+ ){2,}/u.test(line.text.slice(amount.to, amount.to + 60)) &&
    !/^ {2}/.test(line.text.slice(amount.to))
  );
}
