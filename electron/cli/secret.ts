// What a vault or a backup is opened with on the command line: the passphrase, or the words in a file.
import type { Secret } from '../vault/unlock.ts';
import { type PassphraseOptions, readPassphrase, readWords } from './session.ts';

export interface SecretOptions extends PassphraseOptions {
  readonly wordsFile?: string;
}

/** The words when a file of them was named, else the passphrase. */
export async function secretOf(options: SecretOptions): Promise<Secret> {
  if (options.wordsFile !== undefined) return { words: readWords(options.wordsFile) };
  return { passphrase: await readPassphrase(options) };
}
