// Lines become sentences: across line ends, hyphens, running heads and page breaks, with every word still tied to its page.
import { isRule, type Line, type Paper, type Token } from './paper.ts';

/** A sentence in matching form: lower case, punctuation gone, hyphens and slashes opened, "isn't" written "is not". */
export interface Sentence {
  readonly match: string;
  /** For each token of the sentence: where its matching form starts in `match`, and after which clause mark it stands. */
  readonly parts: readonly SentencePart[];
  /** Index of the first line in the paper's lines. */
  readonly line: number;
  readonly lastLine: number;
  /** Number of the paragraph; sentences of one paragraph follow each other. */
  readonly paragraph: number;
  /** True for text that runs down a column of a table. */
  readonly isColumn?: boolean;
}

export interface SentencePart {
  readonly token: Token;
  readonly at: number;
  /** Rises at every comma, semicolon, colon, dash or bracket. */
  readonly clause: number;
  /** True when a strong mark (semicolon, colon, dash) stands before the word. */
  readonly strong: boolean;
}

interface Flow {
  readonly text: string;
  readonly token: Token;
  readonly line: number;
}

const ABBREVIATIONS = new Set(
  'dr mr mrs ms no nos inc st vs etc sec art approx dept fig jr sr co corp ltd ave blvd ste apt rd eff ext tel lic prof rev ed e.g i.e u.s a.m p.m p.o d.o m.d op cit par ch pt'.split(
    ' ',
  ),
);

/** All sentences of the paper, running heads and feet left out. Table rows are sentences of their own. */
export function sentencesOf(paper: Paper): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph: Flow[] = [];
  let number = 0;
  let previous: Line | undefined;
  const close = (): void => {
    for (const part of split(paragraph)) sentences.push(sentenceOf(part, number));
    if (paragraph.length > 0) number += 1;
    paragraph = [];
  };
  paper.lines.forEach((line, index) => {
    if (line.running) {
      // A rule across the page parts what stands above it from what stands below.
      if (previous?.page === line.page && paper.lines[index + 1]?.page === line.page && isRule(line)) close();
      return;
    }
    if (previous !== undefined && breaksBefore(previous, line, paper)) close();
    paragraph.push(
      ...line.tokens.map((token) => ({ text: line.text.slice(token.from, token.to), token, line: index })),
    );
    previous = line;
  });
  close();
  for (const column of columnsOf(paper)) {
    for (const part of split(column)) sentences.push({ ...sentenceOf(part, number), isColumn: true });
    number += 1;
  }
  return sentences;
}

/** Points by which the cells of a column may differ at their left edge. */
const COLUMN_EDGE = 5;
/** Least words of a column's text that may say something. */
const COLUMN_WORDS = 6;

/** Text that runs down a column: cells below each other at the same left edge, beside other cells, with no distance between the lines. */
function columnsOf(paper: Paper): Flow[][] {
  const flows: Flow[][] = [];
  const taken = new Set<string>();
  paper.lines.forEach((line, index) => {
    if (line.running || line.cells.length < 2) return;
    line.cells.forEach((cell, at) => {
      if (at === 0 || taken.has(`${index}/${at}`) || !/\p{L}{2}/u.test(cell.text)) return;
      const flow: Flow[] = [];
      let rows = 0;
      for (let row = index; row < paper.lines.length; row += 1) {
        const other = paper.lines[row];
        if (other === undefined || other.running || other.page !== line.page || (row > index && other.gapAbove)) break;
        const place = other.cells.findIndex((each) => Math.abs(each.left - cell.left) <= COLUMN_EDGE);
        const below = other.cells[place];
        // A row that begins anew at the left begins a new entry of the table.
        if (
          below === undefined ||
          (row > index && (startsKeyed(other) || other.cells.length >= line.cells.length) && place > 0)
        )
          break;
        taken.add(`${row}/${place}`);
        rows += 1;
        flow.push(...below.tokens.map((token) => ({ text: below.text.slice(token.from, token.to), token, line: row })));
      }
      if (rows >= 2 && flow.length >= COLUMN_WORDS) flows.push(flow);
    });
  });
  return flows;
}

