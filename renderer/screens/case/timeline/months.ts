// The chronology in groups: one for each month, in order of time.
import type { EventKind, TimelineEvent } from '../../../../shared/model/record.ts';
import { grouped } from '../../../wording/grouped.ts';
import { partialDate } from '../../../wording/partial-date.ts';

export interface Month {
  /** `YYYY-MM`, or `YYYY` for lines whose month is not known. */
  readonly id: string;
  readonly name: string;
  readonly events: readonly TimelineEvent[];
}

/** Groups the lines by month; within a month they keep their order. Lines of a year without a month come before its months. */
export function byMonth(events: readonly TimelineEvent[]): Month[] {
  const groups = grouped(events, ({ on }) => on.slice(0, 7));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, members]) => ({
      id,
      name: id.length === 4 ? `${id}, month not known` : partialDate(id),
      events: members,
    }));
}

/** The kinds that occur, in the order they first occur, each with how often. */
export function kindsIn(events: readonly TimelineEvent[]): { readonly kind: EventKind; readonly count: number }[] {
  return [...new Set(events.map(({ kind }) => kind))].map((kind) => ({
    kind,
    count: events.filter((event) => event.kind === kind).length,
  }));
}

const LINE = /^(paper|care|entry|told|treatment|score|typed)\//;

/** Lines that were taken out of the chronology, among all rows the user took out. */
export function linesTakenOut(hidden: readonly string[]): string[] {
  return hidden.filter((id) => LINE.test(id));
}

/** What a line that was taken out was about, as far as its id tells. */
export function takenOutName(id: string, titles: Readonly<Record<string, string>>): string {
  const [kind = '', first = '', page = ''] = id.split('/');
  const title = titles[first];
  if (kind === 'care') return `Care on ${partialDate(first)}`;
  if (kind === 'typed') return 'A note of yours';
  if (title === undefined) return kind === 'score' ? 'A score' : kind === 'treatment' ? 'A treatment' : 'A line';
  return kind === 'paper' || page === '' ? title : `A line of ${title}, p. ${page}`;
}
