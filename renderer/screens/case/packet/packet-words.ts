// What the packet's screen calls things.
import type { PreviewPage } from '../../../../shared/model/packet.ts';
import type { FrontPart, Marks } from '../../../../shared/model/packet-setup.ts';
import type { PacketPart } from '../../../navigation/routes.ts';

export const PART_NAMES: Readonly<Record<PacketPart, string>> = {
  setup: 'Set up',
  preview: 'Preview',
  redactions: 'Black out',
  versions: 'Versions and copies',
  review: 'Review',
};

export const FRONT_NAMES: Readonly<Record<FrontPart, string>> = {
  cover: 'Cover sheet',
  letter: 'Appeal letter',
  matrix: 'Reasons and answers',
  index: 'Index of exhibits',
  tables: 'Tables of the case',
};

export const FRONT_MEANINGS: Readonly<Record<FrontPart, string>> = {
  cover: 'To whom, from whom, about what, how many pages. Needed for a fax.',
  letter: 'Each reason of the denial with your answer and the pages that prove it.',
  matrix: 'One row for each reason: where the denial gives it, where it is answered, what proves it.',
  index: 'Each exhibit with its title, date and page numbers.',
  tables: 'Criteria, treatments, scores and chronology, as chosen here.',
};

export const MARK_NAMES: Readonly<Record<Marks['highlights'], string>> = {
  none: 'Leave the pages as they are',
  highlight: 'Mark the cited words in colour',
  'highlight-and-notes': 'Mark them, and note the reason beside them',
};

/** What stands on a page of the packet: “Appeal letter”, “Tab sheet of exhibit C”, “Exhibit C: Visit note”. */
export function pageName({ kind, label, title }: PreviewPage): string {
  if (kind === 'tab') return `Tab sheet of exhibit ${label}`;
  if (kind === 'exhibit') return `Exhibit ${label}: ${title}`;
  return FRONT_NAMES[kind];
}

/** Places worth jumping to: the first page (one-based) of each part and exhibit. */
export function startsOf(pages: readonly PreviewPage[]): readonly { readonly page: number; readonly name: string }[] {
  return pages.flatMap((page, index) => {
    const before = pages[index - 1];
    if (page.kind === 'exhibit') return [];
    if (page.kind === 'tab') return [{ page: index + 1, name: `Exhibit ${page.label}: ${page.title}` }];
    return before?.kind === page.kind ? [] : [{ page: index + 1, name: FRONT_NAMES[page.kind] }];
  });
}

/**
 * Where the page that stood at `at` (one-based) of `before` stands in `now`: the packet is laid out anew with each change, and somebody who looks at
 * a page goes on looking at it. `at` itself, or the last page, when it is not there any more.
 */
export function whereNow(before: readonly PreviewPage[], at: number, now: readonly PreviewPage[]): number {
  if (before === now) return at;
  const wanted = idsOf(before)[at - 1] ?? '';
  const found = idsOf(now).indexOf(wanted);
  return found < 0 ? Math.min(at, now.length) : found + 1;
}

/** One for each page: its part or exhibit, and which page of it. */
function idsOf(pages: readonly PreviewPage[]): readonly string[] {
  const counts = new Map<string, number>();
  return pages.map(({ kind, key, documentId, pageNumber }) => {
    const base = [kind, key, documentId, pageNumber].join(' ');
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return `${base} ${count}`;
  });
}

/**
 * The page (one-based) somebody means who types a stamp, its number without prefix or zeros, or “A 3” for a page of an exhibit; undefined
 * when there is none.
 */
export function pageMeant(typed: string, pages: readonly PreviewPage[]): number | undefined {
  const text = typed.trim().toUpperCase();
  if (text === '') return undefined;
  const at = (matches: (page: PreviewPage) => boolean) => {
    const found = pages.findIndex(matches);
    return found < 0 ? undefined : found + 1;
  };
  const stamped = at(({ stamp }) => stamp.toUpperCase() === text);
  if (stamped !== undefined) return stamped;
  if (/^\d+$/.test(text)) return at(({ stamp }) => Number(/\d+$/.exec(stamp)?.[0]) === Number(text));
  const [, label, place] = /^(?:EX\.?|EXHIBIT)?\s*([A-Z]{1,3}|\d+)[\s,-]+(?:P\.?\s*)?(\d+)$/.exec(text) ?? [];
  if (label === undefined) return at(({ kind, label: own }) => kind === 'tab' && own === text);
  const tab = at(({ kind, label: own }) => kind === 'tab' && own === label);
  const page = tab === undefined ? undefined : tab + Number(place);
  return page !== undefined && pages[page - 1]?.kind === 'exhibit' && pages[page - 1]?.label === label
    ? page
    : undefined;
}
