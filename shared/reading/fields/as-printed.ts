// Whether a value stands on its page letter by letter. On scans some are given as they were most likely printed, not as they were read.
import type { FieldFinding, FieldName } from '../../model/finding.ts';
import { foldWord } from '../../text/normalize.ts';

/** Fields whose value is copied from the page letter by letter. */
const VERBATIM: ReadonlySet<FieldName> = new Set([
  'member_id',
  'member_name',
  'group_number',
  'claim_numbers',
  'authorization_number',
  'provider',
  'payer',
  'codes',
  'appeal_address',
  'appeal_fax',
  'appeal_phone',
  'criteria_cited',
]);

/** True when the words hold the value letter by letter, or the field is one whose value is not copied (a date, an amount). */
export function isAsPrinted({ field, value }: Pick<FieldFinding, 'field' | 'value'>, quote: string): boolean {
  return !VERBATIM.has(field) || bare(quote).includes(bare(String(value)));
}

/** Letters as the digits of their shape, as optical reading mixes them up. */
const SHAPES: Readonly<Record<string, string>> = { o: '0', q: '0', i: '1', l: '1', s: '5', b: '8', z: '2', g: '6' };

/** True when the words hold signs of the value's shape: "KHOO77150244" holds KH0077150244. */
export function isInShape(value: string | number, quote: string): boolean {
  return shapeOf(quote).includes(shapeOf(String(value)));
}

function bare(text: string): string {
  return foldWord(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function shapeOf(text: string): string {
  return bare(text.replaceAll('$', 's').replaceAll('@', '0')).replace(
    /[oqilsbzg]/g,
    (letter) => SHAPES[letter] ?? letter,
  );
}