const BULLET =
  /^(?:[*\u2022\u00b7\u25cf]|-(?= )|\(?[a-z0-9]{1,2}[.)]|[([{][\w*†‡§¶#^~+%&@=]{1,3}[)\]}]|[a-z\d]{1,4} ?=|step \d|bill \d|claim \d|item \d|line \d)(?=\s|$)/;

/** True for a line laid out as a table row or as labels and values, not as running prose. */
export function isTabular(line: Line): boolean {
  const cells = line.cells;
  if (cells.length < 2) return false;
  const numbers = cells.filter((cell) => /^[$(-]?[\d.,/$%:-]+\)?$/.test(cell.text)).length;
  if (cells.length >= 3 && numbers >= 2) return true;
  const longest = Math.max(...cells.map((cell) => cell.tokens.length));
  if (longest >= 6) return false;
  const prose = cells.every(
    (cell, index) => index === cells.length - 1 || /[.?!:,;]"?$/.test(cell.text) || BULLET.test(`${cell.lower} `),
  );
  return !prose || cells.length >= 3;
}

/** "b   The film was taken…": a mark set apart from its explanation. */
function startsKeyed(line: Line): boolean {
  const first = line.cells[0];
  return (
    first !== undefined &&
    line.cells.length >= 2 &&
    first.tokens.length === 1 &&
    /^(?:[([]?[A-Za-z0-9-]{1,6}[.):\]]?|[*†‡§¶#^~+]{1,3})$/.test(first.text)
  );
}

function breaksBefore(previous: Line, line: Line, paper: Paper): boolean {
  const ended = /[.?!:]["')]*$/.test(previous.text);
  const width = paper.widths[previous.page] ?? previous.right;
  const full = previous.right > width * 0.72;
  const opensSmall = /^[\p{Ll}(]/u.test(line.text) && !BULLET.test(line.lower);
  if (isTabular(previous) !== isTabular(line)) return !(opensSmall && !isTabular(line) && full);
  if (isTabular(line)) return true;
  if (startsKeyed(line)) return true;
  if (BULLET.test(line.lower)) return true;
  if (isHeading(line) && line.text === line.text.toUpperCase()) return !goesOnInCapitals(previous, line, full);
  if (previous.page !== line.page) return ended || !(opensSmall || full);
  if (line.gapAbove) return !(opensSmall && !ended && full);
  if (isHeading(previous)) return !opensSmall;
  return !full && ended && line.left > previous.left + 8 ? true : !full && !opensSmall && previous.tokens.length <= 6;
}

/** A full line in capitals above that ended no sentence: this one goes on. */
function goesOnInCapitals(previous: Line, line: Line, full: boolean): boolean {
  if (!full || line.gapAbove || previous.page !== line.page || previous.tokens.length < 6) return false;
  return previous.text === previous.text.toUpperCase() && !/[.?!:]["')\]]*$/.test(previous.text);
}

/** True for a short line that titles what follows: capitals, a question, or a few words without a full stop. */
export function isHeading(line: Line): boolean {
  const words = line.tokens.length;
  if (words === 0 || words > 14 || !/\p{L}/u.test(line.text)) return false;
  const capitals = line.text === line.text.toUpperCase() && /\p{L}{3}/u.test(line.text);
  if (capitals && words <= 14 && !/\d{3}/.test(line.text)) return true;
  if (words > 9 || isTabular(line)) return false;
  if (/[?]$/.test(line.text)) return true;
  return /^[\p{Lu}\d]/u.test(line.text) && !/[.,;]$/.test(line.text) && words <= 7 && line.gapAbove;
}

function split(flow: readonly Flow[]): Flow[][] {
  const parts: Flow[][] = [];
  let current: Flow[] = [];
  flow.forEach((item, index) => {
    current.push(item);
    if (endsSentence(item.text, flow[index + 1]?.text, current.length === 1)) {
      parts.push(current);
      current = [];
    }
  });
  if (current.length > 0) parts.push(current);
  return parts;
}

/** Characters a sentence can end with. */
const MAY_END = new Set('.?!"\')]');

function endsSentence(text: string, next: string | undefined, first: boolean): boolean {
  if (next === undefined) return true;
  // Most words end here: the expression would look at all their letters.
  if (!MAY_END.has(text.charAt(text.length - 1)) || !/[.?!]["')\]]*$/.test(text)) return false;
  if (!/^["'([{]*[\p{Lu}\d*]/u.test(next)) return false;
  if (/[?!]["')\]]*$/.test(text)) return true;
  const bare = text
    .toLowerCase()
    .replace(/^["'(]+/, '')
    .replace(/[.]["')\]]*$/, '');
  if (ABBREVIATIONS.has(bare)) return false;
  return !(first && /^\d{1,2}$/.test(bare)) && (!/^\p{L}$/u.test(bare) || bare === 'i');
}

const CONTRACTIONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^cannot$/, 'can not'],
  [/^can't$/, 'can not'],
  [/^won't$/, 'will not'],
  [/n't$/, ' not'],
  [/'(?:re)$/, ' are'],
  [/'(?:ve)$/, ' have'],
  [/'s?$/, ''],
];

/** Words kept in matching form; a letter says most of its words several times, and every part of the reader asks for them. */
const KEPT_WORDS = 5000;
const kept = new Map<string, string>();

/** A word in matching form; empty when it is only punctuation. */
export function matchWord(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const word = toMatchingForm(text);
  if (kept.size >= KEPT_WORDS) kept.clear();
  kept.set(text, word);
  return word;
}

function toMatchingForm(text: string): string {
  let word = text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}$%#]+|[^\p{L}\p{N}%]+$/gu, '')
    .replace(/[-/_]+/g, ' ')
    .replace(/[",;:()[\]*]/g, '');
  // Optical reading puts digits into words: "medica1ly", "auth0rization".
  if (/\p{L}{2}[01]\p{L}|\p{L}[01]\p{L}{2}/u.test(word)) word = word.replace(/1/g, 'l').replace(/0/g, 'o');
  for (const [pattern, plain] of CONTRACTIONS) word = word.replace(pattern, plain);
  return word.trim();
}

/** "May 4", "08 MAY": the month, not the verb. */
function isMonthOfMay(flow: readonly Flow[], index: number): boolean {
  const text = flow[index]?.text ?? '';
  if (text.length > 4 || !/^may[.,]?$/i.test(text)) return false;
  return (
    /^\d{1,4}[,.]?$/.test(flow[index + 1]?.text ?? '') ||
    /^\d{1,2}$/.test(flow[index - 1]?.text ?? '') ||
    text.endsWith(',')
  );
}

const DASHES = new Set('-\u2014');
const OPENS_CLAUSE = new Set('-\u2013\u2014(["');
const ENDS_CLAUSE = new Set(',;:)]"-\u2014');

/** A word parted by a hyphen at the end of its line. */
function isBroken(item: Flow, next: Flow | undefined): boolean {
  return next !== undefined && next.line !== item.line && /\p{L}-$/u.test(item.text) && /^\p{Ll}/u.test(next.text);
}

function sentenceOf(flow: readonly Flow[], paragraph: number): Sentence {
  const parts: SentencePart[] = [];
  let match = '';
  let clause = 0;
  let strong = false;
  let joined = false;
  flow.forEach((item, index) => {
    const next = flow[index + 1];
    const first = item.text.charAt(0);
    const last = item.text.charAt(item.text.length - 1);
    if (index > 0 && OPENS_CLAUSE.has(first)) clause += 1;
    if (DASHES.has(first) && /^(?:-+|\u2014)$/.test(item.text)) strong = true;
    const hyphen = isBroken(item, next);
    const word = isMonthOfMay(flow, index) ? 'month' : matchWord(hyphen ? item.text.slice(0, -1) : item.text);
    if (word !== '') {
      if (match !== '' && !joined) match += ' ';
      parts.push({ token: item.token, at: match.length, clause, strong });
      match += word;
      strong = false;
    } else if (parts.length > 0) parts.push({ token: item.token, at: match.length, clause, strong });
    if (ENDS_CLAUSE.has(last) && !hyphen) clause += 1;
    if (last === ';' || last === ':') strong = true;
    joined = hyphen;
  });
  return { match, parts, line: flow[0]?.line ?? 0, lastLine: flow.at(-1)?.line ?? 0, paragraph };
}
