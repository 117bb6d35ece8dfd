// HTML → the text a person would see, tables in columns. No script runs, nothing is fetched; only words, rows and line ends are kept.
import { Parser } from 'htmlparser2';
import { AppError } from '../../shared/errors.ts';
import { tableText } from './table-text.ts';

/** Stands for a page break in the HTML other readers make; a sign of Unicode's private use. */
export const PAGE_BREAK = '\ue0ff';

/** What a reader never sees. */
const UNSEEN: ReadonlySet<string> = new Set(
  'script style template head title noscript iframe object svg math select datalist audio video canvas'.split(' '),
);

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header legend main nav ol p pre section summary ul table'.split(
    ' ',
  ),
);

/** Blocks with an empty line around them. */
const APART: ReadonlySet<string> = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));

/** Deeper tables are taken as plain blocks. */
const MOST_TABLES = 20;

/** Pages of real life are some dozens deep; unclosed tags of old mail programs make some hundreds. Time grows with the square of it. */
const DEEPEST = 5000;

/** The text of an HTML page or a part of one. Throws file-damaged when it is nested beyond reason. */
export function htmlText(html: string): string {
  const writer = createWriter();
  let depth = 0;
  let unseen = 0;
  let pre = 0;
  const tables: boolean[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => {
        depth += 1;
        if (depth > DEEPEST) throw new AppError('file-damaged', { cause: new Error('nested beyond reason') });
        if (UNSEEN.has(name)) unseen += 1;
        if (unseen > 0) return;
        if (name === 'br') return writer.line();
        if (name === 'hr') return writer.gap();
        if (BLOCKS.has(name)) (APART.has(name) ? writer.gap : writer.line)();
        if (name === 'pre') pre += 1;
        if (name === 'li') writer.item();
        if (name === 'table') {
          tables.push(tables.length < MOST_TABLES);
          if (tables.at(-1)) writer.openTable();
        }
        if (tables.at(-1) !== true) return;
        if (name === 'tr') writer.row();
        if (name === 'td' || name === 'th') writer.cell();
      },
      onclosetag: (name) => {
        depth -= 1;
        if (UNSEEN.has(name)) {
          unseen = Math.max(0, unseen - 1);
          return;
        }
        if (unseen > 0) return;
        if (name === 'pre') pre = Math.max(0, pre - 1);
        if (name === 'table' && tables.pop() === true) writer.closeTable();
        if (BLOCKS.has(name)) (APART.has(name) ? writer.gap : writer.line)();
        else if (name === 'li') writer.line();
      },
      ontext: (text) => {
        if (unseen === 0) writer.text(text, pre > 0);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return writer.end();
}

const ITEM = '- ';

/** Lines as they grow; each open table has cells with lines of their own. */
function createWriter() {
  interface Lines {
    readonly done: string[];
    /** Pieces of the line that grows: joined once, because looking at a string that grows makes it anew each time. */
    current: string[];
  }
  const fresh = (): Lines => ({ done: [], current: [] });
  const tables: { rows: Lines[][] }[] = [];
  const page = fresh();
  const here = (): Lines => tables.at(-1)?.rows.at(-1)?.at(-1) ?? page;
  const endLine = (lines: Lines): void => {
    const text = lines.current.join('').trimEnd();
    if (text.trim() !== '') lines.done.push(text);
    lines.current = [];
  };

  /** What begins with a block of its own stays beside the mark of its item. */
  const isAtItem = ({ current }: Lines) => current.length === 1 && current[0] === ITEM;
  const line = (): void => {
    const lines = here();
    if (!isAtItem(lines)) endLine(lines);
  };
  const gap = (): void => {
    const lines = here();
    if (isAtItem(lines)) return;
    endLine(lines);
    const { done } = lines;
    if (done.length > 0 && done.at(-1) !== '') done.push('');
  };
  const cell = (): void => {
    const rows = tables.at(-1)?.rows;
    if (rows?.length === 0) rows.push([]);
    rows?.at(-1)?.push(fresh());
  };
  const textOf = (lines: Lines): string[] => {
    endLine(lines);
    return trimmed(lines.done);
  };

  const closeTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    const set = tableText(table.rows.map((row) => row.map(textOf)));
    for (const each of set) here().done.push(each);
  };

  return {
    line,
    gap,
    item: () => {
      line();
      here().current = [ITEM];
    },
    openTable: () => void tables.push({ rows: [] }),
    row: () => void tables.at(-1)?.rows.push([]),
    cell,
    closeTable,
    text: (text: string, isPre: boolean) => {
      const lines = here();
      if (!isPre) {
        const flat = text.replace(/[\s\u00a0]+/g, ' ');
        const last = lines.current.at(-1);
        const piece = last === undefined || last.endsWith(' ') ? flat.trimStart() : flat;
        if (piece !== '') lines.current.push(piece);
        return;
      }
      const [first = '', ...more] = text.replace(/\r\n?/g, '\n').split('\n');
      lines.current.push(first);
      for (const each of more) {
        lines.done.push(lines.current.join('').trimEnd());
        lines.current = [each];
      }
    },
    end: () => {
      while (tables.length > 0) closeTable();
      return textOf(page).join('\n').replaceAll(PAGE_BREAK, '\f');
    },
  };
}

/** Without empty lines at both ends. */
function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
