// A second ear for sentences: a small net in which each word has a place, words said alike lie near each other, and a sentence is heard as a whole. The weights
// know pairs of words they have met; the net also hears a ground said in words that stood apart in the lessons. Learnt by tests/letters/train-net.ts.
import { z } from 'zod';
import type { Look } from './features.ts';
import { addLayer, type Grid, GridFile, gridOf } from './grid.ts';
import { logShares } from './model.ts';

/** What the net hears of a sentence: its words and those beside it, negated ones marked, and what was noticed about it. */
export interface Sight {
  readonly before: readonly string[];
  readonly own: readonly string[];
  readonly after: readonly string[];
  readonly marks: readonly string[];
}

/** Words heard of a sentence, and of each neighbour: the last ones before it, the first ones after it. */
const OWN_WORDS = 60;
const BESIDE_WORDS = 30;

/** What the net hears of a sentence the weights look at. */
export function sightOf({ tokens, before, after, zone, guards, signals }: Look): Sight {
  const words = (from: Look['tokens']): string[] => from.map(({ stem, negated }) => (negated ? `!${stem}` : stem));
  return {
    before: words(before.slice(-BESIDE_WORDS)),
    own: words(tokens.slice(0, OWN_WORDS)),
    after: words(after.slice(0, BESIDE_WORDS)),
    marks: marksOf({ guards, zone, signals }),
  };
}

/** What was noticed about a sentence: guards, its zone, the reasons it has signals of. */
export function marksOf({ guards, zone, signals }: Pick<Look, 'guards' | 'zone' | 'signals'>): string[] {
  return [...guards, `Z:${zone}`, ...signals.map(({ reason }) => `S:${reason}`)];
}

/**
 * A file of a net. `places`: a row for each word, the first one for words it does not know. `filters` (a row for each coordinate of a place) and
 * `filterShift`: what of a word is looked for anywhere in the sentence. `first`, `firstShift`, `last`, `lastShift`: two layers, a row for each input. The
 * inputs of the first: filters, mean place of the own words, of those before, of those after, marks.
 */
export const NetFile = z.object({
  about: z.string(),
  source: z.string(),
  classes: z.array(z.string()).min(1),
  words: z.array(z.string()),
  marks: z.array(z.string()),
  places: GridFile,
  filters: GridFile,
  filterShift: GridFile,
  first: GridFile,
  firstShift: GridFile,
  last: GridFile,
  lastShift: GridFile,
});
export type NetFile = z.infer<typeof NetFile>;

/** A net ready to hear. */
export interface Net {
  readonly words: ReadonlyMap<string, number>;
  readonly marks: ReadonlyMap<string, number>;
  readonly places: Grid;
  readonly filters: Grid;
  readonly filterShift: Grid;
  readonly first: Grid;
  readonly firstShift: Grid;
  readonly last: Grid;
  readonly lastShift: Grid;
  /** What the filters find in each word, worked out when it is first met. */
  readonly found: Map<number, Float32Array>;
}

/** Place of the words the net does not know. */
export const UNKNOWN = 0;

/** The net of a file. */
export function netOf(file: NetFile): Net {
  return {
    words: new Map(file.words.map((word, at) => [word, at + 1])),
    marks: new Map(file.marks.map((mark, at) => [mark, at])),
    places: gridOf(file.places),
    filters: gridOf(file.filters),
    filterShift: gridOf(file.filterShift),
    first: gridOf(file.first),
    firstShift: gridOf(file.firstShift),
    last: gridOf(file.last),
    lastShift: gridOf(file.lastShift),
    found: new Map(),
  };
}

/** The number of a word; of a negated one that is unknown as such, that of the word itself. */
export function numberOf(words: ReadonlyMap<string, number>, word: string): number {
  return words.get(word) ?? (word.startsWith('!') ? words.get(word.slice(1)) : undefined) ?? UNKNOWN;
}

/** How much a sentence says each class, as logarithms of probabilities. */
export function hear(net: Net, { before, own, after, marks }: Sight): Float64Array {
  const width = net.filters.columns;
  const place = net.places.columns;
  const input = new Float32Array(net.first.rows);
  const numbers = own.map((word) => numberOf(net.words, word));
  for (const word of numbers.length === 0 ? [UNKNOWN] : numbers) {
    const found = foundIn(net, word);
    for (let at = 0; at < width; at += 1) if ((found[at] ?? 0) > (input[at] ?? 0)) input[at] = found[at] ?? 0;
  }
  meanPlace(net, numbers.length === 0 ? [UNKNOWN] : numbers, input, width);
  meanPlace(
    net,
    before.map((word) => numberOf(net.words, word)),
    input,
    width + place,
  );
  meanPlace(
    net,
    after.map((word) => numberOf(net.words, word)),
    input,
    width + 2 * place,
  );
  for (const mark of marks) {
    const at = net.marks.get(mark);
    if (at !== undefined) input[width + 3 * place + at] = 1;
  }
  const hidden = layer(net.first, net.firstShift, input);
  for (let at = 0; at < hidden.length; at += 1) if ((hidden[at] ?? 0) < 0) hidden[at] = 0;
  return logShares(layer(net.last, net.lastShift, hidden));
}

/** What the filters find in a word: nothing, or how strongly. */
function foundIn(net: Net, word: number): Float32Array {
  const known = net.found.get(word);
  if (known !== undefined) return known;
  const { columns } = net.places;
  const found = layer(net.filters, net.filterShift, net.places.values.subarray(word * columns, (word + 1) * columns));
  net.found.set(word, found);
  return found;
}

/** Puts the mean place of some words into `input` from `from` on; nothing where there are none. */
function meanPlace(
  { places: { columns, values } }: Net,
  words: readonly number[],
  input: Float32Array,
  from: number,
): void {
  for (const word of words)
    for (let at = 0; at < columns; at += 1)
      input[from + at] = (input[from + at] ?? 0) + (values[word * columns + at] ?? 0) / words.length;
}

/** What a layer with a shift makes of its inputs. */
function layer(grid: Grid, shift: Grid, input: Float32Array): Float32Array {
  const out = shift.values.slice();
  addLayer(grid, input, out);
  return out;
}
