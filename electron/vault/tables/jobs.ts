// Jobs as durable rows: what was started, with what, and how it ended.
import { Job } from '../../../shared/model/job.ts';
import type { Database } from '../database.ts';
import type { JobTable } from '../types.ts';
import { parseStored } from './stored-json.ts';

/** For work while no vault is open, or one that is only read: nothing is kept of it. */
export const NO_ROWS: JobTable = {
  save: () => undefined,
  list: () => [],
  running: () => [],
  get: () => undefined,
  input: () => undefined,
};

/** The jobs of an open vault. */
export function createJobTable(database: Database): JobTable {
  return {
    save: (job, input) => {
      const json = JSON.stringify(Job.parse(job));
      const inputJson = input === undefined ? null : JSON.stringify(input);
      database.run(
        'INSERT INTO job (id, value, input) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value, input = excluded.input',
        job.id,
        json,
        inputJson,
      );
    },
    list: () =>
      database
        .all<{ value: string }>('SELECT value FROM job ORDER BY sequence')
        .map((row) => parseStored(Job, row.value)),
    running: () =>
      database
        .all<{ value: string }>(
          "SELECT value FROM job WHERE json_extract(value, '$.state') = 'running' ORDER BY sequence",
        )
        .map((row) => parseStored(Job, row.value)),
    get: (id) => {
      const row = database.get<{ value: string }>('SELECT value FROM job WHERE id = ?', id);
      return row && parseStored(Job, row.value);
    },
    input: (id) => {
      const row = database.get<{ input: string | null }>('SELECT input FROM job WHERE id = ?', id);
      return row?.input == null ? undefined : JSON.parse(row.input);
    },
  };
}
