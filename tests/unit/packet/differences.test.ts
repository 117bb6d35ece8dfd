// Differences between versions: told by what the exhibits are, not by their letters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import { isSame, packetDifferences } from '../../../shared/packet/differences.ts';
import { exhibitLabel } from '../../../shared/packet/labels.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import { commonPairs, keptInOrder } from '../../../shared/packet/sequence.ts';
import {
  answerOf,
  cite,
  documentId,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
  text,
} from '../../helpers/packet-fixtures.ts';

const papers = [1, 2, 3, 4].map((number) =>
  paperOf(number, { title: `Paper ${number}`, pages: [pageOf(1, ['a']), pageOf(2, ['b']), pageOf(3, ['c'])] }),
);
const letter = letterOf(answerOf(1, 'The care was needed', [text('The note says so '), cite(2, 1), text('.')]));

/** The plan of a packet with the papers in the given order. */
function planOf(numbers: readonly number[], more: Partial<PacketPlan> = {}): PacketPlan {
  const plan = planPacket({
    case: packetCase(),
    documents: new Map(papers.map((paper) => [paper.document.id as string, paper])),
    letter,
    deadlines: [],
    gaps: [],
    draft: false,
    today: TODAY,
  });
  const exhibits = numbers.map((number, index) => ({
    key: documentId(number) as string,
    label: exhibitLabel(index),
    title: `Paper ${number}`,
    kind: 'other' as const,
    documentId: documentId(number),
    pages: [1, 2, 3],
    supports: [],
  }));
  return { ...plan, exhibits, ...more };
}

describe('differences of two versions', () => {
  it('are none between a plan and itself', () => {
    const plan = planOf([1, 2, 3]);
    expect(isSame(packetDifferences(plan, structuredClone(plan)))).toBe(true);
  });

  it('name what was added, removed, moved and renamed', () => {
    const before = planOf([1, 2, 3]);
    const after = planOf([3, 1, 4]);
    after.exhibits[1]!.title = 'The denial';
    const found = packetDifferences(before, after);
    expect(found.added).toEqual([{ label: 'C', title: 'Paper 4' }]);
    expect(found.removed).toEqual([{ label: 'B', title: 'Paper 2' }]);
    expect(found.moved).toHaveLength(1);
    expect(found.renamed).toEqual([{ label: 'B', title: 'The denial', titleBefore: 'Paper 1' }]);
  });

  it('do not call an exhibit moved because one before it went', () => {
    expect(packetDifferences(planOf([1, 2, 3, 4]), planOf([1, 3, 4])).moved).toEqual([]);
  });

  it('tell the pages of an exhibit that came and went', () => {
    const after = planOf([1, 2]);
    after.exhibits[1]!.pages = [3, 2];
    expect(packetDifferences(planOf([1, 2]), after).repaged).toEqual([
      { label: 'B', title: 'Paper 2', added: [], removed: [1], reordered: true },
    ]);
  });

  it('tell what is blacked out now, and what no longer is', () => {
    const box = { x: 10, y: 20, w: 30, h: 5 };
    const other = { ...box, y: 90 };
    const on = (number: number, pageNumber: number, boxes = [box]) => ({
      documentId: documentId(number),
      pageNumber,
      boxes,
    });
    const before = planOf([1, 2], { redactions: [on(1, 1), on(1, 2), on(2, 1, [box, other]), on(3, 1)] });
    const after = planOf([1, 2], { redactions: [on(1, 2, [other]), on(2, 1, [other]), on(2, 1), on(2, 3)] });
    expect(packetDifferences(before, after).redactions).toEqual([
      { documentId: documentId(1), pageNumber: 1, label: 'A', change: 'removed' },
      { documentId: documentId(1), pageNumber: 2, label: 'A', change: 'changed' },
      { documentId: documentId(2), pageNumber: 3, label: 'B', change: 'added' },
    ]);
  });

  it('tell what changed in the letter, block by block', () => {
    const before = planOf([1, 2]);
    const after = planOf([2, 1], {
      letter: letterOf([
        ...answerOf(1, 'The care was needed', [text('The note of June says so '), cite(2, 1), text('.')]),
        { kind: 'paragraph', origin: 'user', inlines: [text('Please call me.')] },
      ]),
    });
    expect(packetDifferences(before, after).letter).toEqual([
      {
        kind: 'changed',
        under: 'The care was needed',
        before: 'The note says so (Ex. B, p. 1).',
        after: 'The note of June says so (Ex. A, p. 1).',
      },
      { kind: 'added', under: 'The care was needed', after: 'Please call me.' },
    ]);
    expect(packetDifferences(before, planOf([2, 1])).letter).toEqual([]);
  });

  it('tell settings, and a draft that became final', () => {
    const before = planOf([1], { draft: true });
    const after = planOf([1], { stamping: { prefix: 'DOE', start: 1, digits: 6 }, parts: ['letter'] });
    const found = packetDifferences(before, after);
    expect(found.becameFinal).toBe(true);
    expect(found.settings).toEqual(['stamping', 'parts']);
  });

  it('turned round, turn added and removed round', () => {
    const orders = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 1 });
    fc.assert(
      fc.property(orders, orders, (a, b) => {
        const [there, back] = [packetDifferences(planOf(a), planOf(b)), packetDifferences(planOf(b), planOf(a))];
        expect(there.added.map(({ title }) => title)).toEqual(back.removed.map(({ title }) => title));
        expect(there.moved).toHaveLength(back.moved.length);
      }),
    );
  });
});

describe('what two sequences share', () => {
  const lists = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });

  it('stands in both, in order', () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const pairs = commonPairs(a, b);
        pairs.forEach(([i, j], at) => {
          expect(a[i]).toBe(b[j]);
          const last = pairs[at - 1];
          if (last !== undefined) expect(i > last[0] && j > last[1]).toBe(true);
        });
        expect(keptInOrder(a, a)).toEqual(a);
      }),
    );
  });
});
