// Stamps on a page as it is viewed: number at the bottom right on a white plate, the exhibit's page beside it, and the draft mark.
import type { Page } from '../../shared/model/page.ts';
import type { Fonts } from './fonts.ts';
import type { Color } from './layout/sheet.ts';
import { fill, num, roundedPath, textOps } from './paint.ts';

/** Name of the see-through graphics state of the draft mark in a page's resources. */
export const DRAFT_STATE = 'AvDraft';
/** Its opacity. */
export const DRAFT_OPACITY = 0.13;

const NUMBER_SIZE = 11;
const PLACE_SIZE = 8.5;
/** Distance of the plate from the right and bottom edges of a Letter page, points. */
const EDGE = 16;
const PLATE_HEIGHT = 19;
const PLATE_PADDING = 6;
const STAMP_INK: Color = [0.05, 0.07, 0.1];
const PLACE_INK: Color = [0.28, 0.31, 0.35];
const DRAFT_INK: Color = [0.75, 0.15, 0.1];

/** The text of a page's stamps. */
export interface StampText {
  /** Number of the page in the packet, e.g. “0047”. */
  readonly stamp: string;
  /** “Exhibit C · page 3 of 5”; empty on pages of ours. */
  readonly place: string;
}

/** Where the plate stands, in points from the lower left of the viewed page. */
export interface Plate {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Everything is drawn this much larger than on a Letter page, so that it looks the same when the page fills the window. */
  readonly scale: number;
}

/** The plate for a page of this size. Large pages get larger stamps, narrow ones stamps that fit. */
export function plateFor(text: StampText, width: number, height: number, fonts: Fonts): Plate {
  const natural = plateWidth(text, fonts);
  const wanted = Math.max(0.75, Math.min(width, height * 1.2) / 612);
  const scale = Math.min(wanted, (width * 0.94) / natural);
  const edge = Math.min(EDGE * scale, width * 0.03);
  const w = natural * scale;
  return { x: width - edge - w, y: edge, w, h: PLATE_HEIGHT * scale, scale };
}

/**
 * Height of white to add below a page so that the plates cover no words; 0 when their places are free. `words` are boxes from the
 * top left of the viewed page, already in the page's points.
 */
export function stripFor(plates: readonly Plate[], words: Page['words'], height: number): number {
  // Of the hundreds of words of a page few stand as low as the plates.
  const highest = height - Math.max(...plates.map((plate) => plate.y + plate.h));
  const low = words.filter((word) => word.y + word.h > highest);
  const covered = plates.some((plate) => {
    const top = height - plate.y - plate.h;
    return low.some(
      (word) =>
        word.x < plate.x + plate.w && word.x + word.w > plate.x && word.y < height - plate.y && word.y + word.h > top,
    );
  });
  return covered ? Math.max(...plates.map((plate) => plate.h + 2 * plate.y)) : 0;
}

/** Operators of the stamps. */
export function stampOps(text: StampText, plate: Plate, fonts: Fonts): string {
  const s = plate.scale;
  const numberWidth = fonts.width(text.stamp, 'sans-bold', NUMBER_SIZE) * s;
  const right = plate.x + plate.w - PLATE_PADDING * s;
  const baseline = plate.y + 5.6 * s;
  const parts = [
    '/Artifact << /Type /Pagination >> BDC q',
    `${fill([1, 1, 1])} ${roundedPath(plate.x, plate.y, plate.w, plate.h, 3 * s)} f`,
    ...(text.place === ''
      ? []
      : [textOps(text.place, plate.x + PLATE_PADDING * s, baseline, round(PLACE_SIZE * s), 'sans', PLACE_INK, fonts)]),
    textOps(text.stamp, right - numberWidth, baseline, round(NUMBER_SIZE * s), 'sans-bold', STAMP_INK, fonts),
    'Q EMC',
  ];
  return parts.join('\n');
}

/** Operators of the word DRAFT across the page, see-through. */
export function draftOps(width: number, height: number, fonts: Fonts): string {
  const size = 100;
  const natural = fonts.width('DRAFT', 'sans-bold', size);
  const scale = (Math.hypot(width, height) * 0.62) / natural;
  const angle = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const [dx, dy] = [-natural / 2, -size * 0.33];
  const x = width / 2 + cos * dx - sin * dy;
  const y = height / 2 + sin * dx + cos * dy;
  return [
    `/Artifact << /Type /Pagination >> BDC q /${DRAFT_STATE} gs BT ${fill(DRAFT_INK)}`,
    `${[cos, sin, -sin, cos, x, y].map(num).join(' ')} Tm`,
    `${fonts.show('DRAFT', 'sans-bold', size)} ET Q EMC`,
  ].join('\n');
}

function plateWidth(text: StampText, fonts: Fonts): number {
  const place = text.place === '' ? 0 : fonts.width(text.place, 'sans', PLACE_SIZE) + 10;
  return place + fonts.width(text.stamp, 'sans-bold', NUMBER_SIZE) + 2 * PLATE_PADDING;
}

function round(size: number): number {
  return Math.round(size * 100) / 100;
}
