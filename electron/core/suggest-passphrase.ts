// A passphrase to offer: five words of the EFF list, chosen by the system's own randomness. It is kept nowhere.
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Five words of 7,776 are 64.6 bits. */
const WORDS = 5;

/** Five words with blanks between them. Throws when the list of `resourcesDir` is missing. */
export async function suggestPassphrase(resourcesDir: string): Promise<string> {
  const list = await readFile(join(resourcesDir, 'words', 'eff-large-wordlist.txt'), 'utf8');
  // Each line is five dice, a tab and the word.
  const words = list.split('\n').flatMap((line) => line.split('\t')[1] ?? []);
  return Array.from({ length: WORDS }, () => words[randomInt(words.length)]).join(' ');
}
