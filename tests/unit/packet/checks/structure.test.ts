// The checks of what holds a packet together: each is fed a file that is wrong in one way and must tell, by page.
import { describe, expect, it } from 'vitest';
import type { PacketCheck, PacketPlan } from '../../../../shared/model/packet.ts';
import { checkBookmarks } from '../../../../shared/packet/checks/bookmarks.ts';
import { checkDeterminism } from '../../../../shared/packet/checks/determinism.ts';
import { checkHygiene } from '../../../../shared/packet/checks/hygiene.ts';
import { checkLinks } from '../../../../shared/packet/checks/links.ts';
import { checkNumbers } from '../../../../shared/packet/checks/numbers.ts';
import { sampledPages } from '../../../../shared/packet/checks/samples.ts';
import type { SeenFile, SeenLink, SeenPage } from '../../../../shared/packet/checks/seen.ts';
import { checkSize } from '../../../../shared/packet/checks/size.ts';
import type { WrittenPacket } from '../../../../shared/packet/checks/written.ts';
import { planPacket } from '../../../../shared/packet/plan.ts';
import {
  documentId,
  groundOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
} from '../../../helpers/packet-fixtures.ts';

// Letter (1), reasons (2), index (3), the sheet before exhibit A (4), its two pages (5, 6).
const paper = paperOf(1, { kind: 'denial-letter', title: 'Denial', pages: [pageOf(1, ['a']), pageOf(2, ['b'])] });
const plan: PacketPlan = planPacket({
  case: packetCase({ grounds: [groundOf(1)] }),
  documents: new Map([[paper.document.id as string, paper]]),
  letter: letterOf([]),
  ...{ deadlines: [], gaps: [], draft: false, today: TODAY },
});
const box = { x: 0, y: 0, w: 10, h: 10 };
const stamps = ['0001', '0002', '0003', '0004', '0005', '0006'];
const links = [
  { fromPage: 1, toPage: 5, stamp: '0005' },
  { fromPage: 3, toPage: 5, stamp: '0005' },
  { fromPage: 3, toPage: 4, stamp: '0004' },
  { fromPage: 4, toPage: 1, stamp: '0001' },
];
const written: WrittenPacket = {
  pageCount: 6,
  byteLength: 1000,
  index: [{ label: 'A', title: 'Denial', pageCount: 2, fromStamp: '0005', toStamp: '0006', supports: '' }],
  outline: [
    { title: 'Appeal letter', packetPage: 1, children: [{ title: 'Reason 1', packetPage: 1, children: [] }] },
    { title: 'Reasons and answers', packetPage: 2, children: [] },
    { title: 'Index of exhibits', packetPage: 3, children: [] },
    { title: 'Exhibits', packetPage: 4, children: [{ title: 'Exhibit A — Denial', packetPage: 4, children: [] }] },
  ],
  links,
  stamps,
  exhibitPages: [1, 2].map((pageNumber) => ({
    label: 'A',
    documentId: documentId(1),
    pageNumber,
    packetPage: pageNumber + 4,
  })),
  looks: stamps.map(() => ({ way: 'taken', strip: 0, stamp: box, drawn: [box] })),
};
const link = (page: number | undefined, text: string, elsewhere?: string): SeenLink => ({ box, text, page, elsewhere });
const pages: readonly SeenPage[] = stamps.map((stamp, index) => ({
  label: stamp,
  widthPt: 612,
  heightPt: 792,
  text: index === 2 ? 'A Denial 0005–0006 0003' : stamp,
  stamp: index < 4 ? stamp : `Exhibit A · page ${index - 3} of 2 ${stamp}`,
  links: [[link(5, 'Ex. A, p. 1 (0005)')], [], [link(5, '0005–0006'), link(4, 'A')], [link(1, '0001')], [], []][index]!,
  annotations: 0,
}));
const seen: SeenFile = {
  pages,
  bookmarks: [
    { title: 'Appeal letter', page: 1, children: [{ title: 'Reason 1', page: 1, children: [] }] },
    { title: 'Reasons and answers', page: 2, children: [] },
    { title: 'Index of exhibits', page: 3, children: [] },
    { title: 'Exhibits', page: 4, children: [{ title: 'Exhibit A — Denial', page: 4, children: [] }] },
  ],
  names: [{ name: 'exA', page: 4 }],
  info: { Title: plan.title, Creator: 'Appeal Vault', Producer: 'Appeal Vault' },
  javaScripts: 0,
  attachments: 0,
  hasForm: false,
  isEncrypted: false,
  bytes: { strangers: [], ends: 1, dictionaries: 40 },
};
/** The file with one page changed. */
const changed = (page: number, more: Partial<SeenPage>): SeenFile => ({
  ...seen,
  pages: pages.map((each, index) => (index === page - 1 ? { ...each, ...more } : each)),
});
const detailOf = (check: PacketCheck) => {
  expect(check.state).toBe('failed');
  return check.detail;
};

