// Cases, each one JSON value that is checked against its schema when it is read.
import { AppError } from '../../../shared/errors.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { Case } from '../../../shared/model/case.ts';
import { appendAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import type { CaseTable } from '../types.ts';
import { createBoundedMemory } from './bounded-memory.ts';
import { parseStored } from './stored-json.ts';

/** Letters of stored cases whose values are kept: some two hundred long cases. */
const MOST_LETTERS = 20_000_000;

interface CaseRow {
  readonly id: CaseId;
  readonly value: string;
}

/** The cases of an open vault. A case stays the same object until it is stored otherwise, so that what follows from it is worked out once. */
export function createCaseTable(database: Database): CaseTable {
  const memory = createBoundedMemory<{ readonly stored: string; readonly value: Case }>(MOST_LETTERS);
  const caseOf = ({ id, value: stored }: CaseRow): Case => {
    const known = memory.get(id);
    if (known?.stored === stored) return known.value;
    const value = parseStored(Case, stored);
    memory.keep(id, { stored, value }, stored.length);
    return value;
  };
  return {
    list: () => database.all<CaseRow>('SELECT id, value FROM "case" ORDER BY sequence, id').map(caseOf),
    get: (id) => {
      const row = database.get<CaseRow>('SELECT id, value FROM "case" WHERE id = ?', id);
      if (row === undefined) throw new AppError('case-not-found');
      return caseOf(row);
    },
    save: (value) =>
      database.transaction(() => {
        const json = JSON.stringify(Case.parse(value));
        database.run(
          'INSERT INTO "case" (id, sequence, value) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, value = excluded.value',
          value.id,
          value.sequence,
          json,
        );
        appendAudit(database, 'case-saved', value.id);
      }),
    nextSequence: () =>
      (database.get<{ last: number }>('SELECT coalesce(max(sequence), 0) AS last FROM "case"')?.last ?? 0) + 1,
    letGo: () => memory.clear(),
  };
}
