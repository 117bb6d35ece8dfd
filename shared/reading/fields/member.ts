// Whom the paper is about.
import type { Candidate, Pick } from './collect.ts';
import { HOUSE } from './houses.ts';
import { type Labelled, labelled } from './labels.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { STATE } from './values.ts';

/** The patient or member: beside a label, in the "Re:" block, else above the address. */
export function memberCandidate(sheet: Sheet): Candidate | undefined {
  const items = labelled(sheet, sheet.labels.byField.member_name).flatMap((item) => {
    const name = personOf(item);
    return name === undefined ? [] : [{ name, rank: item.rank }];
  });
  const last = sheet.labels.byField.member_name.length - 1;
  const name =
    items.find((item) => item.rank < last)?.name ??
    regarding(sheet) ??
    subjectFor(sheet) ??
    inlineName(sheet) ??
    items.find((item) => !/^(?:mr|mrs|ms|dr)\b/i.test(String(item.name.value)))?.name ??
    parentOf(sheet) ??
    addressee(sheet) ??
    greeted(sheet) ??
    (isPatient(sheet) ? addressee(sheet, true) : undefined);
  return name === undefined
    ? undefined
    : { ...name, confidence: 0.9, why: 'stands beside a label for the patient or member' };
}

const NOT_A_NAME =
  /\b(?:id|part|number|no|plan|services?|may|must|can|the|your|and|or|is|was|will|has|have|request|appeals?|department|health|insurance|claims?|hospital|clinic|center|inc|llc|responsibility|statement|type|self|account|rights|of|to|for|with|provider|colleague|group|address|birth|date|codes?|billed|charge|paid|owes?|share|relationship|unit|street|road|avenue|drive|lane|box|benefits?|medical|customer|member|patient|notice|attn|records|copy|billing|page|employee|subscriber|information|status|visits?|tax|card|phone|fax|class|network|reference|case|file|mail|if|we|you|see|not|this|that|amount|total|care|company|brother|sister|hmo|ppo|grievances?)\b/i;

function personOf(item: Labelled): Pick | undefined {
  const raw = item.piece.text.slice(item.from, item.to).split(/(?<=\p{Ll}{3})\. (?=\p{Lu})/u)[0] ?? '';
  const lead =
    /^(?:(?:(?:the )?(?:parents?|guardian|family|household|estate))(?:(?: or|\/| and) guardians?)? of:?\s+|(?:mr|mrs|ms|miss|dr|mx)\.?\s+)*/i.exec(
      raw,
    )?.[0].length ?? 0;
  const text = raw.slice(lead);
  const hit = /^[\p{L}][\p{L}'.-]*(?:,? [\p{L}][\p{L}'.-]*){1,4}/u.exec(text);
  if (hit === null) return undefined;
  // "Member Grievances, Pemberwick …": a label that is the beginning of a longer name.
  if (item.tie === 'blank' && /^(?:grievances?|appeals?|relations|advocate|portal|advocacy)\b/i.test(text))
    return undefined;
  let value = hit[0]
    .replace(/(?:,?\s+(?:DOB|dob|Born|born|age|Age|MRN|ID|D\.O\.B\.?))\b.*$/, '')
    .replace(/, \p{Ll}.*$/u, '')
    // "Jane Roe, QWR-2210": letters a number begins with are none of the name.
    .replace(/^\d|^[ -]\d/.test(text.slice(hit[0].length)) ? /, [A-Z]{1,5}(?:-[A-Z]*)*$/ : /$^/, '')
    .replace(/(?<=\p{L}{3})[.,]$/u, '');
  if (/^(?:dear|hello|hi)/.test(item.label)) value = value.replace(/[,:]$/, '');
  if (
    value.split(/\s+/).length < 2 ||
    !/^\p{Lu}/u.test(value) ||
    NOT_A_NAME.test(value) ||
    value.split(/\s+/).some((word) => /^\p{Ll}/u.test(word) && !/^(?:de|la|van|von|der|del|di|da|bin|al)$/.test(word))
  )
    return undefined;
  return {
    field: 'member_name',
    value,
    piece: item.piece,
    from: item.from + lead,
    to: item.from + lead + value.length,
  };
}

