// Amounts that stand beside a label, or beside the number of the claim.
import type { Cell, Piece } from '../../paper.ts';
import { labelled } from '../labels.ts';
import type { Sheet } from '../sheet.ts';
import { moneyIn } from '../values.ts';
import { wholeOfParts } from './parts.ts';
import type { Sum } from './sum.ts';

type MoneyField = 'billed_amount' | 'patient_responsibility';

/** Words of a label that speaks of another amount than what was billed. */
const NOT_BILLED = /\b(?:you|may be|owe|due|debt|now|paid|allowed|savings|covered|not|repaid|refund\w*|recover\w*)\b/;

/** The amount beside a label of the field, of the labels of that rank; `below` also those under a title. */
export function besideLabel(sheet: Sheet, field: MoneyField, rank: number, below = true): Sum | undefined {
  const pattern = sheet.labels.byField[field][rank];
  if (pattern === undefined) return undefined;
  const items = labelled(sheet, [pattern], (zone) => zone !== 'taglines');
  const sums = items.flatMap((item) => {
    const cells = sheet.grid[item.line] ?? [];
    const at = cells.indexOf(item.piece);
    if (
      /^balance (?:from|bill)/.test(item.label) ||
      (/\bbalance$/.test(item.label) &&
        /^\s*(?:of|stated|claimed|according)\b/.test(item.piece.lower.slice(item.from))) ||
      (!below && item.tie === 'below')
    )
      return [];
    // A sentence about rights may begin with any of these words.
    if (field === 'billed_amount' && sheet.zones[item.line] === 'rights' && item.tie === 'blank') return [];
    if (field === 'billed_amount' && NOT_BILLED.test(item.label)) return [];
    // "provided the amount in dispute is $400 or more" is a bound.
    if (
      /^ ?(?:is )?(?:more than|less than|at least|over|up to)\b|^[^.]{0,12}\d (?:or|and) (?:more|less|over)\b/.test(
        item.piece.lower.slice(item.from),
      )
    )
      return [];
    // A label that titles a row of several amounts says nothing about which of them is meant: the column does.
    const behind = at < 0 ? [] : cells.slice(at);
    // "Charge  $1,262.00   You owe  $1,262.00": a further label begins something else.
    const next = behind.findIndex((other, step) => step > 0 && /\p{L}{3}/u.test(other.text));
    const several = behind.slice(0, next < 0 ? undefined : next).filter((other) => moneyIn(other.text).length > 0);
    if (
      rank > 0 &&
      several.length > 1 &&
      (rowTitle(item.label) || several.every((other) => !/\p{L}/u.test(other.text)))
    )
      return [];
    if (
      field === 'billed_amount' &&
      NOT_BILLED.test(item.piece.lower.slice(item.from, item.to).split(/[$\d]/)[0] ?? '')
    )
      return [];
    // "Provider billed" above two or more amounts titles a column: none of them is the whole.
    if (field === 'billed_amount' && item.tie === 'below' && isFirstOfColumn(sheet, item.line, item.piece)) return [];
    const money =
      wholeOfParts(sheet, item.line, item.piece, item.from) ??
      firstMoney(item.piece, item.from, item.to, at < 0 ? [] : cells.slice(at + 1)) ??
      (field === 'patient_responsibility' ? nothing(item.piece, item.from, item.to) : undefined);
    return money === undefined || (field === 'patient_responsibility' && money.value < 0)
      ? []
      : [{ ...money, label: item.label, confidence: 0.88, why: `stands beside "${item.label.slice(0, 30).trim()}"` }];
  });
  const total = sums.find((sum) => sum.label.startsWith('total'));
  if (total !== undefined && new Set(sums.map((sum) => sum.value)).size > 1) return total;
  // "You owe 0.00" and "you owe 640.00" in the boxes of two claims, "You owe $640.00" below: what they come to.
  const whole = field === 'patient_responsibility' ? lastIsWhole(sums) : undefined;
  if (whole !== undefined) return whole;
  // Said of each claim by itself, it is the whole only where the first is no smaller than the others: a page of totals comes first.
  if (field === 'patient_responsibility' && isOneOfSeveral(sums)) return undefined;
  // The same weak label beside several amounts stands on lines of claims, not beside the whole.
  if (rank > 0 && field === 'billed_amount' && new Set(sums.map((sum) => sum.value)).size > 1) return undefined;
  // "Patient cost share 0.00" above "You may owe 620.00": a share of nothing is not all that is owed.
  const owed =
    field === 'patient_responsibility' ? sums.find((sum) => /\bowe\b|\bbilled\b/.test(sum.label)) : undefined;
  return sums[0]?.value === 0 && owed !== undefined ? owed : sums[0];
}

