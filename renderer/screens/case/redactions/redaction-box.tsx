// One black box on the page: dragged, made larger at its corner, moved by the arrow keys, deleted.
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { PageBox } from '../../../../shared/model/redaction.ts';
import { boxByKey, movedBox, resizedBox, type Sheet } from './box-moves.ts';

interface RedactionBoxProps {
  readonly box: PageBox;
  readonly sheet: Sheet;
  readonly label: string;
  readonly helpId: string;
  /** `undo` is called when the change could not be kept. */
  readonly onChange: (box: PageBox, undo: () => void) => void;
  readonly onRemove: () => void;
  readonly isNew: boolean;
}

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly kind: 'move' | 'resize';
}

/** A pause this long ends a row of key presses, in milliseconds. */
const PAUSE_MS = 500;

/** Shows where it is while it is moved; the change is kept when the mouse is let go, or after the last key. */
export function RedactionBox({ box, sheet, label, helpId, onChange, onRemove, isNew }: RedactionBoxProps) {
  const [draft, setDraft] = useState<PageBox>();
  const drag = useRef<Drag>(undefined);
  const timer = useRef<number>(undefined);
  const shown = draft ?? box;
  // What was moved stays where it is until the answer says where it stands now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a changed box ends the draft
  useEffect(() => setDraft(undefined), [box.x, box.y, box.w, box.h]);
  const commit = () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    drag.current = undefined;
    if (draft !== undefined) onChange(draft, () => setDraft(undefined));
  };
  const latest = useRef(commit);
  latest.current = commit;
  const press = (event: PointerEvent<HTMLElement>, kind: Drag['kind']) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, kind };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const start = drag.current;
    const page = event.currentTarget.closest('.redaction-sheet')?.getBoundingClientRect();
    if (start === undefined || page === undefined) return;
    const dx = ((event.clientX - start.x) / page.width) * sheet.widthPt;
    const dy = ((event.clientY - start.y) / page.height) * sheet.heightPt;
    setDraft(start.kind === 'move' ? movedBox(box, dx, dy, sheet) : resizedBox(box, dx, dy, sheet));
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      onRemove();
    } else if (event.key === 'Escape' && draft !== undefined) setDraft(undefined);
    else {
      const next = boxByKey(shown, event.key, event.shiftKey, sheet);
      if (next === undefined) return;
      setDraft(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      ref={(element) => {
        if (isNew) element?.focus({ preventScroll: true });
      }}
      className="redaction-box"
      style={shareOf(shown, sheet)}
      aria-label={label}
      aria-describedby={helpId}
      onKeyDown={byKey}
      onKeyUp={(event) => {
        if (!event.key.startsWith('Arrow')) return;
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => latest.current(), PAUSE_MS);
      }}
      onBlur={() => {
        if (timer.current !== undefined) commit();
      }}
      onPointerDown={(event) => press(event, 'move')}
      onPointerMove={move}
      onPointerUp={commit}
      onPointerCancel={() => {
        drag.current = undefined;
        setDraft(undefined);
      }}
    >
      <span
        className="redaction-corner"
        aria-hidden="true"
        onPointerDown={(event) => press(event, 'resize')}
        onPointerMove={(event) => {
          event.stopPropagation();
          move(event);
        }}
        onPointerUp={(event) => {
          event.stopPropagation();
          commit();
        }}
      />
    </button>
  );
}

/** A box in shares of the page. */
export function shareOf(box: PageBox, { widthPt, heightPt }: Sheet): CSSProperties {
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return {
    left: percent(box.x, widthPt),
    top: percent(box.y, heightPt),
    width: percent(box.w, widthPt),
    height: percent(box.h, heightPt),
  };
}
