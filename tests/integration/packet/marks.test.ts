// Marks in a packet: the words that prove an answer in colour, the reason beside them, a line at the foot of every page; no word is covered.
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { composePacket } from '../../../electron/packet/compose.ts';
import { FIRST_SETUP, type Marks } from '../../../shared/model/packet-setup.ts';
import type { Page } from '../../../shared/model/page.ts';
import { plannedHighlights, wordBoxes } from '../../../shared/packet/highlights.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import {
  answerOf,
  cite,
  evidenceOf,
  groundOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
  text,
} from '../../helpers/packet-fixtures.ts';
import { checkedByQpdf, pageTexts, rasterOf, wordsOn } from '../../helpers/packet-pdf.ts';
import { FONTS } from '../../helpers/packet-sources.ts';

const LINE = 'CONFIDENTIAL: contains protected health information';
const LINES = Array.from(
  { length: 40 },
  (_, index) => `Line ${index + 1} says that the treatment was tried and failed`,
);
const denial = pageOf(1, ['We find it not necessary', 'for this member'], { source: 'plain-text' });
const record = pageOf(1, LINES, { source: 'plain-text' });
const papers = [
  paperOf(1, { kind: 'denial-letter', title: 'Denial letter', format: 'text', pages: [denial] }),
  paperOf(2, { kind: 'medical-record', title: 'Visit note', format: 'text', pages: [record] }),
];
/** The third line of the record. */
const from = record.words.findIndex((word) => word.line === 2);
const proof = { pageNumber: 1, from, to: from + 10, quote: LINES[2]! };
const theCase = (marks: Marks) =>
  packetCase({
    grounds: [groundOf(1)],
    evidence: [evidenceOf(1, 1, 2, { proof })],
    packet: { ...FIRST_SETUP, marks },
  });

function planOf(marks: Marks) {
  return planPacket({
    case: theCase(marks),
    documents: new Map(papers.map((paper) => [paper.document.id as string, paper])),
    letter: letterOf(answerOf(1, 'Reason 1: Not necessary', [text('It was tried. '), cite(2, 1)])),
    deadlines: [],
    gaps: [],
    draft: false,
    today: TODAY,
  });
}

const compose = (marks: Marks) =>
  composePacket({
    plan: planOf(marks),
    fontsDir: FONTS,
    sources: async (id) => {
      const paper = papers.find((each) => each.document.id === id)!;
      return { bytes: new Uint8Array(), format: 'text', pages: paper.pages };
    },
  });

describe('marks', () => {
  it('colour the words that prove the answer and say which reason they answer, and the words of the denial too', async () => {
    const packet = await compose({ highlights: 'highlight-and-notes', confidentiality: LINE });
    await checkedByQpdf(packet.bytes);
    const texts = await pageTexts(packet.bytes);
    for (const page of texts) expect(page).toContain(LINE);
    const [denialPage, recordPage] = packet.exhibitPages.map((page) => page.packetPage);
    expect(texts[recordPage! - 1]).toContain('Reason 1 answered');
    expect(texts[denialPage! - 1]).toContain('Reason 1 given here');
    const drawn = await rasterOf(packet.bytes, recordPage!);
    // Between two words of the marked line, and of the line after it.
    const { height } = await wordsOn(packet.bytes, recordPage!);
    const gap = record.words[from]!.x + record.words[from]!.w + 2.5;
    const [red, green, blue] = drawn.at(gap / 612, (record.words[from]!.y + 5) / height);
    expect(red).toBeGreaterThan(230);
    expect(green).toBeGreaterThan(210);
    expect(blue).toBeLessThan(180);
    expect(Math.min(...drawn.at(gap / 612, (record.words[from]!.y + 33) / height))).toBeGreaterThan(245);
  });

  it('can be seen on a scan, whose own words are there but not drawn', async () => {
    const scan = pageOf(1, ['Tried and failed'], { widthPt: 400, heightPt: 300 });
    const proof = { pageNumber: 1, from: 0, to: 3, quote: 'Tried and failed' };
    const paper = paperOf(1, { kind: 'denial-letter', title: 'Denial letter', format: 'png', pages: [scan] });
    const plan = planPacket({
      case: packetCase({
        grounds: [groundOf(1, { source: { documentId: paper.document.id, proof } })],
        packet: { ...FIRST_SETUP, marks: { highlights: 'highlight-and-notes', confidentiality: '' } },
      }),
      documents: new Map([[paper.document.id as string, paper]]),
      letter: letterOf([]),
      deadlines: [],
      gaps: [],
      draft: false,
      today: TODAY,
    });
    const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer();
    const packet = await composePacket({
      plan,
      fontsDir: FONTS,
      sources: async () => ({ bytes, format: 'png', pages: [scan] }),
    });
    const page = packet.exhibitPages[0]!.packetPage;
    const { words, width, height } = await wordsOn(packet.bytes, page);
    const note = words.find(({ text: word }) => word === 'Reason')!;
    const drawn = await rasterOf(packet.bytes, page);
    const across = Array.from({ length: 40 }, (_, step) => note.x + ((note.right - note.x) * step) / 40);
    const darkest = Math.min(...across.map((x) => drawn.at(x / width, (note.y + note.bottom) / 2 / height)[2]));
    expect(darkest).toBeLessThan(150);
  });

  it('cover no word, neither with a note nor with the line at the foot', async () => {
    const packet = await compose({ highlights: 'highlight-and-notes', confidentiality: LINE.repeat(3) });
    for (const { packetPage } of packet.exhibitPages) {
      const { words } = await wordsOn(packet.bytes, packetPage);
      for (const [index, a] of words.entries()) {
        for (const b of words.slice(index + 1)) {
          const overlaps =
            Math.min(a.right, b.right) - Math.max(a.x, b.x) > 0.5 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.y, b.y) > 3;
          expect(overlaps, `${a.text} and ${b.text}`).toBe(false);
        }
      }
    }
  });

  it('are none unless wanted; colour alone needs no notes', async () => {
    expect(planOf({ highlights: 'none', confidentiality: '' }).highlights).toEqual([]);
    const plain = planOf({ highlights: 'highlight', confidentiality: '' }).highlights;
    expect(plain).toHaveLength(2);
    expect(plain.every((mark) => mark.note === undefined)).toBe(true);
  });

  it('point only at pages of the packet', () => {
    const documents = new Map(papers.map((paper) => [paper.document.id as string, paper]));
    const marks: Marks = { highlights: 'highlight', confidentiality: '' };
    expect(plannedHighlights(theCase(marks), documents, [], [], marks)).toEqual([]);
  });

  it('have one box for each line, around its words', () => {
    fc.assert(
      fc.property(fc.nat(record.words.length), fc.nat(60), (start, count) => {
        const page: Page = record;
        const words = page.words.slice(start, start + count);
        const boxes = wordBoxes(page, start, start + count);
        expect(boxes).toHaveLength(new Set(words.map((word) => word.line)).size);
        for (const word of words) {
          expect(
            boxes.some(
              ({ x, y, w, h }) => x <= word.x && y <= word.y && x + w >= word.x + word.w && y + h >= word.y + word.h,
            ),
          ).toBe(true);
        }
      }),
    );
  });
});
