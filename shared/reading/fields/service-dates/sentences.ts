// Dates of service a sentence tells, also a day without its year.
import { matchesIn } from '../../../text/matches.ts';
import { flowOf, type Piece } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { bodyText } from '../flows.ts';
import { inBody, type Sheet } from '../sheet.ts';
import { datesIn, type Found, serviceDatesIn } from '../values.ts';
import { namedDate, RANGE } from './named-date.ts';
import { DECIDED } from './other-days.ts';
import { shortDays } from './short-days.ts';

/** Words for what was done. */
const CARE =
  /\b(?:services?|claims?|bills?|visits?|spent|nights?|hospital|trip|ride|transport|stay|stayed|in the (?:hospital|emergency)|(?:psycho|chemo|radio|physio)?therapy|infusions?|admission|admitted|sessions?|surgery|operation|procedure|test|scan|mri|study|exam|x-ray|imaging|injections?|delivery|rental|flight|cleaning|colonoscopy|biopsy|ultrasound|mammogram|ambulance|brace|blood (?:draw|work)|evaluation|consultation|screening|care|treatment|seen|treated|refills?|fills?)\b/;
/** Words for what else a date may be the date of. */
const OTHER_DATE =
  /\b(?:records?|notes?|letter|request\w*|received|reviewed|asked|appeal\w*|expire\w*|effective|start\w*|begin\w*|will|dated|called|wrote|faxed|born|decision|denied (?:(?:the|your|our|this|it|claim|request) ?){0,2}on|policy|deadline|approv\w*|authoriz\w*|enroll\w*|application|premium|died|call|conference|statement|submitted|mailed|valid|retroactive\w*|as of|good (?:until|through)|resubmit\w*|term\w*|ended|ends|network|notice|issued|processed|settled|declined|affirmed|paid|sent|bought|if you stay|(?:claims?|bills?|forms?|it) (?:[\w-]{0,20}\d[\w-]{0,20} )?(?:arrived|reached|came)|reached (?:us|our|this))\b|\b(?:by|before|until|since|after)(?: \w+day,?)?\s*$/;
/** "your May 6, 2025 procedure": the service stands behind its date. */
const SERVICE_BEHIND =
  /^ (?:procedure|visit|surgery|scan|test|service|services|treatment|infusion|stay|admission|operation|mri|trip|ride|session|claim|bill)\b/;
