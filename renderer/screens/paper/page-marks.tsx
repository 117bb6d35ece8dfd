// Marks drawn over the picture of a page, from the boxes of its words.
import { Tooltip } from '@mantine/core';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { Page } from '../../../shared/model/page.ts';
import type { WordRange } from '../../navigation/routes.ts';
import { type Box, boxesOf } from '../../parts/word-boxes.ts';
import { reasonHue } from '../../wording/reasons.ts';
import type { Mark } from './marks.ts';

interface PageMarksProps {
  readonly page: Page;
  readonly marks: readonly Mark[];
  readonly active: WordRange | undefined;
}

/** Decoration for the eye: the panel beside the page lists the same findings for the keyboard and for screen readers. */
export function PageMarks({ page, marks, active }: PageMarksProps) {
  return (
    <div aria-hidden="true">
      {marks.map((mark) => (
        <MarkBoxes key={`${mark.label}/${mark.from}-${mark.to}`} page={page} mark={mark} />
      ))}
      {active !== undefined && <ActiveBoxes key={`${page.pageNumber}/${active.from}`} page={page} range={active} />}
    </div>
  );
}

function MarkBoxes({ page, mark }: { readonly page: Page; readonly mark: Mark }) {
  const isReason = mark.reasonIndex !== undefined;
  const hue = reasonHue(mark.reasonIndex ?? 0);
  const boxes = boxesOf(page, mark.from, mark.to);
  const [first] = boxes;
  // Beside the text, also when the sentence starts in the middle of a line.
  const margin = Math.min(...boxes.map((box) => box.left), lineStart(page, mark.from));
  return (
    <>
      {boxes.map((box) => (
        <Tooltip key={`${box.left}/${box.top}`} label={mark.label}>
          <span className={`page-mark ${classOf(mark)}`} style={placed(box, hue)} />
        </Tooltip>
      ))}
      {isReason && first !== undefined && (
        <span
          className="page-mark-number"
          style={{ ...placed({ ...first, left: margin }, hue), width: 18, height: 18 }}
        >
          {(mark.reasonIndex ?? 0) + 1}
        </span>
      )}
    </>
  );
}

/** Where the line of a word begins, in percent of the page's width. */
function lineStart(page: Page, index: number): number {
  const line = page.words[index]?.line;
  const words = page.words.filter((word) => word.line === line);
  return Math.min(100, ...words.map((word) => (100 * word.x) / page.widthPt));
}

function ActiveBoxes({ page, range }: { readonly page: Page; readonly range: WordRange }) {
  const first = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const mark = first.current;
    const frame = mark?.closest('.page-frame');
    if (mark === null || frame === null || frame === undefined) return;
    // Only the frame is scrolled: the panel beside it stays where the person clicked.
    const below = mark.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    frame.scrollTo({ top: frame.scrollTop + below - frame.clientHeight / 2 });
    // Where the panel stands below the page, the page has to be brought back.
    const { bottom } = frame.getBoundingClientRect();
    if (bottom < 0) frame.scrollIntoView({ block: 'nearest' });
  }, []);
  return boxesOf(page, range.from, range.to).map((box, index) => (
    <span
      key={`${box.left}/${box.top}`}
      ref={index === 0 ? first : undefined}
      className="page-mark page-mark-active"
      style={placed(box, 0)}
    />
  ));
}

function classOf(mark: Mark): string {
  if (mark.reasonIndex !== undefined) return 'page-mark-reason';
  return mark.isHit === true ? 'page-mark-hit' : 'page-mark-field';
}

function placed(box: Box, hue: number): CSSProperties & { readonly '--hue': number } {
  return {
    left: `${box.left}%`,
    top: `${box.top}%`,
    width: `${box.width}%`,
    height: `${box.height}%`,
    '--hue': hue,
  };
}
