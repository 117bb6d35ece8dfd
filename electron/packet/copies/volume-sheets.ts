// The sheets each volume starts with: a cover that says which volume this is and what is in it, and the index of all exhibits.
import type { Packet } from '../../../shared/model/packet.ts';
import { pageCountText, shortDate, stampSpan } from '../../../shared/packet/labels.ts';
import { type VolumePages, volumeName, volumeOf } from '../../../shared/packet/volumes.ts';
import type { Fonts } from '../fonts.ts';
import { type Pages, paginate } from '../layout/paginate.ts';
import { paragraphRows, ruleRow } from '../layout/rows.ts';
import { sectionHead } from '../layout/section.ts';
import {
  ACCENT,
  COLUMN,
  HAIRLINE,
  INK,
  LINK,
  MARGIN,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  QUIET,
  type Row,
  type Sheet,
} from '../layout/sheet.ts';
import type { Span } from '../layout/spans.ts';
import { type Column, tableFoot, tableHead, tableRow } from '../layout/table.ts';
import { partTag, type Role, type Tag, tagged } from '../layout/tag.ts';
import type { ExhibitPlace } from './exhibit-pages.ts';
import type { FilePage } from './rearrange.ts';

export interface VolumeSheetsInput {
  readonly packet: Packet;
  readonly title: string;
  readonly volumes: readonly VolumePages[];
  readonly fileNames: readonly string[];
  readonly exhibits: readonly ExhibitPlace[];
  readonly labelOf: (packetPage: number) => string;
}

const FRAME = { left: MARGIN, top: MARGIN, bottom: PAGE_HEIGHT - MARGIN } as const;

/** The cover and the index of a volume (one-based), labelled “V2-1”, “V2-2”… outside the packet's own numbering. */
export function volumeSheets(input: VolumeSheetsInput, volume: number, fonts: Fonts): readonly FilePage[] {
  const cover = coverPages(input, volume, fonts).sheets;
  const index = indexPages(input, fonts).sheets;
  return [...cover, ...index].map((sheet, at) => {
    const label = `V${volume}-${at + 1}`;
    const bookmark =
      at === 0 ? volumeName(volume, input.volumes.length) : at === cover.length ? 'Index of all volumes' : undefined;
    return {
      kind: 'own',
      sheet: labelled(sheet, label, input.packet.draft, fonts),
      label,
      ...(bookmark === undefined ? {} : { bookmark }),
    };
  });
}

/** Label at the foot where the stamps stand, in a lighter hand; on a draft's sheets the word itself. */
function labelled(sheet: Sheet, label: string, draft: boolean, fonts: Fonts): Sheet {
  const text = draft ? `DRAFT · ${label}` : label;
  const x = PAGE_WIDTH - 22 - fonts.width(text, 'sans', 10);
  return {
    items: [...sheet.items, { kind: 'text', x, y: PAGE_HEIGHT - 22, size: 10, face: 'sans', color: QUIET, text }],
  };
}

function coverPages(input: VolumeSheetsInput, volume: number, fonts: Fonts): Pages {
  const { volumes, labelOf } = input;
  const own = volumes[volume - 1] ?? { from: 1, to: 1 };
  const last = volumes.at(-1)?.to ?? own.to;
  const part = partTag(volumeName(volume, volumes.length));
  const text = (
    words: string,
    style: { size: number; leading: number; before: number },
    span: Partial<Span> = {},
    role: Role = 'P',
  ) => paragraphRows([{ text: words, face: 'serif', color: INK, ...span }], style, COLUMN, fonts, tagged(role, part));
  const inside = tagged('L', part);
  const all = tagged('L', part);
  const pages = `Pages ${stampSpan(labelOf(own.from), labelOf(own.to))} of ${stampSpan(labelOf(1), labelOf(last))}, ${pageCountText(own.to - own.from + 1)}`;
  return paginate(
    [
      ...text(volumeName(volume, volumes.length), { size: 34, leading: 44, before: 0 }, { color: ACCENT }, 'H1'),
      ...text(input.title, { size: 15, leading: 20, before: 6 }, { face: 'serif-bold' }),
      ...text(`${pages}. Version ${input.packet.version}, ${shortDate(input.packet.createdOn)}.`, BODY, QUIET_SANS),
      ruleRow({ before: 16, after: 4, width: 0.9, color: ACCENT, to: COLUMN }),
      ...text('In this volume', HEADING, { face: 'serif-bold' }, 'H2'),
      ...contents(input, own).flatMap((spans) =>
        paragraphRows(spans, { ...BODY, before: 3 }, COLUMN, fonts, entryOf(inside)),
      ),
      ruleRow({ before: 14, after: 2, width: 0.5, color: HAIRLINE, to: COLUMN }),
      ...text('All volumes', HEADING, { face: 'serif-bold' }, 'H2'),
      ...volumes.flatMap(({ from, to }, index) =>
        fileRows(input, index, stampSpan(labelOf(from), labelOf(to)), fonts, entryOf(all)),
      ),
      ...text(
        'Keep the files in one folder under these names: links lead from one volume to the other. Page numbers run on from volume to volume.',
        { ...BODY, before: 10 },
        QUIET_SANS,
      ),
    ],
    FRAME,
  );
}

