// Finding in a paper: what is looked for, the places, and which of them one is at.
import { useDeferredValue, useState } from 'react';
import type { DocumentId } from '../../../shared/ids.ts';
import type { FoundPlace } from '../../../shared/model/document.ts';
import { useFind } from '../../bridge/queries.ts';

export interface Finding {
  readonly isOpen: boolean;
  readonly query: string;
  readonly places: readonly FoundPlace[];
  /** Which place one is at, from zero; undefined while there is none. */
  readonly at: number | undefined;
  /** The answer is still on its way. */
  readonly isBusy: boolean;
  open(): void;
  close(): void;
  setQuery(query: string): void;
  /** Goes to the next place or the one before, from the last to the first. */
  step(by: 1 | -1): void;
}

/** `first` is what is offered to look for. `pageNumber` is the page one is at: the first place is the next one from there. */
export function useFinding(
  id: DocumentId,
  pageNumber: number,
  first: string,
  onPage: (pageNumber: number) => void,
): Finding {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [chosen, choose] = useState<FoundPlace>();
  const asked = useDeferredValue(query);
  const found = useFind(id, isOpen ? asked : '');
  const places = isOpen && asked.trim() !== '' ? (found.data ?? []) : [];
  const same = places.findIndex((place) => place.pageNumber === chosen?.pageNumber && place.from === chosen.from);
  const onward = places.findIndex((place) => place.pageNumber >= pageNumber);
  const at = places.length === 0 ? undefined : same >= 0 ? same : Math.max(0, onward);
  return {
    isOpen,
    query,
    places,
    at: at !== undefined && places[at]?.pageNumber === pageNumber ? at : undefined,
    isBusy: found.isFetching || asked !== query,
    open: () => {
      if (!isOpen && query === '') setQuery(first);
      setOpen(true);
    },
    close: () => {
      setOpen(false);
      choose(undefined);
    },
    setQuery,
    step: (by) => {
      if (at === undefined) return;
      // The first place of a page one has not been at is where the way begins.
      const isThere = same >= 0 || places[at]?.pageNumber === pageNumber;
      const next = places[isThere ? (at + by + places.length) % places.length : at];
      if (next === undefined) return;
      choose(next);
      if (next.pageNumber !== pageNumber) onPage(next.pageNumber);
    },
  };
}
