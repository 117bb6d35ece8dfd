// Who pays: the plan or insurer as printed.
import { flowOf, type Line, type Piece } from '../paper.ts';
import type { Candidate, Pick } from './collect.ts';
import { HOUSE, isHouse, letterheadName, organisationOf } from './houses.ts';
import { labelled } from './labels.ts';
import type { Sheet } from './sheet.ts';

/** Papers written by somebody else than the payer. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'bill',
  'receipt',
  'medical-record',
  'letter-of-medical-necessity',
  'correspondence',
  'plan-document',
  'id-card',
  'authorization-form',
]);
/** A house that decides or insures in its own name: what stands below "on behalf of" is then only the plan it serves. */
const PAYS =
  /\b(?:administrat\w*|tpa|claims?|benefits?|insurance|assurance|mutual|health plans?|medicare|medicaid|hmo|ppo|casualty|fund|cooperative)\b/i;

/** The payer: beside its label on papers of others, else the one on whose behalf the letter is written, else the letterhead. */
export function payerCandidate(sheet: Sheet): Candidate | undefined {
  const { paper, kind } = sheet;
  if (kind === 'literature') return undefined;
  if (OF_OTHERS.has(kind)) {
    const named = besideLabel(sheet);
    if (named !== undefined) return named;
    if (kind !== 'correspondence' && kind !== 'plan-document')
      return kind === 'bill' || kind === 'receipt'
        ? paidBy(sheet)
        : kind === 'letter-of-medical-necessity'
          ? addressedHouse(sheet)
          : undefined;
  }
  const named = letterheadName(paper);
  // A letter without a head begins with the one it is addressed to.
  const head = named !== undefined && isAddressee(sheet, named) ? undefined : named;
  // A reviewer from outside decides about a plan it does not pay for.
  const reviewed =
    head !== undefined && REVIEWER.test(String(head.value)) ? (besideLabel(sheet) ?? besidePlan(sheet)) : undefined;
  if (reviewed !== undefined) return reviewed;
  const onBehalf = sheet.grid.slice(0, 12).flatMap((cells) => cells.flatMap((cell) => behalf(cell) ?? []))[0];
  if (onBehalf !== undefined && (head === undefined || !standsForItself(String(head.value), onBehalf)))
    return {
      ...onBehalf,
      field: 'payer',
      confidence: 0.85,
      why: 'is named as the plan on whose behalf the letter is written',
    };
  if (
    /\bmedicare summary notice\b/i.test(
      paper.lines
        .slice(0, 6)
        .map((line) => line.text)
        .join(' '),
    )
  ) {
    const line = paper.lines.find((other) => /medicare summary notice/i.test(other.text));
    const at = line?.lower.indexOf('medicare') ?? -1;
    if (line !== undefined && at >= 0)
      return {
        field: 'payer',
        value: line.text.slice(at, at + 8),
        piece: line,
        from: at,
        to: at + 8,
        confidence: 0.9,
        why: 'is the sender of the notice',
      };
  }
  const full = head === undefined ? undefined : continued(sheet, head);
  if (full !== undefined)
    return { ...full, field: 'payer', confidence: 0.85, why: 'is the letterhead, over two lines' };
  if (head !== undefined && (kind !== 'correspondence' || HOUSE.test(String(head.value))))
    return { ...head, field: 'payer', confidence: 0.85, why: 'is the letterhead' };
  return besidePlan(sheet) ?? signedBy(sheet) ?? insuredBy(sheet);
}

/** Houses that only review what others decided. */
const REVIEWER =
  /\b(?:independent|external|medical|federal|peer) (?:medical )?review\b|\breview (?:organization|entity)\b|\biro\b/i;

/** "Plan: Umber County Employees' Health Plan". */
function besidePlan(sheet: Sheet): Candidate | undefined {
  const plan = labelled(sheet, [/^(?:plan|health plan|plan name)(?![a-z])/]).flatMap(
    (item) => organisationOf(item) ?? [],
  )[0];
  return plan === undefined
    ? undefined
    : { ...plan, field: 'payer', value: String(plan.value).trim(), confidence: 0.75, why: 'stands beside "plan"' };
}

function isAddressee({ paper }: Sheet, head: Pick): boolean {
  const name = String(head.value).toLowerCase();
  const surname = name.split(/\s+/).at(-1) ?? name;
  return (
    !HOUSE.test(name) &&
    paper.lines.some(
      (line) =>
        /^(?:dear|hi|hello)\b/.test(line.lower.trim()) &&
        [name, ` ${surname}`, ` ${name.split(/\s+/)[0] ?? name}`].some((part) => line.lower.includes(part)),
    )
  );
}

