// Names of everything inside a vault folder. FORMAT.md describes each.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Modes of folders and files: the owner only. */
export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

export const HEADER_NAME = 'vault.hdr';
export const SPARE_HEADER_NAME = 'vault.hdr.1';

/** Absolute paths of the parts of a vault. */
export interface Layout {
  readonly dir: string;
  readonly header: string;
  readonly spareHeader: string;
  readonly databaseDir: string;
  readonly database: string;
  readonly blobs: string;
  readonly tmp: string;
  /** Stored files that belonged to nothing, on their way out. */
  readonly quarantine: string;
  readonly lock: string;
  readonly readme: string;
}

/** The layout of the vault in `dir`. */
export function layoutOf(dir: string): Layout {
  return {
    dir,
    header: join(dir, HEADER_NAME),
    spareHeader: join(dir, SPARE_HEADER_NAME),
    databaseDir: join(dir, 'db'),
    database: join(dir, 'db', 'main.db'),
    blobs: join(dir, 'blobs'),
    tmp: join(dir, 'tmp'),
    quarantine: join(dir, 'quarantine'),
    lock: join(dir, 'lock'),
    readme: join(dir, 'README.txt'),
  };
}

/** True when the folder holds a vault, healthy or not: a header or its spare copy. */
export function isVault(dir: string): boolean {
  const layout = layoutOf(dir);
  return existsSync(layout.header) || existsSync(layout.spareHeader);
}

/** The text of README.txt: says nothing about the person. */
export const README_TEXT = `This folder is an Appeal Vault: encrypted papers that only the Appeal Vault app can open.

- Do not rename, move or delete single files in here: they belong together. Move or copy the folder as a whole, and only while the app is closed.
- It opens with your passphrase or with your 24 recovery words. Without one of the two nobody can open it, not even the makers of the app.
- If vault.hdr is damaged, the app uses its spare copy vault.hdr.1 by itself.
- The format is open and described in FORMAT.md of the app's source: SQLCipher 4 for the database, age v1 for the files.
`;
