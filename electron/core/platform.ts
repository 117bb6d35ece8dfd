// The Platform: the complete list of what differs by host. No service asks where it runs.
import type { IsoDate } from '../../shared/model/vocabulary.ts';
import type { KdfParams } from '../../shared/vault-format/header.ts';

export interface Platform {
  readonly kind: 'desktop' | 'browser' | 'command-line';
  readonly version: string;
  /** Folder of `resources/`. */
  readonly resourcesDir: string;
  /** Folder where a vault goes unless the user chooses another. */
  readonly defaultVaultDir: string;
  /** How to start a reader process: a program and its arguments. It must speak Node's IPC channel. */
  readonly reader: {
    readonly execPath: string;
    readonly entry: string;
    readonly execArgv: readonly string[];
    readonly env: Readonly<Record<string, string>>;
  };
  /** Number of reader processes. */
  readonly readerCount: number;
  /** The calendar date where the user is. */
  readonly today: () => IsoDate;
  /** Cost of turning a passphrase into a key; measured on this computer when it is not given. */
  readonly passphraseCost?: KdfParams | undefined;
  /** Called when the vault was locked and everything is closed: the host ends this process and starts a fresh one. */
  readonly onLocked: () => void;
  /** The system's file dialogs, where the host has them. Each returns absolute paths, or undefined when the user thought better of it. */
  readonly pickFiles?: (() => Promise<readonly string[] | undefined>) | undefined;
  /** Folders whose files are to be taken in. */
  readonly pickFolders?: (() => Promise<readonly string[] | undefined>) | undefined;
  readonly pickFolder?: (() => Promise<string | undefined>) | undefined;
  /** A folder that is not to become the vault's, and the file of a backup. */
  readonly pickPlace?: (() => Promise<string | undefined>) | undefined;
  readonly pickBackup?: (() => Promise<string | undefined>) | undefined;
  /** Called when another folder than before holds the vault in use, so that the host begins there next time. */
  readonly onVaultFolder?: ((folder: string) => void) | undefined;
  /** Called when a vault is opened and when the choice changes: minutes without anybody after which the host locks. */
  readonly onLockAfter?: ((minutes: number) => void) | undefined;
  /** Called with each sign of life of a window; `isActive` when somebody used it. */
  readonly onPresent?: ((isActive: boolean) => void) | undefined;
  readonly pickSavePath?: ((suggestedName: string) => Promise<string | undefined>) | undefined;
}
