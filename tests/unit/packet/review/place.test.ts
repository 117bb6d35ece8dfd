// Where a reviewer's remarks belong: by the stamp of their page, whatever was done to the file in between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryId, PacketId } from '../../../../shared/ids.ts';
import {
  pagesOfVersion,
  placeReview,
  type ReviewedPage,
  type ReviewedVersion,
} from '../../../../shared/packet/review/place.ts';
import { documentId } from '../../../helpers/packet-fixtures.ts';

const packetId = PacketId.parse(`p_${'a'.repeat(16)}`);
const stamps = Array.from({ length: 12 }, (_, index) => `DOE-${String(index + 1).padStart(6, '0')}`);
const version: ReviewedVersion = {
  packetId,
  stamps,
  exhibitPages: [5, 6, 7].map((packetPage) => ({ packetPage, documentId: documentId(1), pageNumber: packetPage - 4 })),
};
let last = 0;
const newId = () => {
  last += 1;
  return EntryId.parse(`n_${String(last).padStart(16, '0')}`);
};
const note = (more: Partial<ReviewedPage['notes'][number]> = {}): ReviewedPage['notes'][number] => ({
  index: 0,
  kind: 'note',
  author: 'A. Lawyer',
  changed: "D:20261120101500-05'00'",
  text: 'Say which dose.',
  quote: '',
  boxes: [{ x: 100, y: 100, w: 20, h: 20 }],
  replyTo: undefined,
  ...more,
});
const page = (at: number, notes: ReviewedPage['notes'] = [], more: Partial<ReviewedPage> = {}): ReviewedPage => ({
  label: stamps[at - 1]!,
  text: `Some words of the page ${stamps[at - 1]}`,
  widthPt: 612,
  heightPt: 792,
  notes,
  ...more,
});

describe('a remark', () => {
  it('goes to the page with its stamp and the page of the paper that stands there', () => {
    const { notes } = placeReview([page(1), page(6, [note()])], version, [], newId);
    expect(notes).toMatchObject([
      {
        packetPage: 6,
        stamp: 'DOE-000006',
        documentId: documentId(1),
        pageNumber: 2,
        on: '2026-11-20',
        state: 'open',
        packetId,
      },
    ]);
  });

  it('stands on a page of the app’s own without a paper', () => {
    const [placed] = placeReview([page(2, [note()])], version, [], newId).notes;
    expect(placed).toMatchObject({ packetPage: 2 });
    expect(placed?.documentId).toBeUndefined();
  });

  it('that answers another one says which', () => {
    const { notes } = placeReview(
      [page(6, [note(), note({ index: 1, text: '40 mg.', replyTo: 0 })])],
      version,
      [],
      newId,
    );
    expect(notes[1]?.replyTo).toBe(notes[0]?.id);
  });

  it('without words, mark or drawing is none', () => {
    expect(placeReview([page(6, [note({ text: ' ' })])], version, [], newId).notes).toEqual([]);
    expect(
      placeReview([page(6, [note({ text: '', kind: 'highlight', quote: 'the dose' })])], version, [], newId).notes,
    ).toHaveLength(1);
  });

  it('is brought in once, however often the file is', () => {
    const pages = [page(6, [note(), note({ index: 1, text: 'And the date.' })])];
    const first = placeReview(pages, version, [], newId);
    const again = placeReview(pages, version, first.notes, newId);
    expect(again).toMatchObject({ notes: [], known: 2, elsewhere: 0 });
  });

  it('on a page of something else is counted, not placed', () => {
    const strange: ReviewedPage = { label: '3', text: 'Another letter', widthPt: 612, heightPt: 792, notes: [note()] };
    expect(placeReview([strange], version, [], newId)).toMatchObject({ notes: [], elsewhere: 1 });
  });

  it('keeps no day that is none', () => {
    expect(placeReview([page(6, [note({ changed: 'D:20261399' })])], version, [], newId).notes[0]?.on).toBeUndefined();
  });
});

describe('pages taken out, turned round or without labels', () => {
  it('are found by their stamps all the same', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          stamps.map((_, index) => index + 1),
          { minLength: 1 },
        ),
        fc.boolean(),
        (order, keepsLabels) => {
          const pages = order.map((at, index) =>
            page(at, [note({ text: `On ${at}` })], keepsLabels ? {} : { label: String(index + 1) }),
          );
          const { notes, elsewhere } = placeReview(pages, version, [], newId);
          expect(elsewhere).toBe(0);
          expect(notes.map(({ packetPage, text }) => `On ${packetPage}` === text)).not.toContain(false);
          expect(pagesOfVersion(pages, stamps)).toBe(order.length);
        },
      ),
    );
  });
});
