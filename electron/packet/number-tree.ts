// Number trees (ISO 32000-1, 7.9.7): balanced, so that a viewer finds an entry among many thousands quickly.
import { type PDFContext, PDFDict, PDFName, type PDFObject, type PDFRef } from 'pdf-lib';

/** Entries of a leaf, and children of a node. */
const FAN = 64;

interface Node {
  readonly ref: PDFRef;
  readonly from: number;
  readonly to: number;
}

/** Writes the tree of entries that stand in the order of their numbers, and gives its root. */
export function writeNumberTree(context: PDFContext, entries: readonly (readonly [number, PDFObject])[]): PDFRef {
  let level = chunks(entries).map((chunk): Node => {
    const nums = chunk.flatMap(([number, value]) => [context.obj(number), value]);
    const limits = { from: chunk[0]?.[0] ?? 0, to: chunk.at(-1)?.[0] ?? 0 };
    return { ref: context.register(context.obj({ Nums: nums })), ...limits };
  });
  if (level.length === 0) return context.register(context.obj({ Nums: [] }));
  while (level.length > 1) {
    level = chunks(level).map((kids): Node => {
      for (const { ref, from, to } of kids) limit(context, ref, from, to);
      const ref = context.register(context.obj({ Kids: kids.map((kid) => kid.ref) }));
      return { ref, from: kids[0]?.from ?? 0, to: kids.at(-1)?.to ?? 0 };
    });
  }
  return level[0]?.ref ?? context.nextRef();
}

/** Every node but the root tells its least and its greatest number. */
function limit(context: PDFContext, ref: PDFRef, from: number, to: number): void {
  const dict = context.lookup(ref);
  if (dict instanceof PDFDict) dict.set(PDFName.of('Limits'), context.obj([from, to]));
}

function chunks<Entry>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  return Array.from({ length: Math.ceil(entries.length / FAN) }, (_, index) =>
    entries.slice(index * FAN, (index + 1) * FAN),
  );
}
