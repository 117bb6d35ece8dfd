// Which paper that is still being read somebody looks at: it is read before the others.
import type { DocumentId } from '../../shared/ids.ts';

export interface Attention {
  /** Somebody looks at a paper. Cheap to call often. */
  look(id: DocumentId): void;
  /** True for the paper looked at last. */
  isOn(id: DocumentId): boolean;
  /** Calls back whenever somebody looks at another paper; hands back how to stop that. */
  onLook(listener: (id: DocumentId) => void): () => void;
}

/** Nobody looks at anything yet. */
export function createAttention(): Attention {
  let on: DocumentId | undefined;
  const listeners = new Set<(id: DocumentId) => void>();
  return {
    look: (id) => {
      if (id === on) return;
      on = id;
      for (const listener of listeners) listener(id);
    },
    isOn: (id) => id === on,
    onLook: (listener) => {
      listeners.add(listener);
      // Somebody may have looked before this began.
      if (on !== undefined) listener(on);
      return () => listeners.delete(listener);
    },
  };
}
