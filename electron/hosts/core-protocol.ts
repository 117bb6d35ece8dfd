// What the desktop shell (main) and the core process say to each other. Calls of the window don't pass through here: they go over ports.
import type { ErrorCode } from '../../shared/errors.ts';
import type { FileToken } from '../../shared/ids.ts';

/** A file the person dropped: its place on disk, or its bytes when it has none (e.g. dragged out of a browser). */
export type DroppedFile =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly fileName: string; readonly bytes: Uint8Array };

/** What main tells the core process at its start: the plain data of a Platform. */
export interface CoreStart {
  readonly version: string;
  readonly resourcesDir: string;
  readonly defaultVaultDir: string;
  /** The program the reader processes run, and the environment in which this executable runs it. */
  readonly reader: { readonly entry: string; readonly env: Readonly<Record<string, string>> };
}

/** What a system dialog is asked for. */
export type DialogRequest =
  | { readonly dialog: 'files' }
  /** Folders of papers. */
  | { readonly dialog: 'folders' }
  | { readonly dialog: 'folder' }
  /** A folder for something else than the vault. */
  | { readonly dialog: 'place' }
  | { readonly dialog: 'backup' }
  | { readonly dialog: 'save'; readonly suggestedName: string };

export type ToCore =
  | { readonly kind: 'start'; readonly start: CoreStart }
  /** A window's port: transferred with this message where the channel can do that, else a number for `port-message`. */
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'port-message'; readonly port: number; readonly data: unknown }
  | { readonly kind: 'port-closed'; readonly port: number }
  | { readonly kind: 'asset'; readonly id: number; readonly path: string }
  | { readonly kind: 'add-files'; readonly id: number; readonly files: readonly DroppedFile[] }
  /** Paths chosen in a dialog; undefined when the person thought better of it. */
  | { readonly kind: 'chosen'; readonly id: number; readonly paths: readonly string[] | undefined }
  /** Close the vault; answered by `locked` when one was open, else by `not-open`. */
  | { readonly kind: 'lock' };

export type FromCore =
  | { readonly kind: 'port-message'; readonly port: number; readonly data: unknown }
  | {
      readonly kind: 'asset';
      readonly id: number;
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      readonly fileName: string | undefined;
    }
  | { readonly kind: 'added'; readonly id: number; readonly tokens: readonly FileToken[] }
  | { readonly kind: 'failed'; readonly id: number; readonly code: ErrorCode }
  | { readonly kind: 'choose'; readonly id: number; readonly request: DialogRequest }
  /** Another folder holds the vault in use: the one to begin with next time. */
  | { readonly kind: 'vault-folder'; readonly folder: string }
  /** A vault is open, to be locked after so many minutes without anybody. */
  | { readonly kind: 'lock-after'; readonly minutes: number }
  /** Everything is closed: main ends this process and starts a fresh one. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'not-open' };