/** The house below the signature: "Utilization Management", "Brackenfold Health Plan". */
function signedBy({ paper }: Sheet): Candidate | undefined {
  const closing = paper.lines.findLastIndex((line) =>
    /^(?:sincerely|(?:with )?(?:kind |best |warm )?regards|respectfully|yours|cordially|very truly|thank you)\b.{0,14}$/.test(
      line.lower.trim(),
    ),
  );
  if (closing < 0) return undefined;
  for (const line of paper.lines.slice(closing + 1, closing + 9)) {
    const value = line.text.split(/,? +(?=\d)|\s{2,}/)[0]?.replace(/,$/, '') ?? '';
    if (!HOUSE.test(value) || !PAYS.test(value) || !isHouse(value) || value.split(' ').length > 8) continue;
    if (
      /\b(?:department|manager|director|nurse|reviewer|unit|md|rn|appeals|claims|officer|coordinator|analyst|examiner|supervisor)\b/i.test(
        value,
      )
    )
      continue;
    return {
      field: 'payer',
      value,
      piece: line,
      from: 0,
      to: value.length,
      confidence: 0.65,
      why: 'signed the letter',
    };
  }
  return undefined;
}

/** The payer beside a label: "Insurance: Tri-County Mutual, ID TCM 5520". */
function besideLabel(sheet: Sheet): Candidate | undefined {
  for (const item of labelled(sheet, sheet.labels.byField.payer, (zone) => zone !== 'taglines')) {
    const text =
      item.piece.text
        .slice(item.from, item.to)
        .split(/\s+[/(]|\s{2,}|,? +ID\b|,\s(?!(?:Inc|LLC|Ltd|Co|Corp|PPO|HMO)\b)|;|\s+(?=[A-Z]{2,4}-?\d)/)[0] ?? '';
    if (
      /^\p{Lu}\p{L}+/u.test(text) &&
      text.split(' ').length <= 8 &&
      isHouse(text) &&
      !/^(?:None|None entered|Has|Will|May|Paid|Payment|Payments|Contract|Adjustment|ID|Discount)\b/i.test(text)
    ) {
      return {
        field: 'payer',
        value: text.trim(),
        piece: item.piece,
        from: item.from,
        to: item.from + text.trim().length,
        confidence: 0.85,
        why: `stands beside "${item.label}"`,
      };
    }
  }
  return undefined;
}

/** Houses that review, audit or collect for a payer. */
const VENDOR =
  /\b(?:payment integrity|claims? accuracy|utilization (?:management|review)|medical review|recovery|audits?)\b/i;

/** "Brightmoor Interim Health … underwritten by Brightmoor Life": the letterhead already names who decides. */
function standsForItself(head: string, other: Pick): boolean {
  const first = (text: string): string => text.toLowerCase().split(/\s+/)[0] ?? '';
  return (PAYS.test(head) && !VENDOR.test(head)) || first(head) === first(String(other.value));
}

/** "ALDER BASIN MUTUAL" above "of Wisconsin": the whole name as the text prints it. */
function continued(sheet: Sheet, head: Pick): Pick | undefined {
  const at = sheet.grid.findIndex((cells) => cells.some((cell) => cell === head.piece));
  const above = sheet.grid[at]?.find((cell) => cell === head.piece);
  const next = sheet.grid[at + 1]?.find(
    (cell) =>
      above !== undefined &&
      (Math.abs(cell.left - above.left) < 15 ||
        Math.abs(cell.left + cell.right - above.left - above.right) < 20 ||
        Math.abs(cell.right - above.right) < 15),
  );
  if (next === undefined) return undefined;
  // "HARBORLIGHT" above "health plan of Maine", "Vantage Pines Health Insurance" above "of Wisconsin": one name over two lines.
  const line = sheet.paper.lines[at];
  const below = sheet.paper.lines[at + 1];
  if (
    line !== undefined &&
    below !== undefined &&
    line.cells.length === 1 &&
    below.cells.length === 1 &&
    line.page === below.page &&
    (/^of (?:the )?(?:State of )?\p{Lu}[\p{L} .]*$/u.test(next.text) || isRestOfName(next.text))
  ) {
    const both = flowOf([line, below]);
    const from = both.text.indexOf(String(head.value));
    const to = both.text.trimEnd().length;
    if (from >= 0) return { ...head, value: both.text.slice(from, to), piece: both, from, to };
  }
  if (!/^(?:of|and|for the) \p{L}/u.test(next.text)) return undefined;
  const whole = `${head.value} ${next.text}`.toLowerCase();
  for (const line of sheet.paper.lines) {
    const from = line.lower.indexOf(whole);
    if (from >= 0)
      return { ...head, value: line.text.slice(from, from + whole.length), piece: line, from, to: from + whole.length };
  }
  return undefined;
}

/** "health plan of Maine", "insurance company": what a name goes on with, set small below it. */
function isRestOfName(text: string): boolean {
  return /^(?:health (?:plans?|insurance|care)|insurance (?:company|corporation)|benefit (?:plans?|fund)|community (?:plan|health))(?: of \p{Lu}[\p{L} ]{2,24})?$/u.test(
    text,
  );
}

/** "Insured by Larkin Inlet Mutual, home office …", "Coverage is underwritten by …": in the small print of the foot. */
function insuredBy({ paper }: Sheet): Candidate | undefined {
  for (const line of paper.lines) {
    const hit =
      /\b(?:insured|underwritten|issued|provided|offered|administered|a product|a plan|a service)(?: and (?:insured|administered|issued))?(?: of| by|, by) (?:the )?(\p{Lu}[\p{L}&'.-]*(?: (?:\p{Lu}[\p{L}&'.-]*|of|and|&))*(?:, (?:Inc|LLC|Ltd)\b\.?)?)/iu.exec(
        line.text,
      );
    const value = hit?.[1]
      ?.split(/(?<=\p{Ll}{3})\.(?: |$)/u)[0]
      ?.replace(/ (?:of|and|&)$/, '')
      .replace(/\.$/, '');
    if (hit === null || value === undefined || !isHouse(value) || !HOUSE.test(value) || !/^\p{Lu}/u.test(value))
      continue;
    const from = hit.index + hit[0].indexOf(value);
    return {
      field: 'payer',
      value,
      piece: line,
      from,
      to: from + value.length,
      confidence: 0.7,
      why: 'is named as the one who insures',
    };
  }
  return undefined;
}

