// What the rest of the core sees of the vault: the only place that writes user data to disk.

import type { ErrorCode } from '../../shared/errors.ts';
import type { BlobId, CaseId, CopyId, DocumentId, EntryId, JobId, PacketId } from '../../shared/ids.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { ArrangedPage } from '../../shared/model/arrangement.ts';
import type { Case } from '../../shared/model/case.ts';
import type { DocumentSummary, FileFormat, FullDocument, PageSummary, SearchHit } from '../../shared/model/document.ts';
import type { Corrections, Reading } from '../../shared/model/finding.ts';
import type { Job } from '../../shared/model/job.ts';
import type { LookalikeVerdict } from '../../shared/model/lookalike.ts';
import type { Packet, PacketCopy, PacketPlan } from '../../shared/model/packet.ts';
import type { Page } from '../../shared/model/page.ts';
import type { Preferences } from '../../shared/model/preferences.ts';
import type { KeptSearch, KeptSearchId, SearchFilter } from '../../shared/model/search.ts';
import type { Strays, Swept } from '../../shared/model/strays.ts';
import type { DocumentKind } from '../../shared/model/vocabulary.ts';
import type { KdfParams } from '../../shared/vault-format/header.ts';
import type { Generation } from './backup/generations.ts';
import type { LastBackup } from './backup/last-backup.ts';
import type { BackupOptions } from './backup/progress.ts';
import type { BlobReader, BlobSink } from './blob-store.ts';
import type { KeptForms } from './kept-forms.ts';
import type { RecoveryWords } from './recovery-words.ts';
import type { OlderPagesTable } from './tables/older-pages.ts';
import type { Trash } from './tables/trash.ts';

/** Bytes stored as one age file; `kind` and the owner are bound inside the ciphertext. */
export type BlobKind = 'original' | 'page-picture' | 'packet';

export interface NewDocument {
  readonly fileName: string;
  readonly format: FileFormat;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A paper's original. */
export interface OriginalFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
  /** Missing for a file that opens without one, or whose password nobody gave yet. */
  readonly password: string | undefined;
}

/** The papers. Every method that returns has made its change durable (committed with synchronous=FULL). */
export interface DocumentTable {
  /** Stores the original and its row, in the import order of FORMAT.md; state `reading`. Durable on return. */
  add(document: NewDocument): Promise<DocumentSummary>;
  /** The same, unless there is a paper with exactly these bytes (also in the trash, also one on its way): then that one. Uses a keyed hash. */
  addUnlessKnown(document: NewDocument): Promise<{ readonly document: DocumentSummary; readonly isKnown: boolean }>;
  /** Notes that a paper was attached to a mail; noting it again changes nothing. Throws document-not-found. */
  attach(mail: DocumentId, paper: DocumentId): void;
  /** Stores a page: its words, its search text and its picture (JPEG). Storing the same page again replaces it. */
  savePage(id: DocumentId, page: Page, pictureJpeg: Uint8Array): Promise<void>;
  /** Stores what was read, and by which version of the reader; sets the state to `ready`. The user's corrections stay in force. */
  saveReading(id: DocumentId, reading: Reading, readBy?: number): void;
  /** Papers read by an older version of the reader. */
  readBefore(version: number): readonly DocumentId[];
  /** Keeps the password a locked paper opens with; the paper is then to be read: state `reading`. */
  unlock(id: DocumentId, password: string): DocumentSummary;
  /** The password of a locked paper, once it was given. */
  passwordOf(id: DocumentId): string | undefined;
  /** The different passwords of all papers, the one given last first. */
  passwords(): readonly string[];
  /** Marks the document as failed to read; its original stays. */
  markFailed(id: DocumentId, code: ErrorCode): void;
  /** Documents whose reading was interrupted. */
  unfinished(): readonly DocumentId[];
  list(): readonly DocumentSummary[];
  /** Throws document-not-found. */
  summary(id: DocumentId): DocumentSummary;
  pages(id: DocumentId): readonly PageSummary[];
  /** Throws page-not-found. */
  page(id: DocumentId, pageNumber: number): Page;
  /** With the user's kind and corrections applied. An empty reading while the document is still being read. */
  reading(id: DocumentId): Reading;
  /** With its words. The same object, page by page too, as long as nothing of it changed: nobody may change it. */
  full(id: DocumentId): FullDocument;
  /** All papers of the list that are read, with their words: the same list as long as nothing of them changed. */
  ready(): readonly FullDocument[];
  /** Lets go of the words kept in memory. */
  letGo(): void;
  /** The bytes as imported, and what opens them when they are locked. */
  original(id: DocumentId): Promise<OriginalFile>;
  /** JPEG bytes. Throws page-not-found. */
  picture(id: DocumentId, pageNumber: number): Promise<Uint8Array>;
  /** Without a kind, what was read counts again. */
  setKind(id: DocumentId, kind: DocumentKind | undefined): DocumentSummary;
  /** The kind the user set; undefined when he set none. */
  kindByUser(id: DocumentId): DocumentKind | undefined;
  /** Changes what the user says of the reading, and answers with the reading as it then stands. */
  correct(id: DocumentId, change: (current: Corrections) => Corrections): Reading;
  setTitle(id: DocumentId, title: string): DocumentSummary;
  /** Each tag counts once. */
  setTags(id: DocumentId, tags: readonly string[]): DocumentSummary;
  setNote(id: DocumentId, note: string): DocumentSummary;
  trash(id: DocumentId): void;
  restore(id: DocumentId): void;
  /** Full-text search over words, titles, file names and notes; every word must occur, the last one may be a prefix, "quoted phrases" stay together. */
  search(query: string, limit: number, filter?: SearchFilter): readonly SearchHit[];
}

