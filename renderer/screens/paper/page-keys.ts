// What the keys do on the pages of a paper.

/** What a key asks for; `page` is a page to go to, or so many pages on. */
export type KeyAction =
  | { readonly do: 'page'; readonly by: 1 | -1 }
  | { readonly do: 'first' | 'last' | 'find' | 'turn' | 'turn-back' | 'next-hit' | 'hit-before' }
  | { readonly do: 'highlight' | 'note' }
  | { readonly do: 'zoom'; readonly by: 1 | -1 }
  | { readonly do: 'fit'; readonly to: 'width' | 'page' };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Keys that count wherever the focus is, but in a text; those of one letter or sign (`keyOfPage`) only on the page itself. */
export function keyOfPaper({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): KeyAction | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'f' && !shiftKey ? { do: 'find' } : undefined;
  if (key === 'F3') return { do: shiftKey ? 'hit-before' : 'next-hit' };
  if (shiftKey) return undefined;
  switch (key) {
    case 'ArrowLeft':
    case 'PageUp':
      return { do: 'page', by: -1 };
    case 'ArrowRight':
    case 'PageDown':
      return { do: 'page', by: 1 };
    case 'Home':
      return { do: 'first' };
    case 'End':
      return { do: 'last' };
    default:
      return undefined;
  }
}

/** Keys on the page itself: + and - zoom, 0 fits the width, 1 the whole page, R turns (with Shift the other way), H highlights the chosen words, N begins a note. */
export function keyOfPage(pressed: Key): KeyAction | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (ctrlKey || metaKey || altKey) return keyOfPaper(pressed);
  switch (key) {
    case '+':
    case '=':
      return { do: 'zoom', by: 1 };
    case '-':
      return { do: 'zoom', by: -1 };
    case '0':
      return { do: 'fit', to: 'width' };
    case '1':
      return { do: 'fit', to: 'page' };
    case 'r':
    case 'R':
      return { do: shiftKey ? 'turn-back' : 'turn' };
    case 'h':
    case 'H':
      return { do: 'highlight' };
    case 'n':
    case 'N':
      return { do: 'note' };
    default:
      return keyOfPaper(pressed);
  }
}
