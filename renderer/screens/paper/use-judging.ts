// The person's word on the reasons of a paper: said, told, taken back, with the focus kept.
import { useEffect, useRef, useState } from 'react';
import type { DocumentId } from '../../../shared/ids.ts';
import type { Reading } from '../../../shared/model/finding.ts';
import { useDocumentChange } from '../../bridge/queries.ts';
import { type Judgement, undoOf } from './denial/verdicts.ts';

export interface Judging {
  /** What was done last, in a sentence. */
  readonly done: { readonly sentence: string; readonly canUndo: boolean } | undefined;
  readonly isBusy: boolean;
  /** Says a judgement; `focusId` names the element that has the focus afterwards. */
  judge(judgement: Judgement, sentence: string, focusId: string): void;
  undo(): void;
}

interface LastDone {
  readonly sentence: string;
  readonly undo: readonly Judgement[];
}

/** Judging over a paper as it is read now. */
export function useJudging(id: DocumentId, reading: Reading): Judging {
  const [last, setLast] = useState<LastDone>();
  const focusNext = useRef<string>(undefined);
  const change = useDocumentChange(async (client, judgements: readonly Judgement[]) => {
    for (const judgement of judgements) await client.documents.judgeReason({ id, ...judgement });
  });
  // After each drawing: the element to focus may come only with the new reading.
  useEffect(() => {
    const element = focusNext.current === undefined ? null : document.getElementById(focusNext.current);
    if (element === null) return;
    focusNext.current = undefined;
    // Someone who has gone on to another place stays there.
    const now = document.activeElement;
    if (now !== document.body && document.getElementById(REASONS_ID)?.contains(now) !== true) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  const say = (judgements: readonly Judgement[], done: LastDone, focusId: string) => {
    // While this is on its way, “Undo” would take back something earlier.
    setLast(undefined);
    change.mutate(judgements, {
      onSuccess: () => {
        focusNext.current = focusId;
        setLast(done);
      },
    });
  };
  return {
    done: last && { sentence: last.sentence, canUndo: last.undo.length > 0 },
    isBusy: change.isPending,
    judge: (judgement, sentence, focusId) => say([judgement], { sentence, undo: undoOf(reading, judgement) }, focusId),
    undo: () => last && say(last.undo, { sentence: 'Taken back.', undo: [] }, REASONS_ID),
  };
}

/** The place of the reasons: the focus goes here when the thing that was judged is gone. */
export const REASONS_ID = 'reasons';

/** The element of a reason on the list. */
export function reasonElementId(reason: string): string {
  return `reason-${reason}`;
}

/** The element of a reason among those that are no reason. */
export function dismissedElementId(reason: string): string {
  return `not-reason-${reason}`;
}