/** The name of a person that a text without a label begins with, up to its end or a comma. */
export function personIn(text: string): string | undefined {
  const name = /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]*){1,3}(?=$|, )/u.exec(text)?.[0];
  return name === undefined || NOT_A_NAME.test(name) || HOUSE.test(name) ? undefined : name;
}

/** "To the parent or guardian of:" above the child's name. */
function parentOf(sheet: Sheet): Pick | undefined {
  const index = sheet.paper.lines.findIndex((line) =>
    /^to the (?:parents?|guardians?|family)(?:(?: or|\/| and)(?: the)? (?:parents?|guardians?))?(?:\(s\))? of:?$/.test(
      line.lower.trim(),
    ),
  );
  const cell = index < 0 || index > 30 ? undefined : sheet.grid[index + 1]?.[0];
  const value = /^\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]*){1,3}$/u.exec(cell?.text ?? '')?.[0];
  return cell === undefined || value === undefined || NOT_A_NAME.test(value)
    ? undefined
    : { field: 'member_name', value, piece: cell, from: 0, to: value.length };
}

/** A letter to a doctor who is the patient speaks of "your appeal" and never of "your patient". */
function isPatient(sheet: Sheet): boolean {
  const says = (pattern: RegExp): boolean => sheet.paper.lines.some((line) => pattern.test(line.lower));
  return (
    !says(/\byour patient\b/) &&
    says(
      /\b(?:patient|member): (?:yourself|self|you)\b|\byour (?:own |first |second[- ]level )?(?:appeal|operation|surgery|plan|coverage|treatment|health|husband|wife|spouse|surgeon)\b/,
    )
  );
}

/** "Re: … Maren J. Sandquist, born 04/17/1983". */
function regarding(sheet: Sheet): Pick | undefined {
  for (const cells of sheet.grid.slice(0, 30)) {
    for (const cell of cells) {
      const hit =
        /^(?:re:\s+)?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}),?\s+(?:-\s+)?(?:born|dob|d\.o\.b\.|\(dob|age|member (?:id|no|number)|id(?: no| number|:|#)|subscriber id)\b/iu.exec(
          cell.text,
        );
      if (hit?.[1] === undefined || NOT_A_NAME.test(hit[1])) continue;
      const from = hit[0].indexOf(hit[1]);
      return { field: 'member_name', value: hit[1], piece: cell, from, to: from + hit[1].length };
    }
  }
  return undefined;
}

/** "SUBJECT: Reconsideration of … for Benedikt Nwosu" in a letter to another of that surname: the member of the family it is about. */
function subjectFor(sheet: Sheet): Pick | undefined {
  const to = addressee(sheet);
  if (to === undefined) return undefined;
  const surname = String(to.value).split(' ').at(-1)?.toLowerCase() ?? '';
  for (const line of sheet.paper.lines.slice(0, 30)) {
    if (/^(?:dear|hello|hi)\b/.test(line.lower.trim())) return undefined;
    const hit =
      /\b(?:(?:for|about|of|patient:?|on behalf of) (?:your (?:son|daughter|child|husband|wife|spouse),? )?|[Yy]our (?:son|daughter|child|husband|wife|spouse),? )(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3})$/u.exec(
        line.text.trimEnd(),
      );
    const name = hit?.[1];
    if (hit === null || name === undefined || NOT_A_NAME.test(name) || !name.toLowerCase().endsWith(surname)) continue;
    const from = hit.index + hit[0].lastIndexOf(name);
    return { field: 'member_name', value: name, piece: line, from, to: from + name.length };
  }
  return undefined;
}

