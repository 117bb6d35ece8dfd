// The pages of a paper, one at a time: turned over, enlarged, searched, their words selected; and as text for those who can't see the picture.
import { VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DocumentSummary, PageSummary } from '../../../shared/model/document.ts';
import type { Page } from '../../../shared/model/page.ts';
import type { WordRange } from '../../navigation/routes.ts';
import { FindBar } from './find-bar.tsx';
import { HardToRead } from './hard-to-read.tsx';
import { InSpanish } from './in-spanish.tsx';
import type { Mark } from './marks.ts';
import { AnnotationMarks } from './notes/annotation-marks.tsx';
import { NotingDock } from './notes/noting-dock.tsx';
import { useNoting } from './notes/use-noting.ts';
import { PageBar } from './page-bar.tsx';
import { type KeyAction, keyOfPage, keyOfPaper } from './page-keys.ts';
import { PageSheet } from './page-sheet.tsx';
import { PageText } from './page-text.tsx';
import { rangeOf } from './picking.ts';
import { PickingSurface } from './picking-surface.tsx';
import { useFinding } from './use-finding.ts';
import type { Picking } from './use-picking.ts';
import { useSelecting } from './use-selecting.ts';
import { type Turn, turned, type Zoom, zoomed } from './zoom.ts';

interface PageViewerProps {
  readonly document: DocumentSummary;
  readonly pages: readonly PageSummary[];
  readonly pageNumber: number;
  readonly words: Page | undefined;
  readonly marks: readonly Mark[];
  readonly active: WordRange | undefined;
  readonly onPage: (pageNumber: number) => void;
  /** What is offered to look for. */
  readonly query: string;
  /** The other one of two papers side by side: it answers to keys only while it has the focus. */
  readonly isSecond?: boolean;
  /** While words are chosen on the page. */
  readonly choosing?: Choosing | undefined;
  /** Further buttons. */
  readonly more?: ReactNode;
}

interface Choosing {
  readonly picking: Picking;
  /** Shown above the page. */
  readonly bar: ReactNode;
  /** The words are chosen by the keyboard. */
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** One page at a time. */
export function PageViewer(props: PageViewerProps) {
  const { document, pages, pageNumber, words, active, onPage, query, isSecond = false, choosing } = props;
  const [zoom, setZoom] = useState<Zoom>('width');
  const [turns, setTurns] = useState<ReadonlyMap<number, Turn>>(new Map());
  const [isText, setText] = useState(false);
  const viewer = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const finding = useFinding(document.id, pageNumber, query, onPage);
  const turn = choosing === undefined ? (turns.get(pageNumber) ?? 0) : 0;
  const place = finding.at === undefined ? undefined : finding.places[finding.at];
  const shown = place ?? active;
  const selecting = useSelecting(sheet, words, turn, shown?.from ?? 0);
  // While words are chosen for a reason, nothing else is made of them.
  const noting = useNoting(document.id, pageNumber, choosing === undefined ? words : undefined, viewer);
  const page = pages[pageNumber - 1];

  const go = (to: number) => {
    const next = Math.max(1, Math.min(pages.length, to));
    if (next !== pageNumber) onPage(next);
  };
  const step = (by: 1 | -1) => setZoom((now) => zoomed(now, shownFactor(sheet.current), by));
  const rotate = (by: 1 | -1) => {
    noting.letGo();
    setTurns(new Map(turns).set(pageNumber, turned(turn, by)));
  };
  const find = () => {
    // The field takes the focus once it is there; when it is there already, it is what Ctrl+F means.
    flushSync(finding.open);
    const field = viewer.current?.querySelector<HTMLInputElement>('[data-find]');
    field?.focus();
    field?.select();
  };
  const leaveFinding = () => {
    finding.close();
    viewer.current?.querySelector<HTMLElement>('.page-frame')?.focus({ preventScroll: true });
  };
  const act = (action: KeyAction) => {
    if (action.do === 'page') go(pageNumber + action.by);
    else if (action.do === 'first') go(1);
    else if (action.do === 'last') go(pages.length);
    else if (action.do === 'zoom') step(action.by);
    else if (action.do === 'fit') setZoom(action.to);
    else if (action.do === 'turn' || action.do === 'turn-back') rotate(action.do === 'turn' ? 1 : -1);
    else if (action.do === 'find') find();
    else if (action.do === 'highlight') noting.highlight();
    else if (action.do === 'note') noting.write();
    else finding.step(action.do === 'next-hit' ? 1 : -1);
  };
  const press = (event: KeyboardEvent) => {
    if (isTextField(event.target) && !(event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey))) return;
    const frame = viewer.current?.querySelector('.page-frame');
    const isWide = frame !== null && frame !== undefined && frame.scrollWidth > frame.clientWidth;
    if (isWide && !event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      // It scrolls the page along, as everywhere.
      event.stopPropagation();
      return;
    }
    const action = keyOfPage(event);
    const isTaken = () =>
      (event.key === 'Escape' && noting.letGo()) || (event.target === frame && selecting.key(event));
    if (action === undefined && !isTaken()) return;
    if (action !== undefined) act(action);
    event.preventDefault();
    event.stopPropagation();
  };
  usePaperKeys(!isSecond, act);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is begun at its top, before words on it are brought into view
  useLayoutEffect(() => {
    viewer.current?.querySelector('.page-frame')?.scrollTo(0, 0);
  }, [pageNumber]);

