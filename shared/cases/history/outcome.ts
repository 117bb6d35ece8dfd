// How a treatment went, from the words of the page.
import type { TreatmentOutcome } from '../../model/record.ts';
import type { TreatmentRules } from '../../rules/care-schema.ts';
import { holds, placesOf } from './phrases.ts';
import type { Part } from './span-text.ts';

/** A word that tells how it went: where it stands and what it means. */
export interface OutcomeHit extends Part {
  readonly outcome: TreatmentOutcome;
}

/** “62 % relief”, “< 25 %”, “less than 50% improvement”. */
const PERCENT =
  /(?<less><|less than|under|below|only|at most|up to)? ?(?<percent>\d{1,3}) ?(?:%|percent|per cent) ?(?:of )?(?:pain )?(?<of>relief|improvement|improved|reduction|better|response|benefit|decrease|clearance|resolution)?/g;

/** The words in a text (any case) that tell how it went, in order. `results`: bare words such as “none” count too. */
export function outcomeHits(text: string, rules: TreatmentRules, results: boolean): OutcomeHit[] {
  const lower = text.toLowerCase();
  const all = rules.outcomes.flatMap(({ outcome, phrases, inResults }) =>
    [...placesOf(lower, phrases), ...(results && inResults !== undefined ? placesOf(lower, inResults) : [])].map(
      (place): OutcomeHit => ({ ...place, outcome: outcome === 'response' ? heard(lower, place, rules) : outcome }),
    ),
  );
  const named = [...all, ...percentHits(lower, results)]
    .filter((hit) => !negated(lower, hit, rules))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const kept: OutcomeHit[] = [];
  for (const hit of named) if (!kept.some((other) => hit.from < other.to && other.from < hit.to)) kept.push(hit);
  if (kept.length === 0 || results) kept.push(...sideEffectHits(lower, rules, results && kept.length === 0));
  return kept.sort((a, b) => a.from - b.from);
}

/** A good word behind a negation is none: “has not improved”. */
function heard(lower: string, { from }: Part, rules: TreatmentRules): TreatmentOutcome {
  return holds(wordsBefore(lower, from, 4), rules.negations) || /n't\b/.test(wordsBefore(lower, from, 3))
    ? 'no-response'
    : 'response';
}

/** “no side effects”, “did not fail”, “without relapse”. */
function negated(lower: string, hit: OutcomeHit, rules: TreatmentRules): boolean {
  if (hit.outcome === 'no-response' || hit.outcome === 'response' || hit.outcome === 'contraindicated') return false;
  return holds(wordsBefore(lower, hit.from, 2), rules.negations);
}

function wordsBefore(lower: string, from: number, count: number): string {
  const clause =
    lower
      .slice(0, from)
      .split(/[.;:,(]/)
      .at(-1) ?? '';
  return clause.trim().split(/\s+/).slice(-count).join(' ');
}

function percentHits(lower: string, results: boolean): OutcomeHit[] {
  return [...lower.matchAll(PERCENT)].flatMap((match): OutcomeHit[] => {
    const { less, percent, of } = match.groups!;
    if (of === undefined && !(results && less === '<')) return [];
    const value =
      Number(percent) - (less === '<' || less === 'less than' || less === 'under' || less === 'below' ? 1 : 0);
    if (value > 100) return [];
    const outcome = value < 25 ? 'no-response' : value < 50 ? 'partial-response' : 'response';
    const lead = match[0].length - match[0].trimStart().length;
    return [{ from: match.index + lead, to: match.index + match[0].trimEnd().length, outcome }];
  });
}

/** Named beside “stopped” or alone, a side effect means that it was not tolerated. */
function sideEffectHits(lower: string, rules: TreatmentRules, results: boolean): OutcomeHit[] {
  const stopped = /\b(?:stopp?ed|stop|dis?continued|dc'd|d\/c'?d?|quit|withdrawn|caused|due to|because of)\b/.test(
    lower,
  );
  if (!stopped && !results) return [];
  return placesOf(lower, rules.sideEffects)
    .filter((place) => !holds(wordsBefore(lower, place.from, 2), rules.negations))
    .map((place) => ({ ...place, outcome: 'not-tolerated' as const }));
}

/** What the words mean together. */
export function outcomeOf(hits: readonly OutcomeHit[]): TreatmentOutcome {
  const has = (outcome: TreatmentOutcome) => hits.some((hit) => hit.outcome === outcome);
  // “a higher dose was contraindicated” stands beside how it went; alone it means the treatment itself
  if (has('contraindicated') && !has('no-response') && !has('partial-response') && !has('relapse'))
    return 'contraindicated';
  const first = hits.find(({ outcome }) => outcome !== 'response' && outcome !== 'contraindicated');
  if (first?.outcome === 'not-tolerated' && has('no-response')) return 'no-response';
  if (first !== undefined) return first.outcome;
  return hits.length > 0 ? 'response' : 'unknown';
}
