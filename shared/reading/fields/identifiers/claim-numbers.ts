// Numbers of claims: beside their label, in the column of a table, in a list, else inside a line.
import { matchesIn } from '../../../text/matches.ts';
import type { Line, Piece } from '../../paper.ts';
import { type Candidate, type Pick, unique } from '../collect.ts';
import { type Labelled, labelled } from '../labels.ts';
import { isOpen, type Sheet, unitOf } from '../sheet.ts';
import { identifierAt, moneyIn, serviceDatesIn } from '../values.ts';
import { alikeBelow, claimColumn, shapeOf } from './claim-shapes.ts';
import { isIdentifier } from './shape.ts';

/** The numbers of the claims, each once. */
export function claimNumbers(sheet: Sheet): Candidate[] {
  const named: Pick[] = [];
  for (const item of labelled(sheet, sheet.labels.byField.claim_numbers, (zone) => zone !== 'taglines')) {
    const pieces: Array<{ piece: Piece; from: number }> = [
      { piece: item.piece, from: item.from + ordinalOf(item) },
      ...item.more.map((cell) => ({ piece: cell as Piece, from: 0 })),
    ];
    const lettered = letteredFrom(sheet, item);
    if (lettered.length > 0) {
      named.push(...lettered.flatMap(({ piece, from }) => idList(piece, from)));
      continue;
    }
    if (isOfCard(sheet, item)) continue;
    const numbered = /^\W*(?:[A-Za-z]|\d{1,2}(?: of \d{1,2})?)\W*$/.test(item.piece.text.slice(item.from, item.to));
    if (numbered) pieces.unshift(...besideOrdinal(sheet, item));
    pieces.push(...joinedBeside(sheet, item), ...alikeBeside(sheet, item));
    for (const { piece, from } of pieces) {
      const ids = idList(piece, from);
      if (ids.length === 0 && !(numbered && named.length === 0)) break;
      // The code of a service below the number of its claim.
      named.push(
        ...(piece === item.piece ? ids : ids.filter((id) => !/^(?:\d{5}|[A-V]\d{4})$/.test(String(id.value)))),
      );
    }
  }
  named.push(...alikeBelow(sheet, named), ...tableClaims(sheet), ...listedClaims(sheet));
  const inText = named.length > 0 ? named : inlineClaims(sheet);
  const told = isSaidInShort(inText) ? withColumn(sheet, inText) : named.length > 0 ? inText : orColumn(sheet, inText);
  const found = told.length > 0 ? told : [...claimColumn(sheet), ...subjectClaims(sheet)];
  return withoutParts(unique(found)).map((item) => ({
    ...item,
    field: 'claim_numbers' as const,
    confidence: 0.9,
    why: 'stands beside the word claim',
  }));
}

function isSaidInShort(found: readonly Pick[]): boolean {
  return found.length > 0 && found.every(({ value }) => /^\d{4,6}$/.test(String(value)));
}

/** "Claim 04418" in the text, "61-2026-04418" in the column of claims: the whole numbers, where they end as those do. */
function withColumn(sheet: Sheet, short: readonly Pick[]): readonly Pick[] {
  const column = claimColumn(sheet);
  const isOfColumn = short.every(({ value }) => column.some((whole) => String(whole.value).endsWith(`-${value}`)));
  return isOfColumn ? column : short;
}

/** "It repeats claim QT-6120-4, which was paid": where the column of claims holds none of those the text tells, the paper is about the column's. */
function orColumn(sheet: Sheet, told: readonly Pick[]): readonly Pick[] {
  const column = told.length === 0 ? [] : claimColumn(sheet);
  const isTold = column.some(({ value }) => told.some((one) => one.value === value));
  return column.length === 0 || isTold ? told : column;
}

