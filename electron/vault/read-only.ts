// A vault opened for reading only: from a medium that can't be written to, or because the person wants it so. Nothing in its folder changes.
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Database } from './database.ts';
import { openDatabaseCopy } from './database-copy.ts';
import type { Layout } from './layout.ts';
import { migrate } from './migrations/migrate.ts';
import { NO_ROWS } from './tables/jobs.ts';
import type { Vault } from './types.ts';

/** The database of such a vault; one of an older schema is brought up in the copy that is read. Throws as `openDatabaseCopy`, and vault-newer. */
export function openDatabaseReadOnly(layout: Layout, key: Uint8Array): Promise<Database> {
  return openDatabaseCopy(layout.database, key, (database, folder) =>
    migrate(database, { ...layout, databaseDir: folder, database: join(folder, 'main.db'), tmp: folder }),
  );
}

/** The vault as it then is: every change is refused with vault-opened-read-only, and no work is taken up. */
export function readOnlyVault(vault: Vault): Vault {
  const refuse = async (): Promise<never> => {
    throw new AppError('vault-opened-read-only');
  };
  return {
    ...vault,
    isReadOnly: true,
    jobs: NO_ROWS,
    documents: { ...vault.documents, unfinished: () => [], readBefore: () => [] },
    olderPages: { list: () => [], settle: () => undefined },
    recoveryWords: { ...vault.recoveryWords, renew: refuse, confirm: refuse },
    changePassphrase: refuse,
    backup: refuse,
    sweep: refuse,
  };
}
