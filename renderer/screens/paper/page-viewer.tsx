// The picture of a page, with zoom, turning, and its text for those who can't see the picture.
import { ActionIcon, Button, Group, NativeSelect, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { pagePath } from '../../../shared/contract/assets.ts';
import type { DocumentSummary, PageSummary } from '../../../shared/model/document.ts';
import type { Page } from '../../../shared/model/page.ts';
import { useHost } from '../../bridge/host-context.tsx';
import type { WordRange } from '../../navigation/routes.ts';
import { goTo } from '../../navigation/use-route.ts';
import { Icon, type IconName } from '../../parts/icons.tsx';
import { linesOf } from '../../parts/word-boxes.ts';
import type { Mark } from './marks.ts';
import { PageMarks } from './page-marks.tsx';
import { SaveOriginal } from './save-original.tsx';

interface PageViewerProps {
  readonly document: DocumentSummary;
  readonly pages: readonly PageSummary[];
  readonly pageNumber: number;
  readonly words: Page | undefined;
  readonly marks: readonly Mark[];
  readonly active: WordRange | undefined;
  readonly onTurn: (by: number) => void;
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
const FIT = 2;

/** One page at a time. */
export function PageViewer({ document, pages, pageNumber, words, marks, active, onTurn }: PageViewerProps) {
  const host = useHost();
  const [zoomIndex, setZoomIndex] = useState(FIT);
  const [isText, setText] = useState(false);
  const page = pages[pageNumber - 1];
  if (page === undefined) return null;
  const zoom = ZOOMS[zoomIndex] ?? 1;
  return (
    <section aria-label="Pages" className="paper-pages">
      <Group justify="space-between" mb="xs">
        <Group gap={4}>
          <Tool icon="left" label="Previous page" isDisabled={pageNumber === 1} onClick={() => onTurn(-1)} />
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
          <Tool icon="right" label="Next page" isDisabled={pageNumber === pages.length} onClick={() => onTurn(1)} />
        </Group>
        <Group gap={4}>
          <Tool
            icon="zoomOut"
            label="Smaller"
            isDisabled={zoomIndex === 0}
            onClick={() => setZoomIndex(zoomIndex - 1)}
          />
          <Text size="sm" w={48} ta="center" role="status" aria-label="Zoom">
            {Math.round(zoom * 100)}%
          </Text>
          <Tool
            icon="zoomIn"
            label="Larger"
            isDisabled={zoomIndex === ZOOMS.length - 1}
            onClick={() => setZoomIndex(zoomIndex + 1)}
          />
          <Button variant="default" size="sm" aria-pressed={isText} onClick={() => setText(!isText)}>
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="page-frame" tabIndex={0} aria-label={`Page ${pageNumber} of ${pages.length}`}>
        {isText ? (
          <div className="page-text">
            {words !== undefined &&
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a page have no other name
              linesOf(words).map((line, index) => <p key={index}>{line}</p>)}
          </div>
        ) : (
          <div
            className="page-sheet"
            style={{ width: `${zoom * 100}%`, aspectRatio: `${page.widthPt} / ${page.heightPt}` }}
          >
            <img
              src={host.assetUrl(pagePath(document.id, pageNumber))}
              alt={`Page ${pageNumber}, as it was scanned or sent`}
              draggable={false}
            />
            {words !== undefined && <PageMarks page={words} marks={marks} active={active} />}
          </div>
        )}
      </section>
    </section>
  );
}

function Tool(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={props.label}
        disabled={props.isDisabled}
        onClick={props.onClick}
      >
        <Icon name={props.icon} size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
