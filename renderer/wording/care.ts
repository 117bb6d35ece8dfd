// Plain words for care: treatments, how they went, scores, and the pages that need care.
import type { SensitivePage } from '../../shared/model/diary.ts';
import type { PartialDate, ScaleId, Treatment, TreatmentKind, TreatmentOutcome } from '../../shared/model/record.ts';
import { partialDate } from './partial-date.ts';

/** Kinds of treatment in the order they are shown, each with the name of one and of several. */
export const TREATMENT_KINDS: readonly { readonly id: TreatmentKind; readonly one: string; readonly many: string }[] = [
  { id: 'drug', one: 'Medicine', many: 'Medicines' },
  { id: 'therapy', one: 'Therapy', many: 'Therapies' },
  { id: 'procedure', one: 'Procedure', many: 'Procedures' },
  { id: 'hospital', one: 'Hospital stay', many: 'Hospital stays' },
  { id: 'device', one: 'Device', many: 'Devices' },
  { id: 'other', one: 'Other treatment', many: 'Other treatments' },
];

export const OUTCOME_NAMES: Readonly<Record<TreatmentOutcome, string>> = {
  'no-response': 'Did not help',
  'partial-response': 'Helped in part',
  response: 'Helped',
  relapse: 'Helped at first, then the illness came back',
  'not-tolerated': 'Side effects were too bad',
  contraindicated: 'Cannot be given',
  ongoing: 'Still going on',
  unknown: 'Not known',
};

export const SCALE_NAMES: Readonly<Record<ScaleId, string>> = {
  'PHQ-9': 'PHQ-9 (depression)',
  'PHQ-2': 'PHQ-2 (depression, short)',
  'GAD-7': 'GAD-7 (anxiety)',
  MADRS: 'MADRS (depression)',
  'HAM-D': 'HAM-D (depression)',
  'BDI-II': 'BDI-II (depression)',
  QIDS: 'QIDS (depression)',
  'PCL-5': 'PCL-5 (trauma)',
  'CAPS-5': 'CAPS-5 (trauma)',
  'Y-BOCS': 'Y-BOCS (obsessions and compulsions)',
  pain: 'Pain, from 0 to 10',
  BPI: 'BPI (pain)',
  ODI: 'ODI (back trouble in daily life)',
};

export const SENSITIVE_NAMES: Readonly<Record<SensitivePage['kind'], string>> = {
  'psychotherapy-notes': 'Notes of a therapist',
  'substance-use': 'Treatment for substance use',
  ssn: 'A whole Social Security number',
  'other-person': 'Another person’s paper',
  hiv: 'An HIV test or treatment',
  genetic: 'A genetic test',
};

/** “March 2024 to June 2024”, “since March 2024”, “until June 2024”; empty when neither day is known. */
export function spanOf({ from, to, ongoing }: Pick<Treatment, 'from' | 'to' | 'ongoing'>): string {
  if (ongoing) return from === undefined ? 'still going on' : `since ${partialDate(from)}, still going on`;
  if (from !== undefined && to !== undefined)
    return from === to ? partialDate(from) : `${partialDate(from)} to ${partialDate(to)}`;
  if (from !== undefined) return `from ${partialDate(from)}`;
  return to === undefined ? '' : `until ${partialDate(to)}`;
}

/** What a reader of the packet will miss in a treatment, in the order of the table. */
export function blanksOf(treatment: Treatment): string[] {
  const { kind, dose, from, to, ongoing, length, outcome, outcomeWords } = treatment;
  return [
    ...(kind === 'drug' && isEmpty(dose) ? ['dose'] : []),
    ...(from === undefined ? ['start'] : []),
    ...(to === undefined && !ongoing && isEmpty(length) ? ['end or length'] : []),
    ...(outcome === 'unknown' && isEmpty(outcomeWords) ? ['how it went'] : []),
  ];
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** Rows by their first day, those without one at the end; otherwise as they came. */
export function byStart<T extends { readonly from?: PartialDate | undefined }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (a.from ?? '9999').localeCompare(b.from ?? '9999'));
}
