// With which letters a match of a pattern can begin, read off the pattern itself.

/** Letters that are looked at. */
export const REACH = 5;
/** Beginnings of one pattern; one that can begin in more ways is told by fewer letters. */
const MOST = 600;
/** A class of more characters than this can be anything. */
const CLASS = 12;

/** Beginnings with whether more letters may be added to each: what follows `word*` is not known. */
type Beginnings = ReadonlyMap<string, boolean>;

/** What groups begin with, and by which words they are told, by their sources: those of the vocabulary stand in many patterns, and are read once. */
export interface KnownGroups {
  readonly beginnings: Map<string, Beginnings>;
  readonly tellings: Map<string, readonly string[]>;
}

export function knownGroups(): KnownGroups {
  return { beginnings: new Map(), tellings: new Map() };
}

const NOTHING: Beginnings = new Map([['', true]]);
const ANYTHING: Beginnings = new Map([['', false]]);

/**
 * All beginnings, of at most `REACH` characters, that a match of a pattern can have, by its source; every match begins with one of them. One may be
 * empty: then it can begin with anything. Reads what the rules' patterns are written in: letters, classes, groups, alternatives, repetition, looking around.
 */
export function beginningsOf(source: string, known = knownGroups()): string[] {
  return [...new Reader(source, known).alternatives().keys()];
}

const OPENS_GROUP = /^\((?:\?(?::|<?[=!]))?/;
/** Letters, none of them repeated. */
const LETTERS = /[a-z0-9' ]+(?![*+?{])/y;
const REPEATED = /(?:([*+?])|\{(\d+)(,\d*)?\})\??/y;

class Reader {
  readonly #source: string;
  readonly #known: KnownGroups;
  #at = 0;

  constructor(source: string, known: KnownGroups) {
    this.#source = source;
    this.#known = known;
  }

  alternatives(): Beginnings {
    const all = new Map<string, boolean>();
    for (;;) {
      for (const [text, isOpen] of this.#sequence()) put(all, text, isOpen);
      if (this.#source[this.#at] !== '|') return all;
      this.#at += 1;
    }
  }

  #sequence(): Beginnings {
    let all = NOTHING;
    while (!this.#isAtEnd() && !isComplete(all)) all = followed(all, this.#repeated(this.#one()));
    while (!this.#isAtEnd()) this.#skip();
    return all;
  }

  #isAtEnd(): boolean {
    const next = this.#source[this.#at];
    return next === undefined || next === '|' || next === ')';
  }

  /** Goes on behind the next letter, class or group, whatever it says. */
  #skip(): void {
    for (let depth = 0; ; ) {
      const next = this.#source[this.#at];
      if (next === '[') this.#at = endOfClass(this.#source, this.#at);
      else if (next === '\\') this.#at += 1;
      else if (next === '(') depth += 1;
      else if (next === ')') depth -= 1;
      this.#at += 1;
      if (depth === 0 || next === undefined) return;
    }
  }

  #repeated(one: Beginnings): Beginnings {
    const found = this.#take(REPEATED);
    if (found === null) return one;
    const [, mark, least, more] = found;
    const isOnce = mark === '?' || (mark === undefined && more === undefined && least === '1');
    const all = new Map([...one].map(([text, isOpen]) => [text, isOpen && isOnce]));
    if (mark === '?' || mark === '*' || least === '0') put(all, '', true);
    return all;
  }

  #one(): Beginnings {
    if (this.#source[this.#at] === '(') return this.#group();
    const plain = this.#take(LETTERS);
    if (plain !== null) return new Map([[plain[0].slice(0, REACH), true]]);
    const next = this.#source[this.#at] ?? '';
    if (next === '[') return this.#class();
    this.#at += 1;
    if (next === '.') return ANYTHING;
    if (next === '^' || next === '$') return NOTHING;
    if (next !== '\\') return new Map([[next, true]]);
    const escaped = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (escaped === 'b') return NOTHING;
    return /[a-z0-9]/i.test(escaped) ? ANYTHING : new Map([[escaped, true]]);
  }

  #group(): Beginnings {
    const from = this.#at;
    this.#skip();
    const group = this.#source.slice(from, this.#at);
    const known = this.#known.beginnings.get(group);
    if (known !== undefined) return known;
    const opening = OPENS_GROUP.exec(group)?.[0] ?? '';
    const isLooking = opening !== '(' && opening !== '(?:';
    const inside = isLooking ? NOTHING : new Reader(group.slice(opening.length, -1), this.#known).alternatives();
    this.#known.beginnings.set(group, inside);
    return inside;
  }

  #class(): Beginnings {
    const end = endOfClass(this.#source, this.#at);
    const inside = this.#source.slice(this.#at + 1, end);
    this.#at = end + 1;
    const plain = inside.replace(/(.)-(.)/g, (_, from: string, to: string) => between(from, to));
    if (/^\^|\\/.test(plain) || plain.length > CLASS) return ANYTHING;
    return new Map([...plain].map((character) => [character, true]));
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    this.#at += found?.[0].length ?? 0;
    return found;
  }
}

function endOfClass(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}

function between(from: string, to: string): string {
  let all = '';
  for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) all += String.fromCharCode(code);
  return all;
}

/** Whether no more letters can be added to any of them. */
function isComplete(all: Beginnings): boolean {
  for (const [text, isOpen] of all) if (isOpen && text.length < REACH) return false;
  return true;
}

function put(all: Map<string, boolean>, text: string, isOpen: boolean): void {
  all.set(text, isOpen && all.get(text) !== false);
}

function followed(before: Beginnings, after: Beginnings): Beginnings {
  const all = new Map<string, boolean>();
  for (const [text, isOpen] of before) {
    if (!isOpen || text.length >= REACH) put(all, text, false);
    else for (const [more, goesOn] of after) put(all, (text + more).slice(0, REACH), goesOn);
  }
  if (all.size <= MOST) return all;
  return new Map([...before.keys()].map((text) => [text, false]));
}
