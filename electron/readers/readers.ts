// The readers as the core sees them: whole files in, pages out, limits and errors kept.
import { AppError, isAppError } from '../../shared/errors.ts';
import type { Page } from '../../shared/model/page.ts';
import type { Platform } from '../core/platform.ts';
import { sniff } from '../intake/sniff.ts';
import type { FaxPage } from './fax-page.ts';
import { keepFile } from './kept-file.ts';
import { REQUEST_TIMEOUT_MS, TEXTS_TIMEOUT_MS } from './limits.ts';
import { createPool, type GivenFile, type Pool, type PooledFile } from './pool.ts';
import type { DrawnImage, PaperFile, Readers, ReadOptions, ReadResult } from './types.ts';

/**
 * Starts the readers of a host. No process runs before the first file. `timeoutMs` is the longest time for one page, 60 seconds unless told; `languages`
 * are those scans are read in, English and Spanish by what stands on them unless told.
 */
export function createReaders(
  platform: Pick<Platform, 'reader' | 'readerCount' | 'resourcesDir'>,
  {
    timeoutMs = REQUEST_TIMEOUT_MS,
    languages,
  }: { readonly timeoutMs?: number; readonly languages?: string | undefined } = {},
): Readers {
  const pool = createPool({ ...platform, languages }, platform.readerCount, timeoutMs);
  const withKeptFile = keepFile(pool, (bytes) => sniff(bytes).format);
  return {
    sniff,
    read: (bytes, options = {}) => read(pool, platform.readerCount, bytes, options),
    opensWith: (given) =>
      withPooled(pool, addTo(pool, given), (file) => pool.open(file, { urgent: true })).then(
        () => true,
        (cause: unknown) => {
          if (isAppError(cause) && cause.code === 'pdf-password') return false;
          throw cause;
        },
      ),
    picture: (bytes, pageNumber, widthPx) =>
      withFile(pool, bytes, async (file) => {
        const { pageCount } = await pool.open(file, { urgent: true });
        if (pageNumber < 1 || pageNumber > pageCount) throw new AppError('page-not-found');
        const asked = { kind: 'picture', file: file.number, index: pageNumber - 1, widthPx } as const;
        return (await pool.ask(file, asked, { urgent: true })).picture;
      }),
    redacted: (given, pageNumber, black) =>
      withKeptFile(given, async (file) => {
        const { pageCount } = await pool.open(file);
        if (pageNumber < 1 || pageNumber > pageCount) throw new AppError('page-not-found');
        return (await pool.ask(file, { kind: 'redacted', file: file.number, index: pageNumber - 1, black })).redacted;
      }),
    plain: (given, pageNumber) =>
      withKeptFile(given, async (file) => {
        const { pageCount } = await pool.open(file);
        if (pageNumber < 1 || pageNumber > pageCount) throw new AppError('page-not-found');
        return (await pool.ask(file, { kind: 'plain', file: file.number, index: pageNumber - 1 })).plain;
      }),
    pdfTexts: (given) =>
      withPooled(
        pool,
        pdfOf(pool, given),
        async (file) =>
          (await pool.ask(file, { kind: 'texts', file: file.number }, { timeoutMs: TEXTS_TIMEOUT_MS })).texts,
      ),
    structure: (given, stampBoxes, signal) =>
      withPooled(pool, pool.add('pdf', given), async (file) => {
        const asked = { kind: 'structure', file: file.number, stampBoxes } as const;
        return (await pool.ask(file, asked, { timeoutMs: TEXTS_TIMEOUT_MS, signal })).seen;
      }),
    opened: (given, work, signal) =>
      withPooled(pool, 'gaps' in given ? pool.add('pdf', given) : addTo(pool, given), (file) => {
        const place = (pageNumber: number) => ({ file: file.number, index: pageNumber - 1 });
        return work({
          grey: (page, wish) => pool.ask(file, { kind: 'grey', ...place(page), wish }, { signal }),
          find: async (page, phrases) =>
            (await pool.ask(file, { kind: 'find', ...place(page), phrases }, { signal })).places,
        });
      }),
    faxPages: (bytes, onPage, signal) =>
      withFile(pool, bytes, async (file) => {
        const { pageCount } = await pool.open(file, { signal });
        // A few pages ahead, so that every process has work, handed over in order.
        const ahead: Promise<FaxPage>[] = [];
        for (let index = 0, asked = 0; index < pageCount; index += 1) {
          for (; asked < pageCount && ahead.length <= platform.readerCount; asked += 1) {
            const page = pool.ask(file, { kind: 'fax', file: file.number, index: asked }, { signal });
            // One that fails while an earlier one is awaited is told when its turn comes.
            page.catch(() => undefined);
            ahead.push(page);
          }
          const page = await ahead.shift();
          if (page !== undefined) await onPage(page, index + 1, pageCount);
        }
      }),
    pdfImages: (given, signal) =>
      withPooled(pool, pdfOf(pool, given), async (file) => {
        const { pageCount } = await pool.open(file, { signal });
        const pages: (readonly DrawnImage[])[] = [];
        for (let index = 0; index < pageCount; index += 1)
          pages.push((await pool.ask(file, { kind: 'images', file: file.number, index }, { signal })).images);
        return pages;
      }),
    shrink: (bytes, shrinking, signal) =>
      withFile(
        pool,
        bytes,
        async (file) => (await pool.ask(file, { kind: 'shrink', file: file.number, shrinking }, { signal })).jpeg,
      ),
    pdfNotes: (bytes) =>
      withFile(pool, bytes, async (file) => {
        await pool.open(file, { urgent: true });
        return (await pool.ask(file, { kind: 'notes', file: file.number }, { timeoutMs: TEXTS_TIMEOUT_MS })).noted;
      }),
    enclosed: (format, bytes, work, signal) =>
      withPooled(pool, pool.add(format, { bytes }), async (file) => {
        const { files } = await pool.ask(file, { kind: 'enclosed', file: file.number }, { signal });
        return work(
          files,
          async (index) => (await pool.ask(file, { kind: 'take', file: file.number, index }, { signal })).bytes,
        );
      }),
    wordFile: async (bytes) => {
      if (bytes.length === 0) throw new AppError('file-empty');
      return (await pool.alone({ kind: 'word', bytes }, { urgent: true })).word;
    },
    close: () => pool.close(),
  };
}

