// What a paper of words holds, whatever its format.

/** The text as it is laid out later, and the bytes of pictures that stand in it: where one is shown the text has its mark (`inner-pictures.ts`) or nothing. */
export interface TextContent {
  readonly text: string;
  readonly pictures: readonly Uint8Array[];
}
