// How a reader process is started under plain Node, from the sources.
import { fileURLToPath } from 'node:url';
import type { Platform } from '../core/platform.ts';

/** Start of a reader under Node: Node's permission model forbids it to write files or start programs. */
export function nodeReader(): Platform['reader'] {
  return {
    execPath: process.execPath,
    entry: fileURLToPath(new URL('./process.ts', import.meta.url)),
    execArgv: READER_PERMISSIONS,
    env: {},
  };
}

/** Node arguments that leave a reader only what it needs: reading files, threads, and the picture library's native part. */
export const READER_PERMISSIONS: readonly string[] = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-worker',
  '--allow-addons',
  '--no-warnings',
];
