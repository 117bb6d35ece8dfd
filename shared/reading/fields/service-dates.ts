// Dates of service: beside labels, on lines and in columns of tables, in the subject, and in sentences.
import { flowOf, type Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { columnTitle } from './columns.ts';
import { labelled } from './labels.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { datesIn, moneyIn, serviceDatesIn } from './values.ts';

/** Dates of service: beside their label, in the date column of a table, or set beside a claim number. */
export function serviceDates(sheet: Sheet, letter: string | undefined): Candidate[] {
  const { kind, paper, zones } = sheet;
  const found: Candidate[] = [];
  const add = (piece: Piece, text: string, from: number, confidence: number, why: string): void => {
    for (const date of serviceDatesIn(text))
      found.push({
        field: 'dates_of_service',
        value: date.value,
        piece,
        from: from + date.from,
        to: from + date.to,
        confidence,
        why,
      });
  };
  for (const item of labelled(
    sheet,
    sheet.labels.byField.dates_of_service,
    (zone) => zone !== 'taglines' && zone !== 'rights',
  )) {
    if (item.rank > 0 && found.length > 0) break;
    const text = item.piece.text.slice(item.from, item.to);
    if (item.rank > 0 && kind === 'prior-authorization') continue;
    // A widest label ("Service") counts only where the date leads its value.
    if (item.rank > 0 && (serviceDatesIn(text)[0]?.from ?? 99) > (/^services?/.test(item.label) ? 12 : 45)) continue;
    add(item.piece, text, item.from, 0.92, `stands beside "${item.label.replace(/[:.]+$/, '')}"`);
  }
  for (const [index, line] of paper.lines.entries()) {
    if (!isOpen(sheet, index) || zones[index] === 'rights' || zones[index] === 'legend') continue;
    if (isServiceRow(sheet, index)) {
      for (const cell of (sheet.grid[index] ?? []).slice(0, 4))
        if (!/\b(?:denied|paid|processed|received|decided)\b/.test(cell.lower))
          add(cell, cell.text, 0, 0.85, 'stands on a service line');
    } else if (
      /\bclaim\b/.test(contextAbove(sheet, index)) &&
      /\((?:[^()]{0,60},)?\s*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,2}\/\d)/.test(
        line.lower,
      )
    ) {
      const at = line.text.indexOf('(');
      add(line, line.text.slice(at), at, 0.85, 'stands beside a claim number');
    }
  }
  if (found.length === 0) found.push(...columnDates(sheet));
  if (found.length === 0) found.push(...claimHeads(sheet));
  if (found.length === 0 && letter !== undefined) found.push(...yearless(sheet, letter));
  if (found.length === 0 && kind !== 'prior-authorization') found.push(...subjectDates(sheet));
  if (found.length === 0 && kind === 'denial-letter') found.push(...subjectRange(sheet));
  if (found.length === 0 && kind !== 'prior-authorization') found.push(...proseDates(sheet));
  if (found.length === 0 && kind === 'denial-letter' && letter !== undefined) found.push(...plannedDay(sheet, letter));
  if (found.length === 0 && (kind === 'medical-record' || kind === 'receipt') && letter !== undefined)
    found.push(...recordDate(sheet, letter));
  return unique(found);
}

/** The column under "Service date", where the rows carry neither codes nor amounts. */
function columnDates(sheet: Sheet): Candidate[] {
  const found: Candidate[] = [];
  sheet.grid.forEach((cells, index) => {
    if (cells.length < 3 || !isOpen(sheet, index) || datesIn(sheet.paper.lines[index]?.text ?? '').length > 0) return;
    const head = cells.find((cell) =>
      /^(?:(?:service|care|visit|treatment) dates?|dates? of (?:service|care|visit)|dos|provider \/ date|claims? ?(?:no\.?|number)? ?\/ ?dates?|when)\b/.test(
        cell.lower,
      ),
    );
    if (head === undefined) return;
    for (const row of sheet.grid.slice(index + 1, index + 40)) {
      const cell = row.find((other) => Math.min(head.right, other.right) > Math.max(head.left, other.left));
      const date = cell === undefined ? undefined : datesIn(cell.text)[0];
      if (cell !== undefined && date !== undefined)
        found.push({
          field: 'dates_of_service',
          value: date.value,
          piece: cell,
          from: date.from,
          to: date.to,
          confidence: 0.8,
          why: 'stands in the column of service dates',
        });
    }
  });
  return found;
}

