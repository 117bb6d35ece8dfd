// Bills and receipts by account: who asks, under which number, as of when, and how much.
import type { MoneyLine } from '../../model/money.ts';
import type { IsoDate } from '../../model/vocabulary.ts';
import { letterheadName } from '../../reading/fields/houses.ts';
import { datesIn, identifierAt } from '../../reading/fields/values.ts';
import { type Paper, paperOf } from '../../reading/paper.ts';
import { compact } from '../kinship.ts';
import type { CasePaper } from './case-papers.ts';
import { sameHouse } from './same-house.ts';
import { EARLIER_BALANCE } from './vocabulary.ts';

/** A bill or receipt with what its head says. */
export interface Bill extends CasePaper {
  readonly from: string;
  readonly account?: string;
  readonly on?: IsoDate;
  readonly due?: IsoDate;
  readonly balance?: MoneyLine;
  /** What was still open of an earlier statement. */
  readonly earlier?: MoneyLine;
}

/** The bills of one account, the newest last. */
export interface Account {
  readonly bills: readonly Bill[];
  readonly newest: Bill;
}

/** The bills and receipts among the papers, with what their heads say. */
export function billsOf(papers: readonly CasePaper[]): Bill[] {
  return papers
    .filter(({ money }) => money.role === 'provider')
    .map((each): Bill => {
      const paper = paperOf(each.paper.pages);
      const { fields } = each.paper.reading;
      const account = accountIn(paper);
      const on = fields.letter_date ?? each.paper.document.date;
      const due = dueIn(paper);
      const balances = each.money.lines.filter((line) => line.kind === 'balance');
      const earlier = balances.find((line) => EARLIER_BALANCE.test(line.label.toLowerCase()));
      const balance = chiefBalance(balances.filter((line) => !EARLIER_BALANCE.test(line.label.toLowerCase())));
      return {
        ...each,
        from: fields.provider ?? String(letterheadName(paper)?.value ?? each.paper.document.title),
        ...(account !== undefined && { account }),
        ...(on !== undefined && { on }),
        ...(due !== undefined && { due }),
        ...(balance !== undefined && { balance }),
        ...(earlier !== undefined && { earlier }),
      };
    });
}

/** Bills of the same account number, or of the same house where a number is missing, in the order of their dates. */
export function accountsOf(bills: readonly Bill[]): Account[] {
  const groups: Bill[][] = [];
  for (const bill of bills) {
    const group = groups.find((others) => others.some((other) => sameAccount(other, bill)));
    if (group === undefined) groups.push([bill]);
    else group.push(bill);
  }
  return groups.map((group) => {
    const sorted = [...group].sort(byDay);
    return { bills: sorted, newest: sorted.at(-1)! };
  });
}

function sameAccount(a: Bill, b: Bill): boolean {
  if (a.account !== undefined && b.account !== undefined) return compact(a.account) === compact(b.account);
  return sameHouse(a.from, b.from);
}

function byDay(a: Bill, b: Bill): number {
  return (a.on ?? '').localeCompare(b.on ?? '') || a.paper.document.sequence - b.paper.document.sequence;
}

const CHIEF =
  /\b(?:please pay|pay this amount|now due|due now|amount due|amount now due|you owe|balance due|total due|new balance|amount owed)\b/i;

function chiefBalance(lines: readonly MoneyLine[]): MoneyLine | undefined {
  return lines.find((line) => CHIEF.test(line.label)) ?? lines[0];
}

const ACCOUNT = [
  /\b(?:patient |guarantor |visit )?acc(?:oun)?t\b\.?\s*(?:no|number|num|id)?\b\.?\s*[:#]?\s*/i,
  /\b(?:invoice|statement|bill|receipt)\b\s*(?:no|number|num|id)?\b\.?\s*[:#]?\s*/i,
];

function accountIn(paper: Paper): string | undefined {
  for (const label of ACCOUNT) {
    for (const line of paper.lines) {
      const hit = label.exec(line.text);
      if (hit === null) continue;
      const value = identifierAt(line.text.slice(hit.index + hit[0].length))?.value;
      if (value !== undefined && value.replace(/\D/g, '').length >= 3) return value;
    }
  }
  return undefined;
}

function dueIn(paper: Paper): IsoDate | undefined {
  for (const line of paper.lines) {
    for (const hit of line.text.matchAll(/\b(?:due(?: date| by| on)?|pay(?:ment)? (?:by|due)(?: date)?)\b\s*:?\s*/gi)) {
      const date = datesIn(line.text.slice(hit.index + hit[0].length))[0];
      if (date !== undefined && date.from === 0) return date.value;
    }
  }
  return undefined;
}
