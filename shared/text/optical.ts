// What optical reading often makes of codes and numbers, and what they were: only where the letters around leave one sense.

/** Letters that stand for digits between digits. */
const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', l: '1', I: '1' };

/** "C0-197", "(0A-22,", "C0": the group of an adjustment code, its O read as a zero. */
const GROUP = /^([([{]*)(?:C0|0A)(?=\W?\d|$)/;
/** "CO-l8", "OA-1O9": a digit of an adjustment code read as a letter. */
const ADJUSTMENT = /^[([{]*(?:CO|OA|PR|PI|CR)-(?=[OolI]*\d)[\dOolI]{1,3}(?=\W*$)/;
/** "N7O6", "MAl30": the same in a remark code. */
const REMARK = /^[([{]*(?:MA|M|N)(?=[OolI]*\d)[\dOolI]{2,3}(?=\W*$)/;
/** "KO823": a procedure's letter, then four digits, two of them at least read as such. */
const PROCEDURE = /^[([{]*[A-CEGHJ-MP-V](?=(?:[OoQlI]*\d){2})[\dOoQlI]{4}(?=\W*$)/;
/** "L57.O", "RO0.2": a diagnosis with its point. */
const DIAGNOSIS = /^[([{]*[A-TV-Z](?=[OolI.]*\d)[\dOolI]{2}\.[\dOolI]{1,4}(?=\W*$)/;
/** "26O12", "4l7": a letter between digits. */
const BETWEEN_DIGITS = /(?<=\d)[OolI]+(?=\d)/g;
/** "@7", "680.0@", "L57.@", "A@428", "r@5": a zero with a stroke through it; an address of a mail goes on in letters. */
const STRUCK_ZERO = /@(?=[\d@.,/-]*\W*$)/g;
/** "P.0." before "Box". */
const POST_OFFICE = /^P\.?0\.?$/;
/** "NHOO77150244": two Os between the letters and the digits of a long number. */
const ZEROS_BEFORE = /(?<=^[A-Z]{1,3}?)O{2,}(?=\d{5})/;

/** A word as it was most likely printed; the same length. Words without a digit come back as they are, but for the groups of adjustment codes. */
export function opticallyMended(word: string): string {
  if (!/\d/.test(word)) return word;
  if (POST_OFFICE.test(word)) return word.replace('0', 'O');
  return word
    .replace(STRUCK_ZERO, '0')
    .replace(GROUP, (hit) => hit.replace('0', 'O'))
    .replace(ADJUSTMENT, codeWithDigits)
    .replace(REMARK, codeWithDigits)
    .replace(PROCEDURE, codeWithDigits)
    .replace(DIAGNOSIS, codeWithDigits)
    .replace(ZEROS_BEFORE, withDigits)
    .replace(BETWEEN_DIGITS, withDigits);
}

/** The letters of a code kept, what follows as digits. */
function codeWithDigits(code: string): string {
  const letters = /^[([{]*(?:(?:CO|OA|PR|PI|CR)-|MA|[A-Z])/.exec(code)?.[0] ?? '';
  return letters + withDigits(code.slice(letters.length));
}

function withDigits(letters: string): string {
  return letters.replace(/[OoQlI]/g, (letter) => DIGITS[letter] ?? letter);
}
