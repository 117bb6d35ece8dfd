// What stands around the mentions of names: the words before and behind, labels, the cell, the line and the part of the paper.
import { oncePer } from '../../../once-per.ts';
import type { Cell } from '../../paper.ts';
import type { Sheet } from '../sheet.ts';
import { moneyIn, serviceDatesIn } from '../values.ts';
import type { Mention, Words } from './mentions.ts';

/** What a cell says before its colon. */
const LEAD = /^([\p{L}'()/ .-]{2,30}):/u;
const CITY = /\b[A-Z]{2}\s+\d{5}\b/;
/** Words before and behind a name that count. */
const WINDOW = 4;
/** Longer cells are no labels. */
const LABEL_LENGTH = 30;

/** Tells of each mention what stands around it; `labels` are the labels of cells, "line:cell" to field and rank. What is asked twice is worked out once. */
export function surroundings(
  sheet: Sheet,
  { all }: Words,
  labels: ReadonlyMap<string, string>,
): (mention: Mention) => readonly string[] {
  const known = new Map<Mention, readonly string[]>();
  const lines = new Map<number, readonly string[]>();
  const marked: string[] = [];
  const bare: string[] = [];
  /** A word with its marks, numbers as 0. */
  const word = (at: number, line: number): string => {
    const spot = all[at];
    if (spot === undefined || Math.abs(spot.line - line) > 2) return '^';
    marked[at] ??= isPlain(spot.lower)
      ? spot.lower
      : spot.lower.replace(/\d+/g, '0').replace(/[^\p{L}0.,:;()$-]/gu, '') || '-';
    return marked[at] ?? '-';
  };
  const letters = (at: number): string => {
    const lower = all[at]?.lower ?? '';
    bare[at] ??= isPlain(lower) ? lower : lower.replace(/[^\p{L}]/gu, '');
    return bare[at] ?? '';
  };
  const ofLine = (line: number): readonly string[] => {
    const found = lines.get(line) ?? lineLooks(sheet, line);
    lines.set(line, found);
    return found;
  };
  const around = (mention: Mention): readonly string[] => {
    const { line, first, end } = mention;
    if (line < 0) return ['m:only-by-rules'];
    const open = all[first]?.starts === true ? '|' : '';
    const shut = all[end - 1]?.ends === true ? '|' : '';
    const [b1, b2, a1, a2] = [word(first - 1, line), word(first - 2, line), word(end, line), word(end + 1, line)];
    const looks = [`b1:${open}${b1}`, `b2:${open}${b2} ${b1}`, `a1:${shut}${a1}`, `a2:${shut}${a1} ${a2}`];
    for (let at = first - WINDOW; at < end + WINDOW; at += 1) {
      if (at >= first && at < end) continue;
      const other = all[at];
      if (other === undefined || Math.abs(other.line - line) > 1) continue;
      const text = letters(at);
      if (text.length > 2) looks.push(`${at < first ? 'wb' : 'wa'}:${text}`);
    }
    looks.push(...ofLine(line), ...cellLooks(sheet, mention, open !== '', shut !== '', labels));
    return looks;
  };
  return (mention) => {
    const found = known.get(mention) ?? around(mention);
    known.set(mention, found);
    return found;
  };
}

/** The end of an address: asked for each of the names above it. */
const namesCity = oncePer(({ text }: Cell): boolean => CITY.test(text));

/** A word of nothing but letters, as most are. */
function isPlain(lower: string): boolean {
  return /^[a-z]+$/.test(lower);
}

function lineLooks(sheet: Sheet, line: number): string[] {
  const lower = sheet.paper.lines[line]?.lower ?? '';
  const looks = [`z:${sheet.zones[line] ?? 'body'}`, `p:${placeOf(sheet, line)}`];
  if (moneyIn(lower).length > 0) looks.push('n:money');
  if (serviceDatesIn(lower).length > 0) looks.push('n:date');
  if (/\bclaim\b/.test(lower)) looks.push('n:claim');
  return looks;
}

/** Where on the paper a line stands: the first lines one by one, then in larger parts. */
function placeOf(sheet: Sheet, line: number): string {
  if (sheet.paper.lines[line]?.page !== 0) return 'later';
  if (line < 4) return String(line);
  if (line < 8) return '4-7';
  if (line < 16) return '8-15';
  return line < 30 ? '16-29' : '30-';
}

function cellLooks(
  sheet: Sheet,
  { line, cell, from }: Mention,
  starts: boolean,
  ends: boolean,
  labels: ReadonlyMap<string, string>,
): string[] {
  const cells = sheet.grid[line] ?? [];
  const among = cells.length > 1 ? `-of-${Math.min(4, cells.length)}-${Math.min(3, cell)}` : '';
  const looks = [`c:${starts ? 'starts' : 'inside'}-${ends ? 'ends' : 'goes-on'}${among}`];
  const own = cells[cell]?.lower ?? '';
  const colon = own.indexOf(':');
  const lead = colon < 0 ? undefined : LEAD.exec(own)?.[1];
  if (lead !== undefined && !starts && colon < from) looks.push(`lb:${lead}`);
  const label = labels.get(`${line}:${cell}`);
  if (label !== undefined) looks.push(`lr:${label}${starts || lead !== undefined ? '' : '-in'}`);
  if (!starts) return looks;
  const before = cells[cell - 1]?.lower;
  if (before !== undefined && before.length < LABEL_LENGTH) looks.push(`pc:${before.replace(/[\s:.]+$/, '')}`);
  const above = sheet.grid[line - 1]?.[cell]?.lower;
  if (above !== undefined && above.length < LABEL_LENGTH)
    looks.push(`ab:${above.replace(/[\s:.]+$/, '').replace(/\d+/g, '0')}`);
  for (let step = 1; step <= 3; step += 1)
    if (sheet.grid[line + step]?.some(namesCity) === true) {
      looks.push(`n:city-${step}`);
      break;
    }
  return looks;
}
