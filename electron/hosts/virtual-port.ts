// Message ports for a channel that can't transfer real ones: numbers on the wire, port-like objects at this end.
import type { CallPort } from './core-channel.ts';

export interface VirtualPorts {
  /** Makes the port with this number. */
  open(number: number): CallPort;
  /** Hands a message that arrived to its port; a port that is gone hears nothing. */
  receive(number: number, data: unknown): void;
  /** The other end is gone: the port hears `close` once. */
  close(number: number): void;
}

type Listener = (event?: { data: unknown }) => void;

/** An empty set of ports whose messages leave by `send`. A port keeps what arrives until somebody listens, as real ports do. */
export function createVirtualPorts(send: (number: number, data: unknown) => void): VirtualPorts {
  const ports = new Map<number, { readonly listeners: Map<string, Listener>; early: unknown[] }>();
  return {
    open: (number) => {
      const port = { listeners: new Map<string, Listener>(), early: [] as unknown[] };
      ports.set(number, port);
      return {
        on: (event, listener) => {
          port.listeners.set(event, listener);
          if (event !== 'message') return;
          for (const data of port.early.splice(0)) listener({ data });
        },
        postMessage: (data) => {
          if (ports.get(number) === port) send(number, data);
        },
      };
    },
    receive: (number, data) => {
      const port = ports.get(number);
      const listener = port?.listeners.get('message');
      if (listener) listener({ data });
      else port?.early.push(data);
    },
    close: (number) => {
      ports.get(number)?.listeners.get('close')?.();
      ports.delete(number);
    },
  };
}
