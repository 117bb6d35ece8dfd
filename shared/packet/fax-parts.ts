// Which pages go into which transmission of a fax.

/** Parts of `pageCount` pages, one-based, inclusive: each with its cover sheet at most `perTransmission` pages; all in one when that is missing. */
export function faxParts(
  pageCount: number,
  perTransmission: number | undefined,
): readonly { readonly from: number; readonly to: number }[] {
  const room = perTransmission === undefined ? pageCount : Math.max(1, perTransmission - 1);
  return Array.from({ length: Math.ceil(pageCount / Math.max(1, room)) }, (_, index) => ({
    from: index * room + 1,
    to: Math.min(pageCount, (index + 1) * room),
  }));
}
