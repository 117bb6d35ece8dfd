// Above the page: which page, drawing on or off, a box by keyboard, and how the page will look.
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { RedactablePage } from '../../../../shared/contract/redactions.ts';
import type { Redaction, RedactionWhy } from '../../../../shared/model/redaction.ts';
import { ToolButton } from '../../../parts/tool-button.tsx';
import { count } from '../../../wording/format.ts';
import { pageName, WHY_CHOICES } from './redaction-words.ts';
import { boxCount } from './use-redactions.ts';

interface PageBarProps {
  readonly pages: readonly RedactablePage[];
  readonly at: number;
  /** Those that are applied, of all pages. */
  readonly redactions: readonly Redaction[];
  readonly why: RedactionWhy;
  readonly isDrawing: boolean;
  readonly isResult: boolean;
  readonly zoom: number;
  readonly onTurn: (at: number) => void;
  readonly onZoom: (zoom: number) => void;
  readonly onWhy: (why: RedactionWhy) => void;
  readonly onDrawing: (isDrawing: boolean) => void;
  readonly onResult: (isResult: boolean) => void;
  readonly onAddBox: () => void;
}

/** Widths of the page, in widths of its frame. */
const ZOOMS: readonly number[] = [1, 1.5, 2, 3];

function beside(zoom: number, by: 1 | -1): number {
  return ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom;
}

/** Every tool has a name; the page's list tells where boxes are. */
export function PageBar(props: PageBarProps) {
  const {
    pages,
    at,
    redactions,
    why,
    isDrawing,
    isResult,
    zoom,
    onTurn,
    onZoom,
    onWhy,
    onDrawing,
    onResult,
    onAddBox,
  } = props;
  const labelOf = (page: RedactablePage) => {
    const boxes = boxCount(
      redactions.filter((each) => each.documentId === page.documentId && each.pageNumber === page.pageNumber),
    );
    return `${pageName(page)}: ${page.title}${boxes === 0 ? '' : ` (${count(boxes, 'box', 'boxes')})`}`;
  };
  return (
    <>
      <Group gap={4} mb="xs" wrap="nowrap">
        <ToolButton icon="left" label="Previous page" isDisabled={at === 0} onClick={() => onTurn(at - 1)} />
        <NativeSelect
          aria-label="Page of the exhibits"
          style={{ flex: 1, minWidth: 0 }}
          value={at}
          data={pages.map((page, index) => ({ value: String(index), label: labelOf(page) }))}
          onChange={(event) => onTurn(Number(event.currentTarget.value))}
        />
        <ToolButton
          icon="right"
          label="Next page"
          isDisabled={at === pages.length - 1}
          onClick={() => onTurn(at + 1)}
        />
        <ToolButton
          icon="zoomOut"
          label="Smaller"
          isDisabled={beside(zoom, -1) === zoom}
          onClick={() => onZoom(beside(zoom, -1))}
        />
        <ToolButton
          icon="zoomIn"
          label="Larger"
          isDisabled={beside(zoom, 1) === zoom}
          onClick={() => onZoom(beside(zoom, 1))}
        />
      </Group>
      <Group gap={6} mb="xs">
        <Button
          size="compact-md"
          variant={isDrawing && !isResult ? 'filled' : 'default'}
          aria-pressed={isDrawing && !isResult}
          disabled={isResult}
          onClick={() => onDrawing(!isDrawing)}
        >
          Draw boxes
        </Button>
        <Button size="compact-md" variant="default" disabled={isResult} onClick={onAddBox}>
          Add a box
        </Button>
        <Button
          size="compact-md"
          variant={isResult ? 'filled' : 'default'}
          aria-pressed={isResult}
          onClick={() => onResult(!isResult)}
        >
          Show the result
        </Button>
        <Group gap={6} wrap="nowrap">
          <Text size="sm" aria-hidden="true">
            Why
          </Text>
          <NativeSelect
            size="xs"
            aria-label="Why new boxes are blacked out"
            data={WHY_CHOICES}
            value={why}
            // The choices are the reasons themselves.
            onChange={(event) => onWhy(event.currentTarget.value as RedactionWhy)}
          />
        </Group>
      </Group>
    </>
  );
}
