// What was billed and what the patient is said to owe: beside labels, in rows of totals by the title of the column, and in sentences.
import { type Cell, flowOf, type Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { columnTitle } from './columns.ts';
import { labelled } from './labels.ts';
import { isOpen, type Sheet, unitOf } from './sheet.ts';
import { datesIn, moneyIn } from './values.ts';

type MoneyField = 'billed_amount' | 'patient_responsibility';

interface Sum {
  readonly value: number;
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly why: string;
  readonly confidence: number;
}

/** An amount of a row of totals; `wide` where the row is the total of the whole paper. */
interface Total extends Sum {
  readonly wide: boolean;
}

/** What was billed, and what the patient owes. A sum over several claims is proved by its last part. */
export function amounts(sheet: Sheet): Candidate[] {
  const { kind } = sheet;
  const found: Candidate[] = [];
  const billed =
    kind === 'medical-record' || kind === 'literature' || kind === 'medical-policy' || kind === 'plan-document'
      ? undefined
      : (besideLabel(sheet, 'billed_amount', 0) ??
        totalsOf(sheet, BILLED_TITLE) ??
        columnSum(sheet, BILLED_TITLE) ??
        besideLabel(sheet, 'billed_amount', 1) ??
        saidBilled(sheet) ??
        besideClaim(sheet) ??
        (kind === 'bill' ? chargesOf(sheet) : undefined));
  if (billed !== undefined) found.push({ field: 'billed_amount', ...billed });
  if (
    [
      'medical-record',
      'literature',
      'medical-policy',
      'plan-document',
      'letter-of-medical-necessity',
      'id-card',
      'authorization-form',
      'prior-authorization',
    ].includes(kind)
  )
    return found;
  if (!['denial-letter', 'eob', 'bill', 'receipt'].includes(kind)) {
    const stated = besideLabel(sheet, 'patient_responsibility', 0);
    return stated === undefined ? found : [...found, { field: 'patient_responsibility', ...stated }];
  }
  const total = totalsOf(sheet, OWED_TITLE);
  const owed =
    (total !== undefined && severalOwed(sheet) ? total : undefined) ??
    besideLabel(sheet, 'patient_responsibility', 0) ??
    total ??
    saidOwed(sheet) ??
    besideLabel(sheet, 'patient_responsibility', 1) ??
    columnSum(sheet, OWED_TITLE) ??
    totalsOf(sheet, PAID_BY_YOU) ??
    nothingOwed(sheet);
  if (owed !== undefined) found.push({ field: 'patient_responsibility', ...owed });
  return found;
}

function besideLabel(sheet: Sheet, field: MoneyField, rank: number): Sum | undefined {
  const pattern = sheet.labels.byField[field][rank];
  if (pattern === undefined) return undefined;
  const items = labelled(
    sheet,
    [pattern],
    (zone) => zone !== 'taglines' && (zone !== 'rights' || field === 'patient_responsibility'),
  );
  const sums = items.flatMap((item) => {
    const cells = sheet.grid[item.line] ?? [];
    const at = cells.indexOf(item.piece);
    if (/^balance (?:from|bill)/.test(item.label)) return [];
    if (field === 'billed_amount' && /\b(?:you|owe|due|paid|allowed|savings|covered|not)\b/.test(item.label)) return [];
    // A label that titles a row of several amounts says nothing about which of them is meant: the column does.
    const several = at >= 0 ? cells.slice(at).filter((other) => moneyIn(other.text).length > 0) : [];
    if (
      rank > 0 &&
      several.length > 1 &&
      (rowTitle(item.label) || several.every((other) => !/\p{L}/u.test(other.text)))
    )
      return [];
    if (
      field === 'billed_amount' &&
      /\b(?:you|owe|due|paid|allowed|savings|covered|not)\b/.test(
        item.piece.lower.slice(item.from, item.to).split(/[$\d]/)[0] ?? '',
      )
    )
      return [];
    const money = firstMoney(item.piece, item.from, item.to, at < 0 ? [] : cells.slice(at + 1));
    return money === undefined || (field === 'patient_responsibility' && money.value < 0)
      ? []
      : [{ ...money, confidence: 0.88, why: `stands beside "${item.label.slice(0, 30).trim()}"` }];
  });
  // The same weak label beside several amounts stands on lines of claims, not beside the whole.
  if (rank > 0 && field === 'billed_amount' && new Set(sums.map((sum) => sum.value)).size > 1) return undefined;
  return sums[0];
}

/** Each claim says what is owed of it: none of these amounts is the whole. */
function severalOwed(sheet: Sheet): boolean {
  const claims = labelled(sheet, sheet.labels.byField.patient_responsibility.slice(0, 1)).flatMap((item) => {
    const money = moneyIn(item.piece.text.slice(item.from, item.to))[0];
    return money === undefined ? [] : [money.value];
  });
  return new Set(claims).size > 1;
}

function rowTitle(label: string): boolean {
  return /totals?$/.test(label);
}

/** The first amount of a value; words may stand before it only where the value begins with it or is a short remark. */
function firstMoney(
  piece: Piece,
  from: number,
  to: number,
  further: readonly Cell[],
): { value: number; piece: Piece; from: number; to: number } | undefined {
  const [first, second] = moneyIn(piece.text.slice(from, to));
  // "$186.00 each day ($558.00)": the whole stands in brackets behind the part.
  const isPart =
    first !== undefined && /^ (?:each|per|a|every)\b[^$]{0,24}\(\$/.test(piece.text.slice(from + first.to, to));
  const hit = isPart ? second : first;
  if (hit !== undefined) {
    if (
      piece.text
        .slice(from, from + hit.from)
        .split(/\s+/)
        .filter((word) => /\p{L}{2}/u.test(word)).length > 5
    )
      return undefined;
    return { value: hit.value, piece, from: from + hit.from, to: from + hit.to };
  }
  if (
    piece.text
      .slice(from, to)
      .split(/\s+/)
      .filter((word) => /\p{L}{2}/u.test(word)).length > 4
  )
    return undefined;
  for (const cell of further.slice(0, 2)) {
    const next = moneyIn(cell.text)[0];
    if (next !== undefined) return { value: next.value, piece: cell, from: next.from, to: next.to };
    if (/\p{L}{3}/u.test(cell.text)) return undefined;
  }
  return undefined;
}

const BILLED_TITLE =
  /\b(?:billed|charged?|charges|submitted|amount charged|provider'?s? charge|fee|total charge|(?:full |retail |drug )?price)\b(?!.*\b(?:not|allowed|covered|approved|paid|discount|savings|owe)\b)/;
const OWED_TITLE =
  /\byou(?:r)? (?:may )?(?:owe|share|responsibility|cost|pay|balance|total|be billed|liability)\b|\bmay owe\b|\b(?:patient|member|mbr|pt|enrollee|subscriber)(?:'s)? (?:resp\w*|owes?|pays?|share|liability|cost|balance|amount)|\bamount you\b|\bwhat you\b|\byou(?:r part)?$|\bpt\.? resp|\byou (?:may )?(?:be )?billed\b|\byour? part\b|\byou pay\b|\bmay be billed\b|\byour$|\bresponsibility\b|^balance$|^(?:patient|member|you|enrollee)$/;
/** On a statement of drugs what was owed has been paid at the counter. */
const PAID_BY_YOU = /\b(?:you|member|patient)(?: have)? paid$/;
/** "Total", "October totals", "Statement sum", "Summary", "All four claims", "All together". */
const TOTAL =
  /^(?:this month,? )?(?:[\p{L}*-]+ ){0,3}(?:totals?|sum|summary)\b(?! (?:due|you|paid|so far|for (?:the |this )?(?:calendar |plan |benefit )?year))|^(?:this (?:month|period|statement),? )?(?:all|altogether)\b(?: \w+)?(?: (?:claims|services|lines|bills|charges|together|in all))?\b/u;
const NO_TOTAL =
  /\b(?:year|ytd|to date|so far|deductible|limit|maximum|out[- ]of[- ]pocket|benefit period|liability|responsibility|owe|due)\b/;
/** "This claim   $1,523.00   $170.00   $34.00". */
const CLAIM_TOTAL = /^(?:(?:this|whole|entire) )?claim$/;
const TOTAL_LEAD = /^.*?(?:totals?|sum|summary|claims|services|lines|bills|together|in all)\b:?\s*/;
const WIDE = /\b(?:grand|statement|overall|all|altogether|combined|summary)\b/;

/** Amounts of the rows of totals whose column is so titled: a grand total, else the sum of the totals of all claims. */
function totalsOf(sheet: Sheet, title: RegExp): Total | undefined {
  const sums: Total[] = [];
  sheet.grid.forEach((cells, index) => {
    if (!isOpen(sheet, index)) return;
    for (const row of totalRows(sheet, index)) {
      const money = (sheet.grid[row] ?? []).flatMap((cell, at) => {
        const found = moneyIn(cell.text)[0];
        return found !== undefined && title.test(titleOf(sheet, row, index, at, found.from)) ? [{ cell, found }] : [];
      })[0];
      if (money === undefined) continue;
      const { cell, found } = money;
      sums.push({
        value: found.value,
        piece: cell,
        from: found.from,
        to: found.to,
        wide: WIDE.test(cells[0]?.lower ?? '') || (row !== index && !/\d/.test(sheet.paper.lines[index]?.text ?? '')),
        confidence: 0.85,
        why: 'stands in the row of totals',
      });
      return;
    }
  });
  const wide = sums.find((sum) => sum.wide);
  const last = sums.at(-1);
  if (wide !== undefined || last === undefined) return wide;
  // One total of all claims that is the sum of the totals before it counts once.
  const before = sums.slice(0, -1).reduce((sum, one) => sum + one.value, 0);
  if (sums.length > 1 && Math.abs(before - last.value) < 0.005) return last;
  const value = Math.round(sums.reduce((sum, one) => sum + one.value, 0) * 100) / 100;
  return { ...last, value, ...(sums.length > 1 && { why: 'is the sum of the totals of the claims' }) };
}

/** An amount below a column of amounts that is their sum, though no word says "total": under a rule, or on a line of its own. */
function columnSum(sheet: Sheet, title: RegExp): Sum | undefined {
  for (const [index, cells] of sheet.grid.entries()) {
    const line = sheet.paper.lines[index];
    const cell = cells.at(-1);
    const money = cell === undefined ? undefined : moneyIn(cell.text)[0];
    if (line === undefined || cell === undefined || money === undefined || !isOpen(sheet, index)) continue;
    if (cells.filter((other) => moneyIn(other.text).length > 0).length !== 1 || money.value <= 0) continue;
    const above: number[] = [];
    for (let at = index - 1; at >= Math.max(0, index - 30); at -= 1) {
      if (sheet.paper.lines[at]?.page !== line.page) break;
      const other = (sheet.grid[at] ?? []).find(
        (one) => Math.abs(one.right - cell.right) < 2.5 * unitOf(cell) && moneyIn(one.text).length === 1,
      );
      const value = other === undefined ? undefined : moneyIn(other.text)[0]?.value;
      if (value !== undefined) above.push(value);
    }
    const sums = above.map((_, at) => above.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
    const at = sums.findIndex((sum) => Math.abs(sum - money.value) < 0.005);
    if (at < 1 || !title.test(columnTitle(sheet, index, index, cell))) continue;
    return {
      value: money.value,
      piece: cell,
      from: money.from,
      to: money.to,
      confidence: 0.75,
      why: 'is the sum of the amounts above it',
    };
  }
  return undefined;
}

/** A bill without a total of its charges: the sum of the column, proved by its last amount. */
function chargesOf(sheet: Sheet): Sum | undefined {
  const found: Sum[] = [];
  sheet.grid.forEach((cells, index) => {
    const line = sheet.paper.lines[index];
    if (line === undefined || !isOpen(sheet, index) || datesIn(cells[0]?.text ?? '').length === 0) return;
    if (PAYMENT.test(line.lower)) return;
    for (const cell of cells) {
      const money = moneyIn(cell.text)[0];
      if (
        money === undefined ||
        money.value <= 0 ||
        !/^charges?$|\bcharges?\b/.test(columnTitle(sheet, index, index, cell))
      )
        continue;
      found.push({
        value: money.value,
        piece: cell,
        from: money.from,
        to: money.to,
        confidence: 0.7,
        why: 'is the sum of the charges',
      });
      return;
    }
  });
  const last = found.at(-1);
  if (last === undefined) return undefined;
  return { ...last, value: Math.round(found.reduce((sum, one) => sum + one.value, 0) * 100) / 100 };
}

const PAYMENT = /\b(?:payments?|paid|adjustment|write-?off|discount|credit|insurance|balance forward|previous)\b/;

/** What an amount of a row is the total of: the words before it in its cell ("billed 410.00"), a cell of words before it, else the title of its column. */
function titleOf(sheet: Sheet, row: number, index: number, at: number, from: number): string {
  const cells = sheet.grid[row] ?? [];
  const cell = cells[at];
  if (cell === undefined) return '';
  const own = cell.lower
    .slice(0, from)
    .replace(at === 0 ? TOTAL_LEAD : /^/, '')
    .replace(/[\s:.$]+$/, '');
  if (/\p{L}{3}/u.test(own)) return own;
  const before = at > 1 || row !== index ? cells[at - 1] : undefined;
  const named = before !== undefined && /^[\p{L}' :.]+$/u.test(before.text) && !TOTAL.test(before.lower);
  return named ? before.lower : columnTitle(sheet, row, index, cell);
}

/** The rows that hold the amounts of a line that begins with "Total": the line itself and those set in below it, or the first one below a title without amounts. */
function totalRows(sheet: Sheet, index: number): number[] {
  const cells = sheet.grid[index] ?? [];
  const lead = cells.find((cell) => /\p{L}/u.test(cell.text));
  // A row of nothing but amounts under the rows of a table is its total, word or no word.
  if (lead === undefined)
    return cells.length >= 3 && cells.every((cell) => moneyIn(cell.text).length === 1) ? [index] : [];
  const sums = sumsOf(sheet, index);
  if (sums > 2 && CLAIM_TOTAL.test(lead.lower)) return [index];
  const words = lead.lower.split(/[\d$]/)[0] ?? '';
  if (!TOTAL.test(words) || NO_TOTAL.test(words) || lead.tokens.length > 9) return [];
  const rows = sums > 0 ? [index] : [];
  // "ALL CLAIMS   CHARGE 9,007.00" with "PAID 2,866.00   YOUR PART 5,717.00" set in below it.
  for (let at = index + 1; at <= index + 3 && sums > 0; at += 1) {
    const first = sheet.grid[at]?.[0];
    if (first === undefined || first.left <= lead.right || sheet.paper.lines[at]?.running || sumsOf(sheet, at) === 0)
      break;
    rows.push(at);
  }
  if (rows.reduce((sum, at) => sum + sumsOf(sheet, at), 0) > 1) return rows;
  // "THIS MONTH, ALL THREE" above "Billed $1,711.00   Paid $0.00   You may owe $164.00".
  if (sums === 0 && cells.length === 1 && isNamedRow(sheet, index + 1)) return [index + 1];
  if (sums > 0 || cells.length < 3) return [];
  for (let at = index + 1; at <= index + 3; at += 1) if (sumsOf(sheet, at) > 1) return [at];
  return [];
}

/** A row of at least two amounts, each behind words of its own. */
function isNamedRow(sheet: Sheet, index: number): boolean {
  const cells = sheet.grid[index] ?? [];
  return cells.length >= 2 && cells.every((cell) => /^\p{L}[\p{L} ]+:? ?-?\$[\d,.]+$/u.test(cell.text));
}

function sumsOf(sheet: Sheet, index: number): number {
  return (sheet.grid[index] ?? []).filter((cell) => moneyIn(cell.text).length > 0).length;
}

const SAID =
  /\b(?:you (?:are |may be |will be )?(?:responsible|liable) for(?: paying)?|you (?:may|will|might|could) (?:have|need) to pay|your (?:own )?part[^.$]{0,40}? (?:is|comes to|will be|stays at|remains)|may look to you for(?: the whole| all of)?|(?:her|his|their) (?:own )?(?:share|part|cost share)[^.$]{0,60}? (?:is|comes to|will be|remains)|(?:the )?(?:most|maximum)[^.$]{0,20} you (?:can|could|may) (?:be billed|owe|have to pay)[^.$]{0,10}? is|(?:this |that |which )?leav(?:es|ing)(?: you(?: with| to pay)?)?(?: a balance of)?(?= \$[\d,.]+\d (?:for you|to (?:be )?paid? by you|as your))|you (?:now |may |will )?owe|your (?:share|responsibility|cost|balance)[^.$]{0,40}? (?:is|comes to|will be)|member(?:'s)? (?:share|responsibility|liability)[^.$]{0,40}? (?:is|of)|patient(?:'s)? (?:share|responsibility)[^.$]{0,30}? (?:is|of)|(?:can|may|will) bill you(?: for)?|you may be billed(?: for)?)\b/g;

/** "You are responsible for $27,597.50": the amount that follows in the same sentence. */
function saidOwed(sheet: Sheet): Sum | undefined {
  const flow = flowOf(sheet.paper.lines.filter((_, index) => isOpen(sheet, index) && sheet.zones[index] !== 'rights'));
  for (const hit of flow.lower.matchAll(SAID)) {
    const found = sentenceMoney(flow.text.slice(hit.index, hit.index + 160));
    if (found === undefined || /\bif\b[^.]{0,40}$/.test(flow.lower.slice(Math.max(0, hit.index - 50), hit.index)))
      continue;
    return {
      value: found.value,
      piece: flow,
      from: hit.index + found.from,
      to: hit.index + found.to,
      confidence: 0.75,
      why: 'says what you owe',
    };
  }
  return yours(flow);
}

/** "The amount of $1,327.40 is your responsibility", "the charges, $3,621.00 in all, are yours to settle": the sum before what is said of it. */
function yours(flow: Piece): Sum | undefined {
  const SAYS =
    /\$[\d,]+(?:\.\d\d)?,?(?: (?:in all|altogether|in total),?)?(?: (?:is|are|remains?|becomes?|and|therefore|thus|returned|unpaid|now))* (?:your (?:own )?responsibility|yours to (?:pay|settle)|owed by you|for you to pay)\b/g;
  for (const hit of flow.lower.matchAll(SAYS)) {
    const money = moneyIn(flow.text.slice(hit.index, hit.index + 16))[0];
    if (money === undefined || /\bif\b[^.]{0,60}$/.test(flow.lower.slice(Math.max(0, hit.index - 70), hit.index)))
      continue;
    const { value, from, to } = money;
    return {
      value,
      piece: flow,
      from: hit.index + from,
      to: hit.index + to,
      confidence: 0.75,
      why: 'says what is yours to pay',
    };
  }
  return undefined;
}

/** "Claim: 25-T-770264 (Sandhurst Valley Hospital, June 30, 2025, $7,815.00)": the amount set beside the only claim. */
function besideClaim(sheet: Sheet): Sum | undefined {
  const items = labelled(sheet, sheet.labels.byField.claim_numbers);
  const [item] = items;
  if (item === undefined || items.length > 1 || item.more.length > 0) return undefined;
  const money = moneyIn(item.piece.text.slice(item.from, item.to))[0];
  if (money === undefined || !item.piece.text.slice(item.from, item.to).includes('(')) return undefined;
  return {
    value: money.value,
    piece: item.piece,
    from: item.from + money.from,
    to: item.from + money.to,
    confidence: 0.7,
    why: 'stands beside the claim',
  };
}

/** "The hospital charged $6,412.80", "a claim for $1,240.00". */
function saidBilled(sheet: Sheet): Sum | undefined {
  const flow = flowOf(
    sheet.paper.lines.filter(
      (_, index) => isOpen(sheet, index) && sheet.zones[index] !== 'rights' && sheet.zones[index] !== 'legend',
    ),
  );
  const hits = [
    ...flow.lower.matchAll(
      /(?<!\bbe )\b(?:charged|billed)(?: (?:us|you|the plan))?(?: a total of)? (?=\$)|\b(?:charges? (?:was|were|of)|(?:they|bills?|claims?|charges?)(?: together)? (?:add up to|total|come to)|(?:claims?|bills?|charges?) \((?=\$)|(?:claim|bill|charges?)(?:,? came to|,? totaling|,? totalling|,? in the amount of| of| for| (?:of|from) [^.$]{4,90}?,? in the amount of)|(?:surgeon|doctor|provider|hospital|facility|clinic|office|dentist|company)'?s'? (?:estimate|fee|charge|bill|price)(?: for [^.$]{3,40})? (?:is|was|came to|comes to|of)|(?:billed|total|estimated|submitted|full) (?:charges?|amount|fee|price)[^.$]{0,24} (?:is|was|were|came to|of|at))(?: a total of| about)? (?=\$)/g,
    ),
  ].flatMap((hit) => {
    const money = moneyIn(flow.text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 16))[0];
    return money === undefined || money.value <= 0
      ? []
      : [{ value: money.value, from: hit.index, to: hit.index + hit[0].length + money.to }];
  });
  const whole = saidWhole(flow);
  if (whole !== undefined) return whole;
  const first = hits[0];
  if (first === undefined || new Set(hits.map((hit) => hit.value)).size > 1) return undefined;
  return { ...first, piece: flow, confidence: 0.65, why: 'says what was charged' };
}

/** "together $21,150.00", "$1,240.00 in all", "for a total of $846.00": a sum of charges in a sentence that speaks of charges or claims. */
function saidWhole(flow: Piece): Sum | undefined {
  const SUM =
    /\b(?:together|in all|altogether|all told|for a total of|totall?ing|in total|combined|total(?: charges?)?(?: is| was| of)?),? (?=\$)|\$[\d,]+(?:\.\d\d)?(?= (?:was |were )?(?:billed|charged|claimed|in (?:billed )?charges)\b)|\$[\d,]+(?:\.\d\d)?(?=,? (?:in all|altogether|all told|in total|together|combined)\b(?! \$))/g;
  for (const hit of flow.lower.matchAll(SUM)) {
    const around = flow.lower.slice(Math.max(0, hit.index - 140), hit.index + hit[0].length + 70);
    if (!/\b(?:charges?|charged|claims?|bills?|billed|fees?|invoices?)\b/.test(around)) continue;
    if (/\b(?:paid|allow\w*|deductible|premium|owe|maximum|limit|out of pocket)\b/.test(around.slice(60))) continue;
    const from = hit[0].startsWith('$') ? hit.index : hit.index + hit[0].length;
    const money = moneyIn(flow.text.slice(from, from + 16))[0];
    if (money === undefined || money.value <= 0) continue;
    return {
      value: money.value,
      piece: flow,
      from: from + money.from,
      to: from + money.to,
      confidence: 0.65,
      why: 'says what the charges come to',
    };
  }
  return undefined;
}

function sentenceMoney(text: string): { value: number; from: number; to: number } | undefined {
  const money = moneyIn(text)[0];
  if (money === undefined) return undefined;
  return /[.!?]\s+\p{Lu}/u.test(text.slice(0, money.from).replace(/\b(?:Dr|St|Mr|Ms|Mrs)\./g, '')) ? undefined : money;
}

/** "You do not owe the hospital any money": nothing is owed. */
function nothingOwed(sheet: Sheet): Sum | undefined {
  for (const line of sheet.paper.lines) {
    const hit =
      /you (?:do not|don't) owe [^.]{0,40}(?:any money|anything|any)|you (?:do not|don't) have to pay (?:anything|any)|you owe (?:nothing|\$0)|paid in full|you are not responsible for (?:any|these|this)|\bhold harmless\b|(?:may|can)(?:not| not|'t) (?:collect|bill|charge|ask)[^.]{0,30}\b(?:you|the family|the member|the patient|the beneficiary)\b[^.]{0,20} (?:anything|any (?:money|amount|part|of (?:it|this|these)))|(?:you|the (?:family|member|patient)) owes? nothing\b(?! (?:more|else|further|extra|beyond|except)\b)|nothing is owed by (?:you|the)/.exec(
        line.lower,
      );
    if (hit !== null && !/\bif\b/.test(line.lower))
      return {
        value: 0,
        piece: line,
        from: hit.index,
        to: hit.index + hit[0].length,
        confidence: 0.8,
        why: 'says nothing is owed',
      };
  }
  return undefined;
}
