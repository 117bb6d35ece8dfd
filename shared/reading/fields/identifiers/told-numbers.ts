// Numbers of requests and cases that members tell: at the head of their notes of calls, or as given to somebody on the telephone.
import { matchesIn } from '../../../text/matches.ts';
import { flowOf } from '../../paper.ts';
import type { Pick } from '../collect.ts';
import type { Sheet } from '../sheet.ts';
import { identifierAt } from '../values.ts';
import { isIdentifier } from './shape.ts';

/** Lines in which notes of calls say what they are about. */
const HEAD = 6;
/** "Ref on their letter: HB-26-00471", "case # given 3/3: HB-26-118", "ref for the stay = HB-2510": with letters and digits in parts. */
const OF_CASE =
  /\b(?:ref(?:erence)?|case|auth(?:orization)?|request|appeal)\b[^:=]{0,30}[:=]\s*(?=[A-Z]{1,5}-[A-Z0-9-]*\d{3})/gi;
/** "gave me the number NH-778120", "was given number BF-77130", "has the receipt and reference number Q-77140". */
const GIVEN =
  /\b(?:gave|given|got|have|has|had|issued|received)\b[^.;?\d]{0,50}\bnumber (?=[A-Z]{1,5}-[A-Z0-9-]*\d{4})/g;
/** What else has a number: a claim, a bill, the member. */
const OF_ELSE = /\b(?:claim|bill|invoice|account|member|policy|group|card|id|tracking|receipt|file|phone|fax) number $/;

/** The number of the case at the head of notes of calls: those in the notes are of single calls. */
export function caseOfLog(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  for (const line of sheet.paper.lines.slice(0, HEAD)) {
    for (const hit of matchesIn(line.text, OF_CASE)) {
      const at = hit.index + hit[0].length;
      const id = identifierAt(line.text.slice(at));
      if (id !== undefined && fits(id.value) && isIdentifier(line.text.slice(at), id))
        return { field: 'authorization_number', value: id.value, piece: line, from: at, to: at + id.to };
    }
  }
  return undefined;
}

/** The number that a letter of a member says somebody was given. */
export function givenNumber(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  if (sheet.kind !== 'correspondence') return undefined;
  const flow = flowOf(sheet.paper.lines.filter((line) => !line.running));
  for (const hit of matchesIn(flow.text, GIVEN)) {
    const at = hit.index + hit[0].length;
    const id = identifierAt(flow.text.slice(at));
    if (id === undefined || id.from > 0 || OF_ELSE.test(hit[0].toLowerCase()) || !fits(id.value)) continue;
    return { field: 'authorization_number', value: id.value, piece: flow, from: at, to: at + id.to };
  }
  return undefined;
}
