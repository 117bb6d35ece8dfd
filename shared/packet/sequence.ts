// What two sequences have in common, in the same order.

/** The longest run of items that stand in both lists in the same order (not necessarily side by side): the classic longest common subsequence. */
export function keptInOrder<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return commonPairs(before, after).map(([, at]) => after[at] as T);
}

/** The same as pairs of places, zero-based: [in `before`, in `after`]. Time and memory grow with the product of the lengths. */
export function commonPairs<T>(before: readonly T[], after: readonly T[]): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  // longest[i * width + j]: length of the longest common run of what follows from i and from j.
  const longest = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      longest[at] =
        before[i] === after[j]
          ? (longest[at + width + 1] ?? 0) + 1
          : Math.max(longest[at + width] ?? 0, longest[at + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const at = i * width + j;
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if ((longest[at + width] ?? 0) >= (longest[at + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
