// A whole packet, looked at with tools that did not write it: stamps, labels, bookmarks, links, searchable scans, the same bytes twice.
import { beforeAll, describe, expect, it } from 'vitest';
import { type ComposedPacket, composePacket } from '../../../electron/packet/compose.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { FullDocument } from '../../../shared/model/document.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
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
import {
  checkedByQpdf,
  expanded,
  infoOf,
  pageTexts,
  rasterOf,
  structureOf,
  wordsOn,
} from '../../helpers/packet-pdf.ts';
import {
  FONTS,
  formWithStrangers,
  jpegWithOrientation,
  markPage,
  pdfOf,
  plainHere,
  pngOf,
  tiffOfTwo,
} from '../../helpers/packet-sources.ts';

const lorem = 'The infusions were given after every other treatment had been tried without lasting benefit. ';
const blanks = (count: number) =>
  Array.from({ length: count }, (_, index) => pageOf(index + 1, [], { source: 'text-layer' }));

const papers: readonly FullDocument[] = [
  paperOf(1, { kind: 'denial-letter', title: 'Denial letter', date: '2026-09-09', pages: blanks(2) }),
  paperOf(2, {
    kind: 'medical-record',
    title: 'Visit note (café – Łódź)',
    format: 'jpeg',
    pages: [pageOf(1, ['Severe depression scored', 'twenty-two on PHQ-9'], { widthPt: 612, heightPt: 816 })],
  }),
  paperOf(3, { kind: 'plan-document', title: 'Plan', pages: blanks(1) }),
  paperOf(4, { kind: 'literature', title: 'Trial', format: 'png', pages: [pageOf(1, ['Trial results table'])] }),
  paperOf(5, {
    kind: 'correspondence',
    title: 'Fax',
    format: 'tiff',
    pages: [1, 2].map((page) => pageOf(page, [`Fax sheet${page}`])),
  }),
  paperOf(6, {
    kind: 'other',
    title: 'Typed log',
    format: 'text',
    pages: [pageOf(1, ['Called the plan 10:05', 'No answer'], { source: 'plain-text' })],
  }),
];
const letter = letterOf([
  {
    kind: 'pairs',
    rows: [
      { label: 'Member', value: [text('Rowan Ashgrove '), cite(1, 1)] },
      { label: 'Service', value: [{ kind: 'blank', label: 'The service' }] },
    ],
  },
  ...answerOf(1, 'Reason 1: Not necessary', [
    text(`${lorem.repeat(30)} See `),
    cite(2, 1),
    text(', and '),
    cite(1, 1, 2),
    text('.'),
  ]),
  ...answerOf(2, 'Reason 2: Excluded', [
    text(`${lorem.repeat(20)} See `),
    cite(3, 1),
    text('. Odd signs: ☐ ✓ → 漢 \u0007.'),
  ]),
  { kind: 'quote', inlines: [text('The words of the plan.'), cite(3, 1)] },
  { kind: 'list', ordered: true, origin: 'form', items: [[text('First request')], [text('Second request')]] },
]);

function planOf(more: { readonly draft?: boolean; readonly prefix?: string } = {}): PacketPlan {
  return planPacket({
    case: packetCase({
      grounds: [groundOf(1), groundOf(2, { reason: 'benefit-exclusion' })],
      evidence: [evidenceOf(1, 1, 2), evidenceOf(2, 2, 3)],
      attachments: papers.map((paper) => paper.document.id),
    }),
    documents: new Map(papers.map((paper) => [paper.document.id as string, paper])),
    letter,
    deadlines: [],
    gaps: [],
    draft: more.draft ?? false,
    ...(more.prefix === undefined ? {} : { stamping: { prefix: more.prefix, start: 1, digits: 6 } }),
    today: TODAY,
  });
}

const files = new Map<DocumentId, Uint8Array>();
const sources = async (id: DocumentId) => {
  const paper = papers.find((each) => each.document.id === id)!;
  const bytes = files.get(id)!;
  const { format } = paper.document;
  return { bytes, format, pages: paper.pages, plain: plainHere(bytes, format) };
};
const compose = (plan: PacketPlan) => composePacket({ plan, sources, fontsDir: FONTS });

let plan: PacketPlan;
let packet: ComposedPacket;
let texts: readonly string[];

beforeAll(async () => {
  const twoPages = await pdfOf(async (document) => {
    await markPage(document, document.addPage([612, 792]), 'denialone');
    await markPage(document, document.addPage([612, 792]), 'denialtwo');
  });
  const bytes = [
    twoPages,
    await jpegWithOrientation(6),
    await formWithStrangers(),
    await pngOf('plain'),
    await tiffOfTwo(),
    new Uint8Array(),
  ];
  papers.forEach((paper, index) => void files.set(paper.document.id, bytes[index]!));
  plan = planOf();
  packet = await compose(plan);
  texts = await pageTexts(packet.bytes);
});

