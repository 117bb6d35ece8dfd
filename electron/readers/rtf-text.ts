// RTF → text: groups, control words and escaped letters of the RTF specification 1.9.1, as far as they make words and line ends.
import { PAGE_BREAK } from './html-text.ts';

/** Groups that hold no text of the page: tables of fonts, colours and styles, pictures, fields' instructions and the like. */
const NO_TEXT: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable info pict object objdata fldinst datafield themedata colorschememapping latentstyles rsidtbl generator xmlnstbl filetbl revtbl template datastore mmathPr bkmkstart bkmkend atnid atnauthor'.split(
    ' ',
  ),
);

/** Control words that stand for letters. */
const LETTERS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  row: '\n',
  cell: '   ',
  nestcell: '   ',
  nestrow: '\n',
  tab: '    ',
  page: PAGE_BREAK,
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
};

/** Code pages of two bytes to the letter, by the names decoders know them by (Encoding Standard, 4.2). */
const WIDE_PAGES: Readonly<Record<string, string>> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' };

/** A group: what it inherits when it is opened, and is forgotten when it is closed. */
interface Group {
  readonly isText: boolean;
  /** Letters that follow a Unicode one for readers that know none. */
  readonly skipped: number;
}

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;

/** The text of an RTF file; `bytes` as Latin letters, one a byte. */
export function rtfText(latin: string): string {
  const parts: string[] = [];
  const outer: Group[] = [];
  let group: Group = { isText: true, skipped: 1 };
  let codePage = 'windows-1252';
  let toSkip = 0;
  let pending: number[] = [];
  const flush = (): void => {
    if (pending.length > 0) parts.push(decoded(pending, codePage));
    pending = [];
  };
  const put = (text: string): void => {
    flush();
    if (group.isText) parts.push(text);
  };

  for (let at = 0; at < latin.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(latin);
    if (token === null) break;
    at = TOKEN.lastIndex;
    const [, word, number, hex, sign, brace, plain] = token;
    if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1;
      else if (group.isText) pending.push(Number.parseInt(hex, 16));
    } else if (brace === '{') {
      outer.push(group);
      toSkip = 0;
    } else if (brace === '}') {
      flush();
      group = outer.pop() ?? group;
      toSkip = 0;
    } else if (plain !== undefined) {
      const kept = plain.slice(toSkip);
      toSkip = Math.max(0, toSkip - plain.length);
      if (kept !== '') put(kept);
    } else if (sign !== undefined) {
      if (sign === '*') group = { ...group, isText: false };
      else if ('\\{}'.includes(sign)) put(sign);
      else if (sign === '~') put(' ');
      else if (sign === '_') put('-');
      else if (sign === '\n' || sign === '\r') put('\n');
    } else if (word === 'u' && number !== undefined) {
      put(String.fromCharCode(Number(number) & 0xffff));
      toSkip = group.skipped;
    } else if (word === 'uc') group = { ...group, skipped: Math.max(0, Math.min(16, Number(number ?? 1))) };
    else if (word === 'ansicpg') codePage = WIDE_PAGES[number ?? ''] ?? `windows-${number}`;
    else if (word === 'bin') at += Math.max(0, Number(number ?? 0));
    else if (word !== undefined && NO_TEXT.has(word)) group = { ...group, isText: false };
    else if (word !== undefined && LETTERS[word] !== undefined) put(LETTERS[word]);
  }
  flush();
  return parts
    .join('')
    .replaceAll(PAGE_BREAK, '\f')
    .replace(/[^\S\n\f]+$/gm, '');
}

function decoded(letters: readonly number[], codePage: string): string {
  const bytes = new Uint8Array(letters);
  try {
    return new TextDecoder(codePage).decode(bytes);
  } catch (error) {
    // A code page this platform doesn't know: most letters are the same in all of them.
    if (error instanceof RangeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}
