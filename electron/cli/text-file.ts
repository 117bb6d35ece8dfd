// What is read from files the command line names: passphrases, passwords, words. Apart from the session, which loads the whole core.
import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';

/** The text of a file, or of standard input (0). Throws wrong-usage. */
export function readTextFile(file: string | 0): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('wrong-usage', {
      details: { hint: 'A file with a passphrase, passwords or words could not be read.' },
      cause,
    });
  }
}
