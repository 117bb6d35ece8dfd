// The tab sheet before an exhibit: its letter, what it is, and where the letter relies on it.
import type { GroundId } from '../../../shared/ids.ts';
import type { Exhibit, PacketPlan } from '../../../shared/model/packet.ts';
import { pageCountText, shortDate, stampSpan } from '../../../shared/packet/labels.ts';
import type { Fonts } from '../fonts.ts';
import { firstPage } from './exhibit-index.ts';
import type { Places } from './letter-spans.ts';
import { numbered } from './matrix.ts';
import type { PlacedMark } from './paginate.ts';
import { paragraphRows } from './rows.ts';
import {
  ACCENT,
  COLUMN,
  HAIRLINE,
  INK,
  type Item,
  LINK,
  MARGIN,
  moved,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  QUIET,
  type Row,
  type Sheet,
} from './sheet.ts';
import type { Span } from './spans.ts';
import { type Tag, within } from './tag.ts';

/** Tabs stand one below the other along the right edge and start over after this many. */
const TAB_PLACES = 9;
const TAB_HEIGHT = 46;
const TAB_WIDTH = 34;
/** Foot of what may stand on the sheet. */
const FLOOR = PAGE_HEIGHT - MARGIN - 6;

/**
 * Sets the tab sheet of an exhibit. `cites` are the letter's marks; `note` tells of something the reader must know of the copy; `part` is
 * the element the sheet's own stand in.
 */
export function layoutTab(
  plan: PacketPlan,
  exhibit: Exhibit,
  index: number,
  cites: readonly PlacedMark[],
  places: Places,
  fonts: Fonts,
  note: string | undefined,
  part?: Tag,
): Sheet {
  const items: Item[] = [...edgeTab(exhibit.label, index, fonts)];
  let y = 196;
  const put = (rows: readonly Row[]) => {
    for (const row of rows) {
      y += row.before;
      if (y + row.height > FLOOR) return;
      items.push(...row.items.map((item) => moved(item, MARGIN, y)));
      y += row.height;
    }
  };
  const center = { align: 'center', together: true } as const;
  const name = within(part, 'H1');
  put(
    paragraphRows(
      [{ text: 'EXHIBIT', face: 'sans', color: QUIET }],
      { ...center, size: 13, leading: 18, before: 0 },
      COLUMN,
      fonts,
      name,
    ).map((row) => ({ ...row, items: row.items.map(spaced) })),
  );
  const big = exhibit.label.length > 2 ? 88 : 128;
  put(
    paragraphRows(
      [{ text: exhibit.label, face: 'serif', color: ACCENT }],
      { ...center, size: big, leading: big * 1.12, before: 0 },
      COLUMN,
      fonts,
      name,
    ),
  );
  items.push({
    kind: 'line',
    x1: PAGE_WIDTH / 2 - 36,
    x2: PAGE_WIDTH / 2 + 36,
    y1: y + 8,
    y2: y + 8,
    width: 0.9,
    color: ACCENT,
  });
  y += 24;
  const indents = { indent: 24, indentRight: 24 };
  put(
    paragraphRows(
      [{ text: exhibit.title, face: 'serif-bold', color: INK }],
      { ...center, ...indents, size: 16, leading: 21, before: 0 },
      COLUMN,
      fonts,
      within(part, 'H2'),
    ),
  );
  const facts = { ...center, size: 10.5, leading: 15, before: 6 };
  put(paragraphRows(factSpans(exhibit, places), facts, COLUMN, fonts, within(part, 'P')));
  if (note !== undefined) {
    put(
      paragraphRows(
        [{ text: note, face: 'sans', color: QUIET }],
        { ...center, ...indents, size: 9.5, leading: 13, before: 10 },
        COLUMN,
        fonts,
        within(part, 'P'),
      ),
    );
  }
  const rows = citedForRows(plan, exhibit, cites, part, places, fonts);
  if (rows.length > 0) {
    y += 30;
    items.push({
      kind: 'line',
      x1: MARGIN + 40,
      x2: PAGE_WIDTH - MARGIN - 40,
      y1: y,
      y2: y,
      width: 0.5,
      color: HAIRLINE,
    });
    put(rows);
  }
  return { items };
}

/** The letter below is a word of its own. */
function spaced(item: Item): Item {
  return item.kind === 'text' ? { ...item, spaceAfter: true } : item;
}

