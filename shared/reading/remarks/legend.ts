// The legend of a statement: which of its entries explain a mark that stands on a line.
import type { Zone } from '../../model/finding.ts';
import type { Line, Paper } from '../paper.ts';
import type { Sentence } from '../sentences.ts';
import { entryLines, isUnusedList, keyOf } from './marks.ts';
import type { UsedCode } from './used-codes.ts';

/** An entry of a legend: the mark and the sentences that explain it. */
export interface LegendEntry {
  readonly key: string;
  readonly sentences: readonly number[];
}

/** The ways in which the mark of a used code may begin its entry. */
export function keysOf({ group, code }: UsedCode): string[] {
  return group === undefined ? [code] : [code, `${group}-${code}`, `${group}${code}`];
}

/**
 * The entries of the legend whose marks stand on a line. `covered` are the sentences of the legend, which speak by their marks alone; where no
 * line carries a mark, a box of messages speaks for itself and only the lists of marks are covered.
 */
export function legendEntries(
  paper: Paper,
  sentences: readonly Sentence[],
  zones: readonly Zone[],
  used: readonly UsedCode[],
): { readonly entries: LegendEntry[]; readonly covered: ReadonlySet<number> } {
  const marks = new Set(used.flatMap(keysOf));
  const keys = entryLines(paper, zones);
  const listed = listedLines(keys, zones, marks);
  const entries: Array<{ key: string; sentences: number[] }> = [];
  const covered = new Set<number>();
  const unmarked: number[] = [];
  let current: { key: string; sentences: number[] } | undefined;
  let paragraph = -1;
  let left = 0;
  sentences.forEach((sentence, index) => {
    const line = paper.lines[sentence.line];
    const zone = zones[sentence.line];
    if (line === undefined || zone === 'rights' || zone === 'taglines') {
      current = undefined;
      return;
    }
    if (isUnusedList(paper, sentence.line)) {
      covered.add(index);
      current = undefined;
      return;
    }
    const first = sentence.parts[0]?.token;
    const start = line.tokens.slice(0, 2).findIndex((token) => token.word === first?.word);
    const text = first === undefined ? '' : wordText(paper, first.page, first.word);
    const inner = keyOf(text);
    const key =
      start === 0 || (start > 0 && keys.has(sentence.line))
        ? keys.get(sentence.line)
        : inner !== undefined && /\d/.test(inner) && marks.has(inner)
          ? inner
          : undefined;
    if (key !== undefined && (zone === 'legend' || marks.has(key) || entries.length > 0 || listed.has(sentence.line))) {
      current = { key, sentences: [] };
      entries.push(current);
      left = line.left;
    } else if (start === 0 && current !== undefined && line.left <= left + 2 && beginsAnother(line)) {
      covered.add(index);
      current = undefined;
      return;
    } else if (sentence.paragraph !== paragraph && (line.gapAbove || (zone !== 'legend' && line.left <= left + 2)))
      current = undefined;
    paragraph = sentence.paragraph;
    if (current === undefined) {
      if (zone === 'legend') unmarked.push(index);
      return;
    }
    current.sentences.push(index);
    covered.add(index);
  });
  if (marks.size > 0) for (const index of unmarked) covered.add(index);
  return { entries: entries.filter((entry) => marks.has(entry.key)), covered };
}

/** "{2}  Applied to your deductible. Left: $4,310.06": at the edge of the list, behind a mark though none that counts. */
function beginsAnother(line: Line): boolean {
  const [first, second] = line.tokens;
  if (first === undefined || second === undefined || second.from - first.to < 2) return false;
  return keyOf(line.text.slice(first.from, first.to).replace(/,$/, '')) !== undefined;
}

/** Lines that begin an entry of a list of notes one of which stands on a line: the whole list is a legend, whatever its title. */
function listedLines(
  keys: ReadonlyMap<number, string>,
  zones: readonly Zone[],
  marks: ReadonlySet<string>,
): ReadonlySet<number> {
  const listed = new Set<number>();
  let list: Array<{ line: number; key: string }> = [];
  const close = (): void => {
    if (list.some((entry) => marks.has(entry.key))) for (const entry of list) listed.add(entry.line);
    list = [];
  };
  for (const [index, key] of keys) {
    if (zones[index] === 'taglines') continue;
    if (index - (list.at(-1)?.line ?? index) > 5) close();
    list.push({ line: index, key });
  }
  close();
  return listed;
}

export function wordText(paper: Paper, page: number, word: number): string {
  return paper.pages[page]?.words[word]?.text ?? '';
}
