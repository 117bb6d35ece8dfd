// Exhibits as the user chooses them: order, names, pages, several of one paper; and what always holds whatever he chooses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FullDocument } from '../../../shared/model/document.ts';
import { type ExhibitChoice, FIRST_SETUP, PacketPreset, type PacketSetup } from '../../../shared/model/packet-setup.ts';
import { planExhibits } from '../../../shared/packet/exhibits.ts';
import { letterCites } from '../../../shared/packet/letter-cites.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import {
  answerOf,
  cite,
  documentId,
  evidenceOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
} from '../../helpers/packet-fixtures.ts';

const pages = (count: number) => Array.from({ length: count }, (_, index) => pageOf(index + 1, [`page ${index + 1}`]));
const mapOf = (papers: readonly FullDocument[]) => new Map(papers.map((paper) => [paper.document.id as string, paper]));
const setup = (exhibits: readonly ExhibitChoice[], more: Partial<PacketSetup> = {}): PacketSetup => ({
  ...FIRST_SETUP,
  ...more,
  exhibits: [...exhibits],
});
const choice = (paper: number, more: Partial<ExhibitChoice> = {}): ExhibitChoice => ({
  key: documentId(paper),
  documentId: documentId(paper),
  excluded: false,
  ...more,
});
const part = (paper: number, number: number, more: Partial<ExhibitChoice> = {}) =>
  choice(paper, { key: `${documentId(paper)}#${number}`, ...more });

const papers = [
  paperOf(1, { kind: 'denial-letter', pages: pages(2) }),
  paperOf(2, { kind: 'medical-record', pages: pages(6) }),
  paperOf(3, { kind: 'plan-document', pages: pages(9) }),
];
const attachments = [documentId(2), documentId(3)];
const planned = (exhibits: readonly ExhibitChoice[], more: Partial<PacketSetup> = {}) =>
  planExhibits(packetCase({ attachments, packet: setup(exhibits, more) }), mapOf(papers), []);
const said = (exhibits: ReturnType<typeof planned>['exhibits']) =>
  exhibits.map(({ label, title, pages: own }) => `${label} ${title}: ${own.join()}`);

describe('the user’s choices', () => {
  it('give the order; what he did not name follows', () => {
    expect(said(planned([choice(3), choice(1)]).exhibits)).toEqual([
      'A Paper 3: 1,2,3,4,5,6,7,8,9',
      'B Paper 1: 1,2',
      'C Paper 2: 1,2,3,4,5,6',
    ]);
  });

  it('give titles, pages, numbers for letters, and leave out', () => {
    const { exhibits, excluded, order } = planned(
      [
        choice(2, {
          title: 'The first visit',
          ranges: [
            { from: 5, to: 6 },
            { from: 2, to: 2 },
          ],
        }),
        choice(3, { excluded: true }),
      ],
      { labels: 'numbers' },
    );
    expect(said(exhibits)).toEqual(['1 The first visit: 5,6,2', '2 Paper 1: 1,2']);
    expect(excluded.map(({ key, label }) => [key, label])).toEqual([[documentId(3), '']]);
    expect(order).toEqual([documentId(2), documentId(3), documentId(1)]);
  });

  it('make several exhibits of one paper, each named by its pages', () => {
    const { exhibits } = planned([choice(1), part(3, 2, { ranges: [{ from: 7, to: 8 }] }), choice(2), choice(3)]);
    expect(said(exhibits)).toEqual([
      'A Paper 1: 1,2',
      'B Paper 3 (pages 7–8 of 9): 7,8',
      'C Paper 2: 1,2,3,4,5,6',
      'D Paper 3 (pages 1–6, 9 of 9): 1,2,3,4,5,6,9',
    ]);
  });

  it('for papers and pages that are gone change nothing else', () => {
    const { exhibits } = planned([
      choice(8),
      choice(2, { ranges: [{ from: 5, to: 40 }] }),
      part(1, 2, { ranges: [{ from: 7, to: 9 }] }),
      choice(1),
    ]);
    expect(said(exhibits)).toEqual([
      'A Paper 2 (pages 5–6 of 6): 5,6',
      'B Paper 1: 1,2',
      'C Paper 3: 1,2,3,4,5,6,7,8,9',
    ]);
  });

  it('credit each part with the reasons its own pages answer', () => {
    const theCase = packetCase({
      evidence: [evidenceOf(1, 1, 2, { fromPage: 5, toPage: 5 })],
      packet: setup([
        choice(1),
        choice(2, { ranges: [{ from: 1, to: 4 }] }),
        part(2, 2, { ranges: [{ from: 5, to: 6 }] }),
      ]),
    });
    expect(planExhibits(theCase, mapOf(papers), []).exhibits.map(({ supports }) => supports.length)).toEqual([0, 0, 1]);
  });
});

