// Where something sensitive stands on a page.

/** Words `from` (inclusive) to `to` (exclusive) of the page. */
export interface Place {
  readonly from: number;
  readonly to: number;
}
