// The recipe of intake: sniff → duplicate? → store, for all files; then pages → words → meaning → report for each. One bad file never spoils the batch.
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { DocumentSummary, ImportOutcome } from '../../shared/model/document.ts';
import { READER_VERSION, readDocument } from '../../shared/reading/read-document.ts';
import type { ReadingRules } from '../../shared/reading/rules.ts';
import type { LoadedFile } from '../core/files.ts';
import { toAppError } from '../core/to-app-error.ts';
import type { Readers, ReadOptions } from '../readers/types.ts';
import type { NewDocument, Vault } from '../vault/types.ts';
import { unlocking } from './passwords.ts';

export interface IntakeServices {
  readonly vault: Vault;
  readonly readers: Readers;
  readonly readingRules: ReadingRules;
  readonly signal: AbortSignal;
  readonly report: (stage: string, done: number, total: number) => void;
  /** To try on locked files, before those the vault knows. */
  readonly passwords?: readonly string[] | undefined;
  /** The same files were being taken in when a lock or a crash came: what became of them since stays as it is. */
  readonly isResumed?: boolean;
}

/** A file to take in: its name now, its bytes when its turn comes. */
export interface IncomingFile {
  readonly fileName: string;
  readonly load: () => Promise<LoadedFile>;
}

/** How many files are worked on side by side: one per reader keeps single-page photos from leaving a reader idle. */
const FILES_AT_ONCE = 2;

/**
 * Takes files into the vault and reads them: all are stored first, which takes seconds, so that a lock or a crash during the long reading loses none.
 * Answers one outcome per file, in the order given; a refused file is an outcome, not an exception. When cancelled, what is stored stays and is
 * read on at the next opening. Throws only what concerns the vault as a whole (disk full, locked).
 */
export async function takeIn(
  files: readonly IncomingFile[],
  services: IntakeServices,
): Promise<readonly ImportOutcome[]> {
  const progress = createProgress(files.length, services.report);
  const taken = new Map<number, Taken>();
  const outcomes = new Map<number, ImportOutcome>();
  const unlessAborted = (work: (file: IncomingFile, index: number) => Promise<void>) =>
    inParallel(files, FILES_AT_ONCE, async (file, index) => {
      if (!services.signal.aborted) await work(file, index);
    });

  await unlessAborted(async (file, index) => void taken.set(index, await store(file, services, progress)));
  await unlessAborted(async (_file, index) => {
    const one = taken.get(index);
    if (one === undefined) return;
    outcomes.set(index, 'outcome' in one ? one.outcome : await readTaken(one, services, progress));
    progress.fileDone();
  });
  return files.map((file, index) => outcomes.get(index) ?? stopped(file.fileName, taken.get(index)));
}

/** A file that is in the vault and is to be read, or what became of it already. */
type Taken = { readonly id: DocumentId; readonly fileName: string } | { readonly outcome: ImportOutcome };

async function store(file: IncomingFile, services: IntakeServices, progress: IntakeProgress): Promise<Taken> {
  try {
    progress.stage(`Opening ${file.fileName}`);
    const { bytes, fileName } = await file.load();
    const { format, mediaType } = services.readers.sniff(bytes);
    progress.stage(`Storing ${fileName}`);
    const { document, isKnown } = await progress.inTurn(() =>
      findOrStore({ fileName, format, mediaType, bytes }, services),
    );
    const { id } = document;
    if (!isKnown || (document.state === 'failed' && services.isResumed !== true)) return { id, fileName };
    const { pageCount, kind } = document;
    return { outcome: { fileName, status: 'duplicate', documentId: id, pageCount, kind } };
  } catch (cause) {
    return { outcome: refused(file.fileName, ofThisFileAlone(cause)) };
  }
}

async function readTaken(
  { id, fileName }: Exclude<Taken, { outcome: ImportOutcome }>,
  services: IntakeServices,
  progress: IntakeProgress,
): Promise<ImportOutcome> {
  try {
    const { bytes } = await services.vault.documents.original(id);
    const { pageCount, kind } = await readStored(id, fileName, bytes, services, progress);
    return { fileName, status: 'imported', documentId: id, pageCount, kind };
  } catch (cause) {
    const error = ofThisFileAlone(cause);
    if (error.code !== 'cancelled') services.vault.documents.markFailed(id, error.code);
    return { ...refused(fileName, error), documentId: id };
  }
}

/** What went wrong with one file. Throws what concerns the vault as a whole. */
function ofThisFileAlone(cause: unknown): AppError {
  const error = toAppError(cause);
  if (error.code === 'vault-disk-full' || error.code === 'vault-locked') throw error;
  return error;
}