describe('presets', () => {
  it('bring the order of what nobody arranged', () => {
    const kinds = (preset: PacketPreset) => {
      const all = (['eob', 'authorization-form', 'medical-record', 'letter-of-medical-necessity'] as const).map(
        (kind, index) => paperOf(index + 2, { kind, title: kind }),
      );
      const theCase = packetCase({
        attachments: all.map(({ document }) => document.id),
        packet: setup([], { preset }),
      });
      return planExhibits(theCase, mapOf([papers[0]!, ...all]), [])
        .exhibits.map(({ kind }) => kind)
        .slice(1);
    };
    expect(kinds('internal-appeal')).toEqual([
      'eob',
      'letter-of-medical-necessity',
      'medical-record',
      'authorization-form',
    ]);
    expect(kinds('external-review')).toEqual([
      'authorization-form',
      'letter-of-medical-necessity',
      'medical-record',
      'eob',
    ]);
    expect(kinds('expedited')).toEqual(['letter-of-medical-necessity', 'medical-record', 'eob', 'authorization-form']);
  });
});

const range = fc.record({ from: fc.integer({ min: 1, max: 12 }), to: fc.integer({ min: 1, max: 12 }) });
const anyChoice = fc
  .record({
    paper: fc.integer({ min: 1, max: 5 }),
    number: fc.integer({ min: 1, max: 3 }),
    ranges: fc.option(fc.array(range, { maxLength: 4 }), { nil: undefined }),
    excluded: fc.boolean(),
  })
  .map(
    ({ paper, number, ranges, excluded }): ExhibitChoice => ({
      key: number === 1 ? documentId(paper) : `${documentId(paper)}#${number}`,
      documentId: documentId(paper),
      excluded,
      ...(ranges !== undefined && { ranges }),
    }),
  );

describe('whatever is chosen', () => {
  const anySetup = fc.record({
    choices: fc.array(anyChoice, { maxLength: 12 }),
    preset: fc.constantFrom(...PacketPreset.options),
    labels: fc.constantFrom('letters' as const, 'numbers' as const),
  });

  it('no page stands in the packet twice, and each exists', () => {
    fc.assert(
      fc.property(anySetup, ({ choices, ...more }) => {
        const { exhibits, excluded, order } = planned(choices, more);
        const all = [...exhibits, ...excluded];
        const named = all.flatMap(({ documentId: id, pages: own }) => own.map((page) => `${id} ${page}`));
        expect(new Set(named).size).toBe(named.length);
        for (const { documentId: id, pages: own } of all) {
          const count = papers.find(({ document }) => document.id === id)?.pages.length ?? 0;
          expect(own.length).toBeGreaterThan(0);
          expect(own.every((page) => page >= 1 && page <= count)).toBe(true);
        }
        expect([...order].sort()).toEqual(all.map(({ key }) => key).sort());
      }),
    );
  });

  it('labels run without gaps and the order is that of the first choice of each key', () => {
    fc.assert(
      fc.property(anySetup, ({ choices, ...more }) => {
        const { exhibits, order } = planned(choices, more);
        const labels = exhibits.map((_, index) =>
          more.labels === 'letters' ? String.fromCharCode(65 + index) : String(index + 1),
        );
        expect(exhibits.map(({ label }) => label)).toEqual(labels);
        const wanted = [...new Set(choices.map(({ key }) => key))].filter((key) => order.includes(key));
        expect(order.slice(0, wanted.length)).toEqual(wanted);
      }),
    );
  });

  it('every cited page is in the packet or reported, and the table of reasons points at no page that is not', () => {
    const anyCites = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(anySetup, anyCites, ({ choices, ...more }, cited) => {
        const there = cited.filter(([paper, page]) => page <= (papers[paper - 1]?.pages.length ?? 0));
        const letter = letterOf(
          answerOf(
            1,
            'R',
            there.map(([paper, page]) => cite(paper, page)),
          ),
        );
        const theCase = packetCase({ attachments, packet: setup(choices, more) });
        const plan = planPacket({
          case: theCase,
          documents: mapOf(papers),
          letter,
          deadlines: [],
          gaps: [],
          draft: false,
          today: TODAY,
        });
        const isIn = (id: string, page: number) =>
          plan.exhibits.some(({ documentId: own, pages: all }) => own === id && all.includes(page));
        const reported = new Set(
          plan.problems
            .filter(({ code }) => code === 'page-left-out' || code === 'no-exhibits')
            .map((each) => each.documentId ?? 'all'),
        );
        for (const { documentId: id, pageNumber } of letterCites(letter)) {
          expect(isIn(id, pageNumber) || reported.has(id) || reported.has('all')).toBe(true);
        }
        for (const span of plan.matrix.flatMap(({ evidence }) => evidence)) {
          for (let page = span.fromPage; page <= span.toPage; page += 1) expect(isIn(span.documentId, page)).toBe(true);
        }
      }),
    );
  });
});
