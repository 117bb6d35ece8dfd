// Adjustment and remark codes as printed: on service lines, in notes and legends, in brackets, after the words CARC, RARC, reason or remark code.
import { matchesIn } from '../../text/matches.ts';
import { flowOf, type Line, type Piece } from '../paper.ts';
import type { UsedCode } from '../remarks/used-codes.ts';
import type { Candidate } from './collect.ts';
import { columnTitle } from './columns.ts';
import { isAsNational, meansAsNational, tellsAsNational } from './national.ts';
import { isOpen, type Sheet } from './sheet.ts';
import { hasCents } from './values.ts';

type System = 'carc' | 'rarc';

const GROUPED =
  /(?<![\w$.-])(?:CO|PR|OA|PI|CR)\s?[-–]?\s?(\d{1,3}|[ABDPWY][1-9]\d?)(?!\w|\.\w|-\w|,\d| \d{3,}(?![\d.,]))/g;
/** "119 / CO": the group behind the code, on a line with amounts. */
const BEFORE_GROUP = /(?<![\w$.,/-])(\d{1,3}|[ABDPWY][1-9]\d?) ?\s*\/ ?(?:CO|PR|OA|PI)\b/g;
/** Numbers to 399, and letters as far as the national list goes. */
const CARC =
  '(?:[12]\\d{0,2}|3\\d{2}|[3-9]\\d?|A[0-8]|[BD](?:1\\d|2[0-3]|[1-9])|P(?:[12]\\d|3[0-2]|[1-9])|W[1-9]|Y[1-3])';
const RARC = '(?:MA\\d{1,3}|M\\d{1,3}|N\\d{1,3})';
const ANY = `(?:(?:CO|PR|OA|PI|CR)[- ]?)?(?:${RARC}|${CARC})`;
const JOIN = '(?:\\s*(?:,|;|/|&|\\+|and|with|or)\\s*(?:and\\s+|remarks?\\s+|RARC\\s+|CARC\\s+)?)';
/** "CARC 5, RARC M77", "reason codes 50 and 97", "Adj. code: 16". */
const NAMED = new RegExp(
  `\\b(?:CARCs?|RARCs?|ANSI(?: (?:reason )?codes?)?|(?:claim )?(?:adjustment|reason|remark|remittance|denial|explanation|adj\\.?|rsn|rmk)(?: (?:reason|remark|group))?(?: (?:codes?|cd|nos?\\.?|numbers?))|(?<=\\()(?:(?:under|with|its|their|your) )?codes?)\\s*[:#.(]?\\s*(${ANY}(?:${JOIN}${ANY})*)(?![\\w%$-]|\\.\\d|,\\d|/\\d)`,
  'gi',
);
/** "[119, N362]", "(B7)": nothing but codes in brackets. */
const BRACKETED = new RegExp(`[[(]\\s*(${ANY}(?:\\s*[,;/]\\s*${ANY})*)\\s*[\\])]`, 'g');
const ONE = new RegExp(`(?<![\\w])(?:(?:CO|PR|OA|PI|CR)[- ]?)?(${RARC}|${CARC})(?![\\w])`, 'g');
const REMARK = new RegExp(`(?<![\\w.-])(${RARC})(?![\\w-]|\\.\\d)`, 'g');

/** "Remark   18 - Same…", "Reason .... 226/M127.  We wrote…". */
const TOLD = new RegExp(
  `^\\W*(?:reasons?|remarks?|codes?)\\b[\\s.:]{1,30}(${CARC})(?=(?:/\\w{1,4})?\\s?[-.:]\\s+["“]?\\p{Lu})`,
  'iu',
);