/** The outcome of a file whose turn to be stored or read did not come. */
function stopped(fileName: string, taken: Taken | undefined): ImportOutcome {
  if (taken !== undefined && 'outcome' in taken) return taken.outcome;
  return {
    ...refused(fileName, new AppError('cancelled')),
    ...(taken === undefined ? {} : { documentId: taken.id }),
  };
}

/** Whoever adds a paper wants to see it: a double in the trash comes back, and one that failed is tried once more by the caller. */
async function findOrStore(
  file: NewDocument,
  { vault, isResumed }: IntakeServices,
): Promise<{ document: DocumentSummary; isKnown: boolean }> {
  const known = vault.documents.findDuplicate(file.bytes);
  if (known === undefined) return { document: await vault.documents.add(file), isKnown: false };
  if (isResumed !== true) vault.documents.restore(known.id);
  return { document: known, isKnown: true };
}

/** Goes on with papers whose reading was interrupted by a lock, a crash or a cancel; pages already read are kept. */
export async function readOn(ids: readonly DocumentId[], services: IntakeServices): Promise<void> {
  const progress = createProgress(ids.length, services.report);
  for (const id of ids) {
    if (services.signal.aborted) return;
    try {
      const { bytes, fileName } = await services.vault.documents.original(id);
      await readStored(id, fileName, bytes, services, progress);
    } catch (cause) {
      const error = toAppError(cause);
      if (error.code === 'cancelled' || error.code === 'vault-disk-full') throw error;
      services.vault.documents.markFailed(id, error.code);
    }
    progress.fileDone();
  }
}

async function readStored(
  id: DocumentId,
  fileName: string,
  bytes: Uint8Array,
  services: IntakeServices,
  progress: IntakeProgress,
) {
  const { vault, readers, readingRules, signal } = services;
  const skip = new Set(vault.documents.pages(id).map((page) => page.pageNumber));
  let pageTotal = 0;
  let pagesDone = skip.size;
  const options: ReadOptions = {
    signal,
    skip,
    onPageCount: (total) => {
      pageTotal = total;
    },
    onPage: async (page, picture) => {
      if (picture === undefined) throw new AppError('reader-crashed');
      await vault.documents.savePage(id, page, picture);
      pagesDone += 1;
      progress.stage(
        pageTotal > 1 ? `Read page ${pagesDone} of ${pageTotal} of ${fileName}` : `Read ${fileName}`,
        pagesDone / Math.max(1, pageTotal),
      );
    },
  };
  await unlocking(id, bytes, services, (password) => readers.read(bytes, { ...options, password }));
  return understand(id, vault, readingRules);
}

/** Reads the stored words of a paper for their meaning, as a paper of the kind the user set where he set one. Safe to repeat. */
export function understand(id: DocumentId, vault: Vault, readingRules: ReadingRules) {
  const { pages } = vault.documents.full(id);
  const reading = readDocument(pages, readingRules, vault.documents.kindByUser(id));
  vault.documents.saveReading(id, reading, READER_VERSION);
  return { pageCount: pages.length, kind: reading.kind.value };
}

/** Reads papers anew that an older version of the reader read. Words are not read again from the pixels; the user's corrections stay. */
export async function understandAgain(
  ids: readonly DocumentId[],
  services: Pick<IntakeServices, 'vault' | 'readingRules' | 'signal' | 'report'>,
): Promise<void> {
  for (const [done, id] of ids.entries()) {
    if (services.signal.aborted) return;
    services.report('Looking at your papers with the newer reader', done, ids.length);
    understand(id, services.vault, services.readingRules);
    // Others get their turn between two papers: the window stays lively.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

interface IntakeProgress {
  /** `fraction` of the current file that is done, 0 to 1. */
  stage(text: string, fraction?: number): void;
  fileDone(): void;
  /** Runs one after the other: two equal files of one batch must not both be found new. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

function createProgress(total: number, report: IntakeServices['report']): IntakeProgress {
  let filesDone = 0;
  let last = 'Starting';
  let turn: Promise<unknown> = Promise.resolve();
  return {
    stage: (text, fraction = 0) => {
      last = text;
      report(text, Math.min(total, filesDone + fraction), total);
    },
    fileDone: () => {
      filesDone += 1;
      report(last, filesDone, total);
    },
    inTurn: (work) => {
      const mine = turn.then(work);
      // The next in line waits for the end, however it came; the failure itself goes to whoever asked.
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

function refused(fileName: string, error: AppError): ImportOutcome {
  return { fileName, status: 'refused', error: { code: error.code, sentence: error.message } };
}

async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      await work(items[index] as T, index); // index < length, so the item exists
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
}
