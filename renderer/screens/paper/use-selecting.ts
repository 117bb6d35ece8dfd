// Selecting words of a page by mouse and keyboard, and copying them. A finger selects as the system does it.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Page } from '../../../shared/model/page.ts';
import { type PickKey, pickInWords, rangeOf, wordAt, wordBeside } from './picking.ts';
import { type Selected, selectedIn, selectWords, textOf } from './selecting.ts';
import { pointOnPage, type Turn } from './zoom.ts';

const KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
/** A hand that trembles between press and release does not select: pixels. */
const STILL_PX = 4;

export interface Selecting {
  /** What was selected by keyboard, to be read out. */
  readonly said: string;
  press(event: MouseEvent): void;
  /** True when the key was one of selecting. */
  key(event: KeyboardEvent): boolean;
  copy(event: ClipboardEvent): void;
}

/**
 * Words of `page` in the element `sheet`, shown after `turn`. A selection always goes from word to word in reading order, wherever between the
 * words the pointer is. `start` is where the keyboard begins when nothing is selected.
 */
export function useSelecting(
  sheet: RefObject<HTMLElement | null>,
  page: Page | undefined,
  turn: Turn,
  start: number,
): Selecting {
  const [said, say] = useState('');
  const endDrag = useRef<() => void>(undefined);
  useEffect(() => () => endDrag.current?.(), []);
  const wordUnder = (at: { readonly clientX: number; readonly clientY: number }) => {
    const element = sheet.current;
    if (element === null || page === undefined) return undefined;
    const { x, y } = pointOnPage(page, element.getBoundingClientRect(), turn, at);
    return wordAt(page, x, y);
  };
  const select = (selected: Selected) => {
    if (sheet.current !== null) selectWords(sheet.current, selected);
  };

  const press = (event: MouseEvent) => {
    const element = sheet.current;
    const word = wordUnder(event);
    if (event.button !== 0 || element === null || page === undefined || word === undefined) return;
    event.preventDefault();
    element.closest<HTMLElement>('.page-frame')?.focus({ preventScroll: true });
    say('');
    const before = selectedIn(element);
    const goesOn = event.shiftKey && before !== undefined;
    const anchor = goesOn ? before.anchor : word;
    if (goesOn || event.detail === 2) select({ anchor, head: word });
    else if (event.detail > 2) select({ anchor: wordBeside(page, word, 'Home'), head: wordBeside(page, word, 'End') });
    else window.getSelection()?.removeAllRanges();
    const drag = (moved: globalThis.MouseEvent) => {
      const isStill = Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) < STILL_PX;
      const head = wordUnder(moved);
      if (!isStill && head !== undefined) select({ anchor, head });
      scrollTowards(element.closest('.page-frame'), moved);
    };
    const end = () => {
      document.removeEventListener('mousemove', drag);
      document.removeEventListener('mouseup', end);
    };
    endDrag.current?.();
    endDrag.current = end;
    document.addEventListener('mousemove', drag);
    document.addEventListener('mouseup', end);
  };

  const key = (event: KeyboardEvent) => {
    // The picture's words, else those of the page as text.
    const element = sheet.current ?? event.currentTarget.querySelector('.page-text');
    if (element === null || page === undefined || page.words.length === 0) return false;
    const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
    const isStep = event.shiftKey && KEYS.includes(event.key);
    if (!isAll && !isStep) return false;
    const now = selectedIn(element);
    const head = now === undefined ? start : wordBeside(page, now.head, event.key as PickKey); // one of KEYS
    const next = isAll ? { anchor: 0, head: page.words.length - 1 } : { anchor: now?.anchor ?? head, head };
    selectWords(element, next);
    say(`Selected ${pickInWords(page, { ...next, pageNumber: page.pageNumber })}`);
    if (isStep)
      element.querySelector(`[data-word="${next.head}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  };

  const copy = (event: ClipboardEvent) => {
    const selected = sheet.current === null ? undefined : selectedIn(sheet.current);
    if (selected === undefined || page === undefined) return;
    event.clipboardData.setData('text/plain', textOf(page, rangeOf(selected)));
    event.preventDefault();
  };

  return { said, press, key, copy };
}

/** Goes on scrolling while the pointer is beyond the edge of the frame. */
function scrollTowards(frame: Element | null, { clientX, clientY }: globalThis.MouseEvent): void {
  if (frame === null) return;
  const { left, top, right, bottom } = frame.getBoundingClientRect();
  const beyond = (at: number, start: number, end: number) => Math.min(0, at - start) + Math.max(0, at - end);
  frame.scrollBy(beyond(clientX, left, right), beyond(clientY, top, bottom));
}