/** All adjustment and remark codes, each occurrence; the codes found on service lines come in as `used`. */
export function adjustmentCodes(sheet: Sheet, used: readonly UsedCode[]): readonly Candidate[] {
  const found: Candidate[] = [];
  // Notes numbered 1, 2, 3 are the paper's own; adjustment codes reach into two digits.
  const numbered = used.some((code) => code.system === 'own' && /^\d{2,3}$/.test(code.code));
  const marks = new Set(
    used.filter((code) => code.system === 'own' && (numbered || /\D/.test(code.code))).map((code) => code.code),
  );
  // "A1   Network discount.": a letter with digits, explained as nothing the nation's list says, is the payer's own.
  const own = new Set([...marks].filter((mark) => /^[A-Z]\d/.test(mark) && !isAsNational(sheet, mark)));
  const onLines = new Set(used.filter((code) => code.system === 'rarc').map((code) => code.code));
  const adjusted = new Set(used.filter((code) => code.system === 'carc').map((code) => code.code));
  // Where one bracket holds a remark code, a bracket that closes a sentence with a number holds an adjustment code.
  const inBrackets = sheet.paper.lines.some((line) =>
    matchesIn(line.text, BRACKETED).some((hit) => /(?:^|[\s,;/])(?:MA|M|N)\d/.test(hit[1] ?? '')),
  );
  // Numbers of the payer's own notes, also under "Remark", unless remark codes or the words of the notes tell that they are national.
  const isOwnNote = onLines.size === 0 && !meansAsNational(sheet, used);
  const isOwn = (code: string): boolean =>
    isOwnNote && /^\d+$/.test(code) && used.some((one) => one.system === 'own' && one.code === code);
  const isRead = (index: number): boolean => isOpen(sheet, index) && sheet.zones[index] !== 'rights';
  sheet.paper.lines.forEach((line, index) => {
    if (!isRead(index)) return;
    const grouped = matchesIn(line.text, GROUPED).filter(
      (hit) =>
        !/\b[A-Z]{2} \d{5}/.test(line.text.slice(hit.index)) &&
        // "Rule CR-71", "Ltr PI-12": these two groups are rare, and common before other numbers.
        (hasCents(line.text) || !/^(?:CR|PI)/.test(hit[0])),
    );
    for (const hit of grouped) {
      // "CO-29   too late" in a legend: where rows carry such codes, those explained only are not used.
      if (adjusted.size > 0 && !adjusted.has(hit[1] ?? '') && beginsEntry(line, hit.index)) continue;
      push(found, line, hit[1], hit.index + hit[0].length - (hit[1]?.length ?? 0), 0.93);
    }
    for (const hit of hasCents(line.text) ? matchesIn(line.text, BEFORE_GROUP) : [])
      push(found, line, hit[1], hit.index, 0.93);
    let named = grouped.length > 0;
    for (const hit of matchesIn(line.text, BRACKETED)) {
      const closes =
        inBrackets &&
        /[.]\s*$/.test(line.text.slice(0, hit.index)) &&
        /^\s*$/.test(line.text.slice(hit.index + hit[0].length));
      if (!closes && !areCodes(hit[1] ?? '', marks)) continue;
      named = true;
      pushAll(found, line, hit);
    }
    if (named || /\b(?:remarks?|rmk|rarc)\b/.test(line.lower) || isKeyed(line)) {
      for (const hit of matchesIn(line.text, REMARK)) {
        // Lists of codes are the same on each statement: where lines carry remark codes, those explained only are not used.
        if (isKeyed(line) && onLines.size > 0 && hit.index === 0 && !onLines.has(hit[1] ?? '')) continue;
        push(found, line, hit[1], hit.index, 0.88);
      }
    }
    found.push(...inCodeColumn(sheet, index, line).filter((code) => !isOwn(String(code.value))));
    if (isNational(sheet, index)) found.push(...legendKeys(line));
  });
  const flow = flowOf(sheet.paper.lines.filter((_, index) => isRead(index)));
  // "REASON NO. 1. To be paid…": reasons counted, not codes.
  for (const hit of matchesIn(flow.text, NAMED))
    if (!/\breasons? (?:no\.?|number) ?\d$|^rarcs?\s+\d/i.test(hit[0])) pushAll(found, flow, hit);
  // Where the notes themselves name the codes, the marks of the lines are the paper's own.
  const told = found.some((code) => code.system === 'carc');
  // Numbers are adjustment codes where remark codes stand beside them; else they are the payer's own.
  const national =
    numbered &&
    !told &&
    (onLines.size > 0 || found.some((code) => code.system === 'rarc') || meansAsNational(sheet, used));
  for (const code of used)
    if (code.system === 'own' && /^[A-Z]/.test(code.code)) {
      // "B7   The provider was not certified": a letter with digits is national where its note says so.
      if (isAsNational(sheet, code.code)) found.push(...ofUse(sheet, code));
    } else if (code.system !== 'reject' && (code.system !== 'own' || national)) found.push(...ofUse(sheet, code));
  found.push(...closingCodes(sheet), ...besideRemarks(sheet), ...toldCodes(sheet));
  return ofNation(
    sheet,
    found.filter((code) => code.confidence >= 0.9 || code.system === 'rarc' || !own.has(String(code.value))),
  );
}

