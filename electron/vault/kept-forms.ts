// Forms that were not sent, as values of the vault by name: one for each form, so that keeping one is one small write.
import { z } from 'zod';
import { KeptForm, MOST_KEPT_FORMS } from '../../shared/model/kept-form.ts';
import type { Database } from './database.ts';
import { dropNote, setNote } from './notes.ts';

const PREFIX = 'form ';

const Stored = z.object({ keptAt: z.number(), form: KeptForm });

/** Unsent forms. */
export interface KeptForms {
  /** All of them, the one kept last first. What a newer app kept and this one doesn't know is left out. */
  list(): readonly KeptForm[];
  /** Keeps one in place of what was kept under its key; durable on return. Beyond forty the oldest are let go. */
  keep(form: KeptForm): void;
  /** Forgets one; nothing happens when there is none of this key. */
  drop(key: string): void;
}

/** The unsent forms of an open vault. */
export function createKeptForms(database: Database): KeptForms {
  const newestFirst = () =>
    database
      .all<{ name: string; value: string }>(
        'SELECT name, value FROM meta WHERE substr(name, 1, ?) = ?',
        PREFIX.length,
        PREFIX,
      )
      .map(({ name, value }) => ({ name, stored: Stored.safeParse(JSON.parse(value)).data }))
      .toSorted((one, other) => (other.stored?.keptAt ?? 0) - (one.stored?.keptAt ?? 0));
  return {
    list: () => newestFirst().flatMap(({ stored }) => (stored === undefined ? [] : [stored.form])),
    keep: (form) =>
      database.transaction(() => {
        const before = newestFirst();
        // Later than all others, also when the clock was set back or two come in one millisecond.
        const keptAt = Math.max(Date.now(), 1 + (before[0]?.stored?.keptAt ?? 0));
        const own = PREFIX + form.key;
        setNote(database, own, JSON.stringify({ keptAt, form: KeptForm.parse(form) }));
        const others = before.filter(({ name }) => name !== own);
        for (const { name } of others.slice(MOST_KEPT_FORMS - 1)) dropNote(database, name);
      }),
    drop: (key) => dropNote(database, PREFIX + key),
  };
}
