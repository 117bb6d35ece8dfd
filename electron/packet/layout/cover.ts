// The cover sheet: to whom, from whom, about what, how many pages. Set large and black, so that a fax machine keeps it readable.
import type { CoverSheet } from '../../../shared/model/packet.ts';
import type { Fonts } from '../fonts.ts';
import { blankSpan } from './letter-spans.ts';
import { paginate } from './paginate.ts';
import { baselineIn, keepTogether, type ParagraphStyle, paragraphRows, ruleRow, withItems } from './rows.ts';
import { COLUMN, INK, MARGIN, moved, PAGE_HEIGHT, type Row, type Sheet } from './sheet.ts';
import { type Span, setSpans } from './spans.ts';

const LABEL_WIDTH = 132;
const VALUE: ParagraphStyle = { size: 13, leading: 18, before: 0, indent: LABEL_WIDTH, together: true };
const LABEL_SIZE = 10.5;

/** Sets the cover sheet; longer than a page only when a fact is. The last row tells the pages of the whole packet. */
export function layoutCover(cover: CoverSheet, fonts: Fonts): readonly Sheet[] {
  const heading = paragraphRows(
    [{ text: cover.heading, face: 'serif-bold', color: INK }],
    { size: 30, leading: 38, before: 0, together: true },
    COLUMN,
    fonts,
  );
  const pages: Span = {
    text: ({ pageCount }) => `${pageCount}, including this sheet`,
    reserve: '00000, including this sheet',
    face: 'serif',
    color: INK,
  };
  const rows = [
    ...cover.rows.flatMap(({ label, value }) => coverRow(label, value.map(spanOf), fonts)),
    ...coverRow('Pages', [pages], fonts),
  ];
  const rule = ruleRow({ before: 10, after: 14, width: 1.2, color: INK, to: COLUMN });
  const notice = paragraphRows(
    [{ text: cover.notice, face: 'sans', color: INK }],
    { size: 10.5, leading: 15, before: 6, together: true },
    COLUMN,
    fonts,
  );
  return paginate([...heading, rule, ...rows, { ...rule, before: 18 }, ...notice], {
    left: MARGIN,
    top: MARGIN + 24,
    bottom: PAGE_HEIGHT - MARGIN,
  }).sheets;
}

function coverRow(label: string, value: readonly Span[], fonts: Fonts): readonly Row[] {
  const rows = paragraphRows(value, { ...VALUE, before: 12 }, COLUMN, fonts);
  const [line] = setSpans([{ text: label, face: 'sans-bold', color: INK }], LABEL_SIZE, LABEL_WIDTH - 12, fonts);
  const items = line?.items.map((item) => moved(item, 0, baselineIn(VALUE))) ?? [];
  return keepTogether(rows.map((row, index) => (index === 0 ? withItems(row, items) : row)));
}

/** Nothing on the cover sheet is cited: it goes out before anything else can be looked up. */
function spanOf(inline: CoverSheet['rows'][number]['value'][number]): Span {
  if (inline.kind === 'blank') return blankSpan(inline.label, 'serif');
  return { text: inline.kind === 'text' ? inline.text : '', face: 'serif', color: INK };
}
