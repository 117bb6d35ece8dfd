// The cover sheet: to whom, from whom, about what, how many pages. Set large and black, so that a fax machine keeps it readable.
import type { CoverSheet } from '../../../shared/model/packet.ts';
import type { Fonts } from '../fonts.ts';
import { blankSpan } from './letter-spans.ts';
import { paginate } from './paginate.ts';
import { baselineIn, keepTogether, type ParagraphStyle, paragraphRows, ruleRow, withItemsBefore } from './rows.ts';
import { anchor, COLUMN, INK, MARGIN, moved, PAGE_HEIGHT, type Row, type Sheet } from './sheet.ts';
import { type Span, setSpans } from './spans.ts';
import { partTag, type Tag, tagged } from './tag.ts';

const LABEL_WIDTH = 132;
const VALUE: ParagraphStyle = { size: 13, leading: 18, before: 0, indent: LABEL_WIDTH, together: true };
const LABEL_SIZE = 10.5;

/** Sets the cover sheet; longer than a page only when a fact is. The last row tells the pages of the whole packet. */
export function layoutCover(cover: CoverSheet, fonts: Fonts): readonly Sheet[] {
  const part = partTag('Cover sheet');
  const table = tagged('Table', part);
  const heading = paragraphRows(
    [{ text: cover.heading, face: 'serif-bold', color: INK }],
    { size: 30, leading: 38, before: 0, together: true },
    COLUMN,
    fonts,
    tagged('H1', part),
  );
  const pages: Span = {
    text: ({ pageCount }) => `${pageCount}, including this sheet`,
    reserve: '00000, including this sheet',
    face: 'serif',
    color: INK,
  };
  const rows = [
    ...cover.rows.flatMap(({ label, value }) => coverRow(label, value.map(spanOf), table, fonts)),
    ...coverRow('Pages', [pages], table, fonts),
  ];
  const rule = ruleRow({ before: 10, after: 14, width: 1.2, color: INK, to: COLUMN });
  const notice = paragraphRows(
    [{ text: cover.notice, face: 'sans', color: INK }],
    { size: 10.5, leading: 15, before: 6, together: true },
    COLUMN,
    fonts,
    tagged('P', part),
  );
  return paginate([...heading, rule, ...rows, { ...rule, before: 18 }, ...notice], {
    left: MARGIN,
    top: MARGIN + 24,
    bottom: PAGE_HEIGHT - MARGIN,
  }).sheets;
}

function coverRow(label: string, value: readonly Span[], table: Tag, fonts: Fonts): readonly Row[] {
  const row = tagged('TR', table);
  const [head, cell] = [tagged('TH', row, { scope: 'Row' }), tagged('TD', row)];
  const rows = paragraphRows(value, { ...VALUE, before: 12 }, COLUMN, fonts, cell);
  const [line] = setSpans([{ text: label, face: 'sans-bold', color: INK }], LABEL_SIZE, LABEL_WIDTH - 12, fonts, head);
  const items = line?.items.map((item) => moved(item, 0, baselineIn(VALUE))) ?? [];
  return keepTogether(rows.map((set, index) => (index === 0 ? withItemsBefore(set, [...items, anchor(cell)]) : set)));
}

/** Nothing on the cover sheet is cited: it goes out before anything else can be looked up. */
function spanOf(inline: CoverSheet['rows'][number]['value'][number]): Span {
  if (inline.kind === 'blank') return blankSpan(inline.label, 'serif');
  return { text: inline.kind === 'text' ? inline.text : '', face: 'serif', color: INK };
}
