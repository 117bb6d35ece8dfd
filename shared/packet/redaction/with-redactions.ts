// The last step of a plan: what is blacked out, no highlight under it, and a warning for each place where blacked-out words still stand.
import type { FullDocument } from '../../model/document.ts';
import type { PacketPlan, Problem } from '../../model/packet.ts';
import type { Redaction } from '../../model/redaction.ts';
import { type RedactionLeak, redactionLeaks } from './leaks.ts';
import { marksBesideRedactions, plannedRedactions } from './planned.ts';

/** The plan with the redactions of its case. Doing it twice changes nothing. */
export function withRedactions(
  plan: PacketPlan,
  redactions: readonly Redaction[],
  documents: ReadonlyMap<string, FullDocument>,
): PacketPlan {
  const planned = plannedRedactions(redactions, plan.exhibits, documents);
  const highlights = marksBesideRedactions(plan.highlights, planned);
  const redacted = { ...plan, redactions: planned, highlights };
  const others = plan.problems.filter(({ code }) => code !== 'redacted-words-remain');
  return { ...redacted, problems: [...others, ...redactionProblems(redactionLeaks(redacted, documents))] };
}

/** One warning for each place, whatever the number of words there. The words themselves are not told. */
function redactionProblems(leaks: readonly RedactionLeak[]): Problem[] {
  const places = new Map(leaks.map((leak) => [leak.place, leak]));
  return [...places.values()].map(({ place, documentId, pageNumber }) => ({
    code: 'redacted-words-remain',
    severity: 'warns',
    sentence: `Words that you blacked out still stand in ${place}. Black them out there too, or take them out, if they must not be read.`,
    go: { at: 'redactions' },
    ...(documentId !== undefined && { documentId }),
    ...(pageNumber !== undefined && { pageNumber }),
  }));
}
