// Writes a copy of something from the vault where the user chooses: the one way out of it on the desktop.
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { Platform } from './platform.ts';

/** Hands a file over piece by piece; throws when it turns out not to be whole. */
type Pour = (sink: (bytes: Uint8Array) => Promise<void>) => Promise<void>;

/** Asks for a place and writes the bytes there; `saved` is false when no place was chosen. Throws output-exists. */
export function saveCopy(
  platform: Platform,
  suggestedName: string,
  load: () => Promise<Uint8Array>,
): Promise<{ saved: boolean }> {
  return saveFile(platform, suggestedName, async (sink) => sink(await load()));
}

/**
 * Asks for a place and writes the pieces there, as a whole or not at all; `saved` is false when no place was chosen. Throws output-exists,
 * and what `pour` throws.
 */
export async function saveFile(platform: Platform, suggestedName: string, pour: Pour): Promise<{ saved: boolean }> {
  const path = await platform.pickSavePath?.(suggestedName);
  if (path === undefined) return { saved: false };
  // Beside its place, so that it can be moved there in one step.
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      await pour((bytes) => file.writeFile(bytes));
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw isAppError(cause) ? cause : new AppError('output-exists', { cause });
  }
  return { saved: true };
}
