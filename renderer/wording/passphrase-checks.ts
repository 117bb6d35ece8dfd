// What to check when a passphrase does not open the vault. It looks only at what was typed; of the right one nothing is known here.

/** Sentences about what was typed, those that were noticed first; the rest is good advice for everybody. */
export function thingsToCheck(typed: string, isCapsLock: boolean): readonly string[] {
  const noticed = [
    isCapsLock && 'Caps lock is on. Switch it off, unless it was on when you chose the passphrase.',
    /^\s/.test(typed) && 'What you typed begins with a space.',
    /\s$/.test(typed) && 'What you typed ends with a space.',
    /\S\s{2,}\S/.test(typed) && 'What you typed has two spaces in a row.',
    /[^\x20-\x7e]/.test(typed) && 'It holds letters or signs that an English keyboard does not have.',
  ];
  return [
    ...noticed.filter((line) => line !== false),
    'Is the keyboard set to the same language as when you chose it? On another layout y and z, or signs such as @ and #, change places.',
    'Show what you typed with the eye at the end of the field, and compare it with your paper.',
    'If you changed the passphrase lately, an older copy of the vault still opens with the old one.',
  ];
}
