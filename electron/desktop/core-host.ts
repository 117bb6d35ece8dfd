// Keeps exactly one core process running: starts it, passes requests on, ends it for a lock and starts a fresh one.
import type { MessagePortMain } from 'electron';
import { AppError } from '../../shared/errors.ts';
import type { FileToken } from '../../shared/ids.ts';
import type { CoreStart, DialogRequest, DroppedFile, FromCore, ToCore } from '../hosts/core-protocol.ts';
import { type CoreLink, startCoreLink } from './core-link.ts';

export interface CoreHost {
  /** Process id of the running core; another one after a lock. */
  pid(): number | undefined;
  /** Joins a window's port to the core. */
  connect(port: MessagePortMain): void;
  /** Bytes of an asset. Throws catalogue errors. */
  asset(path: string): Promise<CoreAsset>;
  /** Makes the files known to the core. Throws catalogue errors. */
  addFiles(files: readonly DroppedFile[]): Promise<readonly FileToken[]>;
  /** Closes the vault and ends the core process, within a time limit; nothing when no vault is open. */
  lock(): void;
  /** Ends the core process at once, whatever it is doing: all that was acknowledged is durable. */
  panic(): void;
  /** Closes the vault and ends the core process for good. */
  end(): Promise<void>;
}

export type CoreAsset = Extract<FromCore, { kind: 'asset' }>;

export interface CoreHostOptions {
  readonly entry: string;
  /** Read anew for each process, since the vault folder may have changed. */
  readonly start: () => CoreStart;
  readonly choose: (request: DialogRequest) => Promise<readonly string[] | undefined>;
  /** Called when another folder holds the vault in use. */
  readonly onVaultFolder: (folder: string) => void;
  /** Called when a vault was opened or the choice changed: minutes without anybody after which to lock. */
  readonly onLockAfter: (minutes: number) => void;
  /** Called when a fresh core process has taken the place of another: windows must start anew. */
  readonly onReplaced: () => void;
  /** Called when the core keeps failing at its start. */
  readonly onHopeless: () => void;
}

/** How long a core may take to close the vault before it is killed, in milliseconds. */
const CLOSE_LIMIT_MS = 5000;
/** A core that fails this often without ever answering a request will not get better. */
const MAX_FAILED_STARTS = 3;

/** Starts the first core process. */
export function createCoreHost(options: CoreHostOptions): CoreHost {
  const waiting = new Map<number, { resolve: (message: FromCore) => void; reject: (error: AppError) => void }>();
  let lastId = 0;
  let failedStarts = 0;
  let limit: NodeJS.Timeout | undefined;
  let onEnded: (() => void) | undefined;
  let link = startLink();

  function startLink(): CoreLink {
    const started: CoreLink = startCoreLink(options.entry, {
      onMessage: (message) => {
        if (link === started) hear(message);
      },
      onExit: () => {
        if (link === started) replace();
      },
    });
    started.send({ kind: 'start', start: options.start() });
    return started;
  }

  function hear(message: FromCore): void {
    failedStarts = 0;
    switch (message.kind) {
      case 'choose':
        return void answerChoice(link, message.id, message.request);
      case 'vault-folder':
        return options.onVaultFolder(message.folder);
      case 'lock-after':
        return options.onLockAfter(message.minutes);
      case 'locked':
        return link.kill();
      case 'not-open':
        clearTimeout(limit);
        if (onEnded) link.kill();
        return;
      case 'failed':
        return waiting.get(message.id)?.reject(new AppError(message.code));
      case 'asset':
      case 'added':
        return waiting.get(message.id)?.resolve(message);
    }
  }

  async function answerChoice(asking: CoreLink, id: number, request: DialogRequest): Promise<void> {
    const paths = await options.choose(request);
    asking.send({ kind: 'chosen', id, paths });
  }

  /** The core process is gone: for a lock, for good, or because it crashed. What was asked of it fails. */
  function replace(): void {
    clearTimeout(limit);
    for (const { reject } of waiting.values()) reject(new AppError('vault-locked'));
    waiting.clear();
    if (onEnded) return onEnded();
    failedStarts += 1;
    if (failedStarts > MAX_FAILED_STARTS) return options.onHopeless();
    link = startLink();
    options.onReplaced();
  }

  async function ask<K extends FromCore['kind']>(
    kind: K,
    make: (id: number) => ToCore,
  ): Promise<Extract<FromCore, { kind: K }>> {
    const id = ++lastId;
    try {
      const answer = await new Promise<FromCore>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        link.send(make(id));
      });
      if (answer.kind !== kind) throw new AppError('internal', { details: { reference: 'answer' } });
      return answer as Extract<FromCore, { kind: K }>; // its kind was just compared
    } finally {
      waiting.delete(id);
    }
  }

  function close(): void {
    const closing = link;
    clearTimeout(limit);
    limit = setTimeout(() => closing.kill(), CLOSE_LIMIT_MS);
    closing.send({ kind: 'lock' });
  }

  return {
    pid: () => link.pid(),
    connect: (port) => link.sendPort(port),
    asset: (path) => ask('asset', (id) => ({ kind: 'asset', id, path })),
    addFiles: async (files) => (await ask('added', (id) => ({ kind: 'add-files', id, files }))).tokens,
    lock: close,
    panic: () => {
      failedStarts = 0;
      link.kill();
    },
    end: () =>
      new Promise((resolve) => {
        onEnded = resolve;
        close();
      }),
  };
}