describe('a sound file', () => {
  it('passes', () => {
    const checks = [
      checkLinks(plan, written, seen),
      checkBookmarks(written, seen),
      checkNumbers(plan, written, seen),
      checkHygiene(plan, seen),
      checkDeterminism('a', 'a'),
      checkSize(written, 1000, [{ name: 'the portal', limitMb: 1 }]),
    ];
    expect(checks.map(({ state, detail }) => [state, detail])).toEqual([
      ...Array.from({ length: 5 }, () => ['passed', '']),
      ['passed', 'It has 0.00 MB.'],
    ]);
  });
});

describe('links', () => {
  const failing = (page: number, more: Partial<SeenPage>) => detailOf(checkLinks(plan, written, changed(page, more)));

  it('must lead where they were laid', () => {
    expect(failing(1, { links: [link(6, 'Ex. A, p. 1 (0005)')] })).toContain('page 1 does not lead where it was laid');
  });

  it('must all be there, and no others', () => {
    expect(failing(1, { links: [] })).toContain('page 1 has 0 links, not 1');
    expect(failing(6, { links: [link(1, '0001')] })).toContain('page 6 has 1 links, not 0');
  });

  it('must not lead out of the packet or nowhere', () => {
    expect(failing(1, { links: [link(undefined, '(0005)', 'another file')] })).toContain('out of the packet');
    expect(failing(1, { links: [link(undefined, '(0005)')] })).toContain('to no page');
    expect(detailOf(checkLinks(plan, written, { ...seen, names: [{ name: 'exA', page: undefined }] }))).toContain(
      'named places',
    );
  });

  it('must print the page they lead to', () => {
    expect(failing(1, { links: [link(5, 'Ex. A, p. 1 (0006)')] })).toContain('does not print the page');
    // What is broken over two lines is printed all the same.
    const twoLines = [link(5, 'Ex. A, p. 1'), link(5, '(0005)')];
    const laid = { ...written, links: [...links, { fromPage: 1, toPage: 5, stamp: '0005' }] };
    expect(checkLinks(plan, laid, changed(1, { links: twoLines })).state).toBe('passed');
  });

  it('must lead to a page that is stamped and labelled so', () => {
    expect(failing(5, { stamp: 'Exhibit A · page 1 of 2 0050' })).toContain('not stamped as it says');
    expect(failing(5, { label: '5' })).toContain('not stamped as it says');
  });

  it('must lead back from the sheet before an exhibit that the letter cites', () => {
    expect(failing(4, { links: [link(2, '0001')] })).toContain('exhibit A does not lead back');
  });

  it('must be in the index, which must name the first page', () => {
    expect(failing(3, { text: 'A Denial' })).toContain('the index is wrong about exhibit A');
    const index = written.index.map((row) => ({ ...row, toStamp: '0005' }));
    expect(detailOf(checkLinks(plan, { ...written, index }, seen))).toContain('the index is wrong about exhibit A');
  });
});

describe('bookmarks', () => {
  const failing = (at: number, more: Partial<SeenFile['bookmarks'][number]>) =>
    detailOf(
      checkBookmarks(written, {
        ...seen,
        bookmarks: seen.bookmarks.map((each, index) => (index === at ? { ...each, ...more } : each)),
      }),
    );

  it('must have their titles, pages, depths and number', () => {
    expect(failing(1, { title: 'Other' })).toBe('bookmark 3 has another title');
    expect(failing(1, { page: 3 })).toBe('bookmark 3 opens on another page');
    expect(failing(1, { page: undefined })).toBe('bookmark 3 opens on another page');
    expect(failing(0, { children: [] })).toBe('there are 5 bookmarks, not 6');
    const [letter, ...others] = seen.bookmarks;
    const flat = [{ ...letter!, children: [] }, ...letter!.children, ...others];
    expect(detailOf(checkBookmarks(written, { ...seen, bookmarks: flat }))).toBe('bookmark 2 hangs below another one');
  });

  it('may have accents composed in either way', () => {
    const title = 'Résumé'.normalize('NFD');
    const one = { ...written, outline: [{ title: 'Résumé', packetPage: 1, children: [] }] };
    expect(checkBookmarks(one, { ...seen, bookmarks: [{ title, page: 1, children: [] }] }).state).toBe('passed');
  });
});

