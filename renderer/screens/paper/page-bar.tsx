// Above a page: which page, how large, which way up, and what else can be done with it.
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PageSummary } from '../../../shared/model/document.ts';
import { ToolButton } from '../../parts/tool-button.tsx';
import { type Zoom, zoomInWords } from './zoom.ts';

interface PageBarProps {
  readonly pages: readonly PageSummary[];
  readonly pageNumber: number;
  readonly zoom: Zoom;
  readonly isText: boolean;
  readonly isFinding: boolean;
  readonly onPage: (pageNumber: number) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onTurn: () => void;
  readonly onText: () => void;
  readonly onFind: () => void;
  /** Further buttons, at the end. */
  readonly more?: ReactNode;
}

/** All of it can be done by keys too: see `keyActionOf`. */
export function PageBar({ pages, pageNumber, zoom, isText, isFinding, more, ...on }: PageBarProps) {
  return (
    <Group justify="space-between" gap="xs" mb="xs">
      <Group gap={4}>
        <ToolButton
          icon="left"
          label="Previous page"
          isDisabled={pageNumber === 1}
          onClick={() => on.onPage(pageNumber - 1)}
        />
        <NativeSelect
          aria-label="Page"
          size="sm"
          value={pageNumber}
          data={pages.map((each) => ({
            value: String(each.pageNumber),
            label: `Page ${each.pageNumber} of ${pages.length}${each.hardToRead ? ' (hard to read)' : ''}`,
          }))}
          onChange={(event) => on.onPage(Number(event.currentTarget.value))}
        />
        <ToolButton
          icon="right"
          label="Next page"
          isDisabled={pageNumber === pages.length}
          onClick={() => on.onPage(pageNumber + 1)}
        />
      </Group>
      <Group gap={4}>
        <ToolButton icon="zoomOut" label="Smaller" isDisabled={isText} onClick={() => on.onStep(-1)} />
        <Text size="sm" w={48} ta="center" role="status" aria-label="Zoom">
          {zoomInWords(zoom)}
        </Text>
        <ToolButton icon="zoomIn" label="Larger" isDisabled={isText} onClick={() => on.onStep(1)} />
        <ToolButton
          icon="fitWidth"
          label="Fit the width"
          isDisabled={isText || zoom === 'width'}
          onClick={() => on.onZoom('width')}
        />
        <ToolButton
          icon="fitPage"
          label="Fit the whole page"
          isDisabled={isText || zoom === 'page'}
          onClick={() => on.onZoom('page')}
        />
        <ToolButton icon="turn" label="Turn the view" isDisabled={isText} onClick={on.onTurn} />
        <ToolButton icon="search" label="Find in this paper" isDisabled={isFinding} onClick={on.onFind} />
        <Button variant={isText ? 'light' : 'default'} size="sm" aria-pressed={isText} onClick={on.onText}>
          Text
        </Button>
        {more}
      </Group>
    </Group>
  );
}
