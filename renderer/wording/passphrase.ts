// What the window says about a passphrase while it is typed.

/** The core refuses anything shorter, in characters. */
export const MIN_LENGTH = 12;
const STRONG_LENGTH = 20;
const STRONG_WORDS = 5;

export interface PassphraseHint {
  readonly isEnough: boolean;
  /** 0 to 100, for a bar. */
  readonly strength: number;
  readonly sentence: string;
}

/** A hint by length alone: length is what counts, and nothing else can be judged honestly here. */
export function hintFor(passphrase: string): PassphraseHint {
  const { length } = passphrase;
  const words = passphrase.split(/\s+/).filter((word) => word.length > 2).length;
  if (length === 0)
    return { isEnough: false, strength: 0, sentence: 'At least 12 characters; five or more everyday words are best.' };
  if (length < MIN_LENGTH)
    return {
      isEnough: false,
      strength: (40 * length) / MIN_LENGTH,
      sentence: `Too short: ${MIN_LENGTH - length} more ${MIN_LENGTH - length === 1 ? 'character' : 'characters'}.`,
    };
  if (words >= STRONG_WORDS || length >= STRONG_LENGTH)
    return { isEnough: true, strength: 100, sentence: 'Good and long.' };
  return { isEnough: true, strength: 70, sentence: 'Long enough. Another word or two makes it much stronger.' };
}
