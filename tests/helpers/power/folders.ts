// Between real folders and the model of the disk.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DiskFolder, newFile, newFolder } from './disk.ts';
import type { Leftovers } from './fates.ts';

/** The model of a real folder, all of it durable. */
export function readFolder(path: string, under = ''): DiskFolder {
  const folder = newFolder();
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const at = join(path, entry.name);
    const name = under === '' ? entry.name : `${under}/${entry.name}`;
    const node = entry.isDirectory() ? readFolder(at, name) : newFile(readFileSync(at));
    node.names.push(name);
    folder.durable.set(entry.name, node);
    folder.now.set(entry.name, node);
  }
  return folder;
}

/** Makes a real folder, anew, of what a power cut left. */
export function writeLeftovers(left: Leftovers, path: string): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { mode: 0o700 });
  for (const [name, content] of left)
    if (content === undefined) mkdirSync(join(path, name), { mode: 0o700 });
    else writeFileSync(join(path, name), content, { mode: 0o600 });
}