  if (page === undefined) return null;
  const pick = choosing?.picking.pick?.pageNumber === pageNumber ? choosing.picking.pick : undefined;
  const marked = pick === undefined ? shown : rangeOf(pick);
  const surface = (picked: Page, children?: ReactNode) =>
    choosing !== undefined && (
      <PickingSurface
        page={picked}
        pick={pick}
        onPick={choosing.picking.choose}
        onTake={choosing.onTake}
        onLeave={choosing.onLeave}
      >
        {children}
      </PickingSurface>
    );
  return (
    <section
      ref={viewer}
      aria-label={isSecond ? `Pages of “${document.title}”` : 'Pages'}
      className="paper-pages"
      data-choosing={choosing !== undefined || undefined}
      onKeyDown={press}
    >
      <PageBar
        pages={pages}
        pageNumber={pageNumber}
        zoom={zoom}
        isText={isText}
        isFinding={finding.isOpen}
        onPage={go}
        onStep={step}
        onZoom={setZoom}
        onTurn={() => rotate(1)}
        onText={() => setText(!isText)}
        onFind={find}
        more={props.more}
      />
      {finding.isOpen && <FindBar finding={finding} onLeave={leaveFinding} />}
      <HardToRead documentId={document.id} pages={pages} pageNumber={pageNumber} />
      <InSpanish page={words} />
      {choosing?.bar}
      <div className="page-holder">
        <section
          className="page-frame"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          aria-label={`Page ${pageNumber} of ${pages.length}`}
          onCopy={selecting.copy}
        >
          {isText ? (
            words !== undefined &&
            (choosing === undefined ? (
              <PageText key={pageNumber} page={words} marked={marked} own={noting.annotations} />
            ) : (
              surface(words, <PageText page={words} marked={marked} />)
            ))
          ) : (
            <PageSheet
              ref={sheet}
              documentId={document.id}
              page={page}
              words={words}
              zoom={zoom}
              turn={turn}
              marks={props.marks}
              places={finding.places}
              active={shown}
              onPress={choosing === undefined ? selecting.press : undefined}
            >
              {words !== undefined && <AnnotationMarks page={words} noting={noting} />}
              {words !== undefined && surface(words)}
            </PageSheet>
          )}
        </section>
        {choosing === undefined && <NotingDock noting={noting} viewer={viewer} />}
      </div>
      <VisuallyHidden role="status">{selecting.said}</VisuallyHidden>
    </section>
  );
}

/** Keys that count wherever the focus is on the screen. */
function usePaperKeys(isOn: boolean, act: (action: KeyAction) => void): void {
  const press = (event: globalThis.KeyboardEvent) => {
    const action = isOn ? keyOfPaper(event) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    act(action);
  };
  const options = { preventDefault: false };
  useHotkeys(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'].map((key) => [key, press, options]));
  useHotkeys(
    ['mod+F', 'F3', 'shift+F3'].map((key) => [key, press, options]),
    [],
  );
}

/** How many times the width of its frame the page has now. */
function shownFactor(sheet: HTMLElement | null): number {
  const outer = sheet?.parentElement;
  const frame = outer?.parentElement;
  if (outer === null || outer === undefined || frame === null || frame === undefined) return 1;
  const { paddingLeft, paddingRight } = getComputedStyle(frame);
  return outer.offsetWidth / (frame.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea');
}
