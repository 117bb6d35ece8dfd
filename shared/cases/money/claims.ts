// Claims as the plan's statements and the bills show them: lines matched by claim number, else by provider, day and code.
import type { ClaimMoney, MoneyKind, MoneyLine } from '../../model/money.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import type { Bill } from './accounts.ts';
import { type CasePaper, isOfCase } from './case-papers.ts';
import { claimKey } from './claim-key.ts';
import { plainCode } from './context.ts';
import type { MoneyRow } from './money-rows.ts';
import { sameHouse } from './same-house.ts';
import { partsOf, sumOf } from './sums.ts';

/** A claim with the rows its sums come from. */
export interface MatchedClaim {
  readonly claim: string;
  readonly provider: string | undefined;
  /** The paper of the plan that shows it, and its rows there; the newest one when there are several. */
  readonly plan: CasePaper | undefined;
  readonly rows: readonly MoneyRow[];
  /** Rows of bills that belong to it. */
  readonly billed: readonly { readonly bill: Bill; readonly row: MoneyRow }[];
}

/** The claims of the case's papers with the rows of the bills that match them. */
export function matchedClaims(
  papers: readonly CasePaper[],
  bills: readonly Bill[],
  claims: ReadonlySet<string>,
): MatchedClaim[] {
  const shown = shownClaims(papers, claims);
  const taken = shown.map((claim) => ({ ...claim, billed: [] as { bill: Bill; row: MoneyRow }[] }));
  for (const bill of bills) {
    const matched = new Set<(typeof taken)[number]>();
    for (const row of bill.money.rows) {
      if (row.isTotal) continue;
      const claim = taken.find((each) => belongs(bill, row, each));
      claim?.billed.push({ bill, row });
      if (claim !== undefined && row.code !== undefined) matched.add(claim);
    }
    // What has no day of its own ("3 copays", "insurance payment") belongs to the one claim the services of the bill are of.
    const [only] = matched;
    if (matched.size !== 1 || only === undefined) continue;
    for (const row of bill.money.rows) {
      const money = row.lines.some(
        (line) =>
          line.kind === 'plan-payment' ||
          line.kind === 'adjustment' ||
          (line.kind === 'patient-payment' && row.on === undefined),
      );
      if (!row.isTotal && money && !only.billed.some((each) => each.row === row)) only.billed.push({ bill, row });
    }
  }
  return taken;
}

function shownClaims(papers: readonly CasePaper[], claims: ReadonlySet<string>): MatchedClaim[] {
  const found = new Map<string, MatchedClaim>();
  const order = papers
    .filter(({ money }) => money.role !== 'provider')
    .sort((a, b) => rank(a) - rank(b) || dayOf(a).localeCompare(dayOf(b)));
  for (const plan of order) {
    const own = new Set(plan.money.rows.flatMap((row) => row.claim ?? []));
    for (const claim of own) {
      if (!isOfCase(claims, claim)) continue;
      const rows = plan.money.rows.filter((row) => row.claim === claim);
      // A newer statement replaces an older one of the same claim; a letter's bare total never replaces a statement's lines.
      const known = found.get(claimKey(claim));
      if (known !== undefined && plan.money.role === 'letter' && rows.every((row) => row.isTotal)) continue;
      const provider =
        plan.money.providers.get(claim) ??
        known?.provider ??
        (own.size === 1 ? plan.paper.reading.fields.provider : undefined);
      found.set(claimKey(claim), { claim, provider, plan, rows, billed: [] });
    }
  }
  return [...found.values()];
}

/** Letters before statements: the later one in the list wins. */
function rank({ money }: CasePaper): number {
  return money.role === 'plan' ? 1 : 0;
}

function dayOf({ paper }: CasePaper): IsoDate {
  return paper.reading.fields.letter_date ?? paper.document.date ?? '';
}

function belongs(bill: Bill, row: MoneyRow, claim: MatchedClaim): boolean {
  if (row.claim !== undefined) return claimKey(row.claim) === claimKey(claim.claim);
  if (row.on === undefined) return false;
  const day = claim.rows.filter((each) => each.on === row.on);
  if (day.length === 0) return false;
  const code = row.code === undefined ? undefined : plainCode(row.code);
  if (code !== undefined && day.some((each) => each.code !== undefined && plainCode(each.code) === code)) return true;
  return sameHouse(bill.from, claim.provider) || (claim.provider === undefined && code === undefined);
}

/** Sum of a kind over a claim's rows of the plan: its parts, else its stated total. */
export function sumOfKind(rows: readonly MoneyRow[], kind: MoneyKind): number | undefined {
  const lines = rows.flatMap((row) => row.lines);
  const parts = partsOf(lines, kind);
  if (parts.length > 0) return sumOf(parts);
  return lines.find((line) => line.kind === kind)?.cents;
}

/** The claim as it is shown. */
export function claimMoney(
  claim: MatchedClaim,
  patientShare: number | undefined,
  patientPaid: number | undefined,
): ClaimMoney {
  const days = [...claim.rows, ...claim.billed.filter(({ row }) => row.code !== undefined).map(({ row }) => row)]
    .flatMap((row) => row.on ?? [])
    .sort();
  const own = (kind: MoneyKind): number | undefined =>
    sumOfKind(claim.rows, kind) ??
    sumOfKind(
      claim.billed.map(({ row }) => row),
      kind,
    );
  const provider = claim.provider ?? claim.billed[0]?.bill.from;
  const [billed, adjusted, planPaid, notCovered] = [
    own('charge'),
    own('adjustment'),
    own('plan-payment'),
    own('not-covered'),
  ];
  const order = [...claim.rows].sort((a, b) => weight(a) - weight(b));
  const lines = [...order.flatMap((row) => row.lines), ...claim.billed.flatMap(({ row }) => row.lines)];
  const from = days[0];
  const to = days.at(-1);
  return {
    claim: claim.claim,
    ...(provider !== undefined && { provider }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(billed !== undefined && { billed }),
    ...(adjusted !== undefined && { adjusted }),
    ...(planPaid !== undefined && { planPaid }),
    ...(notCovered !== undefined && { notCovered }),
    ...(patientShare !== undefined && { patientShare }),
    ...(patientPaid !== undefined && { patientPaid }),
    lines,
    sources: chiefLines(lines).map((line) => line.source),
  };
}

/** Refused rows first, sums last. */
function weight(row: MoneyRow): number {
  return row.isTotal ? 2 : row.refused ? 0 : 1;
}

/** The sums of the claim, else its first line of each paper. */
function chiefLines(lines: readonly MoneyLine[]): MoneyLine[] {
  const sums = lines.filter((line) => line.isTotal);
  if (sums.length > 0) return sums;
  return lines.filter((line, index) => lines.findIndex((other) => other.documentId === line.documentId) === index);
}
