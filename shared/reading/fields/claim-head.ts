// The lines of a paper that name the claim: in the head of a letter, above its running text, and further down where claims are told line by line.
import type { Line } from '../paper.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { moneyIn } from './values.ts';

/** Lines of a head that may name the service; deeper in a letter other things stand. */
const HEAD = 40;
/** Words that make a line of the head one about the service. */
const ABOUT =
  /\b(?:claims?|bills?|(?<!\b(?:member|customer|enrollee) )services?|visits?|care|treat(?:ed|ment)|stay|admi(?:ssion|tted)|surgery|operation|procedures?|items?|delivered|given|facility|hospital|clinic|center|providers?|supplier|laboratory|labs?|imaging|weeks?|days|infusions?|therapy|ambulance|pharmacy|apothecary|rx|psychotherapy|sessions?|specimen|cpt|hcpcs|dr|md)\b/;
const CODE = /(?<![\w-])(?:\d{5}|[A-V]\d{4}|[A-TV-Z]\d[0-9AB]\.\d\w*)(?![\w-])/;
/** A line that begins with a claim or visit and its number: "Claim 5311-0021, service 10/08/2025, $410.00", "VISIT 1   August 15, 2026". */
export const CLAIM_LEAD =
  /^\W*(?:re:?\s+)?(?:claims?|bills?|files?|visits?|receipts?(?: of)?)(?: ?(?:no\.?|numbers?|#|id))?[\s:.#-]{1,16}(?=[a-z\d-]*\d)/;
/** A claim and its number anywhere in a line. */
const NAMES_CLAIM = /\bclaims?(?: ?(?:no\.?|numbers?|#|id))?[\s:.#]{1,4}(?=[a-z\d-]{0,20}\d)/;
/** A line that begins with the number of a claim. */
const NUMBER_LEAD = /^\W*(?=[A-Z\d-]*\d{3})[A-Z\d]+(?:-[A-Z\d]+)+\b/;
/** "Corner Elm Pharmacy  02/03/2026  Rx 771203": the number of a prescription. */
const RX = /\brx ?(?:no\.?|#)?:? ?\d{5}/;
/** "11/03/2025 to 11/07/2025" alone on a line: when the claim above was for. */
const RANGE_ALONE = /^\d{1,2}\/\d{1,2}\/\d{2,4} ?(?:-|to|thru|through) ?\d{1,2}\/\d{1,2}\/\d{2,4}$/;
/** What may stand before the number of a claim in a list: "A)", "3.", "---". */
const ORDINAL = /^\W*(?:[A-Z\d]{1,2}[.)]\s+)?/;
/** "FROM 01/20/2025   THRU 01/20/2025" on the line of a claim. */
const FROM_THRU =
  /\b(?:claim|icn|acct|patient|svc|service|dos)\b.*\bfrom:?\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+(?:thru|through|to):?\s+\d/;
/** "Ferris Lane Orthopedic Group, 10/21/2024", "Low Tide Cardiac Associates, December 2 and December 16, 2025": a name and days, and nothing else. */
const HOUSE_AND_DAY =
  /^(?:\p{Lu}[\p{L}.'&-]*,? ){2,8}(?:\d{1,2}\/\d{1,2}\/\d{2,4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b[\w ,-]{0,60}\b20\d\d)$/u;
/** A line of the head about earlier decisions, whose further days stand below. */
const OTHER_LABEL =
  /^\W*(?:(?:earlier|previous|prior|first|our) (?:decisions?|letters?|denials?|notices?|determinations?|reviews?|answers?)|documents?|records?|appeal(?! of (?:the )?(?:claim|bill)))\b/;
/** Lines of the head of a letter that say which claim, who treated, what was done or what it cost. Statements have none: their tables say it. */
export function linesAboutClaim(sheet: Sheet): number[] {
  const end = sheet.kind === 'eob' ? 0 : headEnd(sheet);
  const found: number[] = [];
  for (let index = 1; index < end; index += 1) {
    const line = sheet.paper.lines[index];
    if (line === undefined || line.running || sheet.zones[index] === 'legend' || !isOpen(sheet, index)) continue;
    // Letters of few words name the claim right below the name of the house.
    if (index < 3 && !NAMES_CLAIM.test(line.lower)) continue;
    // A line set in below one about the claim goes on with it.
    const above = sheet.paper.lines[index - 1];
    const goesOn = found.at(-1) === index - 1 && !line.gapAbove && line.left > (above?.left ?? 0) + 8;
    if (goesOn || (isAbout(line) && !OTHER_LABEL.test(line.lower))) found.push(index);
  }
  return found;
}

/** Lines below the head that begin with a claim and its number; of a statement also those that give its first and last day. */
export function linesOfClaims(sheet: Sheet): number[] {
  const end = sheet.kind === 'eob' ? 0 : headEnd(sheet);
  return sheet.paper.lines.flatMap((line, index) => {
    const zone = sheet.zones[index];
    // The claim right below the salutation is told before any rights.
    const told = zone !== 'rights' || (index < end + 6 && line.page === 0);
    if (index < end || line.running || zone === 'legend' || !told || !isOpen(sheet, index)) return [];
    if (CLAIM_LEAD.test(line.lower)) return [index];
    // "Certificate HS-26-771; claim 112-8804; Linnet Falls Urology; October 20, 2025;" right below the salutation.
    if (index === end + 1 && NAMES_CLAIM.test(line.lower)) return [index];
    const heads = sheet.kind === 'eob' ? isHeadOfClaim(sheet, index) : isEntry(line);
    return heads ? [index] : [];
  });
}

/** "1. Lakeshore Foot, 06/03/2026, claim 61-0044-1", "A) 26045-0081   Gantry Hospital   01/11/2026", "Caddo Cardiology, 11/05/2025" below "CLAIM GP-5001187": the head of a claim on a statement. */
function isHeadOfClaim(sheet: Sheet, index: number): boolean {
  const [line, above] = [sheet.paper.lines[index], sheet.paper.lines[index - 1]];
  if (line === undefined || line.tokens.length > 14) return false;
  if (FROM_THRU.test(line.lower) || NAMES_CLAIM.test(line.lower) || RX.test(line.lower)) return true;
  if (NUMBER_LEAD.test(line.text.replace(ORDINAL, '')) || RANGE_ALONE.test(line.text)) return true;
  const below = sheet.paper.lines[index + 1];
  if (/^\d{1,2}\/\d{1,2}\/\d{2,4} \p{Lu}/u.test(line.text) && below !== undefined && RX.test(below.lower)) return true;
  return above !== undefined && CLAIM_LEAD.test(above.lower) && HOUSE_AND_DAY.test(line.text);
}

/** "Patient: Tobias    Claim 5500-1182    October 9, 2025", "C2510-0072, DOS 04/02/2025, 20611, $312.00", "08/19/2025, Ridge Imaging, $1,210": a claim in a list of a letter. */
function isEntry(line: Line): boolean {
  if (line.cells.length >= 3 && NAMES_CLAIM.test(line.lower)) return true;
  const says = moneyIn(line.text).length > 0 || CODE.test(line.text);
  return says && (NUMBER_LEAD.test(line.text) || /^\d{1,2}\/\d{1,2}\/\d{2,4}, /.test(line.text));
}

function isAbout(line: Line): boolean {
  return (
    /^\W*re:/.test(line.lower) ||
    ABOUT.test(line.lower) ||
    NUMBER_LEAD.test(line.text) ||
    moneyIn(line.text).length > 0 ||
    CODE.test(line.text) ||
    HOUSE_AND_DAY.test(line.text)
  );
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
      // "We have denied payment of the items listed below:" leads to what the letter is about.
      !/:(?:\s|$)|\d{5}/.test(line.text) &&
      /\b(?:is|are|was|were|have|has|had|do|does|did|will|can|cannot|may|we|you|your|our|that|because)\b/.test(
        line.lower,
      ),
  );
  return Math.min(prose < 0 ? 25 : prose + 1, HEAD);
}
