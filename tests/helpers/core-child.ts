// The core as a child process, driven as main drives it: ports for calls, requests for files and assets, dialogs, lock, and a kill.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { DroppedFile, FromCore, ToCore } from '../../electron/hosts/core-protocol.ts';
import type { Client } from '../../shared/contract/contract.ts';
import type { FileToken } from '../../shared/ids.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface CoreChild {
  readonly child: ChildProcess;
  send(message: ToCore): void;
  /** The first message of that kind (with that request number, if given), whether it has come already or comes later. Never answers once the process is gone. */
  message<K extends FromCore['kind']>(kind: K, id?: number): Promise<Extract<FromCore, { kind: K }>>;
  /** A client over a port of its own, forwarded the way main forwards a window's port. */
  connect(): Client;
  /** Makes files known to the core, as when they are dropped. */
  addFiles(files: readonly DroppedFile[]): Promise<readonly FileToken[]>;
  /** Bytes of an asset. Throws the code of the error. */
  asset(path: string): Promise<Uint8Array>;
  /** SIGKILL; answers when the process is gone. */
  kill(): Promise<void>;
  /** Kills it when it still runs. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Makes many starts quicker: a folder that `compileCore` filled with compiled code, and the built program instead of the sources. */
export interface QuickStart {
  readonly compiled: string;
  readonly isBuilt: boolean;
}

/** Starts the core's process on a vault folder that need not exist yet. */
export function startCoreChild(vaultDir: string, quick?: QuickStart): CoreChild {
  const [entry, reader] =
    quick?.isBuilt === true
      ? ['out/main/core-process.js', 'out/main/reader.js']
      : ['electron/core-process.ts', 'electron/readers/process.ts'];
  const child = fork(at(entry), [], {
    serialization: 'advanced',
    env: { ...process.env, ...(quick !== undefined && { NODE_COMPILE_CACHE: quick.compiled }) },
  });
  const heard: FromCore[] = [];
  let lastPort = 0;
  let lastRequest = 0;
  child.setMaxListeners(0);
  child.on('message', (message: FromCore) => {
    if (message.kind !== 'port-message') heard.push(message);
  });

  // What is still on its way to a process that was killed has nobody to go to.
  const send = (message: ToCore) => void (child.connected && child.send(message, () => undefined));
  const message: CoreChild['message'] = async (kind, id) => {
    for (;;) {
      const found = heard.find((one) => one.kind === kind && (id === undefined || ('id' in one && one.id === id)));
      if (found !== undefined) return found as Extract<FromCore, { kind: typeof kind }>; // its kind was just compared
      await once(child, 'message');
    }
  };
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };

  send({
    kind: 'start',
    start: {
      version: '1.2.3',
      resourcesDir: at('resources'),
      defaultVaultDir: vaultDir,
      reader: { entry: at(reader), env: {} },
    },
  });
  return {
    child,
    send,
    message,
    connect: () => {
      lastPort += 1;
      const port = lastPort;
      const { port1, port2 } = new MessageChannel();
      send({ kind: 'port', port });
      port2.on('message', (data: unknown) => send({ kind: 'port-message', port, data }));
      child.on('message', (one: FromCore) => {
        if (one.kind === 'port-message' && one.port === port) port2.postMessage(one.data);
      });
      child.once('exit', () => port2.close());
      const link = new RPCLink({ port: port1 });
      port1.start();
      return createORPCClient(link);
    },
    addFiles: async (files) => {
      lastRequest += 1;
      const id = lastRequest;
      send({ kind: 'add-files', id, files });
      return (await message('added', id)).tokens;
    },
    asset: async (path) => {
      lastRequest += 1;
      const id = lastRequest;
      send({ kind: 'asset', id, path });
      const answer = await Promise.race([message('asset', id), message('failed', id)]);
      if (answer.kind === 'failed') throw new Error(answer.code);
      return answer.bytes;
    },
    kill,
    [Symbol.asyncDispose]: kill,
  };
}

/** Fills the folder for compiled code: Node writes it when a process ends of itself. */
export async function compileCore(quick: QuickStart): Promise<void> {
  const { child, connect } = startCoreChild(join(quick.compiled, 'no-vault'), quick);
  await connect().vault.state({});
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}
