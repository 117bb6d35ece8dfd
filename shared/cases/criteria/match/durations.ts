// Criteria about how long simpler care was tried: “six weeks of conservative therapy within the last six months”.
import type { Treatment } from '../../../model/record.ts';
import { type CaseAtHand, factsOf, type Part } from './ask.ts';
import { dayNumber, NUMBER, weeksIn, weeksOf } from './numbers.ts';
import { ASKS_FAILURE, hasFailed, treatmentInWords } from './treatment-words.ts';

const ASKED = new RegExp(
  `\\b(${NUMBER}[\\s-]*(?:weeks?|months?))(?:[\\s-]course)?(?: of)? (?:[\\w-]+ ){0,5}?(?:care|therapy|treatment|management|exercises?|measures)\\b`,
  'i',
);
const WITHIN = new RegExp(
  `\\b(?:within|in|during) the (?:last|past|previous|prior) (${NUMBER}[\\s-]*(?:weeks?|months?|years?))`,
  'i',
);
const WORDS =
  /^(weeks?|months?|years?|course|conservative\w*|care|therapy|treatments?|management|measures|exercises?|clinician|directed|physician|supervised|provider|fail\w*|respon\w*|not|improve\w*|inadequate|without|within|last|past|previous|prior|least|manual|medications?|activity|changes|physical|after|six|no|has|have|low|back|pain)$/i;

/** The longest simpler care of the record against the time asked for. */
export function matchDuration(text: string, at: CaseAtHand): Part | undefined {
  const asked = ASKED.exec(text);
  const weeks = asked === null ? undefined : weeksIn(asked[1]!);
  if (weeks === undefined || /antidepress|psychotherap/i.test(text)) return undefined;
  const within = WITHIN.exec(text);
  const rows = at.treatments.filter(({ kind, outcome }) => kind !== 'hospital' && outcome !== 'contraindicated');
  const timed = rows.flatMap((row) => {
    const length = weeksOf(row, at.day);
    return length === undefined ? [] : [{ row, length }];
  });
  const long = timed.filter(({ length }) => length >= weeks - 0.5);
  const fit = long.filter(
    ({ row }) => recent(row, within?.[1], at.day) && (!ASKS_FAILURE.test(text) || hasFailed(row)),
  );
  const shown = (fit.length > 0 ? fit : timed).map(({ row }) => row);
  const longest = Math.max(0, ...timed.map(({ length }) => length));
  return {
    state:
      fit.length > 0
        ? 'met'
        : rows.length === 0
          ? 'not-shown'
          : timed.length === rows.length && long.length === 0
            ? 'not-met'
            : 'unclear',
    facts: factsOf(shown.slice(0, 4), treatmentInWords),
    why:
      rows.length === 0
        ? 'No such care is on the treatment history yet'
        : timed.length === 0
          ? 'The pages do not tell how long the care lasted'
          : `The longest care on the treatment history lasted about ${Math.round(longest)} weeks; asked: ${Math.round(weeks)}`,
    covers: WORDS,
  };
}

function recent(row: Treatment, span: string | undefined, day: string | undefined): boolean {
  const weeks = span === undefined ? undefined : weeksIn(span);
  if (weeks === undefined) return true;
  if (row.ongoing) return true;
  const end = row.to === undefined ? undefined : dayNumber(row.to, 'first');
  const now = day === undefined ? undefined : dayNumber(day, 'first');
  return end !== undefined && now !== undefined && now - end <= weeks * 7;
}
