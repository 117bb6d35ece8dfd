// True removal: what was blacked out is in no text, no stream, no data about the file and no pixel; everything else is as it was.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ComposedPacket, composePacket } from '../../../electron/packet/compose.ts';
import type { Readers } from '../../../electron/readers/types.ts';
import { EntryId } from '../../../shared/ids.ts';
import type { FileFormat, FullDocument } from '../../../shared/model/document.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import type { PageBox, Redaction } from '../../../shared/model/redaction.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import { boxesOfWords } from '../../../shared/packet/redaction/boxes.ts';
import { plainLetters } from '../../../shared/packet/redaction/letters.ts';
import { findOnPage } from '../../../shared/packet/redaction/search.ts';
import { answerOf, cite, groundOf, letterOf, packetCase, paperOf, TODAY, text } from '../../helpers/packet-fixtures.ts';
import { checkedByQpdf, expanded, infoOf, pageTexts } from '../../helpers/packet-pdf.ts';
import { FONTS } from '../../helpers/packet-sources.ts';
import { testReaders } from '../../helpers/readers.ts';
import {
  brightestIn,
  differenceOutside,
  greyOfPage,
  greyOfSource,
  objectsOn,
  picturesIn,
  pngOfPage,
  spellings,
} from '../../helpers/redaction-looks.ts';
import {
  formPaper,
  KEPT_LINE,
  oddPaper,
  picturePaper,
  plainPaper,
  SECRET_NAME,
  SECRET_NUMBER,
  scannedPaper,
  textPaper,
} from '../../helpers/redaction-papers.ts';

const SECRETS = [SECRET_NAME, 'Quillfeather', SECRET_NUMBER];

interface Tried {
  readonly name: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  readonly format: FileFormat;
  /** Pages that hold the secrets; others stay as they are. */
  readonly pages: readonly number[];
  /** Boxes drawn by hand on the first page. */
  readonly byHand?: readonly PageBox[];
}

/** Where the picture on the page of text shows the name. */
const PICTURE_BOX: PageBox = { x: 100, y: 342, w: 130, h: 22 };

const PAPERS: readonly Tried[] = [
  { name: 'a PDF of text', make: textPaper, format: 'pdf', pages: [1], byHand: [PICTURE_BOX] },
  { name: 'a scan with text behind it', make: scannedPaper, format: 'pdf', pages: [1] },
  { name: 'a filled form with a note', make: formPaper, format: 'pdf', pages: [1] },
  { name: 'a turned and a cropped page', make: oddPaper, format: 'pdf', pages: [1, 2] },
  { name: 'a picture', make: picturePaper, format: 'jpeg', pages: [1] },
  { name: 'a plain text', make: plainPaper, format: 'text', pages: [1] },
];

let readers: Readers;
beforeAll(() => {
  readers = testReaders();
});
afterAll(() => readers.close());

