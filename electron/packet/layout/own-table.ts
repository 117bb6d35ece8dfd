// The app's own tables (criteria and facts, treatment history, scores, chronology), set as sections of the packet.
import type { PacketTable } from '../../../shared/model/packet.ts';
import type { Fonts } from '../fonts.ts';
import { type Places, spansOf } from './letter-spans.ts';
import { type Pages, paginate } from './paginate.ts';
import { sectionHead } from './section.ts';
import { COLUMN, MARGIN, PAGE_HEIGHT } from './sheet.ts';
import { TABLE_GAP, tableFoot, tableHead, tableRow } from './table.ts';
import { partTag, tagged } from './tag.ts';

/** Sets one table; it starts on a new page and repeats its heading row. */
export function layoutTable(table: PacketTable, places: Places, fonts: Fonts): Pages {
  const room = COLUMN - TABLE_GAP * (table.columns.length - 1);
  const columns = table.columns.map(({ heading, share }) => ({ heading, width: room * share }));
  const part = partTag(table.title);
  const element = tagged('Table', part);
  const head = tableHead(columns, fonts, element);
  const rows = table.rows.flatMap((row, index) => {
    const cells = row.map((inlines) => [spansOf(inlines, { face: 'sans' }, places, undefined)]);
    return tableRow(columns, { cells }, index === 0, fonts, element);
  });
  return paginate(
    [
      ...sectionHead(table.title, table.explanation, fonts, part),
      ...head.map((row) => ({ ...row, breakBefore: false })),
      ...rows,
      tableFoot(columns),
    ],
    { left: MARGIN, top: MARGIN, bottom: PAGE_HEIGHT - MARGIN },
    head,
  );
}
