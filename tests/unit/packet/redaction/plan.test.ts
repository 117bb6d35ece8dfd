// The plan of a packet with redactions: which pages, which leaks, what the log says and what it never says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryId } from '../../../../shared/ids.ts';
import type { PacketPlan } from '../../../../shared/model/packet.ts';
import type { PageBox, Redaction } from '../../../../shared/model/redaction.ts';
import { planPacket } from '../../../../shared/packet/plan.ts';
import { boxesOfWords } from '../../../../shared/packet/redaction/boxes.ts';
import { redactionLeaks } from '../../../../shared/packet/redaction/leaks.ts';
import { marksBesideRedactions } from '../../../../shared/packet/redaction/planned.ts';
import { redactionLog, redactionLogText } from '../../../../shared/packet/redaction/report.ts';
import { withRedactions } from '../../../../shared/packet/redaction/with-redactions.ts';
import {
  answerOf,
  cite,
  documentId,
  groundOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
  text,
} from '../../../helpers/packet-fixtures.ts';

const papers = [
  paperOf(1, { kind: 'denial-letter', title: 'Denial', pages: [pageOf(1, ['not necessary for Ann Poe'])] }),
  paperOf(2, {
    kind: 'medical-record',
    title: 'Note on Ann Poe',
    pages: [pageOf(1, ['Ann Poe with 123-45-6789', 'plain words']), pageOf(2, ['again ANN', 'Poé here'])],
  }),
  paperOf(3, { kind: 'other', title: 'Not in the packet', pages: [pageOf(1, ['Ann Poe'])] }),
];
const documents = new Map(papers.map((paper) => [paper.document.id as string, paper]));

function redaction(
  paper: number,
  pageNumber: number,
  words: readonly number[],
  more: Partial<Redaction> = {},
): Redaction {
  const page = papers[paper - 1]!.pages[pageNumber - 1]!;
  return {
    id: EntryId.parse(`n_${String(paper * 100 + pageNumber).padStart(16, '0')}`),
    ...{ documentId: documentId(paper), pageNumber, boxes: boxesOfWords(page, words) },
    ...{ why: 'third-party', by: 'word', state: 'applied', ...more },
  };
}

function planOf(redactions: readonly Redaction[], words = 'Ann’s brother.'): PacketPlan {
  return planPacket({
    case: packetCase({ grounds: [groundOf(1)], attachments: [documentId(2)], redactions: [...redactions] }),
    documents,
    letter: letterOf(answerOf(1, 'Reason 1', [text(`${words} `), cite(2, 1)])),
    ...{ deadlines: [], gaps: [], draft: false, today: TODAY },
  });
}

describe('the plan', () => {
  it('blacks out what was applied on pages that go out', () => {
    const plan = planOf([redaction(2, 1, [0, 1]), redaction(2, 2, [0], { state: 'waved-off' }), redaction(3, 1, [0])]);
    expect(plan.redactions).toEqual([
      { documentId: documentId(2), pageNumber: 1, boxes: boxesOfWords(papers[1]!.pages[0]!, [0, 1]) },
    ]);
  });

  it('made again of itself is the same', () => {
    const box = fc.record({
      x: fc.double({ min: -20, max: 620, noNaN: true }),
      y: fc.double({ min: -20, max: 800, noNaN: true }),
      w: fc.double({ min: 0.1, max: 300, noNaN: true }),
      h: fc.double({ min: 0.1, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(box, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (all) => {
        const redactions = all.map((boxes: PageBox[], at) => redaction(2, 1 + (at % 2), [0], { boxes }));
        const once = planOf(redactions);
        expect(withRedactions(once, redactions, documents)).toEqual(once);
        const fromPlan = once.redactions.map((each) => redaction(2, each.pageNumber, [0], { boxes: each.boxes }));
        expect(withRedactions(once, fromPlan, documents)).toEqual(once);
      }),
    );
  });

  it('leaves no highlight under a box', () => {
    const page = papers[1]!.pages[0]!;
    const { redactions } = planOf([redaction(2, 1, [0, 1])]);
    const mark = (words: readonly number[]) => ({
      documentId: documentId(2),
      pageNumber: 1,
      boxes: boxesOfWords(page, words),
    });
    expect(marksBesideRedactions([mark([0]), mark([0, 4]), mark([4])], redactions)).toEqual([mark([4]), mark([4])]);
  });
});

describe('words blacked out on one page', () => {
  it('are found where they still stand: letter, title, table of other pages, whatever their case, accents and line', () => {
    const plan = planOf([redaction(2, 1, [0, 1])], 'Ann Poe is my brother.');
    expect(redactionLeaks(plan, documents).map(({ where, place, pageNumber }) => [where, place, pageNumber])).toEqual([
      ['letter', 'the letter', undefined],
      ['title', 'the title of exhibit B', undefined],
      ['page', 'page 1 of exhibit A', 1],
      ['page', 'page 2 of exhibit B', 2],
    ]);
    const warnings = plan.problems.filter(({ code }) => code === 'redacted-words-remain');
    expect(warnings.map(({ severity }) => severity)).toEqual(['warns', 'warns', 'warns', 'warns']);
    expect(JSON.stringify(warnings)).not.toMatch(/ann|poe/i);
  });

  it('are no leak where they are blacked out too, nor on pages that stay at home', () => {
    const plan = planOf([redaction(2, 1, [0, 1, 3]), redaction(2, 2, [1, 2]), redaction(1, 1, [3, 4])]);
    expect(redactionLeaks(plan, documents).map(({ place }) => place)).toEqual(['the title of exhibit B']);
  });

  it('too short to tell anything are not looked for', () => {
    expect(redactionLeaks(planOf([redaction(2, 1, [0])]), documents)).toEqual([]);
  });
});

describe('the log', () => {
  const redactions = [redaction(2, 1, [0, 1]), redaction(2, 1, [3], { why: 'ssn', by: 'suggestion' })];
  const plan = planOf(redactions);
  const placed = {
    exhibitPages: plan.exhibits.flatMap(({ label, documentId: id, pages }) =>
      pages.map((pageNumber) => ({ label, documentId: id, pageNumber, packetPage: pageNumber + 5 })),
    ),
    stamps: Array.from({ length: 10 }, (_, index) => `DOE${index + 1}`),
  };

  it('tells page, boxes, why and how, and none of the words', () => {
    const log = redactionLog(plan, redactions, placed);
    expect(log).toEqual([
      { label: 'B', place: 1, stamp: 'DOE6', boxes: 2, why: ['ssn', 'third-party'], by: ['word', 'suggestion'] },
    ]);
    const sheet = redactionLogText(log, 'Redaction log');
    expect(sheet).toContain('Exhibit B, page 1, stamped DOE6: 2 boxes');
    expect(sheet).not.toMatch(/Ann|Poe|6789/);
  });

  it('of a packet without redactions says so', () => {
    expect(redactionLogText([], 'Redaction log')).toContain('Nothing is blacked out.');
  });
});
