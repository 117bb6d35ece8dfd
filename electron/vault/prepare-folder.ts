// Makes the folders of a new vault, and clears what an interrupted creation left behind.
import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { ensureFolder, readIfPresent, replaceFile, syncFolder } from './atomic.ts';
import { systemCode } from './file-errors.ts';
import { FOLDER_MODE, isVault, type Layout, README_TEXT } from './layout.ts';

/** Makes the folder itself; in one that exists nothing is changed. Throws vault-exists, vault-folder-not-empty. */
export async function assertUsableFolder(layout: Layout): Promise<void> {
  if (isVault(layout.dir)) throw new AppError('vault-exists');
  await ensureFolder(layout.dir);
  if (!(await holdsOnlyLeftovers(layout))) throw new AppError('vault-folder-not-empty');
}

/** Makes the parts of a new vault but for its header. Call it with the lock held. */
export async function prepareFolder(layout: Layout): Promise<void> {
  await chmod(layout.dir, FOLDER_MODE);
  for (const dir of [layout.databaseDir, layout.tmp]) await rm(dir, { recursive: true, force: true });
  for (const dir of [layout.databaseDir, layout.blobs, layout.tmp]) await ensureFolder(dir);
  await mendReadme(layout);
  await syncFolder(layout.dir);
}

/** Writes README.txt anew where it is missing or says something else: it tells people how to handle the folder, and nothing else vouches for it. */
export async function mendReadme(layout: Layout): Promise<void> {
  const text = Buffer.from(README_TEXT, 'utf8');
  if ((await readIfPresent(layout.readme))?.equals(text) !== true) await replaceFile(layout.tmp, layout.readme, text);
}

/** Removes what interrupted writes left behind, and makes the folder again where a copy of the vault lost it for being empty. */
export async function emptyTmp(layout: Layout): Promise<void> {
  await ensureFolder(layout.tmp);
  for (const name of await readdir(layout.tmp)) await rm(join(layout.tmp, name), { recursive: true, force: true });
}

/** True for an empty folder, and for one in which only a creation was cut off before its header: no paper can be in that yet. */
async function holdsOnlyLeftovers(layout: Layout): Promise<boolean> {
  const parts = new Set(['db', 'blobs', 'tmp', 'lock', 'README.txt']);
  const names = await readdir(layout.dir);
  if (!names.every((name) => parts.has(name))) return false;
  const [database, blobs, tmp] = await Promise.all([
    namesIn(layout.databaseDir),
    namesIn(layout.blobs),
    namesIn(layout.tmp),
  ]);
  return (
    database.every((name) => name.startsWith('main.db')) &&
    blobs.length === 0 &&
    tmp.every((name) => /^[0-9a-f]{32}$/.test(name))
  );
}

/** What a folder holds; nothing when it isn't there. */
export async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return [];
    throw cause;
  }
}
