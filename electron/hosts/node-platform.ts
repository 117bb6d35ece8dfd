// The Platform of plain Node: command line, browser host and tests.
import { readFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IsoDate } from '../../shared/model/vocabulary.ts';
import type { Platform } from '../core/platform.ts';
import { nodeReader } from '../readers/node-reader.ts';

/** Root of the source tree: this file lies two folders below it. */
export const SOURCE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Today's calendar date where the user is. */
export function localToday(): IsoDate {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Folder where a vault goes unless the user names another: the system's place for application data. */
export function defaultVaultDir(): string {
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Appeal Vault', 'vault');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Appeal Vault', 'vault');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'appeal-vault', 'vault');
}

/** Builds the Platform for a plain Node process; every member can be replaced. */
export function nodePlatform(overrides: Partial<Platform> = {}): Platform {
  const { version } = JSON.parse(readFileSync(join(SOURCE_ROOT, 'package.json'), 'utf8')) as { version: string };
  return {
    kind: 'command-line',
    version,
    resourcesDir: join(SOURCE_ROOT, 'resources'),
    defaultVaultDir: defaultVaultDir(),
    reader: nodeReader(),
    readerCount: Math.max(1, Math.min(8, availableParallelism())),
    today: localToday,
    onLocked: () => undefined,
    ...overrides,
  };
}