/** "On April 6, 2026, you went to the emergency room". */
const CARE_BEHIND =
  /^,? (?:you|the patient|your (?:son|daughter|child|husband|wife)) (?:went|were (?:seen|admitted|treated|taken|driven)|was (?:seen|admitted|treated|taken)|had (?:surgery|an? )|visited|received (?:care|services|treatment)|got care|saw )|^,? (?:he|she|dr\. [\w' -]{3,40}?) (?:operated|performed|saw you|treated you)\b/;
/** "planned for June 18, 2026", "which Dr. Finn did on September 30, 2025", "dates of service July 2 and July 30, 2025". */
const STATED =
  /\b(?:planned|scheduled|set|booked)(?: \w+)? (?:for|on)\s*$|\b(?:did|performed|carried out|done|took place|happened|provided|furnished|rendered|had|given|incurred|filled|delivered|treated|seen|billed)(?: \w+){0,3} (?:on|from|between)\s*$|\bbilled(?: \w+){1,5} for\s*$|\b(?:sessions?|visits?|treatments?|infusions?|injections?|days?|weeks?|months?|hours|therapy|care|stay|program|rental|which|request\w*)\b(?:[^.]|\.\d){0,80}\b(?:beginning|starting|to (?:begin|start)|commencing)(?: on)?\s*$|\b(?:(?:dates?|days?) of (?:service|care|treatment|admission|the stay)|service dates?)(?: (?:is|are|was|were))?:?\s*$/;
const NOT_STATED =
  /\b(?:issued|mailed|received|sent|filed|review|decision|appeal|call|conference|panel|letter|request|records?|notes?)\b[^,;]{0,30}$/;
/** What was read, allowed, or only asked for. */
const ONLY_ALLOWED =
  /\bunder authorization|\b(?:approval|authorization) (?:no\.? |number )?[a-z]{0,4}-?\d|\bapproved\b|\bcertified\b|\bmay be used\b|\b(?:units?|visits?) from\s*$|\b(?:units?|visits?) from [^.]{6,26} to\s*$|\b(?:notes?|records?|reports?) (?:from|of|on|for)\b|\b(?:transition|temporary|emergency) (?:fill|supply)\b|\brequest (?:of|from|by) [^.]{3,60}\bfor\b|\bhours a (?:day|week)\b/;
const ALLOWED_BEHIND =
  /^[^.]{0,60}?\b(?<!not )(?:authorized|approved|certified)\b|^,? (?:[\p{L}.'-]+ ){1,6}(?:asked|requested|wrote|called) (?:us|the plan|for)\b/u;
const ASKED_FOR = /\b(?:certified|authorized|requested|request)[\s.:]+\d[^.]{0,40}$/;
const LINKED = /\b(?:on|of|from|for|dated?|between|through|and|to|in)(?: \w+day,?)?\s*$|[,(:-]\s*$/;
/** "02/24/2025   Received; filed in time": what came to pass on a day of the case. */
const TOLD_BEHIND = /^\W{0,3}(?:received|denied|decided|mailed|upheld|reviewed|looked)\b/;
/** "12/11/2025, $71.00": the charge right behind its day. */
const CHARGE_BEHIND = /^,? \$\d/;
const NOT_CHARGED = /\b(?:check|paid|pay\w*|premium|refund\w*|deposit|deductible|letter|received|issued)\b/;
const COMING =
  /\b(?:planned|scheduled|set|booked|beginning|starting|begin|start|commencing|request\w*|proposed|from)\b/;

/** Dates named with the service in a sentence: "the care you had on February 9 and 10, 2026"; days without their year only where no full date is told. */
export function proseDates(sheet: Sheet, letter: string | undefined): Candidate[] {
  const dear = sheet.paper.lines.findIndex((line) => /^dear\b/i.test(line.text.trim()));
  const flow = flowOf(sheet.paper.lines.filter((_, index) => inBody(sheet, index) && index > dear));
  const claim = decides(sheet, CLAIM);
  const past = claim || decides(sheet, PAYMENT) || !decides(sheet, REQUEST);
  const all = serviceDatesIn(flow.text);
  const full = withRanges(
    flow.text,
    all,
    all.filter((date) => isOfService(flow, date, letter, past)),
  );
  // A letter of necessity tells in passing what was tried: "taken off on June 30".
  const told =
    full.length > 0 || !claim || sheet.kind === 'letter-of-medical-necessity'
      ? full
      : shortDays(flow.text, letter).filter(
          (date) => !flow.text.slice(date.from, date.to).includes('/') && isOfService(flow, date, letter, claim),
        );
  return told.map((date) => namedDate(flow, date));
}

/** With each day also the other end of its range: "from 11/25/2024 to 01/31/2025". */
function withRanges(
  text: string,
  all: ReadonlyArray<Found<string>>,
  chosen: ReadonlyArray<Found<string>>,
): ReadonlyArray<Found<string>> {
  return all.filter((date, at) => {
    if (chosen.includes(date)) return true;
    const [before, behind] = [all[at - 1], all[at + 1]];
    return (
      (before !== undefined && chosen.includes(before) && RANGE.test(text.slice(before.to, date.from))) ||
      (behind !== undefined && chosen.includes(behind) && RANGE.test(text.slice(date.to, behind.from)))
    );
  });
}

/** Words of a paper that decides about what was billed. */
const CLAIM = /\bclaims?(?: (?:no\.?|numbers?|#|id))?[\s:.#(s)]{1,12}[a-z\d-]*\d{3}|\$\s?\d|\b(?:bills?|billed)\b/;
/** Words that say so less surely. */
const PAYMENT = /\bclaims? (?:is|are|was|were|for|of)\b|\b(?:pay|paid|payment) for\b/;
/** Words of a paper that decides about what is still asked for. */
const REQUEST =
  /\b(?:requests?|requested|requesting|asked (?:us )?(?:for|to (?:approve|cover|authorize))|asks? for approval|pre-?service|prior auth\w*|pre-?cert\w*)\b/;

/** True in the lines that say what was decided. */
function decides(sheet: Sheet, words: RegExp): boolean {
  return sheet.paper.lines.some(
    (line, index) => !['rights', 'taglines', 'legend'].includes(sheet.zones[index] ?? 'body') && words.test(line.lower),
  );
}

/** True for a day that its sentence tells as one of a service. */
function isOfService(flow: Piece, date: Found<string>, letter: string | undefined, past: boolean): boolean {
  const before = sentenceBefore(flow, date.from, 110);
  const near = before.slice(-48);
  const behind = flow.lower.slice(date.to, date.to + 80);
  if (letter !== undefined && date.value > letter && !COMING.test(before)) return false;
  // A paper tells of its own day otherwise.
  if (date.value === letter) return false;
  if (DECIDED.test(before) || TOLD_BEHIND.test(behind)) return false;
  if (CARE_BEHIND.test(behind) && /\b(?:on|from)(?: \w+day,?)?\s*$/.test(before)) return true;
  if (STATED.test(before) && !NOT_STATED.test(before.slice(-45))) return !ONLY_ALLOWED.test(before);
  if (SERVICE_BEHIND.test(behind) && /\b(?:your|the|a|for)\s*$/.test(before)) return true;
  if (CHARGE_BEHIND.test(behind) && !NOT_CHARGED.test(near)) return true;
  return (
    past &&
    CARE.test(before) &&
    LINKED.test(before) &&
    !OTHER_DATE.test(near) &&
    !ONLY_ALLOWED.test(before) &&
    !ALLOWED_BEHIND.test(behind) &&
    !ASKED_FOR.test(flow.lower.slice(Math.max(0, date.from - 60), date.from))
  );
}

/** "on March 9 at Flint Hills Hospital", without a year: the next such day after the letter of a service that is planned, else the last before it. */
export function plannedDay(sheet: Sheet, letter: string): Candidate[] {
  const flow = bodyText(sheet);
  const DAY =
    /\b(?:on|for|dated) ((jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (\d{1,2}))(?:st|nd|rd|th)?(?!,? \d|\d)/g;
  for (const hit of matchesIn(flow.lower, DAY)) {
    const words = hit[1] ?? '';
    const before = sentenceBefore(flow, hit.index, 170).slice(-150);
    const after = flow.lower.slice(hit.index + hit[0].length, hit.index + hit[0].length + 40);
    const planned =
      /\b(?:planned|scheduled|set|booked|wishes|wants|plans|proposes|asks?|requests?|would|to (?:perform|do|have|undergo))\b/.test(
        before,
      ) &&
      (/^,? (?:at|in) (?:the )?\p{L}+/u.test(after) ||
        /\b(?:planned|scheduled|set|booked)(?: to take place)?(?: \w+)? *$/.test(before));
    if (!planned || OTHER_DATE.test(before.slice(-30))) continue;
    const year = Number(letter.slice(0, 4));
    const [same, next] = [year, year + 1].map((one) => datesIn(`${words}, ${one}`)[0]?.value);
    const value = same !== undefined && same >= letter ? same : next;
    if (value === undefined) continue;
    const from = hit.index + hit[0].indexOf(words);
    return [namedDate(flow, { value, from, to: from + words.length })];
  }
  return [];
}

/** What the sentence says before a place, at most `reach` characters of it. */
function sentenceBefore(flow: Piece, at: number, reach: number): string {
  return (
    flow.lower
      .slice(Math.max(0, at - reach), at)
      .split(/(?<!\b(?:dr|mr|mrs|ms|st|no|nos|vs))[.?!]\s/)
      .at(-1) ?? ''
  );
}
