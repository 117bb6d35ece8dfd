// The plan: which papers become exhibits, in which order, and what answers what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FullDocument } from '../../../shared/model/document.ts';
import { PacketPlan } from '../../../shared/model/packet.ts';
import { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { mergeSpans } from '../../../shared/packet/evidence-choice.ts';
import { exhibitLabel } from '../../../shared/packet/labels.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import {
  answerOf,
  cite,
  documentId,
  evidenceOf,
  groundId,
  groundOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
  text,
} from '../../helpers/packet-fixtures.ts';

const mapOf = (papers: readonly FullDocument[]) => new Map(papers.map((paper) => [paper.document.id as string, paper]));
const plan = (theCase: ReturnType<typeof packetCase>, papers: readonly FullDocument[], letter = letterOf([])) =>
  planPacket({ case: theCase, documents: mapOf(papers), letter, deadlines: [], gaps: [], draft: false, today: TODAY });

describe('exhibits', () => {
  it('start with the denial and follow the order reviewers expect', () => {
    const papers = [
      paperOf(1, { kind: 'denial-letter' }),
      paperOf(2, { kind: 'correspondence' }),
      paperOf(3, { kind: 'medical-record', date: '2026-05-01' }),
      paperOf(4, { kind: 'medical-record', date: '2026-02-01' }),
      paperOf(5, { kind: 'letter-of-medical-necessity' }),
      paperOf(6, { kind: 'eob' }),
      paperOf(7, { kind: 'plan-document' }),
      paperOf(8, { kind: 'denial-letter', date: '2020-01-01' }),
      paperOf(9, { kind: 'medical-policy' }),
      paperOf(10, { kind: 'literature' }),
      paperOf(11, { kind: 'medical-record' }),
    ];
    const attachments = papers.slice(1).map((paper) => paper.document.id);
    const { exhibits } = plan(packetCase({ attachments }), papers);
    expect(exhibits.map((exhibit) => exhibit.title.replace('Paper ', ''))).toEqual([
      '1',
      '8',
      '6',
      '5',
      '4',
      '3',
      '11',
      '7',
      '9',
      '10',
      '2',
    ]);
    expect(exhibits.map((exhibit) => exhibit.label).join('')).toBe('ABCDEFGHIJK');
  });

  it('hold whole papers and name the grounds they answer', () => {
    const papers = [paperOf(1), paperOf(2, { pages: [pageOf(1, ['a']), pageOf(2, ['b'])] }), paperOf(3)];
    const theCase = packetCase({
      grounds: [groundOf(1), groundOf(2), groundOf(3, { state: 'dismissed' })],
      evidence: [evidenceOf(1, 1, 2, { fromPage: 2, toPage: 2 }), evidenceOf(2, 2, 2), evidenceOf(3, 3, 3)],
    });
    const { exhibits, matrix } = plan(theCase, papers);
    expect(exhibits.map(({ documentId: id, pages, supports }) => ({ id, pages, supports }))).toEqual([
      { id: documentId(1), pages: [1], supports: [] },
      { id: documentId(2), pages: [1, 2], supports: [groundId(1), groundId(2)] },
    ]);
    expect(matrix.map((row) => row.evidence)).toEqual([
      [{ documentId: documentId(2), fromPage: 2, toPage: 2 }],
      [{ documentId: documentId(2), fromPage: 1, toPage: 1 }],
    ]);
  });

  it('take a suggestion only where the letter cites it and the user accepted none', () => {
    const papers = [paperOf(1), paperOf(2), paperOf(3), paperOf(4)];
    const evidence = [
      evidenceOf(1, 1, 2, { state: 'suggested' }),
      evidenceOf(2, 1, 3, { state: 'suggested' }),
      evidenceOf(3, 1, 4, { state: 'rejected' }),
    ];
    const letter = letterOf(answerOf(1, 'Reason 1', [text('See '), cite(2, 1)]));
    expect(plan(packetCase({ evidence }), papers, letter).exhibits.map((each) => each.documentId)).toEqual([
      documentId(1),
      documentId(2),
    ]);
  });

  it('leave out papers that are gone', () => {
    const { exhibits, problems } = plan(packetCase({ attachments: [documentId(9)] }), []);
    expect(exhibits).toEqual([]);
    expect(problems.map((problem) => problem.code)).toContain('no-exhibits');
  });

  it('are always lettered in order, the denial first, each paper once', () => {
    const kinds = fc.array(fc.constantFrom(...DocumentKind.options), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(kinds, (all) => {
        const papers = all.map((kind, index) => paperOf(index + 1, { kind }));
        const attachments = papers.flatMap((paper) => [paper.document.id, paper.document.id]);
        const { exhibits } = plan(packetCase({ attachments }), papers);
        expect(exhibits.map((exhibit) => exhibit.label)).toEqual(papers.map((_, index) => exhibitLabel(index)));
        expect(exhibits[0]?.documentId).toBe(documentId(1));
        expect(new Set(exhibits.map((exhibit) => exhibit.documentId)).size).toBe(papers.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the plan', () => {
  it('takes the heading the letter gives a ground, else the reason’s name', () => {
    const theCase = packetCase({ grounds: [groundOf(1), groundOf(2, { reason: 'out-of-network' })] });
    const made = plan(theCase, [paperOf(1)], letterOf(answerOf(1, 'Reason 1: Necessary', [text('It was.')])));
    expect(made.matrix.map((row) => row.heading)).toEqual(['Reason 1: Necessary', 'Out of network']);
    expect(made.matrix[0]?.denial).toEqual([{ documentId: documentId(1), pageNumber: 1 }]);
    expect(PacketPlan.parse(made)).toEqual(made);
    expect(made.stamping).toEqual({ prefix: '', start: 1, digits: 4 });
  });

  it('does not count a citation after the answers as evidence of the last ground', () => {
    const letter = letterOf([
      ...answerOf(1, 'Reason 1', [text('It was.')]),
      { kind: 'heading', level: 1, text: 'Documents requested' },
      { kind: 'paragraph', origin: 'form', inlines: [cite(2, 1)] },
    ]);
    expect(plan(packetCase(), [paperOf(1), paperOf(2)], letter).matrix[0]?.evidence).toEqual([]);
  });
});

it('is titled as an appeal packet, once', () => {
  const titleOf = (title: string) => plan(packetCase({ title }), [paperOf(1)]).title;
  expect(['Quillback, September 9', 'Appeal of Rowan', '  '].map(titleOf)).toEqual([
    'Appeal packet: Quillback, September 9',
    'Appeal of Rowan',
    'Appeal packet',
  ]);
});

it('joins page spans that touch', () => {
  const span = (fromPage: number, toPage: number) => ({ documentId: documentId(1), fromPage, toPage });
  expect(mergeSpans([span(4, 5), span(1, 2), span(3, 3), span(9, 9)])).toEqual([span(1, 5), span(9, 9)]);
});
