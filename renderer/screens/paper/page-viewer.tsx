// The picture of a page, with zoom, turning, and its text for those who can't see the picture.
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { pagePath } from '../../../shared/contract/assets.ts';
import type { DocumentSummary, PageSummary } from '../../../shared/model/document.ts';
import type { Page } from '../../../shared/model/page.ts';
import { useHost } from '../../bridge/host-context.tsx';
import type { WordRange } from '../../navigation/routes.ts';
import { goTo } from '../../navigation/use-route.ts';
import { ToolButton } from '../../parts/tool-button.tsx';
import type { Mark } from './marks.ts';
import { PageMarks } from './page-marks.tsx';
import { PageText } from './page-text.tsx';
import { rangeOf } from './picking.ts';
import { PickingSurface } from './picking-surface.tsx';
import { SaveOriginal } from './save-original.tsx';
import type { Picking } from './use-picking.ts';

interface PageViewerProps {
  readonly document: DocumentSummary;
  readonly pages: readonly PageSummary[];
  readonly pageNumber: number;
  readonly words: Page | undefined;
  readonly marks: readonly Mark[];
  readonly active: WordRange | undefined;
  readonly onTurn: (by: number) => void;
  /** While words are chosen on the page. */
  readonly choosing?: Choosing | undefined;
}

interface Choosing {
  readonly picking: Picking;
  /** Shown above the page. */
  readonly bar: ReactNode;
  /** The words are chosen by the keyboard. */
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
const FIT = 2;

/** One page at a time. */
export function PageViewer({ document, pages, pageNumber, words, marks, active, onTurn, choosing }: PageViewerProps) {
  const host = useHost();
  const [zoomIndex, setZoomIndex] = useState(FIT);
  const [isText, setText] = useState(false);
  const page = pages[pageNumber - 1];
  if (page === undefined) return null;
  const zoom = ZOOMS[zoomIndex] ?? 1;
  const pick = choosing?.picking.pick?.pageNumber === pageNumber ? choosing.picking.pick : undefined;
  const marked = pick === undefined ? active : rangeOf(pick);
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
    <section aria-label="Pages" className="paper-pages" data-choosing={choosing !== undefined || undefined}>
      <Group justify="space-between" mb="xs">
        <Group gap={4}>
          <ToolButton icon="left" label="Previous page" isDisabled={pageNumber === 1} onClick={() => onTurn(-1)} />
          <NativeSelect
            aria-label="Page"
            size="sm"
            value={pageNumber}
            data={pages.map((each) => ({
              value: String(each.pageNumber),
              label: `Page ${each.pageNumber} of ${pages.length}${each.hardToRead ? ' (hard to read)' : ''}`,
            }))}
            onChange={(event) =>
              goTo(
                { screen: 'paper', id: document.id, pageNumber: Number(event.currentTarget.value) },
                { replace: true },
              )
            }
          />
          <ToolButton
            icon="right"
            label="Next page"
            isDisabled={pageNumber === pages.length}
            onClick={() => onTurn(1)}
          />
        </Group>
        <Group gap={4}>
          <ToolButton
            icon="zoomOut"
            label="Smaller"
            isDisabled={zoomIndex === 0}
            onClick={() => setZoomIndex(zoomIndex - 1)}
          />
          <Text size="sm" w={48} ta="center" role="status" aria-label="Zoom">
            {Math.round(zoom * 100)}%
          </Text>
          <ToolButton
            icon="zoomIn"
            label="Larger"
            isDisabled={zoomIndex === ZOOMS.length - 1}
            onClick={() => setZoomIndex(zoomIndex + 1)}
          />
          <Button
            variant={isText ? 'light' : 'default'}
            size="sm"
            aria-pressed={isText}
            onClick={() => setText(!isText)}
          >
            Text
          </Button>
          <SaveOriginal document={document} />
        </Group>
      </Group>
      {page.hardToRead && (
        <Text size="sm" mb="xs">
          This page was hard to read: compare what was found with the picture.
        </Text>
      )}
      {choosing?.bar}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="page-frame" tabIndex={0} aria-label={`Page ${pageNumber} of ${pages.length}`}>
        {isText ? (
          words !== undefined &&
          (choosing === undefined ? (
            <PageText page={words} marked={marked} />
          ) : (
            surface(words, <PageText page={words} marked={marked} />)
          ))
        ) : (
          <div
            className="page-sheet"
            data-zoomed={zoom > 1 || undefined}
            style={{ width: `${zoom * 100}%`, aspectRatio: `${page.widthPt} / ${page.heightPt}` }}
          >
            <img
              src={host.assetUrl(pagePath(document.id, pageNumber))}
              alt={`Page ${pageNumber}, as it was scanned or sent`}
              draggable={false}
            />
            {words !== undefined && <PageMarks page={words} marks={marks} active={active} />}
            {words !== undefined && surface(words)}
          </div>
        )}
      </section>
    </section>
  );
}
