// Check: pages of exhibits look as they do in their papers, but for what the packet draws over them. Two drawings of each are compared, pixel by pixel.
import type { PacketCheck } from '../../model/packet.ts';
import type { PageBox } from '../../model/redaction.ts';
import { type Failure, notChecked, outcome } from './outcome.ts';
import type { WrittenPacket } from './written.ts';

const NAME = { id: 'fidelity', name: 'The pages look as they do in your papers' };

/** Resolution of both drawings, pixels per inch, and most pixels of one. */
const DPI = 100;
const MOST_PIXELS = 4_000_000;
/** Mean difference of all pixels up to which two drawings are the same, of 255 (bundle research, section 4, assertion 5). */
const SAME_MEAN = 0.5;
/** Pixels beyond a box that are left out too: the soft edge of what was drawn. */
const EDGE_PX = 2;
/** Pages told by their stamp. */
const TOLD = 12;
/** The word DRAFT lies along the diagonal: its length as a share of that, and half its height as a share of its length. */
const DRAFT = { length: 0.68, half: 0.19 } as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page that was compared: the mean difference of its two drawings. */
export interface ComparedPage {
  readonly packetPage: number;
  readonly mean: number;
}

/** What was compared of all the pages of exhibits. */
export interface Comparison {
  readonly compared: readonly ComparedPage[];
  /** Pages that could not be drawn twice, e.g. because the paper opens in no reader any more. */
  readonly undrawn: readonly number[];
}

/** Pixels of the drawing of a paper's page that is so many points wide and high. */
export function drawingSize(page: { readonly widthPt: number; readonly heightPt: number }): Size {
  const scale = Math.min(DPI / 72, Math.sqrt(MOST_PIXELS / (page.widthPt * page.heightPt)));
  return {
    width: Math.max(1, Math.round(page.widthPt * scale)),
    height: Math.max(1, Math.round(page.heightPt * scale)),
  };
}

/** Judges the pages that were compared, and tells which were not, and why. */
export function checkFidelity(written: WrittenPacket, { compared, undrawn }: Comparison): PacketCheck {
  const failures = compared
    .filter(({ mean }) => mean > SAME_MEAN)
    .map(({ packetPage, mean }): Failure => {
      const says = `page ${packetPage} differs from its paper (by ${mean.toFixed(1)} of 255)`;
      return { says, page: packetPage };
    });
  const note = noteOf(written, compared.length, undrawn);
  const isOpen = failures.length === 0 && (compared.length === 0 || undrawn.length > 0);
  return isOpen ? notChecked(NAME, note) : outcome(NAME, failures, note);
}

function noteOf(written: WrittenPacket, compared: number, undrawn: readonly number[]): string {
  const ways = written.exhibitPages.map(({ packetPage }) => written.looks[packetPage - 1]?.way);
  const count = (way: string) => ways.filter((each) => each === way).length;
  const told = [
    [count('picture'), 'shown as pictures of the original'],
    [count('redacted'), 'partly blacked out'],
    [count('set'), 'plain text, set anew'],
  ] as const;
  const others = told.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const all = `${compared} of ${written.exhibitPages.length} exhibit pages were compared`;
  const lost = undrawn.map((page) => written.stamps[page - 1] ?? String(page));
  if (lost.length > 0) others.push(`${lost.slice(0, TOLD).join(', ')}, which could not be drawn`);
  return others.length === 0 ? `${all}.` : `${all}; not compared: ${others.join(', ')}.`;
}

/**
 * Mean difference of two drawings of the same size, 0 to 255, outside what the packet drew. `drawn` are boxes in points of a page that is
 * `page` large; `draft` leaves out the place of the word DRAFT on the whole page, which is `strip` points higher than the part drawn.
 */
export function meanDifference(
  a: Uint8Array,
  b: Uint8Array,
  { width, height }: Size,
  page: { readonly widthPt: number; readonly heightPt: number; readonly strip: number },
  drawn: readonly PageBox[],
  draft: boolean,
): number {
  const mask = maskOf({ width, height }, page, drawn);
  if (draft) maskDraft(mask, { width, height }, page);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < mask.length; at += 1) {
    if (mask[at] === 1) continue;
    count += 1;
    sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
  }
  return count === 0 ? 0 : sum / count;
}

/** 1 for each pixel that is left out. */
function maskOf(
  { width, height }: Size,
  { widthPt, heightPt }: { readonly widthPt: number; readonly heightPt: number },
  boxes: readonly PageBox[],
): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const { x, y, w, h } of boxes) {
    const left = Math.max(0, Math.floor((x / widthPt) * width) - EDGE_PX);
    const right = Math.min(width, Math.ceil(((x + w) / widthPt) * width) + EDGE_PX);
    const top = Math.max(0, Math.floor((y / heightPt) * height) - EDGE_PX);
    const bottom = Math.min(height, Math.ceil(((y + h) / heightPt) * height) + EDGE_PX);
    for (let row = top; row < bottom && left < right; row += 1) mask.fill(1, row * width + left, row * width + right);
  }
  return mask;
}

function maskDraft(
  mask: Uint8Array,
  { width, height }: Size,
  { heightPt, strip }: { readonly heightPt: number; readonly strip: number },
): void {
  const whole = height * ((heightPt + strip) / heightPt);
  const diagonal = Math.hypot(width, whole);
  // The word rises from the lower left to the upper right.
  const [dx, dy] = [width / diagonal, -whole / diagonal];
  const along = (diagonal * DRAFT.length) / 2;
  const across = diagonal * DRAFT.length * DRAFT.half;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [px, py] = [x - width / 2, y - whole / 2];
      if (Math.abs(px * dx + py * dy) <= along && Math.abs(px * dy - py * dx) <= across) mask[y * width + x] = 1;
    }
  }
}
