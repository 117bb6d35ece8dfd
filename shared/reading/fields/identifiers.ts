// Identifiers with a label beside them: member, group, claims, the request or case.
import { flowOf, type Piece } from '../paper.ts';
import type { Candidate, Pick } from './collect.ts';
import { type Labelled, labelled } from './labels.ts';
import { isOpen, type Sheet, unitOf } from './sheet.ts';
import { datesIn, identifierAt, moneyIn, phonesIn } from './values.ts';

type IdField = 'member_id' | 'group_number' | 'authorization_number';

/** Identifiers with a label beside them. */
export function identifierCandidates(sheet: Sheet): Candidate[] {
  if (['medical-policy', 'literature'].includes(sheet.kind)) return [];
  const member = oneOf(sheet, 'member_id') ?? besideName(sheet) ?? insuranceLine(sheet);
  const claims = claimNumbers(sheet);
  const taken = new Set([member?.value, ...claims.map((claim) => claim.value)]);
  const found = [
    member,
    oneOf(sheet, 'group_number'),
    // On a receipt "auth" is the card's.
    sheet.kind === 'receipt' ? undefined : oneOf(sheet, 'authorization_number', (value) => !taken.has(value)),
  ].flatMap((item) => item ?? []);
  return [...found, ...claims];
}

function oneOf(sheet: Sheet, field: IdField, fits: (value: string) => boolean = () => true): Candidate | undefined {
  const patterns = sheet.labels.byField[field];
  const items = labelled(sheet, patterns).flatMap((item) => {
    const id = idOf(field, item);
    return id === undefined || !fits(String(id.value)) ? [] : [{ id, rank: item.rank }];
  });
  // The first rank of a request is an approval's own number: it is looked for in sentences, too, before a mere case number counts.
  const sure = field === 'authorization_number' ? 1 : patterns.length;
  const inText = (ranks: number): Pick | undefined => inline(sheet, field, ranks, fits);
  const hit =
    items.find((item) => item.rank === 0)?.id ??
    (field === 'authorization_number' ? (approvalNumber(sheet, fits) ?? inText(1)) : undefined) ??
    items[0]?.id ??
    inText(field === 'authorization_number' ? 2 : sure);
  return hit === undefined ? undefined : { ...hit, field, confidence: 0.92, why: 'stands beside its label' };
}

function idOf(field: IdField, item: Labelled): Pick | undefined {
  const text = item.piece.text.slice(item.from, item.to);
  const hit =
    identifierAt(text) ??
    (item.tie !== 'blank' && (field === 'group_number' || /^(?:your|our|the)? ?(?:letter|notice|file)\b/i.test(text))
      ? idWithin(text)
      : undefined) ??
    (field === 'group_number' && item.rank === 0 ? wordId(text) : undefined);
  if (hit === undefined || !isIdentifier(text, hit)) return undefined;
  // "Contract: H1234" is the plan's contract with Medicare.
  if (field === 'member_id' && /^contract/.test(item.label) && /^[HSR]\d{4}\b/.test(hit.value)) return undefined;
  if (field === 'member_id' && item.rank >= 2 && hit.value.replace(/\W/g, '').length < 5) return undefined;
  // "Reference 3 of 4", "Request 99213": behind a blank only what looks like an identifier.
  if (item.tie === 'blank' && hit.value.replace(/\D/g, '').length < 4 && !isWholeCell(text, hit)) return undefined;
  return { field, value: hit.value, piece: item.piece, from: item.from + hit.from, to: item.from + hit.to };
}

/** "Group LC01" alone in its cell: capitals and digits, nothing behind them. */
function isWholeCell(text: string, hit: { value: string; to: number }): boolean {
  return hit.to === text.trimEnd().length && /^[A-Z]{1,4}[- ]?\d{2,3}$/.test(hit.value);
}