/** Without what is said of a claim in short ("11482" of 2026069-11482), the lines of one claim ("26-410077 01", "26-410077 02") being one number. */
function withoutParts(found: readonly Pick[]): Pick[] {
  const values = found.map((item) => String(item.value));
  const base = (value: string): string => value.replace(/ \d{2}$/, '');
  const lines = new Set(values.map(base).filter((one, at, all) => one !== values[at] && all.indexOf(one) !== at));
  const whole = found.map((item) => {
    const short = base(String(item.value));
    return lines.size === 0 || short === item.value ? item : { ...item, value: short };
  });
  return unique(whole).filter((item) => !values.some((other) => other.endsWith(`-${item.value}`)));
}

/** "Member ID   CLP 2207-1180-3": letters of a member's number by which claims are called, too. */
function isOfCard(sheet: Sheet, item: Labelled): boolean {
  if (!/^cl[mp]$/.test(item.label) || item.from === 0) return false;
  const cells = sheet.grid[item.line] ?? [];
  return sheet.labels.isWhole(cells[cells.indexOf(item.piece) - 1]?.lower ?? '');
}

/** "Claim 1 - 61240-B002": how long the ordinal before the number is. */
function ordinalOf(item: Labelled): number {
  return /^\d{1,2} - (?=[A-Z0-9]+-)/.exec(item.piece.text.slice(item.from, item.to))?.[0].length ?? 0;
}

