// The current place, kept in the address after the hash so that back and forward work.
import { useSyncExternalStore } from 'react';
import { hrefOf, type Route, routeOf } from './routes.ts';

/** The place the window is at; changes with the address. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return routeOf(hash);
}

/** Goes to a place. With `replace` the place before is not kept for “back”. */
export function goTo(route: Route, options: { readonly replace?: boolean } = {}): void {
  if (options.replace === true) window.location.replace(hrefOf(route));
  else window.location.hash = hrefOf(route);
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
