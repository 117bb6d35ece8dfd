// Text of any length laid out on letter pages: long lines are wrapped, long sheets broken. A form feed ends a page.

/** What a letter page holds of ten-point Courier with margins of half an inch. */
export const PAGE_COLUMNS = 90;
const PAGE_LINES = 60;

/** A sheet within these is one page as it is, set a little smaller: somebody laid it out so. */
const KEPT_COLUMNS = 150;
const KEPT_LINES = 100;

/**
 * The text with line ends and form feeds so that every page can be read. Text that somebody laid out is changed only where it would be too small to
 * read; `isLaidOut` false is for text that comes without lines. Wrapped lines keep their indentation.
 */
export function layText(text: string, isLaidOut: boolean): string {
  const columns = isLaidOut ? KEPT_COLUMNS : PAGE_COLUMNS;
  const most = isLaidOut ? KEPT_LINES : PAGE_LINES;
  return text
    .split('\f')
    .map((sheet) => {
      const given = sheet.split('\n');
      const lines = given.some((line) => line.length > columns) ? given.flatMap(wrapped) : given;
      return lines.length <= most ? lines.join('\n') : pagesOf(lines);
    })
    .join('\f');
}

function pagesOf(lines: readonly string[]): string {
  return Array.from({ length: Math.ceil(lines.length / PAGE_LINES) }, (_, page) =>
    lines.slice(page * PAGE_LINES, (page + 1) * PAGE_LINES).join('\n'),
  ).join('\f');
}

/** A line in pieces of at most `PAGE_COLUMNS`, broken at blanks; a word longer than a line is cut. */
function wrapped(line: string): readonly string[] {
  if (line.length <= PAGE_COLUMNS) return [line];
  const indent = /^ {0,40}/.exec(line)?.[0] ?? '';
  const pieces: string[] = [];
  let current = indent;
  for (const [, gap = '', word = ''] of line.trim().matchAll(/(\s*)(\S+)/g)) {
    const isFirst = current.length === indent.length;
    if (!isFirst && current.length + gap.length + word.length > PAGE_COLUMNS) {
      pieces.push(current);
      current = indent;
    } else if (!isFirst) current += gap;
    let from = 0;
    for (let room = PAGE_COLUMNS - current.length; word.length - from > room; room = PAGE_COLUMNS - indent.length) {
      pieces.push(current + word.slice(from, from + room));
      current = indent;
      from += room;
    }
    current += word.slice(from);
  }
  return [...pieces, current];
}
