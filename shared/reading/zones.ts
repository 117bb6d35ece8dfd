// Tells the parts of a letter apart before anything is read for meaning: boilerplate about rights must never count as a ground.
import type { Zone } from '../model/finding.ts';
import type { Line, Paper, Piece, Token } from './paper.ts';
import type { CompiledRules } from './patterns.ts';
import { isHeading, isTabular, matchWord } from './sentences.ts';

/** The zone of each line of the paper, in the order of `paper.lines`. */
export function zonesOf(paper: Paper, rules: CompiledRules): Zone[] {
  const zones: Zone[] = [];
  let zone: Zone = 'letterhead';
  let legendIndent = 0;
  let previous: Line | undefined;
  paper.lines.forEach((line, index) => {
    if (line.running) {
      zones.push(zone);
      return;
    }
    const words = matchLine(line);
    const opened = goesOn(line, previous, paper) ? undefined : opening(line, words, zone, rules, paper);
    if (opened !== undefined) {
      zone = opened;
      legendIndent = line.left;
    } else if (zone === 'letterhead' && isProse(line, paper)) zone = 'determination';
    else if (zone === 'legend' && leavesLegend(line, previous, legendIndent, words, rules)) zone = 'body';
    else if (zone === 'letterhead' && index > 14) zone = 'body';
    zones.push(ownZone(line, zone));
    previous = line;
  });
  return zones;
}

/** The line carries on a sentence of the full line above it: no title. */
function goesOn(line: Line, previous: Line | undefined, paper: Paper): boolean {
  if (previous === undefined || line.gapAbove || previous.page !== line.page || isTabular(line)) return false;
  const width = paper.widths[previous.page] ?? previous.right;
  return (
    previous.tokens.length >= 8 &&
    previous.right > width * 0.72 &&
    previous.cells.length <= 2 &&
    Math.abs(previous.left - line.left) < 15 &&
    /(?:\p{Ll}|,)$/u.test(previous.text) &&
    /\p{Ll}/u.test(line.text)
  );
}

/** A full line of running text: the letter has begun, salutation or not. */
function isProse(line: Line, paper: Paper): boolean {
  const width = paper.widths[line.page] ?? line.right;
  return (
    line.tokens.length >= 10 &&
    line.right > width * 0.6 &&
    !isTabular(line) &&
    line.cells.length <= 2 &&
    /\p{Ll}/u.test(line.text) &&
    !/\d{5}|\d{3}-\d{4}/.test(line.text) &&
    !/^(?:re|subject|about)\b/.test(line.lower)
  );
}

const matched = new WeakMap<readonly Token[], string>();

/** A line or a cell in matching form; each is put into it once, and a line that is one cell as well, which has the same words. */
export function matchLine(line: Piece): string {
  const known = matched.get(line.tokens);
  if (known !== undefined) return known;
  const match = line.tokens
    .map((token) => matchWord(line.text.slice(token.from, token.to)))
    .filter((word) => word !== '')
    .join(' ');
  matched.set(line.tokens, match);
  return match;
}

function opening(line: Line, words: string, zone: Zone, rules: CompiledRules, paper: Paper): Zone | undefined {
  const heading = isHeading(line) || startsWithHeading(line);
  if (rules.zones.taglines.test(words) && (heading || line.cells.length > 0)) return 'taglines';
  if (isForeign(words)) return 'taglines';
  if (/^(?:dear|to whom it may concern|gentlemen|to the reviewing)\b/.test(words)) return 'determination';
  if (
    rules.zones.legend.test(words) ||
    (line.cells.length <= 2 &&
      /^\p{Lu}/u.test(line.text) &&
      isCapitals(line.cells[0]?.text ?? '') &&
      rules.zones.legend.test(matchLine(line.cells[0] ?? line)))
  )
    return 'legend';
  if (!heading) return undefined;
  const title = headingWords(line, words);
  if (/^(?:not|denied|no)\b/.test(title)) return undefined;
  if (rules.zones.rationale.test(title) && !/\b(?:appeal|disagree|wrong)\b/.test(title))
    return zone === 'letterhead' && !paper.lines.some((other) => /^dear\b/i.test(other.text.trim()))
      ? 'determination'
      : 'rationale';
  const head = (zone === 'letterhead' || zone === 'reference') && line.page === 0;
  if (head && !/\b(?:disagree|how to|you do|rights?)\b/.test(title)) return undefined;
  if (
    rules.zones.rights.test(title) ||
    /\b(?:appeal|disagree|external review|reconsideration|not (?:happy|satisfied)|challeng\w+|where you can go)\b/.test(
      title,
    )
  ) {
    const titleOfPaper =
      zone === 'letterhead' && /\b(?:your|level|decision|denial|appeal file)\b/.test(title) && line.page === 0;
    return titleOfPaper || /\b(?:claims? denial|why)\b/.test(title) ? undefined : 'rights';
  }
  return undefined;
}

