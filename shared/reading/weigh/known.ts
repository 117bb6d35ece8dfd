// What features are known by: names to learn from, or rows of a table, for which most names need not be put together.
import { oncePer } from '../../once-per.ts';
import type { Table } from './table.ts';

/** What features are known by; undefined for those nothing is known of. */
export interface Known<Key> {
  keyOf(name: string): Key | undefined;
  /** The key of `head`, `first`, a low line and `second` as one name. */
  keyOfPair(head: string, first: string, second: string): Key | undefined;
}

/** By their names, to learn from. */
export const BY_NAME: Known<string> = {
  keyOf: (name) => name,
  keyOfPair: (head, first, second) => `${head}${first}_${second}`,
};

/** By their rows in a table of weights, to be weighed: those without one say nothing. */
export const byRowOf = oncePer(
  (table: Table): Known<number> => ({
    keyOf: (name) => table.rowOf(name),
    keyOfPair: (head, first, second) => table.rowOfPair(head, first, second),
  }),
);
