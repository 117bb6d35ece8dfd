// Identifiers with a label beside them: member, group, claims, the request or case.
import type { Zone } from '../../model/finding.ts';
import type { Paper, Piece } from '../paper.ts';
import type { Candidate, Pick } from './collect.ts';
import { type Labelled, labelled } from './labels.ts';
import { identifierAt, phonesIn } from './values.ts';

const NUMBER = '(?:\\s*(?:id|i\\.d\\.|identification|number|no\\.?|num|#|nbr))';
const MEMBER_ID = [
  new RegExp(
    `^(?:member|enrollee|subscriber|insured(?:'s)?|beneficiary|participant|fund|recipient|patient|cardholder|medicaid|plan member)(?:'s)?${NUMBER}{1,2}\\b`,
  ),
  new RegExp(
    `^(?:identification|certificate|contract|policy|dbn|mbi|medicare|health plan|hicn?|your)${NUMBER}{1,2}(?![a-z])|^(?:identification|dbn|mbi)(?![a-z])|^policyholder${NUMBER}`,
  ),
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
  new RegExp(
    `^(?:prior )?(?:auth(?:orization|\\.)?|pre-?certification|pre-?authorization|certification|approval)(?:\\s*(?:request|reference|case))?${NUMBER}{0,2}(?![a-z])`,
  ),
  new RegExp(
    `^(?:request|tracking|service request|review|reference|ref\\.?|case|case reference|appeal|appeal file|file|grievance|determination|notice)(?:\\s*(?:id|file|reference|case))?${NUMBER}{0,2}(?![a-z])`,
  ),
];
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
    const hit =
      best ??
      (field === 'authorization_number' ? inline(paper, zones, strict) : undefined) ??
      items[0]?.id ??
      inline(paper, zones, strict);
    if (hit !== undefined) found.push({ ...hit, field, confidence: 0.92, why: 'stands beside its label' });
  };
  first('member_id', MEMBER_ID);
  if (house !== undefined && !found.some((item) => item.field === 'member_id')) found.push(house);
  first('group_number', GROUP);
  first('authorization_number', AUTHORIZATION);
  found.push(...claims(paper, zones));
  return found.filter(
    (item, index) =>
      !(item.field === 'authorization_number' && found.some((other, at) => at !== index && other.value === item.value)),
  );
}

/** A bill or chart that names the insurance and the number on one line: "Insurance: Cobblemere PPO  CBM-60-118734-01". */
function insuranceLine(paper: Paper, zones: readonly Zone[]): Candidate | undefined {
  for (const [index, line] of paper.lines.entries()) {
    if (zones[index] === 'taglines' || !/^(?:insurance|ins|primary insurance|payer)\b/.test(line.lower)) continue;
    for (const cell of line.cells.slice(1, 4)) {
      const hit = identifierAt(cell.text);
      if (
        hit !== undefined &&
        hit.from === 0 &&
        hit.to === cell.text.length &&
        /[A-Z]/.test(hit.value) &&
        hit.value.replace(/\D/g, '').length >= 6
      ) {
        return {
          field: 'member_id',
          value: hit.value,
          piece: cell,
          from: 0,
          to: hit.to,
          confidence: 0.7,
          why: 'stands on the line of the insurance',
        };
      }
    }
  }
  return undefined;
}

function idOf(item: Labelled): Pick | undefined {
  const text = item.piece.text.slice(item.from, item.to);
  const hit = identifierAt(text);
  if (hit === undefined || (/^\W*\d/.test(text) && phonesIn(text.slice(0, hit.to)).length > 0)) return undefined;
  return {
    field: 'member_id',
    value: hit.value,
    piece: item.piece,
    from: item.from + hit.from,
    to: item.from + hit.to,
  };
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
        if (
          value === undefined ||
          (!/\d/.test(value.value.split(' ')[0] ?? '') && !/[-\d]{5}/.test(value.value.replace(/ /g, ''))) ||
          !/^[\s.:#]*$/.test(line.text.slice(at, at + value.from)) ||
          value.value.length < 4
        )
          continue;
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
    const pieces: Array<{ piece: Piece; from: number }> = [
      { piece: item.piece, from: item.from },
      ...item.more.map((cell) => ({ piece: cell as Piece, from: 0 })),
    ];
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
    .map((item) => ({
      ...item,
      field: 'claim_numbers' as const,
      confidence: 0.9,
      why: 'stands beside the word claim',
    }));
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
    const head = line.cells.find((cell) =>
      /^claims?(?: (?:no\.?|number|#|id))?$/.test(cell.lower.replace(/[:.]+$/, '')),
    );
    if (head === undefined) return;
    for (const row of paper.lines.slice(index + 1, index + 14)) {
      if (row.page !== line.page || (row.cells.length < 2 && !row.running)) break;
      const cell = row.cells.find((other) => Math.abs(other.left - head.left) < 12);
      const hit = cell === undefined ? undefined : identifierAt(cell.text);
      if (cell !== undefined && hit !== undefined && hit.value.replace(/\D/g, '').length >= 4)
        found.push({ field: 'claim_numbers', value: hit.value, piece: cell, from: hit.from, to: hit.to });
    }
  });
  return found;
}

function inlineClaims(paper: Paper, zones: readonly Zone[]): Pick[] {
  return paper.lines.flatMap((line, index) => {
    if (zones[index] === 'taglines' || (line.running && line.page > 0)) return [];
    return [
      ...line.lower.matchAll(/(?<![a-z])claims?(?:\s*(?:no\.?|numbers?|#|id))?[\s:.#]+(?=[a-z]{0,4}[- ]?\d)/g),
    ].flatMap((hit) => idList(line, hit.index + hit[0].length));
  });
}
