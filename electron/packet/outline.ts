// Bookmarks: letter with its headings, reasons and answers, index, exhibits.
import { type PDFContext, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';
import type { PacketPlan } from '../../shared/model/packet.ts';
import { exhibitHeading, letterName } from '../../shared/packet/labels.ts';
import type { PlacedMark } from './layout/paginate.ts';
import type { Slot } from './numbering.ts';

/** One bookmark. `packetPage` is one-based. */
export interface OutlineEntry {
  readonly title: string;
  readonly packetPage: number;
  readonly children: readonly OutlineEntry[];
}

/** The bookmarks of a packet. */
export function outlineOf(
  plan: PacketPlan,
  slots: readonly Slot[],
  front: { readonly marks: readonly PlacedMark[]; readonly tableStarts: readonly number[] },
): readonly OutlineEntry[] {
  const pageOf = (matches: (slot: Slot) => boolean) => slots.findIndex(matches) + 1;
  const first = (kind: Slot['kind']) => pageOf((slot) => slot.kind === kind);
  const headings = front.marks.flatMap(({ mark, sheet }): readonly OutlineEntry[] =>
    mark.kind === 'heading'
      ? [
          {
            title: mark.text,
            packetPage: pageOf((slot) => slot.kind === 'letter' && slot.sheet === sheet),
            children: [],
          },
        ]
      : [],
  );
  const exhibits = plan.exhibits.map((exhibit) => ({
    title: exhibitHeading(exhibit),
    packetPage: pageOf((slot) => slot.kind === 'tab' && slot.exhibit === exhibit),
    children: [],
  }));
  const tables = plan.tables.map((table, index) => ({
    title: table.title,
    packetPage: pageOf((slot) => slot.kind === 'tables' && slot.sheet === front.tableStarts[index]),
    children: [],
  }));
  const entries: readonly OutlineEntry[] = [
    { title: 'Cover sheet', packetPage: first('cover'), children: [] },
    { title: letterName(plan.preset), packetPage: first('letter'), children: headings },
    { title: 'Reasons and answers', packetPage: first('matrix'), children: [] },
    { title: 'Index of exhibits', packetPage: first('index'), children: [] },
    ...tables,
    { title: 'Exhibits', packetPage: first('tab'), children: exhibits },
  ];
  return entries.filter((entry) => entry.packetPage > 0).toSorted((a, b) => a.packetPage - b.packetPage);
}

/** Writes the bookmarks, all of them unfolded. `pages` are the packet's page references. */
export function writeOutline(context: PDFContext, entries: readonly OutlineEntry[], pages: readonly PDFRef[]): PDFRef {
  const root = context.nextRef();
  const { first, last, count } = writeLevel(context, entries, root, pages);
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }));
  return root;
}

interface Level {
  readonly first: PDFRef | undefined;
  readonly last: PDFRef | undefined;
  /** Entries shown, those below included. */
  readonly count: number;
}

function writeLevel(
  context: PDFContext,
  entries: readonly OutlineEntry[],
  parent: PDFRef,
  pages: readonly PDFRef[],
): Level {
  const refs = entries.map(() => context.nextRef());
  let count = entries.length;
  entries.forEach((entry, index) => {
    const ref = refs[index];
    const page = pages[entry.packetPage - 1];
    if (ref === undefined || page === undefined) return;
    const dict = context.obj({ Parent: parent, Dest: [page, 'XYZ', null, null, null] });
    dict.set(PDFName.of('Title'), PDFHexString.fromText(entry.title));
    const previous = refs[index - 1];
    const next = refs[index + 1];
    if (previous !== undefined) dict.set(PDFName.of('Prev'), previous);
    if (next !== undefined) dict.set(PDFName.of('Next'), next);
    if (entry.children.length > 0) {
      const below = writeLevel(context, entry.children, ref, pages);
      if (below.first !== undefined) dict.set(PDFName.of('First'), below.first);
      if (below.last !== undefined) dict.set(PDFName.of('Last'), below.last);
      dict.set(PDFName.of('Count'), context.obj(below.count));
      count += below.count;
    }
    context.assign(ref, dict);
  });
  return { first: refs[0], last: refs.at(-1), count };
}
