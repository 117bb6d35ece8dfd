// Where the desktop shell finds its files, in the source tree and in the packaged app alike.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';

/** Folder of the built output: main, preload and window lie side by side below it. */
const OUT = fileURLToPath(new URL('../', import.meta.url));

export const CORE_ENTRY = join(OUT, 'main', 'core-process.js');
export const READER_ENTRY = join(OUT, 'main', 'reader.js');
export const PRELOAD = join(OUT, 'preload', 'preload.cjs');
export const WINDOW_DIR = join(OUT, 'renderer');

/** Folder of the rules, fonts and language data. */
export function resourcesDir(): string {
  return app.isPackaged ? process.resourcesPath : join(OUT, '..', 'resources');
}

/** Folder where a vault goes unless the person chooses another. */
export function defaultVaultDir(): string {
  return join(app.getPath('userData'), 'vault');
}
