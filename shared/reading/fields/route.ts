// Where an appeal goes: the address, fax and telephone of the appeal route, not the general ones of the letterhead.
import type { Zone } from '../../model/finding.ts';
import type { AppealLevel, DocumentKind } from '../../model/vocabulary.ts';
import { flowOf, type Line, type Paper, type Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { phonesIn, STATE } from './values.ts';

const ADDRESS = new RegExp(
  `(?:P\\.? ?O\\.? ?B(?:ox|OX)|Post Office Box|PO BOX|Box(?= \\d)|(?<![\\d-])\\d{1,6}(?= [A-Z])(?!(?: [\\w.,'&#-]+){0,6} (?:P\\.? ?O\\.? ?B|B(?:ox|OX)\\b)))(?:,? (?:[*·•|] )?[A-Z0-9#&][\\w.'&-]*){1,9}?,? ${STATE} \\d{5}(?:-\\d{4})?\\b`,
  'g',
);
const AGENCY =
  /\b(?:department of|insurance department|division of|bureau|hearings?|personnel management|commission|ombudsman|office of|attorney general|legal aid|employee benefits security|labor|independent review|civil rights|state of|regulation|consumer|complaint)\b/;
const APPEAL =
  /\b(?:appeal(?:s|ing)?|grievances?|(?:payment |provider )?disputes?|reconsider\w*|redetermin\w*|external review|disputed|review unit|trustees)\b/;

/** Other words for an appeal, where a way to send something follows. */
const ASKS_AGAIN =
  /\b(?:look(?:ed)? (?:at (?:this|it) )?again|another look|disagree|(?:not|n't) (?:happy|satisfied|agree)|challeng\w+|(?:ask for|request) an? (?:new |second |internal )?review|(?:put|say|tell us) (?:it |this |so |why )?in writing|think (?:we|this|it) (?:are|is|were|was) wrong)\b/;

/** Address, fax and telephone for the appeal. */
export function appealRoute(
  paper: Paper,
  zones: readonly Zone[],
  kind: DocumentKind,
  level?: AppealLevel,
): Candidate[] {
  if (!['denial-letter', 'eob', 'plan-document', 'letter-of-medical-necessity', 'correspondence'].includes(kind))
    return [];
  const lines = paper.lines.filter((line, index) => !line.running && isRoute(line, index, zones, kind, paper));
  const piece = flowOf(lines);
  const found: Candidate[] = [];
  const upheld = /upheld/.test(level ?? '');
  const address = addressOf(piece, upheld) ?? addressAbove(paper, zones);
  if (address !== undefined) found.push(address);
  const near = address === undefined || address.piece !== piece ? undefined : { from: address.from, to: address.to };
  if (kind === 'plan-document') return found;
  const fax = numberNear(
    piece,
    near,
    /\b(?:fax(?:ed)?|facsimile|telefax|f(?=:? ?\(?\d*$))\b(?:(?!phone|tel\b|call|voice)[^\d(]){0,40}$/,
  );
  if (fax !== undefined)
    found.push({ field: 'appeal_fax', ...fax, confidence: 0.9, why: 'is the fax number beside the appeal address' });
  if (kind === 'letter-of-medical-necessity') return found;
  const direct = numberNear(
    piece,
    near,
    /\b(?:phone|telephone|tel\.?|by phone|call|voice|questions|fast|expedited|t(?=:? ?$)|p(?=: ?$))\b[^\d(]{0,24}$/,
    120,
  );
  const said = appealLine(paper, zones, upheld);
  const phone =
    (said !== undefined &&
    direct !== undefined &&
    OTHER_DESK.test(piece.lower.slice(Math.max(0, direct.from - 40), direct.from))
      ? said
      : undefined) ??
    (direct === undefined ? undefined : regular(piece, direct)) ??
    (near === undefined ? undefined : rightBehind(piece, near.to)) ??
    said ??
    numberNear(
      piece,
      near,
      /\b(?:phone|telephone|tel\.?|by phone|call|voice|questions|fast|expedited|t(?=:? ?$)|p(?=: ?$))\b[^\d(]{0,24}$/,
    ) ??
    numberNear(
      piece,
      undefined,
      /\b(?:member services?|enrollee services|customer (?:care|service)|member services department|main no\.?|questions|call us (?:at|toll[- ]free))[^\d(]{0,24}$/,
    );
  if (phone !== undefined && phone.value !== fax?.value)
    found.push({
      field: 'appeal_phone',
      ...phone,
      confidence: 0.8,
      why: 'is the telephone number of the appeal route',
    });
  return found;
}

function isRoute(line: Line, index: number, zones: readonly Zone[], kind: DocumentKind, paper: Paper): boolean {
  const zone = zones[index];
  // A doctor's letter is addressed to the appeals where it names them above the salutation.
  if (kind === 'letter-of-medical-necessity')
    return index < 14 && index > 3 && paper.lines.slice(4, 14).some((other) => APPEAL.test(other.lower));
  if (
    kind === 'correspondence' &&
    paper.lines.some((other) =>
      /nothing to appeal|not made a decision|(?:haven't|have not) (?:come to|made|reached) (?:any|a) decision|(?:letter|notice|this) is not (?:one|a decision)|we have your appeal|received your appeal|(?:can't|cannot|can not) be appealed|no decision has been made|(?:isn't|is not|not) a denial/i.test(
        other.text,
      ),
    )
  )
    return false;
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
      (APPEAL.test(paper.lines[at]?.lower ?? '') || ASKS_AGAIN.test(paper.lines[at]?.lower ?? '')) &&
      (zones[at] !== 'letterhead' || /\b(?:may|can|within|days|write|send)\b/.test(paper.lines[at]?.lower ?? '')) &&
      zones[at] !== 'reference',
  );
}

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
  const hits = [...piece.text.matchAll(ADDRESS)].map((hit) => {
    const before = piece.lower.slice(Math.max(0, hit.index - 130), hit.index);
    const near = before.slice(-70);
    let score = 0;
    if (APPEAL.test(before)) score += 2;
    if (/\b(?:send|write|mail|fax|to)\b/.test(before)) score += 0.5;
    // After the plan's last word the way leads to whoever reviews it from outside.
    const outside =
      upheld &&
      /\b(?:external|independent|office of personnel)\b/.test(
        piece.lower.slice(Math.max(0, hit.index - 420), hit.index),
      );
    if (AGENCY.test(near)) score += outside && !/\bcomplain/.test(before) ? -0.8 : -3;
    if (/\bexternal\b/.test(near) && !upheld) score -= 1;
    return { hit, score };
  });
  hits.sort((a, b) => b.score - a.score || a.hit.index - b.hit.index);
  const best = hits[0];
  if (best === undefined || best.score < -1) return undefined;
  return {
    field: 'appeal_address',
    value: best.hit[0].replaceAll(/ [*·•|] /g, ', '),
    piece,
    from: best.hit.index,
    to: best.hit.index + best.hit[0].length,
    confidence: best.score >= 2 ? 0.92 : 0.7,
    why: 'is the address given for the appeal',
  };
}

/** "Appeals go to the Board at the address above", "to the P.O. box above": what the letterhead says. */
const ABOVE =
  /\b(?:(?:the|our) above address|address (?:above|at (?:the )?(?:top|head)|on (?:this|the|our) letter(?:head)?|(?:shown|given|printed) (?:above|at)|in the (?:letterhead|heading))|p\. ?o\. box above|box above)\b/g;

/** The address of the letterhead, where the words about an appeal send the reader back to it. */
function addressAbove(paper: Paper, zones: readonly Zone[]): Candidate | undefined {
  const flow = flowOf(paper.lines.filter((line, index) => !line.running && zones[index] !== 'taglines'));
  const isSentThere = [...flow.lower.matchAll(ABOVE)].some((hit) => {
    const around = flow.lower.slice(Math.max(0, hit.index - 220), hit.index + hit[0].length + 40);
    return APPEAL.test(around) || ASKS_AGAIN.test(around) || /\b(?:hearing|your say|object)\b/.test(around);
  });
  if (!isSentThere) return undefined;
  const head = flowOf(paper.lines.slice(0, 6).filter((line) => line.page === 0));
  const [hit] = head.text.matchAll(ADDRESS);
  return hit === undefined
    ? undefined
    : {
        field: 'appeal_address',
        value: hit[0].replaceAll(/ [*·•|] /g, ', '),
        piece: head,
        from: hit.index,
        to: hit.index + hit[0].length,
        confidence: 0.75,
        why: 'is the address of the letterhead, to which the paper sends appeals',
      };
}

/** The telephone number whose lead-in matches, nearest after (or before) the address. */
function numberNear(
  piece: Piece,
  near: { from: number; to: number } | undefined,
  lead: RegExp,
  reach = 420,
): { value: string; piece: Piece; from: number; to: number } | undefined {
  const hits = phonesIn(piece.text).filter((hit) => {
    const before = piece.lower.slice(Math.max(0, hit.from - 40), hit.from);
    if (/\bfax\b(?!.*\b(?:phone|telephone|tel|call)\b)[^\d]*$/.test(before) && !lead.source.includes('fax'))
      return false;
    // "208-555-0109 (fax)": the word stands behind.
    const labelledBehind = /^ ?\((fax|facsimile)\)/.test(piece.lower.slice(hit.to, hit.to + 14));
    if (labelledBehind) return lead.source.includes('fax');
    if (/(?:doctor|prescriber|pharmacist|provider|doctor's office) (?:may|can|must|should) call/.test(before))
      return false;
    if (/direct line/.test(before) || /\btty\b[^\d]*$/.test(before) || /medicare[^\d]*$/.test(before)) return false;
    return lead.test(before) && !AGENCY.test(piece.lower.slice(Math.max(0, hit.from - 60), hit.from));
  });
  if (near === undefined) return pick(piece, hits[0]);
  const ranked = hits
    .map((hit) => ({ hit, far: hit.from >= near.to ? hit.from - near.to : (near.from - hit.to) * 1.3 }))
    .filter((item) => item.far < reach)
    .sort((a, b) => a.far - b.far);
  return pick(piece, ranked[0]?.hit);
}

/** "PO Box 4, Helix Bend, MT 59998; 406-555-0102": a number right behind the address, without a word. */
function rightBehind(piece: Piece, to: number): Number | undefined {
  const hit = phonesIn(piece.text.slice(to, to + 24))[0];
  if (hit === undefined || !/^[\s;,.|*-]*$/.test(piece.text.slice(to, to + hit.from))) return undefined;
  const from = to + hit.from;
  if (/^ ?\((?:fax|tty)/.test(piece.lower.slice(to + hit.to, to + hit.to + 8))) return undefined;
  return { value: hit.value, piece, from, to: to + hit.to };
}

interface Number {
  readonly value: string;
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

/** "expedited 1-888-555-0161   standard 1-888-555-0160": the usual way, not the fast one. */
function regular(piece: Piece, found: Number): Number {
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
function appealLine(paper: Paper, zones: readonly Zone[], upheld: boolean): Number | undefined {
  const flow = flowOf(paper.lines.filter((line, index) => !line.running && zones[index] !== 'taglines'));
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
    if (/^ ?\((?:fax|tty)\b|^ fax\b/.test(behind)) return [];
    const outside = /\b(?:opm|office of personnel)\b/.test(before);
    if (AGENCY.test(before) && !(upheld && outside)) return [];
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
