// The pool: requests about files wait in line and are handed to reader processes that are free.
import { AppError } from '../../shared/errors.ts';
import type { OpenedFormat } from './open-file.ts';
import type { GappedFile } from './pdfium-gapped.ts';
import type { Outcomes, RequestOf } from './protocol.ts';
import { type ReaderProcess, type ReaderStart, readerProcess } from './reader-process.ts';
import type { PaperFile } from './types.ts';

/** A file the pool was given; its bytes go to each process that works on it, once. */
export interface PooledFile extends GivenFile {
  readonly number: number;
  readonly format: OpenedFormat;
}

/** A paper, or a packet with parts left out. */
export type GivenFile = PaperFile & {
  /** Parts of the file that `bytes` leave out. */
  readonly gaps?: GappedFile['gaps'] | undefined;
};

export interface AskOptions {
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Somebody waits in front of the screen: before everything that waits in line. */
  readonly urgent?: boolean | undefined;
}

type PageKind =
  | 'page'
  | 'picture'
  | 'redacted'
  | 'plain'
  | 'texts'
  | 'structure'
  | 'grey'
  | 'find'
  | 'notes'
  | 'fax'
  | 'images'
  | 'shrink'
  | 'enclosed'
  | 'take';

export interface Pool {
  add(format: OpenedFormat, file: GivenFile): PooledFile;
  /** Opens a file in some process and counts its pages. */
  open(file: PooledFile, options?: AskOptions): Promise<Outcomes['open']>;
  ask<K extends PageKind>(file: PooledFile, request: RequestOf<K>, options?: AskOptions): Promise<Outcomes[K]>;
  /** One request about bytes that are no paper and are kept by no process. */
  alone(request: RequestOf<'word'>, options?: AskOptions): Promise<Outcomes['word']>;
  /** Makes every process forget a file. */
  drop(file: PooledFile): void;
  close(): Promise<void>;
}

interface Task {
  readonly file: PooledFile;
  readonly work: (process: ReaderProcess) => Promise<void>;
  readonly refuse: (error: AppError) => void;
}

/** No file of the pool has this number. */
const NO_FILE = 0;

interface Slot {
  readonly process: ReaderProcess;
  readonly toDrop: Set<number>;
  busy: boolean;
}

/** A pool of `count` reader processes, none of them started yet; a request takes `longestMs` at most unless it says otherwise. */
export function createPool(start: ReaderStart, count: number, longestMs: number): Pool {
  const slots: Slot[] = Array.from({ length: Math.max(1, count) }, () => ({
    process: readerProcess(start),
    toDrop: new Set<number>(),
    busy: false,
  }));
  const line: Task[] = [];
  const pageCounts = new Map<number, number>();
  let closed = false;
  let lastNumber = 0;

  const advance = (): void => {
    const slot = line[0] === undefined ? undefined : freeSlot(slots, line[0].file.number);
    const task = slot === undefined ? undefined : line.shift();
    if (slot === undefined || task === undefined) return;
    slot.busy = true;
    void task.work(slot.process).finally(() => release(slot));
    advance();
  };

  const release = (slot: Slot): void => {
    const [number] = slot.toDrop;
    if (number === undefined || closed) {
      slot.busy = false;
      advance();
      return;
    }
    slot.toDrop.delete(number);
    const dropped = slot.process.openFiles.has(number)
      ? slot.process.ask({ kind: 'drop', file: number }, { timeoutMs: longestMs })
      : Promise.resolve({});
    // A process that dies while it forgets has forgotten.
    void dropped.then(
      () => release(slot),
      () => release(slot),
    );
  };

  const enqueue = <T>(
    file: PooledFile,
    options: AskOptions,
    work: (process: ReaderProcess) => Promise<T>,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (closed || options.signal?.aborted === true) return reject(new AppError('cancelled'));
      const leave = (): void => {
        const place = line.indexOf(task);
        if (place < 0) return;
        line.splice(place, 1);
        reject(new AppError('cancelled'));
      };
      const task: Task = {
        file,
        refuse: reject,
        work: async (process) => {
          options.signal?.removeEventListener('abort', leave);
          const twice = work(process).catch((error: unknown) => {
            // It may have been ended from outside, as a system short of memory does: the file is given one more try, in a fresh process.
            const isLost = error instanceof AppError && error.code === 'reader-crashed';
            if (!isLost || closed || options.signal?.aborted === true) throw error;
            return work(process);
          });
          // A process that was ended because the pool closes did not crash.
          await twice.then(resolve, (error: unknown) => reject(closed ? new AppError('cancelled') : error));
        },
      };
      options.signal?.addEventListener('abort', leave, { once: true });
      if (options.urgent === true) line.unshift(task);
      else line.push(task);
      advance();
    });

  const opened = async (process: ReaderProcess, file: PooledFile, options: AskOptions): Promise<Outcomes['open']> => {
    const known = pageCounts.get(file.number);
    if (known !== undefined && process.openFiles.has(file.number)) return { pageCount: known };
    const { number, format, bytes, password, gaps } = file;
    const request = { kind: 'open', file: number, format, bytes, password, gaps } as const;
    const outcome = await process.ask(request, { timeoutMs: longestMs, signal: options.signal });
    pageCounts.set(file.number, outcome.pageCount);
    return outcome;
  };

  return {
    add(format, { bytes, password, gaps }) {
      lastNumber += 1;
      return { number: lastNumber, format, bytes, password, gaps };
    },
    open: (file, options = {}) => enqueue(file, options, (process) => opened(process, file, options)),
    ask: <K extends PageKind>(file: PooledFile, request: RequestOf<K>, options: AskOptions = {}) =>
      enqueue(file, options, async (process) => {
        await opened(process, file, options);
        return process.ask<K>(request, { timeoutMs: options.timeoutMs ?? longestMs, signal: options.signal });
      }),
    alone: (request, options = {}) =>
      enqueue({ number: NO_FILE, format: 'text', bytes: request.bytes }, options, (process) =>
        process.ask(request, { timeoutMs: options.timeoutMs ?? longestMs, signal: options.signal }),
      ),
    drop(file) {
      pageCounts.delete(file.number);
      for (const slot of slots) {
        slot.toDrop.add(file.number);
        if (!slot.busy) {
          slot.busy = true;
          release(slot);
        }
      }
    },
    async close() {
      closed = true;
      for (const task of line.splice(0)) task.refuse(new AppError('cancelled'));
      await Promise.all(slots.map((slot) => slot.process.end()));
    },
  };
}

/** A free process, best one that has the file open already. */
function freeSlot(slots: readonly Slot[], file: number): Slot | undefined {
  const free = slots.filter((slot) => !slot.busy);
  return free.find((slot) => slot.process.openFiles.has(file)) ?? free[0];
}