/** "March 2, 2026  Millet Crossing Foot Clinic" above "Claim number 02-26077": the date at the head of a claim. */
function claimHeads(sheet: Sheet): Candidate[] {
  if (sheet.kind !== 'eob') return [];
  return sheet.grid.flatMap((cells, index) => {
    const [first] = cells;
    const date = first === undefined ? undefined : serviceDatesIn(first.text)[0];
    const claim = [index, index + 1].some((at) => /^\W*claim\b/.test(sheet.paper.lines[at]?.lower ?? ''));
    const whole = first !== undefined && date !== undefined && date.from === 0 && date.to === first.text.length;
    if (whole && claim && cells.length >= 2 && isOpen(sheet, index)) return [proseDate(first, date)];
    // "CLAIM 1 OF 3   Claim number 26-0119" above "Northern Kettle Radiology   January 8, 2026".
    const last = cells.at(-1);
    const alone = last === undefined ? undefined : serviceDatesIn(last.text)[0];
    const below = /^\W*claim\b.*\d/.test(sheet.paper.lines[index - 1]?.lower ?? '');
    const isDay = last !== undefined && alone?.from === 0 && alone.to === last.text.length;
    return isDay && alone !== undefined && below && cells.length === 2 && isOpen(sheet, index)
      ? [proseDate(last, alone)]
      : [];
  });
}

/** "10/02   atorvastatin …   18.20": days without a year on the lines of a statement, of the last such day before the statement's own date. */
function yearless(sheet: Sheet, letter: string): Candidate[] {
  if (sheet.kind !== 'eob') return [];
  return sheet.grid.flatMap((cells, index) => {
    const [first] = cells;
    const hit = /^(\d{1,2})[/-](\d{1,2})$/.exec(first?.text ?? '');
    if (first === undefined || hit === null || !isOpen(sheet, index)) return [];
    if (moneyIn(sheet.paper.lines[index]?.text ?? '').length === 0) return [];
    const day = `${hit[1]?.padStart(2, '0')}/${hit[2]?.padStart(2, '0')}`;
    const year = Number(letter.slice(0, 4)) - (day > letter.slice(5).replace('-', '/') ? 1 : 0);
    const date = datesIn(`${day}/${year}`)[0];
    return date === undefined ? [] : [proseDate(first, { value: date.value, from: 0, to: first.text.length })];
  });
}

function contextAbove({ paper }: Sheet, index: number): string {
  return [index, index - 1, index - 2].map((at) => paper.lines[at]?.lower ?? '').join(' ');
}

