// The packet: its plan (pure), and a built, immutable version of it.
import { z } from 'zod';
import { BlobId, CaseId, CopyId, DocumentId, GroundId, PacketId } from '../ids.ts';
import { Inline, Letter } from './letter.ts';
import { FrontPart, Marks, PacketPreset, Stamping } from './packet-setup.ts';
import { PageBox, PageRedaction, RedactionLogRow } from './redaction.ts';
import { DocumentKind, IsoDate } from './vocabulary.ts';

/** Evidence as it stands in a packet: a document's pages behind a tab sheet. */
export const Exhibit = z.object({
  /** Names the exhibit within its case, whatever its place (see ExhibitChoice). */
  key: z.string(),
  /** A, B, … Z, AA, AB…, or 1, 2, 3… */
  label: z.string(),
  title: z.string(),
  kind: DocumentKind,
  date: IsoDate.optional(),
  documentId: DocumentId,
  /** One-based page numbers of the document, in order. */
  pages: z.array(z.number().int().min(1)).min(1),
  /** The grounds this exhibit answers. */
  supports: z.array(GroundId),
});
export type Exhibit = z.infer<typeof Exhibit>;

/** Where a problem is mended. */
export const ProblemPlace = z.discriminatedUnion('at', [
  z.object({ at: z.literal('reason'), groundId: GroundId }),
  /** `label` is that of the blank. */
  z.object({ at: z.literal('letter'), label: z.string().optional() }),
  z.object({ at: z.literal('facts') }),
  z.object({ at: z.literal('page'), documentId: DocumentId, pageNumber: z.number().int().min(1) }),
  /** An exhibit in the list of the packet screen. */
  z.object({ at: z.literal('exhibit'), key: z.string() }),
  z.object({ at: z.literal('deadline') }),
  z.object({ at: z.literal('setup') }),
  z.object({ at: z.literal('redactions') }),
  z.object({ at: z.literal('review') }),
]);
export type ProblemPlace = z.infer<typeof ProblemPlace>;

/** Something to mend before the packet leaves. `blocks` allows only a marked draft. */
export const Problem = z.object({
  code: z.enum([
    'no-grounds',
    'ground-unanswered',
    'ground-without-evidence',
    'evidence-unconfirmed',
    'blank',
    'cited-page-missing',
    'quote-not-on-page',
    'exhibit-uncited',
    'hard-to-read',
    'duplicate-exhibit',
    'deadline-near',
    'deadline-passed',
    'deadline-unknown',
    'no-exhibits',
    'plan-type-unconfirmed',
    'sensitive-page',
    'page-left-out',
    'denial-left-out',
    'enclosure-missing',
    'signature-missing',
    'over-limit',
    'redaction-pending',
    'remarks-open',
    'redacted-words-remain',
  ]),
  severity: z.enum(['blocks', 'warns', 'notes']),
  sentence: z.string(),
  groundId: GroundId.optional(),
  documentId: DocumentId.optional(),
  pageNumber: z.number().int().optional(),
  /** Missing in packets built before there were places. */
  go: ProblemPlace.optional(),
});
export type Problem = z.infer<typeof Problem>;

