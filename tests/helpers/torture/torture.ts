// What a torture source is: a made-up PDF, and what must be seen on each of its pages.

export interface Torture {
  readonly name: string;
  /** A name for each page; words of it that stand on the page are looked for in the packet, too. */
  readonly pages: readonly string[];
  /** Makes the file. */
  readonly make: () => Promise<Uint8Array>;
  /** A whole file that looks the same, for one that the program the tests draw with can't open. */
  readonly looksLike?: () => Promise<Uint8Array>;
  /** Words that must not come along. */
  readonly never?: readonly string[];
  /** Pages on which the program the tests draw with makes up looks of its own: places and line widths differ a little. */
  readonly madeUp?: readonly string[];
}
