// Boxes under mouse and keyboard, in points of the page: drawn, moved, made larger or smaller, never off the page.
import type { PageBox } from '../../../../shared/model/redaction.ts';

export interface Sheet {
  readonly widthPt: number;
  readonly heightPt: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The smallest box, in points: what is smaller was a click. */
export const LEAST_SIDE_PT = 4;
/** A key moves a box by so many points. */
export const STEP_PT = 3;

/** The box between two corners, within the page; undefined for a mere click. */
export function drawnBox(from: Point, to: Point, sheet: Sheet): PageBox | undefined {
  const left = clamp(Math.min(from.x, to.x), 0, sheet.widthPt);
  const top = clamp(Math.min(from.y, to.y), 0, sheet.heightPt);
  const w = clamp(Math.max(from.x, to.x), 0, sheet.widthPt) - left;
  const h = clamp(Math.max(from.y, to.y), 0, sheet.heightPt) - top;
  return w < LEAST_SIDE_PT || h < LEAST_SIDE_PT ? undefined : { x: left, y: top, w, h };
}

/** The box moved by so much, kept whole on the page. */
export function movedBox(box: PageBox, dx: number, dy: number, sheet: Sheet): PageBox {
  return {
    ...box,
    x: clamp(box.x + dx, 0, Math.max(0, sheet.widthPt - box.w)),
    y: clamp(box.y + dy, 0, Math.max(0, sheet.heightPt - box.h)),
  };
}

/** The box with its lower right corner moved by so much, within the page. */
export function resizedBox(box: PageBox, dx: number, dy: number, sheet: Sheet): PageBox {
  return {
    ...box,
    w: clamp(box.w + dx, LEAST_SIDE_PT, Math.max(LEAST_SIDE_PT, sheet.widthPt - box.x)),
    h: clamp(box.h + dy, LEAST_SIDE_PT, Math.max(LEAST_SIDE_PT, sheet.heightPt - box.y)),
  };
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP_PT, 0],
  ArrowRight: [STEP_PT, 0],
  ArrowUp: [0, -STEP_PT],
  ArrowDown: [0, STEP_PT],
};

/** What an arrow key makes of a box: moved, or with Shift larger and smaller. Undefined for other keys. */
export function boxByKey(box: PageBox, key: string, shift: boolean, sheet: Sheet): PageBox | undefined {
  const arrow = ARROWS[key];
  if (arrow === undefined) return undefined;
  return shift ? resizedBox(box, ...arrow, sheet) : movedBox(box, ...arrow, sheet);
}

/** A box to begin with by keyboard: two inches by a line, in the middle of the page. */
export function firstBox(sheet: Sheet): PageBox {
  const [w, h] = [Math.min(144, sheet.widthPt / 2), Math.min(18, sheet.heightPt / 4)];
  return { x: (sheet.widthPt - w) / 2, y: (sheet.heightPt - h) / 2, w, h };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
