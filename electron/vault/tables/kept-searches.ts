// Searches the user keeps under a name, each one JSON value that is checked against its schema when it is read.
import { randomBytes } from 'node:crypto';
import { KeptSearch, KeptSearchId, KeptSearchTerms } from '../../../shared/model/search.ts';
import { appendAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import type { KeptSearchTable } from '../types.ts';
import { parseStored } from './stored-json.ts';

interface KeptSearchRow {
  readonly id: string;
  readonly name: string;
  readonly search: string;
}

/** The kept searches of an open vault. */
export function createKeptSearchTable(database: Database): KeptSearchTable {
  return {
    list: () =>
      database
        .all<KeptSearchRow>('SELECT id, name, search FROM kept_search')
        .map(({ id, name, search }) =>
          KeptSearch.parse({ id, name, terms: parseStored(KeptSearchTerms, search) } satisfies Record<string, unknown>),
        )
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    keep: ({ name, terms }) =>
      database.transaction(() => {
        const kept = KeptSearch.parse({ id: `s_${randomBytes(16).toString('hex')}`, name, terms });
        database.run('DELETE FROM kept_search WHERE name = ?', kept.name);
        database.run(
          'INSERT INTO kept_search (id, name, search, kept_at) VALUES (?, ?, ?, ?)',
          kept.id,
          kept.name,
          JSON.stringify(kept.terms),
          new Date().toISOString(),
        );
        appendAudit(database, 'search-kept', kept.id);
        return kept;
      }),
    remove: (id) =>
      database.transaction(() => {
        database.run('DELETE FROM kept_search WHERE id = ?', KeptSearchId.parse(id));
        appendAudit(database, 'search-removed', id);
      }),
  };
}
