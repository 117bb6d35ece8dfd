// Where an appeal goes: the address, fax and telephone of the appeal route, not the general ones of the letterhead.
import type { Zone } from '../../model/finding.ts';
import type { AppealLevel, DocumentKind } from '../../model/vocabulary.ts';
import { oncePer } from '../../once-per.ts';
import { matchesIn } from '../../text/matches.ts';
import { flowOf, type Line, type Paper, type Piece } from '../paper.ts';
import { ADDRESS, FAX } from './addresses.ts';
import { routeByDesk } from './appeal-desk.ts';
import { appealPhone, type Num, numberNear, SPOKEN } from './appeal-phone.ts';
import { AGENCY, APPEAL, opensNone } from './appeal-words.ts';
import type { Candidate } from './collect.ts';
import { wholeText } from './flows.ts';
import { phonesIn } from './values.ts';

/** Other words for an appeal, where a way to send something follows. */
const ASKS_AGAIN =
  /\b(?:look(?:ed)? (?:at (?:this|it) )?again|another look|disagree|(?:not|\w+n't) (?:happy|satisfied|agree)|(?:how|wish|want) to object\b|second opinion on this|coverage (?:determinations?|decisions?)\b|challeng\w+|(?:ask for|request) an? (?:new |second |internal )?review|(?:put|say|tell us) (?:it |this |so |why )?in writing|(?:think|believe|feel) (?:that )?(?:we|this|it|(?:this|our|the) (?:decision|claim|denial)) (?:are|is|were|was|(?:have |has )?made an?) (?:wrong|mistaken|incorrect|in error|(?:a )?mistake|error)|think (?:again|it over)|objections?:|(?:do not|don't) accept (?:this|it|our)|want (?:the|this|our) (?:decision|answer) reviewed|second look|see it differently|right (?:to (?:a |have )?|of )review|(?:second|further|administrative|(?:state )?fair) (?:level )?(?:review|hearing)|(?:ask|request)(?: us)?(?: in writing)?(?: to| for)? (?:an? |one |us to )?(?:\w+ ){0,2}(?:review|hearing))\b/;
