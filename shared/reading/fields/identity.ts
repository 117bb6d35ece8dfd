// Who and what the paper is about: member, group, claim, request, provider, payer.
import type { Zone } from '../../model/finding.ts';
import type { DocumentKind } from '../../model/vocabulary.ts';
import type { Line, Paper, Piece } from '../paper.ts';
import type { Candidate } from './collect.ts';
import { type Labelled, labelled } from './labels.ts';
import { datesIn, identifierAt, phonesIn } from './values.ts';

const NUMBER = "(?:\\s*(?:id|i\\.d\\.|identification|number|no\\.?|num|#|nbr))";
const MEMBER_ID = [
  new RegExp(`^(?:member|enrollee|subscriber|insured(?:'s)?|beneficiary|participant|fund|recipient|patient|cardholder|medicaid|plan member)(?:'s)?${NUMBER}{1,2}\\b`),
  new RegExp(`^(?:identification|certificate|contract|policy|dbn|mbi|medicare|health plan|hicn?|your)${NUMBER}{1,2}(?![a-z])|^(?:identification|dbn|mbi)(?![a-z])|^policyholder${NUMBER}`),
  /^(?:id|i\.d\.)(?:\s*(?:number|no\.?|#))?(?![a-z])/,
];
const GROUP = [
  new RegExp(`^(?:exchange |policy |employer |plan |employer's )?group(?:\\s*\\/\\s*policy)?${NUMBER}{1,2}(?![a-z])`),
  /^(?:exchange |policy |employer |plan )?group(?:\s+plan)?(?![a-z])/,
];
const CLAIM = [
  new RegExp(`^claims?(?: control| reference)?(?:${NUMBER}|\\s*numbers|\\s*nos\\.?){1,2}(?![a-z])`),
  /^(?:your )?claims?(?:\(s\))?(?![a-z])|^icn(?![a-z])|^document control(?: number)?(?![a-z])/,
];
const AUTHORIZATION = [
  new RegExp(`^(?:prior )?(?:auth(?:orization|\\.)?|pre-?certification|pre-?authorization|certification|approval)(?:\\s*(?:request|reference|case))?${NUMBER}{0,2}(?![a-z])`),
  new RegExp(`^(?:request|tracking|service request|review|reference|ref\\.?|case|case reference|appeal|appeal file|file|grievance|determination|notice)(?:\\s*(?:id|file|reference|case))?${NUMBER}{0,2}(?![a-z])`),
];
const NAME = [
  /^(?:patient\s*\/\s*member|member\s*\/\s*patient|subscriber\s*\/\s*patient|patient\/subscriber)(?:'?s? name)?(?![a-z])/,
  /^(?:patient|pt\.?|for client|client|resident)(?:'s)?(?: name)?(?![a-z])/,
  /^(?:member|enrollee|beneficiary|claimant)(?:'s)?(?: name)?(?![a-z])/,
  /^(?:name of (?:member|patient|enrollee)|notice for|name|insured|participant|kept by|prepared by)(?:'s name)?(?![a-z])/,
  /^(?:subscriber|policyholder|guarantor|employee|recipient|sponsor|received from|bill to|parent (?:or guardian )?of|dear)(?:'s)?(?: name)?(?![a-z])/,
];
const PROVIDER = [
  /^(?:(?:servicing|rendering|treating|billing|health care|service) )?provider(?: name| of service)?(?![a-z])/,
  /^(?:billed by|bill from|services? (?:by|from|provided by)|who sent it|sent by|from|submitted by|claim from|performed by|supplier|pharmacy)(?![a-z])/,
  /^(?:hospital|facility(?: name)?|program|treating facility|clinic|laboratory|lab|surgeon|therapist|counselor)(?![a-z])/,
  /^(?:requested by|requesting (?:provider|doctor|physician)|ordered by|ordering (?:provider|doctor|physician)|prescriber|prescribed by|prescribing (?:doctor|provider|physician)|clinician|physician|doctor|treating (?:doctor|physician)|dentist|site of care)(?![a-z])/,
];
const PAYER = [
  /^(?:claims administrator|plan administered by|health plan|insurer|insurance company|insurance(?: on file| carrier| plan)?|ins|payer|payor|carrier|primary insurance|administrator)(?![a-z])/,
];

type Pick = Omit<Candidate, 'confidence' | 'why'>;

/** Identifiers with a label beside them. */
export function identifierCandidates(paper: Paper, zones: readonly Zone[]): Candidate[] {
  const found: Candidate[] = [];
  const house = insuranceLine(paper, zones);
  const first = (field: 'member_id' | 'group_number' | 'authorization_number', patterns: readonly RegExp[]): void => {
    const items = labelled(paper, zones, patterns).flatMap((item) => {
      const id = idOf(item);
      return id === undefined ? [] : [{ id, rank: item.rank }];
    });
    const strict = field === 'authorization_number' ? patterns.slice(0, 1) : patterns;
    const best = items.find((item) => item.rank === 0)?.id;
    const hit = best ?? (field === 'authorization_number' ? inline(paper, zones, strict) : undefined) ?? items[0]?.id ?? inline(paper, zones, strict);
    if (hit !== undefined) found.push({ ...hit, field, confidence: 0.92, why: 'stands beside its label' });
  };
  first('member_id', MEMBER_ID);
  if (house !== undefined && !found.some((item) => item.field === 'member_id')) found.push(house);
  first('group_number', GROUP);
  first('authorization_number', AUTHORIZATION);
  found.push(...claims(paper, zones));
  return found.filter((item, index) => !(item.field === 'authorization_number' && found.some((other, at) => at !== index && other.value === item.value)));
}

/** A bill or chart that names the insurance and the number on one line: "Insurance: Cobblemere PPO  CBM-60-118734-01". */
function insuranceLine(paper: Paper, zones: readonly Zone[]): Candidate | undefined {
  for (const [index, line] of paper.lines.entries()) {
    if (zones[index] === 'taglines' || !/^(?:insurance|ins|primary insurance|payer)\b/.test(line.lower)) continue;
    for (const cell of line.cells.slice(1, 4)) {
      const hit = identifierAt(cell.text);
      if (hit !== undefined && hit.from === 0 && hit.to === cell.text.length && /[A-Z]/.test(hit.value) && hit.value.replace(/\D/g, '').length >= 6) {
        return { field: 'member_id', value: hit.value, piece: cell, from: 0, to: hit.to, confidence: 0.7, why: 'stands on the line of the insurance' };
      }
    }
  }
  return undefined;
}

function idOf(item: Labelled): Pick | undefined {
  const text = item.piece.text.slice(item.from, item.to);
  const hit = identifierAt(text);
  if (hit === undefined || (/^\W*\d/.test(text) && phonesIn(text.slice(0, hit.to)).length > 0)) return undefined;
  return { field: 'member_id', value: hit.value, piece: item.piece, from: item.from + hit.from, to: item.from + hit.to };
}

/** A label inside running text: "Member ID QHA 4471 90362-01, group 70-81542". */
function inline(paper: Paper, zones: readonly Zone[], patterns: readonly RegExp[]): Pick | undefined {
  for (const pattern of patterns) {
    const anywhere = new RegExp(`(?<![a-z])(?:${pattern.source.replace(/(^|\|)\^/g, '$1')})`, 'g');
    for (const [index, line] of paper.lines.entries()) {
      if (zones[index] === 'taglines' || (line.running && line.page > 0)) continue;
      for (const hit of line.lower.matchAll(anywhere)) {
        const at = hit.index + hit[0].length;
        const value = identifierAt(line.text.slice(at));
        if (value === undefined || !/\d/.test(value.value.split(' ')[0] ?? '') && !/[-\d]{5}/.test(value.value.replace(/ /g, '')) || !/^[\s.:#]*$/.test(line.text.slice(at, at + value.from)) || value.value.length < 4) continue;
        if (phonesIn(line.text.slice(at, at + value.to + 6)).length > 0) continue;
        return { field: 'member_id', value: value.value, piece: line, from: at + value.from, to: at + value.to };
      }
    }
  }
  return undefined;
}

function claims(paper: Paper, zones: readonly Zone[]): Candidate[] {
  const found: Pick[] = [];
  for (const item of labelled(paper, zones, CLAIM, (zone) => zone !== 'taglines')) {
    const pieces: Array<{ piece: Piece; from: number }> = [{ piece: item.piece, from: item.from }, ...item.more.map((cell) => ({ piece: cell as Piece, from: 0 }))];
    for (const { piece, from } of pieces) {
      const ids = idList(piece, from);
      if (ids.length === 0) break;
      found.push(...ids);
    }
  }
  found.push(...tableClaims(paper, zones), ...inlineClaims(paper, zones));
  const seen = new Set<string | number>();
  return found
    .filter((item) => !seen.has(item.value) && seen.add(item.value))
    .map((item) => ({ ...item, field: 'claim_numbers' as const, confidence: 0.9, why: 'stands beside the word claim' }));
}

/** Identifiers joined by commas or "and" at the start of a value. */
function idList(piece: Piece, from: number): Pick[] {
  const found: Pick[] = [];
  let at = from;
  for (let hit = identifierAt(piece.text.slice(at)); hit !== undefined; hit = identifierAt(piece.text.slice(at))) {
    if (hit.value.replace(/\D/g, '').length < 4) break;
    found.push({ field: 'claim_numbers', value: hit.value, piece, from: at + hit.from, to: at + hit.to });
    at += hit.to;
    const join = /^\s*(?:,|;|and|&|\/)\s*(?:and\s+)?/.exec(piece.text.slice(at));
    if (join === null) break;
    at += join[0].length;
  }
  return found;
}

/** The column under a "Claim no." heading. */
function tableClaims(paper: Paper, zones: readonly Zone[]): Pick[] {
  const found: Pick[] = [];
  paper.lines.forEach((line, index) => {
    if (line.cells.length < 3 || zones[index] === 'taglines') return;
    const head = line.cells.find((cell) => /^claims?(?: (?:no\.?|number|#|id))?$/.test(cell.lower.replace(/[:.]+$/, '')));
    if (head === undefined) return;
    for (const row of paper.lines.slice(index + 1, index + 14)) {
      if (row.page !== line.page || (row.cells.length < 2 && !row.running)) break;
      const cell = row.cells.find((other) => Math.abs(other.left - head.left) < 12);
      const hit = cell === undefined ? undefined : identifierAt(cell.text);
      if (cell !== undefined && hit !== undefined && hit.value.replace(/\D/g, '').length >= 4) found.push({ field: 'claim_numbers', value: hit.value, piece: cell, from: hit.from, to: hit.to });
    }
  });
  return found;
}

function inlineClaims(paper: Paper, zones: readonly Zone[]): Pick[] {
  return paper.lines.flatMap((line, index) => {
    if (zones[index] === 'taglines' || (line.running && line.page > 0)) return [];
    return [...line.lower.matchAll(/(?<![a-z])claims?(?:\s*(?:no\.?|numbers?|#|id))?[\s:.#]+(?=[a-z]{0,4}[- ]?\d)/g)].flatMap((hit) => idList(line, hit.index + hit[0].length));
  });
}

const CREDENTIAL = /,?\s*\b(?:MD|DO|PhD|PsyD|NP|PA|PMHNP|FNP|RN|DPM|DDS|DMD|LICSW|LCSW|LMFT|LPC|DC|OD|CRNA|PT|DPT|CNM)\b/;

/** Names of people and houses with a label beside them. */
export function partyCandidates(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate[] {
  const found: Candidate[] = [];
  const name = labelled(paper, zones, NAME).flatMap((item) => personOf(item) ?? [])[0] ?? regarding(paper) ?? addressee(paper, zones);
  if (name !== undefined) found.push({ ...name, confidence: 0.9, why: 'stands beside a label for the patient or member' });
  const provider = providerOf(paper, zones, kind);
  if (provider !== undefined) found.push(provider);
  const payer = payerOf(paper, zones, kind);
  if (payer !== undefined) found.push(payer);
  return found;
}

const NOT_A_NAME = /\b(?:id|part|number|no|plan|services?|may|must|can|the|your|and|or|is|was|will|has|have|request|appeals?|department|health|insurance|claims?|hospital|clinic|center|inc|llc|responsibility|statement|type|self|account|rights|of|to|for|with)\b/i;

function personOf(item: Labelled): Pick | undefined {
  const raw = item.piece.text.slice(item.from, item.to);
  const lead = /^(?:(?:parent|parents|guardian)(?: or guardian)? of\s+|(?:mr|mrs|ms|miss|dr)\.?\s+)*/i.exec(raw)?.[0].length ?? 0;
  const text = raw.slice(lead);
  const hit = /^[\p{L}][\p{L}'.-]*(?:,? [\p{L}][\p{L}'.-]*){1,4}/u.exec(text);
  if (hit === null) return undefined;
  let value = hit[0].replace(/(?:\s+(?:DOB|dob|Born|age|MRN))$/, '').replace(/(?<=\p{L}{3})[.,]$/u, '');
  if (/^dear/.test(item.label)) value = value.replace(/[,:]$/, '');
  if (!/^\p{Lu}/u.test(value) || NOT_A_NAME.test(value) || value.split(/\s+/).some((word) => /^\p{Ll}/u.test(word) && !/^(?:de|la|van|von|der|del|di|da|bin|al)$/.test(word))) return undefined;
  return { field: 'member_name', value, piece: item.piece, from: item.from + lead, to: item.from + lead + value.length };
}

/** "Re: … Maren J. Sandquist, born 04/17/1983". */
function regarding(paper: Paper): Pick | undefined {
  for (const line of paper.lines.slice(0, 30)) {
    for (const cell of line.cells) {
      const hit = /^(?:re:\s+)?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}),? (?:born|dob|d\.o\.b\.|\(dob|age)\b/iu.exec(cell.text);
      if (hit?.[1] === undefined || NOT_A_NAME.test(hit[1])) continue;
      const from = hit[0].indexOf(hit[1]);
      return { field: 'member_name', value: hit[1], piece: cell, from, to: from + hit[1].length };
    }
  }
  return undefined;
}

/** The name above an address block: the line before a street and a line with state and ZIP. */
function addressee(paper: Paper, zones: readonly Zone[]): Pick | undefined {
  for (const [index, line] of paper.lines.slice(0, 24).entries()) {
    if (!/\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b/.test(line.text) || zones[index] === 'rights') continue;
    const cell = paper.lines[index - 2]?.cells[0];
    if (cell === undefined || index < 4) continue;
    const hit = personOf({ label: 'address', rank: 9, piece: cell, from: /^TO\s+/.exec(cell.text)?.[0].length ?? 0, to: cell.text.length, line: index, more: [] });
    if (hit !== undefined) return hit;
  }
  return undefined;
}

function providerOf(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate | undefined {
  if (kind === 'bill' || kind === 'receipt') {
    const head = letterheadName(paper);
    if (head !== undefined) return { ...head, field: 'provider', confidence: 0.85, why: 'is the letterhead' };
  }
  if (kind === 'letter-of-medical-necessity') {
    const signer = paper.lines.flatMap((line) => line.cells).findLast((cell) => CREDENTIAL.test(cell.text) && cell.tokens.length <= 7);
    if (signer !== undefined) return { field: 'provider', value: signer.text, piece: signer, from: 0, to: signer.text.length, confidence: 0.8, why: 'signed the letter' };
  }
  const addressed = kind === 'denial-letter' ? doctorAddressed(paper) : undefined;
  if (addressed !== undefined) return addressed;
  for (const item of labelled(paper, zones, PROVIDER, (zone, line) => zone !== 'taglines' && zone !== 'legend' && zone !== 'rights' && line.page <= 1)) {
    const value = organisationOf(item);
    if (value !== undefined) return { ...value, confidence: 0.9, why: `stands beside "${item.label.replace(/[:.]+$/, '')}"` };
  }
  if (kind === 'medical-record') {
    const head = letterheadName(paper);
    if (head !== undefined) return { ...head, field: 'provider', confidence: 0.75, why: 'is the letterhead' };
  }
  return tableProvider(paper) ?? proseProvider(paper, zones);
}

function organisationOf(item: Labelled): Pick | undefined {
  const text = item.piece.text.slice(item.from, item.to);
  const hit = /^(?:dr\.?\s+)?["']?\p{Lu}[^()\t;:]*/iu.exec(text);
  if (hit === null || !/^\p{Lu}/u.test(text)) return undefined;
  const whole = hit[0].replace(/^([^,]+(?:,? (?:LLC|PLLC|Inc|P\.?A|P\.?C)\.?)?), \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,2}, (?:MD|DO|NP|PA|PhD)\b.*$/u, '$1');
  const value = whole.replace(/\s+(?:TYPE|NPI|Tax ID|Phone|phone|tel)\b.*$/, '').replace(/,\s*(?:psychiatry|pain medicine|whom we wrote.*|[a-z ]+)$/, '').replace(/[\s,.]+$/, (end) => (/\b(?:Inc|P\.A|P\.C|Co|Corp|L\.L\.C)$/.test(hit[0].slice(0, -end.length)) && end.startsWith('.') ? '.' : ''));
  if (value.length < 4 || datesIn(value).length > 0 || phonesIn(value).length > 0 || /^(?:Mail|Fax|Phone|Not|The|You|We|If|Your|Page)\b/.test(value) || value.split(' ').length > 9) return undefined;
  return { field: 'provider', value, piece: item.piece, from: item.from, to: item.from + value.length };
}

function tableProvider(paper: Paper): Candidate | undefined {
  for (const [index, line] of paper.lines.entries()) {
    const head = line.cells.length < 3 ? undefined : line.cells.find((cell) => /^(?:provider|doctor|facility|billed by)$/.test(cell.lower));
    if (head === undefined) continue;
    const rows = paper.lines.slice(index + 1, index + 10).filter((row) => row.cells.length >= 3);
    const row = rows.find((other) => /denied|not paid|not covered/i.test(other.text)) ?? rows[0];
    const cell = row?.cells.find((other) => Math.abs(other.left - head.left) < 12);
    if (cell !== undefined && /^\p{Lu}/u.test(cell.text)) return { field: 'provider', value: cell.text, piece: cell, from: 0, to: cell.text.length, confidence: 0.7, why: 'stands in the provider column' };
  }
  return undefined;
}

/** "a request from Summit Spring Pain & Mood, LLC". */
function proseProvider(paper: Paper, zones: readonly Zone[]): Candidate | undefined {
  for (const [index, line] of paper.lines.entries()) {
    if (zones[index] === 'rights' || zones[index] === 'taglines') continue;
    const hit = /\b(?:request from|requested by|ordered by|services? (?:of|by|from)|claims? from|bills? from|provided by|performed by|treatment (?:at|by)|authorized at|spoke to)\s+((?:Dr\. )?\p{Lu}[\p{L}'.&-]*(?:(?:,? |, )(?:\p{Lu}[\p{L}'.&-]*|&|and|of|for))*)/u.exec(line.text);
    const value = hit?.[1]?.replace(/[.,]$|\s+(?:and|of|for)$/, '');
    if (hit === null || value === undefined || value.split(' ').length < 2) continue;
    const from = hit.index + hit[0].indexOf(value);
    return { field: 'provider', value, piece: line, from, to: from + value.length, confidence: 0.65, why: 'is named as the one who asked or treated' };
  }
  return undefined;
}

function doctorAddressed(paper: Paper): Candidate | undefined {
  for (const line of paper.lines.slice(0, 12)) {
    for (const [at, cell] of line.cells.entries()) {
      const hit = (at > 0 && /^to:?$/.test(line.cells[at - 1]?.lower ?? '') ? /^()?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PMHNP|PA|PhD|DPM))\b/u : /^(to:?\s+)(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,3},? (?:MD|DO|NP|PMHNP|PA|PhD|DPM))\b/iu).exec(cell.text);
      if (hit?.[2] === undefined) continue;
      const from = hit[0].length - hit[2].length;
      return { field: 'provider', value: hit[2], piece: cell, from, to: hit[0].length, confidence: 0.6, why: 'is a clinician named at the top' };
    }
  }
  return undefined;
}

const HOUSE = /\b(?:health|insurance|benefit|benefits|plan|life|mutual|medicare|medicaid|administrators?|fund|company|casualty|assurance|hmo|ppo|network|cooperative|systems|care|rx|services|blue|cross|shield|medical|hospital|clinic|center|collective|llc|pllc|associates|group|p\.?a\.?|inc|trust|pharmacy|wellness|physicians|laboratory|imaging|therapy)\b/i;
const TITLE = /\b(?:notice|explanation|statement|invoice|receipt|letter|denial|determination|decision|page|important|facsimile|fax|summary|note|questionnaires?|call log|log|portal|date|s t a t e)\b/i;

function letterheadName(paper: Paper): Pick | undefined {
  for (const line of paper.lines.slice(0, 5)) {
    const cell = line.cells[0];
    if (cell === undefined || cell.tokens.length < 1) continue;
    const spaced = /^(?:\p{Lu} ){3}/u.test(cell.text);
    if (spaced) return spacedName(line);
    if (cell.tokens.length > 12) continue;
    const text = cell.text.split(/ :: | \| | \* /)[0] ?? cell.text;
    if (/:$/.test(text) || (TITLE.test(text) && !/\b(?:LLC|PLLC|Inc|Company)\b/.test(text)) || (/\d{3}/.test(text) && (!HOUSE.test(text) || phonesIn(text).length > 0 || /\b\d{5}\b/.test(text))) || !/^\p{Lu}/u.test(text)) continue;
    if (!HOUSE.test(text) && cell.tokens.length > 6) continue;
    return { field: 'payer', value: text.trim(), piece: cell, from: 0, to: text.trim().length };
  }
  return undefined;
}

/** "Q U I L L B A C K   H E A L T H": letters set apart, words wider apart. */
function spacedName(line: Line): Pick {
  const value = line.cells.map((cell) => cell.text.replace(/ /g, '')).join(' ');
  return { field: 'payer', value, piece: line, from: 0, to: line.text.length };
}

function payerOf(paper: Paper, zones: readonly Zone[], kind: DocumentKind): Candidate | undefined {
  const own = ['bill', 'receipt', 'medical-record', 'letter-of-medical-necessity', 'correspondence', 'plan-document', 'id-card', 'authorization-form'].includes(kind);
  if (own) {
    for (const item of labelled(paper, zones, PAYER, (zone) => zone !== 'taglines')) {
      const text = item.piece.text.slice(item.from, item.to).split(/\s+[/(]|\s{2,}|\s+(?=[A-Z]{2,4}-?\d)/)[0] ?? '';
      if (/^\p{Lu}\p{L}+/u.test(text) && text.split(' ').length <= 8 && isHouse(text) && !/^(?:None|None entered|Has|Will|May|Payment|Contract)\b/i.test(text)) {
        return { field: 'payer', value: text.trim(), piece: item.piece, from: item.from, to: item.from + text.trim().length, confidence: 0.85, why: `stands beside "${item.label}"` };
      }
    }
    if (kind !== 'correspondence' && kind !== 'plan-document') return kind === 'bill' ? paidBy(paper) : kind === 'letter-of-medical-necessity' ? addressedHouse(paper) : undefined;
  }
  const onBehalf = paper.lines.slice(0, 12).flatMap((line) => line.cells.flatMap((cell) => behalf(cell) ?? []))[0];
  if (onBehalf !== undefined) return { ...onBehalf, field: 'payer', confidence: 0.85, why: 'is named as the plan on whose behalf the letter is written' };
  if (/\bmedicare summary notice\b/i.test(paper.lines.slice(0, 6).map((line) => line.text).join(' '))) {
    const line = paper.lines.find((other) => /medicare summary notice/i.test(other.text));
    const at = line?.lower.indexOf('medicare') ?? -1;
    if (line !== undefined && at >= 0) return { field: 'payer', value: line.text.slice(at, at + 8), piece: line, from: at, to: at + 8, confidence: 0.9, why: 'is the sender of the notice' };
  }
  const head = letterheadName(paper);
  if (head !== undefined && (kind !== 'correspondence' || HOUSE.test(String(head.value)))) return { ...head, field: 'payer', confidence: 0.85, why: 'is the letterhead' };
  const plan = labelled(paper, zones, [/^(?:plan|health plan|plan name)(?![a-z])/]).flatMap((item) => organisationOf(item) ?? [])[0];
  return plan === undefined ? undefined : { ...plan, field: 'payer', value: String(plan.value).trim(), confidence: 0.75, why: 'stands beside "plan"' };
}

/** A name of a house: every word of weight is capitalised. */
function isHouse(text: string): boolean {
  return text.split(/\s+/).every((word) => /^[^\p{L}]*\p{Lu}/u.test(word) || /^(?:of|and|the|for|&|-|\()/.test(word));
}

function behalf(cell: Piece): Pick | undefined {
  const hit = /^(?:acting for|for|on behalf of|underwritten by|administering|administered for|insured by)\s+(?:the\s+)?(\p{Lu}[^(]*?)(?:\s*\(|$)/iu.exec(cell.text);
  const value = hit?.[1]?.trim();
  if (hit === null || value === undefined || !/^\p{Lu}/u.test(value) || !HOUSE.test(value) || /employee/i.test(value)) return undefined;
  const from = hit[0].indexOf(value);
  return { field: 'payer', value, piece: cell, from, to: from + value.length };
}

/** "Quillback Health - insurance payment" on a bill. */
function paidBy(paper: Paper): Candidate | undefined {
  for (const line of paper.lines) {
    for (const cell of line.cells) {
      const hit = /^(\p{Lu}[\p{L}&'. ]{3,40}?)\s+(?:-\s+)?(?:insurance\s+)?(?:payment|paid|contractual|adjustment)\b/u.exec(cell.text);
      if (hit?.[1] === undefined || /^(?:Insurance|Patient|Total|Less|Your|Card|Co)/.test(hit[1])) continue;
      return { field: 'payer', value: hit[1].trim(), piece: cell, from: 0, to: hit[1].trim().length, confidence: 0.65, why: 'is named as the one who paid' };
    }
  }
  return undefined;
}

/** The house a letter is addressed to. */
function addressedHouse(paper: Paper): Candidate | undefined {
  const lines: Line[] = paper.lines.slice(3, 24).filter((line) => line.page === 0);
  const zip = lines.findIndex((line) => /\b[A-Z]{2}\s+\d{5}\b/.test(line.text));
  const above = lines.slice(Math.max(0, zip - 4), Math.max(0, zip));
  const house = above.find((line) => HOUSE.test(line.text) && !/\b(?:box|unit|department|attn)\b/i.test(line.text));
  return house === undefined ? undefined : { field: 'payer', value: house.text.trim(), piece: house, from: 0, to: house.text.length, confidence: 0.7, why: 'is addressed' };
}
