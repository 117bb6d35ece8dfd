// Dates set in the lines that name a claim, who treated, what was done or what it cost: the subject of a letter, and claims told line by line.
import type { Line } from '../../paper.ts';
import { CLAIM_LEAD, linesAboutClaim, linesOfClaims } from '../claim-head.ts';
import type { Candidate } from '../collect.ts';
import { isLog } from '../log.ts';
import type { Sheet } from '../sheet.ts';
import { type Found, serviceDatesIn } from '../values.ts';
import { namedDate, RANGE } from './named-date.ts';
import { DECIDED, isOtherBracket } from './other-days.ts';

/** A sentence: what it says of a day is more than that it is the day of the service. */
const VERB =
  /\b(?:is|are|was|were|has|have|had|did|does|we|you|they|it|settled|sent|wrote|got|came|arriv\w*|reached|turned|paid|took|asks?|asked|repaired|reads?)\b/;
/** "closed on": what was done with the claim, not for the patient. */
const DONE_TO_CLAIM =
  /\b(?!performed|delivered|rendered|provided|furnished|filled|treated|admitted|dispensed|supplied|completed|incurred)\w+ed (?:on|by|at)\s*$/;
/** What else a day may be the day of, in the words right before it. */
const OTHER =
  /\b(?:received|rcvd|rec'?d|dated|issued?|mailed|sent|faxed|effective|eff\.?|notice|letters?|decisions?|determinations?|deni(?:ed|al)s?|declined|decided|appeal\w*|request\w*|asked|filed|hearing|reviewed|processed|paid|pay|check|printed|run(?! (?!on\b|date)[a-z])|prepared|statement|due|deadline|by|until|policy|coverage|certificate|term\w*|born|dob|birth|submitted|resubmitted|reconsider\w*|redetermin\w*|grievance|conference|call|called|approved|authori[sz]\w*|certified|approval|ended|ends|expire\w*|since|before|after|member|enrolled|entered|opened|closed|postmark\w*|today|starting|begins?|starts?|revised|reported|upheld|affirmed|valid|rec|adj|fin|began|notes?|(?<=, )completed)\b[^.]{0,16}$/;
/** Days that were only asked for or allowed: no service has been given on them. */
const ONLY_ASKED =
  /\b(?:asked for|request(?:ed)?|sessions?|hours a (?:day|week)|(?:more|additional|further) (?:visits|days|units)|(?:not )?certified|(?:already |not )?approved|(?:we )?will (?:not )?(?:cover|pay)|authori[sz]ed|revalidate|(?<!not )covered|yes|within \d+ days)\b/;

/** Dates of the lines about the claim in the head of a paper, and of the lines of its body that begin with a claim. `letter` is the paper's own date. */
export function claimLineDates(sheet: Sheet, letter: string | undefined): Candidate[] {
  const log = sheet.kind === 'correspondence' && isLog(sheet.paper);
  return [...linesAboutClaim(sheet), ...linesOfClaims(sheet)].flatMap((index) => {
    const line = sheet.paper.lines[index];
    if (line === undefined) return [];
    const days = serviceDatesIn(line.text);
    const fits = days.map(
      (date) =>
        date.value !== letter &&
        !(log && line.text.slice(0, date.from).trim() === '') &&
        isOfService(line, date) &&
        !endsSentence(sheet, index, date),
    );
    return days
      .filter((date, at) => fits[at] === true && !(fits[at - 1] === false && isEndOf(line, days[at - 1], date)))
      .map((date) => namedDate(line, date));
  });
}

/** "Eff. 09/01/2025 - 12/31/2025": the last day of a range belongs to what its first is the day of. */
function isEndOf(line: Line, first: Found<string> | undefined, date: Found<string>): boolean {
  return first !== undefined && RANGE.test(line.text.slice(first.to, date.from));
}

/** "... which was paid on" above "07/21/2026 (check 5530918)": a day at the beginning of a line that ends what the line above it says. */
function endsSentence(sheet: Sheet, index: number, date: Found<string>): boolean {
  const [line, above] = [sheet.paper.lines[index], sheet.paper.lines[index - 1]];
  if (line === undefined || above === undefined || line.gapAbove || line.text.slice(0, date.from).trim() !== '')
    return false;
  return OTHER.test(`${above.lower} `) || DONE_TO_CLAIM.test(above.lower);
}

function isOfService(line: Line, date: Found<string>): boolean {
  const before = line.lower.slice(0, date.from);
  // "Claim 5311-250   Five sessions, 90837": sessions that were billed.
  const asked = CLAIM_LEAD.test(line.lower) ? before.replace(/\bsessions?\b/g, '') : before;
  if (ONLY_ASKED.test(asked) || VERB.test(before) || DONE_TO_CLAIM.test(before) || DECIDED.test(before)) return false;
  const open = before.lastIndexOf('(');
  if (open >= 0 && !before.includes(')', open) && isOtherBracket(before.slice(0, open + 1))) return false;
  const parts = before.split(/\s{2,}|[,;(|]\s*|[.:] /);
  const clause = parts.at(-1) ?? '';
  // "On February 11, 2026 your doctor sent us an order": a sentence begins.
  if (/^\W*(?:on|since|by)\s*$/.test(before)) return false;
  // "Ends      September 14, 2026", "Received: 01/08/2026": the cell before is the label.
  // So it is before "$410.00 on April 20, 2026".
  const label = /^(?:\$[\d,.]+ on)?\s*$/.test(clause)
    ? (parts.findLast((part) => /[\p{L}\d]/u.test(part)) ?? '').replace(/[\s.:]+$/, '')
    : '';
  return !OTHER.test(clause) && !(label.split(' ').length <= 4 && !/\d/.test(label) && OTHER.test(label));
}
