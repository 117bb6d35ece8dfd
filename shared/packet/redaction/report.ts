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

/** How a redaction came about. */
export const BY_WORDS: Readonly<Record<Redaction['by'], string>> = {
  box: 'drawn by hand',
  word: 'found by a word',
  suggestion: 'suggested by the app, taken by the user',
};

/** The log of a plan as it was composed. `stampOf` gives the stamp of an exhibit's page, by its place from 1. */
export function redactionLog(
  plan: PacketPlan,
  redactions: readonly Redaction[],
  stampOf: (exhibit: PacketPlan['exhibits'][number], place: number) => string | undefined,
): RedactionLogRow[] {
  return plan.exhibits.flatMap((exhibit) =>
    exhibit.pages.flatMap((pageNumber, index): RedactionLogRow[] => {
      const { length } = boxesOn(plan, exhibit.documentId, pageNumber);
      if (length === 0) return [];
      const own = redactions.filter(
        (each) => each.state === 'applied' && each.documentId === exhibit.documentId && each.pageNumber === pageNumber,
      );
      return [
        {
          label: exhibit.label,
          place: index + 1,
          stamp: stampOf(exhibit, index + 1) ?? '',
          boxes: length,
          why: RedactionWhy.options.filter((why) => own.some((each) => each.why === why)),
          by: (['box', 'word', 'suggestion'] as const).filter((by) => own.some((each) => each.by === by)),
        },
      ];
    }),
  );
}

/** The log as plain text, one line for each page. */
export function redactionLogText(log: readonly RedactionLogRow[], title: string): string {
  const lines = log.map(
    ({ label, place, stamp, boxes, why, by }) =>
      `Exhibit ${label}, page ${place}, stamped ${stamp}: ${boxes} ${boxes === 1 ? 'box' : 'boxes'}; ${why.map((each) => WHY_WORDS[each]).join(', ')}; ${by.map((each) => BY_WORDS[each]).join(', ')}.`,
  );
  return [title, '', ...(lines.length === 0 ? ['Nothing is blacked out.'] : lines), ''].join('\n');
}