/** "We found no order from your doctor to this clinic. (288)": several notes that close with a number in brackets, which is then their adjustment code. */
function closingCodes(sheet: Sheet): Candidate[] {
  const found: Candidate[] = [];
  for (const [index, line] of sheet.paper.lines.entries()) {
    const hit = /\p{Ll}[.!] \(([1-9]\d{1,2}|[ABDPWY][1-9]\d?)\)\s*$/u.exec(line.text);
    if (hit !== null && isOpen(sheet, index) && sheet.zones[index] !== 'rights')
      push(found, line, hit[1], hit.index + hit[0].indexOf(hit[1] ?? ''), 0.8);
  }
  return found.length >= 2 ? found : [];
}

/** "Remark   18 - Same patient, same day", "Reason ..... 55.  Not been shown to work": codes behind the word, where most are told as the nation's list tells them. */
function toldCodes(sheet: Sheet): Candidate[] {
  const found: Candidate[] = [];
  let alike = 0;
  for (const [index, line] of sheet.paper.lines.entries()) {
    const hit = TOLD.exec(line.text);
    const code = hit?.[1];
    if (hit === null || code === undefined || !isOpen(sheet, index) || sheet.zones[index] === 'rights') continue;
    push(found, line, code, hit.index + hit[0].lastIndexOf(code), 0.8);
    if (tellsAsNational(code, `${line.lower} ${sheet.paper.lines[index + 1]?.lower ?? ''}`)) alike += 1;
  }
  return alike > found.length / 2 ? found : [];
}

/** A remark code of one digit, or a letter with digits and no group, is the payer's own mark unless the paper shows national codes beside it. */
function ofNation(sheet: Sheet, found: readonly Candidate[]): readonly Candidate[] {
  const short = (code: Candidate): boolean =>
    code.system === 'rarc'
      ? /^[MN]\d$/.test(String(code.value))
      : code.confidence < 0.9 && /^[A-Z]/.test(String(code.value));
  if (!found.some(short)) return found;
  const national =
    found.some((code) => code.system === 'rarc' && !short(code)) ||
    found.some((code) => code.system === 'carc' && code.confidence > 0.9) ||
    sheet.paper.lines.some((line) => /\b(?:rarcs?|carcs?|remark codes?|remittance advice remark)\b/.test(line.lower));
  return national ? found : found.filter((code) => !short(code));
}

function pushAll(found: Candidate[], piece: Piece, hit: RegExpExecArray): void {
  const list = hit[1] ?? '';
  const from = hit.index + hit[0].lastIndexOf(list);
  for (const one of matchesIn(list, ONE))
    push(found, piece, one[1], from + one.index + one[0].length - (one[1]?.length ?? 0), 0.88);
}

function push(found: Candidate[], line: Piece, value: string | undefined, from: number, confidence: number): void {
  if (value === undefined) return;
  found.push({
    field: 'codes',
    system: systemOf(value),
    value,
    piece: line,
    from,
    to: from + value.length,
    confidence,
    why: 'is printed as an adjustment or remark code',
  });
}

const CODE_COLUMN =
  /\b(?:carc|rarc|ansi)\b|\b(?:reason|rsn|adj\w*|denial|remark|rmk|group|claim adj\w*)\b.{0,12}\b(?:codes?|cds?)\b|\badj\.? ?(?:rsn|reason)\b|^(?:reason|remarks?|rmk)s?$/;
const ONLY_CODES = new RegExp(`^\\(?${ANY}(?:\\s*[,;/]?\\s*${ANY})*\\)?$`);

/** Codes in a column titled so, on a line with amounts. */
function inCodeColumn(sheet: Sheet, index: number, line: Line): Candidate[] {
  const cells = sheet.grid[index] ?? [];
  if (cells.length < 4 || !hasCents(line.text)) return [];
  const found: Candidate[] = [];
  for (const cell of cells) {
    if (!ONLY_CODES.test(cell.text) || !CODE_COLUMN.test(columnTitle(sheet, index, index, cell))) continue;
    for (const one of matchesIn(cell.text, ONE))
      push(found, cell, one[1], one.index + one[0].length - (one[1]?.length ?? 0), 0.88);
  }
  return found;
}

