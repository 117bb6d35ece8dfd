// Where an appeal goes on papers that decide nothing: cards, forms, letters of members and logs of calls name a desk for appeals with its address and fax.
import type { Zone } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import { matchesIn } from '../../text/matches.ts';
import { flowOf, type Line, type Paper, type Piece } from '../paper.ts';
import { ADDRESS, FAX } from './addresses.ts';
import type { Candidate } from './collect.ts';
import { isLogOfCalls } from './log.ts';
import { phonesIn } from './values.ts';

/** "Appeals: PO Box 12", "Appeals  LFH, PO Box 12", "Larkfield Health, Appeals, PO Box 12", "Appeals Department, 4 Weir Street": the desk right before its address. */
const DESK =
  /\b(?:appeals?|grievances?)(?: (?:(?:and|&|or) (?:appeals?|grievances?)|department|dept\.?|unit|desk|team|office|center|intake|committee|section|division)){0,2}[\s:,.;|*-]{0,5}(?:\p{L}[\p{L}&'. ]{1,40}[,\s]\s?)?$/u;
/** "Appeal fax is 555-…", "fax for appeals: …", "Larkfield Health, Appeals, fax …". */
const FAX_OF_DESK =
  /\b(?:appeals?|grievances?) fax\b[^\d.;]{0,16}$|\bfax (?:for|of|to) (?:the )?(?:appeals?|grievances?)\b[^\d.;]{0,16}$|\bappeals?(?: (?:department|dept\.?|unit|desk|intake|office))?,? {1,3}fax:? *\(?$/;
/** Lines above which a letter says where it goes. */
const HEAD = 22;
/** "Complaints & appeals  1-844-…", of a card: the number with nothing between. */
const PHONE_OF_DESK = /\bappeals?(?: (?:line|phone|call|help))?[\s:,.|*-]{0,6}\(?$/;
/** So far behind its address stands the fax of the desk, in letters. */
const BEHIND = 60;

/** Address and fax of the desk for appeals that a card, a form, a member's letter or a log of calls names. */
export function routeByDesk(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate[] {
  const lines = linesOf(paper, zones, kind);
  if (lines.length === 0) return [];
  const piece = flowOf(lines);
  const address = matchesIn(piece.text, ADDRESS).find((hit) => DESK.test(before(piece, hit.index, 60)));
  const at = address === undefined ? undefined : { from: address.index, to: address.index + address[0].length };
  const fax = phonesIn(piece.text).find((hit) => {
    if (FAX_OF_DESK.test(before(piece, hit.from, 60))) return true;
    return (
      at !== undefined && hit.from >= at.to && hit.from - at.to < BEHIND && FAX.test(piece.lower.slice(at.to, hit.from))
    );
  });
  // Of a card the telephone is the desk's where nothing else stands beside it.
  const phone =
    kind !== 'id-card'
      ? undefined
      : phonesIn(piece.text).find((hit) => PHONE_OF_DESK.test(before(piece, hit.from, 30)));
  return [
    ...(phone === undefined
      ? []
      : [
          {
            field: 'appeal_phone' as const,
            ...phone,
            piece,
            confidence: 0.8,
            why: 'stands beside the desk for appeals',
          },
        ]),
    ...(at === undefined || address === undefined
      ? []
      : [
          {
            field: 'appeal_address' as const,
            value: address[0],
            piece,
            ...at,
            confidence: 0.85,
            why: 'stands behind the desk for appeals',
          },
        ]),
    ...(fax === undefined
      ? []
      : [{ field: 'appeal_fax' as const, ...fax, piece, confidence: 0.85, why: 'is the fax of the desk for appeals' }]),
  ];
}

function before(piece: Piece, at: number, reach: number): string {
  return piece.lower.slice(Math.max(0, at - reach), at);
}

/** The lines that may name the desk: all of a card, a form or a log, and what stands above the salutation of a member's letter. */
function linesOf(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Line[] {
  const open = paper.lines.filter((line, index) => !line.running && zones[index] !== 'taglines');
  if (kind === 'id-card' || kind === 'authorization-form') return open;
  if (kind !== 'correspondence') return [];
  if (isLogOfCalls(paper) || isForm(open)) return open;
  if (!isOfMember(open)) return [];
  const salutation = open.findIndex((line) => /^(?:dear|to whom|hello)\b/.test(line.lower.trim()));
  return open.slice(0, salutation < 0 ? HEAD : Math.min(HEAD, salutation));
}

/** Boxes to tick and blanks to fill, on two lines and more, "[ ] one year", "Date ______", and nobody is greeted. */
function isForm(lines: readonly Line[]): boolean {
  if (lines.some((line) => /^(?:dear|hello)\b/.test(line.lower.trim()))) return false;
  return lines.filter((line) => /\[[xX ]?\] ?\p{L}|_{4}/u.test(line.text)).length >= 2;
}

/** "I am appealing your letter of May 4", "I want to appeal": who writes asks for the review. */
const ASKS =
  /\b(?:i(?: am|'m) (?:\w+ )?(?:appealing|writing to appeal|asking you to (?:review|reconsider|pay))|i (?:hereby |want to |wish to |would like to )?(?:appeal|disagree)|this (?:letter )?is my (?:\w+ )?appeal|i (?:don't|do not) agree|i want this looked at|appeal of (?:the |your )?denial|please (?:accept|treat|take) this (?:letter )?as my)\b/;

function isOfMember(lines: readonly Line[]): boolean {
  return ASKS.test(flowOf(lines).lower);
}
