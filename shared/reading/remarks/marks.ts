// The marks of notes: what a mark looks like, and the lines that begin with one and explain it.
import type { Zone } from '../../model/finding.ts';
import type { Line, Paper } from '../paper.ts';

const KEY = /^(?:\(?([A-Z]{1,3}-?[A-Z]?\d{1,4}|\d{1,4}|[A-Z]{1,2}|[a-z])\)?[.:=)-]?)$/;

export function keyOf(text: string): string | undefined {
  const hit = KEY.exec(text);
  return hit?.[1];
}

/** The mark a line begins with, when it explains one. */
export function entryKey(line: Line, inLegend: boolean): string | undefined {
  const first = line.tokens[0];
  const second = line.tokens[1];
  if (first === undefined || second === undefined) return undefined;
  const word = line.text.slice(first.from, first.to);
  const wide = second.from - first.to >= 2 || /[.:=)-]$/.test(word) || line.text.slice(second.from, second.to) === '-';
  if (!wide && (!inLegend || /^[a-z]$/.test(word))) return undefined;
  const prose = line.tokens.length >= 4 && !/\d\.\d\d\b/.test(line.text);
  return prose ? keyOf(word) : undefined;
}

export function legendKeys(paper: Paper, zones: readonly Zone[]): string[] {
  return paper.lines.flatMap((line, index) =>
    line.running || zones[index] === 'rights' ? [] : (entryKey(line, zones[index] === 'legend') ?? []),
  );
}

export function startsEntry(line: Line, keys: ReadonlySet<string>): boolean {
  const key = entryKey(line, false);
  return key !== undefined && keys.has(key);
}

/** The lines of a list of codes the paper says it does not use: "other remarks in use (not on this EOB)". */
export function isUnusedList(paper: Paper, index: number): boolean {
  for (let at = index; at >= Math.max(0, index - 12); at -= 1) {
    const line = paper.lines[at];
    if (line === undefined || line.page !== paper.lines[index]?.page) return false;
    if (
      /\b(?:not (?:used )?(?:on|in) this (?:eob|statement|notice|claim|paper|remittance)|(?:not|never) used here|unused|other (?:codes|remarks|notes|messages) (?:in use|we use|you may see))\b/.test(
        line.lower,
      )
    )
      return true;
    if (at < index && paper.lines[at + 1]?.gapAbove === true) return false;
  }
  return false;
}
