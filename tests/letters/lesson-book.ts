// Lessons with the names of their features numbered, so that learning goes through numbers only: a hundred and seventy thousand sentences of eighty features.
import type { Example } from './examples.ts';

/** A sentence to learn from, its features by number. */
export interface Lesson {
  readonly at: Int32Array;
  readonly values: Float32Array;
  readonly label: number;
  readonly weight: number;
}

/** Numbers the names of features, the same name always alike, for all lessons that are learnt from together. */
export class LessonBook {
  readonly #numbers = new Map<string, number>();

  /** The lessons of some examples, which need not be kept after that. */
  lessons(examples: readonly Example[]): Lesson[] {
    return examples.map(({ features, label, weight }) => {
      const at = new Int32Array(features.size);
      const values = new Float32Array(features.size);
      let place = 0;
      for (const [name, value] of features) {
        at[place] = this.#numberOf(name);
        values[place] = value;
        place += 1;
      }
      return { at, values, label, weight };
    });
  }

  /** All names so far, in the order of their numbers. */
  names(): string[] {
    return [...this.#numbers.keys()];
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