const HEADING = { size: 13, leading: 18, before: 10 } as const;
const BODY = { size: 10.5, leading: 15, before: 4 } as const;
const QUIET_SANS = { face: 'sans', color: QUIET } as const;

/** What an entry of a list says; a new entry each time. */
function entryOf(list: Tag): Tag {
  return tagged('LBody', tagged('LI', list));
}

function fileRows(input: VolumeSheetsInput, index: number, stamps: string, fonts: Fonts, entry: Tag): readonly Row[] {
  const spans: readonly Span[] = [
    { text: `${volumeName(index + 1, input.volumes.length)}: `, face: 'sans-bold', color: INK },
    { text: `pages ${stamps}, file `, face: 'sans', color: INK },
    { text: input.fileNames[index] ?? '', face: 'mono', color: QUIET },
  ];
  return paragraphRows(spans, { size: 9.5, leading: 14, before: 3 }, COLUMN, fonts, entry);
}

/** What stands on the pages of a volume: the front pages, and each exhibit with the pages it has here. */
function contents({ exhibits, labelOf }: VolumeSheetsInput, { from, to }: VolumePages): readonly (readonly Span[])[] {
  const firstTab = exhibits[0]?.tab ?? to + 1;
  const front: readonly Span[] = [
    { text: 'Letter and front pages', face: 'sans', color: INK },
    { text: `, ${stampSpan(labelOf(from), labelOf(Math.min(to, firstTab - 1)))}`, face: 'sans', color: QUIET },
  ];
  const inside = exhibits.flatMap(({ row, tab, first, last }): readonly (readonly Span[])[] => {
    if (last < from || tab > to) return [];
    const [start, end] = [Math.max(first, from), Math.min(last, to)];
    const notes = [start > first ? 'continued' : '', end < last ? 'continues in the next volume' : ''].filter(Boolean);
    const stamps = stampSpan(labelOf(start), labelOf(end));
    return [
      [
        { text: `Exhibit ${row.label}`, face: 'sans-bold', color: LINK, target: { kind: 'tab', label: row.label } },
        { text: `  ${row.title}`, face: 'sans', color: INK },
        { text: `, ${stamps}${notes.map((note) => `, ${note}`).join('')}`, face: 'sans', color: QUIET },
      ],
    ];
  });
  return from < firstTab ? [front, ...inside] : inside;
}

/** The index of all exhibits, each row with its volume. */
function indexPages(input: VolumeSheetsInput, fonts: Fonts): Pages {
  const widest = Math.max(
    ...input.exhibits.map(({ row }) => fonts.width(stampSpan(row.fromStamp, row.toStamp), 'sans', 9.5)),
  );
  const stamped = Math.min(150, Math.max(62, widest + 1));
  const columns: readonly Column[] = [
    { heading: 'Ex.', width: 26 },
    { heading: 'Paper', width: 204 - (stamped - 62) },
    { heading: 'Date', width: 62 },
    { heading: 'Stamped', width: stamped },
    { heading: 'Volume', width: 54 },
  ];
  const part = partTag('Index of all volumes');
  const table = tagged('Table', part);
  const rows = input.exhibits.flatMap(({ row, tab, last }, index) => {
    const cell = (text: string, more: Partial<Span> = {}) => [
      [{ text, face: 'sans', color: INK, ...more } satisfies Span],
    ];
    const target = { kind: 'tab', label: row.label } as const;
    const span = [volumeOf(input.volumes, tab), volumeOf(input.volumes, last)];
    const cells = [
      cell(row.label, { face: 'sans-bold', color: LINK, target }),
      cell(row.title),
      cell(row.date === undefined ? '—' : shortDate(row.date)),
      cell(stampSpan(row.fromStamp, row.toStamp), { color: LINK }),
      cell([...new Set(span)].join('–')),
    ];
    return tableRow(columns, { cells, target }, index === 0, fonts, table);
  });
  const head = tableHead(columns, fonts, table);
  const intro = `Of all ${input.volumes.length} volumes. A row leads to the exhibit, also when it stands in another volume.`;
  return paginate(
    [
      ...sectionHead('Index of all volumes', intro, fonts, part),
      ...head.map((row) => ({ ...row, breakBefore: false })),
      ...rows,
      tableFoot(columns),
    ],
    FRAME,
    head,
  );
}
