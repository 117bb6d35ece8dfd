// Text that saves itself: a moment after the last key, when the field is left, and when the screen goes away.
import { Text, Textarea, type TextareaProps, TextInput, type TextInputProps } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A pause this long ends a burst of typing, in milliseconds. */
const PAUSE_MS = 700;

type State = 'clean' | 'typing' | 'saving' | 'saved' | 'failed';

const STATE_WORDS: Readonly<Record<State, string>> = {
  clean: '',
  typing: '',
  saving: 'Saving…',
  saved: 'Saved',
  failed: 'Not saved. Change the text to try again.',
};

interface Autosave {
  readonly text: string;
  readonly state: State;
  change(text: string): void;
  enter(): void;
  leave(): void;
}

/** Keeps a draft of `stored` and saves it. A newer stored value is taken over only while nobody types. */
function useAutosave(stored: string, save: (text: string) => Promise<unknown>): Autosave {
  const [draft, setDraft] = useState<string>();
  const [state, setState] = useState<State>('clean');
  const pending = useRef<string>(undefined);
  const timer = useRef<number>(undefined);
  const isSaving = useRef(false);
  const hasFocus = useRef(false);
  const saver = useRef(save);
  saver.current = save;

  /** Saves one text after the other, so that an older one can't arrive last. */
  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    if (isSaving.current) return;
    isSaving.current = true;
    while (pending.current !== undefined) {
      const text = pending.current;
      pending.current = undefined;
      setState('saving');
      const isSaved = await saver.current(text).then(
        () => true,
        // The reason is shown by the query client; the draft stays in the field.
        () => false,
      );
      if (pending.current !== undefined) continue;
      setState(isSaved ? 'saved' : 'failed');
      // While the field has the focus its text stays as typed: what is stored may be trimmed.
      if (isSaved && !hasFocus.current) setDraft(undefined);
    }
    isSaving.current = false;
  }, []);

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') void flush();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      void flush();
    };
  }, [flush]);

  return {
    text: draft ?? stored,
    state,
    enter: () => {
      hasFocus.current = true;
    },
    leave: () => {
      hasFocus.current = false;
      if (state === 'saved') setDraft(undefined);
      void flush();
    },
    change: (text) => {
      setDraft(text);
      setState('typing');
      pending.current = text;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), PAUSE_MS);
    },
  };
}

interface AutosaveProps {
  readonly value: string;
  readonly onSave: (text: string) => Promise<unknown>;
}

/** A field of several lines that saves itself and says so. */
export function AutosaveTextarea({
  value,
  onSave,
  ...rest
}: AutosaveProps & Omit<TextareaProps, 'value' | 'onChange' | 'onFocus' | 'onBlur'>) {
  const { text, state, change, enter, leave } = useAutosave(value, onSave);
  return (
    <div>
      <Textarea
        autosize
        autoComplete="off"
        {...rest}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onFocus={enter}
        onBlur={leave}
      />
      <SaveState state={state} />
    </div>
  );
}

/** A field of one line that saves itself and says so. */
export function AutosaveInput({
  value,
  onSave,
  ...rest
}: AutosaveProps & Omit<TextInputProps, 'value' | 'onChange' | 'onFocus' | 'onBlur'>) {
  const { text, state, change, enter, leave } = useAutosave(value, onSave);
  return (
    <div>
      <TextInput
        autoComplete="off"
        {...rest}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onFocus={enter}
        onBlur={leave}
      />
      <SaveState state={state} />
    </div>
  );
}

function SaveState({ state }: { readonly state: State }) {
  return (
    <Text size="xs" c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} role="status" mih="1.3em" mt={2}>
      {STATE_WORDS[state]}
    </Text>
  );
}