/** A page of a paper. */
export interface PagePlace {
  readonly documentId: DocumentId;
  readonly pageNumber: number;
}

/**
 * Notes and highlights. One belongs to its page wherever that page stands: it is kept with the page as it came, and shown on every paper that was
 * arranged with it.
 */
export interface AnnotationTable {
  /** All on the pages of a paper, each with its page in this paper; `proof` as it was kept. By page. */
  list(id: DocumentId): readonly Annotation[];
  /** As it is kept, with the page as it came; undefined when there is none. */
  get(id: EntryId): Annotation | undefined;
  /** Inserts or replaces; the page may be one of an arranged paper. Throws document-not-found. */
  save(annotation: Annotation): void;
  remove(id: EntryId): void;
  /** Every place where a page stands: as it came, and in papers arranged with it. */
  places(page: PagePlace): readonly PagePlace[];
}

/** Papers arranged anew from pages of others. Those are folded away, in lists and in the search, while the new ones are there and no case names them. */
export interface ArrangementTable {
  /** Keeps which pages new papers are made of, of all of them at once: from then on the papers they come from are folded away. Throws document-not-found. */
  record(made: readonly { readonly id: DocumentId; readonly pages: readonly ArrangedPage[] }[]): void;
  /** Empty for a paper as it came. */
  pages(id: DocumentId): readonly ArrangedPage[];
  /** The papers an arranged one was made of. */
  from(id: DocumentId): readonly DocumentSummary[];
  /** The papers made of this one that are not in the trash. */
  into(id: DocumentId): readonly DocumentSummary[];
}

/** Searches the user keeps. */
export interface KeptSearchTable {
  /** By name. */
  list(): readonly KeptSearch[];
  /** One of the same name is replaced. */
  keep(search: Omit<KeptSearch, 'id'>): KeptSearch;
  remove(id: KeptSearchId): void;
}

/** A paper that can be compared with others. */
export interface SignedPaper {
  readonly id: DocumentId;
  readonly sequence: number;
  readonly isTrashed: boolean;
  /** Its own date as it was read. */
  readonly date?: string;
}

/** What papers look like. */
export interface LookTable {
  /** The small picture of page 1, as JPEG, while the page still has the picture it was made of. */
  thumbnail(id: DocumentId): Uint8Array | undefined;
  /** The stored picture of page 1; undefined while there is none. */
  pagePicture(id: DocumentId): BlobId | undefined;
  /** Keeps a small picture made of `picture`. */
  keepThumbnail(id: DocumentId, picture: BlobId, jpeg: Uint8Array): void;
  /** Keeps what makes a paper recognisable, as `version` of its code made it. */
  sign(id: DocumentId, version: number, value: Uint8Array): void;
  /** Papers with a signature of this version, in the order of import, those in the trash too. */
  signed(version: number): readonly SignedPaper[];
  signature(id: DocumentId): Uint8Array | undefined;
  /** Papers that were read and have no signature of this version. */
  unsigned(version: number): readonly DocumentId[];
  /** The user's word on two papers that look alike; without a verdict it is taken back. Throws document-not-found. */
  judge(a: DocumentId, b: DocumentId, verdict: LookalikeVerdict | undefined): void;
  judged(): readonly {
    readonly first: DocumentId;
    readonly second: DocumentId;
    readonly verdict: LookalikeVerdict;
  }[];
}

export interface CaseTable {
  list(): readonly Case[];
  /** The same object as long as the case is stored as it is: nobody may change it. Throws case-not-found. */
  get(id: CaseId): Case;
  /** Inserts or replaces. */
  save(value: Case): void;
  nextSequence(): number;
  /** Lets go of the cases kept in memory. */
  letGo(): void;
}

/** What is known of a packet once its file is written. */
export type NewPacket = Omit<Packet, 'id' | 'version' | 'blobId' | 'sha256' | 'byteLength' | 'preset'>;
export type NewCopy = Omit<PacketCopy, 'id' | 'packetId' | 'blobId' | 'sha256' | 'byteLength'>;

/** Takes the next bytes of a file. */
export type WriteFile = (sink: BlobSink) => Promise<void>;

