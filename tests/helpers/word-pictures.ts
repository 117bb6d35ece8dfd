// Word files with pictures among their paragraphs, made by the library that writes the app's own.
import { Document, Header, ImageRun, Packer, Paragraph } from 'docx';

/** A paragraph of text, or a picture on a line of its own. */
export type WordPiece = string | { readonly bytes: Uint8Array; readonly type: 'png' | 'jpg' | 'gif' | 'bmp' };

/** The pieces in their order below a letterhead, if any. Pictures are shown a few inches wide, whatever their size. */
export function wordOfPieces(pieces: readonly WordPiece[], letterhead?: string): Promise<Buffer> {
  const children = pieces.map((piece) =>
    typeof piece === 'string'
      ? new Paragraph(piece)
      : new Paragraph({
          children: [
            new ImageRun({
              type: piece.type,
              data: piece.bytes,
              transformation: { width: 400, height: 300 },
              altText: { name: 'picture', title: 'src="1">', description: 'a > "b" src="7"' },
            }),
          ],
        }),
  );
  const headers = letterhead === undefined ? {} : { default: new Header({ children: [new Paragraph(letterhead)] }) };
  return Packer.toBuffer(new Document({ sections: [{ headers, children }] }));
}
