// Providers a sentence names as the one who asked, treated or bills.
import { matchesIn } from '../../../text/matches.ts';
import { flowOf } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { CREDENTIAL } from '../houses.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { isProvider, proseName } from './names.ts';

const NAME = "(?:Dr\\. )?(\\p{Lu}[\\p{L}'.&-]*(?:,? (?:\\p{Lu}[\\p{L}'.&-]*|&|and|of|for|the))*)";
/** Phrases that name whoever asked, treated or bills. */
const PROSE = [
  new RegExp(
    `\\b(?:claims?|bills?|charges?|one|first|second|other|invoice)(?:,[^;]{1,30}?,)? (?:is|are|was|were|came|comes|come)(?: to us)? (?:from|sent by) ${NAME}`,
    'gu',
  ),
  new RegExp(
    `\\b(?:request(?:ed)? (?:from|by)|ordered by|prescribed by|(?:[Cc]laims?|[Bb]ills?|[Ii]nvoices?|[Ss]tatements?) of|(?:[Rr]equests?|[Cc]laims?|[Bb]ills?|[Oo]rders?|[Rr]eferrals?|[Ff]orms?|[Ii]nvoices?) (?:which (?:was|were) )?(?:submitted|sent|filed|made|placed|faxed)(?: in| to us)? by|(?:[Ss]ervices?|[Cc]are|[Tt]reatment|[Tt]ests?|[Tt]herapy|[Ss]upplies|[Ee]quipment) (?:rendered|performed|furnished|given|supplied|delivered|done) (?:by|at)|services? (?:of|by|from|provided by|received (?:at|from))|claims? (?:from|submitted by|sent by)|bills? (?:from|sent by)|(?:care|operation|surgery|procedure|evaluation|test|study) by|(?:spent|stayed|nights?|days?|hours?) (?:at|in)|(?:to pay|paying|payment to|reimburse|reimbursing)(?: for)?|provided by|performed (?:by|at)|treat(?:ment|ed) (?:at|by)|authorized at|spoke to|(?:requests?|orders?|claims?|bills?) came (?:to us )?from|(?:visits?|stay|admission|care(?: you)?(?: received| had| got)?|admitted|trip|went|treatment|sessions?) (?:to|at|from|by|with)|(?:in|to) the (?:hospital|emergency (?:room|department)) (?:at|of)|seen (?:at|by)|surgery (?:at|by|with))\\s+${NAME}`,
    'gu',
  ),
  new RegExp(
    `\\b[Yy]our (?:treating |attending |primary care )?(?:doctor|provider|prescriber|surgeon|physician|therapist|psychiatrist|oncologist|specialist|dentist|nurse practitioner|hospital),? ${NAME}`,
    'gu',
  ),
  new RegExp(
    `\\b${NAME},?(?: \\([^)]{3,50}\\),?)? (?:(?:has |had )?(?:asked|requested|sent|submitted|ordered|prescribed|billed|charged)|(?:flew|drove|took|transported|carried|treated|tested|fitted|admitted|operated on) (?:you|your|the patient|him|her)\\b|(?:wishes|wants|plans|proposes|intends|would like|hopes|asks|requests) to|(?:is )?(?:asking|requesting) (?:us|for|to))\\b`,
    'gu',
  ),
  new RegExp(
    `\\b(?:which|that|what|services?|operation|surgery|procedure) ${NAME},? (?:did|does|gave|performed|provided|carried out|placed|delivered|would do|would perform)\\b`,
    'gu',
  ),
];

/** Phrases that name whoever asked for what is decided. */
const ASKED = [
  new RegExp(`\\b(?:request(?:ed)? (?:from|by)|ordered by|prescribed by) ${NAME}`, 'gu'),
  new RegExp(`\\b${NAME},? (?:asked|requested|ordered|prescribed)\\b`, 'gu'),
];

/** Whoever asked for what is decided, named in a sentence. */
export function askedFor(sheet: Sheet): Candidate | undefined {
  const found = proseProvider(sheet, ASKED);
  return found === undefined || !CREDENTIAL.test(String(found.value)) ? undefined : found;
}

/** "a request from Summit Spring Pain & Mood, LLC". */
export function proseProvider(sheet: Sheet, patterns: readonly RegExp[] = PROSE): Candidate | undefined {
  const flow = flowOf(
    sheet.paper.lines.filter(
      (line, index) =>
        isOpen(sheet, index) &&
        sheet.zones[index] !== 'rights' &&
        sheet.zones[index] !== 'letterhead' &&
        !line.running &&
        line.cells.length < 4,
    ),
  );
  for (const pattern of patterns) {
    for (const hit of matchesIn(flow.text, pattern)) {
      const value = clean(hit[1] ?? '', /\bDr\. $/.test(hit[0].slice(0, hit[0].indexOf(hit[1] ?? ''))));
      if (value.split(' ').length < 2 || value.split(' ').length > 9 || !isProvider(value)) continue;
      return proseName(flow, value.replace(/,$/, ''), hit.index + hit[0].indexOf(value));
    }
  }
  return undefined;
}

/** A name as a sentence prints it, without what the sentence goes on with; `doctor` where "Dr." led to it. */
function clean(text: string, doctor: boolean): string {
  const value = (
    text.split(
      /(?<=\p{Ll}{3})\. |,? (?:for|at|of) (?=Dr\b|You)|, (?:for|in|on|at|and) | (?:for|on|of|from) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/u,
    )[0] ?? text
  )
    .replace(PERSON_AND_HOUSE, '$1')
    .replace(/(?:[.,]*\s+(?:and|of|for|the|by|at))*[.,]*$/, '')
    .replace(/\b(P\.[AC]|L\.L\.C|Inc|Co)$/, (end) => (text.includes(`${end}.`) ? `${end}.` : end));
  return doctor ? value.replace(/(?:,(?! (?:MD|DO|NP|PhD|PA|DPM|DDS|DMD|DC|OD)\b)| of | and | at ).*$/, '') : value;
}

/** "Bettina Reyes, MD, of Cottonwood Spine Associates". */
const PERSON_AND_HOUSE =
  /^(\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PA|PMHNP|FNP|PhD|DPM|OD|DDS|DMD|DC|LCSW|LPC)),? (?:(?:of|at|with|from) )?\p{Lu}.*$/u;
