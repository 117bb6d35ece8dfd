// What the person has paid: by bills and receipts, each payment once however many papers show it, and by what was typed.
import type { MoneyEntry, MoneyLine } from '../../model/money.ts';
import type { Source } from '../../model/source.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { daysBetween } from '../calendar.ts';
import type { Bill } from './accounts.ts';
import { amountsIn } from './cents.ts';
import { sameHouse } from './same-house.ts';
import { sumOf } from './sums.ts';

/** One payment of the person as a paper shows it. */
export interface Payment {
  readonly cents: number;
  /** The day, or the days it must lie between where the paper gives it for several visits. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly line: MoneyLine;
  readonly bill: Bill;
}

/** A typed payment and the paper that shows it may be dated this many days apart. */
const APART = 5;
/** A receipt and the bill that shows the same payment may be dated this many days apart; bills of one account repeat the day. */
const RECEIPT_APART = 2;

/** Every payment on the bills and receipts, once. */
export function paymentsOn(bills: readonly Bill[]): Payment[] {
  const kept: Payment[] = [];
  for (const bill of bills) {
    const free = [...kept];
    for (const payment of paymentsOf(bill)) {
      const at = free.findIndex(
        (other) => other.cents === payment.cents && sameHouse(other.bill.from, bill.from) && meet(other, payment),
      );
      if (at >= 0) free.splice(at, 1);
      else kept.push(payment);
    }
  }
  return kept;
}

function paymentsOf(bill: Bill): Payment[] {
  const lines = bill.money.lines.filter((line) => line.kind === 'patient-payment');
  const parts = lines.filter((line) => !line.isTotal && line.cents > 0);
  return (parts.length > 0 ? parts : lines.filter((line) => line.cents > 0).slice(0, 1)).flatMap((line) => {
    const days = bill.money.rows
      .flatMap((row) => (row.code !== undefined && !row.isTotal ? (row.on ?? []) : []))
      .sort();
    const day = line.on ?? (bill.paper.document.kind === 'receipt' ? bill.on : undefined);
    const from = day ?? days[0];
    const to = day ?? days.at(-1);
    const cents = equalParts(line);
    return cents.map((each) => ({
      cents: each,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      line,
      bill,
    }));
  });
}

/** "Copays collected (3 x 30.00)": three payments of 30.00, where they make up the amount. */
function equalParts(line: MoneyLine): number[] {
  const said = /\b(\d{1,2})\s*[x×@]\s*(\$?\s?[\d,.]+)/i.exec(line.label);
  const count = Number(said?.[1]);
  const each = amountsIn(said?.[2]?.replace(/[.,]$/, '') ?? '')[0]?.cents;
  return each !== undefined && count > 1 && count * each === line.cents
    ? Array.from({ length: count }, () => each)
    : [line.cents];
}

function meet(a: Payment, b: Payment): boolean {
  if (a.from === undefined || a.to === undefined || b.from === undefined || b.to === undefined) return true;
  const receipt = [a, b].some(({ bill }) => bill.paper.document.kind === 'receipt');
  const apart = receipt && a.from === a.to && b.from === b.to ? RECEIPT_APART : 0;
  return daysBetween(a.to, b.from) <= apart && daysBetween(b.to, a.from) <= apart;
}

type Typed = Extract<MoneyEntry, { kind: 'payment' }>;

/** Typed payments that no paper shows: no payment of the same amount within five days. */
export function onlyTyped(entries: readonly MoneyEntry[], payments: readonly Payment[]): Typed[] {
  const free = [...payments];
  return entries
    .filter((entry) => entry.kind === 'payment')
    .filter((entry) => {
      const at = free.findIndex(
        (payment) =>
          payment.cents === entry.cents &&
          payment.from !== undefined &&
          payment.to !== undefined &&
          daysBetween(payment.to, entry.on) <= APART &&
          daysBetween(entry.on, payment.from) <= APART,
      );
      if (at < 0) return true;
      free.splice(at, 1);
      return false;
    });
}

/** The sum paid, with the places on papers. */
export function patientPaid(
  payments: readonly Payment[],
  typed: readonly Typed[],
): { cents: number; sources: Source[] } {
  const lines = [...new Set(payments.map((payment) => payment.line))];
  const cents =
    payments.reduce((sum, payment) => sum + payment.cents, 0) + typed.reduce((sum, entry) => sum + entry.cents, 0);
  return { cents, sources: lines.map((line) => line.source) };
}

/** What was paid on lines that belong to a claim. */
export function paidOn(payments: readonly Payment[], lines: readonly MoneyLine[]): number | undefined {
  const ids = new Set(lines.map((line) => line.id));
  const own = payments.filter((payment) => ids.has(payment.line.id));
  if (own.length === 0) return sumOf(lines.filter((line) => line.kind === 'patient-payment')) === 0 ? undefined : 0;
  return own.reduce((sum, payment) => sum + payment.cents, 0);
}
