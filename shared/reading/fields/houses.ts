// Names of houses: payers, hospitals, practices, as letterheads and labels give them.
import type { Line, Paper } from '../paper.ts';
import type { Pick } from './collect.ts';
import type { Labelled } from './labels.ts';
import { datesIn, phonesIn } from './values.ts';

/** Words that mark the name of a house. */
export const HOUSE =
  /\b(?:health|insurance|benefit|benefits|plan|life|mutual|medicare|medicaid|administrators?|fund|company|casualty|assurance|hmo|ppo|network|cooperative|systems|care|rx|services|blue|cross|shield|medical|hospital|clinic|center|collective|llc|pllc|associates|group|p\.?a\.?|inc|trust|pharmacy|wellness|physicians|laboratory|imaging|therapy|med|ctr|hosp|regional|memorial|university)\b/i;
/** Words that end or make up the names of practices, besides the houses of payers. */
export const PRACTICE =
  /\b(?:\p{L}+(?:ists|ology|ologists|opaedics?|opedics?|iatry|iatrics|ography|dontics)|surgeons?|surgical|surgery|counseling|drugs?|labs?|diagnostics|ambulance|rescue|ems|transport|chiropractic|acupuncture|dental|dentistry|eye|vision|hearing|recovery|guidance|behavioral|institute|partners|pavilion|rehab(?:ilitation)?|nursing|urgent|foot|spine|joint|heart|skin|home|hospice|dialysis|sleep|orthotics?|prosthetics?|equipment|supply|infusion|practice|radiology|anesthesia|apothecary|stores?|clin|assoc|medicine|mem|motion)\b/iu;
/** Words that only the name of a house has, never the name of a service. */
export const FIRM =
  /\b(?:llc|pllc|p\.?a\.?|p\.?c\.?|inc|llp|hospital|hosp|clinic|center|ctr|associates|assoc|physicians|surgeons|group|pharmacy|apothecary|labs?|laboratory|laboratories|partners|specialists|institute|district|company)\b\.?$/i;
/** Letters behind the name of a clinician. */
export const CREDENTIAL =
  /,?\s*\b(?:MD|M\.D\.|DO|D\.O\.|PhD|PsyD|NP|PA|PA-C|PMHNP|FNP|RN|DPM|DDS|DMD|LICSW|LCSW|LMFT|LPC|DC|OD|CRNA|PT|DPT|CNM|APRN|BCBA)\b/;
const TITLE =
  /^(?:your|our(?! lady\b)|my|this|here|how|what)\b|\b(?:not a bill|notice|explanation|statement|invoice|receipt|letter|denial|determination|decision|page|important|facsimile|fax|summary|note|questionnaires?|call log|log|portal|message center|member site|inbox|date|guidelines?|medical policy|coverage policy|bulletin|abstract|tracking|evidence of coverage|s t a t e)\b/i;

/** Nothing but the name of a desk: what departments do, and words for department. */
const DESK =
  /^(?:(?:office|department) of )?(?:(?:the|member|customer|provider|enrollee|medical|clinical|surgical|pharmacy|health|care|case|utilization|payment|post-service|pre-service|concurrent|retrospective|prior|pre-?authorization|authorization|inpatient|outpatient|second|first|look|level|claims?|billing|appeals?|grievances?|disputes?|complaints?|records?|benefits?|coverage|review|determinations?|decisions?|management|resolution|integrity|relations|services?|support|operations|processing|service|center|department|dept\.?|unit|desk|team|office|and|&|-|\/|,)(?:\s+|$))+$/i;

