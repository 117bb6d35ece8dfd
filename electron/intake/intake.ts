// The recipe of intake: sniff → duplicate? → store, for all files; then pages → words → meaning → report for each. One bad file never spoils the batch.
import { AppError } from '../../shared/errors.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { type ImportOutcome, isMailFormat } from '../../shared/model/document.ts';
import { READER_VERSION, readDocument } from '../../shared/reading/read-document.ts';
import type { ReadingRules } from '../../shared/reading/rules.ts';
import type { Attention } from '../core/attention.ts';
import { toAppError } from '../core/to-app-error.ts';
import type { Readers, ReadOptions } from '../readers/types.ts';
import type { Vault } from '../vault/types.ts';
import { lookedAtFirst } from './looked-at-first.ts';
import { unlocking } from './passwords.ts';
import {
  FILES_AT_ONCE,
  type IncomingFile,
  ofThisFileAlone,
  refused,
  type Stored,
  type StoringServices,
  storeAttachments,
  storeFiles,
  type Taken,
} from './store-files.ts';

export interface IntakeServices extends StoringServices {
  readonly vault: Vault;
  readonly readers: Readers;
  readonly readingRules: () => ReadingRules;
  readonly report: (stage: string, done: number, total: number) => void;
  /** To try on locked files, before those the vault knows. */
  readonly passwords?: readonly string[] | undefined;
  /** The paper somebody looks at is read first. */
  readonly attention?: Attention | undefined;
}

/**
 * Takes files into the vault and reads them: all are stored first, which takes seconds, so that a lock or a crash during the long reading loses none.
 * Answers one outcome per file and per file that came in it, in the order given; a refused file is an outcome, not an exception. When cancelled, what is stored stays and is
 * read on at the next opening. Throws only what concerns the vault as a whole (disk full, locked).
 */
export async function takeIn(
  files: readonly IncomingFile[],
  services: IntakeServices,
): Promise<readonly ImportOutcome[]> {
  const taken = await storeFiles(files, services, createProgress(files.length, services.report).stage);
  const progress = createProgress(taken.length, services.report);
  const outcomes = new Map<number, ImportOutcome>();
  const order = { attention: services.attention, idOf: (one: Taken) => ('id' in one ? one.id : undefined) };
  await lookedAtFirst(taken, FILES_AT_ONCE, order, async (one, index) => {
    if (services.signal.aborted) return;
    outcomes.set(index, 'outcome' in one ? one.outcome : await readTaken(one, services, progress));
    progress.fileDone();
  });
  return taken.map((one, index) => outcomes.get(index) ?? stopped(one));
}

async function readTaken(
  { id, fileName, within }: Stored,
  services: IntakeServices,
  progress: IntakeProgress,
): Promise<ImportOutcome> {
  try {
    const { bytes } = await services.vault.documents.original(id);
    const { pageCount, kind } = await readStored(id, fileName, bytes, services, progress);
    return { fileName, within, status: 'imported', documentId: id, pageCount, kind };
  } catch (cause) {
    const error = ofThisFileAlone(cause);
    if (error.code !== 'cancelled') services.vault.documents.markFailed(id, error.code);
    return { ...refused(fileName, error, within), documentId: id };
  }
}

/** The outcome of a file whose turn to be read did not come. */
function stopped(taken: Taken): ImportOutcome {
  if ('outcome' in taken) return taken.outcome;
  return { ...refused(taken.fileName, new AppError('cancelled'), taken.within), documentId: taken.id };
}

/**
 * Goes on with papers whose reading was interrupted by a lock, a crash or a cancel; pages already read are kept, and what is attached to a mail and was
 * not stored yet is stored and read, too.
 */
export async function readOn(ids: readonly DocumentId[], services: IntakeServices): Promise<void> {
  const waiting = [...ids];
  for (let index = 0; index < waiting.length; index += 1) {
    const looked = waiting.findIndex((each, at) => at > index && services.attention?.isOn(each) === true);
    if (looked > 0) waiting.splice(index, 0, ...waiting.splice(looked, 1));
    const id = waiting[index] as DocumentId; // index < length
    const progress = createProgress(waiting.length, services.report, index);
    if (services.signal.aborted) return;
    try {
      const { bytes, fileName } = await services.vault.documents.original(id);
      const { format } = services.vault.documents.summary(id);
      if (isMailFormat(format)) {
        const attached = await storeAttachments({ id, format, bytes, fileName }, { ...services, isResumed: true });
        waiting.push(...attached.flatMap((one) => ('id' in one ? [one.id] : [])));
      }
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
    isUrgent: () => services.attention?.isOn(id) === true,
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
export function understand(id: DocumentId, vault: Vault, readingRules: () => ReadingRules) {
  const { pages } = vault.documents.full(id);
  const reading = readDocument(pages, readingRules(), vault.documents.kindByUser(id));
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
}

function createProgress(total: number, report: IntakeServices['report'], doneBefore = 0): IntakeProgress {
  let filesDone = doneBefore;
  let last = 'Starting';
  return {
    stage: (text, fraction = 0) => {
      last = text;
      report(text, Math.min(total, filesDone + fraction), total);
    },
    fileDone: () => {
      filesDone += 1;
      report(last, filesDone, total);
    },
  };
}
