// Notes and highlights drawn over the picture of a page.
import { Tooltip } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { AnnotationView } from '../../../../shared/model/annotation.ts';
import type { Page } from '../../../../shared/model/page.ts';
import { Icon } from '../../../parts/icons.tsx';
import { type Box, boxesOf } from '../../../parts/word-boxes.ts';
import { lookInWords } from '../../../wording/annotations.ts';
import { noteSigns } from './note-signs.ts';
import type { Noting } from './use-noting.ts';

interface AnnotationMarksProps {
  readonly page: Page;
  readonly noting: Noting;
}

/** Decoration for the eye and the mouse: the list beside the page has the same for the keyboard and for screen readers. */
export function AnnotationMarks({ page, noting }: AnnotationMarksProps) {
  const { annotations, draftWords, open } = noting;
  return (
    <div aria-hidden="true">
      {annotations.map((each) => (
        <MarkedWords key={each.id} page={page} annotation={each} onOpen={() => open(each)} />
      ))}
      {noteSigns(page, annotations).map(({ annotation, top, column }) => (
        <Tooltip key={annotation.id} label={tipOf(annotation)} multiline maw={320}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: for the mouse alone; the list beside the page does the same */}
          <span
            className="page-note-sign"
            style={{ top: `${top}%`, marginInlineEnd: SIGN_PX * column }}
            onClick={() => open(annotation)}
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

/** A sign and the room beside it, in pixels. */
const SIGN_PX = 24;

interface MarkedWordsProps {
  readonly page: Page;
  readonly annotation: AnnotationView;
  readonly onOpen: () => void;
}

function MarkedWords({ page, annotation, onOpen }: MarkedWordsProps) {
  const { proof, isLost, colour } = annotation;
  if (proof === undefined || isLost) return null;
  // Dragging over a highlight chooses words.
  const click = () => window.getSelection()?.isCollapsed !== false && onOpen();
  return boxesOf(page, proof.from, proof.to).map((box) => (
    <Tooltip key={`${box.left}/${box.top}`} label={tipOf(annotation)} multiline maw={320}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: for the mouse alone; the list beside the page does the same */}
      <span className="page-mark page-mark-own" data-colour={colour ?? 'none'} style={placed(box)} onClick={click} />
    </Tooltip>
  ));
}

function tipOf({ colour, note, uses }: AnnotationView): string {
  const parts = [colour === undefined ? 'Your note' : lookInWords({ colour }), note];
  return [...parts, ...(uses.length > 0 ? ['Used as evidence'] : [])].filter((part) => part !== '').join(' · ');
}

function placed(box: Box): CSSProperties {
  return { left: `${box.left}%`, top: `${box.top}%`, width: `${box.width}%`, height: `${box.height}%` };
}
