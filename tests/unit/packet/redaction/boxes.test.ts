// Boxes and the words they leave: nothing that remains lies under a box, and tidying twice changes nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryId } from '../../../../shared/ids.ts';
import type { Page } from '../../../../shared/model/page.ts';
import type { PageBox, Redaction } from '../../../../shared/model/redaction.ts';
import {
  boxesOfWords,
  hiddenWords,
  remainingWords,
  tidyBoxes,
  withoutRedacted,
} from '../../../../shared/packet/redaction/boxes.ts';
import { documentId, pageOf } from '../../../helpers/packet-fixtures.ts';

const SHEET = { widthPt: 612, heightPt: 792 };
const box = fc.record({
  x: fc.double({ min: -100, max: 700, noNaN: true }),
  y: fc.double({ min: -100, max: 900, noNaN: true }),
  w: fc.double({ min: 0.01, max: 400, noNaN: true }),
  h: fc.double({ min: 0.01, max: 300, noNaN: true }),
});
const boxes = fc.array(box, { maxLength: 12 });
const lines = fc.array(fc.array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 7 }), {
  maxLength: 40,
});
const page = lines.map((each) =>
  pageOf(
    1,
    each.map((words) => words.join(' ')),
  ),
);

/** The inner part of a word: what must never be seen when a box reaches it. */
const core = (word: Page['words'][number]): PageBox => ({
  x: word.x + 0.5,
  y: word.y + 0.15 * word.h,
  w: word.w - 1,
  h: 0.7 * word.h,
});
const meet = (a: PageBox, b: PageBox) =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h && a.w > 0 && a.h > 0;

describe('the words that remain', () => {
  it('never reach into a box', () => {
    fc.assert(
      fc.property(page, boxes, (each, all) => {
        const tidied = tidyBoxes(all, each);
        // A box thinner than the sliver it may graze hides nothing.
        for (const word of remainingWords(each.words, tidied))
          for (const black of tidied) {
            const thick = black.h > 0.15 * word.h && black.w > 0.5;
            const within = meet(core(word), { ...black, x: black.x + 0.25, w: black.w - 0.5 });
            if (thick && within)
              expect(Math.min(black.y + black.h, word.y + word.h) - Math.max(black.y, word.y)).toBeLessThanOrEqual(
                0.15 * word.h,
              );
          }
      }),
    );
  });

  it('and the hidden ones together are all words, each once', () => {
    fc.assert(
      fc.property(page, boxes, (each, all) => {
        const hidden = hiddenWords(each.words, all);
        expect(remainingWords(each.words, all)).toEqual(each.words.filter((_, index) => !hidden.includes(index)));
      }),
    );
  });

  it('lose every word whose boxes were made from it, and no line below or above', () => {
    const sheet = pageOf(1, ['one two three', 'four five six', 'seven eight nine']);
    const black = boxesOfWords(sheet, [4]);
    expect(hiddenWords(sheet.words, black)).toEqual([4]);
    expect(hiddenWords(sheet.words, boxesOfWords(sheet, [3, 4, 8]))).toEqual([3, 4, 8]);
  });

  it('lose a number of which only the last digits are covered', () => {
    const sheet = pageOf(1, ['SSN 123-45-6789 end']);
    const number = sheet.words[1]!;
    expect(hiddenWords(sheet.words, [{ ...number, x: number.x + number.w - 3, w: 5 }])).toEqual([1]);
  });
});

describe('tidied boxes', () => {
  it('stay as they are when tidied again', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const once = tidyBoxes(all, SHEET);
        expect(tidyBoxes(once, SHEET)).toEqual(once);
      }),
    );
  });

  it('lie on the page, none within another, and cover what the boxes covered', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.double({ min: 0, max: 612, noNaN: true }),
        fc.double({ min: 0, max: 792, noNaN: true }),
        (all, x, y) => {
          const tidied = tidyBoxes(all, SHEET);
          for (const each of tidied) {
            expect(each.x).toBeGreaterThanOrEqual(0);
            expect(each.x + each.w).toBeLessThanOrEqual(612 + 1e-6);
            expect(each.y + each.h).toBeLessThanOrEqual(792 + 1e-6);
          }
          const covers = (each: PageBox) => each.x <= x && x <= each.x + each.w && each.y <= y && y <= each.y + each.h;
          if (all.some(covers))
            expect(
              tidied.some((each) =>
                covers({ ...each, x: each.x - 1e-6, y: each.y - 1e-6, w: each.w + 2e-6, h: each.h + 2e-6 }),
              ),
            ).toBe(true);
        },
      ),
    );
  });

  it('make one box of two equal ones and leave out what lies beside the page', () => {
    const same = { x: 10, y: 10, w: 20, h: 20 };
    expect(tidyBoxes([same, same, { x: 700, y: 10, w: 20, h: 20 }], SHEET)).toEqual([same]);
  });
});

describe('boxes of words', () => {
  it('are one for each line, with space around, and two where a column lies between', () => {
    const sheet = pageOf(1, ['one two', 'three']);
    const [first, second] = boxesOfWords(sheet, [0, 1, 2]);
    expect(boxesOfWords(sheet, [0, 1, 2])).toHaveLength(2);
    expect(first!.x).toBeLessThan(72);
    expect(first!.w).toBeGreaterThan(42);
    expect(second!.y).toBeLessThan(86);
    const far = { ...sheet, words: sheet.words.map((word, index) => (index === 1 ? { ...word, x: 400 } : word)) };
    expect(boxesOfWords(far, [0, 1])).toHaveLength(2);
  });
});

describe('a page without its blacked-out words', () => {
  const sheet = pageOf(1, ['one two three']);
  const redaction: Redaction = {
    id: EntryId.parse('n_0000000000000001'),
    ...{ documentId: documentId(1), pageNumber: 1, boxes: boxesOfWords(sheet, [1]) },
    ...{ why: 'other', by: 'box', state: 'applied' },
  };
  const texts = (more: Partial<Redaction>) =>
    withoutRedacted(sheet, documentId(1), [{ ...redaction, ...more }]).words.map(({ text }) => text);

  it('keeps the place of every other word', () => {
    expect(texts({})).toEqual(['one', '', 'three']);
  });

  it('is the page itself where nothing is applied', () => {
    expect(texts({ state: 'waved-off' })).toEqual(['one', 'two', 'three']);
    expect(texts({ pageNumber: 2 })).toEqual(['one', 'two', 'three']);
    expect(withoutRedacted(sheet, documentId(2), [redaction])).toBe(sheet);
  });
});
