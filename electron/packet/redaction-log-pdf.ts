// The redaction log as a PDF: one row for each page, with stamp, number of boxes, why and how they came about.
import type { RedactionLogRow } from '../../shared/model/redaction.ts';
import { BY_WORDS, WHY_WORDS } from '../../shared/packet/redaction/report.ts';
import type { Fonts } from './fonts.ts';
import { paginate } from './layout/paginate.ts';
import { sectionHead } from './layout/section.ts';
import { COLUMN, INK, MARGIN, PAGE_HEIGHT, type Sheet } from './layout/sheet.ts';
import { TABLE_GAP, tableFoot, tableHead, tableRow } from './layout/table.ts';
import { sheetsFile } from './sheets-file.ts';

const EXPLANATION =
  'The parts listed here were removed from the pages: the words are in neither text nor pictures of the packet. The papers themselves are unchanged.';
const SHARES = [
  { heading: 'Exhibit page', share: 0.24 },
  { heading: 'Stamped', share: 0.16 },
  { heading: 'Boxes', share: 0.08 },
  { heading: 'Why', share: 0.28 },
  { heading: 'How', share: 0.24 },
];

/** The log as a PDF of Letter pages. Throws when a font of `fontsDir` is missing. */
export function redactionLogPdf(log: readonly RedactionLogRow[], title: string, fontsDir: string): Promise<Uint8Array> {
  return sheetsFile({ title, fontsDir, lay: (fonts) => layoutLog(log, title, fonts) });
}

function layoutLog(log: readonly RedactionLogRow[], title: string, fonts: Fonts): readonly Sheet[] {
  const room = COLUMN - TABLE_GAP * (SHARES.length - 1);
  const columns = SHARES.map(({ heading, share }) => ({ heading, width: room * share }));
  const head = tableHead(columns, fonts);
  const rows = log.flatMap(({ label, place, stamp, boxes, why, by }, index) => {
    const texts = [
      `Exhibit ${label}, page ${place}`,
      stamp,
      String(boxes),
      why.map((each) => WHY_WORDS[each]).join('; '),
      by.map((each) => BY_WORDS[each]).join('; '),
    ];
    const cells = texts.map((text) => [[{ text, face: 'sans', color: INK } as const]]);
    return tableRow(columns, { cells }, index === 0, fonts);
  });
  const intro = log.length === 0 ? 'Nothing is blacked out in this packet.' : EXPLANATION;
  const table =
    log.length === 0 ? [] : [...head.map((row) => ({ ...row, breakBefore: false })), ...rows, tableFoot(columns)];
  const frame = { left: MARGIN, top: MARGIN, bottom: PAGE_HEIGHT - MARGIN };
  return paginate([...sectionHead(title, intro, fonts), ...table], frame, head).sheets;
}
