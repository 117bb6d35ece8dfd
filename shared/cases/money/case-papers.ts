// The papers of a case that show money of it: of its claims, its days and its providers, not of other care.
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { isRealDate } from '../calendar.ts';
import { identityOf } from '../facts.ts';
import { relatedPapers } from '../related.ts';
import { claimKey } from './claim-key.ts';
import { type PaperMoney, readMoney } from './read-money.ts';
import { sameHouse } from './same-house.ts';

export interface CasePaper {
  readonly paper: FullDocument;
  readonly money: PaperMoney;
}

/** The claims of the case, in compact form; empty where the case names none. */
export function claimsOfCase(value: Case): ReadonlySet<string> {
  return new Set(
    identityOf(value.facts)
      .claimNumbers.map(claimKey)
      .filter((claim) => claim !== ''),
  );
}

/** True when a claim is one of the case; every claim is, where the case names none. */
export function isOfCase(claims: ReadonlySet<string>, claim: string | undefined): boolean {
  return claims.size === 0 || claims.has(claimKey(claim));
}

/** The papers with money of the case, in the order of `relatedPapers`. */
export function casePapers(value: Case, documents: readonly FullDocument[]): CasePaper[] {
  const claims = claimsOfCase(value);
  const all = relatedPapers(value, documents)
    .map((paper) => ({ paper, money: readMoney(paper) }))
    .filter(({ paper, money }) => money.lines.length > 0 || paper.document.id === value.denialDocumentId);
  const days = daysOfCase(value, all, claims);
  const houses = [
    value.facts.provider.value,
    ...all.flatMap(({ money }) =>
      [...money.providers].flatMap(([claim, house]) => (isOfCase(claims, claim) ? [house] : [])),
    ),
  ];
  return all.filter((each) => {
    const { paper, money } = each;
    if (paper.document.id === value.denialDocumentId || claims.size === 0 || names(each, claims)) return true;
    const own = daysOf(each);
    const meets = own.some((day) => days.has(day));
    if (money.role === 'provider')
      return meets || days.size === 0 || houses.some((house) => sameHouse(house, paper.reading.fields.provider));
    return meets && money.rows.every((row) => row.claim === undefined);
  });
}

function names({ paper, money }: CasePaper, claims: ReadonlySet<string>): boolean {
  const own = [...(paper.reading.fields.claim_numbers ?? []), ...money.rows.flatMap((row) => row.claim ?? [])];
  return own.some((claim) => claims.has(claimKey(claim)));
}

function daysOf({ money }: CasePaper): IsoDate[] {
  return money.rows.flatMap((row) => (row.code !== undefined || money.role !== 'provider' ? (row.on ?? []) : []));
}

function daysOfCase(value: Case, all: readonly CasePaper[], claims: ReadonlySet<string>): ReadonlySet<IsoDate> {
  const typed = (value.facts.datesOfService.value ?? '').split(/[,;\s]+/).filter(isRealDate);
  const read = all
    .filter(({ money }) => money.role !== 'provider')
    .flatMap(({ money }) => money.rows.flatMap((row) => (isOfCase(claims, row.claim) ? (row.on ?? []) : [])));
  return new Set([...typed, ...read]);
}
