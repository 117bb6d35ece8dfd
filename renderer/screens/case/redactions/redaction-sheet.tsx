// The page with its boxes: drawn over by mouse or finger; what is only suggested or found is outlined.
import { VisuallyHidden } from '@mantine/core';
import { type PointerEvent, useId, useRef, useState } from 'react';
import { pagePath, redactedPagePath } from '../../../../shared/contract/assets.ts';
import type { RedactablePage } from '../../../../shared/contract/redactions.ts';
import type { CaseId, EntryId } from '../../../../shared/ids.ts';
import type { PageBox, Redaction } from '../../../../shared/model/redaction.ts';
import { WHY_WORDS } from '../../../../shared/packet/redaction/report.ts';
import { useHost } from '../../../bridge/host-context.tsx';
import { drawnBox, type Point } from './box-moves.ts';
import { RedactionBox, shareOf } from './redaction-box.tsx';
import { pageName, stateOf } from './redaction-words.ts';

interface RedactionSheetProps {
  readonly caseId: CaseId;
  readonly page: RedactablePage;
  /** Those of this page that are applied. */
  readonly redactions: readonly Redaction[];
  /** Places that are only pointed at. */
  readonly outlined: readonly PageBox[];
  /** Width of the page, in widths of its frame. */
  readonly zoom: number;
  readonly isDrawing: boolean;
  /** Shows the page as it will be in the packet, and nothing to change. */
  readonly isResult: boolean;
  /** The redaction whose box takes the focus. */
  readonly newId: EntryId | undefined;
  readonly onDraw: (box: PageBox) => void;
  readonly onChange: (redaction: Redaction, undo: () => void) => void;
  readonly onRemove: (redaction: Redaction, boxIndex: number) => void;
}

/** One page as wide as there is room. */
export function RedactionSheet(props: RedactionSheetProps) {
  const { caseId, page, redactions, outlined, zoom, isDrawing, isResult, newId, onDraw, onChange, onRemove } = props;
  const host = useHost();
  const help = useId();
  const surface = useRef<HTMLDivElement>(null);
  const [corners, setCorners] = useState<readonly [Point, Point]>();
  const { documentId, pageNumber, widthPt, heightPt } = page;
  const place = (event: PointerEvent): Point => {
    const area = surface.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: ((event.clientX - area.left) / area.width) * widthPt,
      y: ((event.clientY - area.top) / area.height) * heightPt,
    };
  };
  const draft = corners === undefined ? undefined : drawnBox(corners[0], corners[1], page);
  const path = isResult
    ? redactedPagePath(caseId, documentId, pageNumber, stateOf(redactions))
    : pagePath(documentId, pageNumber);
  const total = redactions.reduce((sum, { boxes }) => sum + boxes.length, 0);
  let number = 0;
  return (
    <div
      ref={surface}
      className="page-sheet redaction-sheet"
      data-drawing={(isDrawing && !isResult) || undefined}
      style={{ width: `${zoom * 100}%`, aspectRatio: `${widthPt} / ${heightPt}` }}
      onPointerDown={(event) => {
        if (event.button !== 0 || !isDrawing || isResult) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setCorners([place(event), place(event)]);
      }}
      onPointerMove={(event) => {
        if (corners !== undefined) setCorners([corners[0], place(event)]);
      }}
      onPointerUp={() => {
        if (draft !== undefined) onDraw(draft);
        setCorners(undefined);
      }}
      onPointerCancel={() => setCorners(undefined)}
    >
      <img
        key={path}
        src={host.assetUrl(path)}
        alt={isResult ? `${pageName(page)}, as it will be in the packet` : pageName(page)}
        draggable={false}
      />
      {!isResult && (
        <>
          {outlined.map((box) => (
            <span
              key={`${box.x}/${box.y}`}
              className="redaction-outline"
              aria-hidden="true"
              style={shareOf(box, page)}
            />
          ))}
          {redactions.flatMap((redaction) =>
            redaction.boxes.map((box, index) => {
              number += 1;
              return (
                <RedactionBox
                  // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place in the redaction, so that it keeps the focus when it moves
                  key={`${redaction.id}/${index}`}
                  box={box}
                  sheet={page}
                  helpId={help}
                  label={`Box ${number} of ${total}: ${WHY_WORDS[redaction.why]}`}
                  isNew={redaction.id === newId}
                  onChange={(next, undo) => onChange({ ...redaction, boxes: redaction.boxes.with(index, next) }, undo)}
                  onRemove={() => onRemove(redaction, index)}
                />
              );
            }),
          )}
          {draft !== undefined && <span className="redaction-draft" aria-hidden="true" style={shareOf(draft, page)} />}
        </>
      )}
      <VisuallyHidden id={help}>
        Arrow keys move the box, Shift and an arrow key make it larger or smaller, Delete takes it away.
      </VisuallyHidden>
    </div>
  );
}
