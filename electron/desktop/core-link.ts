// One running core process seen from main: a utility process, or a Node child where this Electron's own Node.js is too old for the core.

import { fork } from 'node:child_process';
import { type MessagePortMain, utilityProcess } from 'electron';
import { CORE_FLAGS } from '../hosts/core-flags.ts';
import type { FromCore, ToCore } from '../hosts/core-protocol.ts';

export interface CoreLink {
  readonly pid: () => number | undefined;
  send(message: ToCore): void;
  /** Joins a window's port to the core. */
  sendPort(port: MessagePortMain): void;
  kill(): void;
}

export interface CoreEvents {
  readonly onMessage: (message: FromCore) => void;
  readonly onExit: () => void;
}

/** The database needs Node-API 10; Electron 35 and newer have it. */
const NEEDED_NAPI = 10;

/** Starts the core process. On an Electron that is too old, the program named by APPEAL_VAULT_NODE runs it. */
export function startCoreLink(entry: string, events: CoreEvents): CoreLink {
  const node = process.env.APPEAL_VAULT_NODE;
  const isTooOld = Number(process.versions.napi) < NEEDED_NAPI;
  return isTooOld && node !== undefined ? overNode(node, entry, events) : overUtility(entry, events);
}

function overUtility(entry: string, events: CoreEvents): CoreLink {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Appeal Vault',
    env: coreEnv(),
    stdio: 'ignore',
    execArgv: [...CORE_FLAGS],
  });
  child.on('message', events.onMessage);
  child.once('exit', events.onExit);
  return {
    pid: () => child.pid,
    send: (message) => child.postMessage(message),
    sendPort: (port) => child.postMessage({ kind: 'port', port: 0 } satisfies ToCore, [port]),
    kill: () => void child.kill(),
  };
}

function overNode(node: string, entry: string, events: CoreEvents): CoreLink {
  const child = fork(entry, [], {
    execPath: node,
    execArgv: [...CORE_FLAGS],
    env: coreEnv(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ports = new Map<number, MessagePortMain>();
  let lastPort = 0;
  // A message may still be on its way when the process is killed for a lock: then nobody is left to hear it.
  const send = (message: ToCore) => void (child.connected && child.send(message, ignoreClosedChannel));
  child.on('message', (message: FromCore) => {
    if (message.kind === 'port-message') ports.get(message.port)?.postMessage(message.data);
    else events.onMessage(message);
  });
  child.once('error', () => child.kill('SIGKILL'));
  child.once('close', () => {
    for (const port of ports.values()) port.close();
    events.onExit();
  });
  return {
    pid: () => child.pid,
    send,
    sendPort: (port) => {
      const number = ++lastPort;
      ports.set(number, port);
      send({ kind: 'port', port: number });
      port.on('message', ({ data }) => send({ kind: 'port-message', port: number, data }));
      port.on('close', () => {
        ports.delete(number);
        send({ kind: 'port-closed', port: number });
      });
      port.start();
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Node reports a channel that closed under a message; the process's end is told by `close`. */
function ignoreClosedChannel(): void {
  return undefined;
}

/** The core inherits what the system needs and nothing that could change how Node.js runs. */
function coreEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(NODE_|ELECTRON_|APPEAL_VAULT_)/.test(name),
  );
  return Object.fromEntries(entries) as Record<string, string>; // undefined values were just taken out
}
