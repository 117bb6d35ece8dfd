// A packet with everything that has a structure, for tests of what somebody finds in it who doesn't see it.
import { PDFName, PDFNumber } from 'pdf-lib';
import type { SourceFile } from '../../electron/packet/exhibit-source.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { FullDocument } from '../../shared/model/document.ts';
import type { Inline } from '../../shared/model/letter.ts';
import type { PacketPlan } from '../../shared/model/packet.ts';
import { planPacket } from '../../shared/packet/plan.ts';
import {
  answerOf,
  cite,
  evidenceOf,
  groundOf,
  letterOf,
  packetCase,
  pageOf,
  paperOf,
  TODAY,
  text,
} from './packet-fixtures.ts';
import { markPage, pdfOf, pngOf } from './packet-sources.ts';

/** Pages whose words the paper itself has. */
export const blanks = (count: number) =>
  Array.from({ length: count }, (_, index) => pageOf(index + 1, [], { source: 'text-layer' }));
/** A PDF, a picture and a text; their bytes come from `taggedSources`. */
export const taggedPapers: readonly FullDocument[] = [
  paperOf(1, { kind: 'denial-letter', title: 'Denial letter', date: '2026-09-09', pages: blanks(2) }),
  paperOf(2, { kind: 'medical-record', title: 'Visit note (café)', format: 'png', pages: [pageOf(1, ['Scored 22'])] }),
  paperOf(3, { kind: 'other', title: 'Call log', format: 'text', pages: [pageOf(1, ['Called at ten', 'No answer'])] }),
];
/** Words that are all different, so that one lost or said twice is seen. */
export const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `w${from + index}`).join(' ');
/** A paragraph over more than a page. */
export const LONG = words(1000, 900);
const letter = letterOf([
  {
    kind: 'pairs',
    rows: [
      { label: 'Member', value: [text('Rowan Ashgrove '), cite(1, 1)] },
      { label: 'Service', value: [{ kind: 'blank', label: 'The service' }] },
    ],
  },
  { kind: 'paragraph', origin: 'form', inlines: [text('It says:')] },
  { kind: 'quote', inlines: [text(words(200, 40))] },
  ...answerOf(1, 'Reason 1: Not necessary', [
    text(`${LONG} See `),
    cite(2, 1),
    text(', and '),
    cite(1, 1, 2),
    text('.'),
  ]),
  { kind: 'heading', level: 2, text: 'What we ask for' },
  { kind: 'list', ordered: true, origin: 'form', items: [[text('First ask '), cite(1, 2)], [text(words(300, 30))]] },
  { kind: 'list', ordered: false, origin: 'form', items: [[text('Only point')]] },
]);
const EVENTS = 60;

/** The plan of a packet with everything that has a structure: pairs, quotes, lists, tables over several pages, highlights. */
export function taggedPlan(
  more: { readonly papers?: readonly FullDocument[]; readonly draft?: boolean } = {},
): PacketPlan {
  const own = more.papers ?? taggedPapers;
  const plan = planPacket({
    case: packetCase({
      grounds: [groundOf(1)],
      evidence: [evidenceOf(1, 1, 2)],
      attachments: own.map((paper) => paper.document.id),
    }),
    documents: new Map(own.map((paper) => [paper.document.id as string, paper])),
    letter,
    deadlines: [],
    gaps: [],
    draft: more.draft ?? false,
    today: TODAY,
  });
  const event = (index: number): Inline[][] => [
    [text(`Day ${index}`)],
    [text(`Event ${index}${index % 4 === 0 ? ` ${words(5000, 25)}` : ''}`)],
    index % 7 === 0 ? [cite(1, 1)] : [],
  ];
  return {
    ...plan,
    parts: ['cover', 'letter', 'matrix', 'index', 'tables'],
    cover: {
      heading: 'Appeal',
      rows: [{ label: 'To', value: [text('Northfield Health')] }],
      notice: 'Call if misled.',
    },
    tables: [
      {
        id: 'timeline',
        title: 'Chronology',
        explanation: 'What happened when.',
        columns: [
          { heading: 'Date', share: 0.2 },
          { heading: 'What happened', share: 0.6 },
          { heading: 'Page', share: 0.2 },
        ],
        rows: Array.from({ length: EVENTS }, (_, index) => event(index + 1)),
      },
    ],
    highlights: [
      {
        documentId: taggedPapers[1]!.document.id,
        pageNumber: 1,
        boxes: [{ x: 72, y: 72, w: 60, h: 11 }],
        note: 'Reason 1',
      },
    ],
  };
}

/** Two pages that have a structure of their own, whose numbers are those of ours. */
const taggedPaper = () =>
  pdfOf(async (document) => {
    for (const label of ['denialone', 'denialtwo']) {
      const page = document.addPage([612, 792]);
      await markPage(document, page, label);
      const marked = document.context.stream(
        `/P << /MCID 0 >> BDC 1 0 0 rg 9 9 9 9 re f EMC /H1 << /MCID 3 >> BDC EMC`,
      );
      page.node.addContentStream(document.context.register(marked));
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(0));
    }
  });

/** Opens the papers of the packet, as a composer asks for them. */
export async function taggedSources(): Promise<(id: DocumentId) => Promise<SourceFile>> {
  const contents = [await taggedPaper(), await pngOf('plain'), new Uint8Array()];
  return async (id) => {
    const which = taggedPapers.findIndex((each) => each.document.id === id);
    const { document, pages } = taggedPapers[which]!;
    return { bytes: contents[which]!, format: document.format, pages };
  };
}
