// The papers themselves, as a list or as a grid of small pictures. Only what is in view is drawn, and the paper that has the focus.
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { DocumentId } from '../../../shared/ids.ts';
import type { DocumentSummary } from '../../../shared/model/document.ts';
import type { LibraryView } from '../../../shared/model/preferences.ts';
import { PaperRow } from './paper-row.tsx';
import { PaperTile } from './paper-tile.tsx';
import type { Chosen } from './use-chosen.ts';
import { usePaperKeys } from './use-paper-keys.ts';
import { useTrash } from './use-trash.tsx';

/** Height of a row of the list and of the grid, in pixels; the style sheet says the same. */
const HEIGHT = { list: 80, grid: 290 } as const;
/** Rows drawn above and below what is seen. */
const OVERSCAN = { list: 12, grid: 3 } as const;
/** Least width of a tile, in pixels. */
const TILE_WIDTH = 165;
/** What hangs over the top of the list, in pixels: the bar of the window, and of the chosen papers. */
const HIDDEN_TOP = 150;

interface PaperRowsProps {
  readonly documents: readonly DocumentSummary[];
  readonly chosen: Chosen;
  readonly layout: LibraryView['layout'];
}

/** Papers in the order given. Must be made anew for another layout: the virtualizer keeps the heights it was told. */
export function PaperRows({ documents, chosen, layout }: PaperRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const { ref: measured, width } = useElementSize<HTMLUListElement>();
  const top = useTopOf(list);
  const height = HEIGHT[layout];
  const columns = layout === 'list' ? 1 : Math.max(2, Math.floor(width / TILE_WIDTH));
  const rowCount = Math.ceil(documents.length / columns);
  const focusedRow = useRef<number>(undefined);
  const rows = useWindowVirtualizer({
    count: rowCount,
    estimateSize: () => height,
    overscan: OVERSCAN[layout],
    scrollMargin: top,
    scrollPaddingStart: HIDDEN_TOP,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), focusedRow.current, rowCount),
  });
  const latest = useRef(chosen);
  latest.current = chosen;
  const choose = useCallback((id: DocumentId, isStretch: boolean) => latest.current.toggle(id, isStretch), []);
  const trash = useTrash();
  const keys = usePaperKeys({
    count: documents.length,
    columns,
    rowsOnScreen: Math.floor((window.innerHeight - HIDDEN_TOP) / height),
    list,
    reveal: (index) => rows.scrollToIndex(Math.floor(index / columns)),
    onChoose: (index, isStretch) => {
      const document = documents[index];
      if (document !== undefined) choose(document.id, isStretch);
    },
    onAll: chosen.all,
    onNone: chosen.none,
  });
  focusedRow.current = keys.active === undefined ? undefined : Math.floor(keys.active / columns);
  const Paper = layout === 'list' ? PaperRow : PaperTile;
  return (
    <ul
      ref={useMergedRef(list, measured)}
      className={`paper-list surface paper-${layout}`}
      style={{ height: rowCount * height }}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
    >
      {rows.getVirtualItems().flatMap((row) =>
        documents.slice(row.index * columns, (row.index + 1) * columns).map((document, column) => (
          <li
            key={document.id}
            data-index={row.index * columns + column}
            aria-setsize={documents.length}
            aria-posinset={row.index * columns + column + 1}
            style={{
              position: 'absolute',
              top: row.start - top,
              left: `${(100 * column) / columns}%`,
              width: `${100 / columns}%`,
            }}
          >
            <Paper document={document} isChosen={chosen.has(document.id)} onChoose={choose} onTrash={trash} />
          </li>
        )),
      )}
    </ul>
  );
}

/** The element's distance from the top of the page, in pixels. Looked at after every render: what stands above the list comes and goes. */
function useTopOf(element: { readonly current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(element.current?.offsetTop ?? 0));
  return top;
}

function withRow(indexes: number[], row: number | undefined, count: number): number[] {
  if (row === undefined || row >= count || indexes.includes(row)) return indexes;
  return [...indexes, row].sort((a, b) => a - b);
}