/** A row of a table of services: a date first (or after a line number), then codes or amounts, and no payment on it. */
function isServiceRow(sheet: Sheet, index: number): boolean {
  const { kind } = sheet;
  const line = sheet.paper.lines[index];
  const cells = sheet.grid[index] ?? [];
  if (
    line === undefined ||
    line.running ||
    cells.length < 2 ||
    /^[\p{L} ]{2,24}:\s/u.test(line.text) ||
    (moneyIn(line.text).length === 0 && /\b[A-Z]{2}\.? +\d{5}(?:-\d{4})?(?:$| [ |])/.test(line.text)) ||
    kind === 'correspondence' ||
    kind === 'prior-authorization'
  )
    return false;
  if (
    /\b(?:payment|adjustment|write-off|insurance|discount|received|credit|balance|card|statement|dob|effective|due|sent|posted|mailed|processed|rec'?d|asked|signature|reviewed|printed|prepared|produced|date|born|denied by|insurer|certificate|application|policy|premium)\b|\b(?:units?|sessions?|visits?|days?) from\b|^\W*(?:(?:not|non-?) ?)?(?:certified|authorized|requested|request|approved)\b/.test(
      line.lower,
    )
  )
    return false;
  const lead = cells.slice(0, 4).findIndex((cell) => datesIn(cell.text).length > 0);
  if (lead < 0) return false;
  const leading = cells[lead];
  if (
    leading !== undefined &&
    /\b(?:statement|due|processed|received|mailed|birth|effective|printed|paid|decision|notice)\b/.test(
      columnTitle(sheet, index, index, leading),
    )
  )
    return false;
  const rest = line.text;
  if (kind === 'medical-record')
    return (
      lead === 0 &&
      cells.length >= 2 &&
      !/\b\d{2}\/\d{4}\b/.test(rest.replace(/\d{1,2}\/\d{1,2}\/\d{2,4}/g, '')) &&
      /visit|before|session|infusion|office/i.test(rest)
    );
  if (kind === 'bill' && moneyIn(rest).some((money) => money.value < 0)) return false;
  return (
    /(?<![\w-])(?:\d{5}|[A-V]\d{4})(?![\w])/.test(rest) || moneyIn(rest).length > 0 || /\bclaim\b/.test(line.lower)
  );
}

/** "Re: claims …, service of January 5, 2026", "Admitted 01/22/2026": dates set in the subject. */
function subjectDates(sheet: Sheet): Candidate[] {
  return sheet.paper.lines.flatMap((line, index) => {
    if (!isOpen(sheet, index) || !['reference', 'letterhead'].includes(sheet.zones[index] ?? '')) return [];
    return serviceDatesIn(line.text)
      .filter((date) =>
        /\b(?:services?|visits?|care|treatment|stay|admission|admitted|surgery|seen|dos)(?: (?:provided|rendered|received|given))?(?: (?:of|on|from|dated))?:?\s*$/.test(
          line.lower.slice(0, date.from),
        ),
      )
      .map((date) => proseDate(line, date));
  });
}

/** "June 3 - August 26, 2025" alone in the subject: from and to. */
function subjectRange(sheet: Sheet): Candidate[] {
  return sheet.grid.slice(0, 30).flatMap((cells, index) => {
    if (!isOpen(sheet, index) || !['reference', 'letterhead'].includes(sheet.zones[index] ?? '')) return [];
    return cells.flatMap((cell) => {
      const dates = serviceDatesIn(cell.text);
      const last = dates.at(-1);
      return dates.length >= 2 && dates[0]?.from === 0 && last?.to === cell.text.trimEnd().length
        ? dates.map((date) => proseDate(cell, date))
        : [];
    });
  });
}

const CARE =
  /\b(?:services?|claims?|bills?|visits?|spent|nights?|hospital|trip|ride|transport|stay|stayed|in the (?:hospital|emergency)|therapy|infusions?|admission|admitted|sessions?|surgery|operation|procedure|test|scan|study|exam|x-ray|imaging|injections?|delivery|rental|flight|cleaning|evaluation|consultation|screening|care|treatment|seen|treated)\b/;
const OTHER_DATE =
  /\b(?:records?|notes?|letter|request\w*|received|reviewed|asked|appeal\w*|expire\w*|effective|start\w*|begin\w*|will|dated|called|wrote|faxed|born|decision|denied on|policy|deadline|until|by|before|since|approv\w*|authoriz\w*|enroll\w*|application|premium|died|call|conference|statement|submitted|mailed|valid|retroactive\w*|as of|good (?:until|through)|resubmit\w*|term\w*|ended|ends|network|notice)\b/;

