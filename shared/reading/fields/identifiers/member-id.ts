// The number of a member that no label names: behind the name, or on the line of the insurance.
import type { Cell, Piece } from '../../paper.ts';
import type { Candidate } from '../collect.ts';
import { labelled } from '../labels.ts';
import { memberCandidate, personIn } from '../member.ts';
import { isOpen, type Sheet } from '../sheet.ts';
import { identifierAt } from '../values.ts';
import { idOf } from './labelled.ts';
import { isIdentifier } from './shape.ts';

/** "Member: Jane Roe   #QW-2210-88471", "Member: Jane Roe (QW-2210-88471)": the number behind the name. */
export function besideName(sheet: Sheet): Candidate | undefined {
  for (const item of labelled(sheet, sheet.labels.byField.member_name.slice(0, 5))) {
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
      ...numberNext(cells, cells.indexOf(item.piece)),
      // "Patient  Jane Roe" above "Number  QW-2210".
      ...(cells.includes(item.piece) ? numberNext(sheet.grid[item.line + 1] ?? [], -1) : []),
    ];
    for (const { piece, from } of places) {
      const lead = /^[(#\s]*(?:id[:#\s]*)?/i.exec(piece.text.slice(from))?.[0].length ?? 0;
      const found = numberFrom(piece, from + lead, 0.75);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** "Member: Jane Roe    Number: QW-2210", "For: Jane Roe, No. QW-2210", "Jane Roe    Plan no.  QW-2210": a number of nothing else than the person. */
const NUMBER_NEXT = /^(?:plan |book |(?:\p{Lu}-)?)?(?:number|no\.?):?(?:\s+|$)/iu;

/** Where the number begins that the cell next to a name gives as "Number" alone. */
function numberNext(cells: readonly Cell[], at: number): { piece: Cell; from: number }[] {
  const [cell, next, beyond] = [cells[at], cells[at + 1], cells[at + 2]];
  const inside = cell === undefined ? null : /, (?:number|no\.) (?=[A-Z]{0,5}[- ]?\d)/i.exec(cell.text);
  if (cell !== undefined && inside !== null) return [{ piece: cell, from: inside.index + inside[0].length }];
  const label = next === undefined ? null : NUMBER_NEXT.exec(next.text);
  if (next === undefined || label === null) return [];
  if (label[0].length < next.text.length) return [{ piece: next, from: label[0].length }];
  return beyond === undefined ? [] : [{ piece: beyond, from: 0 }];
}

/** A bill or chart that names the insurance and the number on one line: "Insurance: Cobblemere PPO  CBM-60-118734-01". */
export function insuranceLine(sheet: Sheet): Candidate | undefined {
  for (const [index, cells] of sheet.grid.entries()) {
    const at = isOpen(sheet, index) ? insuranceCell(sheet, cells) : -1;
    if (at < 0) continue;
    // The name may stand in a cell of its own: "Ins   Larkfield Choice  #VC 4401 6627".
    const inside = insideCell(sheet, cells[at]) ?? insideCell(sheet, cells[at + 1]);
    if (inside !== undefined) return inside;
    for (const cell of cells.slice(at + 1, at + 4)) {
      const hit = identifierAt(cell.text);
      if (
        hit !== undefined &&
        hit.from <= 2 &&
        hit.to === cell.text.length &&
        /[A-Z]/.test(hit.value) &&
        hit.value.replace(/\D/g, '').length >= 6
      )
        return {
          field: 'member_id',
          value: hit.value,
          piece: cell,
          from: hit.from,
          to: hit.to,
          confidence: 0.7,
          why: 'stands on the line of the insurance',
        };
    }
  }
  return undefined;
}

/** Papers on which a line names the insurance and the number. */
const OF_OTHERS: ReadonlySet<string> = new Set(['bill', 'receipt', 'medical-record', 'letter-of-medical-necessity']);

/** The cell that begins with the word for the insurance: of a letter only the first of its line. */
function insuranceCell(sheet: Sheet, cells: readonly Cell[]): number {
  if (/^(?:insurance|ins|primary insurance|payer)\b/.test(cells[0]?.lower ?? '')) return 0;
  return OF_OTHERS.has(sheet.kind)
    ? cells.findIndex((cell) =>
        /^(?:insurance|ins|insurer|plan|cov|coverage|primary|payer)\b(?: 1| on file)?(?:[.:]|$| (?=\p{L}+ health\b))/u.test(
          cell.lower,
        ),
      )
    : -1;
}

/** "Plan: Larkfield Health LFH 22 9014 07": the number that ends the cell of the insurance, behind its name. */
function insideCell(sheet: Sheet, cell: Cell | undefined): Candidate | undefined {
  if (cell === undefined || !OF_OTHERS.has(sheet.kind)) return undefined;
  const hit = /\p{Ll}{2},? +#?(?=(?:[A-Z]{2,5}[ -]?)?\d[A-Z\d -]*\d(?: [A-Z])?$)/u.exec(cell.text);
  if (
    hit === null ||
    /\b(?:claim|file|auth|ref|group|account|case|request) ?#?$/i.test(
      cell.text.slice(0, hit.index + hit[0].length).trimEnd(),
    )
  )
    return undefined;
  return numberFrom(cell, hit.index + hit[0].length, 0.7);
}

/** Letters that say what a number is of: never the beginning of a member's number. */
const OTHER_NUMBER =
  /^(?:ref|file|case|icn|dcn|tcn|ctl|acct|npi|tin|ein|mrn|dob|dos|clm|claim|grp|group|room|rm|apt|unit|age|page|tel|fax|bin|pcn)\b/i;

/** Lines in which the paper says whom it is about. */
const HEAD = 20;

/** "Enrollee: Jane Roe, QW-2210-88471", "Jane Roe      QW 2210 88471": a number behind or below the member's name with nothing said of it. */
export function behindName(sheet: Sheet): Candidate | undefined {
  const named = memberCandidate(sheet)?.value;
  // Without a label a name tells the member only at the top.
  const lines = typeof named === 'string' ? sheet.grid : sheet.grid.slice(0, HEAD);
  for (const [index, cells] of lines.entries()) {
    if (sheet.zones[index] === 'table' || !isOpen(sheet, index)) continue;
    for (const [at, cell] of cells.entries()) {
      const name = typeof named === 'string' ? named : personIn(cell.text);
      if (name === undefined || !cell.text.includes(name)) continue;
      const found = numberBehind(sheet, index, at, cell.text.indexOf(name) + name.length);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The number behind a comma, a stroke or a bracket, in the next cell, or alone below. */
function numberBehind(sheet: Sheet, line: number, at: number, end: number): Candidate | undefined {
  const cells = sheet.grid[line] ?? [];
  const [cell, next] = [cells[at], cells[at + 1]];
  if (cell === undefined) return undefined;
  const joint = /^(?:,| [-/]|:| (?=\()) ?/.exec(cell.text.slice(end))?.[0].length;
  if (joint !== undefined) return bareNumber(cell, end + joint);
  if (end < cell.text.length) return undefined;
  // "Jane Roe    Larkfield HMO    #LRK 40-771": the plan stands between.
  const beyond = cells[at + 2];
  if (next !== undefined)
    return bareNumber(next, 0) ?? (beyond?.text.startsWith('#') === true ? bareNumber(beyond, 0) : undefined);
  const row = sheet.grid[line + 1] ?? [];
  const below = row.find((other) => Math.abs(other.left - cell.left) < 8);
  // "Subscriber  Jane Roe" above "Group  41-6620": what has a label of its own is that.
  const left = below === undefined ? undefined : row[row.indexOf(below) - 1];
  if (left !== undefined && sheet.labels.isWhole(left.lower)) return undefined;
  const found = below === undefined ? undefined : bareNumber(below, 0);
  return found?.to === below?.text.length ? found : undefined;
}

function bareNumber(piece: Cell, from: number): Candidate | undefined {
  const at = from + (/^\(?(?:no(?:\.|(?= ))|#|id(?:[.:]|(?= )))? */i.exec(piece.text.slice(from))?.[0].length ?? 0);
  return OTHER_NUMBER.test(piece.text.slice(at)) ? undefined : numberFrom(piece, at, 0.7);
}

/** "QWB 0771 2208 / Group Q-7120", "RE: QWB-220-18804, group 71200", "No.: QWB 2 20 71880      Grp: QTG-220": a number with no word of its own, right before the group. */
const BEFORE_GROUP = /(?:,| \/|\s{2,}|\s\|)\s*(?:group|grp)\b/i;

/** The number that stands right before the group's. */
export function beforeGroup(sheet: Sheet): Candidate | undefined {
  for (const [index, line] of sheet.paper.lines.slice(0, HEAD).entries()) {
    const end = isOpen(sheet, index) ? BEFORE_GROUP.exec(line.text)?.index : undefined;
    if (end === undefined) continue;
    const lead = /^(?:.*[:,] |(?:number|no\.?):?\s+)?(?=[A-Z0-9][A-Z0-9 -]*$)/i.exec(line.text.slice(0, end))?.[0]
      .length;
    const found =
      lead === undefined || OTHER_NUMBER.test(line.text.slice(lead)) ? undefined : numberFrom(line, lead, 0.7);
    if (found?.to === end && !/^(?:\d{5}|[A-V]\d{4})$/.test(String(found.value))) return found;
  }
  return undefined;
}

/** The member's number that a piece holds from a place on, if it is one. */
function numberFrom(piece: Piece, at: number, confidence: number): Candidate | undefined {
  const text = piece.text.slice(at);
  const id = identifierAt(text);
  if (id === undefined || id.from > 0 || id.value.replace(/\D/g, '').length < 5 || !isIdentifier(text, id))
    return undefined;
  const why = 'stands behind the name of the member';
  return { field: 'member_id', value: id.value, piece, from: at, to: at + id.to, confidence, why };
}

/** Words of the plan before a number, on its line. */
const OF_PLAN = /\b(?:insur\w*|ins|plan|payer|cov|coverage|member|policy|subscriber|medicare|medicaid)\b/;

/** In a chart a number of few digits is the chart's own, unless its line speaks of the plan. */
export function isOfChart(sheet: Sheet, value: string): boolean {
  return (
    sheet.kind === 'medical-record' &&
    value.replace(/\D/g, '').length < 6 &&
    !sheet.paper.lines.some((line) => OF_PLAN.test(line.lower.slice(0, Math.max(0, line.text.indexOf(value)))))
  );
}

/** "Reference: HC-7703318", and again without a word beside the name: the sender's number of the account. */
export function isNamedElse(sheet: Sheet, value: string): boolean {
  const label = /\b(?:reference|account|acct|invoice|statement|chart|file|case)(?: ?(?:no\.?|number|#|id))?[:.]?\s+$/;
  return sheet.paper.lines.some((line) => {
    const at = line.text.indexOf(value);
    return at > 0 && label.test(line.lower.slice(0, at));
  });
}

/** "Certificate holder  Jane Roe": a certificate that was made out to one person. */
export function isOfHolder(sheet: Sheet): boolean {
  return sheet.paper.lines.slice(0, HEAD).some((line) => OF_HOLDER.test(line.text));
}

/** Who holds a certificate or policy, with a name of two words and more that is no house's. */
const OF_HOLDER =
  /^\W*(?:[Cc]ertificate ?holder|[Ii]nsured(?: [Pp]erson)?|[Ii]ssued to|[Mm]ember|[Ss]ubscriber)(?: name)?(?::| {2,}) *\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){1,2}(?: {2,}|$)/u;

/** True on a remittance that lists several members, three numbers of one form and more: it is about none of them alone. */
export function isOfSeveral(sheet: Sheet): boolean {
  if (sheet.kind !== 'eob') return false;
  const forms = new Map<string, Set<string>>();
  for (const item of labelled(sheet, sheet.labels.byField.member_id)) {
    const id = idOf('member_id', item);
    if (id === undefined) continue;
    const form = String(id.value).replace(/\d/g, '0').replace(/[A-Z]/g, 'A');
    forms.set(form, (forms.get(form) ?? new Set()).add(String(id.value)));
  }
  return [...forms.values()].some((values) => values.size >= 3);
}
