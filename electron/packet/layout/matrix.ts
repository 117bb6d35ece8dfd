// Reasons and answers on one table: the reason, where the denial gives it, where the letter answers it, the pages that prove it.
import type { DocumentId, GroundId } from '../../../shared/ids.ts';
import type { PacketPlan } from '../../../shared/model/packet.ts';
import type { Fonts } from '../fonts.ts';
import { blankSpan, citeSpans, type Places } from './letter-spans.ts';
import { type Pages, paginate } from './paginate.ts';
import { sectionHead } from './section.ts';
import { INK, LINK, MARGIN, PAGE_HEIGHT, QUIET } from './sheet.ts';
import type { Span } from './spans.ts';
import { type Cell, type Column, tableFoot, tableHead, tableRow } from './table.ts';
import { partTag, tagged } from './tag.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'Reason the plan gave', width: 132 },
  { heading: 'Where it says so', width: 90 },
  { heading: 'Our answer', width: 68 },
  { heading: 'Pages that prove it', width: 142 },
];

/** The same with room for the first sentence of each answer. */
const COLUMNS_WITH_ANSWERS: readonly Column[] = [
  { heading: 'Reason the plan gave', width: 108 },
  { heading: 'Where it says so', width: 82 },
  { heading: 'Our answer', width: 136 },
  { heading: 'Pages that prove it', width: 106 },
];

/** Sets the table of reasons and answers. `answeredOn` gives the letter's sheet (zero-based) on which a ground's heading stands. */
export function layoutMatrix(
  plan: PacketPlan,
  answeredOn: ReadonlyMap<GroundId, number>,
  places: Places,
  fonts: Fonts,
): Pages {
  const part = partTag('Reasons and answers');
  const table = tagged('Table', part);
  const columns = plan.matrix.some(({ answer }) => answer !== undefined) ? COLUMNS_WITH_ANSWERS : COLUMNS;
  const head = tableHead(columns, fonts, table);
  const rows = plan.matrix.flatMap((row, index) => {
    const cells = [
      [[{ text: numbered(row.heading, index + 1), face: 'sans-bold', color: INK }]],
      pageCell(
        row.denial.map((at) => ({ ...at, toPage: at.pageNumber })),
        places,
        'not on a page',
      ),
      [...sentence(row.answer), ...answerCell(answeredOn.get(row.groundId), places)],
      [
        ...pageCell(
          row.evidence.map((at) => ({ documentId: at.documentId, pageNumber: at.fromPage, toPage: at.toPage })),
          places,
          'no page yet',
        ),
        ...sentence(criteria(row.criteria)),
      ],
    ] satisfies readonly Cell[];
    return tableRow(columns, { cells }, index === 0, fonts, table);
  });
  const short = places.prefix === '' ? '' : ` Page numbers are given without “${places.prefix}”.`;
  const intro = `Each reason for the denial, with the place where it is given, the answer to it, and the pages that prove the answer.${short}`;
  return paginate(
    [
      ...sectionHead('Reasons and answers', intro, fonts, part),
      ...head.map((row) => ({ ...row, breakBefore: false })),
      ...rows,
      tableFoot(columns),
    ],
    { left: MARGIN, top: MARGIN, bottom: PAGE_HEIGHT - MARGIN },
    head,
  );
}

function pageCell(
  pages: readonly {
    readonly documentId: DocumentId;
    readonly pageNumber: number;
    readonly toPage: number;
  }[],
  places: Places,
  none: string,
): Cell {
  if (pages.length === 0) return [[blankSpan(none, 'sans')]];
  return pages.map((page) => citeSpans({ kind: 'cite', ...page }, 'sans', places, undefined, true));
}

/** Running text as a paragraph of a cell. */
function sentence(text: string | undefined): Cell {
  return text === undefined ? [] : [[{ text, face: 'sans', color: INK }]];
}

function criteria(met: readonly string[] | undefined): string | undefined {
  return met === undefined
    ? undefined
    : `${met.length === 1 ? 'Criterion' : 'Criteria'} met on these pages: ${met.join(', ')}`;
}

function answerCell(sheet: number | undefined, places: Places): Cell {
  if (sheet === undefined) return [[blankSpan('not answered', 'sans')]];
  const target = { kind: 'letter', sheet } as const;
  const span: Span = {
    text: (numbering) => numbering.numberAt(numbering.pageOf(target) ?? 0),
    reserve: places.widestNumber,
    face: 'sans',
    color: LINK,
    target,
  };
  return [[{ text: 'Letter, p.\u00a0', face: 'sans', color: QUIET }, span]];
}

/** A heading with its number, unless it brings one. */
export function numbered(heading: string, number: number): string {
  return /^(?:reason )?\d+[.):]\s/i.test(heading) ? heading : `${number}. ${heading}`;
}
