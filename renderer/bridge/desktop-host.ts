// The desktop host: calls over a message port to the core process, files by the preload script, bytes from the app's own scheme.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Client } from '../../shared/contract/contract.ts';
import type { DesktopApi } from './desktop-api.ts';
import { fromBody, fromWire } from './errors.ts';
import type { Host } from './host.ts';

/** The window message that brings the port; the preload script sends it. */
const PORT_MESSAGE = 'appeal-vault:port';

/** The host behind the preload script's door, connected to the running core. */
export async function createDesktopHost(api: DesktopApi): Promise<Host> {
  const port = await takePort(api);
  const link = new RPCLink({
    port,
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (cause) {
          throw fromWire(cause);
        }
      },
    ],
  });
  port.start();
  const client: Client = createORPCClient(link);
  return {
    kind: 'desktop',
    client,
    assetUrl: (path) => `${api.assetBase}${path}`,
    downloadUrl: () => undefined,
    upload: async (files, onProgress) => {
      onProgress(0, files.length);
      const answer = await api.tokensFor(files);
      if (!('tokens' in answer)) throw fromBody(answer);
      return answer.tokens.map((token, index) => ({ fileName: files[index]?.name ?? '', token }));
    },
    onMenu: api.onMenu,
    onLeave: api.onLeave,
    backups: undefined,
    // Main puts a new window in the place of this one: there is nothing to wait for here.
    waitForFreshCore: () => new Promise(() => undefined),
  };
}

function takePort(api: DesktopApi): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.data !== PORT_MESSAGE || event.origin !== location.origin || port === undefined) return;
      window.removeEventListener('message', take);
      resolve(port);
    };
    window.addEventListener('message', take);
    api.connect();
  });
}
