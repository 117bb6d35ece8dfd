// With which letters the words can begin that tell a pattern best: many patterns begin with words that stand in every letter ("not", "the plan"), and tell
// themselves by a later one.
import { beginningsOf, type KnownGroups, knownGroups } from './beginnings.ts';

/** A pattern of whole words (`compilePattern`), with what makes it one left out. */
const WHOLE_WORDS = /^\(\?<!\[a-z0-9\]\)\(\?:(.*)\)\(\?!\[a-z0-9\]\)$/s;
/** `~3`: up to three words between. */
const GAP = /^\(\?:\[\^ \]\+ \)\{0,\d+\}\?/;
/** A group that is neither repeated nor looks around, at the beginning. */
const OPENS_GROUP = /^\((?:\?:|(?!\?))/;
const REPEATS = /^[*+?{]/;

/**
 * Beginnings of words, as `beginningsOf` reads them: every match of the pattern holds a word that begins with one of them, at its beginning or behind a
 * blank. For each alternative those of the word that is rarest, so far as its letters show.
 */
export function tellingBeginningsOf(pattern: RegExp, known = knownGroups()): readonly string[] {
  const words = WHOLE_WORDS.exec(pattern.source)?.[1];
  return words === undefined ? beginningsOf(pattern.source, known) : [...new Set(tellingOf(words, known))];
}

function tellingOf(source: string, known: KnownGroups): readonly string[] {
  const before = known.tellings.get(source);
  if (before !== undefined) return before;
  const telling = split(source, '|').flatMap((alternative) => rarestOf(alternative, known));
  known.tellings.set(source, telling);
  return telling;
}

/** The beginnings of that word of an alternative with which fewest words begin. */
function rarestOf(alternative: string, known: KnownGroups): readonly string[] {
  let least = Number.POSITIVE_INFINITY;
  let rarest: readonly string[] = [''];
  for (const rest of wordsOf(alternative)) {
    for (const beginnings of beginningsAt(rest, known)) {
      const often = oftenOf(beginnings);
      if (often >= least) continue;
      least = often;
      rarest = beginnings;
    }
    if (least <= RARE) break;
  }
  return rarest;
}

/** What an alternative is from each word on that every match of it has: from the beginning, and behind each blank. */
function wordsOf(alternative: string): string[] {
  const parts = split(alternative, ' ');
  return parts.flatMap((_, at) => {
    const rest = parts.slice(at).join(' ');
    return REPEATS.test(rest) ? [] : [rest.replace(GAP, '')];
  });
}

/** The ways to tell what begins at a word: its first letters; those of a group's alternatives, each told by its own rarest word. */
function beginningsAt(source: string, known: KnownGroups): Array<readonly string[]> {
  const inside = firstGroup(source);
  const isOfSeveralWords = inside?.includes(' ') === true;
  return [beginningsOf(source, known), ...(isOfSeveralWords ? [tellingOf(inside, known)] : [])];
}

/** What stands in the group a source begins with, when it is neither optional nor repeated. */
function firstGroup(source: string): string | undefined {
  const open = OPENS_GROUP.exec(source)?.[0].length;
  if (open === undefined) return undefined;
  const end = endOf(source, 0);
  return REPEATS.test(source.slice(end)) ? undefined : source.slice(open, end - 1);
}

/** Parts of a source between a sign that stands in none of its groups and classes. */
function split(source: string, sign: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at = endOf(source, at)) {
    if (source[at] !== sign) continue;
    parts.push(source.slice(from, at));
    from = at + 1;
  }
  return [...parts, source.slice(from)];
}

/** Where the letter, class or group ends that begins at a place. */
function endOf(source: string, from: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = from; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0 && !inClass) return at + 1;
  }
  return source.length;
}

/** Beginnings of words that stand in most letters. */
const COMMON = new Set(
  (
    'a an the of to for and in is was were are be been by with at it its we our us you your this that these from or has have had not no can may will ' +
    'if any all as on care claim cover plan servi medic treat provi appea revie decis denie recei reque under more days date'
  ).split(' '),
);
/** How often words begin so, by the number of letters known, and where that beginning is a common one. */
const OFTEN = [Number.POSITIVE_INFINITY, 300, 60, 15, 4, 1];
const VERY_OFTEN = 60;
/** So seldom that no other word need be looked at. */
const RARE = 15;

/** How many words, roughly, begin in one of some ways. */
function oftenOf(beginnings: readonly string[]): number {
  let sum = 0;
  for (const beginning of beginnings) {
    if (!/^[a-z0-9]/.test(beginning)) return Number.POSITIVE_INFINITY;
    const often = OFTEN[beginning.length] ?? 1;
    sum += COMMON.has(beginning.trim()) ? Math.max(often, VERY_OFTEN) : often;
  }
  return sum;
}
