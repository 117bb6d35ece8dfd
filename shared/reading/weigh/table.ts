// A table of weights as it stands in a rule file: "name=row" one after another, parted by "~", in lines of a hundred. As an object with two hundred thousand
// names it would take half a second of every start; this way names are found, and rows read, where they stand in the lines.
import { classAt, EACH, isRow, weightAt } from './rows.ts';

const ENDS_NAME = '=';
const ENDS_ROW = '~';
const NAME_END = ENDS_NAME.charCodeAt(0);
const ROW_END = ENDS_ROW.charCodeAt(0);
const PER_LINE = 100;
/** Between the two words of a pair. */
const LOW_LINE = '_';
const HASH_OF_NOTHING = 0x811c9dc5;

/** Rows of weights by the names of their features (`rows.ts`). */
export type Rows = Readonly<Record<string, string>>;

/** The lines of a table's file, names in order. A name that could not be told from a row is left out. */
export function linesOf(rows: Rows): string[] {
  const entries = Object.keys(rows)
    .filter((name) => name !== '' && !name.includes(ENDS_NAME) && !name.includes(ENDS_ROW))
    .sort()
    .map((name) => name + ENDS_NAME + rows[name]);
  return Array.from({ length: Math.ceil(entries.length / PER_LINE) }, (_, line) =>
    entries.slice(line * PER_LINE, (line + 1) * PER_LINE).join(ENDS_ROW),
  );
}

/** The table of a file's lines; undefined where they are malformed. */
export function tableOf(lines: readonly string[]): Table | undefined {
  const text = lines.join(ENDS_ROW);
  const table = new Table(text);
  for (let from = 0; from < text.length; ) {
    const middle = text.indexOf(ENDS_NAME, from);
    const end = endOfRow(text, middle);
    if (middle <= from || !isRow(text, middle + 1, end)) return undefined;
    table.add(from, middle);
    from = end + 1;
  }
  return table;
}

/** The table of some rows, for learning and trying: what is read back from the file they make. */
export function tableOfRows(rows: Rows): Table {
  const table = tableOf(linesOf(rows));
  if (table === undefined) throw new Error('Rows of weights must be rows as codedRow makes them.');
  return table;
}

/** The weights of features by name: a hash table of where names stand in the text, without a string for each of them. */
export class Table {
  readonly #text: string;
  /** Two numbers for each slot: the hash of its name, and where the name begins plus one; 0 there where the slot is free. */
  readonly #slots: Int32Array;

  constructor(text: string) {
    this.#text = text;
    // Always less than two thirds of them taken, so that a free slot is near.
    this.#slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(1.5 * rowsIn(text) + 1)));
  }

  /** Adds the name that stands in the text from `from` to before `to`, its row behind it. */
  add(from: number, to: number): void {
    const hash = hashOf(this.#text, from, to);
    const slot = this.#slotOf(hash, this.#text, from, to);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = from + 1;
  }

  /** Where the row of a name begins; undefined where there is none. */
  rowOf(name: string): number | undefined {
    const slot = this.#slotOf(hashOf(name, 0, name.length), name, 0, name.length);
    const start = this.#slots[slot + 1] ?? 0;
    return start === 0 ? undefined : start + name.length;
  }

  /** The row of `head`, `first`, a low line and `second` as one name, which is not put together: most names are pairs. */
  rowOfPair(head: string, first: string, second: string): number | undefined {
    const hash = mixed(hashOn(hashOn(hashOn(hashOn(HASH_OF_NOTHING, head), first), LOW_LINE), second));
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = (2 * hash) & last; slots[slot + 1] !== 0; slot = (slot + 2) & last) {
      const start = (slots[slot + 1] ?? 0) - 1;
      const low = start + head.length + first.length;
      if (
        slots[slot] === hash &&
        this.#holds(start, head) &&
        this.#holds(start + head.length, first) &&
        this.#holds(low, LOW_LINE) &&
        this.#endsAt(low + 1, second)
      )
        return low + 1 + second.length + ENDS_NAME.length;
    }
    return undefined;
  }

  /** The name of the row that begins at a place. */
  nameOf(row: number): string {
    const end = row - ENDS_NAME.length;
    return this.#text.slice(this.#text.lastIndexOf(ENDS_ROW, end) + 1, end);
  }

  /** Adds to `sums` what a row says for each class, in hundredths, times `share`. */
  addTo(sums: Float64Array, row: number, share: number): void {
    const text = this.#text;
    for (let at = row; at < text.length && text.charCodeAt(at) !== ROW_END; at += EACH) {
      const cls = classAt(text, at);
      sums[cls] = (sums[cls] ?? 0) + weightAt(text, at) * share;
    }
  }

  /** The weight of a row for a class, in hundredths; 0 where it says nothing. */
  weightOf(row: number, cls: number): number {
    const text = this.#text;
    for (let at = row; at < text.length && text.charCodeAt(at) !== ROW_END; at += EACH)
      if (classAt(text, at) === cls) return weightAt(text, at);
    return 0;
  }

  /** The slot of a name: the one that holds it, or the free one where it would be. There is always a free one. */
  #slotOf(hash: number, text: string, from: number, to: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (2 * hash) & last;
    for (; slots[slot + 1] !== 0; slot = (slot + 2) & last)
      if (slots[slot] === hash && this.#endsAt((slots[slot + 1] ?? 0) - 1, text, from, to)) break;
    return slot;
  }

  /** Whether a name goes on with `text` at a place of the table's text, and ends with it. */
  #endsAt(place: number, text: string, from = 0, to = text.length): boolean {
    return this.#holds(place, text, from, to) && this.#text.charCodeAt(place + to - from) === NAME_END;
  }

  /** Whether a place of the table's text holds `text`, from `from` to before `to`. */
  #holds(place: number, text: string, from = 0, to = text.length): boolean {
    const own = this.#text;
    for (let at = from; at < to; at += 1) if (text.charCodeAt(at) !== own.charCodeAt(place + at - from)) return false;
    return true;
  }
}

function endOfRow(text: string, from: number): number {
  const end = text.indexOf(ENDS_ROW, from);
  return end < 0 ? text.length : end;
}

function rowsIn(text: string): number {
  let count = 1;
  for (let at = text.indexOf(ENDS_ROW); at >= 0; at = text.indexOf(ENDS_ROW, at + 1)) count += 1;
  return count;
}

/** FNV-1a (Fowler, Noll, Vo), over the characters from `from` to before `to`. */
function hashOf(text: string, from: number, to: number): number {
  return mixed(hashOn(HASH_OF_NOTHING, text, from, to));
}

/** The hash, not mixed yet, of what has the hash `before` and goes on with `text`. */
function hashOn(before: number, text: string, from = 0, to = text.length): number {
  let hash = before;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