describe('numbers', () => {
  const failing = (page: number, more: Partial<SeenPage>) => {
    const check = checkNumbers(plan, written, changed(page, more));
    expect(check.pages).toEqual([page]);
    return detailOf(check);
  };

  it('must stand on their page, once, and be its label', () => {
    expect(failing(2, { stamp: '' })).toBe('page 2 does not show its number');
    expect(failing(2, { stamp: '0003' })).toBe('page 2 does not show its number');
    expect(failing(2, { stamp: '0002 0002' })).toBe('page 2 shows its number twice');
    expect(failing(2, { label: '0003' })).toBe('the label of page 2 is not its number');
    expect(failing(5, { stamp: 'Exhibit A · page 2 of 2 0005' })).toContain('does not say “Exhibit A · page 1 of 2”');
  });

  it('must follow each other', () => {
    const skipped = { ...written, stamps: stamps.with(3, '0014') };
    expect(detailOf(checkNumbers(plan, skipped, seen))).toBe('the number of page 4 is not the next');
    expect(detailOf(checkNumbers(plan, written, { ...seen, pages: pages.slice(1) }))).toContain('5 pages, not 6');
  });

  it('are told apart from the places beside them', () => {
    const stamping = { prefix: '', start: 1, digits: 1 };
    const plain = { ...written, stamps: ['1', '2', '3', '4', '5', '6'] };
    const own = pages.map((page, index) => ({
      ...page,
      label: String(index + 1),
      stamp: index < 4 ? String(index + 1) : `Exhibit A · page ${index - 3} of 2 ${index + 1}`,
    }));
    expect(checkNumbers({ ...plan, stamping }, plain, { ...seen, pages: own }).state).toBe('passed');
  });
});

describe('hygiene', () => {
  it('tells everything that does not belong', () => {
    const dirty: Partial<SeenFile>[] = [
      { javaScripts: 1 },
      { attachments: 1 },
      { hasForm: true },
      { isEncrypted: true },
      { info: { ...seen.info, Author: 'Somebody' } },
      { info: { ...seen.info, Producer: 'Scanner' } },
      { info: { ...seen.info, Title: 'scan-17.pdf' } },
      { bytes: { ...seen.bytes, ends: 2 } },
      { bytes: { ...seen.bytes, dictionaries: 0 } },
      { bytes: { ...seen.bytes, strangers: [{ what: 'JavaScript', count: 1 }] } },
      { pages: changed(2, { annotations: 1 }).pages },
    ];
    for (const more of dirty) expect(checkHygiene(plan, { ...seen, ...more }).state).toBe('failed');
  });
});

describe('sameness and size', () => {
  it('fail by the bytes', () => {
    expect(checkDeterminism('a', 'b').state).toBe('failed');
    expect(checkDeterminism('', undefined).state).toBe('not-checked');
    expect(detailOf(checkSize(written, 999, []))).toContain('999 bytes are stored, 1000 were written');
    const large = { ...written, byteLength: 12_345_678 };
    const limits = [{ name: 'the portal', limitMb: 10 }];
    expect(detailOf(checkSize(large, 12_345_678, limits))).toBe('it has 12.3 MB; the portal takes at most 10 MB');
    expect(checkSize(written, 1000, []).state).toBe('not-checked');
  });
});

describe('the sample', () => {
  const exhibits = (counts: readonly number[]) =>
    counts.flatMap((count, exhibit) =>
      Array.from({ length: count }, (_, index) => ({
        label: String(exhibit + 1),
        documentId: documentId(exhibit + 1),
        pageNumber: index + 1,
        packetPage: exhibit * 1000 + index + 1,
      })),
    );

  it('is every page of a small packet, else first and last pages and some between, the same each time', () => {
    expect(sampledPages({ ...written, exhibitPages: exhibits([20, 20]) })).toHaveLength(40);
    const large = { ...written, exhibitPages: exhibits(Array.from({ length: 20 }, () => 50)) };
    const sample = sampledPages(large);
    expect(sample).toHaveLength(60);
    expect(sample.filter(({ pageNumber }) => pageNumber === 1 || pageNumber === 50)).toHaveLength(40);
    expect(sample).toEqual(sampledPages(large));
    expect(sampledPages({ ...written, exhibitPages: exhibits(Array.from({ length: 400 }, () => 2)) })).toHaveLength(60);
  });
});
