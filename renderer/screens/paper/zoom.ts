// How large a page is shown, and which way up: pure steps and geometry.

/** Fitted to the width of its frame, to the whole frame, or so many times the frame's width. */
export type Zoom = 'width' | 'page' | number;

/** Quarter turns clockwise, for looking only. */
export type Turn = 0 | 1 | 2 | 3;

const FACTORS = [0.25, 0.35, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
const SMALLEST = FACTORS[0];
const LARGEST = 4;

/** One step larger or smaller than `now`, which is shown at `factor` times the width of its frame. */
export function zoomed(now: Zoom, factor: number, by: 1 | -1): Zoom {
  const at = now === 'width' ? 1 : now === 'page' ? factor : now;
  const next = by === 1 ? FACTORS.find((each) => each > at + 0.01) : FACTORS.findLast((each) => each < at - 0.01);
  return next ?? (by === 1 ? LARGEST : SMALLEST);
}

/** How it is read out and shown. */
export function zoomInWords(zoom: Zoom): string {
  if (zoom === 'width') return '100%';
  return zoom === 'page' ? 'Page' : `${Math.round(zoom * 100)}%`;
}

/** The turn after another quarter turn clockwise (1) or back (-1). */
export function turned(turn: Turn, by: 1 | -1): Turn {
  return TURNS[(turn + by + 4) % 4] ?? 0;
}

const TURNS = [0, 1, 2, 3] as const;

/** A rectangle of the window, as `getBoundingClientRect` gives it. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The point of the upright page (in points, from its upper left corner) that stands at a place of the window, on a page shown in `area` after `turn`. */
export function pointOnPage(
  page: { readonly widthPt: number; readonly heightPt: number },
  area: Area,
  turn: Turn,
  at: { readonly clientX: number; readonly clientY: number },
): { readonly x: number; readonly y: number } {
  const across = (at.clientX - area.left) / area.width;
  const down = (at.clientY - area.top) / area.height;
  const [x, y] = [
    [across, down],
    [down, 1 - across],
    [1 - across, 1 - down],
    [1 - down, across],
  ][turn] ?? [across, down];
  return { x: (x ?? 0) * page.widthPt, y: (y ?? 0) * page.heightPt };
}
