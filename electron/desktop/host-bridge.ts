// The names and shapes of what passes between the preload script and main. Nothing else may pass.
import type { DroppedFile } from '../hosts/core-protocol.ts';

/** Channels: `connect`, `tokens` and `left` from the window, `port`, `menu` and `leave` to it. */
export const CHANNELS = {
  connect: 'host:connect',
  tokens: 'host:tokens',
  port: 'host:port',
  menu: 'host:menu',
  leave: 'host:leave',
  left: 'host:left',
} as const;

/** What the menu can ask of the window. */
export type MenuCommand = 'add-papers' | 'add-folder' | 'search';

/** Largest number of files in one drop. */
const MAX_FILES = 2000;

/** Reads the argument of `tokens` strictly; undefined when it is anything else. */
export function parseDroppedFiles(value: unknown): readonly DroppedFile[] | undefined {
  if (!Array.isArray(value) || value.length > MAX_FILES) return undefined;
  const files = value.map(parseDroppedFile);
  return files.every((file) => file !== undefined) ? files : undefined;
}

function parseDroppedFile(value: unknown): DroppedFile | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, path, fileName, bytes } = value as Record<string, unknown>; // every field is checked below
  if (kind === 'path' && typeof path === 'string' && path !== '') return { kind, path };
  if (kind === 'bytes' && typeof fileName === 'string' && bytes instanceof Uint8Array) return { kind, fileName, bytes };
  return undefined;
}
