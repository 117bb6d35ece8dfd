// Work that SQLite would spill to temporary files if it were let: big sorts, a new index, a rebuilt search index, a vacuum.
// Arguments: folder, recovery words, `as-shipped` or `spilling` (temp_store set back to SQLite's default, to prove that the watcher sees it).

import { openDatabase } from '../../../../electron/vault/database.ts';
import { loadHeader } from '../../../../electron/vault/header-file.ts';
import { layoutOf } from '../../../../electron/vault/layout.ts';
import { unlock } from '../../../../electron/vault/unlock.ts';

const [dir = '', words = '', mode = ''] = process.argv.slice(2);
const layout = layoutOf(dir);
const { keys } = await unlock(await loadHeader(layout), { words: words.split(' ') });
const database = await openDatabase(layout.database, keys.database);
if (mode === 'spilling') database.exec('PRAGMA temp_store = DEFAULT');
// A small cache makes the work outgrow memory early.
database.exec('PRAGMA cache_size = 50');

database.all(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
  SELECT i, body FROM n CROSS JOIN (SELECT body FROM search_text LIMIT 1) ORDER BY hex(i * 7919 % 3001) || body`);
database.exec('CREATE TEMP TABLE sorted AS SELECT id, body FROM search_text ORDER BY body DESC');
database.exec('CREATE INDEX temp_body ON search_text (body); DROP INDEX temp_body');
database.exec(
  "INSERT INTO search_index (search_index) VALUES ('rebuild'); INSERT INTO search_index (search_index) VALUES ('optimize')",
);
database.exec('VACUUM');
database.close();
