// One lesson for the net that hears sentences: what it says of it, with words and inputs left out by chance so that it doesn't lean on single ones, and the
// slope of each of its numbers (backpropagation).
import { addLayer, type Grid } from '../../shared/reading/weigh/grid.ts';
import { CLASSES, softmax } from '../../shared/reading/weigh/model.ts';
import { UNKNOWN } from '../../shared/reading/weigh/net.ts';
import type { Slopes } from './adam.ts';

/** Coordinates of a word's place; filters, and values of the hidden layer. */
export const PLACE = 64;
export const WIDTH = 128;
/** Shares that are left out by chance: own words, coordinates of a word's place, inputs and hidden values. */
const LESS_WORDS = 0.08;
const LESS_PLACES = 0.2;
const LESS_INPUTS = 0.4;
/** How far an answer need not be sure. */
const UNSURE = 0.02;

/** Something for each grid of a net (shared/reading/weigh/net.ts says what they hold). */
export interface EachGrid<Kind> {
  readonly places: Kind;
  readonly filters: Kind;
  readonly filterShift: Kind;
  readonly first: Kind;
  readonly firstShift: Kind;
  readonly last: Kind;
  readonly lastShift: Kind;
}
export type Grids = EachGrid<Grid>;

/** Makes something of each grid. */
export function forEachGrid<From, To>(grids: EachGrid<From>, make: (grid: From) => To): EachGrid<To> {
  return {
    places: make(grids.places),
    filters: make(grids.filters),
    filterShift: make(grids.filterShift),
    first: make(grids.first),
    firstShift: make(grids.firstShift),
    last: make(grids.last),
    lastShift: make(grids.lastShift),
  };
}

/** A lesson with numbers for its words and marks. */
export interface Numbered {
  readonly own: Int32Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly marks: Int32Array;
  readonly label: number;
  readonly weight: number;
}

/** Goes forward and back through a net, lesson by lesson. */
export class NetLearner {
  readonly #net: Grids;
  readonly #slopes: EachGrid<Slopes>;
  readonly #chance: () => number;
  readonly #input: Float32Array;
  readonly #inputKept: Float32Array;
  readonly #inputSlope: Float32Array;
  readonly #found = new Float32Array(WIDTH);
  /** For each filter the word it found most in, or -1. */
  readonly #foundAt = new Int32Array(WIDTH);
  readonly #hidden = new Float32Array(WIDTH);
  readonly #hiddenKept = new Float32Array(WIDTH);
  readonly #hiddenSlope = new Float32Array(WIDTH);
  readonly #out = new Float64Array(CLASSES.length);

  constructor(net: Grids, slopes: EachGrid<Slopes>, chance: () => number) {
    this.#net = net;
    this.#slopes = slopes;
    this.#chance = chance;
    this.#input = new Float32Array(net.first.rows);
    this.#inputKept = new Float32Array(net.first.rows);
    this.#inputSlope = new Float32Array(net.first.rows);
  }

