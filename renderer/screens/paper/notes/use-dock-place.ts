// Where what is offered for chosen words stands: just below them, else above, always within the part of the page that is in view.
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import type { WordRange } from '../../../navigation/routes.ts';

/** Room between the dock and what it stands beside, in pixels. */
const GAP_PX = 10;
/** The bar of the window at the top, in pixels. */
const TOP_BAR_PX = 64;

/** Of the edges of what counts, from the upper edge of the window, in pixels. */
export interface DockSpace {
  /** The part of the page's frame that is in view, without what lies over it. */
  readonly top: number;
  readonly bottom: number;
  /** The words; undefined for a note on the page as a whole. */
  readonly words: { readonly top: number; readonly bottom: number } | undefined;
  /** Of the dock itself. */
  readonly height: number;
}

/** The upper edge of the dock, from that of the window. Words out of view leave it at the edge they went over. */
export function dockTop({ top, bottom, words, height }: DockSpace): number {
  if (words === undefined) return top + GAP_PX;
  const below = words.bottom + GAP_PX;
  const above = words.top - GAP_PX - height;
  const wanted = below + height > bottom - GAP_PX && above >= top + GAP_PX ? above : below;
  return Math.max(top + GAP_PX, Math.min(wanted, bottom - GAP_PX - height));
}

/** The place of `dock` within the page's frame, in pixels from the frame's upper edge; follows scrolling and the dock's own growing. */
export function useDockPlace(
  dock: RefObject<HTMLElement | null>,
  viewer: RefObject<HTMLElement | null>,
  words: WordRange | undefined,
  isShown: boolean,
): number {
  const [top, setTop] = useState(0);
  const { from, to } = words ?? {};
  const place = useCallback(() => {
    const frame = viewer.current?.querySelector('.page-frame');
    if (frame === null || frame === undefined || dock.current === null) return;
    const edge = frame.getBoundingClientRect();
    setTop(
      dockTop({
        top: Math.max(edge.top, TOP_BAR_PX),
        bottom: Math.min(edge.bottom, window.innerHeight, noticesTop()),
        words: from === undefined || to === undefined ? undefined : edgesOf(frame, from, to),
        height: dock.current.offsetHeight,
      }) - edge.top,
    );
  }, [dock, viewer, from, to]);
  useLayoutEffect(() => {
    const element = dock.current;
    if (!isShown || element === null) return;
    place();
    const growing = new ResizeObserver(place);
    growing.observe(element);
    // Heard on its way down, so that scrolling of the page's frame counts, too.
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      growing.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [dock, place, isShown]);
  return top;
}

/** The first and the last of the words: a selection goes from one to the other. */
function edgesOf(frame: Element, from: number, to: number): DockSpace['words'] {
  const boxes = [from, to - 1].flatMap((index) => {
    const word = frame.querySelector(`[data-word="${index}"]`);
    return word === null ? [] : [word.getBoundingClientRect()];
  });
  if (boxes.length === 0) return undefined;
  return { top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
}

/** Notices stand over the lower part of the window for a while. */
function noticesTop(): number {
  const notices = [...document.querySelectorAll('.mantine-Notification-root')];
  return Math.min(...notices.map((notice) => notice.getBoundingClientRect().top));
}
