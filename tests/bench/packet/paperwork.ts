// The plan of the packet the bench builds: a letter that cites, a table of reasons, an index, and every paper as an exhibit.
import type { DocumentId, GroundId } from '../../../shared/ids.ts';
import type { Block, Inline } from '../../../shared/model/letter.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import { FIRST_SETUP } from '../../../shared/model/packet-setup.ts';
import { documentId, groundId, packetCase, text } from '../../helpers/packet-fixtures.ts';
import { PAGES_PER_PAPER } from './scans.ts';

const GROUNDS = 4;

/** A packet of `count` papers with stamps, a line at the foot, an index, links both ways, bookmarks, labels and tags. `ids` name the papers. */
export function benchPlan(count: number, ids?: readonly DocumentId[]): PacketPlan {
  const idOf = (number: number): DocumentId => ids?.[number - 1] ?? documentId(number);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const supportedBy = (number: number): GroundId => groundId(1 + (number % GROUNDS));
  return {
    caseId: packetCase().id,
    title: 'Appeal of Rowan Ashgrove',
    draft: false,
    createdOn: '2026-10-01',
    preset: 'internal-appeal',
    stamping: FIRST_SETUP.stamping,
    parts: [...FIRST_SETUP.parts],
    marks: { highlights: 'none', confidentiality: 'Confidential: contains health information' },
    letter: {
      subject: 'Appeal of the decision of September 9, 2026',
      blocks: Array.from({ length: GROUNDS }, (_, index) => answer(index + 1, numbers, idOf)).flat(),
    },
    matrix: Array.from({ length: GROUNDS }, (_, index) => ({
      groundId: groundId(index + 1),
      heading: `Reason ${index + 1}`,
      denial: [{ documentId: idOf(1), pageNumber: 1 }],
      evidence: numbers
        .filter((number) => number % GROUNDS === index)
        .map((number) => ({ documentId: idOf(number), fromPage: 2, toPage: 3 })),
    })),
    tables: [],
    exhibits: numbers.map((number, index) => ({
      key: idOf(number),
      label: labelOf(index),
      title: `Records, part ${number}`,
      kind: 'medical-record',
      documentId: idOf(number),
      pages: Array.from({ length: PAGES_PER_PAPER }, (_, page) => page + 1),
      supports: [supportedBy(number)],
    })),
    highlights: [],
    redactions: [],
    problems: [],
  };
}

function answer(ground: number, numbers: readonly number[], idOf: (number: number) => DocumentId): readonly Block[] {
  const cites: readonly Inline[] = numbers
    .filter((number) => number % GROUNDS === ground % GROUNDS)
    .flatMap((number) => [
      text('The records show what was tried and what came of it: '),
      { kind: 'cite', documentId: idOf(number), pageNumber: 2, toPage: 3 },
      text('. '),
    ]);
  return [
    { kind: 'heading', level: 1, text: `Reason ${ground} is answered`, groundId: groundId(ground) },
    { kind: 'paragraph', inlines: [...cites], origin: 'form', groundId: groundId(ground) },
  ];
}

/** A, B, … Z, AA, AB… */
function labelOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${labelOf(Math.floor(index / 26) - 1)}${last}`;
}
