// What was typed into the fields of a form.
import type { IsoDate } from '../../shared/model/vocabulary.ts';

/** The trimmed text of a field; empty when there is none. */
export function typed(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The date of a field, when one stands there. */
export function typedDay(data: FormData, name: string): IsoDate | undefined {
  const text = typed(data, name);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}

/** The choice of a field among the keys of its names. */
export function typedChoice<T extends string>(
  data: FormData,
  name: string,
  names: Readonly<Record<T, string>>,
): T | undefined {
  const text = typed(data, name);
  return Object.hasOwn(names, text) ? (text as T) : undefined; // just found among the keys
}

/** Ctrl+Enter (⌘ Enter) sends the form from any of its fields. */
export function sendOnCtrlEnter(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly currentTarget: HTMLFormElement;
  preventDefault(): void;
}): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
