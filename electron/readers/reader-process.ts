// One reader process seen from the core: started when first needed, one request at a time, killed when it hangs, started anew when it died.
import { type ChildProcess, fork } from 'node:child_process';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { Platform } from '../core/platform.ts';
import { MAX_HEAP_MB, RECYCLE_REQUESTS, RECYCLE_RESIDENT_BYTES } from './limits.ts';
import type { Answer, Outcomes, Request, RequestOf } from './protocol.ts';

/** How a reader process is started. */
export interface ReaderStart {
  readonly reader: Platform['reader'];
  readonly resourcesDir: string;
  /** Scans are read in these, as Tesseract names them (`fra`, `spa+eng`), and in no others. */
  readonly languages?: string | undefined;
}

export interface ReaderProcess {
  /** Numbers of the files this process has open. */
  readonly openFiles: ReadonlySet<number>;
  /** Sends one request; the caller waits for its end before the next. Throws the reader's catalogue error, reader-crashed, reader-timeout, cancelled. */
  ask<K extends Request['kind']>(
    request: RequestOf<K>,
    limits: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
  ): Promise<Outcomes[K]>;
  /** Ends the process. A later request starts a fresh one. */
  end(): Promise<void>;
}

/** A reader process that is started at its first request. */
export function readerProcess(start: ReaderStart): ReaderProcess {
  let child: ChildProcess | undefined;
  let requests = 0;
  let openBytes = 0;
  const openFiles = new Set<number>();

  const forget = (): void => {
    child = undefined;
    requests = 0;
    openBytes = 0;
    openFiles.clear();
  };

  const living = (): ChildProcess => {
    if (child !== undefined) return child;
    const started = startChild(start);
    started.once('exit', () => {
      if (child === started) forget();
    });
    child = started;
    return started;
  };

  const end = async (): Promise<void> => {
    const dying = child;
    forget();
    if (dying !== undefined) await kill(dying);
  };

  return {
    openFiles,
    end,
    async ask<K extends Request['kind']>(
      asked: RequestOf<K>,
      { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
    ) {
      const request: Request = asked;
      const answer = await exchange(living(), request, timeoutMs, signal).catch(async (error: unknown) => {
        await end();
        throw error;
      });
      requests += 1;
      if (answer.ok && request.kind === 'open') {
        openFiles.add(request.file);
        openBytes += request.bytes.length;
      }
      if (request.kind === 'drop') openFiles.delete(request.file);
      const crashed = !answer.ok && answer.code === 'reader-crashed';
      // Never right after a file was opened: the request it was opened for would meet a process that does not know it.
      const isFull = requests >= RECYCLE_REQUESTS || answer.residentBytes > RECYCLE_RESIDENT_BYTES + 3 * openBytes;
      const worn = isFull && request.kind !== 'open';
      if (crashed || worn) await end();
      if (!answer.ok) throw new AppError(answer.code, { details: answer.details, cause: new Error(answer.why) });
      // The protocol answers each kind of request with the outcome of that kind.
      return answer.outcome as Outcomes[K];
    },
  };
}

function startChild({ reader, resourcesDir, languages }: ReaderStart): ChildProcess {
  const child = fork(reader.entry, languages === undefined ? [resourcesDir] : [resourcesDir, languages], {
    execPath: reader.execPath,
    execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`, ...reader.execArgv],
    env: { ...systemEnvironment(), ...reader.env },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A process that cannot be started at all emits 'error' and never 'exit': the exchange under way hears it too.
  child.on('error', () => child.kill('SIGKILL'));
  return child;
}

/** Windows programs don't start without these; elsewhere a reader inherits nothing. */
function systemEnvironment(): Record<string, string> {
  const names = process.platform === 'win32' ? ['SystemRoot', 'windir'] : [];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

function exchange(
  child: ChildProcess,
  request: Request,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (code: ErrorCode, cause?: unknown): void => {
      finish();
      reject(new AppError(code, cause === undefined ? {} : { cause }));
    };
    const onMessage = (answer: unknown): void => {
      finish();
      // Both ends are this program; the channel carries nothing but answers.
      resolve(answer as Answer);
    };
    const onExit = (code: number | null, by: string | null): void =>
      fail('reader-crashed', new Error(`the reader ended (${by ?? code})`));
    const onError = (cause: Error): void => fail('reader-crashed', cause);
    const onAbort = (): void => fail('cancelled');
    const timer = setTimeout(() => fail('reader-timeout'), timeoutMs);
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
    };
    if (signal?.aborted === true) return fail('cancelled');
    signal?.addEventListener('abort', onAbort);
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.send(request, (error) => {
      // The process died before it took the request: its end is told by 'exit', unless it was already gone.
      if (error !== null && (child.exitCode !== null || child.signalCode !== null || !child.connected))
        fail('reader-crashed', error);
    });
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
