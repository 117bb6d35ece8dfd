// Whether the marks of a statement are national adjustment codes: its notes say what the nation's list says of these numbers.
import type { UsedCode } from '../remarks/used-codes.ts';
import type { Sheet } from './sheet.ts';

/** Stems of what the commonest national codes mean; a payer's own note of that number says something else. */
const NATIONAL: Readonly<Record<string, RegExp>> = {
  1: /deductible/,
  2: /co-?insurance/,
  3: /co-?pay/,
  4: /modifier/,
  11: /diagnos/,
  16: /lacks?\b|missing|incomplete|information|error|left (?:out|off)|absent/,
  18: /duplicat|twice|already|copy|repeat|identical|\bsame\b|\bagain\b/,
  22: /other (?:insur|coverage|plan|payer|carrier)|another (?:insur|payer|plan)|coordinat|own employer|primary/,
  26: /before|prior to/,
  27: /ended|terminat|after cover/,
  29: /\blate\b|time limit|filing|deadline|too long|time for/,
  40: /emergen|urgent/,
  45: /exceed|fee schedule|allow|contract|above|maximum|discount|customary/,
  49: /routine|screening/,
  50: /necess|need(?:ed)?\b/,
  51: /pre-?existing|earlier condition/,
  55: /experiment|investigation|unproven|proven|being (?:tried|tested|studied)/,
  96: /cover|benefit|exclu/,
  97: /includ|part of|another (?:service|line|procedure)|bundl|separate|goes with/,
  109: /another|other payer|not covered by this/,
  119: /maximum|limit|reached|used up|exhausted|the most|yearly/,
  150: /level/,
  151: /many|frequen|support/,
  170: /(?:type|kind) of provider/,
  185: /eligible|not of a kind|may not|who may/,
  197: /authoriz|precert|approval|notif|certification/,
  198: /exceed|authoriz|approv/,
  204: /cover|benefit|(?:plan|policy) does(?:n't| not)/,
  226: /asked|supplied|not sent|provided/,
  236: /combination|together/,
  242: /network/,
  252: /attachment|document|record/,
  288: /refer/,
  A2: /contractual/,
  B7: /certif|eligib|licen[sc]|enrol|credential|registered|not approved/,
  B15: /another (?:service|procedure)|qualif/,
  B20: /(?:another|other) provider|supplier/,
  P14: /includ|part of|another/,
};

/** The notes of the payer's own marks say what the national codes of these numbers mean. */
export function meansAsNational(sheet: Sheet, used: readonly UsedCode[]): boolean {
  const marks = [
    ...new Set(used.flatMap((code) => (code.system === 'own' && /^\d+$/.test(code.code) ? [code.code] : []))),
  ];
  const alike = marks.filter((mark) => isAsNational(sheet, mark));
  return marks.length > 0 && alike.length > marks.length / 2;
}

/** "B7   On that day the provider was not certified": the note of one mark says what the national code means. */
export function isAsNational(sheet: Sheet, mark: string): boolean {
  if (NATIONAL[mark] === undefined) return false;
  const at = sheet.paper.lines.findIndex((line) =>
    new RegExp(`^\\W*${mark}\\b[\\s.:=)-]*\\p{L}{2}`, 'u').test(line.text),
  );
  const note = [at, at + 1].map((index) => sheet.paper.lines[index]?.lower ?? '').join(' ');
  return at >= 0 && tellsAsNational(mark, note);
}

/** The words of a note, in lower case, say what the national code of that number means. */
export function tellsAsNational(code: string, note: string): boolean {
  return NATIONAL[code]?.test(note) === true;
}
