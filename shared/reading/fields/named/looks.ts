// How a name looks on its paper: its own form, what stands around each of its mentions, and what the rules for labels and places say of it.
import type { Sheet } from '../sheet.ts';
import { surroundings } from './around.ts';
import { formOf, type Known, nameWords, ruledBy } from './form.ts';
import type { Mention, Words } from './mentions.ts';

/** A name with all its mentions and its looks. */
export interface Name {
  readonly value: string;
  readonly mentions: readonly Mention[];
  readonly looks: ReadonlySet<string>;
}

/** A mention whose place among the words is not known. */
const NOWHERE = { line: -1, cell: -1, title: '', first: -1, end: -1 };
/** More mentions than this, or more names before one, tell nothing more. */
const MANY = 4;

/** All names of a paper with their looks, in the order of their first mention; `labels` as in `surroundings`. */
export function namesOf(sheet: Sheet, words: Words, known: Known, labels: ReadonlyMap<string, string>): Name[] {
  const groups = groupsOf(words, known);
  const ruled = ruledBy(known);
  const around = surroundings(sheet, words, labels);
  const { beginnings, endings } = longerNames([...groups.keys()]);
  const greeted = greetedWords(sheet);
  const ordinals = { house: 0, person: 0 };
  return [...groups].map(([key, mentions]) => {
    const value = mentions[0]?.value ?? '';
    const form = formOf(value.replace(/^Dr\.? /, ''), mentions, ruled);
    const looks = new Set(form);
    for (const mention of mentions.slice(0, MANY)) for (const look of around(mention)) looks.add(look);
    const parts = key.split(' ');
    if (parts.length > 1 && greeted.has(parts.at(-1) ?? '')) looks.add('g:surname');
    if (greeted.has(parts[0] ?? '')) looks.add(parts.length > 1 ? 'g:first' : 'g:word');
    const person = form.includes('f:person');
    const shorter = shorterFor(key, person).flatMap((other) => groups.get(other) ?? []);
    for (const mention of shorter.slice(0, MANY)) for (const look of around(mention)) looks.add(`o${look}`);
    const longer = beginnings.has(key) || endings.has(key);
    if (longer) looks.add('m:part-of-longer');
    looks.add(`m:count-${Math.min(MANY, mentions.length + shorter.length)}`);
    const sort = form.includes('f:house') ? 'house' : person ? 'person' : undefined;
    if (sort !== undefined && !longer) {
      ordinals[sort] += 1;
      looks.add(`m:${sort}-${Math.min(MANY, ordinals[sort])}`);
    }
    looks.add(`k:${sheet.kind}:f:${sort ?? 'other'}`);
    return { value, mentions, looks };
  });
}

/** The words of the salutation, without its titles. */
function greetedWords(sheet: Sheet): ReadonlySet<string> {
  const line = sheet.paper.lines.find((one) => /^(?:dear|hello|hi)\b/.test(one.lower.trim()));
  return new Set(
    nameWords(line?.lower ?? '')
      .split(' ')
      .slice(1),
  );
}

/** The mentions of each name by its words; last what only the rules see, a name set over two lines or with a remark in it. */
function groupsOf(words: Words, known: Known): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of words.mentions) {
    const key = nameWords(mention.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  for (const candidate of [known.provider, known.payer, known.member_name]) {
    if (candidate === undefined) continue;
    const { value, piece, from, to } = candidate;
    const key = nameWords(String(value));
    if (!groups.has(key)) groups.set(key, [{ value: String(value), piece, from, to, ...NOWHERE }]);
  }
  return groups;
}

/** Which names other names begin or end with. */
function longerNames(keys: readonly string[]): { beginnings: ReadonlySet<string>; endings: ReadonlySet<string> } {
  const beginnings = new Set<string>();
  const endings = new Set<string>();
  for (const key of keys)
    for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
      beginnings.add(key.slice(0, at));
      endings.add(key.slice(at + 1));
    }
  return { beginnings, endings };
}

/** What a name may be called later: "Tamarack Ranch" for "Tamarack Ranch for Boys", "Hale" for "Corwin Hale". */
function shorterFor(key: string, person: boolean): string[] {
  const words = key.split(' ');
  if (!person) return words.slice(2).map((_, at) => words.slice(0, at + 2).join(' '));
  const surname = words.filter((word) => word.length > 2).at(-1);
  return surname === undefined || surname === key ? [] : [surname];
}
