// Writes a copy of something from the vault where the user chooses: the one way out of it on the desktop.
import { writeFile } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import type { Platform } from './platform.ts';

/** Asks for a place and writes the bytes there; `saved` is false when no place was chosen. Throws output-exists. */
export async function saveCopy(
  platform: Platform,
  suggestedName: string,
  load: () => Promise<Uint8Array>,
): Promise<{ saved: boolean }> {
  const path = await platform.pickSavePath?.(suggestedName);
  if (path === undefined) return { saved: false };
  const bytes = await load();
  try {
    await writeFile(path, bytes);
  } catch (cause) {
    throw new AppError('output-exists', { cause });
  }
  return { saved: true };
}
