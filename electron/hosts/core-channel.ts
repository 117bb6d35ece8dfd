// The core process's end of its channel to main: Electron's parent port in a utility process, Node's IPC channel in a child process.
import type { FromCore, ToCore } from './core-protocol.ts';
import { createVirtualPorts } from './virtual-port.ts';

/** The part of a message port that a call handler needs; Electron's MessagePortMain and our virtual ports have it. */
export interface CallPort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

export interface CoreChannel {
  post(message: FromCore): void;
  /** Hears all messages but those about ports. */
  onMessage(listener: (message: ToCore) => void): void;
  /** Hears of each port a window brought; its messages start to flow when the listener's promise is fulfilled. */
  onPort(listener: (port: CallPort) => Promise<void>): void;
}

/** Electron's `process.parentPort`, as far as it is used here; the core's room has no Electron types. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: ToCore; ports: (CallPort & { start(): void })[] }) => void): void;
  postMessage(message: FromCore): void;
}

/** Opens the channel this process was started with. Throws when it was started without one. */
export function openCoreChannel(): CoreChannel {
  const { parentPort } = process as { parentPort?: ParentPort }; // set by Electron in a utility process
  if (parentPort) return overParentPort(parentPort);
  if (process.send) return overNodeChannel();
  throw new Error('The core process must be started by the app.');
}

function overParentPort(parent: ParentPort): CoreChannel {
  return {
    post: (message) => parent.postMessage(message),
    onMessage: (listener) =>
      parent.on('message', ({ data }) => {
        if (data.kind !== 'port') listener(data);
      }),
    onPort: (listener) =>
      parent.on('message', ({ data, ports: [port] }) => {
        if (data.kind !== 'port' || port === undefined) return;
        void listener(port).then(() => port.start());
      }),
  };
}

function overNodeChannel(): CoreChannel {
  const post = (message: FromCore) => void process.send?.(message);
  const ports = createVirtualPorts((port, data) => post({ kind: 'port-message', port, data }));
  // Main is gone: nobody is left to work for.
  process.on('disconnect', () => process.exit(0));
  return {
    post,
    onMessage: (listener) =>
      process.on('message', (message: ToCore) => {
        if (!message.kind.startsWith('port')) listener(message);
      }),
    onPort: (listener) =>
      process.on('message', (message: ToCore) => {
        if (message.kind === 'port') void listener(ports.open(message.port));
        else if (message.kind === 'port-message') ports.receive(message.port, message.data);
        else if (message.kind === 'port-closed') ports.close(message.port);
      }),
  };
}
