// The browser host's supervisor: holds no keys; starts the core process and, after a lock ended it, a fresh one at the same address.

import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../shared/errors.ts';
import { CORE_FLAGS } from './hosts/core-flags.ts';
import { defaultVaultDir, SOURCE_ROOT } from './hosts/node-platform.ts';
import { type FromServeCore, LOCKED_EXIT_CODE, type ToServeCore } from './hosts/serve-protocol.ts';

export interface ServeOptions {
  readonly vaultDir?: string | undefined;
  readonly port?: number | undefined;
  /** Folder of the built window. */
  readonly windowDir?: string | undefined;
  /** Called with each one-time address; a new one is issued when `newLink` is called. */
  readonly onAddress: (address: string) => void;
}

export interface Serving {
  /** Process id of the core; another one after a lock. */
  corePid(): number | undefined;
  /** Makes a new one-time address and reports it. */
  newLink(): void;
  /** Resolves when the host has ended for good. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Starts the browser host. Throws internal when the core can't start (e.g. the port is taken). */
export function startServing(options: ServeOptions): Serving {
  const sessionSecret = randomBytes(32).toString('hex');
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>();
  let port = options.port ?? 0;
  let oneTimeToken: string | undefined = newToken();
  let stopping = false;
  let announced = false;
  let child: ChildProcess;

  const announce = () => options.onAddress(`http://127.0.0.1:${port}/?token=${oneTimeToken}`);

  const startCore = () => {
    // No environment of ours is needed inside; arguments carry nothing secret.
    child = fork(join(SOURCE_ROOT, 'electron', 'serve-core.ts'), [], {
      execArgv: [...process.execArgv, ...CORE_FLAGS],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (message: FromServeCore) => {
      if (message.kind === 'token-used') oneTimeToken = undefined;
      if (message.kind !== 'listening') return;
      port = message.port;
      // After a lock the window comes back by itself: its session cookie is still good.
      if (announced) return;
      announced = true;
      announce();
    });
    child.on('exit', (code) => {
      if (stopping) return end();
      if (code === LOCKED_EXIT_CODE) return startCore();
      fail(new AppError('internal', { details: { reference: `core-${code ?? 'killed'}` } }));
    });
    send({
      kind: 'start',
      port,
      sessionSecret,
      oneTimeToken,
      vaultDir: resolve(options.vaultDir ?? defaultVaultDir()),
      windowDir: options.windowDir ?? join(SOURCE_ROOT, 'out', 'renderer'),
    });
  };
  const send = (message: ToServeCore) => child.send(message);

  startCore();
  return {
    corePid: () => child.pid,
    newLink: () => {
      oneTimeToken = newToken();
      send({ kind: 'issue-token', token: oneTimeToken });
      announce();
    },
    ended,
    stop: () => {
      stopping = true;
      child.kill('SIGTERM');
    },
  };
}

function newToken(): string {
  return randomBytes(32).toString('hex');
}

/** Runs the host in this terminal until it is interrupted. `onAddress` prints; Enter makes another link. */
export async function serveInTerminal(
  options: Pick<ServeOptions, 'vaultDir' | 'port'>,
  print: (line: string) => void,
): Promise<void> {
  const serving = startServing({
    ...options,
    onAddress: (address) => print(`Open this address once, in one browser: ${address}`),
  });
  const stop = () => serving.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  if (process.stdin.isTTY) {
    print('Press Enter for another one-time address, Ctrl+C to stop.');
    process.stdin.on('data', () => serving.newLink());
  }
  await serving.ended;
  process.stdin.pause();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = (name: string) => {
    const index = process.argv.indexOf(name);
    return index < 0 ? undefined : process.argv[index + 1];
  };
  const port = at('--port');
  await serveInTerminal({ vaultDir: at('--vault'), port: port === undefined ? undefined : Number(port) }, (line) =>
    process.stdout.write(`${line}\n`),
  );
}