/** The last of at least three amounts beside the same label, where the others come to it. */
function lastIsWhole<T extends { readonly value: number; readonly label: string }>(sums: readonly T[]): T | undefined {
  const last = sums.at(-1);
  const parts = sums.slice(0, -1);
  if (last === undefined || parts.length < 2 || last.value <= 0) return undefined;
  const isSum = Math.abs(parts.reduce((sum, one) => sum + one.value, 0) - last.value) < 0.005;
  return isSum && parts.every((one) => one.label === last.label) ? last : undefined;
}

/** True where the label of the first amount stands beside a larger one, too. */
function isOneOfSeveral(sums: ReadonlyArray<{ readonly value: number; readonly label: string }>): boolean {
  const [first] = sums;
  return first !== undefined && sums.some((sum) => sum.label === first.label && sum.value > first.value);
}

/** A further amount stands right below this one. */
function isFirstOfColumn(sheet: Sheet, line: number, cell: Cell): boolean {
  return (sheet.grid[line + 1] ?? []).some(
    (other) => Math.min(other.right, cell.right) > Math.max(other.left, cell.left) && moneyIn(other.text).length === 1,
  );
}

function rowTitle(label: string): boolean {
  return /totals?$/.test(label);
}

/** The first amount of a value; words may stand before it only where the value begins with it or is a short remark. */
export function firstMoney(
  piece: Piece,
  from: number,
  to: number,
  further: readonly Cell[],
): { value: number; piece: Piece; from: number; to: number } | undefined {
  const all = moneyIn(piece.text.slice(from, to));
  const [first, second] = all;
  // "5 x $140.00 = $700.00", "film $38.00, visit $170.00. Total $208.00": what it comes to.
  const whole = all.find(
    (money, at) => at > 0 && /(?:=|\btotal(?: of| is)?:?)\s*$/i.test(piece.text.slice(from, from + money.from)),
  );
  if (whole !== undefined) return { value: whole.value, piece, from: from + whole.from, to: from + whole.to };
  // "$186.00 each day ($558.00)": the whole stands in brackets behind the part.
  const isPart =
    first !== undefined && /^ (?:each|per|a|every)\b[^$]{0,24}\(\$/.test(piece.text.slice(from + first.to, to));
  const hit = isPart ? second : first;
  // "You owe (copay, 2 days at $395)   790.00": a rate in brackets, and what it comes to in the next cell.
  const isRate =
    hit !== undefined &&
    /\([^)]*\bat $/.test(piece.text.slice(from, from + hit.from)) &&
    further.some((cell) => moneyIn(cell.text)[0]?.from === 0);
  if (isRate) return firstMoney(piece, to, to, further);
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

/** "Balance due 0", "Owing  nothing": nothing, without its cents. */
function nothing(piece: Piece, from: number, to: number): Omit<Sum, 'why' | 'confidence'> | undefined {
  return /^(?:\$?0|nothing|none)$/i.test(piece.text.slice(from, to).trim()) ? { value: 0, piece, from, to } : undefined;
}

/** "Claim: 25-T-770264 (Sandhurst Valley Hospital, June 30, 2025, $7,815.00)": the amount set beside the only claim. */
export function besideClaim(sheet: Sheet): Sum | undefined {
  const items = labelled(sheet, sheet.labels.byField.claim_numbers);
  const [item] = items;
  if (item === undefined || items.length > 1 || item.more.length > 0) return undefined;
  const [money, further] = moneyIn(item.piece.text.slice(item.from, item.to));
  if (money === undefined || further !== undefined || !item.piece.text.slice(item.from, item.to).includes('('))
    return undefined;
  return {
    value: money.value,
    piece: item.piece,
    from: item.from + money.from,
    to: item.from + money.to,
    confidence: 0.7,
    why: 'stands beside the claim',
  };
}
