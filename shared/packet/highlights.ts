// Which words of the exhibits a packet marks: those that prove the answer to a reason, and what is written beside them. Pure.
import type { GroundId } from '../ids.ts';
import type { Case } from '../model/case.ts';
import type { FullDocument } from '../model/document.ts';
import type { Exhibit, PageMark } from '../model/packet.ts';
import type { Marks } from '../model/packet-setup.ts';
import type { Page } from '../model/page.ts';
import type { PageBox } from '../model/redaction.ts';
import { activeGrounds, chosenEvidence } from './evidence-choice.ts';
import type { LetterCite } from './letter-cites.ts';

/** Room around marked words, as a share of their height. */
const PADDING = 0.12;

/**
 * The marks on the pages of the exhibits: the words by which the denial gives each reason, and the words of the evidence chosen for it.
 * Empty when no marks are wanted. Words that count for several reasons are marked once, with all of them beside.
 */
export function plannedHighlights(
  theCase: Case,
  documents: ReadonlyMap<string, FullDocument>,
  exhibits: readonly Exhibit[],
  cites: readonly LetterCite[],
  marks: Marks,
): readonly PageMark[] {
  if (marks.highlights === 'none') return [];
  const found = new Map<string, { readonly mark: PageMark; readonly notes: string[] }>();
  activeGrounds(theCase).forEach((ground, index) => {
    const places = [
      ...(ground.source === undefined
        ? []
        : [{ documentId: ground.source.documentId, proof: ground.source.proof, says: 'given here' }]),
      ...chosenEvidence(theCase, ground, cites).flatMap(({ documentId, proof }) =>
        proof === undefined ? [] : [{ documentId, proof, says: 'answered' }],
      ),
    ];
    for (const { documentId, proof, says } of places) {
      const { pageNumber, from, to } = proof;
      const isIn = exhibits.some((exhibit) => exhibit.documentId === documentId && exhibit.pages.includes(pageNumber));
      const page = documents.get(documentId)?.pages.find((each) => each.pageNumber === pageNumber);
      const boxes = isIn && page !== undefined ? wordBoxes(page, from, to) : [];
      if (boxes.length === 0) continue;
      const key = `${documentId} ${pageNumber} ${from} ${to}`;
      const note = `Reason ${index + 1} ${says}`;
      const known = found.get(key);
      if (known === undefined)
        found.set(key, { mark: markOf(documentId, pageNumber, boxes, ground.id), notes: [note] });
      else if (!known.notes.includes(note)) known.notes.push(note);
    }
  });
  return [...found.values()].map(({ mark, notes }) =>
    marks.highlights === 'highlight-and-notes' ? { ...mark, note: notes.join(', ').slice(0, 200) } : mark,
  );
}

function markOf(
  documentId: PageMark['documentId'],
  pageNumber: number,
  boxes: readonly PageBox[],
  groundId: GroundId,
): PageMark {
  return { documentId, pageNumber, boxes: [...boxes], groundId };
}

/** Boxes around words `from` to `to` (exclusive) of a page, one for each line, in the page's points from its top left. */
export function wordBoxes(page: Page, from: number, to: number): readonly PageBox[] {
  const lines = new Map<number, { left: number; top: number; right: number; bottom: number }>();
  for (const word of page.words.slice(from, to)) {
    const pad = word.h * PADDING;
    const box = { left: word.x - pad, top: word.y - pad, right: word.x + word.w + pad, bottom: word.y + word.h + pad };
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, box);
    else {
      line.left = Math.min(line.left, box.left);
      line.top = Math.min(line.top, box.top);
      line.right = Math.max(line.right, box.right);
      line.bottom = Math.max(line.bottom, box.bottom);
    }
  }
  return [...lines.values()]
    .map(({ left, top, right, bottom }) => ({ x: left, y: top, w: right - left, h: bottom - top }))
    .filter(({ w, h }) => w > 0 && h > 0);
}
