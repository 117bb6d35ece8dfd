// Inlines of a letter → spans: text, citations with their link, and blanks that can't be overlooked.
import type { DocumentId, GroundId } from '../../../shared/ids.ts';
import type { Inline } from '../../../shared/model/letter.ts';
import { exhibitPlace, stampSpan } from '../../../shared/packet/labels.ts';
import { AMBER_INK, type Color, type Face, INK, LINK, type Numbering, type Target } from './sheet.ts';
import type { Span } from './spans.ts';

/** What the layout may ask before pages are counted: labels and places inside exhibits are known, stamps are not. */
export type Places = Pick<Numbering, 'labelOf' | 'placeInExhibit'> & {
  /** A stamp as wide as any of this packet. */
  readonly widestStamp: string;
  /** The same without the prefix, and the prefix. */
  readonly widestNumber: string;
  readonly prefix: string;
};

export interface TextStyle {
  readonly face: 'serif' | 'sans';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: Color;
}

/** Turns inlines into spans of one style. */
export function spansOf(
  inlines: readonly Inline[],
  style: TextStyle,
  places: Places,
  groundId: GroundId | undefined,
): readonly Span[] {
  return inlines.flatMap((inline): readonly Span[] => {
    if (inline.kind === 'text') {
      const face = faceOf(
        style.face,
        style.bold === true || inline.bold === true,
        style.italic === true || inline.italic === true,
      );
      return [{ text: inline.text, face, color: style.color ?? INK }];
    }
    if (inline.kind === 'blank') return [blankSpan(inline.label, style.face)];
    return citeSpans(inline, style.face, places, groundId);
  });
}

/** The face of a family in a weight and slope. */
export function faceOf(family: 'serif' | 'sans', bold: boolean, italic: boolean): Face {
  if (family === 'sans') return bold ? 'sans-bold' : 'sans';
  if (bold) return italic ? 'serif-bold-italic' : 'serif-bold';
  return italic ? 'serif-italic' : 'serif';
}

/** A label longer than this, in characters, goes over lines. */
const LONG_BLANK = 40;

/** A blank as it is shown: its label in brackets, in an amber box; a long one has a box on each line. */
export function blankSpan(label: string, family: 'serif' | 'sans'): Span {
  return {
    text: `[${label.replaceAll(/\s+/g, label.length > LONG_BLANK ? ' ' : '\u00a0')}]`,
    face: faceOf(family, false, false),
    color: AMBER_INK,
    blank: true,
  };
}

/**
 * “Ex. C, p. 3” and “(0047)”, both linked to the page. Pages that stand in several exhibits, or not one after the other, are named run by
 * run; a page that isn't in the packet becomes a blank. `short` leaves out the stamp's prefix.
 */
export function citeSpans(
  cite: Extract<Inline, { kind: 'cite' }>,
  family: 'serif' | 'sans',
  places: Places,
  groundId: GroundId | undefined,
  short = false,
): readonly Span[] {
  const { documentId, pageNumber } = cite;
  const toPage = Math.max(pageNumber, cite.toPage ?? pageNumber);
  const face = faceOf(family, false, false);
  const runs = citedRuns(documentId, pageNumber, toPage, places);
  const cited = runs.reduce((sum, run) => sum + run.toPage - run.fromPage + 1, 0);
  const missing = cited <= toPage - pageNumber ? [[blankSpan('page not in the packet', family)]] : [];
  const pieces = [...runs.map((run) => runSpans(documentId, run, face, places, groundId, short)), ...missing];
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [{ text: ', ', face, color: LINK }, ...piece]));
}

/** Cited pages that follow each other within one exhibit. `place` is that of the first in its exhibit. */
interface CitedRun {
  readonly label: string;
  readonly fromPage: number;
  readonly place: number;
  toPage: number;
}

function citedRuns(documentId: DocumentId, fromPage: number, toPage: number, places: Places): readonly CitedRun[] {
  const runs: CitedRun[] = [];
  for (let page = fromPage; page <= toPage; page += 1) {
    const label = places.labelOf(documentId, page);
    const place = places.placeInExhibit(documentId, page);
    if (label === undefined || place === undefined) continue;
    const last = runs.at(-1);
    const goesOn = last?.label === label && last.toPage === page - 1 && last.place + page - last.fromPage === place;
    if (last !== undefined && goesOn) last.toPage = page;
    else runs.push({ label, fromPage: page, place, toPage: page });
  }
  return runs;
}

function runSpans(
  documentId: DocumentId,
  { label, fromPage, place, toPage }: CitedRun,
  face: Face,
  places: Places,
  groundId: GroundId | undefined,
  short: boolean,
): readonly Span[] {
  const target: Target = { kind: 'document', documentId, pageNumber: fromPage };
  const stamps = stampsWording(documentId, fromPage, toPage, short);
  const widest = short ? places.widestNumber : places.widestStamp;
  return [
    {
      text: exhibitPlace(label, place, place + toPage - fromPage).replaceAll(' ', '\u00a0'),
      face,
      color: LINK,
      target,
      mark: { kind: 'cite', documentId, pageNumber: fromPage, toPage, groundId },
    },
    { text: ' ', face, color: LINK },
    {
      text: (numbering) => `(${stamps(numbering)})`,
      reserve: `(${toPage > fromPage ? `${widest}–${places.widestNumber}` : widest})`,
      face,
      color: LINK,
      target,
    },
  ];
}

/** The stamps of a span of a document's pages, once they are known. */
function stampsWording(
  documentId: DocumentId,
  fromPage: number,
  toPage: number,
  short: boolean,
): (numbering: Numbering) => string {
  return (numbering) => {
    const from = numbering.pageOf({ kind: 'document', documentId, pageNumber: fromPage });
    const to = numbering.pageOf({ kind: 'document', documentId, pageNumber: toPage });
    if (from === undefined || to === undefined) return '—';
    const say = short ? numbering.numberAt : numbering.stampAt;
    return stampSpan(say(from), say(to));
  };
}
