// Cases, each one JSON value that is checked against its schema when it is read.
import { AppError } from '../../../shared/errors.ts';
import { Case } from '../../../shared/model/case.ts';
import { appendAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import type { CaseTable } from '../types.ts';
import { parseStored } from './stored-json.ts';

/** The cases of an open vault. */
export function createCaseTable(database: Database): CaseTable {
  return {
    list: () =>
      database
        .all<{ value: string }>('SELECT value FROM "case" ORDER BY sequence, id')
        .map((row) => parseStored(Case, row.value)),
    get: (id) => {
      const row = database.get<{ value: string }>('SELECT value FROM "case" WHERE id = ?', id);
      if (row === undefined) throw new AppError('case-not-found');
      return parseStored(Case, row.value);
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
  };
}
