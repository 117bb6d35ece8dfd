// A database opened for reading only: SQLite would write beside it (its log must be taken up, its locks set), so a private copy of the two files is opened,
// as encrypted as they are, and nothing in the vault's folder is touched.
import { constants, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { type Database, openDatabase } from './database.ts';
import { systemCode } from './file-errors.ts';

/** Windows removes no file that is open; elsewhere the copy's names go as soon as it is open, so that not even a crash leaves it behind. */
const CAN_UNLINK_OPEN = process.platform !== 'win32';

/**
 * Opens a copy of the database in a folder of its own. `prepare` may change it there, as an older schema needs; afterwards every change is refused
 * with vault-opened-read-only. Throws as `openDatabase`, and vault-disk-full when there is no room for the copy.
 */
export async function openDatabaseCopy(
  path: string,
  key: Uint8Array,
  prepare: (database: Database, folder: string) => Promise<void>,
): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'appeal-vault-reading-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(path));
    await copyIfPresent(path, copy);
    // What was committed last stands in the log alone, where a program ended without closing.
    await copyIfPresent(`${path}-wal`, `${copy}-wal`);
    const database = await openDatabase(copy, key);
    try {
      await prepare(database, folder);
      if (CAN_UNLINK_OPEN) await remove();
      return frozen(database, remove);
    } catch (cause) {
      database.close();
      throw cause;
    }
  } catch (cause) {
    await remove();
    throw cause;
  }
}

async function copyIfPresent(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw cause;
  }
}

function frozen(database: Database, remove: () => Promise<void>): Database {
  const refuse = () => {
    throw new AppError('vault-opened-read-only');
  };
  return {
    ...database,
    isReadOnly: true,
    run: refuse,
    exec: refuse,
    transaction: refuse,
    close: () => {
      database.close();
      // Nobody waits for it: the copy is encrypted, and the system empties its temporary folder.
      if (!CAN_UNLINK_OPEN) void remove().catch(() => undefined);
    },
  };
}
