// The index of exhibits: letter, title, date, pages, stamps from and to, the reasons it answers.
import type { Exhibit, IndexRow, PacketPlan } from '../../../shared/model/packet.ts';
import { shortDate } from '../../../shared/packet/labels.ts';
import type { Fonts } from '../fonts.ts';
import type { Places } from './letter-spans.ts';
import { type Pages, paginate } from './paginate.ts';
import { sectionHead } from './section.ts';
import { INK, LINK, MARGIN, type Numbering, PAGE_HEIGHT, QUIET, type Target } from './sheet.ts';
import { type Column, tableFoot, tableHead, tableRow } from './table.ts';
import { partTag, tagged } from './tag.ts';

/** Widths of the paper's and the stamps' column together. */
const SHARED_WIDTH = 214;

/** The columns; long stamps take their room from the title, and “to” goes on a line of its own when both don't fit. */
function columnsFor(places: Places, fonts: Fonts): readonly Column[] {
  const stamp = Math.min(126, Math.max(62, fonts.width(`${places.widestStamp}–`, 'sans', 9.5) + 1));
  return [
    { heading: 'Ex.', width: 24 },
    { heading: 'Paper', width: SHARED_WIDTH - stamp },
    { heading: 'Date', width: 58 },
    { heading: 'Pages', width: 30 },
    { heading: 'Stamped', width: stamp },
    { heading: 'Answers', width: 82 },
  ];
}

/** Sets the index of exhibits. */
export function layoutIndex(plan: PacketPlan, places: Places, fonts: Fonts): Pages {
  const columns = columnsFor(places, fonts);
  const part = partTag('Index of exhibits');
  const table = tagged('Table', part);
  const head = tableHead(columns, fonts, table);
  const rows = plan.exhibits.flatMap((exhibit, index) => {
    const text = (words: string) => [[{ text: words, face: 'sans', color: INK } as const]];
    const first: Target = firstPage(exhibit);
    const cells = [
      [
        [
          {
            text: exhibit.label,
            face: 'sans-bold',
            color: LINK,
            target: { kind: 'tab', label: exhibit.label },
          } as const,
        ],
      ],
      text(exhibit.title),
      exhibit.date === undefined
        ? [[{ text: '—', face: 'sans', color: QUIET } as const]]
        : text(shortDate(exhibit.date).replaceAll(' ', '\u00a0')),
      text(String(exhibit.pages.length)),
      [
        [
          {
            text: (numbering: Numbering) => stampsOf(exhibit, numbering)[0],
            reserve: places.widestStamp,
            face: 'sans',
            color: LINK,
          } as const,
          {
            text: (numbering: Numbering) =>
              exhibit.pages.length > 1 ? `–${numbering.numberAt(lastPage(exhibit, numbering))}` : '',
            reserve: exhibit.pages.length > 1 ? `–${places.widestNumber}` : '',
            face: 'sans',
            color: LINK,
          } as const,
        ],
      ],
      [[{ text: supportsText(plan, exhibit), face: 'sans', color: QUIET } as const]],
    ];
    return tableRow(columns, { cells, target: first }, index === 0, fonts, table);
  });
  const intro =
    'Every page of this packet carries one continuous number. It is also the page label in your PDF viewer.';
  return paginate(
    [
      ...sectionHead('Index of exhibits', intro, fonts, part),
      ...head.map((row) => ({ ...row, breakBefore: false })),
      ...rows,
      tableFoot(columns),
    ],
    { left: MARGIN, top: MARGIN, bottom: PAGE_HEIGHT - MARGIN },
    head,
  );
}

/** The index as printed, row by row. */
export function indexRows(plan: PacketPlan, numbering: Numbering): IndexRow[] {
  return plan.exhibits.map((exhibit) => {
    const [fromStamp, toStamp] = stampsOf(exhibit, numbering);
    return {
      label: exhibit.label,
      title: exhibit.title,
      ...(exhibit.date === undefined ? {} : { date: exhibit.date }),
      pageCount: exhibit.pages.length,
      fromStamp,
      toStamp,
      supports: supportsText(plan, exhibit),
    };
  });
}

/** The exhibit's first own page, behind its tab sheet. */
export function firstPage(exhibit: Exhibit): Target {
  return { kind: 'document', documentId: exhibit.documentId, pageNumber: exhibit.pages[0] ?? 1 };
}

function stampsOf(exhibit: Exhibit, numbering: Numbering): readonly [string, string] {
  const first = numbering.pageOf(firstPage(exhibit)) ?? 1;
  return [numbering.stampAt(first), numbering.stampAt(lastPage(exhibit, numbering))];
}

function lastPage(exhibit: Exhibit, numbering: Numbering): number {
  return (numbering.pageOf(firstPage(exhibit)) ?? 1) + exhibit.pages.length - 1;
}

/** “Reasons 1 and 2”: which of the table's reasons an exhibit helps to answer; for the denial itself what it is. */
function supportsText(plan: PacketPlan, exhibit: Exhibit): string {
  const numbers = plan.matrix.flatMap((row, index) => (exhibit.supports.includes(row.groundId) ? [index + 1] : []));
  if (numbers.length > 0) return `${numbers.length === 1 ? 'Reason' : 'Reasons'} ${listed(numbers)}`;
  const denies = plan.matrix.some((row) =>
    row.denial.some((at) => at.documentId === exhibit.documentId && exhibit.pages.includes(at.pageNumber)),
  );
  return denies ? 'The denial' : 'Background';
}

function listed(numbers: readonly number[]): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
