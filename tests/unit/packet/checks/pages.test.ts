// The checks of what is on the pages: words and their places, looks, black boxes, and names in the bytes.
import { describe, expect, it } from 'vitest';
import { seenBytes } from '../../../../electron/readers/pdf-bytes.ts';
import { checkFidelity, drawingSize, meanDifference } from '../../../../shared/packet/checks/fidelity.ts';
import { boxesAreBlack, checkRedaction } from '../../../../shared/packet/checks/redaction.ts';
import { checkSearchable, wantedPhrases } from '../../../../shared/packet/checks/searchable.ts';
import type { SeenFile } from '../../../../shared/packet/checks/seen.ts';
import type { WrittenLooks, WrittenPacket } from '../../../../shared/packet/checks/written.ts';
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

const page = pageOf(1, ['Severe depression scored twice', 'Infusions were given weekly', 'Nothing else had helped']);
const box = { x: 0, y: 0, w: 1, h: 1 };
const looks = (way: WrittenLooks['way']): WrittenLooks => ({ way, strip: 0, stamp: box, drawn: [] });
const written = (ways: readonly WrittenLooks['way'][] = ['taken']): WrittenPacket => ({
  pageCount: ways.length,
  byteLength: 1,
  index: [],
  outline: [{ title: 'Exhibit A — Denial', packetPage: 1, children: [] }],
  links: [],
  stamps: ways.map((_, index) => `000${index + 1}`),
  exhibitPages: ways.map((_, index) => ({
    label: 'A',
    documentId: documentId(1),
    pageNumber: index + 1,
    packetPage: index + 1,
  })),
  looks: ways.map(looks),
});
const seenWith = (texts: readonly string[], more: Partial<SeenFile> = {}): SeenFile => ({
  pages: texts.map((text, index) => ({
    label: `000${index + 1}`,
    widthPt: 612,
    heightPt: 792,
    text,
    stamp: '',
    links: [],
    annotations: 0,
  })),
  bookmarks: [{ title: 'Exhibit A — Denial', page: 1, children: [] }],
  names: [],
  info: {},
  javaScripts: 0,
  attachments: 0,
  hasForm: false,
  isEncrypted: false,
  bytes: { strangers: [], ends: 1, dictionaries: 1 },
  ...more,
});

describe('searchable pages', () => {
  const words = page.words.map(({ text }) => text).join(' ');
  const check = (text: string, phrases: Parameters<typeof checkSearchable>[3] = []) =>
    checkSearchable(written(), seenWith([text]), () => page.words, phrases);

  it('say their words, however they are set', () => {
    expect(check(words).state).toBe('passed');
    expect(check(words.toUpperCase().replaceAll(' ', '\r\n')).state).toBe('passed');
    expect(check('Severe depression scored').detail).toBe('the words of page 1 are not found on it');
    expect(check('').pages).toEqual([1]);
  });

  it('say them at their places', () => {
    const wanted = wantedPhrases(1, page, page.words, { widthPt: 1224, heightPt: 1584 });
    expect(wanted).toHaveLength(3);
    // Twice as large as it was read.
    expect(wanted[0]!.box.h).toBe(2 * page.words[0]!.h);
    const at = (dy: number) => wanted.map((each) => ({ ...each, places: [{ ...each.box, y: each.box.y + dy }] }));
    expect(check(words, at(3)).state).toBe('passed');
    expect(check(words, at(100)).detail).toBe('phrases of page 1 are not found at their places');
    expect(
      check(
        words,
        wanted.map((each) => ({ ...each, places: [] })),
      ).state,
    ).toBe('failed');
  });

  it('without words are told', () => {
    const silent = checkSearchable(written(), seenWith(['']), () => [], []);
    expect(silent).toMatchObject({ state: 'passed', detail: 'Page 0001 has no words, as a photo has none.' });
  });
});

describe('two drawings', () => {
  const size = { width: 100, height: 100 };
  const white = new Uint8Array(10_000).fill(255);
  const whole = { widthPt: 100, heightPt: 100, strip: 0 };
  const inked = (x: number, y: number, side: number) => {
    const pixels = white.slice();
    for (let row = y; row < y + side; row += 1) pixels.fill(0, row * 100 + x, row * 100 + x + side);
    return pixels;
  };

  it('differ by what only one of them has, but for what the packet drew', () => {
    expect(meanDifference(white, white, size, whole, [], false)).toBe(0);
    expect(meanDifference(white, inked(10, 10, 10), size, whole, [], false)).toBeCloseTo(2.55);
    const stamp = [{ x: 10, y: 10, w: 10, h: 10 }];
    expect(meanDifference(white, inked(10, 10, 10), size, whole, stamp, false)).toBe(0);
    // The middle of the page is where DRAFT stands.
    expect(meanDifference(white, inked(45, 45, 10), size, whole, [], true)).toBe(0);
    expect(meanDifference(white, inked(2, 2, 10), size, whole, [], true)).toBeGreaterThan(2);
  });

  it('are judged page by page, and what was not compared is told', () => {
    const same = { packetPage: 1, mean: 0.2 };
    expect(checkFidelity(written(), { compared: [same], undrawn: [] }).state).toBe('passed');
    const failed = checkFidelity(written(), { compared: [{ packetPage: 1, mean: 0.9 }], undrawn: [] });
    expect(failed).toMatchObject({ state: 'failed', pages: [1] });
    const others = checkFidelity(written(['taken', 'redacted', 'picture', 'set']), { compared: [same], undrawn: [] });
    expect(others.detail).toContain('1 shown as pictures of the original, 1 partly blacked out, 1 plain text');
    expect(checkFidelity(written(), { compared: [], undrawn: [1] }).state).toBe('not-checked');
  });

  it('have about a hundred pixels to the inch, fewer on huge pages', () => {
    expect(drawingSize({ widthPt: 612, heightPt: 792 })).toEqual({ width: 850, height: 1100 });
    const huge = drawingSize({ widthPt: 14_400, heightPt: 14_400 });
    expect(huge.width * huge.height).toBeLessThanOrEqual(4_004_001);
  });

  it('show whether boxes are black', () => {
    const boxes = [{ x: 10, y: 10, w: 20, h: 20 }];
    expect(boxesAreBlack(inked(10, 10, 20), size, whole, boxes)).toBe(true);
    expect(boxesAreBlack(inked(10, 10, 15), size, whole, boxes)).toBe(false);
  });
});

