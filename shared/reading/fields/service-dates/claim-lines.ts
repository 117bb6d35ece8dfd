// Dates set in the lines that name a claim, who treated, what was done or what it cost: the subject of a letter, and claims told line by line.
import type { Line } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { type Found, moneyIn, serviceDatesIn } from '../values.ts';
import { namedDate } from './named-date.ts';

/** Lines of a head that may name the service; deeper in a letter other things stand. */
const HEAD = 40;
/** Words that make a line of the head one about the service. */
const ABOUT =
  /\b(?:claims?|bills?|(?<!\b(?:member|customer|enrollee) )services?|visits?|care|treat(?:ed|ment)|stay|admi(?:ssion|tted)|surgery|operation|procedures?|items?|delivered|given|facility|hospital|clinic|center|provider|supplier|laboratory|labs?|imaging|weeks?|days|infusions?|therapy|ambulance|pharmacy|specimen|cpt|hcpcs|dr|md)\b/;
const CODE = /(?<![\w-])(?:\d{5}|[A-V]\d{4}|[A-TV-Z]\d[0-9AB]\.\d\w*)(?![\w-])/;
/** A line that begins with a claim or visit and its number: "Claim 5311-0021, service 10/08/2025, $410.00", "VISIT 1   August 15, 2026". */
const CLAIM_LEAD =
  /^\W*(?:re:?\s+)?(?:claims?|bills?|files?|visits?|receipts?(?: of)?)(?: ?(?:no\.?|numbers?|#|id))?[\s:.#-]{1,16}(?=[a-z\d-]*\d)/;
/** A line that begins with the number of a claim. */
const NUMBER_LEAD = /^\W*(?=[A-Z\d-]*\d{3})[A-Z\d]+(?:-[A-Z\d]+)+\b/;
/** "FROM 01/20/2025   THRU 01/20/2025" on the line of a claim. */
const FROM_THRU =
  /\b(?:claim|icn|acct|patient|svc|service|dos)\b.*\bfrom:?\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+(?:thru|through|to):?\s+\d/;
/** A line of the head about earlier decisions, whose further days stand below. */
const OTHER_LABEL =
  /^\W*(?:(?:earlier|previous|prior|first|our) (?:decisions?|letters?|denials?|notices?|determinations?|reviews?|answers?)|documents?|records?|appeal)\b/;
/** A sentence: what it says of a day is more than that it is the day of the service. */
const VERB =
  /\b(?:is|are|was|were|has|have|had|did|does|we|you|they|it|settled|sent|wrote|got|came|arriv\w*|reached|paid|took|asks?|asked|repaired|reads?)\b/;
/** "closed on": what was done with the claim, not for the patient. */
const DONE_TO_CLAIM =
  /\b(?!performed|delivered|rendered|provided|furnished|filled|treated|admitted|dispensed|supplied|completed|incurred)\w+ed (?:on|by|at)\s*$/;
/** What else a day may be the day of, in the words right before it. */
const OTHER =
  /\b(?:received|rcvd|rec'?d|dated|issued?|mailed|sent|faxed|effective|eff\.?|notice|letters?|decisions?|determinations?|deni(?:ed|al)s?|declined|decided|appeal\w*|request\w*|asked|filed|hearing|reviewed|processed|paid|pay|check|printed|run|prepared|statement|due|deadline|by|until|policy|coverage|certificate|term\w*|born|dob|birth|submitted|resubmitted|reconsider\w*|redetermin\w*|grievance|conference|call|called|approved|authori[sz]\w*|certified|approval|ended|ends|expire\w*|since|before|after|member|enrolled|entered|opened|closed|postmark\w*|today|starting|begins?|start|revised|reported|upheld|affirmed)\b[^.]{0,16}$/;
/** Days that were only asked for or allowed: no service has been given on them. */
const ONLY_ASKED =
  /\b(?:asked for|request(?:ed)?|sessions?|hours a (?:day|week)|(?:more|additional|further) (?:visits|days|units)|(?:not )?certified|(?:already |not )?approved|(?:we )?will (?:not )?(?:cover|pay)|authori[sz]ed|revalidate)\b/;

/** Dates of the lines about the claim in the head of a paper, and of the lines of its body that begin with a claim. `letter` is the paper's own date. */
export function claimLineDates(sheet: Sheet, letter: string | undefined): Candidate[] {
  const end = sheet.kind === 'eob' ? 0 : headEnd(sheet);
  const found: Candidate[] = [];
  let about = false;
  sheet.paper.lines.forEach((line, index) => {
    const zone = sheet.zones[index];
    const head = index > 2 && index < end;
    const goesOn = about && !line.gapAbove && line.left > (sheet.paper.lines[index - 1]?.left ?? 0) + 8;
    about =
      isOpen(sheet, index) &&
      !line.running &&
      zone !== 'legend' &&
      (head
        ? (isAbout(line) && !OTHER_LABEL.test(line.lower)) || goesOn
        : zone !== 'rights' && (CLAIM_LEAD.test(line.lower) || (sheet.kind === 'eob' && FROM_THRU.test(line.lower))));
    if (!about || !/\d/.test(line.text)) return;
    for (const date of serviceDatesIn(line.text))
      if (date.value !== letter && isOfService(line, date)) found.push(namedDate(line, date));
  });
  return found;
}

function isAbout(line: Line): boolean {
  return ABOUT.test(line.lower) || NUMBER_LEAD.test(line.text) || moneyIn(line.text).length > 0 || CODE.test(line.text);
}

function isOfService(line: Line, date: Found<string>): boolean {
  const before = line.lower.slice(0, date.from);
  if (ONLY_ASKED.test(before) || VERB.test(before) || DONE_TO_CLAIM.test(before)) return false;
  const parts = before.split(/\s{2,}|[,;(|]\s*|[.:] /);
  const clause = parts.at(-1) ?? '';
  // "On February 11, 2026 your doctor sent us an order": a sentence begins.
  if (/^\W*(?:on|since|by)\s*$/.test(before)) return false;
  // "Ends      September 14, 2026", "Received: 01/08/2026": the cell before is the label.
  const label = clause.trim() === '' ? (parts.findLast((part) => part.trim() !== '') ?? '') : '';
  return !OTHER.test(clause) && !(label.split(' ').length <= 4 && !/\d/.test(label) && OTHER.test(label));
}

/** Where the letter begins: the salutation, else the first line of running text. */
function headEnd({ paper }: Sheet): number {
  const dear = paper.lines.findIndex((line) => /^(?:dear|hello)\b/i.test(line.text.trim()));
  if (dear >= 0 && dear <= HEAD) return paper.lines[dear]?.page === 0 ? dear : 0;
  const prose = paper.lines.findIndex(
    (line, index) =>
      index > 2 &&
      line.cells.length === 1 &&
      line.tokens.length >= 9 &&
      !/:\s|\d{5}/.test(line.text) &&
      /\b(?:is|are|was|were|have|has|had|do|does|did|will|can|cannot|may|we|you|your|our|that|because)\b/.test(
        line.lower,
      ),
  );
  return Math.min(prose < 0 ? 25 : prose + 1, HEAD);
}
