// A paper laid out for finding fields: its lines cut into cells also at ruled columns and leaders, with zones, kind and labels at hand.
import type { Zone } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import { type Cell, type Line, type Paper, pieceOf } from '../paper.ts';
import { type CompiledLabels, type LabelRules, labelsOf } from './label-rules.ts';

export interface Sheet {
  readonly paper: Paper;
  readonly zones: readonly Zone[];
  readonly kind: DocumentKind;
  readonly labels: CompiledLabels;
  /** The cells of each line of the paper; rules, bars and dot leaders are no cells. */
  readonly grid: ReadonlyArray<readonly Cell[]>;
}

/** Lays a paper out for finding fields. */
export function sheetOf(paper: Paper, zones: readonly Zone[], kind: DocumentKind, rules: LabelRules): Sheet {
  return {
    paper,
    zones: aboveSalutation(paper, zones),
    kind,
    labels: labelsOf(rules),
    grid: paper.lines.map((line) => cellsOf(paper, line)),
  };
}

/** What stands above the salutation names the case, also where the title of an appeal's decision looked like a section on rights. */
function aboveSalutation(paper: Paper, zones: readonly Zone[]): readonly Zone[] {
  const dear = paper.lines.findIndex((line) => /^(?:dear|hello)\b/i.test(line.text.trim()));
  if (dear < 0 || dear > 45 || paper.lines[dear]?.page !== 0) return zones;
  return zones.map((zone, index) => (index < dear && zone === 'rights' ? 'reference' : zone));
}

const DIVIDER = /^(?:[|¦]+|[.·…_]{3,}|[+|][-=+|]+)$/;

/** "4,832.00 1,768.00": amounts of two columns set so close that nothing but a blank lies between them. */
const SIDE_BY_SIDE = /^-?\$?[\d,]{1,11}\.\d\d(?: -?\$?[\d,]{1,11}\.\d\d){1,5}$/;

function cellsOf(paper: Paper, line: Line): readonly Cell[] {
  const page = paper.pages[line.page];
  const divided = /[|¦]|[.·…_]{3}/.test(line.text);
  if (page === undefined || (!divided && !/\d\.\d\d -?\$?\d/.test(line.text))) return line.cells;
  return line.cells.flatMap((cell) => {
    const groups: number[][] = [[]];
    const amounts = SIDE_BY_SIDE.test(cell.text);
    for (const token of cell.tokens) {
      if (DIVIDER.test(cell.text.slice(token.from, token.to))) groups.push([]);
      else if (amounts && token.from > 0) groups.push([token.word]);
      else groups.at(-1)?.push(token.word);
    }
    if (groups.length === 1) return [cell];
    return groups
      .filter((group) => group.length > 0)
      .map((group) => {
        const first = page.words[group[0] ?? 0];
        const last = page.words[group.at(-1) ?? 0];
        return { ...pieceOf(page, line.page, group), left: first?.x ?? 0, right: (last?.x ?? 0) + (last?.w ?? 0) };
      });
  });
}

/** True where fields may stand: not in language taglines, and not in a running head after the first page. */
export function isOpen(sheet: Sheet, index: number): boolean {
  const line = sheet.paper.lines[index];
  return line !== undefined && sheet.zones[index] !== 'taglines' && !(line.running && line.page > 0);
}

/** Zones that stand around the body of a paper. */
const ASIDE: ReadonlySet<string> = new Set(['rights', 'taglines', 'reference', 'letterhead', 'legend']);

/** True in the body of a paper: not in what stands around it, and not in a running head. */
export function inBody(sheet: Sheet, index: number): boolean {
  return !ASIDE.has(sheet.zones[index] ?? 'body') && sheet.paper.lines[index]?.running !== true;
}

/** Width of a character, in points, as the line is set. */
export function unitOf(cell: Cell): number {
  return Math.max(1, (cell.right - cell.left) / Math.max(1, cell.text.length));
}
