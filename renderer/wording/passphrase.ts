// The one rule a new passphrase must keep, and what the window says about it while it is typed.

/** The core refuses anything shorter, in characters. */
export const MIN_LENGTH = 12;

export interface PassphraseHint {
  readonly isEnough: boolean;
  readonly sentence: string;
}

/** A hint by length alone; how hard it is to guess is told apart, and stops nobody. */
export function hintFor(passphrase: string): PassphraseHint {
  const { length } = passphrase;
  if (length === 0)
    return { isEnough: false, sentence: 'At least 12 characters; five or more everyday words are best.' };
  if (length < MIN_LENGTH)
    return {
      isEnough: false,
      sentence: `Too short: ${MIN_LENGTH - length} more ${MIN_LENGTH - length === 1 ? 'character' : 'characters'}.`,
    };
  return { isEnough: true, sentence: 'Long enough.' };
}
