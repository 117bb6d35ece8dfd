// Where bills, the plan's statements and what the user noted disagree.
import type { MoneyDifference, MoneyEntry, MoneyKind, MoneyLine } from '../../model/money.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { daysBetween, longDate } from '../calendar.ts';
import { compact } from '../kinship.ts';
import type { Account, Bill } from './accounts.ts';
import type { MatchedClaim } from './claims.ts';
import { sumOfKind } from './claims.ts';
import { plainCode } from './context.ts';
import { difference } from './difference.ts';
import { formatCents } from './format.ts';
import type { MoneyRow } from './money-rows.ts';
import type { Payment } from './payments.ts';
import { sameHouse } from './same-house.ts';
import { shareOf } from './shares.ts';
import { partsOf, sumOf } from './sums.ts';

const ASK_OFFICE =
  'Ask the billing office for an itemized bill and have it compared with the plan’s statement. Pay nothing on the difference until it is explained.';

/** Charges by code and day: the same service at two prices, or on one paper only. Days that only one side shows are left alone. */
export function chargeDifferences(bills: readonly Bill[], claims: readonly MatchedClaim[]): MoneyDifference[] {
  const found = new Map<string, MoneyDifference>();
  for (const bill of bills) {
    const charged = bill.money.rows.filter((row) => !row.isTotal && partsOf(row.lines, 'charge').length > 0);
    const days = new Set(charged.flatMap((row) => row.on ?? []));
    for (const day of days) {
      const own = coded(bill.money.rows, day);
      const theirs = coded(
        claims
          .filter((claim) => sameHouse(claim.provider, bill.from) || sharesCode(claim, own, day))
          .flatMap(({ rows }) => rows),
        day,
      );
      if (theirs.size === 0) continue;
      if (own.size === 0) {
        const lines = partsOf(
          charged.filter((row) => row.on === day).flatMap((row) => row.lines),
          'charge',
        );
        const one = compareCharge('all services', day, lines, [...theirs.values()].flat());
        if (one !== undefined) found.set(one.id, one);
        continue;
      }
      for (const code of new Set([...own.keys(), ...theirs.keys()])) {
        const one = compareCharge(code, day, own.get(code), theirs.get(code));
        if (one !== undefined) found.set(one.id, one);
      }
    }
  }
  return [...found.values()];
}

function coded(rows: readonly MoneyRow[], day: IsoDate): Map<string, MoneyLine[]> {
  const found = new Map<string, MoneyLine[]>();
  for (const row of rows) {
    if (row.on !== day || row.code === undefined || row.isTotal) continue;
    const code = plainCode(row.code);
    found.set(code, [...(found.get(code) ?? []), ...partsOf(row.lines, 'charge')]);
  }
  return found;
}

function sharesCode(claim: MatchedClaim, own: ReadonlyMap<string, unknown>, day: IsoDate): boolean {
  return claim.rows.some((row) => row.on === day && row.code !== undefined && own.has(plainCode(row.code)));
}

function compareCharge(
  code: string,
  day: IsoDate,
  own: readonly MoneyLine[] | undefined,
  theirs: readonly MoneyLine[] | undefined,
): MoneyDifference | undefined {
  const id = `charge/${day}/${code}`;
  const on = longDate(day);
  if (own === undefined)
    return difference(
      id,
      `The plan’s statement lists ${formatCents(sumOf(theirs!))} for ${code} on ${on}; the bill, which shows that day, does not.`,
      sumOf(theirs!),
      'Ask the provider whether this service was given and billed to the plan. If you did not get it, tell the plan.',
      theirs!,
    );
  if (theirs === undefined)
    return difference(
      id,
      `The bill charges ${formatCents(sumOf(own))} for ${code} on ${on}; the plan’s statement, which shows that day, does not list it.`,
      sumOf(own),
      'Ask the provider whether this charge was sent to the plan, and ask for it to be sent. Pay nothing on it until the plan has decided.',
      own,
    );
  const [a, b] = [sumOf(own), sumOf(theirs)];
  if (a === b) return undefined;
  return difference(
    id,
    `The bill charges ${formatCents(a)} for ${code} on ${on}; the plan’s statement shows ${formatCents(b)} billed.`,
    a - b,
    ASK_OFFICE,
    [...own, ...theirs],
  );
}

