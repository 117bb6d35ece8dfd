// Keeps the focus with what the user works on when a change redraws or removes it.
import { useEffect, useRef } from 'react';

/** Gives a function that names the element to focus once it is there after the next change. Someone who has gone elsewhere stays there. */
export function useFocusNext(): (elementId: string) => void {
  const next = useRef<string>(undefined);
  // After each drawing: the element may come only with the new answer.
  useEffect(() => {
    const element = next.current === undefined ? null : document.getElementById(next.current);
    if (element === null) return;
    next.current = undefined;
    if (document.activeElement === document.body || document.activeElement === null)
      element.focus({ preventScroll: true });
  });
  return (elementId) => {
    next.current = elementId;
  };
}
