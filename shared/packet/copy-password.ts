// Passwords of copies for e-mail: rules every PDF reader and every keyboard can follow.

/** Shortest password. */
export const SHORTEST_COPY_PASSWORD = 12;
/** Longest: the bytes a PDF takes of it (ISO 32000-2, 7.6.4.3.3). */
export const LONGEST_COPY_PASSWORD = 127;

/** The rules as the user reads them. */
export const COPY_PASSWORD_RULES =
  'At least 12 characters: letters, digits and signs of an English keyboard, no blank at either end. Tell it by phone, never in the same e-mail. It is not kept anywhere: if it is lost, make a new copy.';

/** True when the password follows the rules. Only ASCII, because readers disagree about how other letters are prepared (SASLprep). */
export function isGoodCopyPassword(password: string): boolean {
  return (
    password.length >= SHORTEST_COPY_PASSWORD &&
    password.length <= LONGEST_COPY_PASSWORD &&
    /^[\x20-\x7e]+$/.test(password) &&
    password.trim() === password &&
    new Set(password).size >= 5
  );
}
