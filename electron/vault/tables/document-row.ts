// A row of the table `document` as the library line it stands for.
import { z } from 'zod';
import { kindInWords } from '../../../shared/cases/kind-words.ts';
import { type BlobId, DocumentId } from '../../../shared/ids.ts';
import type { DocumentSummary, FileFormat } from '../../../shared/model/document.ts';
import { Tag } from '../../../shared/model/search.ts';
import type { DocumentKind } from '../../../shared/model/vocabulary.ts';
import { parseStored } from './stored-json.ts';

export interface DocumentRow {
  readonly sequence: number;
  readonly id: DocumentId;
  readonly file_name: string;
  readonly format: FileFormat;
  readonly byte_length: number;
  readonly sha256: string;
  readonly blob_id: BlobId;
  readonly state: 'reading' | 'ready' | 'failed';
  readonly error_code: string | null;
  readonly trashed: 0 | 1;
  readonly page_count: number;
  readonly hard_pages: number;
  readonly read_kind: DocumentKind | null;
  readonly read_title: string | null;
  readonly read_date: string | null;
  readonly reason_count: number;
  readonly user_kind: DocumentKind | null;
  readonly user_title: string | null;
  readonly user_note: string;
  readonly read_payer: string | null;
  readonly read_provider: string | null;
  /** A JSON list. */
  readonly user_tags: string;
  /** The mails it was attached to, a JSON list of ids. */
  readonly came_with: string;
}

const CAME_WITH = `(SELECT json_group_array(mail.id) FROM attached JOIN document AS mail ON mail.sequence = attached.mail
   WHERE attached.paper = document.sequence AND mail.trashed = 0) AS came_with`;

/** The columns of `DocumentRow`: all but the long JSON of the reading. */
export const DOCUMENT_COLUMNS = `${[
  'sequence',
  'id',
  'file_name',
  'format',
  'byte_length',
  'sha256',
  'blob_id',
  'state',
  'error_code',
  'trashed',
  'page_count',
  'hard_pages',
  'read_kind',
  'read_title',
  'read_date',
  'reason_count',
  'user_kind',
  'user_title',
  'user_note',
  'read_payer',
  'read_provider',
  'user_tags',
]
  .map((name) => `document.${name}`)
  .join(', ')}, ${CAME_WITH}`;

/**
 * Papers that are shown, as a condition on `document`: not in the trash, and not folded beneath a paper that was arranged from their pages. What a
 * case still names is never folded away.
 */
export const IS_SHOWN = `document.trashed = 0 AND NOT (
  document.sequence IN (
    SELECT arranged_page.source FROM arranged_page JOIN document AS made ON made.sequence = arranged_page.paper WHERE made.trashed = 0
  ) AND NOT EXISTS (SELECT 1 FROM "case" WHERE instr("case".value, document.id))
)`;

const TAGS = z.array(Tag);
const IDS = z.array(DocumentId);

/** The line of the library. The user's kind and title win over what was read. */
export function toSummary(row: DocumentRow): DocumentSummary {
  const cameWith = parseStored(IDS, row.came_with);
  return {
    id: row.id,
    fileName: row.file_name,
    title: titleOf(row),
    format: row.format,
    byteLength: row.byte_length,
    sha256: row.sha256,
    pageCount: row.page_count,
    kind: kindOf(row),
    kindConfirmed: row.user_kind !== null,
    ...(row.read_date === null ? {} : { date: row.read_date }),
    ...(row.read_payer === null ? {} : { payer: row.read_payer }),
    ...(row.read_provider === null ? {} : { provider: row.read_provider }),
    tags: parseStored(TAGS, row.user_tags),
    state: row.state,
    ...(row.state !== 'failed' || row.error_code === null ? {} : { failure: row.error_code }),
    sequence: row.sequence,
    hardPages: row.hard_pages,
    reasonCount: row.reason_count,
    note: row.user_note,
    ...(cameWith.length === 0 ? {} : { cameWith }),
  };
}

/** The user's title, else the paper's own, else its kind in plain words and the file name; the file name alone while the kind isn't known. */
export function titleOf(
  row: Pick<DocumentRow, 'user_title' | 'read_title' | 'user_kind' | 'read_kind' | 'file_name'>,
): string {
  const kind = kindOf(row);
  const named = kind === 'other' ? row.file_name : `${kindInWords(kind)}: ${row.file_name}`;
  return row.user_title ?? row.read_title ?? named;
}

function kindOf(row: Pick<DocumentRow, 'user_kind' | 'read_kind'>): DocumentKind {
  return row.user_kind ?? row.read_kind ?? 'other';
}
