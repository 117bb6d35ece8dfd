// The page while words are chosen on it: dragged over with mouse or finger, or walked to with the keyboard.
import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Page } from '../../../shared/model/page.ts';
import { boxesOf } from '../../parts/word-boxes.ts';
import { type Pick, type PickKey, pickInWords, rangeOf, wordAt, wordBeside } from './picking.ts';

interface PickingSurfaceProps {
  readonly page: Page;
  readonly pick: Pick | undefined;
  readonly onPick: (pick: Pick | undefined) => void;
  /** The words are chosen. */
  readonly onTake: () => void;
  readonly onLeave: () => void;
  /** The page as text, whose words name themselves by `data-word`; without it the surface lies over the picture. */
  readonly children?: ReactNode;
}

const KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** Takes the focus when it appears and nothing else has it: turning the page by a button leaves the focus on the button. */
export function PickingSurface({ page, pick, onPick, onTake, onLeave, children }: PickingSurfaceProps) {
  const surface = useRef<HTMLDivElement>(null);
  const help = useId();
  const [isDragging, setDragging] = useState(false);
  // A finger that scrolls the page begins like one that chooses; then the choice is as it was before.
  const before = useRef<Pick>(undefined);
  const isText = children !== undefined;
  useEffect(() => {
    if (document.activeElement === document.body) surface.current?.focus({ preventScroll: true });
  }, []);
  // Words of the text follow the keyboard as those of the picture do.
  useEffect(() => {
    if (!isText || isDragging || pick === undefined) return;
    surface.current?.querySelector(`[data-word="${pick.head}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [isText, isDragging, pick]);
  const wordUnder = (event: PointerEvent): number | undefined =>
    isText ? wordOfElement(event) : wordOfPicture(page, event, surface.current);

  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const word = wordUnder(event);
    if (word === undefined) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
    before.current = pick;
    // A second tap, or one with Shift, goes on from the first: a sentence can be chosen without dragging.
    const goesOn = pick !== undefined && (event.shiftKey || pick.anchor === pick.head);
    onPick({ pageNumber: page.pageNumber, anchor: goesOn ? pick.anchor : word, head: word });
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!isDragging || pick === undefined) return;
    const word = wordUnder(event);
    if (word !== undefined && word !== pick.head) onPick({ ...pick, head: word });
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter') {
      if (pick !== undefined) onTake();
    } else if (KEYS.includes(event.key)) {
      const key = event.key as PickKey; // one of KEYS
      const head = pick === undefined ? 0 : wordBeside(page, pick.head, key);
      onPick({ pageNumber: page.pageNumber, anchor: event.shiftKey ? (pick?.anchor ?? head) : head, head });
    } else return;
    event.preventDefault();
    // The arrows would turn the page.
    event.stopPropagation();
  };

  return (
    <>
      <div
        ref={surface}
        role="application"
        aria-label={`Words of page ${page.pageNumber}`}
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys itself
        tabIndex={0}
        className={isText ? 'pick-surface pick-surface-text' : 'pick-surface'}
        onKeyDown={walk}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={() => setDragging(false)}
        onPointerCancel={() => {
          setDragging(false);
          onPick(before.current);
        }}
      >
        {children}
        {pick !== undefined && !isText && <PickedBoxes page={page} pick={pick} follows={!isDragging} />}
      </div>
      <VisuallyHidden id={help}>
        Arrow keys move from word to word. Shift and an arrow key choose more words. Enter takes them. Escape leaves.
      </VisuallyHidden>
      <VisuallyHidden role="status">{pick === undefined ? '' : pickInWords(page, pick)}</VisuallyHidden>
    </>
  );
}

interface PickedBoxesProps {
  readonly page: Page;
  readonly pick: Pick;
  /** Whether the page moves with the choice: by the keyboard, not under a finger. */
  readonly follows: boolean;
}

function PickedBoxes({ page, pick, follows }: PickedBoxesProps) {
  const head = useRef<HTMLSpanElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the word is brought into view each time it moves, and only then
  useEffect(() => {
    if (follows) head.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pick.head]);
  const { from, to } = rangeOf(pick);
  const [caret] = boxesOf(page, pick.head, pick.head + 1);
  const placed = (box: NonNullable<typeof caret>) => ({
    left: `${box.left}%`,
    top: `${box.top}%`,
    width: `${box.width}%`,
    height: `${box.height}%`,
  });
  return (
    <>
      {boxesOf(page, from, to).map((box) => (
        <span key={`${box.left}/${box.top}`} className="page-mark page-mark-picked" style={placed(box)} />
      ))}
      {caret !== undefined && <span ref={head} className="page-mark page-mark-caret" style={placed(caret)} />}
    </>
  );
}

function wordOfPicture(page: Page, event: PointerEvent, surface: Element | null): number | undefined {
  const area = surface?.getBoundingClientRect();
  if (area === undefined || area.width === 0) return undefined;
  const x = ((event.clientX - area.left) / area.width) * page.widthPt;
  const y = ((event.clientY - area.top) / area.height) * page.heightPt;
  return wordAt(page, x, y);
}

/** The pointer is captured, so the element under it is asked for by its place. */
function wordOfElement(event: PointerEvent): number | undefined {
  const word = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-word]');
  return word === null || word === undefined ? undefined : Number(word.dataset.word);
}
