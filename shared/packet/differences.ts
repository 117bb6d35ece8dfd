// Differences between two versions of a packet, read from the plans they were built from. Pure.
import type { PacketDifferences } from '../model/differences.ts';
import type { Exhibit, PacketPlan } from '../model/packet.ts';
import type { PageBox, PageRedaction } from '../model/redaction.ts';
import { letterChanges } from './letter-changes.ts';
import { keptInOrder } from './sequence.ts';

/** What changed from one plan to the next. Exhibits are the same when they have the same key, whatever their letter or place. */
export function packetDifferences(before: PacketPlan, after: PacketPlan): PacketDifferences {
  const old = new Map(before.exhibits.map((exhibit) => [exhibit.key, exhibit]));
  const now = new Map(after.exhibits.map((exhibit) => [exhibit.key, exhibit]));
  const stayed = after.exhibits.flatMap((exhibit) => {
    const was = old.get(exhibit.key);
    return was === undefined ? [] : [{ was, is: exhibit }];
  });
  const inPlace = new Set(
    keptInOrder(
      before.exhibits.map(({ key }) => key).filter((key) => now.has(key)),
      stayed.map(({ is }) => is.key),
    ),
  );
  return {
    becameFinal: before.draft && !after.draft,
    becameDraft: !before.draft && after.draft,
    added: after.exhibits.filter(({ key }) => !old.has(key)).map(named),
    removed: before.exhibits.filter(({ key }) => !now.has(key)).map(named),
    moved: stayed
      .filter(({ is }) => !inPlace.has(is.key))
      .map(({ was, is }) => ({ ...named(is), labelBefore: was.label })),
    renamed: stayed
      .filter(({ was, is }) => was.title !== is.title)
      .map(({ was, is }) => ({ ...named(is), titleBefore: was.title })),
    repaged: stayed.flatMap(({ was, is }) => repaged(was, is)),
    redactions: redactionChanges(before.redactions, after),
    letter: [...letterChanges(before, after)],
    tables: tableChanges(before, after),
    settings: settingChanges(before, after),
  };
}

/** True when the two versions say the same. */
export function isSame(differences: PacketDifferences): boolean {
  return Object.values(differences).every((value) => (Array.isArray(value) ? value.length === 0 : !value));
}

function named({ label, title }: Exhibit) {
  return { label, title };
}

function repaged(was: Exhibit, is: Exhibit): PacketDifferences['repaged'] {
  const [before, after] = [new Set(was.pages), new Set(is.pages)];
  const added = is.pages.filter((page) => !before.has(page));
  const removed = was.pages.filter((page) => !after.has(page));
  const keptBefore = was.pages.filter((page) => after.has(page)).join();
  const reordered = keptBefore !== is.pages.filter((page) => before.has(page)).join();
  return added.length + removed.length === 0 && !reordered ? [] : [{ ...named(is), added, removed, reordered }];
}

/** Page by page of the papers; what is said of a page that left the packet is left out with it. */
function redactionChanges(before: readonly PageRedaction[], after: PacketPlan): PacketDifferences['redactions'] {
  const [old, now] = [boxesByPage(before), boxesByPage(after.redactions)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const page = is ?? was;
    if (page === undefined || was?.boxes === is?.boxes) return [];
    const exhibit = after.exhibits.find(
      ({ documentId, pages }) => documentId === page.documentId && pages.includes(page.pageNumber),
    );
    if (is === undefined && exhibit === undefined) return [];
    return [
      {
        documentId: page.documentId,
        pageNumber: page.pageNumber,
        ...(exhibit === undefined ? {} : { label: exhibit.label }),
        change: was === undefined ? ('added' as const) : is === undefined ? ('removed' as const) : ('changed' as const),
      },
    ];
  });
}

interface PageBoxes {
  readonly documentId: PageRedaction['documentId'];
  readonly pageNumber: number;
  /** Written so that equal boxes are equal text, in whatever order they were drawn. */
  readonly boxes: string;
}

function boxesByPage(redactions: readonly PageRedaction[]): ReadonlyMap<string, PageBoxes> {
  const pages = new Map<string, PageRedaction>();
  for (const redaction of redactions) {
    const key = `${redaction.documentId} ${redaction.pageNumber}`;
    pages.set(key, { ...redaction, boxes: [...(pages.get(key)?.boxes ?? []), ...redaction.boxes] });
  }
  return new Map(
    [...pages].map(([key, { documentId, pageNumber, boxes }]) => [
      key,
      { documentId, pageNumber, boxes: boxes.map(boxText).sort().join() },
    ]),
  );
}

function boxText({ x, y, w, h }: PageBox): string {
  return [x, y, w, h].map((value) => value.toFixed(1)).join(' ');
}

function tableChanges(before: PacketPlan, after: PacketPlan): PacketDifferences['tables'] {
  const old = new Map(before.tables.map((table) => [table.id, table]));
  const now = new Map(after.tables.map((table) => [table.id, table]));
  return [
    ...after.tables
      .filter((table) => JSON.stringify(old.get(table.id)) !== JSON.stringify(table))
      .map(({ id, title }) => ({ title, change: old.has(id) ? ('changed' as const) : ('added' as const) })),
    ...before.tables.filter(({ id }) => !now.has(id)).map(({ title }) => ({ title, change: 'removed' as const })),
  ];
}

function settingChanges(before: PacketPlan, after: PacketPlan): PacketDifferences['settings'] {
  const isNumber = (plan: PacketPlan) => /^\d/.test(plan.exhibits[0]?.label ?? '');
  const compared: readonly (readonly [PacketDifferences['settings'][number], (plan: PacketPlan) => unknown])[] = [
    ['preset', (plan) => plan.preset],
    ['labels', isNumber],
    ['stamping', (plan) => [plan.stamping.prefix, plan.stamping.start, plan.stamping.digits]],
    ['parts', (plan) => plan.parts],
    ['highlights', (plan) => [plan.marks.highlights, plan.highlights]],
    ['confidentiality', (plan) => plan.marks.confidentiality],
    ['title', (plan) => plan.title],
  ];
  return compared
    .filter(([, of]) => JSON.stringify(of(before)) !== JSON.stringify(of(after)))
    .map(([setting]) => setting);
}