/** Dates named with the service in a sentence: "the care you had on February 9 and 10, 2026". */
function proseDates({ paper, zones }: Sheet): Candidate[] {
  const dear = paper.lines.findIndex((line) => /^dear\b/i.test(line.text.trim()));
  const flow = flowOf(
    paper.lines.filter(
      (line, index) =>
        !['rights', 'taglines', 'reference', 'letterhead', 'legend'].includes(zones[index] ?? '') &&
        !line.running &&
        index > dear,
    ),
  );
  return serviceDatesIn(flow.text).flatMap((date) => {
    const before =
      flow.lower
        .slice(Math.max(0, date.from - 110), date.from)
        .split(/[.?!]\s/)
        .at(-1) ?? '';
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
    if (opens && /\b(?:on|from)\s*$/.test(before)) return [proseDate(flow, date)];
    // "planned for June 18, 2026", "which Dr. Finn did on September 30, 2025", "dates of service July 2 and July 30, 2025".
    const stated =
      /\b(?:planned|scheduled|set|booked)(?: \w+)? (?:for|on)\s*$|\b(?:did|performed|carried out|done|took place|happened|provided|furnished|rendered|had|given|filled|delivered)(?: \w+)? (?:on|from|between)\s*$|\b(?:sessions?|visits?|treatments?|infusions?|injections?|days?|weeks?|months?|hours|therapy|care|stay|program|rental|which|request\w*)\b(?:[^.]|\.\d){0,80}\b(?:beginning|starting|to (?:begin|start)|commencing)(?: on)?\s*$|\b(?:dates?|days?) of (?:service|care|treatment|admission|the stay)(?: (?:is|are|was|were))?:?\s*$/.test(
        before,
      ) &&
      !/\b(?:review|decision|appeal|call|conference|panel|letter|request|records?|notes?)\b[^,;]{0,30}$/.test(
        before.slice(-45),
      );
    if (stated) return [proseDate(flow, date)];
    if (behind && /\b(?:your|the|a|for)\s*$/.test(before)) return [proseDate(flow, date)];
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
    return [proseDate(flow, date)];
  });
}

/** Zones whose dates are not of the service. */
const ASIDE: ReadonlySet<string> = new Set(['rights', 'taglines', 'reference', 'letterhead', 'legend']);

/** "on March 9 at Flint Hills Hospital", without a year: the next such day after the letter of a service that is planned, else the last before it. */
function plannedDay({ paper, zones }: Sheet, letter: string): Candidate[] {
  const flow = flowOf(paper.lines.filter((line, index) => !ASIDE.has(zones[index] ?? 'body') && !line.running));
  const DAY =
    /\b(?:on|for|dated) ((jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (\d{1,2}))(?:st|nd|rd|th)?(?!,? \d|\d)/g;
  for (const hit of flow.lower.matchAll(DAY)) {
    const words = hit[1] ?? '';
    const before = (
      flow.lower
        .slice(Math.max(0, hit.index - 170), hit.index)
        .split(/[.?!]\s/)
        .at(-1) ?? ''
    ).slice(-150);
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
    return [proseDate(flow, { value, from, to: from + words.length })];
  }
  return [];
}

function proseDate(flow: Piece, date: { value: string; from: number; to: number }): Candidate {
  return {
    field: 'dates_of_service',
    value: date.value,
    piece: flow,
    from: date.from,
    to: date.to,
    confidence: 0.6,
    why: 'is named with the service',
  };
}

function recordDate({ paper }: Sheet, letter: string): Candidate[] {
  for (const line of paper.lines.slice(0, 12)) {
    const date = datesIn(line.text).find((item) => item.value === letter);
    if (date !== undefined)
      return [
        {
          field: 'dates_of_service',
          value: date.value,
          piece: line,
          from: date.from,
          to: date.to,
          confidence: 0.75,
          why: 'is the date of the visit',
        },
      ];
  }
  return [];
}

function unique(found: readonly Candidate[]): Candidate[] {
  const seen = new Set<string | number>();
  return found.filter((item) => !seen.has(item.value) && seen.add(item.value));
}
