// Check: what is blacked out is gone from text, bookmarks, labels and title, and its places are black.
import type { PacketCheck, PacketPlan } from '../../model/packet.ts';
import type { PageBox } from '../../model/redaction.ts';
import { plainLetters } from '../redaction/letters.ts';
import type { Size } from './fidelity.ts';
import { type Failure, notChecked, outcome } from './outcome.ts';
import type { SeenBookmark, SeenFile } from './seen.ts';
import type { WrittenBookmark, WrittenPacket } from './written.ts';

const NAME = { id: 'redaction', name: 'What is blacked out is gone' };

/** Pixels at the edge of a box that may be grey, and the brightest black: pictures are compressed. */
const EDGE_PX = 2;
const BLACK = 40;

/** What was found out about the redacted pages. */
export interface RedactionFindings {
  /** Pages whose text still says blacked-out words, one line each, by page number only. */
  readonly uncovered: readonly string[];
  /** The blacked-out phrases, to be looked for elsewhere. They go into no message. */
  readonly phrases: readonly string[];
  /** Pages of the packet of which a box is not black. */
  readonly pale: readonly number[];
  /** Pages of the packet whose boxes were looked at. */
  readonly looked: number;
}

/** Judges the findings, and looks for the phrases in what a viewer shows beside the pages. What the plan itself says there was told before. */
export function checkRedaction(
  plan: PacketPlan,
  written: WrittenPacket,
  seen: SeenFile,
  { uncovered, phrases, pale, looked }: RedactionFindings,
): PacketCheck {
  if (plan.redactions.length === 0) return notChecked(NAME, 'Nothing is blacked out in this packet.');
  const planned = new Set([plan.title, ...titlesOf(written.outline), ...written.stamps].map(plainLetters));
  const shown = [...Object.values(seen.info), ...titlesOf(seen.bookmarks), ...seen.pages.map(({ label }) => label)];
  const wanted = phrases.map(plainLetters).filter((phrase) => phrase !== '');
  const said = (text: string) => wanted.some((phrase) => text.includes(phrase));
  const beside = shown.map(plainLetters).filter((text) => !planned.has(text) && said(text));
  const repeated = [...planned].filter(said).length;
  const failures: readonly Failure[] = [
    ...uncovered.map((says) => ({ says, page: pageIn(says) })),
    ...(beside.length === 0 ? [] : [{ says: 'a bookmark, a label or the title says what was blacked out' }]),
    ...pale.map((page) => ({ says: `page ${page} is not black where it was blacked out`, page })),
  ];
  const all = `${looked} pages with boxes were looked at.`;
  const note = repeated === 0 ? all : `${all} Titles you left as they are still say some of the words.`;
  return outcome(NAME, failures, note);
}

/** True when all boxes are black in a drawing. Boxes are in points of a page that is `page` large. */
export function boxesAreBlack(
  pixels: Uint8Array,
  { width, height }: Size,
  { widthPt, heightPt }: { readonly widthPt: number; readonly heightPt: number },
  boxes: readonly PageBox[],
): boolean {
  return boxes.every(({ x, y, w, h }) => {
    const left = Math.ceil((x / widthPt) * width) + EDGE_PX;
    const right = Math.min(width, Math.floor(((x + w) / widthPt) * width) - EDGE_PX);
    const top = Math.ceil((y / heightPt) * height) + EDGE_PX;
    const bottom = Math.min(height, Math.floor(((y + h) / heightPt) * height) - EDGE_PX);
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1)
        if ((pixels[row * width + column] ?? 255) > BLACK) return false;
    }
    return true;
  });
}

function titlesOf(entries: readonly (SeenBookmark | WrittenBookmark)[]): readonly string[] {
  return entries.flatMap(({ title, children }) => [title, ...titlesOf(children)]);
}

function pageIn(says: string): number | undefined {
  const page = Number(/^page (\d+)/.exec(says)?.[1]);
  return page > 0 ? page : undefined;
}
