// Marks on an exhibit's page: cited words in the colour of a marker pen, a bar beside them, and in the margin which reason they are about.

import type { DocumentId } from '../../shared/ids.ts';
import type { PacketPlan, PageMark } from '../../shared/model/packet.ts';
import type { Page } from '../../shared/model/page.ts';
import type { PageBox } from '../../shared/model/redaction.ts';
import type { Fonts } from './fonts.ts';
import type { Color } from './layout/sheet.ts';
import { fill, num, roundedPath, textOps } from './paint.ts';
import type { SourcePage } from './source/source-page.ts';

/** Name of the graphics state that mixes colour with what lies below, as a marker pen does. */
export const MARKER_STATE = 'AvMarker';

const MARKER: Color = [1, 0.93, 0.45];
const BAR: Color = [0.78, 0.55, 0.02];
const NOTE_INK: Color = [0.36, 0.25, 0.02];
const NOTE_PAPER: Color = [1, 0.98, 0.88];
/** Sizes on a page as wide as a Letter page; wider pages get larger ones. */
const NOTE_SIZE = 7.5;
const NOTE_PADDING = 3;

type Words = Page['words'];

/** A page as marks see it: its size and words, points from the top left. */
export interface MarkedPage {
  readonly width: number;
  readonly height: number;
  readonly words: Words;
}

/** The marks on a document's page, scaled to the size the page has in the packet. */
export function placedMarks(
  plan: PacketPlan,
  documentId: DocumentId,
  pageNumber: number,
  page: Pick<SourcePage, 'width' | 'height' | 'readSize'>,
): readonly PageMark[] {
  const { widthPt, heightPt } = page.readSize ?? { widthPt: page.width, heightPt: page.height };
  const [sx, sy] = [page.width / widthPt, page.height / heightPt];
  return plan.highlights
    .filter((mark) => mark.documentId === documentId && mark.pageNumber === pageNumber)
    .map((mark) => ({
      ...mark,
      boxes: mark.boxes.map(({ x, y, w, h }) => ({ x: x * sx, y: y * sy, w: w * sx, h: h * sy })),
    }));
}

/** Operators of all marks of a page. Boxes are points from the top left of the page as it stands in the packet. */
export function markOps(marks: readonly PageMark[], page: MarkedPage, fonts: Fonts): string {
  if (marks.length === 0) return '';
  const flat = ({ x, y, w, h }: PageBox) => [x, page.height - y - h, w, h] as const;
  return [
    '/Artifact BMC q',
    `/${MARKER_STATE} gs ${fill(MARKER)}`,
    ...marks.flatMap(({ boxes }) => boxes.map((box) => `${roundedPath(...flat(box), box.h * 0.15)} f`)),
    'Q q',
    ...marks.map((mark) => `${fill(BAR)} ${flat(barOf(mark, page)).map(num).join(' ')} re f`),
    ...notesOf(marks, page, fonts).map((note) => noteOps(note, page, fonts)),
    'Q EMC',
  ].join('\n');
}

/** Everything the marks of a page cover, in the same points. */
export function markedBoxes(marks: readonly PageMark[], page: MarkedPage, fonts: Fonts): readonly PageBox[] {
  const notes = notesOf(marks, page, fonts).map(({ place }) => place);
  return [...marks.flatMap((mark) => [...mark.boxes, barOf(mark, page)]), ...notes];
}

/** A bar left of the marked lines: seen also on a fax, where colour is lost. */
function barOf({ boxes }: PageMark, page: MarkedPage): PageBox {
  const scale = scaleOf(page);
  const left = Math.max(2 * scale, Math.min(...boxes.map((box) => box.x)) - 5 * scale);
  const top = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x: left, y: top, w: 1.6 * scale, h: bottom - top };
}

interface PlacedNote {
  readonly text: string;
  readonly place: PageBox;
}

/** The notes beside the marked words: in the right margin, else in the left one, else above or below them; nowhere when they would cover words. */
function notesOf(marks: readonly PageMark[], page: MarkedPage, fonts: Fonts): readonly PlacedNote[] {
  const scale = scaleOf(page);
  const { size, pad } = noteSizes(scale);
  const placed: PlacedNote[] = [];
  for (const { note, boxes } of marks) {
    if (note === undefined) continue;
    const w = fonts.width(note, 'sans-bold', size) + 2 * pad;
    const taken = placed.map(({ place }) => place);
    const place = places(boxes, page, w, size + 2 * pad, 4 * scale).find((box) => isFree(box, page, taken));
    if (place !== undefined) placed.push({ text: note, place });
  }
  return placed;
}

function noteOps({ text, place }: PlacedNote, page: MarkedPage, fonts: Fonts): string {
  const scale = scaleOf(page);
  const { size, pad } = noteSizes(scale);
  const y = page.height - place.y - place.h;
  return [
    `${fill(NOTE_PAPER)} ${roundedPath(place.x, y, place.w, place.h, 2 * scale)} f`,
    textOps(text, place.x + pad, y + pad + size * 0.2, size, 'sans-bold', NOTE_INK, fonts),
  ].join('\n');
}

function noteSizes(scale: number): { readonly size: number; readonly pad: number } {
  return { size: Math.round(NOTE_SIZE * scale * 100) / 100, pad: NOTE_PADDING * scale };
}

function places(boxes: readonly PageBox[], page: MarkedPage, w: number, h: number, gap: number): readonly PageBox[] {
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const y = Math.max(gap, top);
  return [
    { x: page.width - w - gap, y, w, h },
    { x: Math.min(right + gap, page.width - w - gap), y, w, h },
    { x: gap, y, w, h },
    { x: page.width - w - gap, y: top - h - 1, w, h },
    { x: page.width - w - gap, y: bottom + 1, w, h },
    { x: Math.max(gap, left), y: top - h - 1, w, h },
    { x: Math.max(gap, left), y: bottom + 1, w, h },
  ];
}

function isFree(place: PageBox, page: MarkedPage, taken: readonly PageBox[]): boolean {
  const isInside = place.x >= 0 && place.y >= 0 && place.x + place.w <= page.width && place.y + place.h <= page.height;
  return isInside && ![...page.words, ...taken].some((box) => overlap(place, box));
}

function overlap(a: PageBox, b: PageBox): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function scaleOf(page: MarkedPage): number {
  return Math.max(0.6, page.width / 612);
}
