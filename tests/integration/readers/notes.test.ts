// Remarks in a PDF, read in a process without keys: kinds, authors, words under marks, answers; links and form fields are none.
import { degrees, PDFDocument, PDFHexString, PDFString, StandardFonts } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { testReaders } from '../../helpers/readers.ts';
import { annotate } from '../../helpers/reviewer.ts';

const readers = testReaders(1);
afterAll(() => readers.close());

async function reviewed(turn: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([612, 792]).drawText('A page without remarks', { x: 72, y: 700, size: 12, font });
  const page = document.addPage([612, 792]);
  page.drawText('The dose was raised twice', { x: 72, y: 700, size: 12, font });
  page.setRotation(degrees(turn));
  const from = 72 + font.widthOfTextAtSize('The dose ', 12);
  const to = from + font.widthOfTextAtSize('was raised', 12);
  const quad = [from, 712, to, 712, from, 697, to, 697];
  annotate(
    page,
    { Subtype: 'Highlight', Rect: [from, 697, to, 712], QuadPoints: quad, C: [1, 1, 0] },
    { T: 'Ärztin Müller', Contents: 'By whom?', M: 'D:20261120' },
  );
  const asked = annotate(
    page,
    { Subtype: 'Text', Rect: [400, 600, 420, 620] },
    { T: 'A. Lawyer', Contents: 'Which dose?' },
  );
  annotate(page, { Subtype: 'Text', Rect: [400, 600, 420, 620], IRT: asked }, { T: 'R. Ashgrove', Contents: '40 mg' });
  annotate(
    page,
    { Subtype: 'Text', Rect: [400, 600, 420, 620], IRT: asked, StateModel: PDFString.of('Review') },
    { State: 'Accepted', Contents: 'Accepted set by A. Lawyer' },
  );
  annotate(page, { Subtype: 'Link', Rect: [72, 500, 200, 520] }, { Contents: 'no remark' });
  annotate(page, { Subtype: 'Popup', Rect: [72, 400, 200, 420] }, { Contents: 'no remark' });
  const bytes = await document.save();
  return bytes;
}

describe('remarks in a PDF', () => {
  it.each([0, 90])('on a page turned by %i degrees come with their places and the words under them', async (turn) => {
    const { pages } = await readers.pdfNotes(await reviewed(turn));
    expect(pages.map(({ notes }) => notes.length)).toEqual([0, 3]);
    const [highlight, question, answer] = pages[1]!.notes;
    expect(highlight).toMatchObject({
      kind: 'highlight',
      author: 'Ärztin Müller',
      text: 'By whom?',
      quote: 'was raised',
      changed: 'D:20261120',
    });
    expect(question).toMatchObject({ kind: 'note', author: 'A. Lawyer', text: 'Which dose?' });
    expect(answer).toMatchObject({ text: '40 mg', replyTo: question!.index });
    const [box] = highlight!.boxes;
    const [width, height] = turn === 0 ? [612, 792] : [792, 612];
    expect(pages[1]).toMatchObject({ widthPt: width, heightPt: height });
    // Seen upright: near the top of an unturned page, near the right edge of one turned clockwise.
    if (turn === 0) expect(box!.y).toBeLessThan(100);
    else expect(box!.x).toBeGreaterThan(690);
  });

  it('are refused from a file that is no PDF or damaged', async () => {
    await expect(readers.pdfNotes(new TextEncoder().encode('Only text'))).rejects.toMatchObject({
      code: 'file-unsupported',
    });
    await expect(readers.pdfNotes(new TextEncoder().encode('%PDF-1.7\nno pdf'))).rejects.toMatchObject({
      code: 'file-damaged',
    });
  });

  it('of a file keep its name for itself', async () => {
    const document = await PDFDocument.load(await reviewed(0));
    document.context.trailerInfo.ID = document.context.obj([PDFHexString.of('00ff10'), PDFHexString.of('aa')]);
    expect((await readers.pdfNotes(await document.save({ useObjectStreams: false }))).fileId).toBe('00ff10');
  });
});
