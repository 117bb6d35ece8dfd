// Which papers of the list are chosen: one by one, a stretch with Shift, or all that are shown.
import { useRef, useState } from 'react';
import type { DocumentId } from '../../../shared/ids.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';

export interface Chosen {
  /** In the order of the list; only papers that are shown count. */
  readonly papers: readonly DocumentSummary[];
  has(id: DocumentId): boolean;
  /** `isStretch`: everything from the paper chosen last to this one. */
  toggle(id: DocumentId, isStretch: boolean): void;
  all(): void;
  none(): void;
}

/** Keeps the choice while the list is filtered and ordered anew. */
export function useChosen(shown: readonly DocumentSummary[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<DocumentId>>(new Set());
  const last = useRef<DocumentId>(undefined);
  return {
    papers: shown.filter(({ id }) => ids.has(id)),
    has: (id) => ids.has(id),
    toggle: (id, isStretch) => {
      const isOn = !ids.has(id);
      const touched = isStretch ? stretch(shown, last.current, id) : [id];
      const next = new Set(ids);
      for (const each of touched) {
        if (isOn) next.add(each);
        else next.delete(each);
      }
      last.current = id;
      setIds(next);
    },
    all: () => setIds(new Set(shown.map(({ id }) => id))),
    none: () => setIds(new Set()),
  };
}

/** The papers from one to the other, in the order of the list. */
function stretch(
  shown: readonly DocumentSummary[],
  from: DocumentId | undefined,
  to: DocumentId,
): readonly DocumentId[] {
  const places = [from, to].map((id) => shown.findIndex((each) => each.id === id)).filter((place) => place >= 0);
  return shown.slice(Math.min(...places), Math.max(...places) + 1).map(({ id }) => id);
}
