// The small pages in a list of their own; of a thousand only those in sight are there.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { CaseId } from '../../../../shared/ids.ts';
import type { PreviewPage } from '../../../../shared/model/packet.ts';
import { pageName } from './packet-words.ts';
import { PageThumbnail } from './page-picture.tsx';

/** Height of one small page with its number, in pixels; the style sheet says the same. */
const ITEM = 168;

interface PageStripProps {
  readonly caseId: CaseId;
  readonly state: string;
  readonly pages: readonly PreviewPage[];
  /** One-based. */
  readonly at: number;
  readonly onTurn: (page: number) => void;
}

/** A list box: arrows, Page Up and Down, Home and End turn the pages (the panel listens), the chosen one stays in sight. */
export function PageStrip({ caseId, state, pages, at, onTurn }: PageStripProps) {
  const frame = useRef<HTMLDivElement>(null);
  const strip = useVirtualizer({
    count: pages.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ITEM,
    overscan: 3,
  });
  const { scrollToIndex } = strip;
  useEffect(() => scrollToIndex(at - 1, { align: 'auto' }), [at, scrollToIndex]);
  const shown = strip.getVirtualItems();
  const isThere = shown.some(({ index }) => index === at - 1);
  return (
    <div
      ref={frame}
      className="page-strip"
      role="listbox"
      aria-label="Pages of the packet"
      tabIndex={0}
      {...(isThere && { 'aria-activedescendant': `strip-${at}` })}
    >
      <div style={{ height: strip.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start }) => {
          const page = pages[index];
          if (page === undefined) return null;
          const number = index + 1;
          const caption = page.label === undefined ? page.stamp : `${page.label} · ${page.stamp}`;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a list box are those of the list
            <div
              key={index}
              id={`strip-${number}`}
              role="option"
              tabIndex={-1}
              aria-selected={number === at}
              aria-setsize={pages.length}
              aria-posinset={number}
              aria-label={`${caption}, ${pageName(page)}`}
              className="page-strip-item"
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onTurn(number)}
            >
              <PageThumbnail caseId={caseId} state={state} page={page} number={number} />
              <span>{caption}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