function behalf(cell: Piece): Pick | undefined {
  const hit =
    /^(?:acting for|for|on behalf of|underwritten by|administering|administered for|insured by|client:|payer:?(?= )|(?!.*\b(?:pharmacy|drug|rx)\b.* for)[\w' -]{0,50}\b(?:review|review agent|utilization management|recovery|audit) for)\s+(?:the\s+)?(\p{Lu}[^(]*?)(?:\s*\(|$)/iu.exec(
      cell.text,
    );
  const value = hit?.[1]?.split(/, (?!(?:Inc|LLC|Ltd|Co|Corp)\b)/)[0]?.trim();
  if (
    hit === null ||
    value === undefined ||
    !/^\p{Lu}/u.test(value) ||
    (!/\b(?:advantage|choice)\b/i.test(value) && !HOUSE.test(value))
  )
    return undefined;
  if (/employee/i.test(value)) return undefined;
  const from = hit[0].indexOf(value);
  return { field: 'payer', value, piece: cell, from, to: from + value.length };
}

/** "Quillback Health - insurance payment" on a bill. */
function paidBy({ paper }: Sheet): Candidate | undefined {
  for (const line of paper.lines) {
    for (const cell of line.cells) {
      const hit =
        /^(?:(?:insurance|plan|payer) )?(?:payment|paid|adjustment)(?:,| from| by|:| -) (\p{Lu}[\p{L}&'. ]{3,40}?)$/iu.exec(
          cell.text,
        ) ??
        /^(\p{Lu}[\p{L}&'. ]{3,40}?)\s+(?:-\s+)?(?:insurance\s+)?(?:payment|paid|contractual|adjustment)\b/u.exec(
          cell.text,
        );
      if (
        hit?.[1] === undefined ||
        !/^\p{Lu}/u.test(hit[1]) ||
        /^(?:Insurance|Patient|Total|Less|Your|Card|Co|Amount|Balance|Previous|Last|Online|Check|Cash|Date|Method|Receipt)/.test(
          hit[1],
        )
      )
        continue;
      return {
        field: 'payer',
        value: hit[1].trim(),
        piece: cell,
        from: hit[0].indexOf(hit[1]),
        to: hit[0].indexOf(hit[1]) + hit[1].trim().length,
        confidence: 0.65,
        why: 'is named as the one who paid',
      };
    }
  }
  return undefined;
}

/** The house a letter is addressed to. */
function addressedHouse({ paper }: Sheet): Candidate | undefined {
  const lines: Line[] = paper.lines.slice(3, 24).filter((line) => line.page === 0);
  const zip = lines.findIndex((line) => /\b[A-Z]{2}\s+\d{5}\b/.test(line.text));
  const above = lines.slice(Math.max(0, zip - 4), Math.max(0, zip));
  const house =
    above.find((line) => PAYS.test(line.text) && !/\b(?:box|unit|department|attn|director)\b/i.test(line.text)) ??
    above.find((line) => HOUSE.test(line.text) && !/\b(?:box|unit|department|attn|director)\b/i.test(line.text));
  return house === undefined
    ? undefined
    : {
        field: 'payer',
        value: house.text.trim(),
        piece: house,
        from: 0,
        to: house.text.length,
        confidence: 0.7,
        why: 'is addressed',
      };
}
