// Amounts in a text, as printers and optical reading leave them: "$1,425.00", "- 288.00", "(144.00)", "1,875,00", "O.00".

/** An amount found in a text, with its offsets there; sign and dollar mark belong to it. */
export interface Amount {
  /** Whole cents, never negative. */
  readonly cents: number;
  readonly negative: boolean;
  readonly from: number;
  readonly to: number;
}

/** A digit, or a letter optical reading takes for one. */
const D = '[\\dOolI]';
const GROUPED = `\\d{1,3}(?:[.,] ?${D}{3})+ ?[.,] ?${D}{2}`;
const PLAIN = `(?:\\d${D}{0,6}|[Ool](?=[.,]${D}{2})|[lI]${D}{1,2}(?=\\.\\d))[.,]${D}{2}`;
const WHOLE = '\\d{1,3}(?:,\\d{3})+|\\d{1,6}';
const AMOUNT = new RegExp(
  [
    // No letter, digit or joining mark before it; the dots of a leader may be.
    '(?<![\\p{L}\\d,/#%-]|(?<!\\.)\\.)',
    '(?<open>\\( ?)?(?<minus>- {0,3})?(?<dollar>\\$ {0,6}|[S§](?=\\d[\\d,]*\\.\\d\\d))?(?<minus2>- ?)?',
    `(?:(?<grouped>${GROUPED})|(?<plain>${PLAIN})|(?<whole>${WHOLE}))`,
    '(?<after> ?-(?![\\d\\p{L}])|\\)| ?CR\\b)?',
    '(?![\\p{L}\\d%/]|[.,:-]\\d| ?%)',
  ].join(''),
  'gu',
);

/** All amounts of a text: with cents, or whole dollars behind a dollar mark. */
export function amountsIn(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].flatMap((hit) => {
    const { open, minus, dollar, minus2, grouped, plain, whole, after } = hit.groups ?? {};
    const digits = asDigits(grouped ?? plain ?? whole ?? '');
    if (whole !== undefined && dollar === undefined) return [];
    const signed = dollar !== undefined || minus !== undefined || open !== undefined;
    if (plain !== undefined && !signed && !isSure(digits) && !standsAlone(text, hit)) return [];
    const cents = Number(digits.replace(/\D/g, '')) * (whole === undefined ? 1 : 100);
    if (!Number.isSafeInteger(cents)) return [];
    const enclosed = open !== undefined && after === ')';
    const negative = minus !== undefined || minus2 !== undefined || enclosed || /-|CR/.test(after ?? '');
    // A bracket that only closes belongs to the text before the amount.
    const from = hit.index + (open !== undefined && !enclosed ? open.length : 0);
    const to = hit.index + hit[0].length - (after === ')' && !enclosed ? 1 : 0);
    return [{ cents, negative, from, to }];
  });
}

/** "13,15" may be days of a month; "385,00" and "0,00" are amounts with a misread point. */
function isSure(digits: string): boolean {
  return !digits.includes(',') || /^\d{3,},\d{2}$|^0,00$/.test(digits);
}

/** A cell of its own: wide gaps or the ends of the line on both sides. */
function standsAlone(text: string, hit: RegExpExecArray): boolean {
  return (
    /(?:^|\s{2})$/.test(text.slice(0, hit.index)) &&
    hit.index > 0 &&
    /^(?:\s{2}|\s*$)/.test(text.slice(hit.index + hit[0].length))
  );
}

function asDigits(text: string): string {
  return text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1').replace(/ /g, '');
}
