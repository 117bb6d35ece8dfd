// Which page is what: parts in the order of the plan, labels by page, citations that run over several exhibits.
import { describe, expect, it } from 'vitest';
import { citeSpans } from '../../../electron/packet/layout/letter-spans.ts';
import { numberingOf, placesOf, slotsOf } from '../../../electron/packet/numbering.ts';
import type { Exhibit, PacketPlan } from '../../../shared/model/packet.ts';
import { FIRST_SETUP, type FrontPart } from '../../../shared/model/packet-setup.ts';
import { planPacket } from '../../../shared/packet/plan.ts';
import { documentId, letterOf, packetCase, TODAY } from '../../helpers/packet-fixtures.ts';

const exhibit = (label: string, paper: number, pages: number[]): Exhibit => ({
  key: `${documentId(paper)}#${label}`,
  label,
  title: label,
  kind: 'medical-record',
  documentId: documentId(paper),
  pages,
  supports: [],
});
const planOf = (exhibits: readonly Exhibit[], parts: readonly FrontPart[] = FIRST_SETUP.parts): PacketPlan => ({
  ...planPacket({
    case: packetCase(),
    documents: new Map(),
    letter: letterOf([]),
    deadlines: [],
    gaps: [],
    draft: false,
    today: TODAY,
  }),
  parts: [...parts],
  exhibits: [...exhibits],
});
const SHEETS = { cover: 1, letter: 2, matrix: 1, index: 1, tables: 0 };

describe('pages of the packet', () => {
  it('follow the parts of the plan; a part that is not wanted has none, one named twice stands once', () => {
    const plan = planOf([exhibit('A', 1, [1, 2])], ['index', 'letter', 'index']);
    expect(slotsOf(plan, SHEETS).map(({ kind }) => kind)).toEqual([
      'index',
      'letter',
      'letter',
      'tab',
      'exhibit',
      'exhibit',
    ]);
  });

  it('are found by document and page, whatever exhibit they stand in', () => {
    const plan = planOf([exhibit('A', 1, [3, 4]), exhibit('B', 2, [1]), exhibit('C', 1, [1])], ['letter']);
    const places = placesOf(plan);
    const numbering = numberingOf(plan, slotsOf(plan, SHEETS), places);
    const at = (paper: number, page: number) => [
      numbering.labelOf(documentId(paper), page),
      numbering.placeInExhibit(documentId(paper), page),
      numbering.pageOf({ kind: 'document', documentId: documentId(paper), pageNumber: page }),
    ];
    expect(at(1, 4)).toEqual(['A', 2, 5]);
    expect(at(2, 1)).toEqual(['B', 1, 7]);
    expect(at(1, 1)).toEqual(['C', 1, 9]);
    expect(at(1, 2)).toEqual([undefined, undefined, undefined]);
    expect(numbering.pageCount).toBe(9);
  });
});

describe('a citation', () => {
  const said = (exhibits: readonly Exhibit[], pageNumber: number, toPage: number) => {
    const plan = planOf(exhibits, ['letter']);
    const places = placesOf(plan);
    const numbering = numberingOf(plan, slotsOf(plan, SHEETS), places);
    return citeSpans({ kind: 'cite', documentId: documentId(1), pageNumber, toPage }, 'serif', places, undefined)
      .map(({ text }) => (typeof text === 'string' ? text : text(numbering)))
      .join('')
      .replaceAll('\u00a0', ' ');
  };

  it('of pages that stand together names them once', () => {
    expect(said([exhibit('A', 1, [1, 2, 3, 4])], 2, 4)).toBe('Ex. A, pp. 2–4 (0005–0007)');
  });

  it('that runs over two exhibits names both', () => {
    expect(said([exhibit('A', 1, [1, 2]), exhibit('B', 1, [3, 4])], 2, 3)).toBe(
      'Ex. A, p. 2 (0005), Ex. B, p. 1 (0007)',
    );
  });

  it('of pages in another order names each run', () => {
    expect(said([exhibit('A', 1, [3, 1, 2])], 1, 3)).toBe('Ex. A, pp. 2–3 (0005–0006), Ex. A, p. 1 (0004)');
  });

  it('of a page that is left out shows a blank for it', () => {
    expect(said([exhibit('A', 1, [1, 3])], 1, 3)).toBe(
      'Ex. A, p. 1 (0004), Ex. A, p. 2 (0005), [page not in the packet]',
    );
    expect(said([exhibit('A', 2, [1])], 1, 1)).toBe('[page not in the packet]');
  });
});