/** "Claims   (a) 1E26-0311-7004", and below it "(b) 1E26-0318-2290": the numbers behind the letters of a list. */
function letteredFrom(sheet: Sheet, item: Labelled): Array<{ piece: Piece; from: number }> {
  const ORDINAL = /^\((?:[a-z]|\d{1,2})\)\s+(?=[A-Za-z0-9]*\d)/;
  const first = ORDINAL.exec(item.piece.text.slice(item.from, item.to));
  if (first === null) return [];
  const found: Array<{ piece: Piece; from: number }> = [{ piece: item.piece, from: item.from + first[0].length }];
  for (const row of sheet.grid.slice(item.line + 1, item.line + 12)) {
    const lead = ORDINAL.exec(row[0]?.text ?? '');
    if (row[0] === undefined || lead === null) break;
    found.push({ piece: row[0], from: lead[0].length });
  }
  return found;
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

/** "Control no(s).  251113-0082   251113-0083   251201-0410": cells of the same shape, without a word between. */
function alikeBeside(sheet: Sheet, item: Labelled): Array<{ piece: Piece; from: number }> {
  const shape = (text: string): string =>
    text
      .trim()
      .replaceAll(/\d/g, '9')
      .replaceAll(/[A-Za-z]/g, 'A');
  const own = item.piece.text.slice(item.from, item.to);
  const cells = sheet.grid[item.line] ?? [];
  const at = cells.indexOf(item.piece);
  if (at < 0 || !/\d{4}/.test(own)) return [];
  const behind = cells.slice(at + 1);
  const other = behind.findIndex((cell) => shape(cell.text) !== shape(own));
  return behind.slice(0, other < 0 ? undefined : other).map((piece) => ({ piece, from: 0 }));
}

/** Identifiers joined by commas or "and" at the start of a value; a remark in brackets may stand between. */
function idList(piece: Piece, from: number): Pick[] {
  const found: Pick[] = [];
  let at = from;
  for (let hit = identifierAt(piece.text.slice(at)); hit !== undefined; hit = identifierAt(piece.text.slice(at))) {
    if (hit.value.replace(/\D/g, '').length < 4 || !isIdentifier(piece.text.slice(at), hit)) break;
    // "(claim T-61-204; 00840; $940.00)": the code of the service.
    if (
      found.length > 0 &&
      /^(?:\d{5}|[A-V]\d{4})$/.test(hit.value) &&
      shapeOf(hit.value) !== shapeOf(String(found[0]?.value))
    )
      break;
    found.push({ field: 'claim_numbers', value: hit.value, piece, from: at + hit.from, to: at + hit.to });
    at += hit.to;
    const join =
      /^(?:\s*\([^)]*\))?\s*(?:,|;|and|&|\/|through|thru)\s*(?:and\s+)?(?:claims?\s+(?:no\.?\s*|#\s*)?)?/i.exec(
        piece.text.slice(at),
      );
    if (join === null) break;
    at += join[0].length;
    // "Claim T-61204, ID 40-220718": the next is another number.
    if (/^(?:id|member|group|policy)\b/i.test(piece.text.slice(at))) break;
  }
  return found;
}

/** The column under a "Claim no." heading. */
function tableClaims(sheet: Sheet): Pick[] {
  const found: Pick[] = [];
  sheet.grid.forEach((cells, index) => {
    if (cells.length < 3 || !isOpen(sheet, index) || cells.some((cell) => /\d{3}/.test(cell.text))) return;
    const head = cells.find((cell) =>
      /^(?:claims?|clm|icn|ctl|control)(?: (?:no\.?|number|#|id|ref\.?))?(?: ?\/ ?[a-z /]+)?$/.test(
        cell.lower.replace(/[:.]+$/, ''),
      ),
    );
    if (head === undefined) return;
    const page = sheet.paper.lines[index]?.page;
    for (let at = index + 1; at < Math.min(index + 45, sheet.grid.length); at += 1) {
      const line = sheet.paper.lines[at];
      const row = sheet.grid[at] ?? [];
      // Running text ends the table, not a message set in below its row.
      const [first] = row;
      const isProse = row.length === 1 && (first?.tokens.length ?? 0) >= 9;
      if (line === undefined || line.page !== page || (isProse && (first?.left ?? 0) <= head.left + unitOf(head)))
        break;
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

/** The word for a claim inside a line, before its number: "claim 61-2240", "claim (our number 61-2240", "the claim of May 2, number 61-2240". */
const CLAIM_IN_TEXT =
  /(?<![a-z])(?:(?:claims?|bill) \d{1,2}:|claims?(?:\(s\)|[^.;,]{3,30},(?= number)| \(our(?= number))?|bills?(?= \d+-\d+-| [a-z]{1,2}\d+-\d{3}))(?:\s*(?:no\.?|numbers?|#|id))?(?: (?:is|was|are))?(?:[\s:.#]+| \((?=[a-z]*\d+-\d))(?=[a-z]{0,4}[- ]?\d)/g;

/** Claims in running text. */
function inlineClaims(sheet: Sheet): Pick[] {
  return sheet.paper.lines.flatMap((line, index) =>
    isOpen(sheet, index)
      ? [
          ...matchesIn(line.lower, CLAIM_IN_TEXT).flatMap((hit) => idList(line, hit.index + hit[0].length)),
          ...overLineEnd(line, sheet.paper.lines[index + 1]),
        ]
      : [],
  );
}

/** "… on May 2 (claim" and on the next line "61-2240-0718, $402.00)": the number begins the next line. */
function overLineEnd(line: Line, below: Line | undefined): Pick[] {
  if (below?.page !== line.page || !/\b(?:claims?|bill)(?: (?:no\.?|number|#))?$/.test(line.lower)) return [];
  const lead = /^\(?(?=[a-z]{0,4}\d*-\d)/.exec(below.lower)?.[0].length;
  return lead === undefined ? [] : idList(below, lead);
}

/** "RE: C26-071180    Allegheny Trauma Center   05/30/2026   $98,610.20": the number a subject begins with, where its line tells of a day or a sum; and those set below it. */
function subjectClaims(sheet: Sheet): Pick[] {
  const at = sheet.paper.lines.findIndex((line) => /^\W*re\b[:.]?\s/.test(line.lower));
  const line = sheet.paper.lines[at];
  if (line === undefined || !isOpen(sheet, at)) return [];
  const below = sheet.paper.lines[at + 1];
  const tells = [line, below].some(
    (one) => one !== undefined && (moneyIn(one.text).length > 0 || serviceDatesIn(one.text).length > 0),
  );
  const lead = /^\W*re\b[:.]?\s+/i.exec(line.text)?.[0].length ?? 0;
  const first = tells ? idList(line, lead) : [];
  return [...first, ...alikeBelow(sheet, first)];
}