/** "Name: …", "Enrollee's Name: …", "Administered by … for": who the paper is about, or who only works for the house named next. */
const NOT_SENDER =
  /^(?:(?:the )?(?:enrollee|member|patient|subscriber|student|insured|beneficiary|participant|employee)(?:'s)?(?: name)?|name|re|to|claims?|plan)\s*:|^administered by .* for(?: the)?$|^administrator for\b/i;
/** "… - CLAIM SUMMARY FOR YOUR RECORDS", "… - High Option": what a house puts behind its name. */
const BEHIND_NAME =
  / - (?:remittance|claims? (?:summary|statement)|explanation of|statement of|summary of|your (?:claims?|benefits?)|marketplace|exchange|(?:high|standard|basic) option|bronze|silver|gold|platinum)\b.*$|, (?:a |the )?third[- ]party administrator\b.*$/i;

/** "QUILLBACK DRUG #214": a shop with its number. */
const STORE = /\b(?:drugs?|pharmacy|apothecary|stores?|market)\b.* #\d{1,5}$/i;

/** The first line of the paper that names a house. */
export function letterheadName(paper: Paper): Pick | undefined {
  for (const line of paper.lines.slice(0, 5)) {
    const cell =
      line.cells.find((part) => !TITLE.test(part.text) && HOUSE.test(part.text) && !/\d{3}/.test(part.text)) ??
      line.cells[0];
    if (cell === undefined || cell.tokens.length < 1 || NOT_SENDER.test(cell.text)) continue;
    const spaced = /^(?:\p{Lu} ){3}/u.test(cell.text);
    if (spaced) return spacedName(line);
    if (cell.tokens.length > 12) continue;
    // "FROM:  Harborstone PPO, Precertification".
    const lead = /^(?:from|sender):?\s+/i.exec(cell.text)?.[0].length ?? 0;
    const text =
      cell.text
        .slice(lead)
        .replace(BEHIND_NAME, '')
        .split(
          / :: | \| | \* | \((?=FEHB|fehb|TPA|MCO|an? |Medicaid|commercial|group)| - (?=(?:Individual|Group|Commercial|Claims?|Appeals?|Utilization|Member|Pharmacy|Medical|Payment|Provider|Grievances?|Customer|Behavioral|Care|Clinical)\b)| (?:for|on behalf of) (?=(?:the )?\p{Lu}.*\b(?:Plan|Trust|Fund|Employees)\b)/u,
        )[0] ?? cell.text;
    if (
      /:$/.test(text) ||
      (TITLE.test(text) && !/\b(?:LLC|PLLC|Inc|Company)\b/.test(text)) ||
      (/\d{3}/.test(text) &&
        !STORE.test(text) &&
        (!HOUSE.test(text) || phonesIn(text).length > 0 || /\b\d{5}\b/.test(text))) ||
      (!/^\p{Lu}/u.test(text) && !(line === paper.lines[0] && HOUSE.test(text) && /^\p{Ll}{4}/u.test(text)))
    )
      continue;
    if (!HOUSE.test(text) && cell.tokens.length > 6) continue;
    // "CLAIMS AND BILLING": a desk of a house that is named elsewhere.
    if (DESK.test(text) || /^(?:p\.? ?o\.? box|post office box)\b/i.test(text)) continue;
    const value = text
      .trim()
      .replace(
        /, (?:[Pp]re-?certification|[\p{L} ]*(?:[Uu]nit|[Dd]epartment|[Dd]esk|[Tt]eam|[Mm]anagement|[Rr]eview))$/u,
        '',
      );
    return { field: 'payer', value, piece: cell, from: lead, to: lead + value.length };
  }
  return undefined;
}

/** "Q U I L L B A C K   H E A L T H": letters set apart, words wider apart. */
function spacedName(line: Line): Pick {
  // A bar or words set as usual end the name.
  const end = line.cells.findIndex((cell) => !/^(?:[\p{L}&.'-] )*[\p{L}&.'-]$/u.test(cell.text));
  const cells = end <= 0 ? line.cells.slice(0, end < 0 ? undefined : 1) : line.cells.slice(0, end);
  const value = cells.map((cell) => cell.text.replace(/ /g, '')).join(' ');
  const last = line.cells.length > cells.length ? line.cells[cells.length] : undefined;
  const to = last === undefined ? line.text.length : line.text.indexOf(last.text);
  return { field: 'payer', value, piece: line, from: 0, to };
}

/** "Tobias Wren, MD, Headache Center of Thistle Falls": the clinician is meant. */
const PERSON_THEN_HOUSE =
  /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PA|PMHNP|FNP|PhD|DPM|OD|DDS|DMD|DC|LCSW|LPC|RN)),? (?:(?:of|at|with) )?\p{Lu}.*$/u;

/** The name of a house or clinician that stands beside a label. */
export function organisationOf(item: Labelled): Pick | undefined {
  const lead = /^dr\.?\s+/i.exec(item.piece.text.slice(item.from, item.to))?.[0].length ?? 0;
  const text = item.piece.text.slice(item.from + lead, item.to);
  const hit = /^["']?\p{Lu}[^()\t;:]*/iu.exec(text);
  if (hit === null || !/^\p{Lu}/u.test(text)) return undefined;
  const whole = hit[0]
    .replace(/,? (?:\$? ?\d[\d,]*\.\d\d|\d{1,2}\/\d{1,2}\/\d).*$/, '')
    .replace(
      /^([^,]+(?:,? (?:LLC|PLLC|Inc|P\.?A|P\.?C)\.?)?), \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,2}, (?:MD|DO|NP|PA|PhD)\b.*$/u,
      '$1',
    );
  const value = whole
    // "Claims from Alder Clinic and from Reed Imaging": the first of them.
    .replace(/,? (?:and|or) (?:from|by|at) .*$/, '')
    .replace(PERSON_THEN_HOUSE, '$1')
    // "Dr. Ulric Sandoval, Ortley Children's Therapy": the doctor is meant.
    .replace(lead > 0 ? /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,2}), \p{Lu}.*$/u : /$^/, '$1')
    // "Alder Clinic were not paid": the sentence goes on.
    .replace(/ (?:was|were|is|are|has|have|had|on|in)\b .*$/, '')
    .replace(/\s+(?:TYPE|NPI|Tax ID|Phone|phone|tel)\b.*$/, '')
    .replace(/,\s*(?:psychiatry|pain medicine|whom we wrote.*|[a-z ]+)$/, '')
    .replace(/[\s,.]+$/, (end) =>
      /\b(?:Inc|P\.A|P\.C|Co|Corp|L\.L\.C)$/.test(hit[0].slice(0, -end.length)) && end.startsWith('.') ? '.' : '',
    );
  if (
    // Below "Provider" in the titles of a table stands the next word of the title.
    (item.tie === 'below' && !/ /.test(value) && !HOUSE.test(value)) ||
    (item.tie === 'blank' &&
      (value.split(' ').length < 2 || !(HOUSE.test(value) || PRACTICE.test(value) || CREDENTIAL.test(value)))) ||
    value.length < 4 ||
    datesIn(value).length > 0 ||
    phonesIn(value).length > 0 ||
    /^(?:Mail|Fax|Phone|Not|The|You|We|If|Your|Page|In|Out|None|See|Participating|Network|Yes|No|Tier|May|Can|Will|Name|Date|Tel|NPI|Tax|Services?|Member|Type|Status|Total|Charge|Amount|Same|Approved|Allowed|Billed|Paid|Charged|Charges|Submitted|Discount)\b/.test(
      value,
    ) ||
    value.split(' ').length > 9
  )
    return undefined;
  const from = item.from + lead;
  return { field: 'provider', value, piece: item.piece, from, to: from + value.length };
}

/** A name of a house: every word of weight is capitalised. */
export function isHouse(text: string): boolean {
  return text.split(/\s+/).every((word) => /^[^\p{L}]*\p{Lu}/u.test(word) || /^(?:of|and|the|for|&|-|\()/.test(word));
}
