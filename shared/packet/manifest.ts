// The manifest: the files of a version with their hashes, and which source became which exhibit. Pure; the same version gives the same text.
import type { Packet, PacketCopy, PacketPlan } from '../model/packet.ts';

export interface ManifestFile {
  readonly fileName: string;
  readonly what: string;
  readonly pages?: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ManifestExhibit {
  readonly label: string;
  readonly title: string;
  /** Pages of the source, as ranges: “1–3, 7”. */
  readonly sourcePages: string;
  readonly fromStamp: string;
  readonly toStamp: string;
  readonly pages: number;
}

/** A paper as it was imported: its hash is that of the file the user has. */
export interface ManifestSource {
  readonly sha256: string;
  readonly bytes: number;
  readonly exhibits: readonly ManifestExhibit[];
}

export interface Manifest {
  readonly title: string;
  readonly version: number;
  readonly createdOn: string;
  readonly draft: boolean;
  readonly firstStamp: string;
  readonly lastStamp: string;
  readonly files: readonly ManifestFile[];
  readonly sources: readonly ManifestSource[];
  readonly howToCheck: string;
}

/** How anybody checks the hashes, on any system. */
export const HOW_TO_CHECK =
  'To check a file, compute its SHA-256 and compare: “sha256sum FILE” (Linux), “shasum -a 256 FILE” (macOS), “certutil -hashfile FILE SHA256” (Windows). The same 64 signs mean the same file, byte for byte.';

const KINDS: Readonly<Record<PacketCopy['kind'], string>> = {
  volume: 'Volume',
  fax: 'Fax copy',
  print: 'Print set',
  smaller: 'Smaller copy',
  encrypted: 'Copy with a password',
  'letter-docx': 'Letter to edit',
  manifest: 'Manifest',
};

export interface ManifestInput {
  readonly packet: Packet;
  readonly fileName: string;
  readonly plan: PacketPlan;
  readonly stamps: { readonly first: string; readonly last: string };
  readonly copies: readonly PacketCopy[];
  readonly papers: ReadonlyMap<string, { readonly sha256: string; readonly byteLength: number }>;
}

/** Gathers the manifest. Earlier manifests are not listed: they are about the others. */
export function manifestOf({ packet, fileName, plan, stamps, copies, papers }: ManifestInput): Manifest {
  const ids = [...new Set(plan.exhibits.map(({ documentId }) => documentId))];
  return {
    title: plan.title,
    version: packet.version,
    createdOn: packet.createdOn,
    draft: packet.draft,
    firstStamp: stamps.first,
    lastStamp: stamps.last,
    files: [
      { fileName, what: 'Packet', pages: packet.pageCount, bytes: packet.byteLength, sha256: packet.sha256 },
      ...copies.filter(({ kind }) => kind !== 'manifest').map(fileOfCopy),
    ],
    sources: ids.flatMap((id) => {
      const paper = papers.get(id);
      if (paper === undefined) return [];
      const exhibits = plan.exhibits.filter(({ documentId }) => documentId === id);
      return [
        {
          sha256: paper.sha256,
          bytes: paper.byteLength,
          exhibits: exhibits.map(({ label, title, pages }) => {
            const row = packet.index.find((each) => each.label === label);
            return {
              label,
              title,
              sourcePages: rangesText(pages),
              fromStamp: row?.fromStamp ?? '',
              toStamp: row?.toStamp ?? '',
              pages: pages.length,
            };
          }),
        },
      ];
    }),
    howToCheck: HOW_TO_CHECK,
  };
}

function fileOfCopy({ kind, part, fileName, pageCount, byteLength, sha256 }: PacketCopy): ManifestFile {
  const of = part === undefined ? '' : ` ${part.number} of ${part.of}`;
  return {
    fileName,
    what: `${KINDS[kind]}${of}`,
    ...(pageCount === undefined ? {} : { pages: pageCount }),
    bytes: byteLength,
    sha256,
  };
}

/** “1–3, 7”: page numbers in their order. */
export function rangesText(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** The manifest as JSON. */
export function manifestJson(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The lines `sha256sum --check` takes: hash, two blanks, file name. */
export function manifestSums(manifest: Manifest): string {
  return manifest.files.map(({ sha256, fileName }) => `${sha256}  ${fileName}\n`).join('');
}

/** The manifest as a table (RFC 4180): one row for each file, one for each exhibit made of a source. */
export function manifestCsv(manifest: Manifest): string {
  const head = ['record', 'name', 'title', 'source pages', 'from', 'to', 'pages', 'bytes', 'sha256'];
  const files = manifest.files.map((file) => [
    'file',
    file.fileName,
    file.what,
    '',
    '',
    '',
    String(file.pages ?? ''),
    String(file.bytes),
    file.sha256,
  ]);
  const sources = manifest.sources.flatMap(({ sha256, bytes, exhibits }) =>
    exhibits.map(({ label, title, sourcePages, fromStamp, toStamp, pages }) => [
      'source',
      `Exhibit ${label}`,
      title,
      sourcePages,
      fromStamp,
      toStamp,
      String(pages),
      String(bytes),
      sha256,
    ]),
  );
  return [head, ...files, ...sources].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A cell that spreadsheets would take for a formula starts with an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
