// Every name a paper prints: runs of words in capitals or with a capital, each mention with what stands around it. Which of them is whose is decided elsewhere.
import { flowOf, type Piece } from '../../paper.ts';
import { isOpen, type Sheet } from '../sheet.ts';

/** A place where a name is printed. */
export interface Mention {
  readonly value: string;
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  /** The line of the paper and the cell of that line where the name begins. */
  readonly line: number;
  readonly cell: number;
  /** "dr" or "mr" where such a title stands before the name. */
  readonly title: string;
  /** The word of the row of words (`Words.all`) with which the name begins, and the one behind its last. */
  readonly first: number;
  readonly end: number;
}

/** One word in the order of reading, with its cell. */
export interface Spot {
  readonly text: string;
  readonly lower: string;
  readonly line: number;
  readonly cell: number;
  readonly from: number;
  readonly to: number;
  readonly starts: boolean;
  readonly ends: boolean;
}

const CAPITAL = /^["'(*]*(?:\p{Lu}[\p{L}\p{M}'&./-]*|&)[,.;:)"'*?!]*$/u;
/** Whether a word begins with a capital; most don't. */
function isCapital(word: string): boolean {
  return !/^[a-z\d]/.test(word) && CAPITAL.test(word);
}

const JOINS = new Set(['of', 'for', 'and', '&', 'at', 'the', 'de', 'la', 'del', 'van', 'von', 'y', 'a']);
const SPLITS = new Set(['for', 'and', 'at', 'of', 'from', '&']);
const CREDENTIAL =
  /^\(?(?:MD|M\.D\.|DO|D\.O\.|PhD|Ph\.D\.|PsyD|NP|NP-C|PA|PA-C|PMHNP|PMHNP-BC|FNP|FNP-C|RN|DPM|DDS|DMD|LICSW|LCSW|LMFT|LPC|DC|OD|CRNA|PT|DPT|CNM|APRN|ARNP|PNP|DNP|BCBA|Psy\.D\.|LMHCA?|LPCC|LCPC|LCMHC|LMSW|AuD|PSC|P\.S\.|SLP|CCC-SLP|S\.C\.|LLC|PLLC|LLP|Inc|Inc\.|P\.A\.|P\.C\.|PA\.|PC|Ltd|Co\.|Jr\.?|Sr\.?)\)?[,.;:)]*$/;
const SHORTENED = /^(?:\p{Lu}\.|St\.|Ste\.|Mt\.|Ft\.|Dr\.|Jr\.|Sr\.|Inc\.|Co\.|(?:\p{Lu}\.){2,})$/u;
const TITLE = /^(dr|mr|mrs|ms|miss|mx|prof|doctor)\.?$/;
/** Words before a number that is part of a name: "Local 88". */
const NUMBERED = /^(?:local|locals|district|no\.?|lodge|council|pharmacy|store)$/;
/** Words a sentence or a label begins with that are no part of a name behind them. */
const LEAD = new Set(
  (
    'the a an our your we you i he she they it this that these those in on at from of by for to and or if when while because as since after before with under dear re attn attention copy cc ' +
    'provider facility physician prescriber patient member enrollee subscriber insured participant claimant beneficiary employee claim claims bill charge charges service services supplier doctor ' +
    'both neither either also but here there what who where why how please any all each no not is was were are has have had did do does may see per via rendering ordering requesting attending billing'
  ).split(' '),
);
/** What begins the next item of a list. */
const ITEM = /^(?:[A-Z]|\d{1,2})[.)]$/;
/** Words that begin what stands behind a name: a month, another label. */
const BEHIND =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|attn|attention|request|diagnosis|claims?|npi|tax|dob|member|dates?|service|phone|fax|tel|id|no|type|status|dear|billed|charged|re|ed|er|emergency|urgent|inpatient|outpatient|department|dept|policy|certificate|plan|group|medicaid|medicare|born)\b[.,:]?/;
/** What begins a sentence behind a name whose full stop is not printed. */
const SENTENCE = /^(?:we|you|your|our|it|this|that|these|if|please)$/;
const MOST_WORDS = 9;

