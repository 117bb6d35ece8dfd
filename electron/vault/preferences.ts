// The person's choices about the vault as a whole, as one stored value.
import { DEFAULT_PREFERENCES, Preferences } from '../../shared/model/preferences.ts';
import type { Database } from './database.ts';
import { note, setNote } from './notes.ts';

const NAME = 'preferences';

/** The choices; those that were never made, or that a newer app made and this one doesn't know, are the usual ones. */
export function preferencesOf(database: Database): Preferences {
  const stored: unknown = JSON.parse(note(database, NAME) ?? '{}');
  return Preferences.safeParse({ ...DEFAULT_PREFERENCES, ...(stored as object) }).data ?? DEFAULT_PREFERENCES;
}

/** Stores them; durable on return. */
export function savePreferences(database: Database, preferences: Preferences): void {
  setNote(database, NAME, JSON.stringify(Preferences.parse(preferences)));
}
