// Reader processes as the app starts them outside of Electron.
import { fileURLToPath } from 'node:url';
import { nodeReader } from '../../../electron/readers/node-reader.ts';
import { createReaders } from '../../../electron/readers/readers.ts';
import type { Readers } from '../../../electron/readers/types.ts';

/** One reader process, started at its first file. */
export function createCoreReaders(): Readers {
  const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));
  return createReaders({ reader: nodeReader(), readerCount: 1, resourcesDir });
}
