// Sums proven by the arithmetic of the paper: the charges of all lines, or what is owed on each, come to an amount it prints.
import { matchesIn } from '../../../text/matches.ts';
import type { Line } from '../../paper.ts';
import { columnTitle } from '../columns.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { type Found, moneyIn } from '../values.ts';
import { type Sum, sumOf } from './sum.ts';

/** "billed $2,210.00", "Charge ....... 220.00", "They charged 2,450.00": an amount behind the word for a charge. */
const NAMED =
  /(?<!\bnot )\b(?:billed|charged?|charges|submitted)(?: (?:us|you|in all|by \w+))?[\s:.·…_|=]*\$?\s?(?=\d[\d,]*(?:\.\d\d)?(?!\d))/g;

/** "You may owe $2,210.00", "Your part:  262.00", "you 50.00", "your cost 240.00". */
const OWED =
  /\b(?:you(?:r)?(?: (?:may|might|could|can|will|still|now))* (?:owe|pay|share|part|costs?|responsibility|portion|be billed|be asked for)|yours|(?<!\b(?:billed|charged|paid|pays|asked) )you|(?:patient|member|participant|enrollee)(?:'s)? (?:(?:may )?owes?|pays?|share|part|cost|responsibility|balance))(?:,? (?:in all|all lines|all claims))?[\s:.·…_|=]*\$?\s?(?=\d[\d,]*\.\d\d(?!\d))/g;

/** A day, or the code of a procedure: what a row of a service bears. */
const DAY = /(?<![\d/-])\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?![\d/-])|\b(?:19|20)\d{2}-\d{2}-\d{2}\b/;
const NAMED_DAY =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}\b/;
const CODE = /(?<![\w.,-])(?:\d{5}|[a-v]\d{4})(?![\w,])/;

/** Rows of what was summed, paid or sent before. */
const NO_CHARGE =
  /\b(?:totals?|sum|in all|all|together|balance|deductible|maximum|limit|year|checks?|payments?|refund\w*|so far)\b/;

/** What an amount is said to be that is no charge: what the patient owes, what the plan paid. */
const OTHER = /\b(?:owes?|owed|responsib\w*|liab\w+|your|yours|may be billed|paid|pays?|overpa\w+|allowed|approved)\b/;
const CHARGE = /\b(?:billed (?!to you)|charged?|charges|submitted|asked|price|cost of|you (?:have )?paid)\b/;

/** The amount that the charges of at least two lines come to: below or above them, or at the head of a row that sums them. */
export function provenCharges(sheet: Sheet): Sum | undefined {
  const lines = linesWithMoney(sheet);
  return wholeOf(sheet, lines, namedCharge) ?? wholeOf(sheet, lines, rowCharge);
}

/** What the amounts owed of several lines come to, in a row that sums them: "Charged $1,415.00   We paid $105.00   You owe $1,310.00" below those of each claim. */
export function provenOwed(sheet: Sheet): Sum | undefined {
  const lines = linesWithMoney(sheet);
  const whole = half(sumsOn(lines, (line) => behind(line, OWED)));
  if (whole !== undefined) return whole;
  // "Billed in all $322.00   You owe $176.00": beside what was billed in all stands what is owed of it.
  const row = provenCharges(sheet)?.piece;
  const line = lines.find((one) => one === row);
  const money = line === undefined ? undefined : behind(line, OWED);
  if (line === undefined || money === undefined) return undefined;
  // "You owe: 52.40 coinsurance + 675.00 = $727.40".
  const isWhole = ({ from }: Found<number>): boolean => from > money.to && /= ?$/.test(line.text.slice(0, from));
  return asSum(line, moneyIn(line.text).find(isWhole) ?? money);
}

function linesWithMoney(sheet: Sheet): Line[] {
  return sheet.paper.lines.filter(
    (line, index) => isOpen(sheet, index) && sheet.zones[index] !== 'rights' && moneyIn(line.text).length > 0,
  );
}

type AmountOf = (line: Line) => Found<number> | undefined;

function wholeOf(sheet: Sheet, lines: readonly Line[], chargeOf: AmountOf): Sum | undefined {
  const charges = sumsOn(lines, chargeOf);
  if (charges.length < 2) return undefined;
  const all = sumOf(charges);
  const own = new Set(charges.map((charge) => charge.piece));
  for (const line of lines) {
    const money = own.has(line)
      ? undefined
      : moneyIn(line.text).find((one) => one.value === all && !isOther(sheet, line, one));
    if (money !== undefined) return asSum(line, money);
  }
  // "Billed 1,415.00" last, or first, beside the word of the parts it sums.
  return half(charges);
}

function sumsOn(lines: readonly Line[], amountOf: AmountOf): Sum[] {
  return lines.flatMap((line) => {
    const money = amountOf(line);
    return money === undefined || money.value <= 0 ? [] : [asSum(line, money)];
  });
}

/** Of at least three amounts the last, or the first, that sums all others. */
function half(sums: readonly Sum[]): Sum | undefined {
  if (sums.length < 3) return undefined;
  const all = sumOf(sums);
  return [sums.at(-1), sums[0]].find((one) => one !== undefined && Math.abs(all - 2 * one.value) < 0.005);
}

/** The words before an amount, or the title of its column, say that it is no charge: "You may owe: $1,850.00". */
function isOther(sheet: Sheet, line: Line, { from }: Found<number>): boolean {
  const before =
    line.lower
      .slice(0, from)
      .split(/\d[\s|]|\. /)
      .at(-1) ?? '';
  if (OTHER.test(before)) return !CHARGE.test(before);
  const index = sheet.paper.lines.indexOf(line);
  const printed = line.text.slice(from).split(/\s/)[0] ?? '';
  const cell = (sheet.grid[index] ?? []).find((one) => one.text.includes(printed));
  const title = cell === undefined ? '' : columnTitle(sheet, index, index, cell);
  return OTHER.test(title) && !CHARGE.test(title);
}

function namedCharge(line: Line): Found<number> | undefined {
  return behind(line, NAMED);
}

/** The first amount of a row with a day or a code: the charge. */
function rowCharge(line: Line): Found<number> | undefined {
  const named = namedCharge(line);
  if (named !== undefined) return named;
  const isRow = DAY.test(line.text) || NAMED_DAY.test(line.lower) || CODE.test(line.lower);
  return isRow && !NO_CHARGE.test(line.lower) ? moneyIn(line.text)[0] : undefined;
}

/** The amount behind the first of such words. */
function behind(line: Line, words: RegExp): Found<number> | undefined {
  const [hit] = matchesIn(line.lower, words);
  const end = hit === undefined ? 0 : hit.index + hit[0].length;
  return hit === undefined ? undefined : moneyIn(line.text).find((money) => money.from <= end && money.to > end);
}

function asSum(line: Line, { value, from, to }: Found<number>): Sum {
  return { value, piece: line, from, to, confidence: 0.7, why: 'is what the amounts of the lines come to' };
}
