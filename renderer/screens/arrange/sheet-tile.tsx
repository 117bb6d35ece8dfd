// One page on the table: its picture, and what can be done with it.
import { Text } from '@mantine/core';
import type { DragEvent, KeyboardEvent } from 'react';
import { pagePath } from '../../../shared/contract/assets.ts';
import { useHost } from '../../bridge/host-context.tsx';
import { ToolButton } from '../../parts/tool-button.tsx';
import type { Sheet } from './sheets.ts';

interface SheetTileProps {
  readonly sheet: Sheet;
  /** “Page 2 of The denial”. */
  readonly name: string;
  readonly place: number;
  readonly count: number;
  readonly isDragged: boolean;
  readonly onMove: (to: number) => void;
  readonly onTurn: () => void;
  readonly onOut: () => void;
  readonly onBegin: () => void;
  readonly onDrag: () => void;
  readonly onDrop: () => void;
}

/** Can be dragged; by keyboard its buttons do the same, and Alt with an arrow moves it. */
export function SheetTile({ sheet, name, place, count, isDragged, ...on }: SheetTileProps) {
  const host = useHost();
  const key = (event: KeyboardEvent) => {
    const to = { ArrowLeft: place - 1, ArrowUp: place - 1, ArrowRight: place + 1, ArrowDown: place + 1 }[event.key];
    if (!event.altKey || to === undefined) return;
    event.preventDefault();
    on.onMove(to);
  };
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    on.onDrop();
  };
  return (
    <li
      className="sheet-tile"
      aria-label={name}
      data-out={sheet.isOut || undefined}
      data-begins={sheet.begins || undefined}
      data-dragged={isDragged || undefined}
      draggable
      onDragStart={on.onDrag}
      onDragOver={over}
      onDrop={drop}
      onKeyDown={key}
    >
      {sheet.begins && (
        <Text size="sm" fw={600} className="sheet-begins">
          New paper
        </Text>
      )}
      <div className="sheet-picture">
        <img
          src={host.assetUrl(pagePath(sheet.documentId, sheet.pageNumber))}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          style={{ transform: `rotate(${sheet.turn}deg)` }}
        />
      </div>
      <Text size="sm" lineClamp={2} className="wrap-anywhere">
        {place + 1}. {name}
        {sheet.isOut && ' (left out)'}
      </Text>
      <div className="sheet-tools">
        <ToolButton
          icon="left"
          label={`Earlier: ${name}`}
          isDisabled={place === 0}
          onClick={() => on.onMove(place - 1)}
        />
        <ToolButton
          icon="right"
          label={`Later: ${name}`}
          isDisabled={place === count - 1}
          onClick={() => on.onMove(place + 1)}
        />
        <ToolButton icon="turn" label={`Turn: ${name}`} isDisabled={sheet.isOut} onClick={on.onTurn} />
        <ToolButton
          icon="cut"
          label={sheet.begins ? `No new paper from: ${name}` : `New paper from: ${name}`}
          isDisabled={sheet.isOut || place === 0}
          onClick={on.onBegin}
        />
        <ToolButton
          icon={sheet.isOut ? 'undo' : 'cross'}
          label={sheet.isOut ? `Take in again: ${name}` : `Leave out: ${name}`}
          isDisabled={false}
          onClick={on.onOut}
        />
      </div>
    </li>
  );
}
