// The manifest as a PDF to read and print: files with their hashes, sources with the exhibits they became, and how to check.
import { pageCountText, shortDate, stampSpan } from '../../../shared/packet/labels.ts';
import type { Manifest } from '../../../shared/packet/manifest.ts';
import type { Fonts } from '../fonts.ts';
import { paginate } from '../layout/paginate.ts';
import { keepTogether, paragraphRows } from '../layout/rows.ts';
import { sectionHead } from '../layout/section.ts';
import { COLUMN, INK, MARGIN, PAGE_HEIGHT, QUIET, type Row, type Sheet } from '../layout/sheet.ts';
import type { Span } from '../layout/spans.ts';
import { sheetsFile } from '../sheets-file.ts';

/** Writes the manifest as a PDF of letter pages. The same manifest gives the same bytes. */
export function manifestPdf(manifest: Manifest, fontsDir: string): Promise<Uint8Array> {
  return sheetsFile({ title: `Manifest: ${manifest.title}`, fontsDir, lay: (fonts) => sheetsOf(manifest, fonts) });
}

function sheetsOf(manifest: Manifest, fonts: Fonts): readonly Sheet[] {
  const lines = (spans: readonly Span[], indent = 0) =>
    paragraphRows(spans, { size: 10, leading: 14, before: 2, indent, together: true }, COLUMN, fonts);
  const piece = (name: string, facts: string, more: readonly string[], sha256: string): readonly Row[] => {
    const [head, ...rest] = [
      ...paragraphRows(
        [
          { text: name, face: 'sans-bold', color: INK },
          { text: `  ${facts}`, face: 'sans', color: QUIET },
        ],
        { size: 10, leading: 14, before: 10, together: true },
        COLUMN,
        fonts,
      ),
      ...more.flatMap((text) => lines([{ text, face: 'sans', color: INK }], 12)),
      ...paragraphRows(
        [{ text: sha256, face: 'mono', color: INK }],
        { size: 8.5, leading: 13, before: 2, indent: 12, together: true },
        COLUMN,
        fonts,
      ),
    ];
    return head === undefined ? [] : keepTogether([head, ...rest]);
  };
  const version = `${manifest.title}. Version ${manifest.version}, ${shortDate(manifest.createdOn)}, stamped ${stampSpan(manifest.firstStamp, manifest.lastStamp)}${manifest.draft ? ', a draft' : ''}.`;
  const rows = [
    ...sectionHead('Manifest', version, fonts),
    ...paragraphRows([{ text: 'Files', face: 'serif-bold', color: INK }], HEADING, COLUMN, fonts),
    ...manifest.files.flatMap(({ fileName, what, pages, bytes, sha256 }) =>
      piece(fileName, factsText(what, pages, bytes), [], sha256),
    ),
    ...paragraphRows([{ text: 'Sources', face: 'serif-bold', color: INK }], HEADING, COLUMN, fonts),
    ...manifest.sources.flatMap(({ sha256, bytes, exhibits }) =>
      piece(
        exhibits.map(({ label }) => `Exhibit ${label}`).join(', '),
        `${grouped(bytes)} bytes as imported`,
        exhibits.map(
          ({ label, title, sourcePages, fromStamp, toStamp, pages }) =>
            `${label}: ${title}, ${pages === 1 ? 'page' : 'pages'} ${sourcePages} of the file, stamped ${stampSpan(fromStamp, toStamp)}`,
        ),
        sha256,
      ),
    ),
    ...paragraphRows([{ text: 'How to check', face: 'serif-bold', color: INK }], HEADING, COLUMN, fonts),
    ...lines([{ text: manifest.howToCheck, face: 'sans', color: INK }]),
  ];
  return paginate(rows, { left: MARGIN, top: MARGIN, bottom: PAGE_HEIGHT - MARGIN }).sheets;
}

const HEADING = { size: 13, leading: 18, before: 18, together: true } as const;

function factsText(what: string, pages: number | undefined, bytes: number): string {
  return [what, ...(pages === undefined ? [] : [pageCountText(pages)]), `${grouped(bytes)} bytes`].join(', ');
}

function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