/** A stored file, read when asked for. Every way throws vault-blob-missing, vault-blob-damaged. */
export interface StoredFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly sha256: string;
  /** The whole file in memory. */
  bytes(): Promise<Uint8Array>;
  /** Hands it on piece by piece; only when this returns it is known to be whole. */
  pipe(sink: BlobSink): Promise<void>;
  /** Lets `work` read at any place, without reading all of it. */
  use<T>(work: (file: BlobReader) => Promise<T>): Promise<T>;
}

export interface PacketTable {
  /**
   * Stores a built packet as the next version of its case, with the plan it was built from. `write` hands its bytes over piece by piece;
   * `describe` then reads the finished file and says what it is. When either throws, nothing stays behind. Packets are never changed afterwards.
   */
  add(plan: PacketPlan, write: WriteFile, describe: (file: BlobReader) => Promise<NewPacket>): Promise<Packet>;
  list(caseId: CaseId): readonly Packet[];
  /** Throws packet-not-found. */
  get(id: PacketId): Packet;
  pdf(id: PacketId): Promise<Uint8Array>;
  /** The packet's PDF. Throws packet-not-found. */
  file(id: PacketId): StoredFile;
  /** The plan a packet was built from; undefined for packets of before plans were kept, and for plans this app can't read. */
  plan(id: PacketId): PacketPlan | undefined;
  /**
   * Stores a file made of a packet; `write` hands it over piece by piece, `inspect` reads the finished file, may refuse it by throwing and
   * may tell more of it. Throws packet-not-found.
   */
  addCopy(
    id: PacketId,
    copy: NewCopy,
    write: WriteFile,
    inspect?: (file: BlobReader) => Promise<Partial<Pick<NewCopy, 'pageCount' | 'note' | 'checks'>>>,
  ): Promise<PacketCopy>;
  /** The files made of a packet, oldest first. */
  copies(id: PacketId): readonly PacketCopy[];
  /** Throws copy-not-found. */
  copy(id: CopyId): PacketCopy;
  /** Throws copy-not-found. */
  copyFile(id: CopyId): StoredFile;
  /** Takes files away for good, all or none; durable on return. Throws copy-not-found. */
  removeCopies(ids: readonly CopyId[]): Promise<void>;
}

/** Jobs as durable rows. `input` is what is needed to go on after a lock or crash. */
export interface JobTable {
  save(job: Job, input: unknown): void;
  list(): readonly Job[];
  /** Those whose rows say running, in the order in which they were started. */
  running(): readonly Job[];
  get(id: JobId): Job | undefined;
  /** What was saved with the job to go on from; undefined when nothing was, or when the job has ended. */
  input(id: JobId): unknown;
}

export interface VerifyReport {
  readonly checked: number;
  readonly damaged: readonly { readonly what: string; readonly code: ErrorCode }[];
}

/** What opening found beside the papers: stored files no row names, and rows whose file is gone. Neither is ever removed by itself. */
export interface Inventory {
  readonly orphans: readonly string[];
  readonly missing: readonly BlobId[];
}

export interface Vault {
  readonly dir: string;
  readonly vaultId: string;
  /** Every change is refused with vault-opened-read-only. */
  readonly isReadOnly: boolean;
  readonly documents: DocumentTable;
  readonly annotations: AnnotationTable;
  readonly arrangements: ArrangementTable;
  readonly cases: CaseTable;
  readonly packets: PacketTable;
  readonly jobs: JobTable;
  readonly searches: KeptSearchTable;
  readonly looks: LookTable;
  readonly olderPages: OlderPagesTable;
  /** As found when the vault was opened. */
  readonly inventory: Inventory;
  /** What lies in the folder and belongs to nothing. */
  strays(now?: Date): Promise<Strays>;
  /** Sets aside what has belonged to nothing for long, and removes what was set aside before and still belongs to nothing. Throws as `sweepStrays` says. */
  sweep(now?: Date): Promise<Swept>;
  /** Reads and checks every blob and the whole database. */
  verify(options?: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  }): Promise<VerifyReport>;
  /** Writes a backup into a new file; counts only once all of it was read back. Then older ones go that are not to be kept. Throws as `makeBackup` says. */
  backup(path: string, options?: BackupOptions): Promise<LastBackup>;
  /** The last good backup; undefined when there was none. */
  lastBackup(): LastBackup | undefined;
  /** The good backups, newest first, and whether their files are still there. */
  backups(): Promise<readonly Generation[]>;
  /** A backup that was made without counting is safe now, and counts. */
  rememberBackup(made: LastBackup): void;
  preferences(): Preferences;
  setPreferences(preferences: Preferences): void;
  readonly keptForms: KeptForms;
  /** The old passphrase stops working on this vault; `cost` may raise that of the new one. Throws vault-wrong-passphrase. */
  changePassphrase(current: string, next: string, cost?: KdfParams): Promise<void>;
  readonly recoveryWords: RecoveryWords;
  readonly trash: Trash;
  /** Checkpoints, closes the database, removes the lock. */
  close(): Promise<void>;
}

export type { BackupOptions, BlobId, BlobReader, BlobSink, LastBackup };
