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

/** An empty set of ports whose messages leave by `send`. */
export function createVirtualPorts(send: (number: number, data: unknown) => void): VirtualPorts {
  const ports = new Map<number, Map<string, ((event?: { data: unknown }) => void)[]>>();
  const emit = (number: number, event: string, payload?: { data: unknown }) => {
    for (const listener of ports.get(number)?.get(event) ?? []) listener(payload);
  };
  return {
    open: (number) => {
      const listeners = new Map<string, ((event?: { data: unknown }) => void)[]>();
      ports.set(number, listeners);
      return {
        on: (event, listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
        postMessage: (data) => {
          if (ports.get(number) === listeners) send(number, data);
        },
      };
    },
    receive: (number, data) => emit(number, 'message', { data }),
    close: (number) => {
      emit(number, 'close');
      ports.delete(number);
    },
  };
}