describe('the file', () => {
  it('is sound and carries our title alone', async () => {
    expect(await checkedByQpdf(packet.bytes)).toContain('No syntax or stream encoding errors');
    const info = await infoOf(packet.bytes);
    expect(info).toMatch(/Title:\s+Appeal of Rowan Ashgrove/);
    expect(info).toMatch(new RegExp(`Pages:\\s+${packet.pageCount}\n`));
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Form:\s+none/);
  });

  it('takes nothing of the sources but what is seen', async () => {
    const all = `${await expanded(packet.bytes)}${Buffer.from(packet.bytes).toString('latin1')}`;
    // Ours, in the file as it is and expanded.
    expect(all.match(/\/Metadata \d+ 0 R/g)).toHaveLength(2);
    expect(all).not.toMatch(/secret|JavaScript|EmbeddedFile|AcroForm|PieceInfo|\/URI|\/Encrypt/i);
    expect(all.match(/%%EOF/g)).toHaveLength(2);
  });

  it('is the same, byte for byte, when made again', async () => {
    const again = await compose(planOf());
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(packet.bytes))).toBe(0);
  });
});

describe('numbers', () => {
  it('stand on every page, are its label, and run on without a gap', async () => {
    const { labels } = await structureOf(packet.bytes);
    expect(labels).toEqual(packet.stamps);
    expect(packet.stamps).toEqual(texts.map((_, index) => String(index + 1).padStart(4, '0')));
    texts.forEach((page, index) => void expect(page).toMatch(new RegExp(`(^|\\s)${packet.stamps[index]}\\s*$`, 'm')));
  });

  it('stand at the bottom right, with the exhibit beside them', async () => {
    for (const { packetPage, label } of packet.exhibitPages) {
      const { width, height, words } = await wordsOn(packet.bytes, packetPage);
      const stamp = words.findLast((word) => word.text === packet.stamps[packetPage - 1])!;
      expect(stamp.right).toBeGreaterThan(width * 0.93);
      expect(stamp.bottom).toBeGreaterThan(height * 0.94);
      expect(stamp.bottom).toBeLessThan(height);
      expect(texts[packetPage - 1]).toContain(`Exhibit ${label} · page`);
    }
  });

  it('may have a prefix', async () => {
    const bates = await compose(planOf({ prefix: 'ASHGROVE-' }));
    expect(bates.stamps[0]).toBe('ASHGROVE-000001');
    expect((await structureOf(bates.bytes)).labels).toEqual(bates.stamps);
  });
});

describe('finding the way', () => {
  it('has a link for every citation, row and back-link, each to the page it names', async () => {
    const { links } = await structureOf(packet.bytes);
    const pairs = (list: readonly (readonly [number, number])[]) => list.map((pair) => pair.join('→')).sort();
    expect(pairs(links.map(({ from, to }) => [from, to]))).toEqual(
      pairs(packet.links.map((link) => [link.fromPage, link.toPage])),
    );
    for (const link of packet.links) expect(texts[link.toPage - 1]).toContain(link.stamp);
    const front = texts
      .slice(0, packet.exhibitPages[0]!.packetPage - 2)
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const [, label, page, stamp] of front.matchAll(/Ex\. ([A-Z]+), pp?\. (\d+)(?:–\d+)? \((\d{4})/g)) {
      const place = packet.exhibitPages.filter((each) => each.label === label)[Number(page) - 1];
      expect(packet.stamps[place!.packetPage - 1]).toBe(stamp);
      expect(packet.links.some((link) => link.toPage === place!.packetPage)).toBe(true);
    }
    const tabs = packet.exhibitPages.filter((page) => page.pageNumber === 1).map((page) => page.packetPage - 1);
    for (const label of ['A', 'B', 'C']) {
      const tab = tabs[packet.index.findIndex((row) => row.label === label)]!;
      expect(packet.links.some((link) => link.fromPage === tab && link.toPage <= 3)).toBe(true);
    }
  });

  it('has nested bookmarks that open on the right pages', async () => {
    const { outline, catalog } = await structureOf(packet.bytes);
    expect(outline.map((node) => node.title)).toEqual([
      'Appeal letter',
      'Reasons and answers',
      'Index of exhibits',
      'Exhibits',
    ]);
    expect(outline[0]!.kids.map((node) => node.title)).toEqual(['Reason 1: Not necessary', 'Reason 2: Excluded']);
    expect(outline[3]!.kids.map((node) => node.title)).toEqual(
      expect.arrayContaining(['Exhibit A — Denial letter, Sep 9, 2026', 'Exhibit B — Visit note (café – Łódź)']),
    );
    const all = [...outline, ...outline.flatMap((node) => node.kids)];
    for (const node of outline[0]!.kids) expect(texts[node.page - 1]).toContain(node.title);
    for (const node of outline[3]!.kids) expect(texts[node.page - 1]).toContain('EXHIBIT');
    expect(all.every((node) => node.page >= 1 && node.page <= packet.pageCount)).toBe(true);
    expect(catalog).toMatchObject({
      '/PageMode': '/UseOutlines',
      '/Lang': 'u:en-US',
      '/ViewerPreferences': { '/DisplayDocTitle': true },
    });
  });

  it('has an index whose stamps are those of the pages', () => {
    for (const row of packet.index) {
      const pages = packet.exhibitPages.filter((page) => page.label === row.label);
      expect(row).toMatchObject({
        fromStamp: packet.stamps[pages[0]!.packetPage - 1],
        toStamp: packet.stamps[pages.at(-1)!.packetPage - 1],
        pageCount: pages.length,
      });
    }
    expect(packet.index.slice(0, 3).map((row) => row.supports)).toEqual(['The denial', 'Reason 1', 'Reason 2']);
  });
});

