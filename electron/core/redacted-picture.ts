// The picture of a page as a packet would show it now: drawn afresh, with the boxes of the case painted into the pixels.
import { AppError } from '../../shared/errors.ts';
import type { CaseId, DocumentId } from '../../shared/ids.ts';
import { tidyBoxes } from '../../shared/packet/redaction/boxes.ts';
import type { Services } from './services.ts';

export interface RedactedPictureRef {
  readonly caseId: CaseId;
  readonly documentId: DocumentId;
  readonly pageNumber: number;
}

/** Draws the page. Throws case-not-found, document-not-found, page-not-found, and what drawing it throws. */
export async function redactedPicture(
  { session, readers }: Services,
  { caseId, documentId, pageNumber }: RedactedPictureRef,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const vault = session.vault();
  const page = vault.documents.full(documentId).pages.find((each) => each.pageNumber === pageNumber);
  if (page === undefined) throw new AppError('page-not-found');
  const own = vault.cases
    .get(caseId)
    .redactions.filter(
      (each) => each.state === 'applied' && each.documentId === documentId && each.pageNumber === pageNumber,
    );
  const boxes = tidyBoxes(
    own.flatMap((each) => each.boxes),
    page,
  );
  const original = await vault.documents.original(documentId);
  const picture = await readers.redacted(original, pageNumber, {
    widthPt: page.widthPt,
    heightPt: page.heightPt,
    boxes,
  });
  return { bytes: picture.bytes, mediaType: `image/${picture.format}` };
}
