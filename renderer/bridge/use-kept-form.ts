// A form that is kept while it is open, and filled with what was kept of it when the person goes on with it.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { KeptForm, KeptFormName } from '../../shared/model/kept-form.ts';
import { FORM_MARK, formOf, openForm } from './kept-forms.ts';

/** What the person goes on with: from the click until the form is open again. */
let resumed: KeptForm | undefined;
const listeners = new Set<() => void>();

function setResumed(form: KeptForm | undefined): void {
  resumed = form;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to the place of a form and opens it with what was kept of it. */
export function resumeForm(form: KeptForm): void {
  setResumed(form);
  window.location.hash = form.place;
}

const isHere = (form: KeptForm | undefined, name: KeptFormName): form is KeptForm =>
  form?.form === name && form.place === window.location.hash;

/** Calls `open` when the person goes on with a form of this name here; `open` opens it, or does nothing where the form belongs to another row. */
export function useResume(name: KeptFormName, open: (form: KeptForm) => void): void {
  const form = useSyncExternalStore(subscribe, () => resumed);
  const opener = useRef(open);
  opener.current = open;
  useEffect(() => {
    // A form that is on the page already may have taken it.
    if (form === resumed && isHere(form, name)) opener.current(form);
  }, [form, name]);
}

interface KeptFormDesk {
  /** What the form held beside its fields, if it is gone on with; undefined also for what no longer fits the schema. */
  state<S extends z.ZodType>(schema: S): z.infer<S> | undefined;
  /** What stood in a field; else `otherwise`. Needed for choices only: fields that are typed into are filled by themselves. */
  field<T extends string | null>(name: string, otherwise: T): string | T;
  /** To be put on the form: `<form {...kept.as(title, state)}>`. */
  as(title: string, state?: object): Readonly<Record<string, string>>;
}

/** Keeps a form; `about` is the row that it changes. */
export function useKeptForm(name: KeptFormName, about?: string): KeptFormDesk {
  const [from] = useState(() => (isHere(resumed, name) ? resumed : undefined));
  const [place] = useState(() => window.location.hash);
  const key = from?.key ?? [name, about ?? '', place].join(' ');
  const said = useRef<{ title: string; state: object | undefined }>({ title: '', state: undefined });
  const row = from?.about ?? about;
  useEffect(() => {
    if (from !== undefined) {
      fill(formOf(key), from.fields);
      if (resumed === from) setResumed(undefined);
    }
    return openForm(
      key,
      () => ({
        ...{ form: name, place, title: said.current.title },
        ...(row !== undefined && { about: row }),
        ...(said.current.state !== undefined && { state: JSON.stringify(said.current.state) }),
      }),
      from,
    );
  }, [key, name, place, row, from]);
  return {
    state: (schema) => schema.safeParse(from?.state === undefined ? undefined : JSON.parse(from.state)).data,
    field: (field, otherwise) => from?.fields[field] ?? otherwise,
    as: (title, state) => {
      said.current = { title, state };
      return { [FORM_MARK]: key };
    },
  };
}

/** Puts texts into the fields a person types into; choices are given theirs when they are made. */
function fill(form: HTMLFormElement | null, fields: KeptForm['fields']): void {
  for (const field of form?.elements ?? []) {
    const isTyped =
      field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'hidden');
    if (!isTyped || field.name === '') continue;
    const text = fields[field.name];
    if (text !== undefined) field.value = text;
  }
}