/** An account against the claims it bills: payments and discounts the plan states, and what is asked beyond the person's share. */
export function accountDifferences(
  account: Account,
  claims: readonly MatchedClaim[],
  payments: readonly Payment[],
): MoneyDifference[] {
  const own = claims.filter(
    (claim) =>
      claim.plan?.money.role === 'plan' &&
      claim.billed.some(
        ({ bill, row }) => account.bills.includes(bill) && row.lines.some(({ kind }) => kind === 'charge'),
      ),
  );
  const charges = distinctLines(account.bills, 'charge');
  const billed = own.map(({ rows }) => sumOfKind(rows, 'charge'));
  // Only where the account and the claims are about the same charges can the rest be compared.
  if (
    own.length === 0 ||
    billed.some((one) => one === undefined) ||
    billed.reduce<number>((sum, one) => sum + (one ?? 0), 0) !== sumOf(charges)
  )
    return [];
  const { newest } = account;
  const key = compact(newest.account ?? newest.from);
  const known = own.every(
    ({ plan }) => newest.on === undefined || (plan?.paper.reading.fields.letter_date ?? newest.on) <= newest.on,
  );
  const found: MoneyDifference[] = [];
  for (const [kind, said, advice] of known ? STATED : []) {
    const stated = own.reduce((sum, { rows }) => sum + (sumOfKind(rows, kind) ?? 0), 0);
    const shown = distinctLines(account.bills, kind);
    if (stated === sumOf(shown)) continue;
    const theirs = own
      .flatMap(({ rows }) =>
        partsOf(
          rows.flatMap((row) => row.lines),
          kind,
        ),
      )
      .filter((line) => line.cents > 0);
    found.push(
      difference(
        `${kind}/${key}`,
        `The plan’s statement ${said} ${formatCents(stated)}; the bills of ${newest.from} show ${formatCents(sumOf(shown))}.`,
        stated - sumOf(shown),
        advice,
        [...shown, ...theirs],
      ),
    );
  }
  const shares = own.map(shareOf);
  const paid = payments
    .filter((payment) => account.bills.includes(payment.bill))
    .reduce((sum, payment) => sum + payment.cents, 0);
  const { balance } = newest;
  if (balance !== undefined && shares.every((share) => share !== undefined)) {
    const share = shares.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    const left = Math.max(0, share - paid);
    if (balance.cents > left) {
      const theirs = own.flatMap(
        ({ plan }) => plan?.money.lines.filter((line) => line.kind === 'patient-share' && line.isTotal) ?? [],
      );
      found.push(
        difference(
          `asked/${key}`,
          `${newest.from} asks for ${formatCents(balance.cents)}; by the plan’s statement your share is ${formatCents(share)}, of which ${formatCents(paid)} is paid, so ${formatCents(left)} is left.`,
          balance.cents - left,
          'Send the billing office the plan’s statement and ask it to correct the balance in writing.',
          [balance, ...theirs],
        ),
      );
    }
  }
  return found;
}

const STATED: readonly (readonly [MoneyKind, string, string])[] = [
  [
    'plan-payment',
    'says that the plan paid',
    'Ask the billing office whether the plan’s payment arrived and was booked to your account; ask the plan for the date and number of the payment.',
  ],
  [
    'adjustment',
    'takes off a discount of',
    'Ask the billing office to take off the plan’s discount: a provider in the network may not ask you for it.',
  ],
];

/** Lines of a kind over the bills of an account: one that a later statement repeats counts once. */
function distinctLines(bills: readonly Bill[], kind: MoneyKind): MoneyLine[] {
  const kept: MoneyLine[] = [];
  for (const bill of bills) {
    const free = [...kept];
    for (const line of partsOf(bill.money.lines, kind)) {
      const at = free.findIndex(
        (other) =>
          other.cents === line.cents &&
          other.on !== undefined &&
          other.on === line.on &&
          (other.code ?? '') === (line.code ?? ''),
      );
      if (at >= 0) free.splice(at, 1);
      else kept.push(line);
    }
  }
  return kept;
}

/** A payment takes about this many days to show on a statement. */
const POSTED_AFTER = 10;

/** Typed payments to a provider whose later statement does not show them. */
export function unpostedPayments(
  accounts: readonly Account[],
  typed: readonly Extract<MoneyEntry, { kind: 'payment' }>[],
): MoneyDifference[] {
  return typed.flatMap((entry) => {
    const account = accounts.find(({ newest }) => sameHouse(newest.from, entry.to));
    const { on, balance } = account?.newest ?? {};
    if (account === undefined || on === undefined || daysBetween(entry.on, on) <= POSTED_AFTER) return [];
    return [
      difference(
        `payment/${entry.id}`,
        `You noted a payment of ${formatCents(entry.cents)} to ${entry.to} on ${longDate(entry.on)}; its papers up to ${longDate(on)} show $0.00 of it.`,
        entry.cents,
        'Send the billing office your receipt or the cleared check and ask it to book the payment.',
        balance === undefined ? [] : [balance],
      ),
    ];
  });
}