/** One row per ground: the reason, where it is answered, and the exhibit pages that prove it. */
export const MatrixRow = z.object({
  groundId: GroundId,
  heading: z.string(),
  /** The first sentence the user wrote in answer. */
  answer: z.string().optional(),
  /** The criteria of the policy its pages meet, by their label or first words. */
  criteria: z.array(z.string()).optional(),
  denial: z.array(z.object({ documentId: DocumentId, pageNumber: z.number().int() })),
  evidence: z.array(z.object({ documentId: DocumentId, fromPage: z.number().int(), toPage: z.number().int() })),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

/** A table of the app's own: criteria and facts, treatment history, scores, chronology. A row has one cell for each column. */
export const PacketTable = z.object({
  id: z.enum(['crosswalk', 'history', 'scores', 'timeline']),
  title: z.string(),
  explanation: z.string(),
  /** Shares of the width; together 1. */
  columns: z.array(z.object({ heading: z.string(), share: z.number().positive() })),
  rows: z.array(z.array(z.array(Inline))),
});
export type PacketTable = z.infer<typeof PacketTable>;

/** The transmittal sheet before everything else: who sends what to whom. Says nothing of health; the number of pages is added when it is known. */
export const CoverSheet = z.object({
  heading: z.string(),
  rows: z.array(z.object({ label: z.string(), value: z.array(Inline) })),
  /** What somebody who got it by mistake is asked to do. */
  notice: z.string(),
});
export type CoverSheet = z.infer<typeof CoverSheet>;

/** Words of a page that a packet marks, and what is written beside them. */
export const PageMark = z.object({
  documentId: DocumentId,
  pageNumber: z.number().int().min(1),
  boxes: z.array(PageBox).min(1),
  /** Printed in the margin, e.g. “Reason 2”; missing for none. */
  note: z.string().max(200).optional(),
  groundId: GroundId.optional(),
});
export type PageMark = z.infer<typeof PageMark>;

/** Everything the composer needs to know, but for bytes and words. */
export const PacketPlan = z.object({
  caseId: CaseId,
  title: z.string(),
  draft: z.boolean(),
  createdOn: IsoDate,
  preset: PacketPreset,
  stamping: Stamping,
  /** The front parts, in order; one that has no pages is left out by itself. */
  parts: z.array(FrontPart),
  marks: Marks,
  /** Missing when the plan has no such part. */
  cover: CoverSheet.optional(),
  letter: Letter,
  matrix: z.array(MatrixRow),
  tables: z.array(PacketTable),
  exhibits: z.array(Exhibit),
  highlights: z.array(PageMark),
  redactions: z.array(PageRedaction),
  problems: z.array(Problem),
});
export type PacketPlan = z.infer<typeof PacketPlan>;

/** A page of the packet as it would be built now. */
export const PreviewPage = z.object({
  kind: z.enum(['cover', 'letter', 'matrix', 'index', 'tables', 'tab', 'exhibit']),
  /** What is stamped there. */
  stamp: z.string(),
  /** Of the exhibit, on its tab sheet and its pages. */
  label: z.string().optional(),
  title: z.string().optional(),
  key: z.string().optional(),
  /** The page of a paper that stands here. */
  documentId: DocumentId.optional(),
  pageNumber: z.number().int().min(1).optional(),
  /** Parts of it are blacked out. */
  isBlacked: z.boolean().optional(),
});
export type PreviewPage = z.infer<typeof PreviewPage>;

/** One row of the index of exhibits as printed. */
export const IndexRow = z.object({
  label: z.string(),
  title: z.string(),
  date: IsoDate.optional(),
  pageCount: z.number().int(),
  fromStamp: z.string(),
  toStamp: z.string(),
  supports: z.string(),
});
export type IndexRow = z.infer<typeof IndexRow>;

/** One thing that was looked at in a finished file. `detail` says where it failed or why it was not looked at, never words of a paper. */
export const PacketCheck = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['passed', 'failed', 'not-checked']),
  detail: z.string(),
  /** Pages of the file (one-based) to look at; missing when there is nothing to see. */
  pages: z.array(z.number().int().min(1)).optional(),
});
export type PacketCheck = z.infer<typeof PacketCheck>;

/** A built packet: an immutable version in the vault. */
export const Packet = z.object({
  id: PacketId,
  caseId: CaseId,
  version: z.number().int().min(1),
  createdOn: IsoDate,
  draft: z.boolean(),
  preset: PacketPreset.default('internal-appeal'),
  pageCount: z.number().int(),
  byteLength: z.number().int(),
  sha256: z.string(),
  /** The PDF's own name for itself, hexadecimal: tells a copy that comes back with remarks. Missing for packets of before it was kept. */
  fileId: z.string().optional(),
  blobId: BlobId,
  index: z.array(IndexRow),
  problems: z.array(Problem),
  /** What was checked in the finished file; empty for packets of before this was kept. */
  checks: z.array(PacketCheck).default([]),
  /** What was blacked out, page by page; without the words. Missing when nothing was. */
  redactionLog: z.array(RedactionLogRow).optional(),
});
export type Packet = z.infer<typeof Packet>;

/** Another file made of a version of a packet. */
export const PacketCopy = z.object({
  id: CopyId,
  packetId: PacketId,
  kind: z.enum(['volume', 'fax', 'print', 'smaller', 'encrypted', 'letter-docx', 'manifest']),
  /** Name offered when it is saved; holds no name of a person. */
  fileName: z.string(),
  mediaType: z.string(),
  createdOn: IsoDate,
  byteLength: z.number().int(),
  sha256: z.string(),
  blobId: BlobId,
  /** Pages of it, for files that have some. */
  pageCount: z.number().int().optional(),
  /** Which volume of how many. */
  part: z.object({ number: z.number().int().min(1), of: z.number().int().min(1) }).optional(),
  /** What the user should know of it, in a sentence; empty for nothing. */
  note: z.string().default(''),
  checks: z.array(PacketCheck).default([]),
});
export type PacketCopy = z.infer<typeof PacketCopy>;
