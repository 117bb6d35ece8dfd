// Writes all objects of a built packet into a new file, some of them replaced: nothing is laid out anew, the same input gives the same bytes.
import { PDFDict, type PDFDocument, type PDFObject, PDFRef } from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import { type Sink, startPacketFile } from '../packet-file.ts';

/** Objects are handed on in the order of their numbers, as many as this at a time. */
const BATCH = 64;

/** Writes the file and gives its length. `replaced` gives the object to write in the place of each. Throws file-damaged. */
export async function writeObjects(
  document: PDFDocument,
  replaced: (ref: PDFRef, object: PDFObject) => PDFObject,
  sink: Sink,
): Promise<number> {
  const file = await startPacketFile(sink);
  const { Root, Info } = document.context.trailerInfo;
  if (!(Root instanceof PDFRef)) throw new AppError('file-damaged');
  let waiting = 0;
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    file.context.assign(ref, replaced(ref, object));
    waiting += 1;
    if (waiting % BATCH === 0) await file.flush();
  }
  const info = Info instanceof PDFRef ? Info : file.context.register(PDFDict.withContext(file.context));
  return (await file.finish(Root, info)).byteLength;
}
