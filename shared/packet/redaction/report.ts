// The redaction log of a built packet: which pages, how many boxes, why and how they came about. Never the words.
import type { PacketPlan } from '../../model/packet.ts';
import { type Redaction, type RedactionLogRow, RedactionWhy } from '../../model/redaction.ts';
import { boxesOn } from './planned.ts';

/** What each reason is called. */
export const WHY_WORDS: Readonly<Record<RedactionWhy, string>> = {
  ssn: 'Social Security number',
  account: 'Account, card or chart number',
  'third-party': 'Another person',
  'birth-date': 'Date of birth',
  contact: 'Phone, mail or street',
  unrelated: 'Has nothing to do with this appeal',
  other: 'Other',
};

const BY = ['box', 'word', 'suggestion'] as const;

/** How a redaction came about. */
export const BY_WORDS: Readonly<Record<Redaction['by'], string>> = {
  box: 'drawn by hand',
  word: 'found by a word',
  suggestion: 'suggested by the app, taken by the user',
};

/** What composing told: where each exhibit page stands (from 1), and what is stamped on each page of the packet. */
export interface PlacedPages {
  readonly exhibitPages: readonly {
    readonly label: string;
    readonly documentId: string;
    readonly pageNumber: number;
    readonly packetPage: number;
  }[];
  readonly stamps: readonly string[];
}

/** The log of a plan as it was composed. */
export function redactionLog(
  plan: PacketPlan,
  redactions: readonly Redaction[],
  { exhibitPages, stamps }: PlacedPages,
): RedactionLogRow[] {
  const places = new Map<string, number>();
  return exhibitPages.flatMap(({ label, documentId, pageNumber, packetPage }): RedactionLogRow[] => {
    const place = (places.get(label) ?? 0) + 1;
    places.set(label, place);
    const boxes = boxesOn(plan, documentId, pageNumber).length;
    if (boxes === 0) return [];
    const own = redactions.filter(
      (each) => each.state === 'applied' && each.documentId === documentId && each.pageNumber === pageNumber,
    );
    const why = RedactionWhy.options.filter((option) => own.some((each) => each.why === option));
    const by = BY.filter((option) => own.some((each) => each.by === option));
    return [{ label, place, stamp: stamps[packetPage - 1] ?? '', boxes, why, by }];
  });
}

/** The log as plain text, one line for each page. */
export function redactionLogText(log: readonly RedactionLogRow[], title: string): string {
  const lines = log.map(
    ({ label, place, stamp, boxes, why, by }) =>
      `Exhibit ${label}, page ${place}, stamped ${stamp}: ${boxes} ${boxes === 1 ? 'box' : 'boxes'}; ${why.map((each) => WHY_WORDS[each]).join(', ')}; ${by.map((each) => BY_WORDS[each]).join(', ')}.`,
  );
  return [title, '', ...(lines.length === 0 ? ['Nothing is blacked out.'] : lines), ''].join('\n');
}