describe('the pages', () => {
  const pageOfExhibit = (paper: number, page = 1) =>
    packet.exhibitPages.find((each) => each.documentId === papers[paper - 1]!.document.id && each.pageNumber === page)!
      .packetPage;

  it('make scans searchable, in reading order and in place', async () => {
    const page = pageOfExhibit(2);
    expect(texts[page - 1]!.replace(/\s+/g, ' ')).toContain('Severe depression scored twenty-two on PHQ-9');
    const { words } = await wordsOn(packet.bytes, page);
    const found = words.find((word) => word.text === 'depression')!;
    const wanted = papers[1]!.pages[0]!.words.find((word) => word.text === 'depression')!;
    expect(Math.abs(found.x - wanted.x)).toBeLessThan(1);
    expect(Math.abs(found.right - (wanted.x + wanted.w))).toBeLessThan(1.5);
    expect(found.y).toBeLessThan(wanted.y + wanted.h);
    expect(found.bottom).toBeGreaterThan(wanted.y);
    expect(texts[pageOfExhibit(5, 2) - 1]).toContain('sheet2');
  });

  it('show filled fields and drawn notes, not hidden ones', async () => {
    const page = pageOfExhibit(3);
    expect(texts[page - 1]).toContain('JANE FIELDVALUE');
    expect(texts[page - 1]).toContain('Łódź');
    const seen = await rasterOf(packet.bytes, page);
    expect(seen.at(400 / 612, 1 - 340 / 792)[1]).toBeGreaterThan(seen.at(400 / 612, 1 - 340 / 792)[0] + 60);
    expect(seen.at(400 / 612, 1 - 140 / 792)).toEqual([255, 255, 255]);
  });

  it('set plain text where its words stood', async () => {
    const { words } = await wordsOn(packet.bytes, pageOfExhibit(6));
    const found = words.find((word) => word.text === '10:05')!;
    expect(Math.abs(found.x - papers[5]!.pages[0]!.words[3]!.x)).toBeLessThan(1);
  });

  it('keep the words of the letter, odd signs and blanks visible', () => {
    const whole = texts.slice(0, 4).join(' ').replace(/\s+/g, ' ');
    expect(whole).toContain('Odd signs: ☐ ✓ → 漢 .');
    expect(whole).toContain('[The service]');
    expect(whole).toContain('The infusions were given after every other treatment');
  });
});

it('marks every page of a draft, and only of a draft', async () => {
  const draft = await compose(planOf({ draft: true }));
  const seen = await expanded(draft.bytes);
  expect(seen.match(/\/AvDraft gs/g)).toHaveLength(draft.pageCount);
  expect(await expanded(packet.bytes)).not.toContain('/AvDraft gs');
  const [marked, clean] = [
    await rasterOf(draft.bytes, draft.pageCount - 1),
    await rasterOf(packet.bytes, packet.pageCount - 1),
  ];
  expect(marked.pixels.equals(clean.pixels)).toBe(false);
});

it('stops when told to', async () => {
  const stop = new AbortController();
  const composing = composePacket({
    plan,
    sources,
    fontsDir: FONTS,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(composing).rejects.toMatchObject({ code: 'cancelled' });
});
