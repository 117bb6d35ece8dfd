// The cells of a table set as text: in columns where they fit, else one cell after the other.
import { PAGE_COLUMNS } from '../../shared/text/lay-text.ts';

/** Blanks between two columns; a reader of the words tells columns by such gaps. */
const GAP = 3;

/** Lines of a table whose rows hold cells of lines. Cells of several lines mean that the table arranges a page and is no list of values. */
export function tableText(rows: readonly (readonly (readonly string[])[])[]): readonly string[] {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const isPlain = filled.every((row) => row.every((cell) => cell.length <= 1));
  const columns = filled.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: columns }, (_, column) =>
    filled.reduce((most, row) => Math.max(most, row[column]?.[0]?.length ?? 0), 0),
  );
  const isNarrow = widths.reduce((sum, width) => sum + width + GAP, -GAP) <= PAGE_COLUMNS;
  if (!isPlain || !isNarrow) return filled.flatMap((row) => row.flat());
  return filled.map((row) =>
    widths
      .map((width, column) => (row[column]?.[0] ?? '').padEnd(width + (column < columns - 1 ? GAP : 0)))
      .join('')
      .trimEnd(),
  );
}
