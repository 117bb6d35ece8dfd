// Names for the places of a packet that other files and letters may point at: `exC` for an exhibit's tab sheet, `p0047` for a page.
import { type PDFContext, PDFDict, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import type { Slot } from './numbering.ts';

/** Entries of a leaf, and children of a node. */
const FAN = 64;

interface Node {
  readonly ref: PDFRef;
  readonly first: string;
  readonly last: string;
}

/** Page (one-based) of each name. Page names count the pages of the file, in four digits or as many as the last page needs. */
export function placeNames(slots: readonly Slot[]): ReadonlyMap<string, number> {
  const digits = Math.max(4, String(slots.length).length);
  const tabs = slots.flatMap((slot, index) =>
    slot.kind === 'tab' ? [[`ex${slot.exhibit.label}`, index + 1] as const] : [],
  );
  const pages = slots.map((_, index) => [`p${String(index + 1).padStart(digits, '0')}`, index + 1] as const);
  return new Map([...tabs, ...pages]);
}

/** Writes the names as a balanced tree (ISO 32000-1, 7.9.6), sorted by their bytes, and gives its root. `pages` are the packet's page references. */
export function writeNameTree(
  context: PDFContext,
  names: ReadonlyMap<string, number>,
  pages: readonly PDFRef[],
): PDFRef {
  const sorted = [...names].toSorted(([a], [b]) => (a < b ? -1 : 1));
  let level = chunks(sorted).map((chunk): Node => {
    const entries = chunk.flatMap(([name, page]) => [
      PDFString.of(name),
      context.obj([pages[page - 1] ?? null, 'XYZ', null, null, null]),
    ]);
    const ref = context.register(context.obj({ Names: entries }));
    return { ref, first: chunk[0]?.[0] ?? '', last: chunk.at(-1)?.[0] ?? '' };
  });
  while (level.length > 1) {
    level = chunks(level).map((kids): Node => {
      for (const kid of kids) limit(context, kid);
      const ref = context.register(context.obj({ Kids: kids.map((kid) => kid.ref) }));
      return { ref, first: kids[0]?.first ?? '', last: kids.at(-1)?.last ?? '' };
    });
  }
  return level[0]?.ref ?? context.register(context.obj({ Names: [] }));
}

/** Every node but the root tells its first and its last name. */
function limit(context: PDFContext, { ref, first, last }: Node): void {
  const dict = context.lookup(ref);
  if (dict instanceof PDFDict) dict.set(PDFName.of('Limits'), context.obj([PDFString.of(first), PDFString.of(last)]));
}

function chunks<Entry>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  return Array.from({ length: Math.ceil(entries.length / FAN) }, (_, index) =>
    entries.slice(index * FAN, (index + 1) * FAN),
  );
}
