// Writes all objects of a built packet into a new file, some of them replaced: nothing is laid out anew, the same input gives the same bytes.
import { PDFDict, type PDFObject, PDFRef } from 'pdf-lib';
import { AppError } from '../../../shared/errors.ts';
import { type FinishedFile, type Sink, startPacketFile } from '../packet-file.ts';
import type { OpenedPacket } from './opened-packet.ts';

/** Objects are handed on in the order of their numbers, as many as this at a time; pictures one by one. */
const BATCH = 64;

export interface ObjectsWish {
  /** The object to write in the place of each, which comes with its bytes. */
  readonly replaced: (ref: PDFRef, object: PDFObject) => PDFObject | Promise<PDFObject>;
  /** What opens the file, when it is locked. */
  readonly encrypt?: PDFRef | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Writes the file; memory holds one picture at a time. Throws file-damaged, cancelled, and what reading the packet throws. */
export async function writeObjects(
  { document, pictures }: OpenedPacket,
  { replaced, encrypt, signal }: ObjectsWish,
  sink: Sink,
): Promise<FinishedFile> {
  const file = await startPacketFile(sink);
  const { Root, Info } = document.context.trailerInfo;
  if (!(Root instanceof PDFRef)) throw new AppError('file-damaged');
  let waiting = 0;
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (signal?.aborted === true) throw new AppError('cancelled');
    const picture = await pictures.read(ref);
    file.context.assign(ref, await replaced(ref, picture ?? object));
    waiting += 1;
    if (picture !== undefined || waiting % BATCH === 0) await file.flush();
  }
  const info = Info instanceof PDFRef ? Info : file.context.register(PDFDict.withContext(file.context));
  return file.finish(Root, info, encrypt);
}
