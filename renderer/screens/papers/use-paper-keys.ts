// The keys that move through the papers: arrows, Home, End, Page Up and Down; Space chooses, with Shift a stretch; Ctrl+A all, Escape none.
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface PaperKeys {
  /** How many papers, and how many stand side by side. */
  readonly count: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly rowsOnScreen: number;
  readonly list: RefObject<HTMLElement | null>;
  /** Brings a paper onto the screen, so that it is drawn. */
  readonly reveal: (index: number) => void;
  readonly onChoose: (index: number, isStretch: boolean) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** What the list listens to, and the paper that has the focus: it must stay drawn, however far one scrolls. */
export function usePaperKeys({ count, columns, rowsOnScreen, list, reveal, onChoose, onAll, onNone }: PaperKeys) {
  const [active, setActive] = useState<number>();
  const wanted = useRef<number>(undefined);
  // After every render: the paper to go to is drawn a moment after it was brought onto the screen.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const link = list.current?.querySelector<HTMLElement>(`li[data-index="${wanted.current}"] a`);
    if (link == null) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexOf(event.target);
    if (index === undefined || event.altKey) return;
    const isOnLink = event.target instanceof HTMLAnchorElement;
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onAll();
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === ' ' && isOnLink) onChoose(index, event.shiftKey);
    else if (event.key === 'Escape') onNone();
    else {
      const to = target(event.key, index, { count, columns, rowsOnScreen });
      if (to === undefined) return;
      wanted.current = to;
      setActive(to);
      reveal(to);
    }
    event.preventDefault();
  };
  return { active, onKeyDown, onFocus: (event: { readonly target: EventTarget }) => setActive(indexOf(event.target)) };
}

/** Where a key goes from paper `index`; undefined for keys that go nowhere. */
export function target(
  key: string,
  index: number,
  { count, columns, rowsOnScreen }: Pick<PaperKeys, 'count' | 'columns' | 'rowsOnScreen'>,
): number | undefined {
  const page = columns * Math.max(1, rowsOnScreen - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: -columns,
    ArrowDown: columns,
    ...(columns > 1 && { ArrowLeft: -1, ArrowRight: 1 }),
    PageUp: -page,
    PageDown: page,
    Home: -index,
    End: count - 1 - index,
  };
  const step = steps[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, index + step));
}

function indexOf(target: EventTarget): number | undefined {
  const item = target instanceof Element ? target.closest<HTMLElement>('li[data-index]') : null;
  return item === null ? undefined : Number(item.dataset.index);
}
