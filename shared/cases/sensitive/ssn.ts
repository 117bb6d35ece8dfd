// A whole Social Security number on a page. Masked ones and numbers of other kinds are none.
import type { Page } from '../../model/page.ts';
import { oncePer } from '../../once-per.ts';
import { linesOf, textOf } from '../page-text.ts';
import type { Place } from './place.ts';

const LABEL = /\b(?:SSN|SS ?#|social security(?: (?:number|no\.?|num|#))?|soc\.? sec\.?)\b/i;
/** Words that make a nine-digit number beside them one of another kind. */
const OTHER_NUMBER =
  /\b(?:tax|TIN|EIN|employer|claim|member|policy|group|account|acct|NPI|reference|ref|auth\w*|case|phone|fax|tel|tracking|invoice|MRN|chart|order|check|ZIP|subscriber|certificate|confirmation)\b/i;
const DASHED = /^[("']*(\d{3})[-–.](\d{2})[-–.](\d{4})[)"'.,;:]*$/;
const PLAIN = /^#?(\d{3})(\d{2})(\d{4})[.,;:]*$/;

/** The first Social Security number of a page: dashed, in three groups, or nine digits beside its label. */
export const findSsn: (page: Page) => Place | undefined = oncePer(firstSsn);

function firstSsn(page: Page): Place | undefined {
  for (const line of linesOf(page)) {
    const labelled = LABEL.test(line.text);
    for (let at = line.from; at < line.to; at += 1) {
      const length = lengthAt(page, at, line.to, labelled);
      if (length === 0) continue;
      const before = textOf(page, Math.max(line.from, at - 4), at);
      if (!LABEL.test(before) && OTHER_NUMBER.test(before)) continue;
      return { from: at, to: at + length };
    }
  }
  return undefined;
}

/** How many words from here are one such number; 0 when they are none. */
function lengthAt(page: Page, at: number, end: number, labelled: boolean): number {
  const [first, second, third] = [at, at + 1, at + 2].map((index) =>
    index < end ? (page.words[index]?.text ?? '') : '',
  );
  const text = first ?? '';
  if (isNumber(DASHED.exec(text))) return 1;
  const glued = /^(?:SSN|SS#)[:#]*(.+)$/i.exec(text)?.[1];
  if (glued !== undefined && (isNumber(DASHED.exec(glued)) || isNumber(PLAIN.exec(glued)))) return 1;
  if (!labelled) return 0;
  if (isNumber(PLAIN.exec(text))) return 1;
  const groups = /^(\d{3})[-–]? (\d{2})[-–]? (\d{4})[.,;:]*$/.exec(`${text} ${second} ${third}`);
  return isNumber(groups) ? 3 : 0;
}

/** Numbers that the administration gives out: no group of noughts, no 666, nothing from 900 on. */
function isNumber(found: RegExpExecArray | null): boolean {
  if (found === null) return false;
  const [, area, group, serial] = found;
  return area !== '000' && area !== '666' && Number(area) < 900 && group !== '00' && serial !== '0000';
}
