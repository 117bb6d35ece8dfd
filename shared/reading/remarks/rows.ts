// The rows of a statement: whether a line was refused, paid, only reduced or not decided yet, by its own figures and words.
import type { Cell, Line, Paper } from '../paper.ts';
import { isTabular } from '../sentences.ts';

/** What a row says of its own payment; undefined where it does not tell. */
export type RowState = 'refused' | 'paid' | 'pending' | undefined;

const AMOUNT = /(?<![\w./-])\$?\s?-?(\d{1,3}(?:,\d{3})+|\d+)(\.\d\d)?(?![\w/]|\.\d|-\d)/g;
const REFUSED = /\b(?:rejected|rej|denied|refused|not paid|nothing paid|not covered)\b/;
const PENDING = /\b(?:pend(?:ed|ing)?|in process|being processed|on hold|(?:under|in) review|suspended)\b/;
/** "Paid 0.00", "we paid $0", "Plan pays $0.00": nothing but the amount may stand between. */
const PAID =
  /(?<!\bnot )\b(?:paid|pays|pay|payment|paid by (?:us|plan|the plan))\b[\s:.=]{1,6}\$?\s?(\d[\d,]*(?:\.\d\d)?)/g;
const YOU_PAY = /\b(?:you|your|patient|member)(?: \w+)? (?:paid|pays?|payment)\b/g;

/** "section 5.11" is no amount. */
const SECTION =
  /(?:\b(?:sections?|sec\.|paragraphs?|chapter|articles?|parts?|rules?|exclusions?|clauses?)|§) *\d+\.\d\d/gi;

/** True for a line with an amount of money. */
export function hasMoney(line: Line): boolean {
  return /(?:^|[\s$(-])\d[\d,]*\.\d\d(?!\d)|\$\s?\d/.test(line.text.replace(SECTION, ''));
}

/** True for a line with money that is laid out as a row: in a table, in cells, with dots between, or a few amounts that say what was paid. */
export function isRowLike(line: Line): boolean {
  if (!hasMoney(line)) return false;
  if (isTabular(line) || line.cells.length >= 2 || /\.{3}/.test(line.text)) return true;
  return [...line.text.matchAll(AMOUNT)].length >= 2 && stateByWords(line) !== undefined;
}

/** True for a row on which nothing is decided yet: "Pended", "in process". */
export function isPending(line: Line): boolean {
  return PENDING.test(line.lower) && !REFUSED.test(line.lower);
}

/** Titles of the column that says what the plan paid. */
const PAID_TITLE =
  /^(?:(?:plan|we|benefits?|amount|amt|prov|provider|insurance|carrier|medicare|fund|trust) )?(?:paid|pays?|pd|payment|benefits?)(?: (?:by|to) .{2,20}| amount)?$|^(?:(?:your |the )?plan['’]?s?|our) share$/;
/** Points an amount may stand beside the title of its column. */
const BESIDE = 14;

interface PaidColumn {
  readonly left: number;
  readonly right: number;
}

/**
 * The state of each row with money: by its words for the payment, by the column of what was paid, else by its figures, since nothing but the
 * charge and noughts stands on a refused one.
 */
export function rowStates(paper: Paper): ReadonlyMap<number, RowState> {
  const states = new Map<number, RowState>();
  let column: PaidColumn | undefined;
  paper.lines.forEach((line, index) => {
    if (isTitles(line)) {
      const below = paper.lines[index + 1];
      const title =
        line.cells.find((cell) => PAID_TITLE.test(cell.lower)) ??
        line.cells.find((cell) => PAID_TITLE.test(`${cell.lower} ${wordsBelow(cell, below)}`));
      if (title !== undefined || line.cells.length >= 5) column = title;
    }
    if (!hasMoney(line)) return;
    const words = isPending(line) ? 'pending' : stateByWords(line);
    states.set(index, words ?? stateByColumn(paper, line, column) ?? stateByFigures(line));
  });
  return states;
}

function isTitles(line: Line): boolean {
  return line.cells.length >= 3 && !/\d/.test(line.text);
}

/** What stands right below a title in a second line of titles: "Paid by" over "the Fund". */
function wordsBelow(cell: Cell, below: Line | undefined): string {
  if (below === undefined || !isTitles(below)) return '';
  return below.cells.find((other) => other.left < cell.right && other.right > cell.left)?.lower ?? '';
}

function stateByWords(line: Line): RowState {
  if (
    /\b(?:yes|paid in full|approved(?!:?\s+\$?\d| amount))\b/.test(line.lower) &&
    !/\b(?:no|denied|not)\b/.test(line.lower)
  )
    return 'paid';
  const said = line.lower.replace(YOU_PAY, 'you owe');
  const paid = [...said.matchAll(PAID)].map((hit) => Number((hit[1] ?? '').replace(/,/g, '')));
  if (paid.some((amount) => amount > 0)) return 'paid';
  return paid.length > 0 || REFUSED.test(line.lower) ? 'refused' : undefined;
}

function stateByColumn(paper: Paper, line: Line, column: PaidColumn | undefined): RowState {
  if (column === undefined) return undefined;
  let nearest: { readonly amount: number; readonly far: number } | undefined;
  for (const token of line.tokens) {
    const word = paper.pages[token.page]?.words[token.word];
    const amount = /^[$-]*(\d[\d,]*\.\d\d)$/.exec(line.text.slice(token.from, token.to))?.[1];
    if (word === undefined || amount === undefined) continue;
    // Below nought where it stands under the title, the more the deeper.
    const far = Math.max(word.x - column.right, column.left - word.x - word.w);
    if (far < BESIDE && (nearest === undefined || far < nearest.far))
      nearest = { amount: Number(amount.replace(/,/g, '')), far };
  }
  return nearest === undefined ? undefined : nearest.amount > 0 ? 'paid' : 'refused';
}

function stateByFigures(line: Line): RowState {
  const amounts = [...line.text.matchAll(AMOUNT)]
    .filter((hit) => hit[2] !== undefined)
    .map((hit) => Number(`${(hit[1] ?? '').replace(/,/g, '')}${hit[2] ?? ''}`));
  const some = amounts.filter((amount) => amount > 0);
  const charge = Math.max(0, ...some);
  if (amounts.length < 2 || some.length === 0 || some.length === amounts.length) return undefined;
  const whole = some.filter((amount) => amount === charge).length;
  return some.every((amount) => amount === charge) || whole > 1 ? 'refused' : undefined;
}
