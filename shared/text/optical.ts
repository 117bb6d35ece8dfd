// What optical reading often makes of codes and numbers, and what they were: only where the letters around leave one sense.

/** Letters that stand for digits between digits. */
const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1' };

/** "C0-197", "(0A-22,", "C0": the group of an adjustment code, its O read as a zero. */
const GROUP = /^([([{]*)(?:C0|0A)(?=\W?\d|$)/;
/** "CO-l8", "OA-1O9": a digit of an adjustment code read as a letter. */
const ADJUSTMENT = /^[([{]*(?:CO|OA|PR|PI|CR)-(?=[OolI]*\d)[\dOolI]{1,3}(?=\W*$)/;
/** "N7O6", "MAl30": the same in a remark code. */
const REMARK = /^[([{]*(?:MA|M|N)(?=[OolI]*\d)[\dOolI]{2,3}(?=\W*$)/;
/** "26O12", "4l7": a letter between digits. */
const BETWEEN_DIGITS = /(?<=\d)[OolI]+(?=\d)/g;
/** "NHOO77150244": two Os between the letters and the digits of a long number. */
const ZEROS_BEFORE = /(?<=^[A-Z]{1,3}?)O{2,}(?=\d{5})/;

/** A word as it was most likely printed; the same length. Words without a digit come back as they are, but for the groups of adjustment codes. */
export function opticallyMended(word: string): string {
  if (!/\d/.test(word)) return word;
  return word
    .replace(GROUP, (hit) => hit.replace('0', 'O'))
    .replace(ADJUSTMENT, codeWithDigits)
    .replace(REMARK, codeWithDigits)
    .replace(ZEROS_BEFORE, withDigits)
    .replace(BETWEEN_DIGITS, withDigits);
}

/** The letters of a code kept, what follows as digits. */
function codeWithDigits(code: string): string {
  const letters = /^[([{]*(?:(?:CO|OA|PR|PI|CR)-|MA|M|N)/.exec(code)?.[0] ?? '';
  return letters + withDigits(code.slice(letters.length));
}

function withDigits(letters: string): string {
  return letters.replace(/[OolI]/g, (letter) => DIGITS[letter] ?? letter);
}
