// The session: which vault folder is in use and whether it is open. Lock closes everything and ends the process.
import { AppError } from '../../shared/errors.ts';
import type { Readers } from '../readers/types.ts';
import type { Vault } from '../vault/types.ts';
import { createVault, isVault, openVault, openVaultReadOnly, recoverVault } from '../vault/vault.ts';
import type { JobRunner } from './jobs.ts';
import { passphraseCost } from './passphrase-cost.ts';
import type { Platform } from './platform.ts';

export interface Session {
  readonly folder: string;
  state(): 'none' | 'locked' | 'unlocked';
  /** Works on another folder from now on; only while no vault is open. */
  changeFolder(folder: string): void;
  create(passphrase: string): Promise<readonly string[]>;
  unlock(passphrase: string): Promise<void>;
  /** Opens the vault so that nothing in its folder changes; nothing in it can be changed. */
  unlockReadOnly(passphrase: string): Promise<void>;
  recover(words: readonly string[], newPassphrase: string): Promise<void>;
  /** The open vault. Throws vault-locked. */
  vault(): Vault;
  /** Stops the jobs, closes the vault, ends the readers and tells the host to end this process. */
  lock(): Promise<void>;
  /** Has the host end this process without waiting for anything. All that was acknowledged is durable; the rest never shows. */
  endAtOnce(): void;
  /** Like lock, but the process goes on. */
  close(): Promise<void>;
  /** Called after each opening, e.g. to go on with interrupted reading. */
  onOpened(listener: (vault: Vault) => void): void;
}

/** A session on the platform's default folder, closed. */
export function createSession(services: {
  readonly platform: Platform;
  readonly jobs: JobRunner;
  readonly readers: Readers;
}): Session {
  let folder = services.platform.defaultVaultDir;
  let vault: Vault | undefined;
  const listeners: ((vault: Vault) => void)[] = [];

  const opened = (next: Vault) => {
    vault = next;
    for (const listener of listeners) listener(next);
    services.jobs.takeUp(next);
  };
  const mustBeClosed = () => {
    if (vault !== undefined) throw new AppError('vault-in-use');
  };
  const close = async () => {
    await services.jobs.stopAll();
    const closing = vault;
    vault = undefined;
    await closing?.close();
  };

  return {
    get folder() {
      return folder;
    },
    state: () => (vault !== undefined ? 'unlocked' : isVault(folder) ? 'locked' : 'none'),
    changeFolder: (next) => {
      mustBeClosed();
      folder = next;
    },
    create: async (passphrase) => {
      mustBeClosed();
      const created = await createVault(folder, passphrase, { kdf: await passphraseCost(services.platform) });
      opened(created.vault);
      return created.recoveryWords;
    },
    unlock: async (passphrase) => {
      mustBeClosed();
      opened(await openVault(folder, { passphrase }));
    },
    unlockReadOnly: async (passphrase) => {
      mustBeClosed();
      opened(await openVaultReadOnly(folder, { passphrase }));
    },
    recover: async (words, newPassphrase) => {
      mustBeClosed();
      opened(await recoverVault(folder, words, newPassphrase, () => passphraseCost(services.platform)));
    },
    vault: () => {
      if (vault === undefined) throw new AppError('vault-locked');
      return vault;
    },
    lock: async () => {
      await close();
      await services.readers.close();
      services.platform.onLocked();
    },
    endAtOnce: () => services.platform.onLocked(),
    close,
    onOpened: (listener) => listeners.push(listener),
  };
}