/** "Re: Claim 88-A, Insured Odette Fairbanks, Policy No. …": a label and a name inside a line. */
function inlineName(sheet: Sheet): Pick | undefined {
  for (const [index, line] of sheet.paper.lines.slice(0, 24).entries()) {
    if (!isOpen(sheet, index)) continue;
    const hit =
      /\b(?:[Ii]nsured|[Mm]ember|[Pp]atient|[Ee]nrollee|[Ss]ubscriber|[Pp]articipant|[Cc]laimant|[Bb]eneficiary|(?:[Pp]roduced|[Pp]repared|[Ii]ssued|[Pp]rinted)(?: (?:on )?[\d/]+)? for):?\s+(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,2})(?=[,;(]|\s{2}|$)/u.exec(
        line.text,
      );
    if (hit?.[1] === undefined || NOT_A_NAME.test(hit[1])) continue;
    const from = hit.index + hit[0].indexOf(hit[1]);
    return { field: 'member_name', value: hit[1], piece: line, from, to: from + hit[1].length };
  }
  return undefined;
}

const CITY_LINE = new RegExp(`\\b${STATE},?\\s+\\d{5}(?:-\\d{4})?\\s*$`);

/** The name above an address block: the line before a street and a line with state and ZIP; the salutation confirms it. */
function addressee(sheet: Sheet, doctors = false): Pick | undefined {
  const dear = /^(?:dear|hello|hi)\s+(.+)$/i;
  const salutation = sheet.paper.lines
    .map((line) => dear.exec(line.text.trim())?.[1] ?? '')
    .find((text) => text !== '');
  let first: Pick | undefined;
  for (const [index, cells] of sheet.grid.slice(0, 26).entries()) {
    const zip = cells.find((cell) => CITY_LINE.test(cell.text));
    if (zip === undefined || sheet.zones[index] === 'rights') continue;
    for (const above of [2, 3, 4]) {
      const cell = sheet.grid[index - above]?.find((other) => Math.abs(other.left - zip.left) < 15);
      // A letter to a doctor is about somebody else.
      if (cell === undefined || (!doctors && /^dr\.?\s|,? (?:MD|DO|NP|PhD|DPM)\b/i.test(cell.text))) continue;
      const hit = personOf({
        label: 'address',
        rank: 9,
        piece: cell,
        from: /^(?:TO:?)\s+/.exec(cell.text)?.[0].length ?? 0,
        to: cell.text.length,
        line: index,
        tie: 'cell',
        more: [],
      });
      if (hit === undefined) continue;
      const surname = String(hit.value).split(' ').at(-1)?.toLowerCase() ?? '';
      if (salutation?.toLowerCase().includes(surname) === true) return hit;
      if (index >= 4 && above === 2) first ??= hit;
    }
  }
  return first;
}

/** The whole name of the one greeted by surname, wherever the text gives it: "Dear Mr. Teague" … "admission of Barnaby Teague". */
function greeted(sheet: Sheet): Pick | undefined {
  const surname = sheet.paper.lines
    .map((line) => /^dear (?:mr|mrs|ms|mx|miss)\.? ([\p{L}'-]+)\s*[,:]?$/iu.exec(line.text.trim())?.[1])
    .find((name) => name !== undefined);
  if (surname === undefined) return undefined;
  const whole = new RegExp(
    `(?<!\\bDr\\. )\\b(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}\\.?)? ${surname})\\b(?!,? (?:MD|DO))`,
    'iu',
  );
  for (const [index, line] of sheet.paper.lines.entries()) {
    const hit = isOpen(sheet, index) ? whole.exec(line.text) : null;
    if (
      hit?.[1] === undefined ||
      !/^\p{Lu}/u.test(hit[1]) ||
      /^(?:Mr|Mrs|Ms|Dear|Dr|And|Miss|For|To|Of)\b/i.test(hit[1])
    )
      continue;
    return { field: 'member_name', value: hit[1], piece: line, from: hit.index, to: hit.index + hit[1].length };
  }
  return undefined;
}
