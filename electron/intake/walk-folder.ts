// Folders among the files that were given: walked within limits, hidden files and links passed over, each file in the order of its name.
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { loadFile } from '../core/files.ts';
import { isOfTheSystem } from '../readers/file-name.ts';
import type { IncomingFile } from './store-files.ts';

/** Most files of one folder, at all depths together. */
const MOST_FILES = 2000;

/** A folder in a folder in a folder: so deep, and no deeper. */
const DEEPEST = 12;

/** A file below a folder, or what was left out there and why. */
export type Walked = { readonly path: string } | { readonly name: string; readonly error: AppError };

/** The files below `path`, or undefined when it is no folder. What can't be looked into is left out with its reason. */
export async function walkFolder(path: string): Promise<readonly Walked[] | undefined> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    // What is wrong with it is said when it is opened.
    () => false,
  );
  if (!isFolder) return undefined;
  const walked: Walked[] = [];
  await walk(path, 0, walked);
  return walked.length > 0 ? walked : [{ name: basename(path), error: new AppError('folder-empty') }];
}

/** The files given, with those of a folder in its place. What was left out of one refuses when it is loaded. */
export async function withFolders(
  given: readonly (IncomingFile & { readonly path?: string | undefined })[],
): Promise<readonly IncomingFile[]> {
  const found = given.map(async (file): Promise<readonly IncomingFile[]> => {
    const walked = file.path === undefined ? undefined : await walkFolder(file.path);
    return walked?.map(incoming) ?? [file];
  });
  return (await Promise.all(found)).flat();
}

function incoming(walked: Walked): IncomingFile {
  if ('error' in walked) return { fileName: walked.name, load: () => Promise.reject(walked.error) };
  const { path } = walked;
  return { fileName: basename(path), load: (room) => loadFile(path, room) };
}

async function walk(folder: string, depth: number, walked: Walked[]): Promise<void> {
  const leftOut = (code: 'folder-too-deep' | 'folder-too-many' | 'file-unreadable', limit: number) =>
    void walked.push({ name: basename(folder), error: new AppError(code, { details: { limit } }) });
  if (depth > DEEPEST) return leftOut('folder-too-deep', DEEPEST);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return leftOut('file-unreadable', 0);
  const seen = entries.filter(({ name }) => !name.startsWith('.') && !isOfTheSystem(name));
  for (const entry of seen.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
    if (isFull(walked)) return;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, depth + 1, walked);
    else if (entry.isFile()) {
      if (walked.length >= MOST_FILES) return leftOut('folder-too-many', MOST_FILES);
      walked.push({ path });
    }
  }
}

function isFull(walked: readonly Walked[]): boolean {
  const last = walked.at(-1);
  return last !== undefined && 'error' in last && last.error.code === 'folder-too-many';
}
