// Keeps in the vault what stands in open forms that were not sent, a moment after each change: a lock, a crash or a power cut takes no more than the last
// second. When a form is sent or cancelled, what was kept of it is forgotten.
import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '../../shared/contract/contract.ts';
import type { KeptForm } from '../../shared/model/kept-form.ts';

/** A pause this long ends a burst of typing, in milliseconds. */
const PAUSE_MS = 700;

/** The attribute of a form that is kept or sent before a lock. Its value is the key of the form where it is kept. */
export const FORM_MARK = 'data-sent-before-lock';

/** What is known of a form beside its fields. */
type FormAbout = Omit<KeptForm, 'key' | 'fields'>;

interface OpenForm {
  readonly about: () => FormAbout;
  /** What stood in it untouched; undefined where it was filled with what had been kept. */
  readonly untouched: string | undefined;
  /** What the vault keeps of it; undefined for nothing. */
  kept: string | undefined;
  /** Somebody was in it since it was opened or sent. */
  isUsed: boolean;
}

interface Keeper {
  keep(form: KeptForm): Promise<unknown>;
  drop(key: string): Promise<unknown>;
}

const open = new Map<string, OpenForm>();
let keeper: Keeper | undefined;
/** From here on forms go because the window does. */
let isLocking = false;

/** A form was opened. Hands back how to say that it is gone. */
export function openForm(key: string, about: () => FormAbout, resumed: KeptForm | undefined): () => void {
  const now = JSON.stringify(contentsOf(key, about));
  open.set(key, {
    about,
    untouched: resumed === undefined ? now : undefined,
    kept: resumed === undefined ? undefined : now,
    isUsed: false,
  });
  return () => {
    const form = open.get(key);
    open.delete(key);
    if (form?.kept !== undefined && !isLocking) forget(key);
  };
}

/** Keeps every form that is not what it was, now. `sent` are being sent: what was kept of them is forgotten. */
function keepOpenForms(sent: ReadonlySet<string>): void {
  for (const [key, form] of open) {
    if (sent.has(key)) {
      if (form.kept !== undefined) forget(key);
      form.kept = undefined;
    } else keepOne(key, form);
  }
}

/** The same before a lock: from here on forms that go are not forgotten. */
export function keepFormsBeforeLock(sent: ReadonlySet<string>): void {
  isLocking = true;
  keepOpenForms(sent);
}

function keepOne(key: string, form: OpenForm): void {
  if (!form.isUsed) return;
  const contents = contentsOf(key, form.about);
  const now = JSON.stringify(contents);
  if (now === (form.kept ?? form.untouched)) return;
  if (now === form.untouched) {
    form.kept = undefined;
    forget(key);
    return;
  }
  form.kept = now;
  keeper?.keep(contents).catch(() => {
    // What could not be kept is tried again with the next change; the form itself still has it.
    if (form.kept === now) form.kept = undefined;
  });
}

function forget(key: string): void {
  // Not forgotten is no loss: it is offered once more.
  keeper?.drop(key).catch(() => undefined);
}

function contentsOf(key: string, about: () => FormAbout): KeptForm {
  const fields: Record<string, string> = {};
  // The form of a dialog comes to the page a moment after it was opened; such forms have no named fields.
  for (const [name, value] of new FormData(formOf(key) ?? undefined))
    if (typeof value === 'string') fields[name] = value;
  return { key, ...about(), fields };
}

/** The form on the page. */
export function formOf(key: string): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>(`form[${FORM_MARK}="${CSS.escape(key)}"]`);
}

/** Begins to keep forms. Hands back how to stop. */
export function startKeeping(client: Client, queries: QueryClient): () => void {
  // As changes among the others, one after the other: a lock waits for them.
  const run = (work: () => Promise<unknown>) =>
    queries
      .getMutationCache()
      .build(queries, { mutationFn: work, scope: { id: 'kept forms' }, meta: { silent: true } })
      .execute(undefined);
  keeper = {
    keep: (form) => run(() => client.keeping.keepForm(form)),
    drop: (key) => run(() => client.keeping.dropForm({ key })),
  };
  let timer: number | undefined;
  const look = (event: Event) => {
    const key = event.target instanceof Element ? event.target.closest('form')?.getAttribute(FORM_MARK) : undefined;
    const form = open.get(key ?? '');
    if (form !== undefined) form.isUsed = true;
    if (open.size === 0) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => keepOpenForms(new Set()), PAUSE_MS);
  };
  // Choices of a list lie outside their form: any sign of somebody may have changed it.
  const signs = ['input', 'change', 'keyup', 'pointerup'] as const;
  for (const sign of signs) document.addEventListener(sign, look, { capture: true });
  return () => {
    window.clearTimeout(timer);
    for (const sign of signs) document.removeEventListener(sign, look, { capture: true });
    keeper = undefined;
  };
}
