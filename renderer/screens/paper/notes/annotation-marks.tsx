// Notes and highlights drawn over the picture of a page.
import { Tooltip } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { AnnotationView } from '../../../../shared/model/annotation.ts';
import type { Page } from '../../../../shared/model/page.ts';
import { Icon } from '../../../parts/icons.tsx';
import { type Box, boxesOf } from '../../../parts/word-boxes.ts';
import { lookInWords } from '../../../wording/annotations.ts';
import type { Noting } from './use-noting.ts';

interface AnnotationMarksProps {
  readonly page: Page;
  readonly noting: Noting;
}

/** Decoration for the eye and the mouse: the list beside the page has the same for the keyboard and for screen readers. */
export function AnnotationMarks({ page, noting }: AnnotationMarksProps) {
  const { annotations, draftWords, open } = noting;
  const ofPage = annotations.filter(({ proof }) => proof === undefined);
  return (
    <div aria-hidden="true">
      {annotations.map((each) => (
        <MarkedWords key={each.id} page={page} annotation={each} onOpen={() => open(each)} />
      ))}
      {ofPage.map((each, index) => (
        <Tooltip key={each.id} label={tipOf(each)} multiline maw={320}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: for the mouse alone; the list beside the page does the same */}
          <span
            className="page-note-sign"
            style={{ marginInlineEnd: 24 * index, top: '2%' }}
            onClick={() => open(each)}
          >
            <Icon name="note" size={16} />
          </span>
        </Tooltip>
      ))}
      {draftWords !== undefined &&
        boxesOf(page, draftWords.from, draftWords.to).map((box) => (
          <span key={`${box.left}/${box.top}`} className="page-mark page-mark-picked" style={placed(box)} />
        ))}
    </div>
  );
}

interface MarkedWordsProps {
  readonly page: Page;
  readonly annotation: AnnotationView;
  readonly onOpen: () => void;
}

function MarkedWords({ page, annotation, onOpen }: MarkedWordsProps) {
  const { proof, isLost, colour, note } = annotation;
  if (proof === undefined || isLost) return null;
  const boxes = boxesOf(page, proof.from, proof.to);
  const [first] = boxes;
  // Dragging over a highlight chooses words. The sign of a note stands in the margin, where it hides none.
  const click = () => window.getSelection()?.isCollapsed !== false && onOpen();
  return (
    <>
      {boxes.map((box) => (
        <Tooltip key={`${box.left}/${box.top}`} label={tipOf(annotation)} multiline maw={320}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: for the mouse alone; the list beside the page does the same */}
          <span
            className="page-mark page-mark-own"
            data-colour={colour ?? 'none'}
            style={placed(box)}
            onClick={click}
          />
        </Tooltip>
      ))}
      {note !== '' && first !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: for the mouse alone; the list beside the page does the same
        <span className="page-note-sign" style={{ top: `${first.top + first.height / 2}%` }} onClick={onOpen}>
          <Icon name="note" size={16} />
        </span>
      )}
    </>
  );
}

function tipOf({ colour, note, uses }: AnnotationView): string {
  const parts = [colour === undefined ? 'Your note' : lookInWords({ colour }), note];
  return [...parts, ...(uses.length > 0 ? ['Used as evidence'] : [])].filter((part) => part !== '').join(' · ');
}

function placed(box: Box): CSSProperties {
  return { left: `${box.left}%`, top: `${box.top}%`, width: `${box.width}%`, height: `${box.height}%` };
}
