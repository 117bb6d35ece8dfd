// Durable writing: a file is either the old one or the new one, and once a call returns it survives a power cut.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemCode } from './file-errors.ts';
import { FILE_MODE, FOLDER_MODE } from './layout.ts';

/** Makes names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the bytes of a file durable that something else has written. */
export async function syncFile(path: string): Promise<void> {
  // Windows syncs only what is open for writing.
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder (mode 0700) and those above it when they are missing, durably. One by one: the recursive call hides why it failed on a read-only disk. */
export async function ensureFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { mode: FOLDER_MODE });
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(dir) === dir) throw cause;
    await ensureFolder(dirname(dir));
    await mkdir(dir, { mode: FOLDER_MODE });
  }
  await syncFolder(dirname(dir));
}

/** Replaces `target` in one step: a new file in `tmpDir` (same disk), fsync, rename, fsync of the folder. */
export async function replaceFile(tmpDir: string, target: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(tmpDir, randomBytes(16).toString('hex'));
  try {
    const handle = await open(temporary, 'wx', FILE_MODE);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await moveIntoPlace(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}

/** Renames durably. On Windows a virus scanner may hold either file for a moment: tries again for up to a minute. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  await renamePatiently(from, to);
  await syncFolder(dirname(to));
}

/** The bytes of a file, or undefined when there is none. */
export async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return undefined;
    throw cause;
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  for (let pause = 10; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      await rename(from, to);
      return;
    } catch (cause) {
      const mayPass = process.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(systemCode(cause) ?? '');
      if (!mayPass || performance.now() > giveUpAt) throw cause;
      await delay(pause);
    }
  }
}
