// The names of treatments, made ready for finding: by first word, by the shape a scanner leaves of them, by code.
import type { TreatmentKind } from '../../model/record.ts';
import type { TreatmentRules } from '../../rules/care-schema.ts';
import { distance } from '../../text/quote.ts';

/** What a name stands for. */
export interface Entry {
  /** The same for all names of one treatment. */
  readonly key: string;
  readonly groupId: string;
  readonly kind: TreatmentKind;
  readonly drugClass?: string;
  readonly generic: boolean;
  readonly background: boolean;
}

interface Name {
  readonly words: readonly string[];
  /** Words in capitals, where the name is written in capitals only. */
  readonly exact?: readonly string[];
  readonly entry: Entry;
}

export interface Lexicon {
  readonly byFirst: ReadonlyMap<string, readonly Name[]>;
  readonly byShape: ReadonlyMap<string, readonly Name[]>;
  readonly codes: ReadonlyMap<string, Entry>;
  readonly forms: ReadonlySet<string>;
  /** First words that may be misread by a letter, by their first letter. */
  readonly long: ReadonlyMap<string, readonly string[]>;
  readonly misread: Map<string, readonly Name[]>;
}

const MADE = new WeakMap<TreatmentRules, Lexicon>();

export function lexiconOf(rules: TreatmentRules): Lexicon {
  const known = MADE.get(rules);
  if (known !== undefined) return known;
  const made = makeLexicon(rules);
  MADE.set(rules, made);
  return made;
}

function makeLexicon(rules: TreatmentRules): Lexicon {
  const byFirst = new Map<string, Name[]>();
  const byShape = new Map<string, Name[]>();
  const codes = new Map<string, Entry>();
  for (const group of rules.groups) {
    for (const member of group.members) {
      const entry: Entry = {
        key: group.generic ? group.id : member.name.toLowerCase(),
        groupId: group.id,
        kind: group.kind,
        ...(group.kind === 'drug' && { drugClass: group.name }),
        generic: group.generic ?? false,
        background: group.background ?? false,
      };
      for (const code of member.codes ?? []) codes.set(code, entry);
      for (const name of [member.name, ...(member.also ?? [])]) {
        const words = wordsOf(name);
        const made: Name = { words, entry, ...(isCapitals(name) && { exact: name.split(/[\s]+/) }) };
        add(byFirst, words[0]!, made);
        if (words[0]!.length >= SHAPE_LENGTH && made.exact === undefined) add(byShape, shapeOf(words[0]!), made);
      }
    }
  }
  for (const names of [...byFirst.values(), ...byShape.values()])
    names.sort((a, b) => b.words.length - a.words.length || Number(a.entry.generic) - Number(b.entry.generic));
  const long = new Map<string, string[]>();
  for (const [first, names] of byFirst) {
    if (first.length >= MISREAD_LENGTH && names.some((name) => name.entry.kind === 'drug')) add(long, first[0]!, first);
  }
  const forms = new Set(rules.forms.map((form) => form.toLowerCase()));
  return { byFirst, byShape, codes, forms, long, misread: new Map() };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Abbreviations such as “ECT” stand in capitals. */
function isCapitals(name: string): boolean {
  return name === name.toUpperCase() && name.length <= 8 && /^[A-Z]/.test(name);
}

/** The words of a name as they are compared: lower case, no punctuation at the ends. */
function wordsOf(name: string): string[] {
  return name.split(/\s+/).map((word) => bare(word).toLowerCase());
}

/** A word without punctuation at its ends. */
export function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s$/u, '');
}

/** Shorter names must stand as they are. */
const SHAPE_LENGTH = 6;
const MISREAD_LENGTH = 8;

/** Letters and digits a scanner mixes up become one. */
function shapeOf(word: string): string {
  return word
    .replace(/[1i|!]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/[5$]/g, 's')
    .replace(/8/g, 'b')
    .replace(/[69]/g, 'g')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd');
}

/** The names that may begin with this word (in lower case, bare). */
export function namesFrom(lexicon: Lexicon, word: string): readonly Name[] {
  const exact = lexicon.byFirst.get(word);
  if (exact !== undefined) return exact;
  if (word.length < SHAPE_LENGTH - 1) return [];
  return lexicon.byShape.get(shapeOf(word)) ?? misreadNames(lexicon, word);
}

/** Long drug names with a letter wrong (two in very long ones): only when one name alone is that near. */
function misreadNames(lexicon: Lexicon, word: string): readonly Name[] {
  const known = lexicon.misread.get(word);
  if (known !== undefined) return known;
  const found = nearest(lexicon, word);
  const names = found === undefined ? [] : (lexicon.byFirst.get(found) ?? []);
  lexicon.misread.set(word, names);
  return names;
}

function nearest(lexicon: Lexicon, word: string): string | undefined {
  if (word.length < MISREAD_LENGTH || !/^[\p{L}\d|!$-]+$/u.test(word)) return undefined;
  let best: string[] = [];
  let least = 3;
  for (const name of lexicon.long.get(word[0]!) ?? []) {
    const allowed = name.length >= 12 ? 2 : 1;
    if (Math.abs(name.length - word.length) > allowed) continue;
    if (name.length < 10 && name.slice(0, 2) !== word.slice(0, 2)) continue;
    const steps = distance(name, word);
    if (steps > allowed || steps > least) continue;
    best = steps < least ? [name] : [...best, name];
    least = steps;
  }
  return best.length === 1 ? best[0] : undefined;
}
