// Passwords of locked PDFs at the command line: from a file, never as an argument, which every program of the computer could see.
import { AppError } from '../../shared/errors.ts';
import { PaperPassword } from '../../shared/model/document.ts';
import { sayLine } from './output.ts';
import { readTextFile } from './text-file.ts';

export interface PasswordOptions {
  readonly passwordFile?: string;
}

/** The passwords of `--password-file`, one on each line, blanks kept. Throws wrong-usage for a file that can't be read or holds none. */
export function readPasswords({ passwordFile }: PasswordOptions): readonly string[] {
  if (passwordFile === undefined) return [];
  const lines = readTextFile(passwordFile)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const passwords = lines.filter((line) => PaperPassword.safeParse(line).success);
  if (passwords.length === 0)
    throw new AppError('wrong-usage', {
      details: { hint: 'The file with the passwords holds none: write one on each line.' },
    });
  return passwords;
}

/** Says where a password goes, when one of the errors asks for it. */
export function hintAtPasswords(codes: readonly (string | undefined)[]): void {
  if (codes.includes('pdf-password')) sayLine('Write the password into a file and give it with --password-file FILE.');
}