/** "96, N130" at the end of a line with amounts: the remark code tells what the number beside it is. */
function besideRemarks(sheet: Sheet): Candidate[] {
  const found: Candidate[] = [];
  sheet.paper.lines.forEach((line, index) => {
    if (!isOpen(sheet, index) || !hasCents(line.text)) return;
    for (const cell of line.cells)
      if (/\b(?:MA|M|N)\d{2}/.test(cell.text) && ONLY_CODES.test(cell.text))
        for (const one of matchesIn(cell.text, ONE))
          push(found, cell, one[1], one.index + one[0].length - (one[1]?.length ?? 0), 0.88);
  });
  return found;
}

function systemOf(code: string): System {
  return /^(?:MA?|N)\d/.test(code) ? 'rarc' : 'carc';
}

/** A bracket holds codes when one of them is a remark code, or each is a mark that stands on a line. */
function areCodes(list: string, marks: ReadonlySet<string>): boolean {
  const parts = list.split(/\s*[,;/]\s*/);
  return (
    parts.some((part) => new RegExp(`^${RARC}$`).test(part) && part.length > 2) ||
    parts.every((part) => marks.has(part)) ||
    parts.every((part) => /^[ABDPWY][1-9]\d?$/.test(part) && marks.size > 0)
  );
}

/** A code at the beginning of a cell on a line without an amount, words behind it. */
function beginsEntry(line: Line, at: number): boolean {
  if (hasCents(line.text)) return false;
  return (
    (at === 0 || /(?:\s{2}|[|;]\s?)$/.test(line.text.slice(0, at))) &&
    /^\S+(?: \d+)?[\s:.=-]+["(]?\p{L}{2}/u.test(line.text.slice(at))
  );
}

/** "M119   MISSING…": a remark code explained. */
function isKeyed(line: Line): boolean {
  return /^(?:MA\d{1,3}|M\d{1,3}|N\d{1,3})\s*(?:[-:=.]\s*|\s+)\p{Lu}\p{L}/u.test(line.text);
}

/** A legend of the national codes: the numbers it explains are adjustment codes. */
function isNational(sheet: Sheet, index: number): boolean {
  for (let at = index; at >= Math.max(0, index - 14); at -= 1) {
    const lower = sheet.paper.lines[at]?.lower ?? '';
    if (
      /\b(?:national|standard|ansi|carc|hipaa|x12|claim adjustment|adjustment reason)\b[^.]{0,30}\bcodes?\b|\bcodes? [^.]{0,30}\b(?:national|carc|ansi|x12)\b/.test(
        lower,
      )
    )
      return true;
    if (at < index && sheet.paper.lines[at + 1]?.gapAbove === true) return false;
  }
  return false;
}

/** " 18 exact duplicate claim | 22 may be covered by another payer | N570". */
function legendKeys(line: Line): Candidate[] {
  const found: Candidate[] = [];
  const key = new RegExp(`(?:^|[|;]\\s*)\\s*(${RARC}|${CARC})(?=\\s*[-:=]?\\s+\\p{L}{2}|\\s*$)`, 'gu');
  for (const hit of matchesIn(line.text, key))
    push(found, line, hit[1], hit.index + hit[0].length - (hit[1]?.length ?? 0), 0.8);
  return found;
}

function ofUse(sheet: Sheet, code: UsedCode): Candidate[] {
  const line = sheet.paper.lines[code.line];
  // "CO 197": the code is the last of its words.
  const token = line?.tokens.findLast((part) => part.word >= code.proof.from && part.word < code.proof.to);
  if (line === undefined || token === undefined) return [];
  if (/^(?:CR|PI)$/.test(code.group ?? '') && !hasCents(line.text)) return [];
  if (code.system === 'own' && !/^(?:\d{1,3}|[A-Z]\d{1,2})$/.test(code.code)) return [];
  return [
    {
      field: 'codes',
      system: code.system === 'rarc' ? 'rarc' : 'carc',
      value: code.code,
      piece: line,
      from: token.from,
      to: token.to,
      confidence: code.system !== 'own' ? 0.95 : /^\d/.test(code.code) ? 0.7 : 0.9,
      why: 'stands on a service line',
    },
  ];
}
