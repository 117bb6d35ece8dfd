// Dates of service a sentence tells, also a day without its year.
import { flowOf, type Piece } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { inBody, type Sheet } from '../sheet.ts';
import { datesIn, serviceDatesIn } from '../values.ts';
import { namedDate } from './named-date.ts';

/** Words for what was done. */
const CARE =
  /\b(?:services?|claims?|bills?|visits?|spent|nights?|hospital|trip|ride|transport|stay|stayed|in the (?:hospital|emergency)|therapy|infusions?|admission|admitted|sessions?|surgery|operation|procedure|test|scan|study|exam|x-ray|imaging|injections?|delivery|rental|flight|cleaning|evaluation|consultation|screening|care|treatment|seen|treated)\b/;
/** Words for what else a date may be the date of. */
const OTHER_DATE =
  /\b(?:records?|notes?|letter|request\w*|received|reviewed|asked|appeal\w*|expire\w*|effective|start\w*|begin\w*|will|dated|called|wrote|faxed|born|decision|denied on|policy|deadline|until|by|before|since|approv\w*|authoriz\w*|enroll\w*|application|premium|died|call|conference|statement|submitted|mailed|valid|retroactive\w*|as of|good (?:until|through)|resubmit\w*|term\w*|ended|ends|network|notice|(?:claims?|bills?|forms?|it) (?:[\w-]{0,20}\d[\w-]{0,20} )?(?:arrived|reached|came))\b/;

/** Dates named with the service in a sentence: "the care you had on February 9 and 10, 2026". */
export function proseDates(sheet: Sheet): Candidate[] {
  const dear = sheet.paper.lines.findIndex((line) => /^dear\b/i.test(line.text.trim()));
  const flow = flowOf(sheet.paper.lines.filter((_, index) => inBody(sheet, index) && index > dear));
  return serviceDatesIn(flow.text).flatMap((date) => {
    const before = sentenceBefore(flow, date.from, 110);
    const near = before.slice(-48);
    // "your May 6, 2025 procedure": the service stands behind its date.
    const behind =
      /^ (?:procedure|visit|surgery|scan|test|service|services|treatment|infusion|stay|admission|operation|mri|trip|ride|session|claim|bill)\b/.test(
        flow.lower.slice(date.to, date.to + 14),
      );
    // "On April 6, 2026, you went to the emergency room".
    const opens =
      /^,? (?:you|the patient|your (?:son|daughter|child|husband|wife)) (?:went|were (?:seen|admitted|treated|taken|driven)|was (?:seen|admitted|treated|taken)|had (?:surgery|an? )|visited|received (?:care|services|treatment)|got care|saw )/.test(
        flow.lower.slice(date.to, date.to + 60),
      );
    if (opens && /\b(?:on|from)\s*$/.test(before)) return [namedDate(flow, date)];
    // "planned for June 18, 2026", "which Dr. Finn did on September 30, 2025", "dates of service July 2 and July 30, 2025".
    const stated =
      /\b(?:planned|scheduled|set|booked)(?: \w+)? (?:for|on)\s*$|\b(?:did|performed|carried out|done|took place|happened|provided|furnished|rendered|had|given|filled|delivered)(?: \w+)? (?:on|from|between)\s*$|\b(?:sessions?|visits?|treatments?|infusions?|injections?|days?|weeks?|months?|hours|therapy|care|stay|program|rental|which|request\w*)\b(?:[^.]|\.\d){0,80}\b(?:beginning|starting|to (?:begin|start)|commencing)(?: on)?\s*$|\b(?:dates?|days?) of (?:service|care|treatment|admission|the stay)(?: (?:is|are|was|were))?:?\s*$/.test(
        before,
      ) &&
      !/\b(?:review|decision|appeal|call|conference|panel|letter|request|records?|notes?)\b[^,;]{0,30}$/.test(
        before.slice(-45),
      );
    if (stated) return [namedDate(flow, date)];
    if (behind && /\b(?:your|the|a|for)\s*$/.test(before)) return [namedDate(flow, date)];
    if (
      /\bunder authorization|\b(?:approval|authorization) (?:no\.? |number )?[a-z]{0,4}-?\d|\bapproved\b|\bcertified\b|\bmay be used\b/.test(
        before,
      ) ||
      /\b(?:authorized|approved|certified)\b/.test(flow.lower.slice(date.to, date.to + 60)) ||
      /\b(?:units?|visits?) from\s*$|\b(?:units?|visits?) from [^.]{6,26} to\s*$/.test(before) ||
      // "Notes from your visits of …", "NOT CERTIFIED .. 12 SESSIONS, …": what was read, and what was only asked for.
      /\b(?:notes?|records?|reports?) (?:from|of|on|for)\b/.test(before) ||
      /\b(?:transition|temporary|emergency) (?:fill|supply)\b/.test(before) ||
      /\b(?:certified|authorized|requested|request)[\s.:]+\d[^.]{0,40}$/.test(
        flow.lower.slice(Math.max(0, date.from - 60), date.from),
      ) ||
      !CARE.test(before) ||
      !/\b(?:on|of|from|for|dated?|between|through|and|to|in)\s*$|[,(:-]\s*$/.test(before) ||
      OTHER_DATE.test(near)
    )
      return [];
    return [namedDate(flow, date)];
  });
}

/** "on March 9 at Flint Hills Hospital", without a year: the next such day after the letter of a service that is planned, else the last before it. */
export function plannedDay(sheet: Sheet, letter: string): Candidate[] {
  const flow = flowOf(sheet.paper.lines.filter((_, index) => inBody(sheet, index)));
  const DAY =
    /\b(?:on|for|dated) ((jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (\d{1,2}))(?:st|nd|rd|th)?(?!,? \d|\d)/g;
  for (const hit of flow.lower.matchAll(DAY)) {
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
      .split(/[.?!]\s/)
      .at(-1) ?? ''
  );
}
