// A form that was just opened begins with its first field.
import { type RefObject, useEffect, useRef } from 'react';

/** The form to hand this to gets the focus in its first field when it appears. */
export function useFocusFirst(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return form;
}
