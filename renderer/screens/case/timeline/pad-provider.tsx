// Opens the pad for a call from anywhere in a case, by a button or by one key, and keeps it open while one looks elsewhere.
import { useHotkeys } from '@mantine/hooks';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { CaseId } from '../../../../shared/ids.ts';
import type { DiaryEntry } from '../../../../shared/model/diary.ts';
import type { Route } from '../../../navigation/routes.ts';
import { CallPad } from './call-pad.tsx';
import { callNow, newEntryId } from './new-entry.ts';
import type { PadTarget } from './use-pad-draft.ts';

interface Pad {
  /** Opens the pad for a call that begins now. */
  noteCall(caseId: CaseId): void;
  /** Opens the pad with an entry to change. */
  edit(caseId: CaseId, entry: DiaryEntry): void;
}

const PadContext = createContext<Pad | undefined>(undefined);

/** The way to the pad. Must be used inside the provider. */
export function useCallPad(): Pad {
  const pad = useContext(PadContext);
  if (pad === undefined) throw new Error('The pad is used outside its provider.');
  return pad;
}

/** Holds the one pad there is. */
export function CallPadProvider({ route, children }: { readonly route: Route; readonly children: ReactNode }) {
  const [target, setTarget] = useState<PadTarget>();
  const first = useRef<HTMLInputElement>(null);
  const before = useRef<Element>(null);
  const open = (next: PadTarget) => {
    before.current = document.activeElement;
    setTarget(next);
  };
  const pad: Pad = {
    noteCall: (caseId) => open({ caseId, entry: callNow(newEntryId(), new Date()), isNew: true }),
    edit: (caseId, entry) => open({ caseId, entry, isNew: false }),
  };
  const entryId = target?.entry.id;
  useEffect(() => {
    if (entryId !== undefined) first.current?.focus();
  }, [entryId]);
  const close = () => {
    setTarget(undefined);
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  const byKey = () => {
    if (target !== undefined) first.current?.focus();
    else if (route.screen === 'case') pad.noteCall(route.id);
  };
  // An empty list of tags: the key works while one types, too.
  useHotkeys([['F2', byKey]], []);
  return (
    <PadContext value={pad}>
      {children}
      {target !== undefined && <CallPad key={target.entry.id} target={target} first={first} onClose={close} />}
    </PadContext>
  );
}
