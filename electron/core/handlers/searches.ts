// Calls about searches that are kept under a name.
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/searches.ts. */
export function searchHandlers(os: Implementer, { session }: Services): Area<'searches'> {
  const table = () => session.vault().searches;
  return {
    list: os.searches.list.handler(() => [...table().list()]),
    keep: os.searches.keep.handler(({ input }) => table().keep(input)),
    remove: os.searches.remove.handler(({ input }) => {
      table().remove(input.id);
      return { done: true } as const;
    }),
  };
}
