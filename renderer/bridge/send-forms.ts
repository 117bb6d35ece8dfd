// Forms with a button of their own to save: what was typed in them is sent when the vault is about to be locked. Marked by the attribute below.

/** Put on a form whose fields should not be lost to a lock: `<form {...SENT_BEFORE_LOCK}>`. */
export const SENT_BEFORE_LOCK = { 'data-sent-before-lock': '' };

/** Forms somebody typed into or chose in since they were opened or sent. */
const touched = new WeakSet<HTMLFormElement>();

/** Begins to notice which forms are typed into. Hands back how to stop. */
export function watchForms(): () => void {
  const touch = (event: Event) => {
    const form = formOf(event);
    if (form !== undefined) touched.add(form);
  };
  const sent = (event: Event) => {
    const form = formOf(event);
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

/** Sends every marked form that was typed into, as its own button would. One that lacks something it needs can't be sent. */
export function sendForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent-before-lock]'))
    if (touched.has(form)) form.requestSubmit();
}

function formOf({ target }: Event): HTMLFormElement | undefined {
  const form = target instanceof Element ? target.closest('form') : null;
  return form?.matches('[data-sent-before-lock]') ? form : undefined;
}
