// While a page is dragged: the other reasons in one bar, as places to drop it. The cards themselves are often screens apart.
import { useState } from 'react';
import type { GroundId } from '../../../../shared/ids.ts';
import type { CaseView, Evidence } from '../../../../shared/model/case.ts';
import { REASON_NAMES } from '../../../wording/reasons.ts';
import { targetsOf } from './move.ts';

interface DropBarProps {
  readonly view: CaseView;
  readonly dragged: Evidence;
  readonly onDrop: (groundId: GroundId) => void;
}

/** For the mouse alone: by keyboard a page is moved by its menu. */
export function DropBar({ view, dragged, onDrop }: DropBarProps) {
  const [over, setOver] = useState<string>();
  return (
    <div className="drop-bar surface" aria-hidden="true">
      <span>Drop it on:</span>
      {targetsOf(view.case, dragged).map(({ id, reason }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the menu of the page does the same by keyboard
        <div
          key={id}
          className="drop-place"
          data-over={over === id || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(id);
          }}
          onDragLeave={() => setOver(undefined)}
          onDrop={(event) => {
            event.preventDefault();
            onDrop(id);
          }}
        >
          {REASON_NAMES[reason]}
        </div>
      ))}
    </div>
  );
}
