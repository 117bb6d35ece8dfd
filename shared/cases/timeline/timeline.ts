// The chronology of a case: one dated line each, from all its papers and everything the user noted, in order of time.
import type { Case } from '../../model/case.ts';
import type { FullDocument } from '../../model/document.ts';
import type { Score, TimelineEvent, Treatment } from '../../model/record.ts';
import { relatedPapers } from '../related.ts';
import { logEntries, toldEvents } from './dated-entries.ts';
import { BARE_CARE, careEvents, paperEvents } from './paper-events.ts';
import { typedEvents } from './typed-events.ts';

/**
 * The chronology. Every event that was read names its words; events the user took out (`record.hidden`) are left out. `letterNames` gives the name
 * of a kind of letter.
 */
export function timelineOf(input: {
  readonly case: Case;
  readonly documents: readonly FullDocument[];
  readonly treatments: readonly Treatment[];
  readonly scores: readonly Score[];
  readonly letterNames: (kind: string) => string;
}): TimelineEvent[] {
  const papers = relatedPapers(input.case, input.documents);
  const read = [
    ...paperEvents(papers),
    ...treatmentEvents(input.treatments),
    ...scoreEvents(input.scores),
    ...logEntries(papers),
    ...toldEvents(papers),
    ...careEvents(papers),
  ];
  const hidden = new Set(input.case.record.hidden);
  return [...withoutRepeats(read), ...typedEvents(input.case, input.letterNames)]
    .filter((event) => !hidden.has(event.id))
    .sort((a, b) => a.on.localeCompare(b.on) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER = ['treatment', 'care', 'score', 'claim', 'letter', 'call', 'submission', 'money', 'deadline', 'other'];

function treatmentEvents(treatments: readonly Treatment[]): TimelineEvent[] {
  return treatments.flatMap((row): TimelineEvent[] => {
    if (row.from === undefined) return [];
    const parts = [row.name, row.dose, row.length, row.outcomeWords].filter((part) => part !== undefined);
    return [
      {
        id: `treatment/${row.id}`,
        on: row.from,
        ...(row.to !== undefined && row.to !== row.from && { until: row.to }),
        kind: 'treatment',
        what: parts.join(', '),
        ...(row.source && { source: row.source }),
        byUser: row.byUser,
      },
    ];
  });
}

function scoreEvents(scores: readonly Score[]): TimelineEvent[] {
  return scores.flatMap((row): TimelineEvent[] => {
    if (row.on === undefined) return [];
    return [
      {
        id: `score/${row.id}`,
        on: row.on,
        kind: 'score',
        what: `${row.scale === 'pain' ? 'Pain score' : row.scale} ${row.value}${row.moment === undefined ? '' : `, ${row.moment}`}`,
        ...(row.source && { source: row.source }),
        byUser: row.byUser,
      },
    ];
  });
}

function hasOther(events: readonly TimelineEvent[], event: TimelineEvent): boolean {
  return events.some((other) => other !== event && other.on === event.on && other.kind !== 'money');
}

/** Events whose words lie within those of another event of the same day say the same; a day of care is left out when the same day is told better. */
function withoutRepeats(events: readonly TimelineEvent[]): TimelineEvent[] {
  return events.filter((event, index) => {
    const { source } = event;
    if (source === undefined) return true;
    // That there was care is said better by whatever else the day has.
    if (event.id.startsWith('care/') && event.what.startsWith(BARE_CARE) && hasOther(events, event)) return false;
    return !events.some((other, at) => {
      if (at === index || other.source === undefined || other.on !== event.on) return false;
      if (other.source.documentId !== source.documentId || other.source.proof.pageNumber !== source.proof.pageNumber)
        return false;
      const inside = other.source.proof.from <= source.proof.from && source.proof.to <= other.source.proof.to;
      const same = other.source.proof.from === source.proof.from && other.source.proof.to === source.proof.to;
      return same ? at < index : inside && event.kind !== 'score' && event.kind !== 'treatment';
    });
  });
}
