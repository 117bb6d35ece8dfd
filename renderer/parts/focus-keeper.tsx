// A part of a screen that keeps the focus when what had it goes away: a row that was removed, a form that was sent.
import { type ComponentPropsWithoutRef, useEffect, useRef } from 'react';

/** A section with a name; takes the focus itself rather than letting it fall to the top of the page. */
export function FocusKeeper(props: ComponentPropsWithoutRef<'section'>) {
  const section = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  // After each drawing: an element that is taken away tells nobody.
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) section.current?.focus({ preventScroll: true });
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens where the focus is; there is nothing to do with it
    <section
      ref={section}
      tabIndex={-1}
      className="focus-target"
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={() => {
        hadFocus.current = false;
      }}
      {...props}
    />
  );
}
