// The newest generation of the header this vault had, kept inside its database: so an older header put back beside a newer database is noticed.
import type { Database } from './database.ts';

/** 0 for a vault that was never opened since this is kept. */
export function newestGeneration(database: Database): number {
  const row = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'header-generation'");
  return Number(row?.value ?? 0);
}

/** Keeps it when it is newer than what was known. Call it once the header is in its place. */
export function noteGeneration(database: Database, generation: number): void {
  if (generation <= newestGeneration(database)) return;
  database.run(
    "INSERT INTO meta (name, value) VALUES ('header-generation', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    String(generation),
  );
}
