// An entry being written: what is typed is saved a moment later, so that nothing said on the phone is lost.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseId } from '../../../../shared/ids.ts';
import type { DiaryEntry } from '../../../../shared/model/diary.ts';
import { useCaseChange } from '../../../bridge/queries.ts';
import { asStored, minutesOf } from './new-entry.ts';

/** A pause this long ends a burst of typing, in milliseconds. */
const PAUSE_MS = 700;

export interface PadTarget {
  readonly caseId: CaseId;
  /** The entry as it was when the pad opened. */
  readonly entry: DiaryEntry;
  readonly isNew: boolean;
}

export type DraftState = 'clean' | 'typing' | 'saving' | 'saved' | 'failed';

/** The draft and its clock. `startedAt` is missing while no clock runs. */
export function usePadDraft({ caseId, entry, isNew }: PadTarget) {
  const [draft, setDraft] = useState(entry);
  const [state, setState] = useState<DraftState>('clean');
  const [startedAt, setStartedAt] = useState(() => (isNew && entry.kind === 'call' ? Date.now() : undefined));
  const latest = useRef(entry);
  const clock = useRef(startedAt);
  const timer = useRef<number>(undefined);
  const isPending = useRef(false);
  const isKnown = useRef(!isNew);
  const { mutateAsync: save } = useCaseChange((client, value: DiaryEntry) =>
    client.diary.saveEntry({ id: caseId, entry: value }),
  );
  const { mutateAsync: remove } = useCaseChange((client, _nothing: undefined) =>
    client.diary.removeEntry({ id: caseId, entryId: entry.id }),
  );
  const saver = useRef(save);
  saver.current = save;

  const store = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    isPending.current = false;
    isKnown.current = true;
    setState('saving');
    try {
      await saver.current(asStored(withMinutes(latest.current, clock.current)));
      if (!isPending.current) setState('saved');
      return true;
    } catch {
      // The reason is shown by the query client; what was typed stays in the pad.
      setState('failed');
      return false;
    }
  }, []);

  useEffect(() => {
    const flush = () => {
      if (isPending.current) void store();
    };
    const hide = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      flush();
    };
  }, [store]);

  const change = (patch: Partial<DiaryEntry>) => {
    latest.current = { ...latest.current, ...patch };
    setDraft(latest.current);
    setState('typing');
    isPending.current = true;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void store(), PAUSE_MS);
  };
  const stopClock = () => {
    if (clock.current === undefined) return;
    const minutes = minutesOf(Date.now() - clock.current);
    clock.current = undefined;
    setStartedAt(undefined);
    change({ minutes });
  };

  return {
    draft,
    state,
    startedAt,
    change,
    stopClock,
    /** Saves what stands there, with the minutes of the running clock. True when it is stored. */
    store,
    /** Back to how it was when the pad opened. Gives the text that was thrown away, if any was stored. */
    discard: async (): Promise<DiaryEntry | undefined> => {
      window.clearTimeout(timer.current);
      isPending.current = false;
      const thrown = asStored(withMinutes(latest.current, clock.current));
      if (!isNew) await saver.current(asStored(entry));
      else if (isKnown.current) await remove(undefined);
      else return undefined;
      return thrown;
    },
  };
}

function withMinutes(entry: DiaryEntry, startedAt: number | undefined): DiaryEntry {
  if (startedAt === undefined || entry.kind !== 'call') return entry;
  return { ...entry, minutes: minutesOf(Date.now() - startedAt) };
}
