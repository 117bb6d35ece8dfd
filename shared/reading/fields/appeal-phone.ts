// The telephone number for an appeal: beside its address, of a line or desk for appeals, else of the desk that answers questions about the paper.
import type { Zone } from '../../model/finding.ts';
import type { AppealLevel, DocumentKind } from '../../model/vocabulary.ts';
import type { Paper, Piece } from '../paper.ts';
import { AGENCY, APPEAL } from './appeal-words.ts';
import { wholeText } from './flows.ts';
import { phoneOfHead } from './phone-of-head.ts';
import { isOfAgency, isOtherErrand, isOthers, LANGUAGE } from './phones-of-others.ts';
import { phonesIn } from './values.ts';

/** A telephone number with the words that hold it. */
export interface Num {
  readonly value: string;
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  /** The number of a desk for all questions about the paper. */
  readonly general?: boolean;
}

/** "Telephone", "call", "questions": words before a number to speak to somebody. */
export const SPOKEN =
  /\b(?:phone|telephone|tel\.?|by phone|call(?:s|ing)?|ring|voice|toll[- ]free|our (?:own )?number|my (?:own )?number|questions|fast|expedited|t(?=:? ?$)|p(?=: ?$))\b[^\d(]{0,24}\(?$/;
const DESK =
  /\b(?:member services?|enrollee services|customer (?:care|service)|member services department|main no\.?|questions|call us (?:at|toll[- ]free))[^\d(]{0,24}$/;

/** The telephone number for the appeal. `route` holds the lines about appeals, `near` the appeal's address in it. */
export function appealPhone(
  paper: Paper,
  zones: readonly Zone[],
  kind: DocumentKind,
  route: Piece,
  near: { from: number; to: number } | undefined,
  level: AppealLevel | undefined,
): Num | undefined {
  const upheld = /upheld/.test(level ?? '');
  // Who decided from outside takes no appeal: only a line that is said to take one counts.
  if (level === 'external-review-upheld') return appealLine(paper, zones, upheld);
  const direct = numberNear(route, near, SPOKEN, 120);
  const said = appealLine(paper, zones, upheld);
  return (
    (said !== undefined &&
    direct !== undefined &&
    OTHER_DESK.test(route.lower.slice(Math.max(0, direct.from - 40), direct.from))
      ? said
      : undefined) ??
    (direct === undefined ? undefined : regular(route, direct)) ??
    (near === undefined ? undefined : rightBehind(route, near.to)) ??
    said ??
    numberNear(route, near, SPOKEN) ??
    numberNear(route, undefined, DESK) ??
    (kind === 'correspondence'
      ? undefined
      : (amongAppeals(route) ?? deskLine(paper, zones) ?? (kind === 'eob' ? phoneOfHead(paper) : undefined)))
  );
}

/** The telephone number whose lead-in matches, nearest after (or before) the address. */
export function numberNear(
  piece: Piece,
  near: { from: number; to: number } | undefined,
  lead: RegExp,
  reach = 420,
): { value: string; piece: Piece; from: number; to: number } | undefined {
  const hits = phonesIn(piece.text).filter((hit) => {
    const before = piece.lower.slice(Math.max(0, hit.from - 40), hit.from);
    // "208-555-0110 (voice)": the word stands behind.
    if (
      !lead.source.includes('fax') &&
      /^ ?\((?:voice|phone|tel\.?|telephone)\)/.test(piece.lower.slice(hit.to, hit.to + 14))
    )
      return true;
    if (/\bfax\b(?!.*\b(?:phone|telephone|tel|call)\b)[^\d]*$/.test(before) && !lead.source.includes('fax'))
      return false;
    // "208-555-0109 (fax)": the word stands behind.
    const labelledBehind = /^ ?\((fax|facsimile)\)/.test(piece.lower.slice(hit.to, hit.to + 14));
    if (labelledBehind) return lead.source.includes('fax');
    if (/(?:doctor|prescriber|pharmacist|provider|doctor's office) (?:may|can|must|should) call/.test(before))
      return false;
    if (!lead.source.includes('fax') && isOtherErrand(piece.lower, hit.from)) return false;
    if (
      !lead.source.includes('fax') &&
      (LANGUAGE.test(before) || /\b(?:fraud|tip line|social security)\b/.test(before))
    )
      return false;
    if (/direct line/.test(before) || /\btty\b[^\d]*$/.test(before) || /medicare[^\d]*$/.test(before)) return false;
    // Behind the address of the appeal stands its own number, whoever hears it.
    const isBehind = near !== undefined && hit.from > near.to && hit.from - near.to < 40;
    const house = piece.lower.slice(isBehind ? near.to : Math.max(0, hit.from - 60), hit.from);
    if (!lead.source.includes('fax') && !isBehind && isOfAgency(piece.lower, hit.from)) return false;
    return lead.test(before) && !AGENCY.test(house);
  });
  if (near === undefined) return pick(piece, hits[0]);
  const ranked = hits
    .map((hit) => ({ hit, far: hit.from >= near.to ? hit.from - near.to : (near.from - hit.to) * 1.3 }))
    .filter((item) => item.far < reach)
    .sort((a, b) => a.far - b.far);
  return pick(piece, ranked[0]?.hit);
}

/** "PO Box 4, Helix Bend, MT 59998; 406-555-0102": a number right behind the address, without a word. */
function rightBehind(piece: Piece, to: number): Num | undefined {
  const hit = phonesIn(piece.text.slice(to, to + 24))[0];
  if (hit === undefined || !/^[\s;,.|*-]*$/.test(piece.text.slice(to, to + hit.from))) return undefined;
  const from = to + hit.from;
  if (/^ ?\((?:fax|tty\))/.test(piece.lower.slice(to + hit.to, to + hit.to + 8))) return undefined;
  return { value: hit.value, piece, from, to: to + hit.to };
}

/** "expedited 1-888-555-0161   standard 1-888-555-0160": the usual way, not the fast one. */
function regular(piece: Piece, found: Num): Num {
  if (
    !/\b(?:expedited|fast|urgent|emergency)\b[^\d]{0,20}$/.test(
      piece.lower.slice(Math.max(0, found.from - 40), found.from),
    )
  )
    return found;
  const other = phonesIn(piece.text).find(
    (hit) =>
      Math.abs(hit.from - found.from) < 90 &&
      /\b(?:standard|regular|ordinary|usual)(?: appeals?)?[^\d]{0,12}$/.test(
        piece.lower.slice(Math.max(0, hit.from - 36), hit.from),
      ),
  );
  return other === undefined ? found : { ...other, piece };
}

/** Lead-ins of numbers for something else than an appeal. */
const OTHER_DESK =
  /\b(?:claims?|id cards?|billing|member services?|customer (?:care|service)|eligibility|enrollment|nurse|prior auth\w*)\b[^.;]{0,24}$/;
const LINE_OF_APPEALS =
  /\b(?:appeals?|grievances?|reconsiderations?|redeterminations?)\b(?:[^.;]{0,30})?\b(?:line|desk|status|unit|team|phone|telephone|tel|coordinator|office|department|staff|clerk|voice|specialist)\b|\b(?:call|telephone|phone|reach|ring|speak)\b[^.;]{0,50}\b(?:appeals?|grievances?|review officer|reconsideration)\b|\b(?:questions?|ask|status|help)\b[^.;]{0,24}\b(?:appeals?|grievances?)\b[^.;]{0,30}$|\breview officer|\b(?:panel|committee|board)(?:'s)? (?:secretary|clerk|office|desk|line)\b/;
const QUESTIONS_BEHIND =
  /^\)?,? (?:with (?:any )?questions|if you have questions|for (?:help|questions|information)|to (?:ask|talk|find out|learn|check))\b[^.;]{0,30}\b(?:appeals?|grievances?|external review|this decision|review)\b/;

/** A number a sentence or a list gives for appeals: "Appeal line 970-555-0142", "Questions about an appeal: 574-555-0125". */
function appealLine(paper: Paper, zones: readonly Zone[], upheld: boolean): Num | undefined {
  const flow = wholeText(paper, zones);
  const phones = phonesIn(flow.text);
  const hits = phones.flatMap((hit, at) => {
    const start = Math.max(phones[at - 1]?.to ?? 0, hit.from - 130);
    const before =
      flow.lower
        .slice(start, hit.from)
        .split(/[.;!?]\s/)
        .at(-1) ?? '';
    const behind = flow.lower.slice(hit.to, hit.to + 80);
    if (
      /\b(?:fax|facsimile|tty|tdd)\b[^\d]{0,24}$|\b(?:providers?|doctors?|pharmac\w+|prescribers?)\b[^.]{0,40}$/.test(
        before,
      )
    )
      return [];
    if (/^ ?\((?:fax|tty)\b|^ fax\b/.test(behind) || isOtherErrand(flow.lower, hit.from)) return [];
    const outside = /\b(?:opm|office of personnel)\b/.test(before);
    if ((AGENCY.test(before) || isOfAgency(flow.lower, hit.from)) && !(upheld && outside)) return [];
    if (
      /\b(?:department|commissioner|division|hearing|iro|state|qio)\b/.test(before.slice(-60)) &&
      !/\b(?:appeals?|grievances?)\b/.test(before)
    )
      return [];
    const external = /\bexternal\b/.test(before);
    if (external && !upheld) return [];
    const score =
      (upheld && outside && /\b(?:call|phone|telephone)\b/.test(before) ? 3 : 0) +
      (LINE_OF_APPEALS.test(before) ? 2 : 0) +
      (QUESTIONS_BEHIND.test(behind) ? 2 : 0) -
      (/\b(?:expedited|fast|urgent|emergency)\b/.test(before) ? 0.5 : 0);
    return score >= 1.5 ? [{ hit, score }] : [];
  });
  const [best] = hits.sort((a, b) => b.score - a.score || a.hit.from - b.hit.from);
  return best === undefined ? undefined : { ...best.hit, piece: flow };
}

function pick(
  piece: Piece,
  hit: { value: string; from: number; to: number } | undefined,
): { value: string; piece: Piece; from: number; to: number } | undefined {
  return hit === undefined ? undefined : { value: hit.value, piece, from: hit.from, to: hit.to };
}

/** A number of a list of ways to appeal, set behind the address or the fax with no more than a comma or "or". */
const BARE = /(?:[,;.:|/)]|\bor|\bat|\bcall)\s*$/;

/** "Reconsideration: 60 days, PO Box 61, Overland, KS 66999, fax 913-555-0150, 913-555-0151": a number without a word for it, among the words about an appeal. */
function amongAppeals(route: Piece): Num | undefined {
  const phones = phonesIn(route.text);
  const hit = phones.find((phone, at) => {
    const last = phones[at - 1]?.to ?? 0;
    const before = route.lower.slice(Math.max(last, phone.from - 60), phone.from);
    if (isOthers(route.lower, last, phone.from) || isElse(route.lower.slice(phone.to, phone.to + 12))) return false;
    const said = route.lower.slice(Math.max(0, phone.from - 220), phone.from);
    return (BARE.test(before) || (last > 0 && before.trim() === '')) && (APPEAL.test(said) || /\bdisagree/.test(said));
  });
  return pick(route, hit);
}

/** "(fax)" and "TTY" behind a number. */
function isElse(behind: string): boolean {
  return /^ ?\(?(?:fax|tty\)?$)/.test(behind);
}

/** Words before the number of whoever answers questions about the paper, surest first. */
const DESKS: readonly RegExp[] = [
  /\b(?:provider )?disputes?:? *$|\b(?:disputed claims|reconsiderations?|dispute|appeals?|grievances?)\b[^\d.;]{0,40}$/,
  /\b(?:questions\??|inquir(?:y|ies)|help ?desk|customer desk|status line|ask us|our (?:own )?number|information|(?:member|customer|enrollee|client|participant|subscriber|beneficiary|provider)s? (?:line|services?|care|help|team|support|inquiries))[^\d.;]{0,30}$|\b(?:help|talk to us):? *$/,
  /\b(?:questions?|help)\b[^.;?]{0,60}\b(?:call|phone|telephone|contact|reach)?[^.;?\d]{0,24}$/,
  /\b(?:call(?: us)?|phone|telephone|reach us)(?: at)?:? *$/,
];

/** The number of the desk that answers questions about the paper: "Questions: 1-800-555-0150", "Member line 1-800-555-0190". */
function deskLine(paper: Paper, zones: readonly Zone[]): Num | undefined {
  const flow = wholeText(paper, zones);
  const phones = phonesIn(flow.text);
  let best: { readonly rank: number; readonly num: Num } | undefined;
  phones.forEach((phone, at) => {
    const last = phones[at - 1]?.to ?? 0;
    const before = flow.lower.slice(Math.max(last, phone.from - 90), phone.from);
    const clause = before.split(/(?<!\b(?:mr|mrs|ms|dr))[.;!]\s/).at(-1) ?? '';
    if (isOthers(flow.lower, last, phone.from) || isElse(flow.lower.slice(phone.to, phone.to + 12))) return;
    const rank = DESKS.findIndex((desk) => desk.test(clause));
    if (rank >= 0 && (best === undefined || rank < best.rank))
      best = { rank, num: { ...phone, piece: flow, general: true } };
  });
  return best?.num;
}