function withFile<T>(pool: Pool, bytes: Uint8Array, work: (file: PooledFile) => Promise<T>): Promise<T> {
  return withPooled(pool, addTo(pool, { bytes }), work);
}

function addTo(pool: Pool, file: PaperFile): PooledFile {
  return pool.add(sniff(file.bytes).format, file);
}

/** A PDF as a whole, or with parts left out. */
function pdfOf(pool: Pool, given: Uint8Array | GivenFile): PooledFile {
  return given instanceof Uint8Array ? addTo(pool, { bytes: given }) : pool.add('pdf', given);
}

async function withPooled<T>(pool: Pool, file: PooledFile, work: (file: PooledFile) => Promise<T>): Promise<T> {
  try {
    return await work(file);
  } finally {
    pool.drop(file);
  }
}

async function read(pool: Pool, readerCount: number, bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  const { format, mediaType } = sniff(bytes);
  return withPooled(pool, pool.add(format, { bytes, password: options.password }), async (file) => {
    const { pageCount } = await pool.open(file, { signal: options.signal, urgent: options.isUrgent?.() });
    options.onPageCount?.(pageCount);
    const pages = await readPages(pool, file, pagesToRead(pageCount, options.skip), readerCount, options);
    return { format, mediaType, pages };
  });
}

function pagesToRead(pageCount: number, skip: ReadonlySet<number> | undefined): number[] {
  return Array.from({ length: pageCount }, (_, index) => index).filter((index) => skip?.has(index + 1) !== true);
}

/** As many lanes as there are processes, each taking the next page: the line of the pool stays short, so several files share it fairly. */
async function readPages(
  pool: Pool,
  file: PooledFile,
  indexes: readonly number[],
  readerCount: number,
  options: ReadOptions,
): Promise<Page[]> {
  const withPicture = options.pictures !== false;
  const pages = new Map<number, Page>();
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const waiting = [...indexes];
  const lane = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const { page, picture, ms } = await pool.ask(
        file,
        { kind: 'page', file: file.number, index, withPicture },
        { signal, urgent: options.isUrgent?.() },
      );
      await options.onPage?.(page, picture, ms);
      pages.set(index, page);
    }
  };
  const lanes = Array.from({ length: Math.max(1, Math.min(readerCount, waiting.length)) }, () =>
    lane().catch((error: unknown) => {
      // The first failure is the file's; the other lanes end with it.
      stop.abort();
      throw error;
    }),
  );
  const ended = await Promise.allSettled(lanes);
  const failure = ended
    .map((end) => (end.status === 'rejected' ? (end.reason as unknown) : undefined))
    .filter((reason) => reason !== undefined);
  if (failure.length > 0) throw firstCause(failure);
  return [...pages].sort(([a], [b]) => a - b).map(([, page]) => page);
}

/** The failure that stopped the others: those only report that they were cancelled. */
function firstCause(failures: readonly unknown[]): unknown {
  return failures.find((failure) => !(failure instanceof AppError && failure.code === 'cancelled')) ?? failures[0];
}