  /** Adds the slopes of a lesson, times its share of the batch. */
  learn(lesson: Numbered, share: number): void {
    const own = lesson.own.map((word) => (this.#chance() < LESS_WORDS ? UNKNOWN : word));
    const thinned = this.#thinned(own);
    const lists = [own, lesson.before, lesson.after];
    this.#input.fill(0);
    this.#find(own.length, thinned);
    lists.forEach((list, which) => void this.#putMean(list, WIDTH + which * PLACE));
    for (const mark of lesson.marks) this.#input[WIDTH + lists.length * PLACE + mark] = 1;
    this.#answer();
    this.#judge(lesson.label, share);
    this.#backToHidden();
    this.#backToInput();
    this.#backToWords(own, thinned);
    lists.forEach((list, which) => void this.#backToMean(list, WIDTH + which * PLACE));
  }

  /** 0 for what is left out; what is kept counts for it too. */
  #kept(left: number): number {
    return this.#chance() < left ? 0 : 1 / (1 - left);
  }

  /** The places of words, some coordinates left out. */
  #thinned(words: Int32Array): Float32Array {
    const { values } = this.#net.places;
    const thinned = new Float32Array(words.length * PLACE);
    words.forEach((word, which) => {
      for (let at = 0; at < PLACE; at += 1)
        thinned[which * PLACE + at] = (values[word * PLACE + at] ?? 0) * this.#kept(LESS_PLACES);
    });
    return thinned;
  }

  /** The most each filter finds in any word, and in which. */
  #find(words: number, thinned: Float32Array): void {
    const { filters, filterShift } = this.#net;
    const [input, found, foundAt] = [this.#input, this.#found, this.#foundAt];
    foundAt.fill(-1);
    for (let which = 0; which < words; which += 1) {
      found.set(filterShift.values);
      addLayer(filters, thinned.subarray(which * PLACE, (which + 1) * PLACE), found);
      for (let at = 0; at < WIDTH; at += 1) {
        if ((found[at] ?? 0) <= (input[at] ?? 0)) continue;
        input[at] = found[at] ?? 0;
        foundAt[at] = which;
      }
    }
  }

  #putMean(words: Int32Array, from: number): void {
    const { values } = this.#net.places;
    for (const word of words)
      for (let at = 0; at < PLACE; at += 1)
        this.#input[from + at] = (this.#input[from + at] ?? 0) + (values[word * PLACE + at] ?? 0) / words.length;
  }

  /** Both layers. */
  #answer(): void {
    const { first, firstShift, last, lastShift } = this.#net;
    const [input, inputKept, hidden, hiddenKept] = [this.#input, this.#inputKept, this.#hidden, this.#hiddenKept];
    for (let row = 0; row < input.length; row += 1) {
      inputKept[row] = input[row] === 0 ? 0 : this.#kept(LESS_INPUTS);
      input[row] = (input[row] ?? 0) * (inputKept[row] ?? 0);
    }
    hidden.set(firstShift.values);
    addLayer(first, input, hidden);
    for (let at = 0; at < WIDTH; at += 1) {
      hiddenKept[at] = (hidden[at] ?? 0) > 0 ? this.#kept(LESS_INPUTS) : 0;
      hidden[at] = (hidden[at] ?? 0) * (hiddenKept[at] ?? 0);
    }
    this.#out.set(lastShift.values);
    addLayer(last, hidden, this.#out);
  }

  /** How far each class's answer is from what it should be. */
  #judge(label: number, share: number): void {
    const out = this.#out;
    out.set(softmax(out));
    for (let at = 0; at < out.length; at += 1) {
      const wanted = (at === label ? 1 - UNSURE : 0) + UNSURE / out.length;
      out[at] = ((out[at] ?? 0) - wanted) * share;
    }
  }

  #backToHidden(): void {
    const { last, lastShift, firstShift } = this.#slopes;
    addTo(lastShift.values, this.#out);
    backThrough(this.#net.last, last, this.#hidden, this.#out, this.#hiddenKept, this.#hiddenSlope);
    addTo(firstShift.values, this.#hiddenSlope);
  }

  #backToInput(): void {
    backThrough(this.#net.first, this.#slopes.first, this.#input, this.#hiddenSlope, this.#inputKept, this.#inputSlope);
  }

  /** From the filters to the word each found most in. */
  #backToWords(own: Int32Array, thinned: Float32Array): void {
    const { places, filters, filterShift } = this.#slopes;
    for (let filter = 0; filter < WIDTH; filter += 1) {
      const slope = this.#inputSlope[filter] ?? 0;
      const which = this.#foundAt[filter] ?? -1;
      if (slope === 0 || which < 0) continue;
      const word = own[which] ?? UNKNOWN;
      filterShift.values[filter] = (filterShift.values[filter] ?? 0) + slope;
      places.touch(word);
      for (let at = 0; at < PLACE; at += 1) {
        const value = thinned[which * PLACE + at] ?? 0;
        if (value === 0) continue;
        const spot = at * WIDTH + filter;
        const back = (slope * (this.#net.filters.values[spot] ?? 0)) / (1 - LESS_PLACES);
        filters.values[spot] = (filters.values[spot] ?? 0) + slope * value;
        places.values[word * PLACE + at] = (places.values[word * PLACE + at] ?? 0) + back;
      }
    }
  }

  #backToMean(words: Int32Array, from: number): void {
    const { places } = this.#slopes;
    for (const word of words) {
      places.touch(word);
      for (let at = 0; at < PLACE; at += 1) {
        const spot = word * PLACE + at;
        places.values[spot] = (places.values[spot] ?? 0) + (this.#inputSlope[from + at] ?? 0) / words.length;
      }
    }
  }
}

/** Adds the slopes of a layer's weights, and puts those of its inputs into `slope`; inputs that are zero have none. */
function backThrough(
  { columns, values }: Grid,
  slopes: Slopes,
  input: Float32Array,
  wrong: Float32Array | Float64Array,
  kept: Float32Array,
  slope: Float32Array,
): void {
  for (let row = 0; row < input.length; row += 1) {
    const value = input[row] ?? 0;
    slope[row] = 0;
    if (value === 0) continue;
    const from = row * columns;
    let sum = 0;
    for (let at = 0; at < columns; at += 1) {
      const by = wrong[at] ?? 0;
      sum += (values[from + at] ?? 0) * by;
      slopes.values[from + at] = (slopes.values[from + at] ?? 0) + value * by;
    }
    slope[row] = sum * (kept[row] ?? 0);
  }
}

function addTo(to: Float32Array, values: Float32Array | Float64Array): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + (values[at] ?? 0);
}
