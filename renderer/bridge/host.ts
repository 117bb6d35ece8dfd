// The host as the window sees it: the typed client, addresses of bytes, and a way to hand files over.
import type { Client } from '../../shared/contract/contract.ts';
import type { FileToken } from '../../shared/ids.ts';
import type { MenuCommand } from './desktop-api.ts';

export interface Host {
  readonly kind: 'desktop' | 'browser';
  readonly client: Client;
  /** Full address of bytes whose path comes from shared/contract/assets.ts. */
  assetUrl(path: string): string;
  /** Address that downloads instead of shows; undefined where the host saves by a dialog. */
  downloadUrl(path: string): string | undefined;
  /** Hands files to the core and gets their tokens. Throws catalogue errors. */
  upload(files: readonly File[], onProgress: (done: number, total: number) => void): Promise<readonly UploadedFile[]>;
  /** Calls back with commands of the system's menu. Gives back a function that ends this. */
  onMenu(callback: (command: MenuCommand) => void): () => void;
  /** Calls back when the host is about to lock or end; it waits a little for the promise. Gives back a function that ends this. */
  onLeave(callback: () => Promise<void>): () => void;
  /** Backups that pass through the browser; undefined where the host writes and reads files by itself. */
  readonly backups: BrowserBackups | undefined;
  /** Settles when the core that held the keys is gone and the window may start anew. */
  waitForFreshCore(): Promise<void>;
}

export interface BrowserBackups {
  /** Address that saves a backup that was made. */
  saveUrl(downloadId: string): string;
  /** Hands a saved file back to be compared; then it counts. Throws catalogue errors. */
  check(downloadId: string, file: File): Promise<void>;
  /** Hands a file over for a restore; gives its name. Throws catalogue errors. */
  handOver(file: File, signal: AbortSignal): Promise<string>;
}

/** A file the core took, or the sentence why it did not. */
export type UploadedFile =
  | { readonly fileName: string; readonly token: FileToken }
  | { readonly fileName: string; readonly sentence: string };
