// Reader processes as the app starts them outside of Electron.
import { join } from 'node:path';
import { nodeReader } from '../../../electron/readers/node-reader.ts';
import { createReaders } from '../../../electron/readers/readers.ts';
import type { Readers } from '../../../electron/readers/types.ts';

/** One reader process, started at its first file. `resourcesDir` is the project's: a bundle of this file doesn't know where it comes from. */
export function createCoreReaders(resourcesDir: string): Readers {
  const entry = join(resourcesDir, '..', 'electron', 'readers', 'process.ts');
  return createReaders({ reader: { ...nodeReader(), entry }, readerCount: 1, resourcesDir });
}