/** The words of a paper in the order of reading, and where each line begins. */
export interface Words {
  readonly all: readonly Spot[];
  readonly mentions: readonly Mention[];
}

/** All mentions of names in the open lines of a paper. */
export function mentionsOf(sheet: Sheet): Words {
  const all = spotsOf(sheet);
  const mentions: Mention[] = [];
  for (let at = 0; at < all.length; ) {
    const run = runFrom(all, sheet, at);
    if (run === at) at += 1;
    else {
      mentions.push(...within(all, sheet, at, run));
      at = run;
    }
  }
  return { all, mentions };
}

function spotsOf(sheet: Sheet): Spot[] {
  const all: Spot[] = [];
  sheet.grid.forEach((cells, line) => {
    if (!isOpen(sheet, line) || sheet.paper.lines[line]?.running === true) return;
    cells.forEach((cell, at) => {
      cell.tokens.forEach((token, index) => {
        all.push({
          text: cell.text.slice(token.from, token.to),
          lower: cell.lower.slice(token.from, token.to),
          line,
          cell: at,
          from: token.from,
          to: token.to,
          starts: index === 0,
          ends: index === cell.tokens.length - 1,
        });
      });
    });
  });
  return all;
}

/** "STANHOPE, RUTH E": the name behind a surname, alone in its cell. */
function isFirstName(spot: Spot | undefined, next: Spot | undefined): boolean {
  return (
    spot !== undefined &&
    /^\p{Lu}[\p{L}'-]+$/u.test(spot.text) &&
    (spot.ends || (next?.ends === true && /^\p{Lu}\.?$/u.test(next.text)))
  );
}

/** A name goes on over the end of a line only in running text. */
function goesOver(all: readonly Spot[], sheet: Sheet, at: number): boolean {
  const [spot, next] = [all[at], all[at + 1]];
  if (spot === undefined || next === undefined) return false;
  if (spot.line === next.line) return spot.cell === next.cell;
  const line = sheet.paper.lines[spot.line];
  return (
    next.line === spot.line + 1 &&
    spot.ends &&
    !ITEM.test(next.text) &&
    next.lower !== 'dear' &&
    line !== undefined &&
    line.tokens.length >= 7 &&
    (sheet.grid[spot.line]?.length ?? 0) <= 2 &&
    (sheet.grid[next.line]?.length ?? 0) <= 2 &&
    !sheet.paper.lines[next.line]?.gapAbove
  );
}

/** Behind the last word of the run of a name that begins at `at`; `at` itself where none begins. */
function runFrom(all: readonly Spot[], sheet: Sheet, at: number): number {
  const first = all[at];
  if (first === undefined || !isCapital(first.text) || first.text === '&') return at;
  let end = at;
  let to = at;
  while (to < all.length && to - at < MOST_WORDS + 3) {
    const spot = all[to];
    if (spot === undefined) break;
    if (
      isCapital(spot.text) ||
      (to > at && /^#?\d{1,4}[,.]?$/.test(spot.text) && NUMBERED.test(all[to - 1]?.lower ?? ''))
    ) {
      to += 1;
      end = to;
      if (/[;:)?!]["']?$/.test(spot.text)) break;
      if (
        /^\p{Lu}{2,}(?:-\p{Lu}+)?,$/u.test(spot.text) &&
        to - at === 1 &&
        isFirstName(all[to], all[to + 1]) &&
        goesOver(all, sheet, to - 1)
      )
        continue;
      if (/,["']?$/.test(spot.text)) {
        while (goesOver(all, sheet, to - 1) && CREDENTIAL.test(all[to]?.text ?? '')) {
          to += 1;
          end = to;
          if (!/,$/.test(all[to - 1]?.text ?? '')) break;
        }
        break;
      }
      if (/\.["']?$/.test(spot.text) && !SHORTENED.test(spot.text) && !/^Dr\.$/i.test(spot.text)) break;
    } else if (to > at && JOINS.has(spot.lower)) to += 1;
    else break;
    if (!goesOver(all, sheet, to - 1)) break;
  }
  return end === at ? at + 1 : end;
}

/** The names a run may be or hold: the whole of it, and the parts before and behind a joining word. */
function within(all: readonly Spot[], sheet: Sheet, from: number, to: number): Mention[] {
  const found: Mention[] = [];
  const seen = new Set<string>();
  const add = (first: number, end: number, title = ''): void => {
    let start = first;
    let named = title;
    let titleAt = -1;
    while (start < end) {
      const word = (all[start]?.lower ?? '').replace(/[^\p{L}]/gu, '');
      const kind = TITLE.exec(word)?.[1];
      if (kind !== undefined) {
        named = kind === 'dr' || kind === 'doctor' || kind === 'prof' ? 'dr' : 'mr';
        titleAt = word === 'dr' ? start : -1;
        // "Our Lady of the Fells Hospital".
      } else if (!LEAD.has(word) || (word === 'our' && all[start + 1]?.lower === 'lady')) break;
      start += 1;
    }
    let last = end;
    // "Dr. Hale at Tarn Clinic": the doctor's name ends before the house.
    if (named !== '')
      for (let at = start + 1; at < last; at += 1) if (/^(?:at|of|and|from|for)$/.test(all[at]?.lower ?? '')) last = at;
    while (last > start && JOINS.has(all[last - 1]?.lower ?? '')) last -= 1;
    if (last <= start || last - start > MOST_WORDS || seen.has(`${start}-${last}`)) return;
    seen.add(`${start}-${last}`);
    const mention = mentionAt(all, sheet, titleAt === start - 1 && titleAt >= 0 ? titleAt : start, last, named);
    if (mention !== undefined) found.push(mention);
  };
  add(from, to);
  for (let at = from + 1; at < to; at += 1) {
    const word = all[at]?.lower ?? '';
    if (TITLE.test(word)) {
      add(from, at);
      add(at, to);
      // A joining word in capitals, too, belongs to the name: "TARN PLAN FOR CHILDREN".
    } else if (SPLITS.has(word) && (word === '&' || all[at]?.text === word)) {
      add(from, at);
      add(at + 1, to);
    } else if (word.startsWith('(') || BEHIND.test(word) || SENTENCE.test(word)) add(from, at);
    if (all[at]?.starts === true) {
      add(from, at);
      add(at, to);
    }
  }
  return found;
}

function mentionAt(all: readonly Spot[], sheet: Sheet, first: number, end: number, title: string): Mention | undefined {
  const [spot, last] = [all[first], all[end - 1]];
  if (spot === undefined || last === undefined) return undefined;
  const own = sheet.grid[spot.line]?.[spot.cell];
  if (own === undefined) return undefined;
  let piece: Piece = own;
  let from = spot.from;
  let to = last.to;
  if (last.line !== spot.line || last.cell !== spot.cell) {
    const lines = sheet.paper.lines.slice(spot.line, last.line + 1);
    piece = flowOf(lines);
    const text = all
      .slice(first, end)
      .map((one) => one.text)
      .join(' ');
    from = piece.text.indexOf(text);
    if (from < 0) return undefined;
    to = from + text.length;
  }
  const raw = piece.text.slice(from, to);
  const lead = /^["'(*]+/.exec(raw)?.[0].length ?? 0;
  let value = raw
    .slice(lead)
    .replace(/(?:'s)?[,;:)"'*?!]*$/, '')
    .replace(/'s$/, '');
  if (!/\b(?:Inc|Co|Jr|Sr|Ltd|(?:\p{Lu}\.)+\p{Lu})\.$/u.test(value)) value = value.replace(/[.,]+$/, '');
  if (value.includes('(') && !value.includes(')')) {
    // "(HMO)" lost its bracket with the marks at the end.
    if (raw[lead + value.length] !== ')') return undefined;
    value += ')';
  }
  if (value.length < 3 || !/\p{L}{2}/u.test(value)) return undefined;
  return {
    value,
    piece,
    from: from + lead,
    to: from + lead + value.length,
    line: spot.line,
    cell: spot.cell,
    title,
    first,
    end,
  };
}
