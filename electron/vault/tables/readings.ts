// What was read from a paper, as its row keeps it, with the user's kind and corrections applied.
import { Corrections, Reading } from '../../../shared/model/finding.ts';
import { corrected, NO_CORRECTIONS } from '../../../shared/reading/corrected.ts';
import type { DocumentRow } from './document-row.ts';
import { parseStored } from './stored-json.ts';

export interface ReadingRow {
  readonly reading: string | null;
  readonly user_kind: DocumentRow['user_kind'];
  readonly user_reading: string | null;
}

/** The columns of `ReadingRow`. */
export const READING_COLUMNS = 'document.reading, document.user_kind, document.user_reading';

const EMPTY_READING: Reading = {
  kind: { value: 'other', confidence: 0, why: [] },
  reasons: [],
  fields: {},
  findings: [],
  statedTimes: [],
  zones: [],
};

/** What was read, before the user said anything; empty while the paper is still being read. */
export function readByItself({ reading }: Pick<ReadingRow, 'reading'>): Reading {
  return reading === null ? EMPTY_READING : parseStored(Reading, reading);
}

/** What the user said of the reading. */
export function correctionsIn({ user_reading: stored }: Pick<ReadingRow, 'user_reading'>): Corrections {
  return stored === null ? NO_CORRECTIONS : parseStored(Corrections, stored);
}

/** The reading as it counts: with the user's corrections, and his kind over the one read. */
export function toReading(row: ReadingRow): Reading {
  const reading = corrected(readByItself(row), correctionsIn(row));
  if (row.user_kind === null) return reading;
  return { ...reading, kind: { value: row.user_kind, confidence: 1, why: ['You set this kind.'] } };
}
