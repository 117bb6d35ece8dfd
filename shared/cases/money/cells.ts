// A line of a table as pieces: its amounts, and the words between them, each with its place on the page.
import type { Proof } from '../../model/finding.ts';
import { type Line, type Paper, proofOf, type Token } from '../../reading/paper.ts';
import { type Amount, amountsIn } from './cents.ts';

/** Words that stand together; edges in points. */
export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface PlacedAmount extends Amount, Box {
  readonly proof: Proof;
  /** The words before it, back to the amount before, as printed. */
  readonly before: string;
}

/** Bars, rules and the dots of a leader: they part cells and say nothing. */
const DIVIDER = /^(?:[|¦]+|[.·…_]{2,}|[-=_]{3,}|[+|][-=+|]+)$/;

/** The pieces of a line: parted by two blanks or more, bars and leaders. */
export function boxesOf(paper: Paper, line: Line): Box[] {
  const groups: Token[][] = [[]];
  let last: Token | undefined;
  for (const token of line.tokens) {
    const divider = DIVIDER.test(line.text.slice(token.from, token.to));
    if (divider || (last !== undefined && token.from - last.to >= 2)) groups.push([]);
    if (!divider) groups.at(-1)?.push(token);
    last = token;
  }
  return groups.flatMap((group) => (group.length === 0 ? [] : [boxOf(paper, line, group)]));
}

/** The words of a box one by one. */
export function wordBoxes(paper: Paper, line: Line): Box[] {
  return line.tokens.flatMap((token) =>
    DIVIDER.test(line.text.slice(token.from, token.to)) ? [] : [boxOf(paper, line, [token])],
  );
}

function boxOf(paper: Paper, line: Line, tokens: readonly Token[]): Box {
  const words = tokens.flatMap((token) => paper.pages[token.page]?.words[token.word] ?? []);
  return {
    text: tokens.map((token) => line.text.slice(token.from, token.to)).join(' '),
    left: Math.min(...words.map((word) => word.x)),
    right: Math.max(...words.map((word) => word.x + word.w)),
  };
}

/** The amounts of a line with their words; those inside a remark in brackets ("3 x 30.00", "20% of 743.00") are left out. */
export function placedAmounts(paper: Paper, line: Line): PlacedAmount[] {
  const found: PlacedAmount[] = [];
  let end = 0;
  for (const amount of amountsIn(line.text)) {
    if (isRemark(line.text, amount)) continue;
    const proof = proofOf(paper.pages, line, amount.from, amount.to);
    if (proof === undefined) continue;
    const tokens = line.tokens.filter((token) => token.from < amount.to && token.to > amount.from);
    const before = line.text.slice(end, amount.from);
    found.push({ ...amount, ...boxOf(paper, line, tokens), proof, before });
    end = amount.to;
  }
  return found;
}

function isRemark(text: string, amount: Amount): boolean {
  const open = text.lastIndexOf('(', amount.from);
  if (open < 0 || open === amount.from) return false;
  const within = text.slice(open + 1, amount.from);
  return !within.includes(')') && text.indexOf(')', amount.to) >= 0;
}

/** The label of an amount: the piece right before it that holds letters. */
export function labelBefore(amount: PlacedAmount): string {
  const pieces = amount.before
    .split(/\s{2,}|[|¦]|[.·…_]{3,}/)
    .map((piece) => piece.trim().replace(/^[\s,;:*•-]+|[\s,;:=-]+$/g, ''))
    .filter((piece) => /\p{L}/u.test(piece));
  return pieces.at(-1) ?? '';
}