describe.each(PAPERS)('$name', ({ make, format, pages, byHand = [] }) => {
  let bytes: Uint8Array;
  let paper: FullDocument;
  let plan: PacketPlan;
  let packet: ComposedPacket;
  let again: ComposedPacket;

  beforeAll(async () => {
    bytes = await make();
    const read = await readers.read(bytes, { pictures: false });
    paper = paperOf(1, { kind: 'denial-letter', title: 'Statement', format, pages: read.pages });
    plan = planOf(paper, pages, byHand);
    packet = await compose();
    again = await compose();
  });

  const compose = () =>
    composePacket({
      plan,
      sources: async () => ({ bytes, format, pages: paper.pages }),
      fontsDir: FONTS,
      drawRedacted: readers.redacted,
    });
  const packetPage = (pageNumber: number) =>
    packet.exhibitPages.find((each) => each.pageNumber === pageNumber)!.packetPage;
  const boxesOf = (pageNumber: number) => plan.redactions.find((each) => each.pageNumber === pageNumber)!.boxes;

  it('has its secrets found where they stand', () => {
    expect(plan.redactions.map(({ pageNumber }) => pageNumber)).toEqual(pages);
  });

  it('is a sound file, the same when made twice', async () => {
    await checkedByQpdf(packet.bytes);
    expect(Buffer.compare(Buffer.from(packet.bytes), Buffer.from(again.bytes))).toBe(0);
  });

  it('says the secrets in no text and keeps the rest searchable', async () => {
    const texts = await pageTexts(packet.bytes);
    for (const secret of SECRETS) expect(plainLetters(texts.join(' '))).not.toContain(plainLetters(secret));
    for (const page of pages) expect(plainLetters(texts[packetPage(page) - 1]!)).toContain(plainLetters(KEPT_LINE));
  });

  it('holds them in no stream, title, bookmark or other data', async () => {
    const all = `${await expanded(packet.bytes)}\n${await infoOf(packet.bytes)}`;
    // No picture of the source lies about unused either.
    expect(await picturesIn(packet.bytes)).toBe(pages.length);
    for (const form of SECRETS.flatMap(spellings)) expect(all.toLowerCase()).not.toContain(form.toLowerCase());
    for (const page of pages) {
      const { images, forms, annotations } = await objectsOn(packet.bytes, packetPage(page));
      expect({ images, forms, annotations }).toEqual({ images: 1, forms: 0, annotations: 0 });
    }
  });

  it('is black where it is redacted and as it was everywhere else', async () => {
    for (const page of pages) {
      const read = paper.pages[page - 1]!;
      const seen = await greyOfPage(packet.bytes, packetPage(page));
      for (const box of boxesOf(page)) expect(brightestIn(seen, box)).toBeLessThanOrEqual(2);
      if (format === 'text') continue;
      const source = await greyOfSource(bytes, format, read);
      // Drawn by another engine and made smaller: edges of letters differ a little, nothing else does.
      expect(differenceOutside(seen, source, boxesOf(page), read)).toBeLessThanOrEqual(2);
    }
  });

  it('can’t be read from the picture either', async () => {
    for (const page of pages) {
      const png = await pngOfPage(packet.bytes, packetPage(page), 200);
      const { pages: seen } = await readers.read(png, { pictures: false });
      const words = plainLetters(seen.flatMap((each) => each.words.map((word) => word.text)).join(' '));
      expect(words).toContain(plainLetters('infusions'));
      for (const secret of ['Jonah', 'Quillfeather', SECRET_NUMBER]) expect(words).not.toContain(plainLetters(secret));
    }
  });

  it('leaves the neighbouring page alone', async () => {
    const neighbour = paper.pages.find(({ pageNumber }) => !pages.includes(pageNumber));
    if (neighbour === undefined) return expect(format).toBe('jpeg');
    const texts = await pageTexts(packet.bytes);
    expect(texts[packetPage(neighbour.pageNumber) - 1]).toContain('The second page stays as it is');
    expect((await objectsOn(packet.bytes, packetPage(neighbour.pageNumber))).images).toBe(0);
    if (format === 'text') return;
    const seen = await greyOfPage(packet.bytes, packetPage(neighbour.pageNumber));
    const source = await greyOfSource(bytes, format, neighbour);
    expect(differenceOutside(seen, source, [], neighbour)).toBeLessThanOrEqual(0.05);
  });

  it('says on its tab sheet that parts are blacked out', async () => {
    const texts = await pageTexts(packet.bytes);
    const which = pages.length === 1 ? 'page 1' : 'pages 1, 2';
    expect(texts[packetPage(1) - 2]!.replace(/\s+/g, ' ')).toContain(`Parts of ${which} are blacked out.`);
  });
});

it('a packet without anybody to draw its redacted pages is not made', async () => {
  const bytes = plainPaper();
  const { pages } = await readers.read(bytes, { pictures: false });
  const paper = paperOf(1, { kind: 'denial-letter', format: 'text', pages });
  const sources = async () => ({ bytes, format: 'text' as const, pages });
  const made = composePacket({ plan: planOf(paper, [1]), sources, fontsDir: FONTS });
  await expect(made).rejects.toMatchObject({ code: 'internal' });
});

/** The plan of a packet of one paper, the secrets of its pages blacked out as a search would. */
function planOf(paper: FullDocument, pages: readonly number[], byHand: readonly PageBox[] = []): PacketPlan {
  const redactions = pages.map((pageNumber): Redaction => {
    const page = paper.pages[pageNumber - 1]!;
    const hits = [SECRET_NAME, SECRET_NUMBER].flatMap((secret) =>
      findOnPage(secret, page, { wholeWords: true, misread: true }),
    );
    const words = hits.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index));
    expect(hits.length).toBeGreaterThanOrEqual(2);
    const boxes = [...boxesOfWords(page, words), ...(pageNumber === 1 ? byHand : [])];
    return {
      id: EntryId.parse(`n_${String(pageNumber).padStart(16, '0')}`),
      ...{ documentId: paper.document.id, pageNumber, boxes, why: 'third-party', by: 'word', state: 'applied' },
    };
  });
  return planPacket({
    case: packetCase({ grounds: [groundOf(1)], redactions }),
    documents: new Map([[paper.document.id as string, paper]]),
    letter: letterOf(answerOf(1, 'Reason 1', [text('See '), cite(1, 1)])),
    ...{ deadlines: [], gaps: [], draft: false, today: TODAY },
  });
}

it('pages of several papers are drawn at the same time without being mixed up', async () => {
  const [first, second] = [await textPaper(), await scannedPaper()];
  const black = { widthPt: 612, heightPt: 792, boxes: [{ x: 10, y: 10, w: 100, h: 100 }] };
  const draw = (bytes: Uint8Array) => readers.redacted({ bytes }, 1, black);
  const alone = [await draw(first), await draw(second)];
  const together = await Promise.all([draw(first), draw(second), draw(first), draw(second)]);
  expect(together.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
    [...alone, ...alone].map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  );
  await expect(readers.redacted({ bytes: first }, 3, black)).rejects.toMatchObject({ code: 'page-not-found' });
});