/** "write within 60 days of this letter": what is counted from the letter is the time for an appeal. */
const FROM_LETTER =
  /\bdays?(?:'s?)? (?:of|from|after|following)(?: the)? (?:day |date )?(?:of |on |that |when )?(?:you |your )?(?:get|getting|receiv\w+|receipt|this|its date|the (?:letter|notice|decision|mailing|(?:issue |print )?date)|mailing)\b/;

/** So near stands the fax that belongs to an address, in letters. */
const RIGHT_BEHIND = 30;
/** "Start by calling 1-800-… or by writing to Larkfield Health, Appeals, P.O. Box 9": so near stands the telephone before it. */
const RIGHT_BEFORE = 80;

/** Address, fax and telephone for the appeal. */
export function appealRoute(
  paper: Paper,
  zones: readonly Zone[],
  kind: DocumentKind,
  level?: AppealLevel,
): Candidate[] {
  const told = toldRoute(paper, zones, kind, level);
  const byDesk = routeByDesk(paper, zones, kind).filter(({ field }) => !told.some((item) => item.field === field));
  return [...told, ...byDesk];
}

/** The route as the words about an appeal tell it. */
function toldRoute(paper: Paper, zones: readonly Zone[], kind: DocumentKind, level?: AppealLevel): Candidate[] {
  if (!['denial-letter', 'eob', 'plan-document', 'letter-of-medical-necessity', 'correspondence'].includes(kind))
    return [];
  if (opensNone(paper, kind)) return [];
  const lines = paper.lines.filter((line, index) => !line.running && isRoute(line, index, zones, kind, paper));
  const piece = flowOf(lines);
  const found: Candidate[] = [];
  const upheld = /upheld/.test(level ?? '');
  const inText = addressOf(piece, upheld);
  const above = inText !== undefined && inText.confidence > 0.9 ? undefined : addressAbove(paper, zones);
  const address = above?.address ?? inText ?? addressOfSender(paper, piece, kind, level);
  if (address !== undefined) found.push(address);
  const near = address === undefined || address.piece !== piece ? undefined : { from: address.from, to: address.to };
  // A plan's document has many numbers: only the one right behind the address is meant.
  const isDocument = kind === 'plan-document';
  if (isDocument && near === undefined) return found;
  const fax =
    above?.fax ??
    numberNear(piece, near, FAX, isDocument ? RIGHT_BEHIND : undefined) ??
    // The appeal goes to the letterhead: so does its fax.
    (address === undefined || near !== undefined ? undefined : numberNear(address.piece, address, FAX));
  if (fax !== undefined)
    found.push({ field: 'appeal_fax', ...fax, confidence: 0.9, why: 'is the fax number beside the appeal address' });
  if (kind === 'letter-of-medical-necessity') return found;
  const phone = isDocument
    ? (numberNear(piece, fax?.piece === piece ? fax : near, SPOKEN, RIGHT_BEHIND) ??
      numberNear(piece, near, SPOKEN, RIGHT_BEFORE))
    : appealPhone(paper, zones, kind, piece, near, level);
  if (phone === undefined || phone.value === fax?.value) return found;
  const { value, piece: on, from, to } = phone;
  const general = 'general' in phone && phone.general;
  const range = { field: 'appeal_phone' as const, value, piece: on, from, to };
  found.push(
    general === true
      ? { ...range, confidence: 0.6, why: 'is the telephone number for questions about the paper' }
      : { ...range, confidence: 0.8, why: 'is the telephone number of the appeal route' },
  );
  return found;
}

function isRoute(line: Line, index: number, zones: readonly Zone[], kind: DocumentKind, paper: Paper): boolean {
  const zone = zones[index];
  // A doctor's letter is addressed to the appeals where it names them above the salutation.
  if (kind === 'letter-of-medical-necessity')
    return index < 14 && index > 3 && paper.lines.slice(4, 14).some((other) => APPEAL.test(other.lower));
  if (kind === 'correspondence')
    return /\b(?:fax|main no|appeals?)\b/.test(line.lower) && phonesIn(line.text).length > 0;
  if (zone === 'taglines') return false;
  // The address of the letterhead is not where an appeal is sent unless the rights say so.
  if (kind === 'denial-letter' && line.page === 0 && index < 4) return false;
  if (isFootLine(line, index, paper)) return false;
  if (zone === 'rights') return true;
  if (kind === 'plan-document') return APPEAL.test(line.lower) || APPEAL.test(paper.lines[index - 1]?.lower ?? '');
  return [index, index - 1, index - 2, index - 3, index - 4].some(
    (at) =>
      paper.lines[at]?.page === line.page &&
      speaksOfAppeal(paper.lines[at] ?? line) &&
      (zones[at] !== 'letterhead' || /\b(?:may|can|within|days|write|send)\b/.test(paper.lines[at]?.lower ?? '')) &&
      zones[at] !== 'reference',
  );
}

/** Whether a line tells of an appeal, in whatever words; asked for each of the lines below it. */
const speaksOfAppeal = oncePer(
  ({ lower }: Line): boolean => APPEAL.test(lower) || ASKS_AGAIN.test(lower) || FROM_LETTER.test(lower),
);

/** "Brackenfold Health Plan, 400 Weir Street, Lindley, KS 66999" as the last line of the paper: the sender's own address. */
function isFootLine(line: Line, index: number, paper: Paper): boolean {
  return (
    index >= paper.lines.length - 2 &&
    line.gapAbove &&
    !APPEAL.test(line.lower) &&
    /^\p{Lu}[\p{L}&.' ]+, (?:\d|P\.? ?O)/u.test(line.text) &&
    /\b[A-Z]{2} \d{5}(?:-\d{4})?$/.test(line.text.trim())
  );
}

function addressOf(piece: Piece, upheld: boolean): Candidate | undefined {
  const hits = matchesIn(piece.text, ADDRESS).map((hit) => {
    const before = piece.lower.slice(Math.max(0, hit.index - 130), hit.index);
    const near = before.slice(-70);
    let score = 0;
    if (APPEAL.test(before)) score += 2;
    if (/\b(?:send|write|mail|fax|to)\b/.test(before)) score += 0.5;
    // After the plan's last word the way leads to whoever reviews it from outside.
    const outside =
      upheld &&
      /\b(?:external|independent|office of personnel|(?:state|administrative) (?:fair )?hearing|request a hearing)\b/.test(
        piece.lower.slice(Math.max(0, hit.index - 420), hit.index),
      );
    if (AGENCY.test(near)) score += outside && !/\bcomplain/.test(before) ? -0.8 : APPEAL.test(near) ? -3 : -4;
    // Of federal employees: the office that reviews what their plan upheld, whatever it is called between its name and its street.
    if (upheld && OFFICE_OF_PERSONNEL.test(before)) score += 3;
    if (/\bexternal\b/.test(near) && !upheld) score -= 1;
    return { hit, score };
  });
  hits.sort((a, b) => b.score - a.score || a.hit.index - b.hit.index);
  const best = hits[0];
  if (best === undefined || best.score < -1) return undefined;
  return {
    field: 'appeal_address',
    value: best.hit[0].replaceAll(/ [*·•|/-] /g, ', '),
    piece,
    from: best.hit.index,
    to: best.hit.index + best.hit[0].length,
    confidence: best.score >= 2 ? 0.92 : 0.7,
    why: 'is the address given for the appeal',
  };
}

/** "Office of Personnel Management, Healthcare and Insurance, Operations, " */
const OFFICE_OF_PERSONNEL = /\b(?:personnel management|federal employees? insurance operations)\b[^.;]*$/;

/** "Appeals go to the Board at the address above", "to the P.O. box above": what the letterhead says. */
const ABOVE =
  /\b(?:(?:the|our) above address|address (?:as above|above|at (?:the )?(?:top|head)|on (?:this|the|our) letter(?:head)?|(?:shown|given|printed) (?:above|at)|in the (?:letterhead|heading))|p\. ?o\. box above|box above|same address(?=, fax))\b/g;

/** So far from "the address above" stands the fax that belongs to it, in letters. */
const BESIDE = 60;

/** The address of the letterhead and the fax named with it, where the words about an appeal send the reader back to it. */
function addressAbove(
  paper: Paper,
  zones: readonly Zone[],
): { readonly address: Candidate; readonly fax: Num | undefined } | undefined {
  const flow = wholeText(paper, zones);
  const sent = matchesIn(flow.lower, ABOVE).find((hit) => {
    const around = flow.lower.slice(Math.max(0, hit.index - 220), hit.index + hit[0].length + 40);
    return (
      APPEAL.test(around) ||
      ASKS_AGAIN.test(around) ||
      /\b(?:hearing|your say|object|proof|reopen|the dates are)\b/.test(around)
    );
  });
  if (sent === undefined) return undefined;
  const address = addressOfHead(paper, 'is the address of the letterhead, to which the paper sends appeals');
  if (address === undefined) return undefined;
  const from = Math.max(0, sent.index - BESIDE);
  const fax = phonesIn(flow.text.slice(from, sent.index + sent[0].length + BESIDE)).find((hit) =>
    FAX.test(flow.lower.slice(Math.max(0, from + hit.from - 30), from + hit.from)),
  );
  return {
    address,
    fax: fax === undefined ? undefined : { value: fax.value, piece: flow, from: from + fax.from, to: from + fax.to },
  };
}

/** The address of the letterhead, where a first denial says when to write and gives no other address. */
function addressOfSender(
  paper: Paper,
  route: Piece,
  kind: DocumentKind,
  level: AppealLevel | undefined,
): Candidate | undefined {
  if (kind !== 'denial-letter' || level !== 'initial-denial' || !FROM_LETTER.test(route.lower)) return undefined;
  const address = addressOfHead(paper, 'is the address of the letterhead, and the paper gives no other for the appeal');
  // A desk for appeals heads decisions of appeals.
  return address === undefined || APPEAL.test(address.piece.lower.slice(0, address.from)) ? undefined : address;
}

function addressOfHead(paper: Paper, why: string): Candidate | undefined {
  const head = flowOf(paper.lines.slice(0, 6).filter((line) => line.page === 0));
  const [hit] = matchesIn(head.text, ADDRESS);
  return hit === undefined
    ? undefined
    : {
        field: 'appeal_address',
        value: hit[0].replaceAll(/ [*·•|/-] /g, ', '),
        piece: head,
        from: hit.index,
        to: hit.index + hit[0].length,
        confidence: 0.75,
        why,
      };
}
