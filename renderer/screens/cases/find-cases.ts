// Finds, orders and groups cases for the list.
import type { CaseSummary } from '../../../shared/model/case.ts';
import type { CaseStatus } from '../../../shared/model/diary.ts';
import { grouped } from '../../wording/grouped.ts';

export interface CaseFilter {
  /** Words that must all occur, in any case of letters. */
  readonly text: string;
  /** Any state when missing. */
  readonly status: CaseStatus | undefined;
}

/** The cases that fit, by their next date; those without a date last. */
export function findCases(cases: readonly CaseSummary[], { text, status }: CaseFilter): CaseSummary[] {
  const words = text
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter((word) => word !== '');
  return cases
    .filter((item) => status === undefined || item.status === status)
    .filter((item) => {
      const all = [item.title, item.patient, item.payer, item.claims].join(' ').toLocaleLowerCase('en');
      return words.every((word) => all.includes(word));
    })
    .sort((a, b) => nextDay(a).localeCompare(nextDay(b)) || a.title.localeCompare(b.title, 'en'));
}

/** The day a case is next to be looked at. */
function nextDay({ next, deadline, status }: CaseSummary): string {
  return next?.on ?? (status === 'preparing' ? deadline : undefined) ?? '9999';
}

export interface PatientGroup {
  /** Missing for cases whose patient is not known. */
  readonly patient: string | undefined;
  readonly cases: readonly CaseSummary[];
}

/** The cases by patient, in the order in which each first occurs; names that differ only in case or spaces are one person. */
export function byPatient(cases: readonly CaseSummary[]): PatientGroup[] {
  const key = ({ patient = '' }: CaseSummary) => patient.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
  return [...grouped(cases, key).values()].map((members) => ({
    patient: members.find(({ patient }) => patient !== undefined && patient.trim() !== '')?.patient,
    cases: members,
  }));
}
