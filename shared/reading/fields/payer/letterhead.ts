// The payer in the letterhead: whether the first name of a paper is its sender, and the rest of a name set over two lines.
import { flowOf } from '../../paper.ts';
import type { Candidate, Pick } from '../collect.ts';
import { HOUSE } from '../houses.ts';
import type { Sheet } from '../sheet.ts';

export function isAddressee({ paper }: Sheet, head: Pick): boolean {
  const name = String(head.value).toLowerCase();
  const surname = name.split(/\s+/).at(-1) ?? name;
  return (
    !HOUSE.test(name) &&
    paper.lines.some(
      (line) =>
        /^(?:dear|hi|hello)\b/.test(line.lower.trim()) &&
        [name, ` ${surname}`, ` ${name.split(/\s+/)[0] ?? name}`].some((part) => line.lower.includes(part)),
    )
  );
}

/** "ALDER BASIN MUTUAL" above "of Wisconsin": the whole name as the text prints it. */
export function continued(sheet: Sheet, head: Pick): Pick | undefined {
  const at = sheet.grid.findIndex((cells) => cells.some((cell) => cell === head.piece));
  const above = sheet.grid[at]?.find((cell) => cell === head.piece);
  const next = sheet.grid[at + 1]?.find(
    (cell) =>
      above !== undefined &&
      (Math.abs(cell.left - above.left) < 15 ||
        Math.abs(cell.left + cell.right - above.left - above.right) < 20 ||
        Math.abs(cell.right - above.right) < 15),
  );
  if (next === undefined) return undefined;
  // "HARBORLIGHT" above "health plan of Maine", "Vantage Pines Health Insurance" above "of Wisconsin": one name over two lines.
  const line = sheet.paper.lines[at];
  const below = sheet.paper.lines[at + 1];
  if (
    line !== undefined &&
    below !== undefined &&
    line.cells.length === 1 &&
    below.cells.length === 1 &&
    line.page === below.page &&
    (/^of (?:the )?(?:State of )?\p{Lu}[\p{L} .]*$/u.test(next.text) || isRestOfName(next.text))
  ) {
    const both = flowOf([line, below]);
    const from = both.text.indexOf(String(head.value));
    const to = both.text.trimEnd().length;
    if (from >= 0) return { ...head, value: both.text.slice(from, to), piece: both, from, to };
  }
  if (!/^(?:of|and|for the) \p{L}/u.test(next.text)) return undefined;
  const whole = `${head.value} ${next.text}`.toLowerCase();
  for (const line of sheet.paper.lines) {
    const from = line.lower.indexOf(whole);
    if (from >= 0)
      return { ...head, value: line.text.slice(from, from + whole.length), piece: line, from, to: from + whole.length };
  }
  return undefined;
}

/** "health plan of Maine", "insurance company": what a name goes on with, set small below it. */
function isRestOfName(text: string): boolean {
  return /^(?:health (?:plans?|insurance|care)|insurance (?:company|corporation)|benefit (?:plans?|fund)|community (?:plan|health))(?: of \p{Lu}[\p{L} ]{2,24})?$/u.test(
    text,
  );
}

/** "Heronwood Dual Complete (HMO D-SNP)": plans of Medicare print their type behind their name, on notices in the form the agency prescribes below the title. */
export function medicarePlan({ grid }: Sheet): Candidate | undefined {
  for (const cells of grid.slice(0, 14)) {
    const cell = cells[0];
    const value =
      /^\p{Lu}[\p{L}&'. ]{3,50} \((?:HMO|PPO|PDP|PFFS|HMO[- ]?POS|HMO D-SNP|PPO D-SNP|D-SNP|C-SNP|I-SNP)\)/u.exec(
        cell?.text ?? '',
      )?.[0];
    if (cell === undefined || value === undefined) continue;
    return {
      field: 'payer',
      value,
      piece: cell,
      from: 0,
      to: value.length,
      confidence: 0.8,
      why: 'is a plan of Medicare, named at the top',
    };
  }
  return undefined;
}