/** Not a telephone number, an amount, a date or a ZIP behind a state. */
function isIdentifier(text: string, hit: { value: string; from: number; to: number }): boolean {
  const head = text.slice(0, hit.to + 8);
  if (/^\W*[\d(]/.test(text) && phonesIn(head).some((phone) => phone.from <= hit.from + 1)) return false;
  if (moneyIn(head).some((money) => money.from <= hit.from && money.to > hit.from)) return false;
  // "MEMBER LINE 785-555-0119".
  if (/^[A-Z]{4,} (?:1-)?\d{3}-\d{3}-\d{4}$/.test(hit.value)) return false;
  return !datesIn(head).some((date) => date.from < hit.to && date.to > hit.from);
}

/** A pharmacy group may be letters alone: "CRANEFLY". */
function wordId(text: string): { value: string; from: number; to: number } | undefined {
  const hit = /^[A-Z]{5,12}(?=\s*(?:\(|$))/.exec(text);
  return hit === null ? undefined : { value: hit[0], from: 0, to: hit[0].length };
}

/** "Notch Timber Frames, 10-7742", "KEYSTONE LOOM CO (PA-6630)": the number behind the name. */
function idWithin(text: string): { value: string; from: number; to: number } | undefined {
  for (const hit of text.matchAll(/(?:,|\(|-|#|\bno\.?|\bnumber|\s)\s*(?=(?:[A-Z]{1,5}-){0,2}[A-Z]{0,5}-?\d)/gi)) {
    const at = hit.index + hit[0].length;
    const id = identifierAt(text.slice(at));
    if (id !== undefined && id.from === 0 && id.value.replace(/\D/g, '').length >= 3)
      return { value: id.value, from: at, to: at + id.to };
  }
  return undefined;
}

/** "Member: Jane Roe   #QW-2210-88471", "Member: Jane Roe (QW-2210-88471)": the number behind the name. */
function besideName(sheet: Sheet): Candidate | undefined {
  for (const item of labelled(sheet, sheet.labels.byField.member_name.slice(1, 3))) {
    const cells = sheet.grid[item.line] ?? [];
    const next = cells[cells.indexOf(item.piece) + 1];
    const behind =
      /,?\s+(?:member|subscriber|enrollee)(?: id| no\.?| number| #)?:?\s+(?=[A-Z]{0,5}[- ]?\d)|,\s+id:?\s+/i.exec(
        item.piece.text.slice(item.from, item.to),
      );
    const places = [
      ...(behind === null ? [] : [{ piece: item.piece, from: item.from + behind.index + behind[0].length }]),
      { piece: item.piece, from: item.from + (/[(#]/.exec(item.piece.text.slice(item.from, item.to))?.index ?? 999) },
      ...(next !== undefined && /^[(#]/.test(next.text) ? [{ piece: next, from: 0 }] : []),
    ];
    for (const { piece, from } of places) {
      const lead = /^[(#\s]*(?:id[:#\s]*)?/i.exec(piece.text.slice(from))?.[0].length ?? 0;
      const id = from >= piece.text.length ? undefined : identifierAt(piece.text.slice(from + lead));
      if (
        id === undefined ||
        id.from > 0 ||
        id.value.replace(/\D/g, '').length < 5 ||
        !isIdentifier(piece.text.slice(from + lead), id)
      )
        continue;
      const at = from + lead;
      return {
        field: 'member_id',
        value: id.value,
        piece,
        from: at,
        to: at + id.to,
        confidence: 0.75,
        why: 'stands behind the name of the member',
      };
    }
  }
  return undefined;
}

/** A bill or chart that names the insurance and the number on one line: "Insurance: Cobblemere PPO  CBM-60-118734-01". */
function insuranceLine(sheet: Sheet): Candidate | undefined {
  for (const [index, cells] of sheet.grid.entries()) {
    const line = sheet.paper.lines[index];
    if (line === undefined || !isOpen(sheet, index) || !/^(?:insurance|ins|primary insurance|payer)\b/.test(line.lower))
      continue;
    for (const cell of cells.slice(1, 4)) {
      const hit = identifierAt(cell.text);
      if (
        hit !== undefined &&
        hit.from === 0 &&
        hit.to === cell.text.length &&
        /[A-Z]/.test(hit.value) &&
        hit.value.replace(/\D/g, '').length >= 6
      )
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
  return undefined;
}

/** A label inside running text: "Member ID QHA 4471 90362-01, group 70-81542". */
function inline(sheet: Sheet, field: IdField, ranks: number, fits: (value: string) => boolean): Pick | undefined {
  for (const pattern of sheet.labels.inText[field].slice(0, ranks)) {
    for (const [index, line] of sheet.paper.lines.entries()) {
      // An identifier holds three digits, and stands on the line of its label.
      if (!/\d\D*\d\D*\d/.test(line.text) || !isOpen(sheet, index)) continue;
      for (const hit of line.lower.matchAll(pattern)) {
        const link = /^ (?:is|was) /.exec(line.text.slice(hit.index + hit[0].length))?.[0].length ?? 0;
        const at = hit.index + hit[0].length + link;
        const value = identifierAt(line.text.slice(at));
        if (
          value === undefined ||
          (!/\d/.test(value.value.split(' ')[0] ?? '') && !/[-\d]{5}/.test(value.value.replace(/ /g, ''))) ||
          !/^[\s.:#]*$/.test(line.text.slice(at, at + value.from)) ||
          value.value.length < 4 ||
          value.value.replace(/\D/g, '').length < 3 ||
          !fits(value.value) ||
          !isIdentifier(line.text.slice(at), value)
        )
          continue;
        return { field, value: value.value, piece: line, from: at + value.from, to: at + value.to };
      }
    }
  }
  return field === 'group_number' ? groupNamed(sheet) : undefined;
}

/** "group Drumlin Cove Public Schools 8814-02": the employer's name before the number, in a sentence. */
function groupNamed(sheet: Sheet): Pick | undefined {
  const flow = flowOf(sheet.paper.lines.filter((line, index) => isOpen(sheet, index) && !line.running).slice(0, 40));
  const hit = /\b[Gg]roup:? (?:\p{Lu}[\p{L}&.'-]*,? ){1,6}(?=\(?[A-Z]{0,4}-?\d{2})/u.exec(flow.text);
  if (hit === null) return undefined;
  const at = hit.index + hit[0].length;
  const id = identifierAt(flow.text.slice(at).replace('(', ' '));
  return id === undefined ||
    id.from > 1 ||
    id.value.replace(/\D/g, '').length < 3 ||
    !isIdentifier(flow.text.slice(at), id)
    ? undefined
    : { field: 'group_number', value: id.value, piece: flow, from: at + id.from, to: at + id.to };
}

/** "the approval, number PA-778120-25", "it was authorized (auth 4471-0093-25)". */
function approvalNumber(sheet: Sheet, fits: (value: string) => boolean): Pick | undefined {
  const open = sheet.paper.lines.filter(
    (line, index) => isOpen(sheet, index) && !line.running && sheet.zones[index] !== 'rights',
  );
  for (const line of open) {
    for (const hit of line.text.matchAll(
      /\b(?:authoriz\w*|approv(?:al|ed)|certification|pre-?cert\w*|auth)\b[^.;]{0,40}?[,(]?\s*(?:\b(?:number|no\.|auth(?:orization)?)|#)\s*:?\s*(?=[A-Z]{0,5}[- ]?\d)|\b(?:approval|authorization|certification) (?=[A-Z]{1,5}-?\d{1,4}-\d{3})|\b(?:pre-?)?(?:authorized|approved|certified)\b[^.;()\d]{0,40}\((?=(?:[A-Z]{1,5}-){1,2}\d{3})/gi,
    )) {
      const at = hit.index + hit[0].length;
      const id = identifierAt(line.text.slice(at));
      if (id === undefined || id.from > 0 || id.value.replace(/\D/g, '').length < 4 || !fits(id.value)) continue;
      return { field: 'authorization_number', value: id.value, piece: line, from: at, to: at + id.to };
    }
  }
  // A sentence may go over the end of its line: "had been authorized by us, number AU-552817".
  const flow = flowOf(open);
  for (const hit of flow.text.matchAll(
    /\b(?:was|been|were) (?:pre-?)?(?:authorized|approved|certified)\b(?:[^.;\d]{0,30}[,(] ?(?:(?:under|as|with) )?(?:(?:approval|authorization) )?(?:number|no\.|#)|[^.;()]{0,60}\((?:reference|ref\.|auth\.?)(?: (?:number|no\.))?) ?(?=[A-Z]{0,5}[- ]?\d)/g,
  )) {
    const at = hit.index + hit[0].length;
    const id = identifierAt(flow.text.slice(at));
    if (id !== undefined && id.from === 0 && id.value.replace(/\D/g, '').length >= 4 && fits(id.value))
      return { field: 'authorization_number', value: id.value, piece: flow, from: at, to: at + id.to };
  }
  return undefined;
}

function claimNumbers(sheet: Sheet): Candidate[] {
  const named: Pick[] = [];
  for (const item of labelled(sheet, sheet.labels.byField.claim_numbers, (zone) => zone !== 'taglines')) {
    const pieces: Array<{ piece: Piece; from: number }> = [
      { piece: item.piece, from: item.from },
      ...item.more.map((cell) => ({ piece: cell as Piece, from: 0 })),
    ];
    const numbered = /^\W*(?:[A-Za-z]|\d{1,2})\W*$/.test(item.piece.text.slice(item.from, item.to));
    if (numbered) pieces.unshift(...besideOrdinal(sheet, item));
    pieces.push(...joinedBeside(sheet, item));
    for (const { piece, from } of pieces) {
      const ids = idList(piece, from);
      if (ids.length === 0 && !(numbered && named.length === 0)) break;
      named.push(...ids);
    }
  }
  named.push(...tableClaims(sheet), ...listedClaims(sheet));
  const found = named.length > 0 ? named : inlineClaims(sheet);
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

/** "Claims   E5-330-71182  and  E5-347-00964": further numbers in cells of their own, joined by a word. */
function joinedBeside(sheet: Sheet, item: Labelled): Array<{ piece: Piece; from: number }> {
  const cells = sheet.grid[item.line] ?? [];
  const at = cells.indexOf(item.piece);
  const joiner = at < 0 ? undefined : cells[at + 1];
  const lead = /^(?:and|&|,)(?:\s+|$)/.exec(joiner?.lower ?? '')?.[0].length;
  if (joiner === undefined || lead === undefined) return [];
  const next = lead < joiner.text.length ? { piece: joiner, from: lead } : { piece: cells[at + 2], from: 0 };
  return next.piece === undefined ? [] : [{ piece: next.piece, from: next.from }];
}

/** "CLAIM 1    2026-0203-40418": the number behind the ordinal. */
function besideOrdinal(sheet: Sheet, item: Labelled): Array<{ piece: Piece; from: number }> {
  const cells = sheet.grid[item.line] ?? [];
  const at = cells.indexOf(item.piece);
  const next = at < 0 ? undefined : cells[at + 1];
  const lead =
    next === undefined ? 0 : (/^(?:(?:claim )?(?:no\.?|number|#|id):?\s*)/i.exec(next.text)?.[0].length ?? 0);
  return next === undefined ? [] : [{ piece: next, from: lead }];
}

/** Identifiers joined by commas or "and" at the start of a value; a remark in brackets may stand between. */
function idList(piece: Piece, from: number): Pick[] {
  const found: Pick[] = [];
  let at = from;
  for (let hit = identifierAt(piece.text.slice(at)); hit !== undefined; hit = identifierAt(piece.text.slice(at))) {
    if (hit.value.replace(/\D/g, '').length < 4 || !isIdentifier(piece.text.slice(at), hit)) break;
    found.push({ field: 'claim_numbers', value: hit.value, piece, from: at + hit.from, to: at + hit.to });
    at += hit.to;
    const join = /^(?:\s*\([^)]*\))?\s*(?:,|;|and|&|\/)\s*(?:and\s+)?(?:claims?\s+(?:no\.?\s*|#\s*)?)?/i.exec(
      piece.text.slice(at),
    );
    if (join === null) break;
    at += join[0].length;
  }
  return found;
}

/** The column under a "Claim no." heading. */
function tableClaims(sheet: Sheet): Pick[] {
  const found: Pick[] = [];
  sheet.grid.forEach((cells, index) => {
    if (cells.length < 3 || !isOpen(sheet, index) || cells.some((cell) => /\d{3}/.test(cell.text))) return;
    const head = cells.find((cell) =>
      /^(?:claims?|clm|icn)(?: (?:no\.?|number|#|id|ref\.?))?(?: ?\/ ?[a-z /]+)?$/.test(
        cell.lower.replace(/[:.]+$/, ''),
      ),
    );
    if (head === undefined) return;
    const page = sheet.paper.lines[index]?.page;
    for (let at = index + 1; at < Math.min(index + 45, sheet.grid.length); at += 1) {
      const line = sheet.paper.lines[at];
      const row = sheet.grid[at] ?? [];
      if (line === undefined || line.page !== page || (row.length === 1 && (row[0]?.tokens.length ?? 0) >= 9)) break;
      const cell = row.find((other) => Math.abs(other.left - head.left) < 3 * unitOf(head));
      const id = cell === undefined ? undefined : identifierAt(cell.text);
      if (
        cell !== undefined &&
        id !== undefined &&
        id.value.replace(/\D/g, '').length >= 4 &&
        // A prescription's number, or the code of a service, below the number of its claim.
        !(head.lower.includes('/') && /^\d{5}$/.test(id.value)) &&
        !/^rx\b/i.test(cell.text) &&
        isIdentifier(cell.text, id)
      )
        found.push({ field: 'claim_numbers', value: id.value, piece: cell, from: id.from, to: id.to });
    }
  });
  return found;
}

/** "o  HK-6019-01 (visit 12/16/2025, code 99214, $190.00)": at least two items of a list that begin with a number and tell of a claim in brackets. */
function listedClaims(sheet: Sheet): Pick[] {
  const found = sheet.paper.lines.flatMap((line, index) => {
    const hit =
      /^(?:[-*•o·–]\s+|\(?\w[.)]\s+)((?=[A-Z0-9-]*\d{3})[A-Z0-9]+(?:-[A-Z0-9]+)+) \((?=.*(?:\d\/\d|20\d\d|\$))/.exec(
        line.text,
      );
    if (hit?.[1] === undefined || !isOpen(sheet, index) || sheet.zones[index] === 'rights') return [];
    const from = hit[0].indexOf(hit[1]);
    return [{ field: 'claim_numbers' as const, value: hit[1], piece: line, from, to: from + hit[1].length }];
  });
  return found.length >= 2 && sheet.paper.lines.some((line) => /\bclaims\b/.test(line.lower)) ? found : [];
}

function inlineClaims(sheet: Sheet): Pick[] {
  return sheet.paper.lines.flatMap((line, index) => {
    if (!isOpen(sheet, index)) return [];
    return [
      ...line.lower.matchAll(
        /(?<![a-z])claims?(?:\s*(?:no\.?|numbers?|#|id))?(?: (?:is|was|are))?[\s:.#]+(?=[a-z]{0,4}[- ]?\d)/g,
      ),
    ].flatMap((hit) => idList(line, hit.index + hit[0].length));
  });
}