describe('redactions', () => {
  const paper = paperOf(1, { kind: 'denial-letter', title: 'Denial', pages: [page] });
  const made = planPacket({
    case: packetCase({ grounds: [groundOf(1)] }),
    documents: new Map([[paper.document.id as string, paper]]),
    letter: letterOf([]),
    ...{ deadlines: [], gaps: [], draft: false, today: TODAY },
  });
  const redacted = { ...made, redactions: [{ documentId: documentId(1), pageNumber: 1, boxes: [box] }] };
  const findings = { uncovered: [], phrases: ['Ann Poe'], pale: [], looked: 1 };
  const check = (more: Partial<typeof findings> | object, seen: SeenFile = seenWith([''])) =>
    checkRedaction(redacted, written(['redacted']), seen, { ...findings, ...more });

  it('are gone from pages, pixels and everything beside the pages', () => {
    expect(check({}).state).toBe('passed');
    expect(check({ uncovered: ['page 1 still says what was blacked out'] })).toMatchObject({
      state: 'failed',
      pages: [1],
    });
    expect(check({ pale: [1] })).toMatchObject({ state: 'failed', pages: [1] });
    const title = seenWith([''], { info: { Title: 'Letter of ann POE' } });
    expect(check({}, title).detail).toBe('a bookmark, a label or the title says what was blacked out');
    const bookmarks = [{ title: 'Exhibit A — Ann Poe', page: 1, children: [] }];
    expect(check({}, seenWith([''], { bookmarks })).state).toBe('failed');
  });

  it('may be repeated by titles the user left as they are', () => {
    expect(check({ phrases: ['Denial'] })).toMatchObject({ state: 'passed' });
    expect(check({ phrases: ['Denial'] }).detail).toContain('Titles you left');
  });

  it('are not looked for where there are none', () => {
    expect(checkRedaction(made, written(), seenWith(['']), findings).state).toBe('not-checked');
  });
});

describe('the bytes of a file', () => {
  const whatIn = (text: string) => seenBytes(Buffer.from(text, 'latin1')).strangers.map(({ what }) => what);

  it('tell what acts, what is attached and what programs left', () => {
    expect(whatIn('1 0 obj << /S /JavaScript /JS (app.alert) >> endobj')).toEqual(['JavaScript']);
    expect(whatIn('<< /S /J#61vaScript >>')).toEqual(['JavaScript']);
    expect(whatIn('<</A<</S/Launch/F(x)>>>>')).toEqual(['a program to start']);
    expect(whatIn('<< /Type /Catalog /OpenAction 5 0 R >>')).toEqual(['something done on opening']);
    expect(whatIn('<< /Type /Catalog /OpenAction [3 0 R /Fit] >>')).toEqual([]);
    expect(whatIn('<< /Type /Catalog /AcroForm << /Fields [] >> >>')).toEqual(['a form']);
    expect(whatIn('<< /Type /Page /PieceInfo << >> /Thumb 3 0 R >>')).toHaveLength(2);
    expect(whatIn('trailer << /Size 3 /Root 1 0 R /Prev 17 >>')).toEqual(['an earlier version']);
    expect(whatIn('<< /Type /ObjStm /Length 3 >> stream\nabc\nendstream')).toEqual(['objects within streams']);
    expect(whatIn('<< /Subtype /Widget /Rect [0 0 1 1] >>')).toEqual(['an annotation']);
  });

  it('are not misled by texts, comments, streams, or names that only look like it', () => {
    expect(whatIn('<< /Title (a \\) /S /JavaScript \\( b) >>')).toEqual([]);
    expect(whatIn('<< /Title (a (/S /JavaScript) b) /X <2F53> >>')).toEqual([]);
    expect(whatIn('% /AcroForm\n<< /Type /Catalog >>')).toEqual([]);
    expect(whatIn('<< /Length 23 >>\nstream\n<</S/JavaScript>>xxxxxx\nendstream')).toEqual([]);
    expect(whatIn('<< /Length 99 >>\nstream\n<</S/JavaScript>>xxxxxx\nendstream <</S/Launch>>')).toEqual([
      'a program to start',
    ]);
    // A font or picture of a paper may be called so.
    expect(whatIn('<< /Font << /JS 3 0 R /AA 4 0 R >> >>')).toEqual([]);
  });

  it('go on after a stream whose content was left out, and count ends of file', () => {
    const seen = seenBytes(Buffer.from('<< /Length 5000 >>\nstream\n\nendstream\nendobj\n<</S/URI>>\n%%EOF\n%%EOF'));
    expect(seen.ends).toBe(2);
    expect(seen.strangers).toEqual([{ what: 'an address of the web', count: 1 }]);
  });
});
