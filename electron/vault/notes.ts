// Small values of the vault as a whole, by name, in the table `meta`.
import type { Database } from './database.ts';

/** The value of a name; undefined when there is none. */
export function note(database: Database, name: string): string | undefined {
  return database.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)?.value;
}

/** Sets a value; durable on return unless it is part of a transaction. */
export function setNote(database: Database, name: string, value: string): void {
  database.run('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)', name, value);
}

/** Takes a value away. */
export function dropNote(database: Database, name: string): void {
  database.run('DELETE FROM meta WHERE name = ?', name);
}
