// Looks into the database of a closed vault, past the app.
import { openDatabase } from '../../electron/vault/database.ts';
import { loadHeader } from '../../electron/vault/header-file.ts';
import { layoutOf } from '../../electron/vault/layout.ts';
import { unlock } from '../../electron/vault/unlock.ts';

/** The id of the stored picture of each page, by `<SHA-256 of the paper> <page number>`. A page that is read again gets another one. */
export async function pagePictures(dir: string, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const layout = layoutOf(dir);
  const { keys } = await unlock(await loadHeader(layout), { words });
  const database = await openDatabase(layout.database, keys.database);
  try {
    const rows = database.all<{ page: string; picture: string }>(
      "SELECT sha256 || ' ' || page_number AS page, picture FROM page JOIN document ON page.document = document.sequence",
    );
    return new Map(rows.map(({ page, picture }) => [page, picture]));
  } finally {
    database.close();
    keys.wipe();
  }
}
