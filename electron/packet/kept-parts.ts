// A finished packet without the pixels of its pictures: small enough to be handed to a reader, and all that words, links and order depend on.
import type { GappedFile } from '../readers/pdfium-gapped.ts';
import type { FileRange } from './packet-file.ts';

/** A finished file that can be read at any place. */
export interface FinishedBytes {
  readonly length: number;
  read(position: number, length: number): Promise<Uint8Array>;
}

/** Everything of the file but the `pictures`, which are in the order of the file. Throws what reading throws. */
export async function withoutPictures(file: FinishedBytes, pictures: readonly FileRange[]): Promise<GappedFile> {
  const left = pictures.reduce((sum, { length }) => sum - length, file.length);
  const bytes = Buffer.allocUnsafeSlow(left);
  let at = 0;
  let position = 0;
  for (const gap of [...pictures, { position: file.length, length: 0 }]) {
    const part = await file.read(position, gap.position - position);
    bytes.set(part, at);
    at += part.length;
    position = gap.position + gap.length;
  }
  return { bytes, gaps: pictures };
}