function factSpans(exhibit: Exhibit, places: Places): readonly Span[] {
  const date = exhibit.date === undefined ? '' : `${shortDate(exhibit.date)}  ·  `;
  const target = firstPage(exhibit);
  return [
    { text: `${date}${pageCountText(exhibit.pages.length)}  ·  stamped `, face: 'sans', color: QUIET },
    {
      text: (numbering) => {
        const first = numbering.pageOf(target) ?? 1;
        return stampSpan(numbering.stampAt(first), numbering.stampAt(first + exhibit.pages.length - 1));
      },
      reserve: exhibit.pages.length > 1 ? `${places.widestStamp}–${places.widestNumber}` : places.widestStamp,
      face: 'sans',
      color: LINK,
      target,
    },
  ];
}

/** “Cited for: …, letter p. 0002, 0003”, one entry per ground, each page linked back. */
function citedForRows(
  plan: PacketPlan,
  exhibit: Exhibit,
  cites: readonly PlacedMark[],
  part: Tag | undefined,
  places: Places,
  fonts: Fonts,
): readonly Row[] {
  const sheetsByGround = new Map<GroundId | undefined, Set<number>>();
  for (const { mark, sheet } of cites) {
    if (mark.kind !== 'cite' || !pointsInto(mark, exhibit)) continue;
    sheetsByGround.set(mark.groundId, (sheetsByGround.get(mark.groundId) ?? new Set()).add(sheet));
  }
  if (sheetsByGround.size === 0) return [];
  const indent = { indent: 52, indentRight: 40 };
  const head = paragraphRows(
    [{ text: 'Cited for', face: 'sans-bold', color: QUIET }],
    { size: 9.5, leading: 14, before: 12, ...indent, indent: 40 },
    COLUMN,
    fonts,
    within(part, 'P'),
  );
  const list = within(part, 'L');
  const entries = [...sheetsByGround].flatMap(([groundId, sheets]) => {
    const at = plan.matrix.findIndex((row) => row.groundId === groundId);
    const heading = at < 0 ? 'Background' : numbered(plan.matrix[at]?.heading ?? '', at + 1);
    return paragraphRows(
      [{ text: `${heading}, `, face: 'serif', color: INK }, ...backLinks([...sheets], places)],
      { size: 10.5, leading: 14.5, before: 3, ...indent, indent: 40 },
      COLUMN,
      fonts,
      within(within(list, 'LI'), 'LBody'),
    );
  });
  return [...head, ...entries];
}

/** True when a citation names a page of this exhibit: another part of the same paper may be another exhibit. */
function pointsInto(mark: Extract<PlacedMark['mark'], { kind: 'cite' }>, { documentId, pages }: Exhibit): boolean {
  return mark.documentId === documentId && pages.some((page) => page >= mark.pageNumber && page <= mark.toPage);
}

function backLinks(sheets: readonly number[], places: Places): readonly Span[] {
  return sheets
    .toSorted((a, b) => a - b)
    .flatMap((sheet, index): readonly Span[] => {
      const target = { kind: 'letter', sheet } as const;
      const lead: Span = { text: index === 0 ? 'letter p.\u00a0' : ', ', face: 'serif', color: QUIET };
      const page: Span = {
        text: (numbering) => numbering.stampAt(numbering.pageOf(target) ?? 0),
        reserve: places.widestStamp,
        face: 'serif',
        color: LINK,
        target,
      };
      return [lead, page];
    });
}

/** The tab at the right edge, lower for each next exhibit. */
function edgeTab(label: string, index: number, fonts: Fonts): readonly Item[] {
  const y = MARGIN + (index % TAB_PLACES) * ((PAGE_HEIGHT - 2 * MARGIN - TAB_HEIGHT) / (TAB_PLACES - 1));
  const x = PAGE_WIDTH - TAB_WIDTH;
  const size = label.length > 2 ? 11 : 17;
  const width = fonts.width(label, 'sans-bold', size);
  return [
    { kind: 'rect', x, y, w: TAB_WIDTH + 8, h: TAB_HEIGHT, radius: 7, fill: ACCENT },
    {
      kind: 'text',
      x: x + (TAB_WIDTH - width) / 2 + 1,
      y: y + TAB_HEIGHT / 2 + size * 0.34,
      size,
      face: 'sans-bold',
      color: [1, 1, 1],
      text: label,
    },
  ];
}
