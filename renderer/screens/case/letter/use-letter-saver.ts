// Saves the letter while it is written: a moment after the last key, when the window goes away, and never over somebody else's changes.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppealLetterView } from '../../../../shared/contract/appeal-letter.ts';
import { isAppError } from '../../../../shared/errors.ts';
import type { CaseId } from '../../../../shared/ids.ts';
import type { Letter } from '../../../../shared/model/letter.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { takeAppealLetter } from '../../../bridge/queries.ts';

/** A pause this long ends a burst of typing, in milliseconds. */
const PAUSE_MS = 800;

/** `conflict`: another window saved in between. */
export type SaveState = 'saved' | 'typing' | 'saving' | 'failed' | 'conflict';

export interface LetterSaver {
  readonly state: SaveState;
  change(letter: Letter): void;
  /** Saves at once what is not saved yet; gives the revision of what is stored then. Throws why it could not. */
  flush(): Promise<AppealLetterView['revision']>;
  /** Puts this window's letter over the one that another window saved. */
  keepMine(): Promise<void>;
}

/** Saves one letter after the other, so that an older one can't arrive last. */
export function useLetterSaver(id: CaseId, first: AppealLetterView): LetterSaver {
  const { client } = useHost();
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>('saved');
  const revision = useRef(first.revision);
  const pending = useRef<Letter>(undefined);
  const timer = useRef<number>(undefined);
  const running = useRef<Promise<void>>(undefined);
  const save = useMutation({
    mutationFn: (letter: Letter) => client.appealLetter.save({ id, letter, revision: revision.current }),
    scope: { id: 'cases' },
    meta: { silent: true },
    onSuccess: (answer) => {
      revision.current = answer.appealLetter.revision;
      takeAppealLetter(queries, id, answer);
    },
  });
  const saver = useRef(save.mutateAsync);
  saver.current = save.mutateAsync;

  const work = useCallback(async () => {
    while (pending.current !== undefined) {
      const letter = pending.current;
      pending.current = undefined;
      setState('saving');
      try {
        await saver.current(letter);
      } catch (error) {
        pending.current ??= letter;
        setState(isAppError(error) && error.code === 'letter-changed-elsewhere' ? 'conflict' : 'failed');
        throw error;
      }
    }
    setState('saved');
  }, []);
  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    if (running.current === undefined && pending.current !== undefined)
      running.current = work().finally(() => {
        running.current = undefined;
      });
    await running.current;
    return revision.current;
  }, [work]);
  /** The state tells what went wrong. */
  const quietly = useCallback(() => void flush().catch(() => undefined), [flush]);

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') quietly();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      quietly();
    };
  }, [quietly]);

  return {
    state,
    flush,
    change: (letter) => {
      pending.current = letter;
      if (state === 'conflict') return;
      setState('typing');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(quietly, PAUSE_MS);
    },
    keepMine: async () => {
      revision.current = (await client.appealLetter.get({ id })).revision;
      await flush();
    },
  };
}