/** "Your appeal covered three claims.": a short sentence about what happened, not a title. */
const SENTENCE =
  /^(?:Your|Our|This|That|The|It|They|He|She|These|An?) .*\b(?:is|are|was|were|has|had|did|will|came|took|went|stands?|(?!limited|related|expedited|unfavorable)\w{3,}ed)\b.*\.$/;

/** "External review. Because…": a title run into its paragraph, or a lettered option. */
function startsWithHeading(line: Line): boolean {
  const lead = /^(?:[A-Z]\.\s+|\d\.\s+|Step \d\.?\s+)?([A-Z][\p{L}' ]{2,60}?)[.:?](?:\s|$)/u.exec(line.text);
  if (lead?.[1] === undefined || SENTENCE.test(lead[0].trim())) return false;
  return lead[1].trim().split(/\s+/).length <= 6 && !/^(?:(?:Dr|Mr|Mrs|Ms|No|St)$|We )/.test(lead[1]);
}

function headingWords(line: Line, words: string): string {
  const lead = /^(?:[A-Z0-9]{1,2}\.\s+)?(.{2,70}?)[.:?](?:\s|$)/.exec(line.text);
  const text = lead?.[1] ?? '';
  if (text === '') return words;
  return text.split(/\s+/).map(matchWord).join(' ').trim();
}

function isCapitals(text: string): boolean {
  return /\p{L}{3}/u.test(text) && text === text.toUpperCase();
}

function leavesLegend(
  line: Line,
  previous: Line | undefined,
  indent: number,
  words: string,
  rules: CompiledRules,
): boolean {
  if (isRowOfAmounts(line)) return true;
  const { pattern } = rules.guards.rights;
  pattern.lastIndex = 0;
  if (pattern.test(words)) return true;
  return (
    previous !== undefined &&
    line.gapAbove &&
    isCapitals(line.cells[0]?.text ?? '') &&
    line.left <= indent + 2 &&
    line.tokens.length > 2 &&
    !/^[A-Z]{0,3}-?[A-Z]?\d/.test(line.text)
  );
}

/** "4/14/26   99214   210.00   148.00   25.00": a row of the statement; what titled its column of remarks was no title of a legend. */
function isRowOfAmounts(line: Line): boolean {
  return line.cells.length >= 4 && line.cells.filter((cell) => /^\$?-?[\d,]+\.\d\d$/.test(cell.text)).length >= 2;
}

const FOREIGN =
  /\b(?:para|usted|llame|gratis|ayuda|idioma|necesita|puede|asistencia|servicios|obtener|esta|carta|kung|libreng|tulong|tumawag|appelez|gratuits|fur|oder|hilfe|rufen|ligue|ajuda|gratuita|wac|caawimaad|bilaash|hmoob|hu rau|gratuitement|chiamare|aiuto|el|una|por|los|las|que|su)\b/g;

/** Small letters, digits and signs of the matching form. */
const ASCII = /^[ -@[-~]*$/;
const SMALL_A = 'a'.charCodeAt(0);
const SMALL_Z = 'z'.charCodeAt(0);

/** True for a line that is mostly not English. */
export function isForeign(words: string): boolean {
  const latin = countLatin(words);
  const letters = ASCII.test(words) ? latin : (words.match(/\p{L}/gu)?.join('').length ?? 0);
  if (letters < 8) return false;
  if (latin < letters * 0.8) return true;
  const count = words.split(' ').length;
  const hits = words.match(FOREIGN)?.length ?? 0;
  return hits >= 2 && hits / count > 0.2;
}

function countLatin(words: string): number {
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (code >= SMALL_A && code <= SMALL_Z) count += 1;
  }
  return count;
}

function ownZone(line: Line, zone: Zone): Zone {
  if (zone === 'taglines' || zone === 'legend') return zone;
  const numbers = line.cells.filter((cell) => /^[$(-]?[\d.,/$%:-]+\)?$/.test(cell.text)).length;
  if (line.cells.length >= 3 && numbers >= 2) return 'table';
  if ((zone === 'letterhead' || zone === 'determination') && isKeyed(line)) return 'reference';
  return zone;
}

/** A line that begins with a label and its value. */
export function isKeyed(line: Line): boolean {
  if (line.cells.length >= 2 && isTabular(line)) return (line.cells[0]?.tokens.length ?? 9) <= 5;
  return /^[A-Z][\p{L}\s./#()-]{1,30}:\s+\S/u.test(line.text) && line.tokens.length <= 12;
}
