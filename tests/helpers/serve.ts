// Starts the real browser host (supervisor and core process) on a folder of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Serving, startServing } from '../../electron/serve.ts';

export interface TestHost {
  /** Origin without a slash at the end. */
  readonly origin: string;
  /** The one-time address. */
  readonly address: string;
  readonly dir: string;
  readonly serving: Serving;
  /** Waits for the next one-time address after `newLink`. */
  nextAddress(): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts the host and waits for its address. `fill` may make the vault before. */
export async function startHost(fill?: (vaultDir: string) => Promise<void>): Promise<TestHost> {
  const dir = await mkdtemp(join(tmpdir(), 'appeal-vault-host-'));
  await fill?.(join(dir, 'vault'));
  let arrived = Promise.withResolvers<string>();
  const serving = startServing({ vaultDir: join(dir, 'vault'), onAddress: (address) => arrived.resolve(address) });
  const address = await Promise.race([
    arrived.promise,
    serving.ended.then(() => Promise.reject(new Error('The host ended.'))),
  ]);
  return {
    origin: new URL(address).origin,
    address,
    dir,
    serving,
    nextAddress: () => {
      arrived = Promise.withResolvers();
      serving.newLink();
      return arrived.promise;
    },
    [Symbol.asyncDispose]: async () => {
      serving.stop();
      await serving.ended;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Uses a one-time address as a browser would; gives the session cookie back. */
export async function enter(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie');
  if (cookie === null) throw new Error(`No session: ${response.status}`);
  return cookie.split(';', 1)[0] ?? '';
}
