// A treatment of the record in words: only its own values.
import type { Treatment, TreatmentOutcome } from '../../../model/record.ts';

const OUTCOMES: Readonly<Record<TreatmentOutcome, string>> = {
  'no-response': 'no response',
  'partial-response': 'partial response',
  response: 'response',
  relapse: 'relapse',
  'not-tolerated': 'not tolerated',
  contraindicated: 'contraindicated',
  ongoing: 'going on',
  unknown: '',
};

/** “sertraline, 200 mg/d, 2019-02 to 2019-07, 22 wk, no response”. */
export function treatmentInWords(treatment: Treatment): string {
  const { name, dose, from, to, ongoing, length, outcome, outcomeWords } = treatment;
  const dates = from === undefined ? to : `${from}${to !== undefined ? ` to ${to}` : ongoing ? ' to now' : ''}`;
  return [name, dose, dates, length, outcomeWords ?? OUTCOMES[outcome]]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

const FAILED: ReadonlySet<TreatmentOutcome> = new Set<TreatmentOutcome>([
  'no-response',
  'partial-response',
  'relapse',
  'not-tolerated',
]);

/** It did not help enough, did not last, or could not be borne. */
export function hasFailed(treatment: Treatment): boolean {
  return FAILED.has(treatment.outcome);
}

/** Dose, dates or length, and result are all there. */
export function isComplete(treatment: Treatment): boolean {
  const timed = treatment.from !== undefined || treatment.length !== undefined;
  return treatment.dose !== undefined && timed && treatment.outcome !== 'unknown';
}

/** Words by which a criterion asks for treatments that failed. */
export const ASKS_FAILURE =
  /\bfail\w*|no response|not (?:\w+ )?(?:respond\w*|improv\w*)|inadequate|insufficient|without (?:\w+ ){0,2}(?:response|improvement|benefit)|refractory|resistan\w*|intoleran\w*|inability|unable to tolerate/i;
