// Calls about papers arranged anew.
import { arrange, arrangementOf, undoArrange } from '../arrange.ts';
import type { Services } from '../services.ts';
import type { Area, Implementer } from './implementer.ts';

/** Implements shared/contract/arrangements.ts. */
export function arrangementHandlers(os: Implementer, services: Services): Area<'arrangements'> {
  const { session } = services;
  return {
    get: os.arrangements.get.handler(({ input }) => arrangementOf(session.vault(), input.id)),
    arrange: os.arrangements.arrange.handler(({ input }) => arrange(services, input.papers)),
    undo: os.arrangements.undo.handler(({ input }) => {
      undoArrange(session.vault(), input.documentIds);
      return { done: true } as const;
    }),
  };
}
