// Forms with a button of their own to save: what was typed in them is sent when the vault is about to be locked. Marked by the attribute below. What can't be
// sent yet is kept as it stands.
import { FORM_MARK, keepFormsBeforeLock } from './kept-forms.ts';

/** Put on a form whose fields should not be lost to a lock: `<form {...SENT_BEFORE_LOCK}>`. Longer forms are kept too: see `useKeptForm`. */
export const SENT_BEFORE_LOCK = { [FORM_MARK]: '' };

/** Forms somebody typed into or chose in since they were opened or sent. */
const touched = new WeakSet<HTMLFormElement>();

/** Forms that answered their last sending by a sentence. */
const refused = new WeakSet<HTMLFormElement>();

/** Said by a form that was sent and lacks something. */
export function refuseForm(form: HTMLFormElement): void {
  refused.add(form);
}

/** Begins to notice which forms are typed into. Hands back how to stop. */
export function watchForms(): () => void {
  const touch = (event: Event) => {
    const form = formAt(event);
    if (form !== undefined) touched.add(form);
  };
  const sent = (event: Event) => {
    const form = formAt(event);
    if (form !== undefined) touched.delete(form);
  };
  // Before the form itself hears of it: what it does may take it off the page.
  const options = { capture: true };
  document.addEventListener('input', touch, options);
  document.addEventListener('change', touch, options);
  document.addEventListener('submit', sent, options);
  return () => {
    document.removeEventListener('input', touch, options);
    document.removeEventListener('change', touch, options);
    document.removeEventListener('submit', sent, options);
  };
}

/** Sends every marked form that was typed into, as its own button would, and keeps those that lack something they need. Only before a lock. */
export function sendForms(): void {
  const sent = new Set<string>();
  for (const form of document.querySelectorAll<HTMLFormElement>(`form[${FORM_MARK}]`)) {
    if (!touched.has(form) || !isWhole(form)) continue;
    refused.delete(form);
    form.requestSubmit();
    if (!refused.has(form)) sent.add(form.getAttribute(FORM_MARK) ?? '');
  }
  keepFormsBeforeLock(sent);
}

/** As far as the form itself can tell. */
function isWhole(form: HTMLFormElement): boolean {
  return form.checkValidity() && form.querySelector('[type=submit]:disabled') === null;
}

function formAt({ target }: Event): HTMLFormElement | undefined {
  const form = target instanceof Element ? target.closest('form') : null;
  return form?.hasAttribute(FORM_MARK) === true ? form : undefined;
}
