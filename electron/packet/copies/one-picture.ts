// A picture of the packet as a file of its own, for a reader process that makes it smaller.
import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { importerFor } from '../source/importer.ts';

/** True when the stream is a JPEG file of grey or red, green and blue, read as it stands. */
export function isPlainJpeg({ dict }: PDFRawStream): boolean {
  const filter = dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const space = dict.lookup(PDFName.of('ColorSpace'));
  return (
    only === PDFName.of('DCTDecode') &&
    (space === PDFName.of('DeviceGray') || space === PDFName.of('DeviceRGB')) &&
    !dict.has(PDFName.of('Decode')) &&
    !dict.has(PDFName.of('DecodeParms'))
  );
}

/** A PDF of one page, a point to the pixel, that holds the picture alone, without its masks. */
export async function onePictureFile(
  stream: PDFRawStream,
  context: PDFContext,
  width: number,
  height: number,
): Promise<Uint8Array> {
  const file = await PDFDocument.create({ updateMetadata: false });
  const bare = PDFDict.withContext(context);
  for (const [key, value] of stream.dict.entries()) if (!MASKS.has(key)) bare.set(key, value);
  const copied = importerFor(context, file.context).copy(PDFRawStream.of(bare, stream.getContents()));
  const page = file.addPage([width, height]);
  page.node.set(PDFName.of('Resources'), file.context.obj({ XObject: { AvScan: file.context.register(copied) } }));
  const content = file.context.stream(`q ${width} 0 0 ${height} 0 0 cm /AvScan Do Q`);
  page.node.set(PDFName.of('Contents'), file.context.register(content));
  return file.save({ useObjectStreams: false, updateFieldAppearances: false });
}

const MASKS = new Set(['SMask', 'Mask', 'OC', 'Metadata'].map((name) => PDFName.of(name)));
